#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/editor.h"
#include "viva/screen.h"
#include "viva/session.h"
/* Pictures of a session at every size, from a session on the small bank. */

#define TITLE "A very short interview"
#define KEYS "^X menu  ? help"

static struct bank *bank;
static struct session *session;
static struct screen screen;
static int64_t now_ms;

static void
load(void)
{
	char path[1024];
	struct diags d;

	snprintf(path, sizeof(path), "%s/tests/golden/small-bank.xml", getenv("ROOT"));
	diags_init(&d, path);
	if (bank == NULL && bank_load(&bank, &d) != 0)
		TEST_FAIL("%s does not load", path);
	diags_finish(&d);
}

static void
begin_as(enum mode mode, unsigned flags)
{
	struct session_head head = { .extra_time_permille = 1000, .flags = flags, .mode = mode };
	struct session_item items[2];
	struct event events[4];

	load();
	for (int i = 0; i < 2; i++)
		items[i] = (struct session_item){ .bank = bank, .item = &bank->items[i], .limit_ms = 120000,
			.snapshot = { (uint8_t)(i + 1) } };
	session_free(session);
	session = session_new(&head, items, 2);
	now_ms = 0;
	session_begin(session, now_ms, events);
	screen = (struct screen){ .title = TITLE, .message = "", .mode = mode };
	view_marking(&screen.view, session, now_ms);
}

static void
begin(unsigned flags)
{
	begin_as(MODE_SOLO, flags);
}

static struct screen_led led = { .candidate = "Sample", .planned_ms = 300000, .session_ms = 61000, .screens = 1,
	.link = "http://192.168.1.20:38080/c/7K2M-9QXT-4HRB-D3WZ/", .code = "\u2588\u2580\n\u2584 \n" };

static void
begin_led(void)
{
	begin_as(MODE_LED, 0);
	screen.led = &led;
}

static void
give(enum input kind, int a)
{
	struct session_input in = { .kind = kind, .a = a, .b = -1,
		.actor = screen.led != NULL ? ACTOR_INTERVIEWER : ACTOR_CANDIDATE };
	struct event ev;

	now_ms += 1000;
	if (!session_step(session, in, now_ms, &ev, NULL))
		TEST_FAIL("input %d means nothing in phase %s", kind, phase_name(session_phase(session)));
	view_marking(&screen.view, session, now_ms);
}

/* The next phase, whatever ends the present one. */
static void
next_phase(void)
{
	if (session_phase(session) == PHASE_PREDICT)
		give(IN_PREDICT, 3);
	else
		give(IN_NEXT, 0);
}

static const char *
painted(struct canvas *c)
{
	static struct buf text;

	buf_clear(&text);
	screen_paint(c, &screen);
	canvas_dump(&text, c);
	return buf_text(&text);
}

static bool
shows(int rows, int columns, const char *words)
{
	struct canvas *c = canvas_new(rows, columns);
	bool found = strstr(painted(c), words) != NULL;

	canvas_free(c);
	return found;
}

#define CHECK_SHOWS(words) do { \
	struct canvas *c_ = canvas_new(24, 80); \
	if (strstr(painted(c_), words) == NULL) \
		TEST_FAIL("no \"%s\" in\n%s", words, painted(c_)); \
	canvas_free(c_); \
} while (0)

static void
check_clock(int64_t at_ms, const char *words)
{
	view_marking(&screen.view, session, at_ms);
	CHECK_SHOWS(words);
}

TEST(the_clock_has_a_word_for_every_state_and_rounds_so_that_nobody_is_cheated)
{
	begin(0);
	check_clock(0, "LEFT 02:00 of 02:00");
	check_clock(1, "LEFT 02:00 of 02:00");
	check_clock(1000, "LEFT 01:59 of 02:00");
	check_clock(119999, "LEFT 00:01 of 02:00");
	check_clock(120000, "LEFT 00:00 of 02:00");
	check_clock(120001, "OVER +00:00 of 02:00");
	check_clock(121000, "OVER +00:01 of 02:00");
	give(IN_PAUSE, 0);
	check_clock(now_ms + 5000, "PAUSED 01:59 of 02:00");
	begin(SESSION_HIDE_CLOCK);
	check_clock(30000, "RUNNING");
	CHECK(!shows(24, 80, "01:") && !shows(24, 80, "02:"));
}

