/* What stands above and below the text on every page. */
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/text.h"
#include "viva/words.h"

#define WARNING_MS 60000                /* the clock changes its looks when so little is left */
#define KEYS_SHOWN_MAX 12
#define MESSAGE_ROWS_MAX 4

/* ---- the clock ---- */

static void
put_time(struct buf *out, int64_t ms)
{
	int64_t s = ms / 1000;

	buf_printf(out, "%02lld:%02d", (long long)(s / 60), (int)(s % 60));
}

/* Time left is shown rounded up, time used and over rounded down: all change at the same moments. */
void
screen_clock(struct buf *out, const struct marking_view *v, bool narrow)
{
	const struct clock_view *k = &v->shown.clock;
	bool paused = v->shown.state == SESSION_PAUSED, off = k->state == CLOCK_OFF;

	if (k->hidden) {
		buf_puts(out, paused ? "PAUSED" : off ? "" : "RUNNING");
		return;
	}
	if (off) {
		buf_puts(out, paused ? "PAUSED, used " : "USED ");
		put_time(out, k->used_ms);
	} else if (k->remaining_ms < 0) {
		buf_puts(out, paused ? "PAUSED +" : "OVER +");
		put_time(out, -k->remaining_ms);
	} else {
		buf_puts(out, paused ? "PAUSED " : "LEFT ");
		put_time(out, k->remaining_ms + 999);
	}
	if (!narrow) {
		buf_puts(out, " of ");
		put_time(out, k->limit_ms);
	}
}

static enum style
clock_style(const struct clock_view *k, enum style calm)
{
	if (k->hidden || k->state == CLOCK_OFF)
		return calm;
	return k->remaining_ms < 0 ? STYLE_BAD : k->remaining_ms <= WARNING_MS ? STYLE_WARN : calm;
}

static void
paint_title(struct canvas *c, const struct screen *s)
{
	const struct candidate_view *shown = &s->view.shown;
	int columns = canvas_columns(c), width, at;
	bool narrow = columns < SCREEN_NARROW;
	const char *flag = s->view.record != NULL && s->view.record->flagged ? "  FLAGGED" : "";
	struct buf clock, place;

	buf_init(&clock);
	buf_init(&place);
	screen_clock(&clock, &s->view, narrow);
	canvas_restyle(c, (struct pane){ 0, 0, 1, columns }, STYLE_TITLE);
	width = text_columns(buf_text(&clock), clock.len);
	if (narrow)
		buf_printf(&place, "Q%d/%d%s", shown->position + 1, shown->count, flag);
	else
		buf_printf(&place, "Question %d of %d%s", shown->position + 1, shown->count, flag);
	at = narrow ? 1 : (columns - text_columns(buf_text(&place), place.len)) / 2;
	if (!narrow)
		canvas_put_fit(c, 0, 1, at - 3, STYLE_TITLE, s->title);
	canvas_put_fit(c, 0, at, columns - width - 2 - at, STYLE_TITLE, buf_text(&place));
	canvas_put_right(c, 0, 0, columns - 1, clock_style(&shown->clock, STYLE_TITLE), buf_text(&clock));
	buf_finish(&clock);
	buf_finish(&place);
}

static void
paint_time_bar(struct canvas *c, const struct screen *s)
{
	const struct clock_view *k = &s->view.shown.clock;
	int64_t left = k->remaining_ms > 0 ? k->remaining_ms : 0;

	if (k->hidden || k->state == CLOCK_OFF || k->limit_ms <= 0)
		canvas_rule(c, 1);
	else
		canvas_bar(c, 1, 0, canvas_columns(c), (int)(left * 1000 / k->limit_ms),
		    clock_style(k, STYLE_ACCENT));
}

/* ---- the keys ---- */

static int
key_columns(const struct key_line *k)
{
	return 2 + text_columns(k->key, strlen(k->key)) + 1 + text_columns(k->help, strlen(k->help));
}

