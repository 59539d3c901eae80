/* What keys do in a text field. */
#include <ctype.h>

#include "ui/editor_model.h"
#include "viva/buf.h"
#include "viva/text.h"

/* ---- places ---- */

static size_t
after(const struct editor *e, size_t at)
{
	return at < e->len ? text_grapheme_next(e->text, e->len, at) : at;
}

static size_t
before(const struct editor *e, size_t at)
{
	return at > 0 ? text_grapheme_prev(e->text, e->len, at) : at;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Letters, digits, and all that is not ASCII. */
static bool
in_word(char c)
{
	return (unsigned char)c >= 0x80 || isalnum((unsigned char)c) || c == '_';
}

static size_t
word_after(const struct editor *e)
{
	size_t at = e->cursor;

	while (at < e->len && !in_word(e->text[at]))
		at = after(e, at);
	while (at < e->len && in_word(e->text[at]))
		at = after(e, at);
	return at;
}

static size_t
word_before(const struct editor *e)
{
	size_t at = e->cursor;

	while (at > 0 && !in_word(e->text[before(e, at)]))
		at = before(e, at);
	while (at > 0 && in_word(e->text[before(e, at)]))
		at = before(e, at);
	return at;
}

/* As far as blanks only, whatever stands between. */
static size_t
blank_before(const struct editor *e)
{
	size_t at = e->cursor;

	while (at > 0 && is_blank(e->text[at - 1]))
		at--;
	while (at > 0 && !is_blank(e->text[at - 1]))
		at--;
	return at;
}

/* ---- doing ---- */

static enum editor_result
go(struct editor *e, size_t to)
{
	e->cursor = to;
	e->last = DID_OTHER;
	return EDITOR_MOVED;
}

static enum editor_result
go_rows(struct editor *e, long rows)
{
	size_t to = editor_vertical(e, rows);
	int goal = e->goal;

	go(e, to);
	e->goal = goal;         /* the only motion that keeps it */
	return EDITOR_MOVED;
}

static enum editor_result
erase(struct editor *e, size_t from, size_t to)
{
	if (from == to)
		return EDITOR_MOVED;
	editor_change(e, from, to - from, NULL, 0, e->last == DID_DELETE);
	e->last = DID_DELETE;
	return EDITOR_CHANGED;
}

/* Erases and keeps for ^Y; what is killed in a row is kept together. */
static enum editor_result
kill(struct editor *e, size_t from, size_t to)
{
	bool forward = from == e->cursor, joins = e->last == DID_KILL;
	struct buf kept = { 0 };

	if (from == to)
		return EDITOR_MOVED;
	if (joins && forward)
		buf_add(&kept, e->killed.data, e->killed.len);
	buf_add(&kept, e->text + from, to - from);
	if (joins && !forward)
		buf_add(&kept, e->killed.data, e->killed.len);
	buf_finish(&e->killed);
	e->killed = kept;
	editor_change(e, from, to - from, NULL, 0, joins);
	e->last = DID_KILL;
	return EDITOR_CHANGED;
}

static enum editor_result
inserted(const struct editor *e)
{
	return e->refused > 0 ? EDITOR_FULL : EDITOR_CHANGED;
}

static enum editor_result
yank(struct editor *e)
{
	if (e->killed.len == 0)
		return EDITOR_MOVED;
	editor_insert(e, e->killed.data, e->killed.len, false);
	e->last = DID_OTHER;
	return inserted(e);
}

/* Words are the steps of typing; a new line is one too. */
static enum editor_result
type(struct editor *e, const char *bytes, size_t len)
{
	bool begins_word = e->cursor > 0 && is_blank(e->text[e->cursor - 1]) && !is_blank(bytes[0]);
	bool joins = e->last == DID_TYPE && !begins_word && bytes[0] != '\n';

	if (editor_insert(e, bytes, len, joins))
		e->last = DID_TYPE;
	return inserted(e);
}

static enum editor_result
type_code_point(struct editor *e, uint32_t cp)
{
	enum editor_result result;
	struct buf b;

	buf_init(&b);
	text_put(&b, cp);
	result = type(e, buf_text(&b), b.len);
	buf_finish(&b);
	return result;
}

static enum editor_result
paste(struct editor *e, const struct key_press *k)
{
	if (editor_insert(e, k->text, k->len, k->joined && e->last == DID_PASTE))
		e->last = DID_PASTE;
	return inserted(e);
}

static enum editor_result
take_back(struct editor *e, bool (*way)(struct editor *))
{
	e->last = DID_OTHER;
	return way(e) ? EDITOR_CHANGED : EDITOR_MOVED;
}

/* ---- keys ---- */

static enum editor_result
ctrl_letter(struct editor *e, uint32_t letter)
{
	switch (letter) {
	case 'a': return go(e, editor_row_home(e));
	case 'e': return go(e, editor_row_end(e));
	case 'b': return go(e, before(e, e->cursor));
	case 'f': return go(e, after(e, e->cursor));
	case 'p': return go_rows(e, -1);
	case 'n': return go_rows(e, 1);
	case 'd': return erase(e, e->cursor, after(e, e->cursor));
	case 'k': {
		size_t end = editor_line_end(e, e->cursor);

		return kill(e, e->cursor, end > e->cursor ? end : after(e, end));
	}
	case 'u': return kill(e, editor_line_start(e, e->cursor), e->cursor);
	case 'w': return kill(e, blank_before(e), e->cursor);
	case 'y': return yank(e);
	case '_': return take_back(e, editor_undo);
	case 'q':
		e->quoting = true;
		return EDITOR_MOVED;
	default: return EDITOR_IGNORED;
	}
}

static enum editor_result
alt_letter(struct editor *e, uint32_t letter)
{
	switch (letter) {
	case 'b': return go(e, word_before(e));
	case 'f': return go(e, word_after(e));
	case 'd': return kill(e, e->cursor, word_after(e));
	case '_': return take_back(e, editor_redo);
	case '<': return go(e, 0);
	case '>': return go(e, e->len);
	default: return EDITOR_IGNORED;
	}
}

static enum editor_result
character(struct editor *e, const struct key_press *k)
{
	if (k->mods == 0)
		return type_code_point(e, k->cp);
	if (k->mods == PRESS_CTRL)
		return ctrl_letter(e, k->cp);
	return k->mods == PRESS_ALT ? alt_letter(e, k->cp) : EDITOR_IGNORED;
}

static enum editor_result
named_key(struct editor *e, const struct key_press *k)
{
	bool word = (k->mods & (PRESS_CTRL | PRESS_ALT)) != 0;

	switch (k->key) {
	case PRESS_UP: return go_rows(e, -1);
	case PRESS_DOWN: return go_rows(e, 1);
	case PRESS_PAGE_UP: return go_rows(e, -(e->page_rows > 1 ? e->page_rows - 1 : 1));
	case PRESS_PAGE_DOWN: return go_rows(e, e->page_rows > 1 ? e->page_rows - 1 : 1);
	case PRESS_LEFT: return go(e, word ? word_before(e) : before(e, e->cursor));
	case PRESS_RIGHT: return go(e, word ? word_after(e) : after(e, e->cursor));
	case PRESS_HOME: return go(e, word ? 0 : editor_row_home(e));
	case PRESS_END: return go(e, word ? e->len : editor_row_end(e));
	case PRESS_BACKSPACE:
		return word ? kill(e, word_before(e), e->cursor) : erase(e, before(e, e->cursor), e->cursor);
	case PRESS_DELETE:
		return word ? kill(e, e->cursor, word_after(e)) : erase(e, e->cursor, after(e, e->cursor));
	case PRESS_ENTER: return k->mods == 0 ? type(e, "\n", 1) : EDITOR_IGNORED;
	case PRESS_CHAR: return character(e, k);
	case PRESS_PASTE: return paste(e, k);
	case PRESS_TAB:
	case PRESS_INSERT:
	case PRESS_ESCAPE: break;
	}
	return EDITOR_IGNORED;
}

static bool
moves_by_rows(const struct key_press *k)
{
	switch (k->key) {
	case PRESS_UP:
	case PRESS_DOWN:
	case PRESS_PAGE_UP:
	case PRESS_PAGE_DOWN: return true;
	case PRESS_CHAR: return k->mods == PRESS_CTRL && (k->cp == 'p' || k->cp == 'n');
	default: return false;
	}
}

enum editor_result
editor_key(struct editor *e, const struct key_press *k)
{
	bool quoted = e->quoting;

	e->quoting = false;
	e->refused = 0;
	if (editor_failed(e))
		return EDITOR_IGNORED;
	if (!moves_by_rows(k))
		e->goal = -1;
	if (quoted && k->key == PRESS_TAB && k->mods == 0)
		return type(e, "\t", 1);
	return named_key(e, k);
}
