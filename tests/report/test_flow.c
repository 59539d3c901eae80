#include "test.h"
#include "report/bidi.h"
#include "report/flow.h"
#include "report/font.h"
#include "report/number.h"
#include "report/theme.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/rng.h"
#include "viva/text.h"

static const struct dl_type type = { FACE_REGULAR, 10, INK, WHITE, 0 };

static struct buf
joined(const struct lines *l, const char *between)
{
	struct buf b;

	buf_init(&b);
	for (size_t i = 0; i < l->count; i++) {
		buf_puts(&b, i > 0 ? between : "");
		buf_puts(&b, l->v[i]);
	}
	return b;
}

TEST(lines_break_where_a_reader_would_break_them)
{
	static const struct { double width; const char *text, *lines; } cases[] = {
		{ 60, "one two three four", "one two|three four" },
		{ 500, "  blanks at both ends  ", "blanks at both ends" },
		{ 49, "it took 40 s in all", "it took|40 s in all" },           /* 40 stays with s */
		{ 62, "about 90 % range", "about 90 %|range" },
		{ 45, "about 90 % range", "about|90 %|range" },
		{ 40, "Donaudampfschiff", "Donauda|mpfschif|f" },
		{ 60, "an end-to-end thing", "an|end-to-end|thing" },           /* a hyphen only if it must */
		{ 30, "end-to-end", "end-|to-end" },
		{ 500, "", "" }, { 500, "   ", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct display_list *dl = display_list_new();
		struct lines l = flow(dl, &type, cases[i].width, cases[i].text);
		struct buf b = joined(&l, "|");

		CHECK_STR(buf_text(&b), cases[i].lines);
		buf_finish(&b);
		display_list_free(dl);
	}
}

TEST(a_cut_text_ends_in_an_ellipsis_and_a_whole_one_does_not)
{
	struct display_list *dl = display_list_new();
	struct lines cut = flow_at_most(dl, &type, 60, 2, "one two three four five six");
	struct lines whole = flow_at_most(dl, &type, 60, 2, "one two three four");

	CHECK_INT(cut.count, 2);
	CHECK(strstr(cut.v[1], "\xe2\x80\xa6") != NULL);
	CHECK(dl_width(dl, &type, cut.v[1]) <= 60.3);
	CHECK_STR(whole.v[1], "three four");
	display_list_free(dl);
}

TEST(no_line_is_too_wide_and_no_character_is_lost_for_any_text_and_width)
{
	static const char *const pieces[] = { " ", " ", "-", "a", "W", "iii", "\xe1\xbb\x85", "\xd0\x98",
		"\xe6\x98\x8e", "\xd7\xa9", "1", "12 ms", "%", "/", "e\xcc\x81", "\xf0\x9f\x98\x80",
		"Donaudampf" };
	struct rng rng;

	rng_seed(&rng, 20250308, "flow");
	for (int round = 0; round < 400; round++) {
		struct display_list *dl = display_list_new();
		double width = 30 + (double)rng_below(&rng, 200);
		struct buf text, want, got, bare;
		struct lines l;

		buf_init(&text);
		for (uint64_t n = rng_below(&rng, 60); n > 0; n--)
			buf_puts(&text, pieces[rng_below(&rng, sizeof pieces / sizeof pieces[0])]);
		l = flow(dl, &type, width, buf_text(&text));
		for (size_t i = 0; i < l.count; i++)
			CHECK(dl_width(dl, &type, l.v[i]) <= width + 0.3);
		got = joined(&l, "");
		buf_init(&want);
		for (const char *c = dl_clean(dl, FACE_REGULAR, buf_text(&text)); *c != '\0'; c++)
			if (*c != ' ')
				buf_putc(&want, *c);
		buf_init(&bare);
		for (size_t i = 0; i < got.len; i++)    /* blanks within lines go as well */
			if (got.data[i] != ' ')
				buf_putc(&bare, got.data[i]);
		CHECK_STR(buf_text(&bare), buf_text(&want));
		buf_finish(&bare);
		buf_finish(&text);
		buf_finish(&want);
		buf_finish(&got);
		display_list_free(dl);
	}
}

TEST(a_hostile_text_is_made_visible_before_it_stands_on_a_page)
{
	static const struct { const char *text, *shown;
	} cases[] = {
		{ "a\xcc\x81", "\xc3\xa1" }, { "tab\there", "tab here" }, { "\x1b[31m", "^[[31m" },
		{ "a\xe2\x80\xae"
		  "b",
		    "a<202E>b" },
		{ "\xff", "\xef\xbf\xbd" }, { "two\nlines", "two lines" },
		{ "\xe0\xa4\x85", "\xef\xbf\xbd" }, /* no face has it: a box */
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct display_list *dl = display_list_new();

		CHECK_STR(dl_clean(dl, FACE_REGULAR, cases[i].text), cases[i].shown);
		display_list_free(dl);
	}
}

TEST(each_character_comes_from_the_first_file_of_the_chain_that_has_it)
{
	struct fonts *f = fonts_new();
	struct shaped s = { 0 };

	CHECK_INT(font_shape(f, FACE_BOLD, "e\xe1\xbb\x85\xd7\xa9", NULL, &s), 0);
	CHECK_INT(s.count, 3);
	CHECK_INT(s.v[0].file, FONT_LATO_BOLD);
	CHECK_INT(s.v[1].file, FONT_LATO_BOLD);
	CHECK_INT(s.v[2].file, FONT_DEJAVU_SANS_BOLD);
	CHECK(s.v[0].id != s.v[1].id);
	CHECK(s.top > font_info(f, FONT_LATO_BOLD)->cap_height / 1000.0);      /* the stacked accent */
	CHECK(font_covers(f, FACE_MONO, 'x'));
	CHECK(!font_covers(f, FACE_MONO, 0x0905));
	shaped_finish(&s);
	fonts_free(f);
}

TEST(pairs_are_kerned_and_digits_have_one_width)
{
	struct fonts *f = fonts_new();
	double digit = font_width(f, FACE_BOLD, 10, "0", NULL);

	CHECK(font_width(f, FACE_REGULAR, 10, "AV", NULL) <
	    font_width(f, FACE_REGULAR, 10, "A", NULL) + font_width(f, FACE_REGULAR, 10, "V", NULL) - 0.1);
	for (const char *c = "123456789"; *c != '\0'; c++)
		CHECK_NEAR(font_width(f, FACE_BOLD, 10, (char[]){ *c, '\0' }, NULL), digit, 1e-9);
	fonts_free(f);
}

TEST(right_to_left_letters_run_to_the_left_and_numbers_among_them_to_the_right)
{
	static const uint32_t starts[] = { 8, 9, 7, 5, 4, 2, 0 };       /* the last word stands at the left */
	static const char text[] = "\xd7\xa9\xd7\x9c \xd7\xa9 12";
	struct fonts *f = fonts_new();
	struct arena *arena = arena_new();
	struct shaped s = { 0 };
	struct bidi bidi;

	CHECK_INT(bidi_levels(&bidi, arena, text), 0);
	CHECK(bidi.rtl);
	CHECK_INT(font_shape(f, FACE_REGULAR, text, bidi.levels, &s), 0);
	CHECK_INT(s.count, 7);
	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		CHECK_INT(s.v[i].start, starts[i]);
	shaped_finish(&s);
	arena_free(arena);
	fonts_free(f);
}

TEST(numbers_are_written_without_the_locale)
{
	static const struct { double v; const char *hundredths, *tenths;
	} cases[] = {
		{ 0, "0", "0.0" },
		{ 12, "12", "12.0" },
		{ 0.5, "0.5", "0.5" },
		{ -3.254, "-3.25", "-3.3" },
		{ 2.25, "2.25", "2.2" },
		{ 1.15, "1.15", "1.1" },
		{ -0.001, "0", "0.0" },
		{ -0.04, "-0.04", "0.0" },
		{ 99.999, "100", "100.0" },
		{ 0.05, "0.05", "0.1" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf b;

		buf_init(&b);
		put_hundredths(&b, cases[i].v);
		CHECK_STR(buf_text(&b), cases[i].hundredths);
		buf_clear(&b);
		put_tenths(&b, cases[i].v);
		CHECK_STR(buf_text(&b), cases[i].tenths);
		buf_finish(&b);
	}
}

TEST(every_face_draws_all_of_printable_ascii_with_its_first_typeface)
{
	static const enum font_file first[FACE_COUNT] = { FONT_LATO_REGULAR, FONT_LATO_SEMIBOLD, FONT_LATO_BOLD,
		FONT_DEJAVU_SANS_MONO };
	struct fonts *f = fonts_new();
	struct shaped s = { 0 };

	for (int face = 0; face < FACE_COUNT; face++)
		for (char c = ' '; c <= '~'; c++) {
			char text[] = { c, '\0' };

			CHECK(font_covers(f, (enum face)face, (uint32_t)c));
			CHECK_INT(font_shape(f, (enum face)face, text, NULL, &s), 0);
			CHECK_INT(s.count, 1);
			CHECK_INT(s.v[0].file, first[face]);
			CHECK(s.v[0].id != 0);
			CHECK(s.v[0].advance > 0);
		}
	shaped_finish(&s);
	fonts_free(f);
}

TEST(a_text_has_the_same_glyphs_in_any_line_that_holds_it)
{
	static const char *const words[] = { "AVATAR", "To", "Ty", "fi", "Nguy\xe1\xbb\x85n", "\xce\xa9mega", "12.5", "-",
		"\xe6\x98\x8e\xe5\xa4\xa9", "e\xcc\x81",
		"a-word-that-is-longer-than-those-which-are-kept-for-the-next-time", "" };
	struct fonts *f = fonts_new();
	struct shaped whole = { 0 }, word = { 0 };
	struct rng rng;

	rng_seed(&rng, 7, "words");
	for (int round = 0; round < 300; round++) {
		enum face face = (enum face)rng_below(&rng, FACE_COUNT);
		struct buf text;
		double blank = 0, width = 0;
		size_t at = 0;

		buf_init(&text);
		for (uint64_t n = rng_below(&rng, 9) + 1; n > 0; n--)
			buf_printf(&text, "%s%s", words[rng_below(&rng, sizeof words / sizeof words[0])], n > 1 ? " " : "");
		CHECK_INT(font_shape(f, face, buf_text(&text), NULL, &whole), 0);
		for (const char *s = buf_text(&text); *s != '\0';) {
			size_t len = strcspn(s, " ");
			char *alone = strndup(s, len);

			CHECK_INT(font_shape(f, face, alone, NULL, &word), 0);
			for (size_t i = 0; i < word.count; i++, at++) {
				CHECK_INT(whole.v[at].id, word.v[i].id);
				CHECK_INT(whole.v[at].file, word.v[i].file);
				CHECK_INT(whole.v[at].start, (size_t)(s - text.data) + word.v[i].start);
				CHECK_INT(whole.v[at].length, word.v[i].length);
			}
			width += word.width;
			s += len;
			if (*s == ' ') {
				blank = whole.v[at].advance;
				CHECK(blank > 0.1 && blank < 1);
				CHECK_INT(whole.v[at].length, 1);
				width += blank;
				at++;
				s++;
			}
			free(alone);
		}
		CHECK_INT(at, whole.count);
		CHECK_NEAR(width, whole.width, 1e-9);
		buf_finish(&text);
	}
	shaped_finish(&whole);
	shaped_finish(&word);
	fonts_free(f);
}
