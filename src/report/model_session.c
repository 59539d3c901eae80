#include <inttypes.h>
#include <stdio.h>
#include "report/model_detail.h"
#include "viva/arena.h"

#define DOT " \xc2\xb7 "
#define DASH "\xe2\x80\x93"     /* stands for a figure that there is not, and in ranges */
#define DAY_MIN (24 * 60)

static bool
for_coach(const struct model_maker *k)
{
	return k->options->edition == EDITION_COACH;
}

/* ---- rows ---- */

static void
add_remark(struct model_maker *k, struct session_row *row, const char *words)
{
	row->remarks = say(k, "%s%s%s", row->remarks, row->remarks[0] != '\0' ? DOT : "", words);
}

static void
row_remarks(struct model_maker *k, struct session_row *row, const struct item_record *it)
{
	if (row->passed)
		add_remark(k, row, "passed");
	if (!row->asked)
		add_remark(k, row, it->state == ITEM_NOT_ASKED || k->record->state == SESSION_ENDED ?
		    "not asked" : "still to come");
	else if (!row->passed && row->rating == NULL)
		add_remark(k, row, row->answered ? "not marked" : "not finished");
	if (it->known)
		add_remark(k, row, "swapped");
	if (it->retry)
		add_remark(k, row, "retry");
	if (it->flagged)
		add_remark(k, row, "flagged");
	if (it->hints > 0)
		add_remark(k, row, say_count(k, it->hints, "hint", "hints"));
}

static void
time_captions(struct model_maker *k, struct session_row *row)
{
	bool late = row->over_ms > 0;
	const char *used = say_clock(k, row->used_ms, late), *limit = say_clock(k, row->limit_ms, false);
	const char *over = late ? say_clock(k, row->over_ms, true) : "";

	row->time_caption = row->over_caption = row->time_alt = "";
	if (!row->asked)
		return;
	row->time_caption = say(k, "%s of %s", used, limit);
	row->over_caption = late ? say(k, "%s over", over) : "";
	row->time_alt = say(k, "Bar: %s of %s minutes used, %s%s.", used, limit,
	    late ? over : "within the limit", late ? " over the limit" : "");
}

static void
points_captions(struct model_maker *k, struct session_row *row)
{
	const char *partly = row->partly > 0 ? say(k, ", %d partly", row->partly) : "";
	int essential_missed = 0;

	row->points_caption = row->points_alt = "";
	if (row->rating == NULL)
		return;
	for (size_t p = 0; p < row->point_count; p++)
		essential_missed += row->essential[p] && row->rating->ticks[p] == TICK_NO;
	row->points_caption = say(k, "%d of %zu%s", row->said, row->point_count, partly);
	row->points_alt = say(k, "Squares: %d of %zu key points said%s; %s missed.", row->said,
	    row->point_count, partly, say_count(k, essential_missed, "essential point", "essential points"));
}

static void
grades_captions(struct model_maker *k, struct session_row *row)
{
	const char *grade = row->rating != NULL ? say(k, "%d", row->rating->grade) : "";
	const char *own = row->own != NULL ? say(k, ", own %d", row->own->grade) : "";
	const char *predicted = "";

	row->grades_caption = row->grades_alt = "";
	if (row->rating == NULL && row->prediction < 0)
		return;
	if (row->prediction >= 0)
		predicted = say(k, "%spredicted %d", row->rating != NULL ? ", " : "", row->prediction);
	row->grades_caption = say(k, "%s%s%s", grade, own, predicted);
	row->grades_alt =
	    say(k, "Axis from 0 to 4: %s%s%s%s.", row->rating != NULL ? "grade " : "", grade, own, predicted);
}

static void
fill_row(struct model_maker *k, struct session_row *row, size_t i)
{
	const struct item_record *it = &k->record->items[i];
	const struct bank *bank = k->record->banks[i];
	const struct item *item = record_item(k->record, i);
	const struct topic *topic = &bank->topics[item->topic];

	*row = (struct session_row){
		.number = (int)i + 1,
		.title = item->title,
		.topic = topic->title,
		.topic_id = topic->id,
		.where = say(k, "%s" DOT "%s", difficulty_name(item->difficulty), topic->title),
		.item = item,
		.bank = bank,
		.asked = it->opened_ms >= 0,
		.passed = it->no_answer,
		.answered = !it->no_answer && (it->state == ITEM_ANSWERED || it->state == ITEM_RATED),
		.rating = record_rating(it),
		.prediction = it->prediction,
		.remarks = "",
		.facts = it->facts,
		.limit_ms = it->limit_ms,
		.used_ms = it->read_ms + it->think_ms + it->answer_ms,
		.over_ms = it->over_ms,
		.point_count =
		    item->key_point_count < KEY_POINTS_MAX ? item->key_point_count : KEY_POINTS_MAX,
	};
	/* What was not shown in the session stays unknown to the candidate: the item may come again. */
	if (!row->asked && !for_coach(k))
		row->title = "Not shown yet";
	k->m->by_interviewer += row->rating == &it->interviewer;
	if (row->rating == &it->interviewer && it->self.settled) {
		row->own = &it->self;
		k->m->own_marks_too = true;
	}
	for (size_t p = 0; p < row->point_count; p++) {
		row->essential[p] = item->key_points[p].essential;
		if (row->rating == NULL)
			continue;
		row->said += row->rating->ticks[p] == TICK_YES;
		row->partly += row->rating->ticks[p] == TICK_PARTLY;
		row->missed += row->rating->ticks[p] == TICK_NO;
	}
	time_captions(k, row);
	points_captions(k, row);
	grades_captions(k, row);
	row_remarks(k, row, it);
}

