#include "store/session_json.h"

#include <stdlib.h>

#include "store/chain.h"
#include "store/db.h"
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
event_json(const struct scoring_record *sr, size_t i, const uint8_t chain[DIGEST_BYTES])
{
	const struct event *ev = &sr->events[i];

	return json_pack("{s:I, s:s, s:i, s:o, s:[I,I,I,I], s:o, s:o}", "seq", (json_int_t)ev->seq, "kind",
	    event_kind_name(ev->kind), "item", ev->item, "written_at", time_json(sr->event_wall_us[i]),
	    "n", (json_int_t)ev->n[0], (json_int_t)ev->n[1], (json_int_t)ev->n[2], (json_int_t)ev->n[3],
	    "digest", ev->has_digest ? hex_json(ev->digest, sizeof ev->digest) : json_null(),
	    "chain", hex_json(chain, DIGEST_BYTES));
}

static json_t *
events_json(struct store *st, const struct scoring_record *sr, int64_t rater, struct err *err)
{
	uint8_t chain[DIGEST_BYTES];
	json_t *events = json_array();

	if (scoring_chain_first(st, &sr->head, rater, chain, err) != 0) {
		json_decref(events);
		return NULL;
	}
	for (size_t i = 0; i < sr->event_count; i++) {
		json_t *event;

		chain_add(chain, sr->head.id, &sr->events[i], sr->event_wall_us[i]);
		event = event_json(sr, i, chain);
		if (sr->events[i].kind == EV_NOTE) {
			json_t *text = text_json(
			    st, SQL_SCORING_TEXT_GET, sr->head.id, sr->events[i].seq, err);

			if (text == NULL) {
				json_decref(event);
				json_decref(events);
				return NULL;
			}
			json_set(&event, "text", text);
		}
		json_append(&events, event);
	}
	if (events == NULL)
		err_memory(err);
	return events;
}

static json_t *
scoring_json(struct store *st, int64_t id, const struct record *r, struct err *err)
{
	struct scoring_record *sr = NULL;
	struct scoring_row row;
	json_t *out = NULL, *events;

	if (scoring_row_read(st, id, &row, err) != 0 || scoring_read(st, id, r, false, &sr, err) != 0)
		return NULL;
	events = events_json(st, sr, row.rater, err);
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