void
screen_key_row(struct canvas *c, int row, const struct key_line *keys)
{
	int column = 0, last = 0, room = canvas_columns(c), count = 0;

	while (keys[count].key != NULL)
		count++;
	for (int i = count > 2 ? count - 2 : 0; i < count; i++)
		last += key_columns(&keys[i]);
	for (int i = 0; i < count; i++) {
		if (i < count - 2 && column + key_columns(&keys[i]) + last > room)
			continue;
		canvas_put(c, row, column + 1, STYLE_KEY, keys[i].key);
		canvas_put(c, row, column + 2 + text_columns(keys[i].key, strlen(keys[i].key)), STYLE_NORMAL,
		    keys[i].help);
		column += key_columns(&keys[i]);
	}
}

/* As letters_of(), for the person who leads. */
static const char *
led_letters_of(enum phase phase)
{
	switch (phase) {
	case PHASE_READ: return "xp>snNe";
	case PHASE_THINK: return "p>xsnNe";
	case PHASE_ANSWER: return "hHnp>sNexf";
	case PHASE_FOLLOW_UP: return "hHnp>sN";
	case PHASE_PREDICT: return "nNp>u";
	case PHASE_GRADE: return "unN>p";
	default: return "nNuf>p";
	}
}

/* Letters of session keys worth a place below each phase, most useful first. */
static const char *
letters_of(const struct screen *s)
{
	if (s->view.led)
		return led_letters_of(s->view.record->phase);
	switch (s->view.record->phase) {
	case PHASE_READ: return "pxswnfe";
	case PHASE_THINK: return "pwshnfxe";
	case PHASE_ANSWER: return "wphesnfx";
	case PHASE_FOLLOW_UP: return "wpnsu";
	case PHASE_PREDICT: return "wnup";
	default: return "nufp";
	}
}

static const struct key_line *
digits_line(const struct screen *s)
{
	static const struct key_line predict = { "0-4", "expect" }, tick = { "1-9 Space", "mark" };
	static const struct key_line grade = { "0-4", "grade" }, heard = { "1-9 Space", "heard" };

	switch (s->view.record->phase) {
	case PHASE_ANSWER:
	case PHASE_FOLLOW_UP: return s->view.led ? &heard : NULL;
	case PHASE_PREDICT: return &predict;
	case PHASE_TICK: return &tick;
	case PHASE_GRADE: return &grade;
	default: return NULL;
	}
}

/* One string for each letter, as a key line needs it. */
static const char *
letter_word(char letter, char words[KEYS_SHOWN_MAX][2], size_t i)
{
	words[i][0] = letter;
	words[i][1] = '\0';
	return words[i];
}

static void
paint_session_keys(struct canvas *c, int row, const struct screen *s)
{
	static const struct key_line reading[] = { { "Enter", "next" }, { "a", "mark anew" }, { "b", "back" },
		{ "PgUp PgDn", "scroll" }, { "Tab", "the other text" }, { "m", "map" }, { "q", "leave" }, { "?", "help" },
		{ NULL, NULL } };
	static const struct key_line marking[] = { { "1-9 Space", "mark" }, { "Enter", "the grade" },
		{ "q", "as it was" }, { "?", "help" }, { NULL, NULL } };
	static const struct key_line grading[] = { { "0-4", "grade" }, { "Enter", "as proposed" },
		{ "q", "as it was" }, { "?", "help" }, { NULL, NULL } };
	struct key_line keys[KEYS_SHOWN_MAX + 5];
	char words[KEYS_SHOWN_MAX][2];
	const struct key_line *digits = digits_line(s);
	size_t n = 0;

	if (s->review != NULL) {
		screen_key_row(c, row, s->view.record->phase == PHASE_NOTE ? reading :
		    s->view.record->phase == PHASE_TICK ? marking : grading);
		return;
	}
	if (digits != NULL)
		keys[n++] = *digits;
	if (s->view.record->phase != PHASE_PREDICT || s->view.led)
		keys[n++] = (struct key_line){ "Enter", "go on" };
	for (const char *l = letters_of(s); *l != '\0' && n < KEYS_SHOWN_MAX; l++) {
		keys[n] = (struct key_line){ letter_word(*l, words, n), key_find(*l, s->mode)->name };
		n++;
	}
	keys[n++] = (struct key_line){ "^X", "menu" };
	keys[n++] = (struct key_line){ "?", "help" };
	keys[n] = (struct key_line){ NULL, NULL };
	screen_key_row(c, row, keys);
}