/* ---- the head of the page ---- */

static void
head_lines(struct model_maker *k)
{
	const struct session_head *h = &k->record->head;
	const char *number, *day, *who;
	int64_t local_min = h->created_us / 60000000 + h->utc_offset_min;
	int64_t days = (local_min >= 0 ? local_min : local_min - (DAY_MIN - 1)) / DAY_MIN;

	day = say_day(k, days);
	number = h->number > 0 ? say(k, DOT "Session %" PRId64, h->number) : "";
	if (h->mode == MODE_LED && h->interviewer != NULL)
		who = say(k, DOT "led by %s", h->interviewer);
	else
		who = h->mode == MODE_LED ? DOT "led" : DOT "solo";
	k->m->kicker = for_coach(k) ? "SESSION REPORT FOR THE COACH" : "SESSION REPORT";
	k->m->name = h->candidate != NULL && h->candidate[0] != '\0' ? h->candidate : "Unnamed candidate";
	k->m->origin = h->blueprint_title != NULL && h->blueprint_title[0] != '\0' ?
	    say(k, "%s" DOT "%s", h->bank_title, h->blueprint_title) : say(k, "%s", h->bank_title);
	k->m->held = say(k, "%s%s%s", day, number, who);
	k->m->document_title = say(k, "Session report" DOT "%s" DOT "%s", k->m->name, day);
	k->m->running_head = say(k, "%s" DOT "%s%s", k->m->name, day, number);
}

static const char *
footer_text(struct model_maker *k)
{
	const struct session_head *h = &k->record->head;
	const char *date =
	    k->options->date != NULL ? say(k, DOT "report of %s", say_date(k, k->options->date)) : "";
	char chain[17];

	for (int i = 0; i < 8; i++)
		snprintf(chain + 2 * i, 3, "%02x", k->record->chain[i]);
	return say(k, "viva %s" DOT "record %08" PRIx64 DOT "chain %s" DOT "%s edition%s",
	    k->options->version != NULL ? k->options->version : "", (uint64_t)h->id & 0xFFFFFFFFu, chain,
	    for_coach(k) ? "coach" : "candidate", date);
}

/* ---- the headline ---- */

static const char *
answered_part(struct model_maker *k)
{
	const struct session_stats *st = k->stats;
	const char *who = for_coach(k) ? "The candidate" : "You";

	if (st->answered == 0 && st->no_answers > 0)
		return say(k, "%s passed on %s", who, st->no_answers == 1 ? "the one question asked" :
		    say(k, "all %d questions asked", st->no_answers));
	if (st->answered == 1 && st->items == 1)
		return say(k, "%s answered the one question, %s", who,
		    st->within_limit == 1 ? "within its limit" : "over its limit");
	return say(k, "%s answered %d of %s, %s of them within the limit", who, st->answered,
	    say_count(k, st->items, "question", "questions"),
	    st->within_limit == st->answered ? "all" : st->within_limit == 0 ? "none" :
	    say(k, "%d", st->within_limit));
}

const char *
model_interviewer(const struct model_maker *k)
{
	return k->record->head.interviewer != NULL ? k->record->head.interviewer : "the interviewer";
}

static const char *
grades_part(struct model_maker *k)
{
	const struct session_stats *st = k->stats;
	const char *whose = for_coach(k) ? "the own marks average" : "your marks average";

	if (st->grade.n == 0)
		return "; no answer is marked yet.";
	if (st->answered == 0)
		return "; each pass counts as grade 0.";
	if (k->m->by_interviewer == st->grade.n)
		whose = say(k, "the marks of %s average", model_interviewer(k));
	else if (k->m->by_interviewer > 0)
		whose = "the marks average";
	if (st->grade.n == 1)
		return say(k, "; the one mark is %d of 4.", (int)st->grade.value);
	return say(k, "; %s %s of 4 (%d marks).", whose, say_tenths(k, st->grade.value, false), st->grade.n);
}

