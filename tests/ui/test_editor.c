#include "test.h"
#include "ui/editor_model.h"
#include "viva/buf.h"
#include "viva/editor.h"
#include "viva/rng.h"
#include "viva/text.h"

static enum editor_result
press_key(struct editor *e, enum press key, unsigned mods)
{
	return editor_key(e, &(struct key_press){ .key = key, .mods = mods });
}

static enum editor_result
press(struct editor *e, char c, unsigned mods)
{
	return editor_key(e, &(struct key_press){ .key = PRESS_CHAR, .cp = (unsigned char)c, .mods = mods });
}

#define CTRL(c) press(e, c, PRESS_CTRL)
#define ALT(c) press(e, c, PRESS_ALT)

static void
type(struct editor *e, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t cp = text_next(&text, end);

		if (cp == '\n')
			press_key(e, PRESS_ENTER, 0);
		else
			editor_key(e, &(struct key_press){ .key = PRESS_CHAR, .cp = cp });
	}
}

static enum editor_result
paste(struct editor *e, const char *text, bool joined)
{
	return editor_key(e, &(struct key_press){ .key = PRESS_PASTE, .text = text, .len = strlen(text), .joined = joined });
}

static const char *
text_of(const struct editor *e)
{
	return editor_text(e, NULL);
}

/* The text as painted, with the cursor as _ in its place. */
static const char *
look(struct editor *e, int rows, int columns)
{
	struct canvas *c = canvas_new(rows, columns);
	static char text[20000];
	struct buf b;
	int row, column;

	editor_paint(e, c, canvas_pane(c), true);
	CHECK(canvas_cursor_at(c, &row, &column));
	canvas_put(c, row, column, STYLE_NORMAL, "_");
	buf_init(&b);
	canvas_dump(&b, c);
	snprintf(text, sizeof(text), "%s", buf_text(&b));
	buf_finish(&b);
	canvas_free(c);
	return text;
}

TEST(typing_motion_and_erasing)
{
	struct editor *e = editor_new();

	type(e, "The quikc fox");
	press_key(e, PRESS_LEFT, PRESS_CTRL);
	CHECK_INT(editor_cursor(e), 10);
	ALT('b');
	CTRL('f');
	CTRL('f');
	CTRL('f');
	CTRL('d');
	CTRL('d');
	type(e, "ck");
	CHECK_STR(text_of(e), "The quick fox");
	ALT('f');
	CHECK_INT(editor_cursor(e), 13);
	CHECK_INT(press_key(e, PRESS_BACKSPACE, 0), EDITOR_CHANGED);
	CTRL('a');
	CHECK_INT(press_key(e, PRESS_BACKSPACE, 0), EDITOR_MOVED);
	CHECK_INT(press_key(e, PRESS_DELETE, 0), EDITOR_CHANGED);
	CHECK_STR(text_of(e), "he quick fo");
	CTRL('e');
	CHECK_INT(press_key(e, PRESS_DELETE, 0), EDITOR_MOVED);
	CHECK_INT(editor_characters(e), 11);
	editor_free(e);
}

TEST(a_reader_s_character_is_one_step_and_one_erasure)
{
	static const char *const clusters[] = { "e\u0301", "👨‍👩‍👧", "🇩🇪", "👍🏽", "한", "\u1112\u1161\u11AB", "\u0915\u093F", "漢" };
	struct editor *e = editor_new();

	for (size_t i = 0; i < sizeof(clusters) / sizeof(clusters[0]); i++) {
		editor_set(e, "", 0);
		type(e, "🇫🇷a");
		type(e, clusters[i]);
		type(e, "b");
		CTRL('b');
		CTRL('b');
		CHECK_INT(editor_cursor(e), 9);
		CTRL('f');
		CHECK_INT(editor_cursor(e), 9 + strlen(clusters[i]));
		press_key(e, PRESS_BACKSPACE, 0);
		CHECK_STR(text_of(e), "🇫🇷ab");
		CTRL('b');
		CTRL('b');
		CHECK_INT(editor_cursor(e), 0);
	}
	editor_free(e);
}

