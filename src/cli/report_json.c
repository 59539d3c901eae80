#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cohort_out.h"
#include "cli/report_file.h"
#include "cli/stats_out.h"
#include "viva/buf.h"

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

static json_t *
answer_json(const struct record *r, size_t i)
{
	const struct item_record *it = &r->items[i];
	const struct item *item = record_item(r, i);
	const struct rating *rating = record_rating(it);

	return json_pack("{s:i, s:s, s:s, s:i, s:s, s:b, s:o, s:o, s:I, s:I, s:I}", "position", (int)i + 1,
	    "id", item->id, "topic", r->banks[i]->topics[item->topic].id, "difficulty", item->difficulty,
	    "state", item_state_name(it->state), "no_answer", it->no_answer, "grade",
	    grade_json(rating != NULL ? rating->grade : -1), "prediction", grade_json(it->prediction),
	    "limit_ms", (json_int_t)it->limit_ms, "used_ms",
	    (json_int_t)it->read_ms + it->think_ms + it->answer_ms, "over_ms", (json_int_t)it->over_ms);
}

int
report_json_session(const struct app *app, const struct record *r, const struct session_stats *st,
    const char *stem, const struct report_target *t, char **written, struct err *err)
{
	json_t *answers = json_array();

	for (size_t i = 0; i < r->item_count; i++)
		if (r->items[i].opened_ms >= 0)         /* what was not shown may come again */
			json_array_append_new(answers, answer_json(r, i));
	return write_json(app,
	    json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:i, s:I, s:I, s:o, s:o, s:o, s:o}",
	        "number", (json_int_t)r->head.number, "candidate", r->head.candidate, "bank", r->head.bank_id,
	        "blueprint", r->head.blueprint, "state", session_state_name(r->state), "series",
	        st->by_interviewer ? "interviewers" : "own", "items", st->items, "asked", st->asked,
	        "answered", st->answered, "no_answers", st->no_answers, "within_limit", st->within_limit,
	        "limit_ms", (json_int_t)st->limit_ms, "used_ms", (json_int_t)st->used_ms, "grade",
	        mean_json(&st->grade), "prediction_gap", mean_json(&st->gap), "self_gap",
	        mean_json(&st->self_gap), "answers", answers),
	    stem, t, written, err);
}