/* Where the next hour is spent best, in a sentence; "" where nothing asks for it. */
static const char *
lever(struct model_maker *k)
{
	const struct session_row *row;

	if (k->stats->worst < 0 || (size_t)k->stats->worst >= k->m->row_count)
		return "";
	row = &k->m->rows[k->stats->worst];
	if (row->rating == NULL || row->rating->grade > 2)
		return "";
	if (row->passed)
		return say(k, " Most is to be gained at question %d, which was passed.", row->number);
	return say(k, " Most is to be gained at question %d: %d of %s said.", row->number, row->said,
	    say_count(k, (int)row->point_count, "key point", "key points"));
}

static const char *
headline(struct model_maker *k)
{
	const struct session_stats *st = k->stats;
	const char *unfinished = k->record->state == SESSION_ENDED ? "" : " This session is not finished.";

	if (st->asked == 0)
		return say(k,
		    "No question was asked in this session, so there is nothing to report on yet.%s",
		    unfinished);
	if (st->answered == 0 && st->no_answers == 0)
		return say(k, "The first question was opened and not answered yet.%s", unfinished);
	return say(k, "%s%s%s%s", answered_part(k), grades_part(k), lever(k), unfinished);
}

/* ---- key figures ---- */

/*
 * The 90 % range of the mean as text, its ends parted by `between`; NULL where too few answers
 * carry a grade.
 */
static const char *
grade_range(struct model_maker *k, const char *between)
{
	int counts[GRADE_MAX + 1] = { 0 };
	struct level level;

	if (k->stats->grade.n < STATS_MIN_ANSWERS)
		return NULL;
	for (size_t i = 0; i < k->m->row_count; i++)
		if (k->m->rows[i].rating != NULL)
			counts[k->m->rows[i].rating->grade]++;
	stats_level(&level, counts, counts);
	return say(k, "%s%s%s", say_tenths(k, level.low, false), between, say_tenths(k, level.high, false));
}

static const char *
who_marked(struct model_maker *k)
{
	if (k->m->by_interviewer == 0)
		return "own marks";
	if (k->m->by_interviewer == k->stats->grade.n)
		return "interviewer";   /* whose name the headline has */
	return say(k, "%d by %s, %d own", k->m->by_interviewer, model_interviewer(k),
	    k->stats->grade.n - k->m->by_interviewer);
}

static void
figure_grade(struct model_maker *k, struct key_figure *f)
{
	const struct session_stats *st = k->stats;
	const char *range = grade_range(k, DASH);

	*f = (struct key_figure){ DASH, "mean grade, 0 to 4", "no answer is marked" };
	if (st->grade.n == 0)
		return;
	f->value = say_tenths(k, st->grade.value, false);
	f->label = say(k, "mean of %s, 0 to 4", say_count(k, st->grade.n, "grade", "grades"));
	f->note = say(k, "%s; %s", who_marked(k), range != NULL ? say(k, "90 %% range %s", range) :
	    "too few for a range");
}

static void
figure_limit(struct model_maker *k, struct key_figure *f)
{
	const struct session_stats *st = k->stats;

	*f = (struct key_figure){ DASH, "answers within the limit", NULL };
	if (st->answered > 0)
		f->value = say(k, "%d of %d", st->within_limit, st->answered);
	if (st->no_answers > 0)
		f->note = say(k, "%d passed, not counted here", st->no_answers);
	else if (st->not_asked > 0)
		f->note = say(k, "%s not asked", say_count(k, st->not_asked, "question", "questions"));
}

static void
figure_gap(struct model_maker *k, struct key_figure *f)
{
	const struct session_stats *st = k->stats;

	if (st->self_gap.n > 0) {
		f->value = say_tenths(k, st->self_gap.value, true);
		f->label = "self minus interviewer";
		f->note = say_count(k, st->self_gap.n, "answer with both", "answers with both");
		return;
	}
	*f = (struct key_figure){ DASH, "prediction minus grade", "no answer has both" };
	if (st->gap.n == 0)
		return;
	f->value = say_tenths(k, st->gap.value, true);
	f->note = say_count(k, st->gap.n, "answer with both", "answers with both");
}

static void
figure_time(struct model_maker *k, struct key_figure *f)
{
	const struct session_stats *st = k->stats;

	*f = (struct key_figure){ DASH, "time used for answers", NULL };
	if (st->answered == 0)
		return;
	f->value = say_clock(k, st->used_ms, false);
	f->label = say(k, "of %s allowed, in minutes", say_clock(k, st->limit_ms, false));
	f->note = say_count(k, st->answered, "answer", "answers");
}