TEST(what_is_killed_in_a_row_comes_back_together)
{
	struct editor *e = editor_new();

	type(e, "one two\nthree four\nfive");
	ALT('<');
	CTRL('k');
	CHECK_STR(text_of(e), "\nthree four\nfive");
	CTRL('k');
	CTRL('k');
	CHECK_STR(text_of(e), "\nfive");
	CHECK_INT(CTRL('y'), EDITOR_CHANGED);
	CHECK_STR(text_of(e), "one two\nthree four\nfive");
	CTRL('w');                              /* back to white space, then one word more */
	CTRL('w');
	CHECK_STR(text_of(e), "one two\n\nfive");
	ALT('>');
	CTRL('y');
	CHECK_STR(text_of(e), "one two\n\nfivethree four");
	press_key(e, PRESS_BACKSPACE, PRESS_ALT);
	ALT('<');
	ALT('d');
	CHECK_STR(text_of(e), " two\n\nfivethree ");
	CTRL('e');
	CTRL('u');
	CTRL('u');
	CHECK_STR(text_of(e), "\n\nfivethree ");
	editor_free(e);
}

TEST(undo_takes_back_words_and_redo_brings_them_again)
{
	struct editor *e = editor_new();

	type(e, "alpha beta\ngamma");
	CHECK_INT(CTRL('_'), EDITOR_CHANGED);
	CHECK_STR(text_of(e), "alpha beta\n");
	CTRL('_');
	CHECK_STR(text_of(e), "alpha beta");
	CTRL('_');
	CHECK_STR(text_of(e), "alpha ");
	ALT('_');
	ALT('_');
	CHECK_STR(text_of(e), "alpha beta\n");
	type(e, "x");
	CHECK_INT(ALT('_'), EDITOR_MOVED);      /* typing ends what could be redone */
	for (int i = 0; i < 3; i++)
		CHECK_INT(press_key(e, PRESS_BACKSPACE, 0), EDITOR_CHANGED);
	CHECK_STR(text_of(e), "alpha bet");
	CTRL('_');                              /* three erasures are one step */
	CHECK_STR(text_of(e), "alpha beta\nx");
	paste(e, "one\n", false);
	paste(e, "two\n", true);
	paste(e, "other", false);
	CTRL('_');
	CHECK_STR(text_of(e), "alpha beta\nxone\ntwo\n");
	CTRL('_');
	CHECK_STR(text_of(e), "alpha beta\nx");
	editor_replace(e, "from outside", 12);
	CTRL('_');
	CHECK_STR(text_of(e), "alpha beta\nx");
	editor_free(e);
}

TEST(keys_that_are_not_for_a_text_are_left_to_the_caller)
{
	struct editor *e = editor_new();

	CHECK_INT(press_key(e, PRESS_ENTER, PRESS_ALT), EDITOR_IGNORED);
	CHECK_INT(press_key(e, PRESS_TAB, 0), EDITOR_IGNORED);
	CHECK_INT(press_key(e, PRESS_TAB, PRESS_SHIFT), EDITOR_IGNORED);
	CHECK_INT(press_key(e, PRESS_ESCAPE, 0), EDITOR_IGNORED);
	for (const char *c = "cghijlorstvxz"; *c != '\0'; c++)
		CHECK_INT(CTRL(*c), EDITOR_IGNORED);
	CHECK_INT(ALT('x'), EDITOR_IGNORED);
	CHECK_INT(press(e, 'a', PRESS_CTRL | PRESS_ALT), EDITOR_IGNORED);
	CHECK_INT(CTRL('q'), EDITOR_MOVED);
	CHECK_INT(press_key(e, PRESS_TAB, 0), EDITOR_CHANGED);
	CTRL('q');
	type(e, "x");
	CHECK_INT(press_key(e, PRESS_TAB, 0), EDITOR_IGNORED);
	CHECK_STR(text_of(e), "\tx");
	editor_free(e);
}

TEST(rows_break_between_words_and_nothing_is_left_out)
{
	struct editor *e = editor_new();

	type(e, "one two three   \nabcdefghijklmn 漢字かな x");
	CHECK_STR(look(e, 8, 9),
	    "one two\nthree\nabcdefgh\nijklmn\n漢字かな\nx_\n\n\n");
	CHECK_STR(look(e, 3, 9), "ijklmn\n漢字かな\nx_\n");
	CHECK(editor_more_above(e) && !editor_more_below(e));
	ALT('<');
	CHECK_STR(look(e, 3, 9), "_ne two\nthree\nabcdefgh\n");
	CHECK(!editor_more_above(e) && editor_more_below(e));
	CHECK_INT(editor_rows(e, 80), 2);
	CHECK_STR(look(e, 1, 1), "_\n");
	editor_free(e);
}

TEST(hostile_text_and_tabs_are_shown_where_they_are)
{
	struct editor *e = editor_new();

	editor_set(e, "a\tb\u202E\001c", 8);
	CHECK_STR(look(e, 1, 40), "a   b<202E>^Ac_\n");
	CHECK_INT(editor_characters(e), 6);
	editor_set(e, "x\xFF\0y\r\nz\rw", 9);
	CHECK_STR(text_of(e), "x\uFFFD\uFFFDy\nz\nw");
	editor_free(e);
}