static void
paint_keys(struct canvas *c, int row, const struct screen *s)
{
	static const struct key_line writing[] = { { "Alt-Enter", "save" }, { "Tab", "scroll the question" },
		{ "^_", "undo" }, { "^X", "menu" }, { NULL, NULL } };
	static const struct key_line aside[] = { { "PgUp PgDn", "scroll" }, { "Tab", "back to the text" },
		{ "^X", "menu" }, { NULL, NULL } };
	static const struct key_line over[] = { { "PgUp PgDn", "scroll" }, { "any other key", "back" },
		{ NULL, NULL } };
	static const struct key_line menu[] = { { "a letter", "does it" }, { "Esc", "back" }, { NULL, NULL } };
	static const struct key_line message[] = { { "Enter", "show it" }, { "Esc", "leave it" }, { NULL, NULL } };
	static const struct key_line gap[] = { { "y", "it counts" }, { "n", "it does not" }, { NULL, NULL } };

	if (s->asked_gap_ms > 0)
		screen_key_row(c, row, gap);
	else if (s->over == SCREEN_OVER_MENU)
		screen_key_row(c, row, menu);
	else if (s->over != SCREEN_OVER_NONE)
		screen_key_row(c, row, over);
	else if (s->writing_message)
		screen_key_row(c, row, message);
	else if (s->editor != NULL)
		screen_key_row(c, row, s->aside ? aside : writing);
	else if (s->view.record != NULL)
		paint_session_keys(c, row, s);
}

/* ---- what to do, and what was said ---- */

static void
to_do(struct buf *out, const struct screen *s)
{
	if (s->review != NULL && s->view.record->phase != PHASE_TICK)
		words_review(out, &s->view);
	else if (s->asked_gap_ms > 0)
		words_gap(out, s->asked_gap_ms);
	else if (s->writing_message)
		buf_puts(out, "Enter shows it on the candidate's screen; an empty line takes the last one away.");
	else if (s->view.shown.state == SESSION_PAUSED)
		words_to_do(out, &s->view);
	else if (s->editor != NULL)
		buf_puts(out,
		    s->writing == NOTE_ANSWER ? "Write your answer. Alt-Enter saves it; the clock goes on." :
		    "Write your note. Alt-Enter saves it.");
	else if (s->view.led && screen_marking(s) && s->view.record->phase <= PHASE_FOLLOW_UP)
		buf_puts(out, "Listen. 1-9 marks what you hear, arrows and Space the rest; h gives a fact, H counts a hint. "
		    "Enter: they are done.");
	else if (s->view.record != NULL && s->view.record->phase == PHASE_TICK)
		buf_puts(out, "Mark what you said. Enter: the grade.");
	else
		words_to_do(out, &s->view);
}

static int
rows_of(const char *text, int columns, int most)
{
	struct buf wrapped;
	int rows = 1;

	buf_init(&wrapped);
	text_wrap(&wrapped, text, columns, 0, 0);
	for (size_t i = 0; i < wrapped.len; i++)
		rows += wrapped.data[i] == '\n';
	buf_finish(&wrapped);
	return rows < most ? rows : most;
}

/*
 * Rows around the text: a console's status, message, what to do, keys; a small screen keeps what to do
 * longest.
 */
struct foot { int status, message, to_do, keys; };

