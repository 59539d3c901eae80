#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cohort_out.h"
#include "cli/report_file.h"
#include "cli/stats_out.h"
#include "viva/buf.h"
#include "viva/prose.h"
#include "viva/text.h"

/* The figures of each report as JSON. */

static int
write_json(const struct app *app, json_t *document, const char *stem, const struct report_target *t,
    char **written, struct err *err)
{
	char *text = document != NULL ? json_dumps(document, JSON_INDENT(2) | JSON_REAL_PRECISION(6)) : NULL;
	struct buf data;
	int rc;

	*written = NULL;
	buf_init(&data);
	if (text != NULL)
		buf_puts(&data, text);
	buf_putc(&data, '\n');
	rc = text != NULL ? report_file_bytes(app, &data, stem, t, written, err) : err_memory(err);
	buf_finish(&data);
	free(text);
	json_decref(document);
	return rc;
}

int
report_json_progress(const struct app *app, const struct progress *p, const struct report_target *t,
    char **written, struct err *err)
{
	return write_json(app, stats_json(p), "viva-progress", t, written, err);
}

int
report_json_cohort(const struct app *app, const struct cohort *c, const struct report_target *t,
    char **written, struct err *err)
{
	return write_json(app, cohort_json(c), "viva-cohort", t, written, err);
}

static json_t *
mean_json(const struct mean *m)
{
	return json_pack("{s:i, s:o}", "n", m->n, "mean", m->n > 0 ? json_real(m->value) : json_null());
}

static json_t *
grade_json(int grade)
{
	return grade >= 0 ? json_integer(grade) : json_null();
}

/* ---- one session ---- */

/* Marks that are settled, by key point and mistake; null where there are none. */
static json_t *
marks_json(const struct rating *rating, const struct item *item)
{
	static const char *const words[] = { [TICK_NO] = "no", [TICK_PARTLY] = "partly", [TICK_YES] = "yes" };
	json_t *ticks, *mistakes;

	if (!rating->settled)
		return json_null();
	ticks = json_object();
	mistakes = json_array();
	for (size_t i = 0; i < item->key_point_count; i++)
		json_object_set_new(ticks, item->key_points[i].id, json_string(words[rating->ticks[i]]));
	for (size_t i = 0; i < item->mistake_count && i < MISTAKES_MAX; i++)
		if (rating->mistakes >> i & 1)
			json_array_append_new(mistakes, json_string(item->mistakes[i].id));
	return json_pack("{s:o, s:o, s:b, s:o, s:o}", "ticks", ticks, "mistakes", mistakes, "no_answer",
	    rating->no_answer, "proposed", grade_json(rating->proposed), "grade", grade_json(rating->grade));
}

static json_t *
prose_json(const struct prose *p)
{
	struct buf words, visible;
	json_t *text;

	buf_init(&words);
	buf_init(&visible);
	prose_plain(&words, p, false);
	text_visible(&visible, buf_text(&words), words.len, false);
	text = buf_failed(&words) || buf_failed(&visible) ? NULL : json_string(buf_text(&visible));
	buf_finish(&words);
	buf_finish(&visible);
	return text;
}

/* Null for the candidate as long as nobody marked the answer: they may meet the question again. */
static json_t *
key_points_json(const struct item_record *it, const struct item *item, const struct report_options *o)
{
	json_t *points;

	if (record_rating(it) == NULL && o->edition != EDITION_COACH)
		return json_null();
	points = json_array();
	for (size_t i = 0; i < item->key_point_count; i++) {
		const struct key_point *k = &item->key_points[i];

		json_array_append_new(points,
		    json_pack("{s:s, s:o, s:b, s:i}", "id", k->id, "text", prose_json(&k->text), "essential",
		        k->essential, "weight", k->weight));
	}
	return points;
}

/* Notes on the question at `position`, -1: on the whole session; as the pages show them. */
static json_t *
notes_json(const struct record *r, int position, const struct report_options *o)
{
	json_t *notes = json_array();

	for (size_t i = 0; i < r->note_count; i++) {
		const struct note *n = &r->notes[i];

		if (n->position == position && report_shows_note(n, o))
			json_array_append_new(notes,
			    json_pack("{s:s, s:b, s:s}", "by",
			        n->by == ACTOR_INTERVIEWER ? "interviewer" : "candidate", "private",
			        n->private_note, "text", n->text));
	}
	return notes;
}

static json_t *
answer_json(const struct record *r, size_t i, const struct report_options *o)
{
	const struct item_record *it = &r->items[i];
	const struct item *item = record_item(r, i);
	const struct rating *rating = record_rating(it);

	return json_pack(
	    "{s:i, s:s, s:s, s:i, s:s, s:b, s:o, s:o, s:I, s:I, s:I, s:i, s:i, s:o, s:o, s:o, s:o}",
	    "position", (int)i + 1, "id", item->id, "topic", r->banks[i]->topics[item->topic].id,
	    "difficulty", item->difficulty, "state", item_state_name(it->state), "no_answer", it->no_answer,
	    "grade", grade_json(rating != NULL ? rating->grade : -1), "prediction",
	    grade_json(it->prediction), "limit_ms", (json_int_t)it->limit_ms, "used_ms",
	    (json_int_t)it->read_ms + it->think_ms + it->answer_ms, "over_ms", (json_int_t)it->over_ms,
	    "facts", it->facts, "hints", it->hints, "key_points", key_points_json(it, item, o), "own",
	    marks_json(&it->self, item), "interviewer", marks_json(&it->interviewer, item), "notes",
	    notes_json(r, (int)i, o));
}

int
report_json_session(const struct app *app, const struct record *r, const struct session_stats *st,
    const struct report_options *o, const char *stem, const struct report_target *t, char **written,
    struct err *err)
{
	json_t *answers = json_array();

	for (size_t i = 0; i < r->item_count; i++)
		if (r->items[i].opened_ms >= 0)         /* what was not shown may come again */
			json_array_append_new(answers, answer_json(r, i, o));
	return write_json(app,
	    json_pack(
	        "{s:I, s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:i, s:i, s:I, s:I, s:o, s:o, s:o, s:o, s:o}",
	        "number", (json_int_t)r->head.number, "candidate", r->head.candidate, "bank", r->head.bank_id,
	        "blueprint", r->head.blueprint, "state", session_state_name(r->state), "series",
	        st->by_interviewer ? "interviewers" : "own", "items", st->items, "asked", st->asked,
	        "not_asked", st->items - st->asked, "answered", st->answered, "no_answers", st->no_answers,
	        "within_limit", st->within_limit, "limit_ms", (json_int_t)st->limit_ms, "used_ms",
	        (json_int_t)st->used_ms, "grade", mean_json(&st->grade), "prediction_gap",
	        mean_json(&st->gap), "self_gap", mean_json(&st->self_gap), "answers", answers, "notes",
	        notes_json(r, -1, o)),
	    stem, t, written, err);
}
