#include <math.h>
#include "report/page_parts.h"
#include "report/page_progress.h"
#include "viva/arena.h"
#include "viva/err.h"

/* The progress report: is the level rising, where, what next, and how sure is that? */

#define ROW_LEAST 14.5          /* of a topic's row */
#define ROW_MOST 20.5
#define PLOT_LEAST 84.0         /* of the trend */
#define PLOT_MOST 176.0
#define EMPTY_ROWS 3            /* what the table takes where there is no topic yet, in rows */

/* What the first page has left for the trend and the table, and how it is shared. */
struct share { size_t rows; double pitch, plot; };

/* False where the page is too close for all rows. */
static bool
share_out(struct share *share, struct sheet *s, const struct progress_model *m)
{
	const double rounding = 0.5;
	double room = s->bottom - s->y - rounding - trend_frame(s) - topic_frame(s) -
	    (s->space->section + section_height(s) + steps_height(s, m->steps)) -
	    tinted_box(s, "", m->certainty, false);
	size_t fit_rows = (size_t)fmax(1, (room - PLOT_LEAST) / ROW_LEAST);
	bool all = m->row_count <= fit_rows;

	share->rows = all ? m->row_count : fit_rows;
	room = fmax(room, PLOT_LEAST + ROW_LEAST);
	share->pitch = fmin(
	    ROW_MOST, fmax(ROW_LEAST, (room - PLOT_LEAST * 1.25) / (double)fmax(share->rows, EMPTY_ROWS)));
	share->plot = fmin(PLOT_MOST, room - share->pitch * (double)fmax(share->rows, EMPTY_ROWS));
	return all;
}

static bool
first_page(struct sheet *s, const struct progress_model *m)
{
	const struct page_head head = { m->kicker, m->name, { m->origin, m->held } };
	struct share share;
	bool all;

	s->running_head = m->running_head;
	s->footer = m->footer;
	sheet_begin(s, &head);
	headline(s, m->headline);
	key_figures(s, m->figures);
	all = share_out(&share, s, m);
	trend_section(s, m, share.plot);
	topic_section(s, m, share.rows, share.pitch);
	next_steps(
	    s, m->empty ? "What to do first" : "Practise next", "Each with the minutes it takes.", m->steps);
	tinted_box(s, "How sure is this?", m->certainty, true);
	return all;
}

static void
other_pages(struct sheet *s, const struct progress_model *m)
{
	sheet_break(s);
	progress_topics_page(s, m);
	sheet_break(s);
	progress_judgement_page(s, m);
	sheet_break(s);
	progress_pace_page(s, m);
}

/* The first page at the loosest spacing at which all topics are on it. */
static struct display_list *
build(const struct progress_model *m, enum paper paper)
{
	const int pages = m->empty ? 1 : 4;
	struct display_list *dl = page_list(m->document_title, m->headline);
	struct sheet s;

	if (dl == NULL)
		return NULL;
	for (int i = 0; i < SPACING_COUNT; i++) {
		sheet_init(&s, dl, paper, &SPACINGS[i], pages);
		if (first_page(&s, m))
			break;
	}
	if (!m->empty)
		other_pages(&s, m);
	sheet_end(&s);
	return page_list_done(dl);
}

int
report_progress(struct display_list **out, const struct progress *p, const struct report_options *o,
    struct err *err)
{
	struct progress_model m;
	struct arena *arena = arena_new();

	*out = NULL;
	if (arena != NULL && progress_model(&m, arena, p, o) == 0)
		*out = build(&m, o->paper);
	arena_free(arena);
	return *out != NULL ? 0 : err_memory(err);
}
