#include "cli/table.h"
#include "test.h"
#include "viva/buf.h"

static const struct table_column columns[] = {
	{ "No", 4, true }, { "name", 6, false }, { "mean", 5, true }, { "state", 6, false },
};

static const char *
rows(struct buf *b, int screen, const char *name, const char *mean)
{
	const struct table t = { columns, 4, 2, screen };
	const char *cells[] = { "7", name, mean, "done" };

	buf_clear(b);
	table_head(b, &t);
	table_row(b, &t, cells);
	return buf_text(b);
}

TEST(a_wide_screen_shows_a_table_and_a_narrow_one_names_each_value)
{
	struct buf b = { 0 };

	CHECK_STR(rows(&b, 27, "Ann", "2.1"), "  No  name     mean  state\n   7  Ann       2.1  done\n");
	CHECK_STR(rows(&b, 26, "Ann", "2.1"), "7 Ann\n    mean 2.1, state done\n");
	CHECK_STR(rows(&b, 26, "Ann", ""), "7 Ann\n    state done\n");
	buf_finish(&b);
}

TEST(a_long_cell_is_cut_between_characters_and_hostile_text_is_shown)
{
	struct buf b = { 0 };

	CHECK_STR(rows(&b, 80, "Zoë-Anna", "-"), "  No  name     mean  state\n   7  Zoë-An      -  done\n");
	CHECK_STR(rows(&b, 80, "日本語語", "-"), "  No  name     mean  state\n   7  日本語      -  done\n");
	CHECK_STR(rows(&b, 80, "a\x1b[m", "-"), "  No  name     mean  state\n   7  a^[[m       -  done\n");
	CHECK_STR(rows(&b, 20, "a\x1b[m", "-"), "7 a^[[m\n    mean -, state\n    done\n");
	buf_finish(&b);
}