TEST(up_and_down_keep_the_column)
{
	struct editor *e = editor_new();

	type(e, "a long first line\nab\n漢字漢字漢字漢字\nthe last one");
	look(e, 6, 40);
	ALT('<');
	for (int i = 0; i < 7; i++)
		CTRL('f');
	press_key(e, PRESS_DOWN, 0);
	CHECK_INT(editor_cursor(e), 20);        /* behind "ab" */
	press_key(e, PRESS_DOWN, 0);
	CHECK_INT(editor_cursor(e), 21 + 9);    /* three wide ones are six columns, a fourth would be eight */
	CTRL('n');
	CHECK_INT(editor_cursor(e), 46 + 7);
	CTRL('p');
	CTRL('p');
	CTRL('p');
	CHECK_INT(editor_cursor(e), 7);
	CHECK_INT(press_key(e, PRESS_UP, 0), EDITOR_MOVED);
	CHECK_INT(editor_cursor(e), 7);
	press_key(e, PRESS_PAGE_DOWN, 0);
	CHECK_INT(editor_cursor(e), 53);
	editor_free(e);
}

TEST(home_and_end_go_by_rows_and_then_by_lines)
{
	struct editor *e = editor_new();

	type(e, "one two three four");
	look(e, 5, 9);                          /* "one two ", "three ", "four" */
	CTRL('b');
	CTRL('a');
	CHECK_INT(editor_cursor(e), 14);
	CTRL('a');
	CHECK_INT(editor_cursor(e), 0);
	CTRL('e');
	CHECK_INT(editor_cursor(e), 7);
	CTRL('e');
	CHECK_INT(editor_cursor(e), 18);
	editor_free(e);
}

TEST(a_full_text_says_what_found_no_room)
{
	struct editor *e = editor_new();
	size_t most = EDITOR_MAX_BYTES;
	char *big = malloc(most + 10);

	memset(big, 'x', most + 10);
	CHECK_INT(editor_set(e, big, most + 10), 10);
	CHECK_INT(editor_refused(e), 10);
	CHECK_INT(press(e, 'y', 0), EDITOR_FULL);
	CHECK_INT(editor_refused(e), 1);
	press_key(e, PRESS_BACKSPACE, 0);
	CHECK_INT(press(e, 'y', 0), EDITOR_CHANGED);
	for (int i = 0; i < 4; i++)
		press_key(e, PRESS_BACKSPACE, 0);
	CHECK_INT(paste(e, "a漢字", false), EDITOR_FULL);       /* whole characters only */
	CHECK_INT(editor_refused(e), 3);
	CHECK_STR(text_of(e) + most - 5, "xa漢");
	CTRL('k');
	CHECK_INT(editor_refused(e), 0);
	free(big);
	editor_free(e);
}

/* ---- properties ---- */

/* Applies the edits that are told to another text, as a journal would. */
static void
apply_edits(struct editor *e, struct buf *copy)
{
	struct editor_edit edit;
	struct buf next;

	while (editor_next_edit(e, &edit)) {
		CHECK(edit.at + edit.cut <= copy->len);
		buf_init(&next);
		buf_add(&next, copy->data, edit.at);
		buf_add(&next, edit.data, edit.len);
		buf_add(&next, copy->data + edit.at + edit.cut, copy->len - edit.at - edit.cut);
		buf_finish(copy);
		*copy = next;
	}
}

static void
random_text(struct buf *b, struct rng *r, uint64_t most)
{
	static const char *const pieces[] = { "a", "word ", "\n", " ", "漢", "e\u0301", "\u0301", "👨‍👩‍👧", "\t", "longish-word-here ", "🇩🇪",
	    "\u0915\u093F", "x\ny\n", "\u200D", "\u202E" };
	uint64_t count = rng_below(r, most);

	buf_clear(b);
	for (uint64_t i = 0; i < count; i++)
		buf_puts(b, pieces[rng_below(r, sizeof(pieces) / sizeof(pieces[0]))]);
}

