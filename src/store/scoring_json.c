#include "store/session_json.h"

#include <stdlib.h>

#include "store/chain.h"
#include "store/rows.h"
#include "store/scorings.h"
#include "viva/err.h"

static const char *const presents[] = { [PRESENT_TYPED] = "typed", [PRESENT_YES] = "yes", [PRESENT_NO] = "no" };

static json_t *
ratings_json(const struct scoring_record *sr)
{
	json_t *ratings = json_array();

	for (size_t i = 0; i < scoring_count(sr->s); i++) {
		const struct scoring_mark *m = scoring_mark(sr->s, i);
		const struct item *item = scoring_item(sr->s, i)->item;

		if (!scoring_graded(sr->s, i))
			continue;
		json_append(&ratings,
		    json_pack("{s:i, s:s, s:o, s:o, s:b, s:i, s:i, s:o, s:I}", "position", (int)i, "item",
		        item->id, "ticks", ticks_json(item, &m->rating), "mistakes",
		        mistakes_json(item, &m->rating), "no_answer", m->rating.no_answer, "proposed",
		        m->rating.proposed, "grade", m->rating.grade, "rated_at",
		        time_json(sr->event_wall_us[m->rating.seq - 1]), "seq", (json_int_t)m->rating.seq));
	}
	return ratings;
}

static json_t *
notes_json(const struct scoring_record *sr)
{
	json_t *notes = json_array();

	for (size_t i = 0; i < sr->note_count; i++) {
		const struct note *n = &sr->notes[i];

		json_append(&notes, json_pack("{s:i, s:b, s:s, s:o, s:I}", "position", n->position, "private",
		    n->private_note, "text", n->text, "written_at", time_json(sr->event_wall_us[n->seq - 1]),
		    "seq", (json_int_t)n->seq));
	}
	return notes;
}

static json_t *
events_json(struct store *st, const struct scoring_record *sr, int64_t number, int64_t rater, struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = sr->head.id, .number = number, .rater = sr->head.rater };
	struct log_events events = { .v = sr->events, .wall_us = sr->event_wall_us, .count = sr->event_count };
	uint8_t first[DIGEST_BYTES];

	if (scoring_chain_first(st, &sr->head, rater, first, err) != 0)
		return NULL;
	return log_json(st, &log, &events, first, sr->arena, err);
}

static json_t *
scoring_json(struct store *st, int64_t id, const struct record *r, struct err *err)
{
	struct scoring_record *sr = NULL;
	struct scoring_row row;
	json_t *out = NULL, *events;

	if (scoring_row_read(st, id, &row, err) != 0 || scoring_read(st, id, r, false, &sr, err) != 0)
		return NULL;
	events = events_json(st, sr, r->head.number, row.rater, err);
	if (events != NULL) {
		out = json_pack("{s:o, s:s, s:o, s:s, s:o, s:s, s:o, s:o, s:o, s:o}", "id", id_json(id), "rater",
		    sr->head.rater, "rater_id", id_json(row.rater), "present", presents[sr->head.present],
		    "created_at", time_json(sr->head.created_us), "state", scoring_done(sr->s) ? "done" : "open",
		    "chain", hex_json(sr->chain, sizeof sr->chain), "ratings", ratings_json(sr), "notes", notes_json(sr),
		    "events", events);
		if (out == NULL)
			err_memory(err);
	}
	scoring_record_free(sr);
	return out;
}

json_t *
scorings_json(struct store *st, const struct record *r, struct err *err)
{
	json_t *out = json_array();
	int64_t *ids;
	size_t count;
	int result = scoring_ids_read(st, r->head.id, &ids, &count, err);

	for (size_t i = 0; i < count && result == 0; i++) {
		json_t *one = scoring_json(st, ids[i], r, err);

		if (one == NULL)
			result = -1;
		else
			json_append(&out, one);
	}
	free(ids);
	if (result != 0) {
		json_decref(out);
		return NULL;
	}
	if (out == NULL)
		err_memory(err);
	return out;
}
