#include <math.h>
#include <string.h>
#include "report/model_progress.h"

/* Topics in words: the rows of pages 1 and 2, the key points missed most, a panel for each topic. */

#define PRACTISE_BOLD 3         /* rows in bold: as many things as one can practise at once */

/* ---- rows ---- */

static void
row_cells(struct progress_maker *f, struct topic_row *row)
{
	struct model_maker *k = &f->k;
	const char *told = "";

	for (int i = 0; i < DIFFICULTY_COUNT; i++) {
		const struct cell *c = &row->d->difficulty[i];

		row->cell[i].mean = c->n > 0 ? say_tenths(k, c->mean, false) : "";
		row->cell[i].n = c->n > 0 ? say(k, "\xc3\x97%d", c->n) : "";
		if (c->n > 0)
			told = say(k, "%s%s %s of %s, ", told, difficulty_name(i + 1), row->cell[i].mean,
			    say_count(k, c->n, "answer", "answers"));
	}
	if (row->d->ranged) {
		row->level = say_tenths(k, row->d->level.level, false);
		row->range = say_range(k, row->d->level.low, row->d->level.high);
		row->score_alt =
		    say(k, "%s: %slevel %s, 90 %% range %s.", row->title, told, row->level, row->range);
	} else {
		row->level = "";
		row->range = "too few";
		row->score_alt = say(k, "%s: %stoo few answers for a range.", row->title, told);
	}
}

static void
row_time(struct progress_maker *f, struct topic_row *row)
{
	struct model_maker *k = &f->k;
	const struct time_use *t = &row->d->time;
	int over = t->n - t->within;

	row->time = t->n > 0 ? say(k, "%d of %d over", over, t->n) : "";
	row->time_alt = t->n == 0 ? "No answer with a time."
	                          : say(k,
	                                "Time used: the middle answer took %d %% of its limit, the slowest "
	                                "fifth %d %% and more; %d of %d "
	                                "passed the limit.",
	                                (int)lround(100 * t->median), (int)lround(100 * t->slow), over, t->n);
}

static void
add_row(struct progress_maker *f, size_t topic)
{
	struct topic_row *row = &f->m->rows[f->m->row_count];

	*row = (struct topic_row){ .d = &f->p->topics[topic], .title = f->p->topics[topic].title,
		.practise = f->m->row_count < PRACTISE_BOLD && f->p->topics[topic].ranged &&
		    f->p->topics[topic].level.level < f->p->goal };
	f->m->row_count++;
	row_cells(f, row);
	row_time(f, row);
}

static bool
is_weakest(const struct progress *p, size_t topic)
{
	for (size_t i = 0; i < p->weakest_count; i++)
		if (p->weakest[i] == topic)
			return true;
	return false;
}

/* Those with enough answers, weakest first; then those with some, in the order of the bank. */
static void
fill_rows(struct progress_maker *f)
{
	const struct progress *p = f->p;
	size_t topics = p->bank->topic_count, left = 0;
	const char *first_left = "";

	f->m->topics_left = "";
	f->m->rows = maker_alloc(&f->k, topics, sizeof *f->m->rows);
	if (f->m->rows == NULL)
		return;
	for (size_t i = 0; i < p->weakest_count; i++)
		add_row(f, p->weakest[i]);
	for (size_t i = 0; i < topics; i++)
		if (p->topics[i].level.n > 0 && !is_weakest(p, i))
			add_row(f, i);
	for (size_t i = 0; i < topics; i++)
		if (p->topics[i].level.n == 0 && left++ == 0)
			first_left = p->topics[i].title;
	if (left == 1)
		f->m->topics_left = say(&f->k, "No marked answer yet on %s.", first_left);
	else if (left > 1)
		f->m->topics_left =
		    say(&f->k, "No marked answer yet on %zu topics, among them %s.", left, first_left);
	if (f->m->row_count == 0)
		f->m->rows_empty =
		    "Topics appear here with their first marked answer; a level with its range from three "
		    "answers on.";
}

/* ---- key points missed most ---- */

static const char *
item_title(const struct item *item)
{
	return item->title != NULL ? item->title : item->id;
}

static void
fill_missed(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;

	f->m->missed = maker_alloc(k, p->missed_count, sizeof *f->m->missed);
	if (f->m->missed == NULL)
		return;
	for (size_t i = 0; i < p->missed_count; i++) {
		const struct missed_point *point = &p->missed[i];
		struct missed_row *row = &f->m->missed[f->m->missed_count++];

		*row = (struct missed_row){ .item = item_title(point->item), .missed = point->missed,
			.asked = point->asked, .point = say_prose(k, &point->point->text),
			.count = say(k, "missed %d of %d", point->missed, point->asked),
			.again = point->missed_last };
		row->alt = say(k, "%s times asked.", row->count);
	}
	if (p->missed_count == 0)
		f->m->missed_empty = p->answers == 0 ?
		    "Key points that were asked for and not said are listed here once answers are marked." :
		    "No key point was missed so far.";
}

/* ---- a panel for each topic ---- */

static void
fill_panel(struct progress_maker *f, struct panel *panel, const struct topic_row *row)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	size_t topic = (size_t)(row->d - p->topics), at = PANEL_SESSIONS;

	for (size_t i = p->session_count; i-- > 0 && at > 0;) {
		const struct progress_session *s = &p->sessions[i];
		int n = 0, sum = 0;

		for (size_t j = s->first_answer; j < s->first_answer + s->answer_count; j++)
			if (p->all[j].counts && p->all[j].topic == topic) {
				n++;
				sum += p->all[j].grade;
			}
		if (n > 0) {
			at--;
			panel->v[at].n = n;
			panel->v[at].mean = (double)sum / n;
		}
	}
	panel->count = PANEL_SESSIONS - at;
	memmove(panel->v, panel->v + at, panel->count * sizeof panel->v[0]);
	panel->title = row->title;
	panel->pale = !row->d->ranged;
	panel->caption = panel->pale ? say_count(k, row->d->level.n, "answer", "answers") :
	    say(k, "%s (%s)", row->level, row->range);
	panel->alt = say(k, "%s: the last %s with this topic, first %s, last %s of 4.", row->title,
	    say_count(k, (int)panel->count, "session", "sessions"),
	    say_tenths(k, panel->count > 0 ? panel->v[0].mean : 0, false),
	    say_tenths(k, panel->count > 0 ? panel->v[panel->count - 1].mean : 0, false));
}

static void
fill_panels(struct progress_maker *f)
{
	f->m->panels = maker_alloc(&f->k, f->m->row_count, sizeof *f->m->panels);
	if (f->m->panels == NULL)
		return;
	for (size_t i = 0; i < f->m->row_count; i++)
		fill_panel(f, &f->m->panels[f->m->panel_count++], &f->m->rows[i]);
}

void
model_progress_topics(struct progress_maker *f)
{
	fill_rows(f);
	fill_missed(f);
	fill_panels(f);
}