static struct foot
foot_rows(int rows, int columns, const char *to_do_words)
{
	return (struct foot){
		.message = rows >= 8, .keys = rows >= 5,
		.to_do = rows >= 3 ? rows_of(to_do_words, columns - 2, rows >= 12 ? 2 : 1) : 0,
	};
}

static struct bars
bars_of(int rows, struct foot f)
{
	struct bars b = { (rows >= 6 ? 2 : 1) + f.status, rows - f.keys - f.to_do - f.message };

	if (b.bottom < b.top)
		b.bottom = b.top;
	return b;
}

/* A message that needs more than its row takes what it needs from the text, as long as it is there. */
static void
paint_message(struct canvas *c, struct bars b, enum style style, const char *message)
{
	int columns = canvas_columns(c), rows = rows_of(message, columns - 2, MESSAGE_ROWS_MAX);
	int top = b.bottom + 1 - rows > b.top ? b.bottom + 1 - rows : b.bottom;

	if (message[0] == '\0')
		return;
	canvas_erase(c, (struct pane){ top, 0, b.bottom + 1 - top, columns });
	canvas_put_block(c, (struct pane){ top, 1, b.bottom + 1 - top, columns - 2 }, style, message);
}

static struct bars
paint_foot(struct canvas *c, const char *message, enum style style, const char *to_do_words, struct foot f)
{
	int rows = canvas_rows(c), columns = canvas_columns(c);
	struct bars b = bars_of(rows, f);

	if (f.message > 0)
		paint_message(c, b, style, message);
	canvas_put_block(c, (struct pane){ rows - f.keys - f.to_do, 1, f.to_do, columns - 1 }, STYLE_STRONG,
	    to_do_words);
	return b;
}

static struct foot
foot_of(const struct screen *s, int rows, int columns, const char *to_do_words)
{
	struct foot f = foot_rows(rows, columns, to_do_words);

	f.status = s->led != NULL && rows >= SCREEN_SMALL_ROWS;
	return f;
}

struct bars
screen_room(const struct screen *s, int rows, int columns)
{
	struct buf words;
	struct bars b;

	buf_init(&words);
	to_do(&words, s);
	b = bars_of(rows, foot_of(s, rows, columns, buf_text(&words)));
	buf_finish(&words);
	return b;
}

struct bars
screen_bars(struct canvas *c, const struct screen *s)
{
	int rows = canvas_rows(c);
	struct buf words;
	struct foot f;
	struct bars b;

	buf_init(&words);
	to_do(&words, s);
	f = foot_of(s, rows, canvas_columns(c), buf_text(&words));
	paint_title(c, s);
	if (rows >= 6)
		paint_time_bar(c, s);
	if (f.status > 0)
		screen_led_status(c, 2, s);
	b = paint_foot(c, s->message, s->warns ? STYLE_WARN : STYLE_GOOD, buf_text(&words), f);
	if (f.keys > 0)
		paint_keys(c, rows - 1, s);
	buf_finish(&words);
	return b;
}

/* ---- pages that are no question ---- */

struct bars
screen_page_room(int rows)
{
	return bars_of(rows, (struct foot){ .message = rows >= 8, .to_do = rows >= 3, .keys = rows >= 5 });
}

struct bars
screen_page_bars(struct canvas *c, const char *title, const char *message, const char *to_do_words,
    const struct key_line *keys)
{
	int rows = canvas_rows(c), columns = canvas_columns(c);
	struct foot f = { .message = rows >= 8, .to_do = rows >= 3, .keys = rows >= 5 };
	struct bars b;

	canvas_restyle(c, (struct pane){ 0, 0, 1, columns }, STYLE_TITLE);
	canvas_put_fit(c, 0, 1, columns - 1, STYLE_TITLE, title);
	b = paint_foot(c, message, STYLE_WARN, to_do_words, f);
	if (f.keys > 0)
		screen_key_row(c, rows - 1, keys);
	return b;
}
