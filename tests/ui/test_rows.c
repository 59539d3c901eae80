/* Rows after an edit are those of a text that was wrapped anew. */
#include "test.h"
#include "ui/rows.h"
#include "viva/buf.h"
#include "viva/rng.h"

#define PIECES_MAX 120

/* Narrow and wide, blanks, what joins its neighbours, and what is shown as more columns than it has. */
static const char *const pieces[] = { "a", "b", "cd", "word", " ", " ", "  ", "\t", "\n", "\xE4\xB8\x96", "\xCC\x81",
	"\xF0\x9F\x87\xA9", "\xF0\x9F\x87\xAA", "\xF0\x9F\x91\xA9", "\xE2\x80\x8D", "\x01", "\xEF\xBF\xBD" };

static void
add_pieces(struct buf *text, struct rng *r, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_puts(text, pieces[rng_below(r, sizeof pieces / sizeof pieces[0])]);
}

/* The beginning of a character near `at`. */
static size_t
boundary(const struct buf *text, size_t at)
{
	while (at > 0 && at < text->len && ((unsigned char)buf_text(text)[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void
check_rows(const struct rows *rows, const struct buf *text)
{
	struct rows fresh = { 0 };

	rows_wrap(&fresh, buf_text(text), text->len, rows->columns);
	CHECK(!rows->failed);
	CHECK_INT(rows->count, fresh.count);
	for (size_t i = 0; i < fresh.count; i++) {
		CHECK_INT(rows->v[i].start, fresh.v[i].start);
		CHECK_INT(rows->v[i].first, fresh.v[i].first);
	}
	rows_finish(&fresh);
}

/* Replaces a part of the text by other pieces. */
static void
edit(struct rows *rows, struct buf *text, struct rng *r)
{
	size_t at = boundary(text, rng_below(r, text->len + 1));
	size_t end = boundary(text, at + rng_below(r, (text->len - at) / (1 + rng_below(r, 20)) + 1));
	struct buf added, next;

	if (end < at)
		end = at;
	buf_init(&added);
	buf_init(&next);
	add_pieces(&added, r, rng_below(r, 4));
	buf_add(&next, buf_text(text), at);
	buf_add(&next, buf_text(&added), added.len);
	buf_add(&next, buf_text(text) + end, text->len - end);
	rows_edit(rows, buf_text(&next), next.len, at, end - at, added.len);
	buf_finish(text);
	buf_finish(&added);
	*text = next;
}

/* One that did not fit drove its word into a row of its own, and stands in the next. */
TEST(what_no_longer_drives_a_word_away_lets_it_return)
{
	static const char before[] = " bbbbbbb\x01", after[] = " bbbbbbb";
	struct rows rows = { 0 };

	rows_wrap(&rows, before, strlen(before), 8);
	CHECK_INT(rows.count, 3);
	rows_edit(&rows, after, strlen(after), strlen(after), 1, 0);
	CHECK_INT(rows.count, 1);
	rows_finish(&rows);
}

TEST(an_edit_leaves_the_rows_of_a_text_wrapped_anew)
{
	int rounds = getenv("VIVA_SOAK") != NULL ? 300000 : 6000;
	struct rng r;

	rng_seed(&r, 1, "rows");
	for (int round = 0; round < rounds; round++) {
		struct rows rows = { 0 };
		struct buf text;

		buf_init(&text);
		add_pieces(&text, &r, rng_below(&r, PIECES_MAX));
		rows_wrap(&rows, buf_text(&text), text.len, 1 + (int)rng_below(&r, 14));
		for (int i = 0; i < 12; i++) {
			edit(&rows, &text, &r);
			check_rows(&rows, &text);
		}
		rows_finish(&rows);
		buf_finish(&text);
	}
}