static void
do_anything(struct editor *e, struct rng *r, struct buf *scratch)
{
	static const char ctrl[] = "aebfpndkuwyqabfdk", alt[] = "bfd<>";
	uint64_t choice = rng_below(r, 20);

	random_text(scratch, r, 6);
	if (choice < 6)
		type(e, buf_text(scratch));
	else if (choice < 8)
		editor_key(e, &(struct key_press){ .key = PRESS_PASTE, .text = buf_text(scratch), .len = scratch->len,
		    .joined = rng_below(r, 2) });
	else if (choice < 11)
		press(e, ctrl[rng_below(r, sizeof(ctrl) - 1)], PRESS_CTRL);
	else if (choice < 13)
		press(e, alt[rng_below(r, sizeof(alt) - 1)], PRESS_ALT);
	else if (choice < 15)
		CHECK(press(e, '_', rng_below(r, 2) ? PRESS_CTRL : PRESS_ALT) != EDITOR_IGNORED);
	else if (choice < 18)
		press_key(e, (enum press)(PRESS_ENTER + rng_below(r, PRESS_PAGE_DOWN - PRESS_ENTER + 1)), (unsigned)rng_below(r, 8));
	else if (choice == 18)
		editor_replace(e, buf_text(scratch), scratch->len);
	else
		editor_rows(e, 1 + (int)rng_below(r, 30));
}

static void
check_rows(struct editor *e)
{
	struct rows fresh = { 0 };

	rows_wrap(&fresh, e->text, e->len, e->rows.columns);
	CHECK_INT(e->rows.count, fresh.count);
	for (size_t i = 0; i < fresh.count; i++) {
		CHECK_INT(e->rows.v[i].start, fresh.v[i].start);
		CHECK_INT(e->rows.v[i].first, fresh.v[i].first);
	}
	rows_finish(&fresh);
}

static void
check_all(struct editor *e, struct buf *copy)
{
	CHECK(!editor_failed(e));
	CHECK(text_valid(e->text, e->len));
	CHECK_INT(strlen(e->text), e->len);
	CHECK_INT(text_count(e->text, e->len), editor_characters(e));
	CHECK(e->cursor <= e->len && (e->cursor == e->len || ((unsigned char)e->text[e->cursor] & 0xC0) != 0x80));
	apply_edits(e, copy);
	CHECK_STR(buf_text(copy), e->text);
	check_rows(e);
}

TEST(any_keys_keep_text_journal_rows_and_undo_together)
{
	int rounds = test_size(400, 400, 20000);
	struct buf scratch, copy, first;
	struct rng r;

	rng_seed(&r, 7, "editor");
	buf_init(&scratch);
	buf_init(&first);
	for (int round = 0; round < rounds; round++) {
		struct editor *e = editor_new();
		char *last;

		random_text(&first, &r, 20);
		editor_set(e, buf_text(&first), first.len);
		buf_init(&copy);
		buf_add(&copy, buf_text(&first), first.len);
		for (int i = 0; i < 60; i++) {
			do_anything(e, &r, &scratch);
			if (rng_below(&r, 3) > 0)
				check_all(e, &copy);
		}
		check_all(e, &copy);
		while (ALT('_') == EDITOR_CHANGED)
			;
		last = strdup(text_of(e));
		while (CTRL('_') == EDITOR_CHANGED)
			;
		CHECK_STR(text_of(e), buf_text(&first));
		while (ALT('_') == EDITOR_CHANGED)
			;
		CHECK_STR(text_of(e), last);
		check_all(e, &copy);
		free(last);
		buf_finish(&copy);
		editor_free(e);
	}
	buf_finish(&scratch);
	buf_finish(&first);
}

/* A text of single characters, edited in the plainest way. */
struct model {
	uint32_t text[4000], killed[4000];
	size_t len, cursor, killed_len;
};

static void
model_insert(struct model *m, const uint32_t *s, size_t len)
{
	memmove(m->text + m->cursor + len, m->text + m->cursor, (m->len - m->cursor) * sizeof(*s));
	memcpy(m->text + m->cursor, s, len * sizeof(*s));
	m->len += len;
	m->cursor += len;
}

static void
model_cut(struct model *m, size_t from, size_t to, bool keep)
{
	if (keep && from < to) {
		memcpy(m->killed, m->text + from, (to - from) * sizeof(*m->text));
		m->killed_len = to - from;
	}
	memmove(m->text + from, m->text + to, (m->len - to) * sizeof(*m->text));
	m->len -= to - from;
	m->cursor = from;
}

static size_t
model_line_end(const struct model *m)
{
	size_t at = m->cursor;

	while (at < m->len && m->text[at] != '\n')
		at++;
	return at == m->cursor && at < m->len ? at + 1 : at;
}

static size_t
model_line_start(const struct model *m)
{
	size_t at = m->cursor;

	while (at > 0 && m->text[at - 1] != '\n')
		at--;
	return at;
}