TEST(the_last_row_tells_the_keys_in_every_phase)
{
	begin(0);
	for (int i = 0; i < 9; i++) {
		for (int columns = 40; columns <= 200; columns += 20) {
			struct canvas *c = canvas_new(24, columns);
			const char *text = painted(c), *last = text;

			for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1)
				last = line;
			if (strstr(last, KEYS) == NULL)
				TEST_FAIL("phase %s, %d columns: %s", phase_name(session_phase(session)), columns, last);
			canvas_free(c);
		}
		next_phase();
	}
}

TEST(every_size_from_1x1_on_can_be_painted_in_every_phase_and_with_everything_over_it)
{
	static const int sizes[] = { 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 16, 24, 40, 60 };
	static const int widths[] = { 1, 2, 5, 10, 20, 39, 40, 64, 79, 80, 99, 100, 120, 200 };
	struct screen_item items[2] = { { .state = ITEM_OPEN, .grade = -1, .prediction = -1 } };
	struct own_text texts[] = { { .kind = NOTE_ANSWER, .text = "An answer of\ntwo lines." },
		{ .kind = NOTE_NOTE, .text = "A note." } };

	begin(0);
	screen.items = items;
	screen.item_count = 2;
	screen.texts = texts;
	screen.text_count = 2;
	screen.message = "A message that is long enough to be cut on a narrow screen.";
	for (int phase = 0; phase < 9; phase++) {
		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
			for (size_t j = 0; j < sizeof(widths) / sizeof(widths[0]); j++) {
				for (int over = SCREEN_OVER_NONE; over <= SCREEN_OVER_MAP; over++) {
					struct canvas *c = canvas_new(sizes[i], widths[j]);

					screen.over = (enum screen_over)over;
					screen_paint(c, &screen);
					CHECK(!canvas_failed(c));
					screen_scroll(&screen, sizes[i], widths[j], SCREEN_PAGE_DOWN);
					screen_choose(&screen, sizes[i], widths[j], 1);
					canvas_free(c);
				}
			}
		}
		screen.over = SCREEN_OVER_NONE;
		screen.anchor = screen.aside_anchor = screen.over_anchor = 0;
		next_phase();
	}
}

TEST(a_console_can_be_painted_at_every_size_in_every_phase_and_while_something_is_written)
{
	static const int sizes[] = { 1, 2, 3, 5, 6, 8, 11, 12, 16, 24, 40, 60 };
	static const int widths[] = { 1, 2, 5, 10, 20, 39, 40, 64, 80, 99, 100, 120, 200 };
	struct screen_item items[2] = { { .state = ITEM_OPEN, .grade = -1, .prediction = -1 } };
	struct own_text text = { .kind = NOTE_NOTE, .text = "A note of\ntwo lines.", .private_note = true, .at_ms = 61000 };
	struct editor *editor = editor_new();
	size_t stride = test_size(5, 1, 1);     /* 5 still meets each height and each width */

	begin_led();
	screen.items = items;
	screen.item_count = 2;
	screen.texts = &text;
	screen.text_count = 1;
	for (int phase = 0; phase < 7; phase++) {
		for (size_t n = 0; n < sizeof(sizes) / sizeof(sizes[0]) * sizeof(widths) / sizeof(widths[0]); n += stride) {
			int rows = sizes[n % (sizeof(sizes) / sizeof(sizes[0]))], columns = widths[n / (sizeof(sizes) / sizeof(sizes[0]))];
			struct canvas *c = canvas_new(rows, columns);

			for (int way = 0; way < 16; way++) {
				screen.over = way < 5 ? (enum screen_over)way : SCREEN_OVER_NONE;
				screen.editor = way & 8 ? editor : NULL;
				screen.writing_message = screen.editor != NULL && (way & 4) != 0;
				screen.aside = way & 1;
				screen_paint(c, &screen);
				CHECK(!canvas_failed(c));
				screen_scroll(&screen, rows, columns, SCREEN_PAGE_DOWN);
				screen_choose(&screen, rows, columns, 1);
			}
			canvas_free(c);
		}
		screen.anchor = screen.aside_anchor = screen.over_anchor = 0;
		if (session_phase(session) == PHASE_PREDICT)
			give(IN_PREDICT, -1);
		else
			give(IN_NEXT, 0);
	}
	editor_free(editor);
}

