#include <stdbool.h>
#include "test.h"
#include "report/theme.h"
#include "viva/buf.h"
#include "viva/display_list.h"

static const struct dl_type type = { FACE_REGULAR, 10, INK, WHITE, 0 };
static const struct dl_ink filled = { .fill = TINT, .stroke = DL_NONE };
static const struct dl_ink stroked = { .fill = DL_NONE, .stroke = INK, .line_width = 1 };

static struct display_list *
page(void)
{
	struct display_list *dl = display_list_new();

	dl->margin_left = dl->margin_right = dl->margin_top = dl->margin_bottom = 40;
	dl_page(dl, 400, 300);
	return dl;
}

/* A page that is right, and then one thing wrong. */
static void
sound(struct display_list *dl)
{
	dl_tag(dl, TAG_P, NULL);
	dl_text(dl, 50, 100, ALIGN_LEFT, &type, "A sound line of text");
	dl_tag_end(dl);
	dl_tag(dl, TAG_FIGURE, "A bar");
	dl_rect(dl, 50, 120, 100, 20, &filled);
	dl_tag_end(dl);
	dl_line(dl, 10, 150, 390, 150, &stroked);
	dl_link(dl, 50, 90, 50, 12, 1, 20);
	dl_bookmark(dl, 20, "Here");
}

static void
too_far_right(struct display_list *dl)
{
	dl_text(dl, 300, 200, ALIGN_LEFT, &type, "Over the right margin");
}
static void too_low(struct display_list *dl) { dl_text(dl, 50, 262, ALIGN_LEFT, &type, "gypsy"); }
static void too_high(struct display_list *dl) { dl_text(dl, 50, 42, ALIGN_LEFT, &type, "High"); }
static void text_on_text(struct display_list *dl) { dl_text(dl, 60, 104, ALIGN_LEFT, &type, "Here I stand"); }
static void shape_off_page(struct display_list *dl) { dl_rect(dl, 350, 250, 60, 20, &filled); }
static void line_off_page(struct display_list *dl) { dl_line(dl, 10, 10, 10, 310, &stroked); }
static void circle_off_page(struct display_list *dl) { dl_circle(dl, 5, 100, 6, &filled); }
static void link_off_page(struct display_list *dl) { dl_link(dl, 390, 90, 50, 12, 1, 20); }
static void link_to_nowhere(struct display_list *dl) { dl_link(dl, 50, 90, 50, 12, 2, 20); }
static void bookmark_off_page(struct display_list *dl) { dl_bookmark(dl, 301, "There"); }
static void figure_without_words(struct display_list *dl) { dl_tag(dl, TAG_FIGURE, NULL); dl_tag_end(dl); }
static void figure_with_empty_words(struct display_list *dl) { dl_tag(dl, TAG_FIGURE, ""); dl_tag_end(dl); }
static void left_open(struct display_list *dl) { dl_tag(dl, TAG_P, NULL); }
static void closed_twice(struct display_list *dl) { dl_tag_end(dl); }
static void crossed(struct display_list *dl) { dl_line(dl, 40, 90, 160, 105, &stroked); }
static void covered(struct display_list *dl) { dl_rect(dl, 40, 80, 200, 30, &filled); }

static void
too_small(struct display_list *dl)
{
	dl_text(
	    dl, 50, 200, ALIGN_LEFT, &(struct dl_type){ FACE_REGULAR, 6.99, INK, WHITE, 0 }, "Small print");
}

static void
too_pale(struct display_list *dl)
{
	dl_text(dl, 50, 200, ALIGN_LEFT, &(struct dl_type){ FACE_REGULAR, 10, 0x7B7B7B, WHITE, 0 }, "Pale");
}

static void
pale_on_its_shape(struct display_list *dl)
{
	dl_circle(dl, 100, 200, 20, &(struct dl_ink){ .fill = BAR, .stroke = DL_NONE });
	dl_text(dl, 100, 203, ALIGN_CENTRE, &(struct dl_type){ FACE_BOLD, 10, WHITE, BAR, 0 }, "7");
}

static void
half_on_a_shape(struct display_list *dl)
{
	dl_rect(dl, 50, 190, 20, 20, &(struct dl_ink){ .fill = WHITE, .stroke = DL_NONE });
	dl_text(dl, 55, 203, ALIGN_LEFT, &type, "Half on it");
}