static bool
model_word(uint32_t cp)
{
	return cp != ' ' && cp != '\n' && cp != '.';
}

static size_t
model_word_after(const struct model *m)
{
	size_t at = m->cursor;

	while (at < m->len && !model_word(m->text[at]))
		at++;
	while (at < m->len && model_word(m->text[at]))
		at++;
	return at;
}

/* The same step on both; a motion between kills keeps them apart. */
static void
step_both(struct editor *e, struct model *m, struct rng *r)
{
	static const uint32_t alphabet[] = { 'a', 'b', ' ', '.', 0xE9, 0x6F22, 0x1F600, '\n' };
	uint32_t cp = alphabet[rng_below(r, 8)];

	switch (rng_below(r, 12)) {
	case 0: CTRL('b'); m->cursor -= m->cursor > 0; break;
	case 1: CTRL('f'); m->cursor += m->cursor < m->len; break;
	case 2: press_key(e, PRESS_BACKSPACE, 0); model_cut(m, m->cursor - (m->cursor > 0), m->cursor, false); break;
	case 3: CTRL('d'); model_cut(m, m->cursor, m->cursor + (m->cursor < m->len), false); break;
	case 4: CTRL('k'); model_cut(m, m->cursor, model_line_end(m), true); CTRL('b'); m->cursor -= m->cursor > 0; break;
	case 5: CTRL('u'); model_cut(m, model_line_start(m), m->cursor, true); CTRL('b'); m->cursor -= m->cursor > 0; break;
	case 6: ALT('f'); m->cursor = model_word_after(m); break;
	case 7: if (m->killed_len < 20) { CTRL('y'); model_insert(m, m->killed, m->killed_len); } break;
	case 8: ALT('d'); model_cut(m, m->cursor, model_word_after(m), true); CTRL('f'); m->cursor += m->cursor < m->len; break;
	default:
		if (m->len > 3000)
			break;
		if (cp == '\n')
			press_key(e, PRESS_ENTER, 0);
		else
			editor_key(e, &(struct key_press){ .key = PRESS_CHAR, .cp = cp });
		model_insert(m, &cp, 1);
	}
}

TEST(random_edits_are_those_of_a_simple_model)
{
	static struct model m;
	struct rng r;

	rng_seed(&r, 8, "editor");
	for (int round = 0; round < 60; round++) {
		struct editor *e = editor_new();

		memset(&m, 0, sizeof(m));
		for (int i = 0; i < 500; i++) {
			struct buf want;

			step_both(e, &m, &r);
			buf_init(&want);
			for (size_t k = 0; k < m.len; k++) {
				if (k == m.cursor)
					CHECK_INT(editor_cursor(e), want.len);
				text_put(&want, m.text[k]);
			}
			CHECK_STR(text_of(e), buf_text(&want));
			buf_finish(&want);
		}
		editor_free(e);
	}
}

TEST(undo_forgets_the_oldest_steps_only)
{
	struct editor *e = editor_new();
	size_t len = 200000;
	char *big = malloc(len + 1);
	int undone = 0;

	memset(big, 'y', len);
	big[len] = '\0';
	type(e, "first");
	for (int i = 0; i < 10; i++) {
		paste(e, big, false);
		CTRL('u');
	}
	CHECK(e->change_bytes <= EDITOR_UNDO_BYTES);
	while (CTRL('_') == EDITOR_CHANGED)
		undone++;
	CHECK(undone >= 4 && undone < 20);
	free(big);
	editor_free(e);
}

TEST(any_way_to_a_size_shows_the_same)
{
	struct editor *e = editor_new(), *fresh = editor_new();
	struct buf text;
	struct rng r;
	char before[20000];
	size_t len;

	rng_seed(&r, 9, "editor");
	buf_init(&text);
	for (int round = 0; round < 100; round++) {
		random_text(&text, &r, 120);
		editor_set(e, buf_text(&text), text.len);
		for (uint64_t back = rng_below(&r, 60); back > 0; back--)
			CTRL('b');
		for (int i = 0; i < 20; i++)
			look(e, 1 + (int)rng_below(&r, 20), 1 + (int)rng_below(&r, 60));
		snprintf(before, sizeof(before), "%s", look(e, 7, 25));
		editor_text(e, &len);
		editor_set(fresh, buf_text(&text), text.len);
		for (int i = 0; editor_cursor(fresh) > editor_cursor(e) && i < 1000; i++)
			press(fresh, 'b', PRESS_CTRL);
		CHECK_STR(look(fresh, 7, 25), before);
	}
	buf_finish(&text);
	editor_free(e);
	editor_free(fresh);
}