TEST(a_console_says_who_looks_and_what_the_time_is)
{
	begin_led();
	led.reached_ms = 2000;
	CHECK_SHOWS("Sample: 1 page, reached 2 s ago");
	CHECK_SHOWS("session 1:01 of 5:00");
	led.reached_ms = 9000;
	CHECK_SHOWS("Sample: 1 page not reached for 9 s");
	led.terminals = 2;
	CHECK_SHOWS("for 9 s, 2 terminals");
	led.screens = 0;
	led.terminals = 0;
	CHECK_SHOWS("Sample: no page is open (l: its link)");
	led.link = NULL;
	CHECK_SHOWS("Sample: no screen; read the questions aloud");
	screen.over = SCREEN_OVER_LINK;
	CHECK_SHOWS("No page is served");
}

TEST(marks_can_be_made_line_by_line_from_the_answer_to_the_grade_of_a_led_session)
{
	static const bool can[] = { false, false, true, true, true, true, false };

	begin_led();
	for (int i = 0; i < 7; i++) {
		CHECK_INT(screen_marking(&screen), can[i]);
		if (can[i]) {
			give(IN_PAUSE, 0);
			CHECK(!screen_marking(&screen));
			give(IN_PAUSE, 0);
		}
		if (session_phase(session) == PHASE_PREDICT)
			give(IN_PREDICT, -1);
		else
			give(IN_NEXT, 0);
	}
}

TEST(paging_down_shows_every_word_of_a_question)
{
	static const char *const words[] = { "return", "when", "slow", "[1, 2, 3]", "print" };
	bool seen[5] = { false };

	begin(0);
	for (int page = 0; page < 8; page++) {
		for (size_t i = 0; i < 5; i++)
			seen[i] = seen[i] || shows(8, 20, words[i]);
		screen_scroll(&screen, 8, 20, SCREEN_PAGE_DOWN);
	}
	for (size_t i = 0; i < 5; i++)
		if (!seen[i])
			TEST_FAIL("\"%s\" was on no page", words[i]);
	screen_scroll(&screen, 8, 20, SCREEN_HOME);
	CHECK_INT(screen.anchor, 0);
}

TEST(the_line_that_is_marked_is_always_on_the_screen)
{
	begin(0);
	while (session_phase(session) != PHASE_TICK)
		next_phase();
	for (int i = 0; i < 4; i++) {
		struct canvas *c = canvas_new(9, 40);

		CHECK_INT(screen.chosen, i);
		if (strchr(painted(c), '>') == NULL)
			TEST_FAIL("line %d is not to be seen:\n%s", i, painted(c));
		canvas_free(c);
		screen_choose(&screen, 9, 40, 1);
	}
	CHECK_INT(screen.chosen, 3);            /* three key points and a mistake: no fifth */
	screen_choose(&screen, 9, 40, -9);
	CHECK_INT(screen.chosen, 0);
}

TEST(nothing_of_the_key_is_painted_before_the_reveal)
{
	static const char *const secrets[] = { "number of elements", "stored", "no length", "counts each time",
		"main idea" };

	begin(0);
	while (session_phase(session) != PHASE_REVEAL) {
		for (int over = SCREEN_OVER_NONE; over <= SCREEN_OVER_MAP; over++) {
			screen.over = (enum screen_over)over;
			for (size_t i = 0; i < 5; i++)
				CHECK(!shows(60, 200, secrets[i]));
		}
		screen.over = SCREEN_OVER_NONE;
		next_phase();
	}
	CHECK_SHOWS("The number of elements.");
}

TEST(what_is_kept_between_frames_changes_no_picture)
{
	struct screen_kept *kept = screen_kept_new();
	struct canvas *c = canvas_new(24, 80);
	char *fresh;

	begin(0);
	for (int i = 0; i < 9; i++) {
		for (int columns = 40; columns <= 120; columns += 40) {
			canvas_resize(c, 24, columns);
			screen.kept = NULL;
			fresh = strdup(painted(c));
			screen.kept = kept;
			CHECK_STR(painted(c), fresh);
			CHECK_STR(painted(c), fresh);
			free(fresh);
		}
		next_phase();
		screen_forget(kept);
	}
	canvas_free(c);
	screen_kept_free(kept);
	screen.kept = NULL;
}

TEST(two_texts_stand_side_by_side_only_where_there_is_room)
{
	begin(0);
	while (session_phase(session) != PHASE_TICK)
		next_phase();
	CHECK(shows(40, 100, "Key points: which did you say?"));
	CHECK(!shows(40, 99, "   -- A strong answer --"));
	CHECK(shows(40, 120, "   -- A strong answer --"));
}