static void
over_the_rim_of_a_circle(struct display_list *dl)
{
	dl_circle(dl, 100, 200, 8, &(struct dl_ink){ .fill = WHITE, .stroke = DL_NONE });
	dl_text(dl, 100, 203, ALIGN_CENTRE, &type, "MMM");
}

static void
on_another_ground(struct display_list *dl)
{
	dl_rect(dl, 45, 180, 200, 40, &filled);
	dl_text(dl, 50, 203, ALIGN_LEFT, &type, "It says white");
}

static void
with_a_character_no_face_has(struct display_list *dl)
{
	dl_text(dl, 50, 200, ALIGN_LEFT, &type, "x");
	dl->ops[dl->count - 1].text = "\xe0\xa4\x85";   /* round dl_text(), which would not let it pass */
}

static void
with_another_width(struct display_list *dl)
{
	dl_text(dl, 50, 200, ALIGN_LEFT, &type, "Measured");
	dl->ops[dl->count - 1].measured -= 1;
}

static const struct fault { const char *says; void (*add)(struct display_list *dl); } faults[] = {
	{ "outside the margins", too_far_right }, { "outside the margins", too_low },
	{ "outside the margins", too_high }, { "over another text: A sound line of text", text_on_text },
	{ "outside the page", shape_off_page }, { "outside the page", line_off_page },
	{ "outside the page", circle_off_page }, { "outside the page", link_off_page },
	{ "a link to no page", link_to_nowhere }, { "a bookmark to nowhere", bookmark_off_page },
	{ "a figure without alternative text", figure_without_words },
	{ "a figure without alternative text", figure_with_empty_words },
	{ "structure open at the end", left_open }, { "closes what is not open", closed_twice },
	{ "crossed by a line", crossed }, { "under a later shape", covered }, { "below 7 pt", too_small },
	{ "contrast below 4.5", too_pale }, { "contrast below 4.5", pale_on_its_shape },
	{ "half on a shape", half_on_a_shape }, { "half on a shape", over_the_rim_of_a_circle },
	{ "its background is not what it stands on", on_another_ground },
	{ "a character no face has", with_a_character_no_face_has },
	{ "measured width is not its own", with_another_width },
};

TEST(a_sound_page_has_no_finding)
{
	struct display_list *dl = page();
	struct buf out;

	buf_init(&out);
	sound(dl);
	CHECK_INT(display_list_lint(dl, &out), 0);
	CHECK_STR(buf_text(&out), "");
	buf_finish(&out);
	display_list_free(dl);
}

TEST(every_kind_of_fault_is_found_and_named)
{
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
		struct display_list *dl = page();
		struct buf out;
		int found;

		buf_init(&out);
		sound(dl);
		faults[i].add(dl);
		found = display_list_lint(dl, &out);
		if (found < 1 || strstr(buf_text(&out), faults[i].says) == NULL)
			TEST_FAIL("fault %zu: %d findings, none says \"%s\": %s", i, found, faults[i].says,
			    buf_text(&out));
		buf_finish(&out);
		display_list_free(dl);
	}
}

TEST(text_of_seven_points_and_grey_of_just_enough_contrast_pass)
{
	struct display_list *dl = page();
	struct buf out;

	buf_init(&out);
	dl_text(dl, 50, 200, ALIGN_LEFT, &(struct dl_type){ FACE_REGULAR, 7, 0x757575, WHITE, 0 },
	    "Small and grey");
	CHECK_INT(display_list_lint(dl, &out), 0);
	buf_finish(&out);
	display_list_free(dl);
}

TEST(a_list_without_a_page_is_a_fault)
{
	struct display_list *dl = display_list_new();
	struct buf out;

	buf_init(&out);
	CHECK_INT(display_list_lint(dl, &out), 1);
	buf_finish(&out);
	display_list_free(dl);
}

TEST(a_failed_list_is_never_called_sound)
{
	struct display_list *dl = page();
	struct buf out;

	buf_init(&out);
	dl->failed = true;
	CHECK_INT(display_list_lint(dl, &out), -1);
	buf_finish(&out);
	display_list_free(dl);
}