/* ---- how sure ---- */

static const char *
marked_sentence(struct model_maker *k)
{
	int n = k->stats->grade.n, theirs = k->m->by_interviewer;
	const char *own = for_coach(k) ? "the candidate\xe2\x80\x99s own marks" : "your own marks";

	if (k->stats->answered == 0)
		return "The grade 0 of a pass is a rule, nobody\xe2\x80\x99s judgement.";
	if (theirs == 0)
		return say(k, "%s given key point by key point: %s, not adjusted.",
		    n == 1 ? "The one grade was" : n == 2 ? "Both grades were" :
		    say(k, "All %d grades were", n), own);
	if (theirs == n)
		return say(k, "%s gave %s, key point by key point; %s stand apart and are not adjusted.",
		    model_interviewer(k), n == 1 ? "the one grade" : n == 2 ? "both grades" :
		    say(k, "all %d grades", n), own);
	return say(k, "%d grades are by %s, %d are %s; they are not adjusted to each other.", theirs,
	    model_interviewer(k), n - theirs, own);
}

static const char *
certainty(struct model_maker *k)
{
	const char *range = grade_range(k, " and ");
	const char *spread = "";

	if (k->stats->grade.n == 0)
		return say(k,
		    "No answer carries a grade yet, so this page judges nothing. Even a whole session with "
		    "grades is one day and one choice of questions: %s level shows over several.",
		    for_coach(k) ? "a" : "your");
	if (range != NULL)
		spread = say(k,
		    " If all questions of this kind were asked, the mean grade would lie between %s "
		    "nine times in ten.",
		    range);
	return say(k, "%s One session cannot say what %s level is, nor how a topic stands: other questions "
	    "or another day would give other grades.%s Repeat a surprise before acting on it.",
	    marked_sentence(k), for_coach(k) ? "the candidate\xe2\x80\x99s" : "your", spread);
}

/* ---- notes ---- */

const char *
model_note_author(const struct model_maker *k, const struct note *n)
{
	const struct session_head *h = &k->record->head;

	if (n->by == ACTOR_INTERVIEWER)
		return h->interviewer != NULL ? h->interviewer : "the interviewer";
	return h->candidate != NULL ? h->candidate : "the candidate";
}

bool
report_shows_note(const struct note *n, const struct report_options *o)
{
	return n->kind == NOTE_NOTE && n->text != NULL && n->text[0] != '\0' &&
	    (!n->private_note || o->edition == EDITION_COACH) && !o->pseudonyms;
}

static void
fill_notes(struct model_maker *k)
{
	const struct record *r = k->record;

	k->m->notes = arena_alloc(k->arena, r->note_count, sizeof *k->m->notes);
	if (k->m->notes == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; i < r->note_count; i++) {
		const struct note *n = &r->notes[i];
		struct note_line *line = &k->m->notes[k->m->note_count];

		/* Those of a question that was asked stand on its card. */
		if (!report_shows_note(n, k->options) || (n->position >= 0 && k->m->rows[n->position].asked))
			continue;
		line->text = say(k, "%s", n->text);
		line->from = say(k, "%s, by %s%s",
		    n->position < 0 ? "The whole session" : say(k, "Question %d", n->position + 1),
		    model_note_author(k, n), n->private_note ? ", private" : "");
		k->m->note_count++;
	}
}

int
session_model(struct session_model *m, struct arena *arena, const struct record *r,
    const struct session_stats *st, const struct report_options *o)
{
	struct model_maker k;

	*m = (struct session_model){ .row_count = r->item_count };
	k = (struct model_maker){ m, arena, r, st, o, false };
	m->rows = arena_alloc(arena, r->item_count, sizeof *m->rows);
	m->detail = arena_alloc(arena, 1, sizeof *m->detail);
	if (m->rows == NULL || m->detail == NULL)
		return -1;
	for (size_t i = 0; i < r->item_count; i++) {
		fill_row(&k, &m->rows[i], i);
		m->rows_asked += m->rows[i].asked;
	}
	head_lines(&k);
	m->headline = headline(&k);
	figure_grade(&k, &m->figures[0]);
	figure_limit(&k, &m->figures[1]);
	figure_gap(&k, &m->figures[2]);
	figure_time(&k, &m->figures[3]);
	model_claims(&k);
	model_steps(&k);
	m->certainty = certainty(&k);
	fill_notes(&k);
	model_minutes(&k);
	model_usual(&k);
	model_cards(&k);
	m->footer = footer_text(&k);
	return k.failed ? -1 : 0;
}
