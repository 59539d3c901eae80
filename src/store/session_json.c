#include "store/session_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/chain.h"
#include "store/rows.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"

/* ---- values ---- */

json_t *
id_json(int64_t id)
{
	return json_sprintf("%" PRId64, id);
}

json_t *
hex_json(const uint8_t *bytes, size_t len)
{
	char hex[2 * DIGEST_BYTES + 1] = "";

	for (size_t i = 0; i < len && i < DIGEST_BYTES; i++)
		snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
	return json_string(hex);
}

json_t *
time_json(int64_t wall_us)
{
	int64_t us = wall_us % 1000000;
	time_t seconds = (time_t)(wall_us / 1000000);
	struct tm tm;

	if (us < 0) {
		us += 1000000;
		seconds--;
	}
	if (gmtime_r(&seconds, &tm) == NULL)
		return json_null();
	return json_sprintf("%04lld-%02d-%02dT%02d:%02d:%02d.%06dZ", tm.tm_year + 1900LL, tm.tm_mon + 1,
	    tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec, (int)us);
}

void
json_append(json_t **array, json_t *value)
{
	if (json_array_append_new(*array, value) != 0) {
		json_decref(*array);
		*array = NULL;
	}
}

void
json_set(json_t **object, const char *key, json_t *value)
{
	if (json_object_set_new(*object, key, value) != 0) {
		json_decref(*object);
		*object = NULL;
	}
}

static void
update(json_t **object, json_t *with)
{
	if (json_object_update_new(*object, with) != 0) {
		json_decref(*object);
		*object = NULL;
	}
}

/* -1 stands for none. */
static json_t *
grade_json(int grade)
{
	return grade >= 0 ? json_integer(grade) : json_null();
}

static const char *
actor_name(enum actor a)
{
	static const char *const names[] = { "system", "candidate", "interviewer" };

	return names[a];
}

/* ---- ratings ---- */

/* A settled rating and what it replaced; one list for each session, in the order they were given. */
struct given {
	int position;
	struct rating rating;
	int64_t replaces;               /* seq, 0: none */
};

struct given_list { struct given *v; size_t count; };

static const struct rating *
rating_of(const struct item_record *it, enum actor rater)
{
	return rater == ACTOR_INTERVIEWER ? &it->interviewer : &it->self;
}

/* Amendments, found by replaying: the record keeps only the last rating of a rater. */
static int
collect_replaced(const struct record *r, struct given_list *l, struct err *err)
{
	struct session *s = replay_new(r);
	int result = -1;

	*l = (struct given_list){ .v = calloc(r->event_count + 1, sizeof *l->v) };
	if (s == NULL || l->v == NULL) {
		err_memory(err);
		goto out;
	}
	for (size_t i = 0; i < r->event_count; i++) {
		const struct event *ev = &r->events[i];

		if (ev->kind == EV_AMEND && ev->item >= 0 && (size_t)ev->item < r->item_count)
			l->v[l->count++] = (struct given){
				.position = ev->item, .rating = *rating_of(session_record(s,
				    (size_t)ev->item), ev->actor),
				.replaces = ev->seq,
			};
		if (session_apply(s, ev, err) != 0)
			goto out;
	}
	result = 0;
out:
	session_free(s);
	return result;
}

json_t *
ticks_json(const struct item *item, const struct rating *g)
{
	static const char *const names[] = { "no", "partly", "yes" };
	json_t *ticks = json_object();

	for (size_t i = 0; i < item->key_point_count; i++)
		json_set(&ticks, item->key_points[i].id, json_string(names[g->ticks[i] % 3]));
	return ticks;
}

json_t *
mistakes_json(const struct item *item, const struct rating *g)
{
	json_t *mistakes = json_array();

	for (size_t i = 0; i < item->mistake_count && i < MISTAKES_MAX; i++)
		if (g->mistakes >> i & 1)
			json_append(&mistakes, json_string(item->mistakes[i].id));
	return mistakes;
}

static json_t *
rating_json(const struct record *r, const struct item *item, const struct rating *g, int64_t replaces)
{
	const char *rater = g->actor == ACTOR_INTERVIEWER ? r->head.interviewer : r->head.candidate;
	json_t *rated_at = g->seq > 0 && (size_t)g->seq <= r->event_count ?
	    time_json(r->event_wall_us[g->seq - 1]) : json_null();

	return json_pack("{s:s?, s:s, s:o, s:o, s:b, s:o, s:o, s:o, s:I, s:o}", "rater", rater,
	    "role", actor_name(g->actor), "ticks", ticks_json(item, g), "mistakes", mistakes_json(item, g),
	    "no_answer", g->no_answer, "proposed", grade_json(g->proposed), "grade", grade_json(g->grade),
	    "rated_at", rated_at, "seq", (json_int_t)g->seq,
	    "replaces", replaces > 0 ? json_integer(replaces) : json_null());
}

/* Those of one rater: what was replaced, oldest first, then what stands. */
static void
add_ratings(json_t **out, const struct record *r, size_t position, enum actor rater,
    const struct given_list *replaced)
{
	const struct rating *now = rating_of(&r->items[position], rater);
	const struct item *item = record_item(r, position);
	int64_t before = 0;

	for (size_t i = 0; i < replaced->count; i++) {
		const struct given *g = &replaced->v[i];

		if (g->position != (int)position || g->rating.actor != rater || !g->rating.settled)
			continue;
		json_append(out, rating_json(r, item, &g->rating, before));
		before = g->rating.seq;
	}
	if (now->settled)
		json_append(out, rating_json(r, item, now, before));
}

/* ---- items and notes ---- */

static json_t *
notes_json(const struct record *r, int position)
{
	json_t *notes = json_array();

	for (size_t i = 0; i < r->note_count; i++) {
		const struct note *n = &r->notes[i];

		if (n->position == position)
			json_append(&notes, json_pack("{s:s, s:s, s:b, s:s, s:o, s:I}",
			    "kind", n->kind == NOTE_ANSWER ? "answer" : "note", "by", actor_name(n->by),
			    "private", n->private_note, "text", n->text,
			    "written_at", time_json(r->event_wall_us[n->seq - 1]), "seq",
			    (json_int_t)n->seq));
	}
	return notes;
}

static json_t *
facts_json(const struct item *item, uint32_t given)
{
	json_t *facts = json_array();

	for (size_t i = 0; i < item->on_request_count && i < SESSION_FACTS_MAX; i++)
		if (given >> i & 1)
			json_append(&facts, json_string(item->on_requests[i].id));
	return facts;
}

static json_t *
item_json(const struct record *r, size_t position, const struct given_list *replaced)
{
	const struct item_record *it = &r->items[position];
	const struct item *item = record_item(r, position);
	json_t *ratings = json_array();
	json_t *out = json_pack("{s:i, s:s, s:i, s:o, s:s, s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, "
	    "s:I, s:I, s:o}",
	    "position", (int)position, "id", item->id, "revision", item->revision,
	    "snapshot", hex_json(it->snapshot, sizeof it->snapshot), "state", item_state_name(it->state),
	    "phase", phase_name(it->phase), "limit_ms", (json_int_t)it->limit_ms, "read_ms",
	    (json_int_t)it->read_ms,
	    "think_ms", (json_int_t)it->think_ms, "answer_ms", (json_int_t)it->answer_ms,
	    "follow_up_ms", (json_int_t)it->follow_up_ms, "review_ms", (json_int_t)it->review_ms,
	    "pause_ms", (json_int_t)it->pause_ms, "extended_ms", (json_int_t)it->extended_ms,
	    "swapped_ms", (json_int_t)it->swapped_ms, "over_ms", (json_int_t)it->over_ms,
	    "opened_ms", it->opened_ms >= 0 ? json_integer(it->opened_ms) : json_null());

	add_ratings(&ratings, r, position, ACTOR_CANDIDATE, replaced);
	add_ratings(&ratings, r, position, ACTOR_INTERVIEWER, replaced);
	update(&out, json_pack("{s:i, s:o, s:i, s:i, s:b, s:b, s:b, s:b, s:o, s:o, s:o}",
	    "facts", it->facts, "facts_given", facts_json(item, it->facts_given), "hints", it->hints,
	    "pauses", it->pauses, "known", it->known, "retry", it->retry, "flagged", it->flagged,
	    "no_answer", it->no_answer, "prediction", grade_json(it->prediction), "ratings", ratings,
	    "notes", notes_json(r, (int)position)));
	return out;
}

static json_t *
items_json(const struct record *r, const struct given_list *replaced)
{
	json_t *items = json_array();

	for (size_t i = 0; i < r->item_count; i++)
		json_append(&items, item_json(r, i, replaced));
	return items;
}

/* ---- events ---- */

/* NULL with `err` set. */
static json_t *
text_json(struct store *st, const struct log *l, const struct event *ev, struct arena *arena, struct err *err)
{
	struct log_text text;
	json_t *out;

	if (log_text_get(st, l, ev, arena, &text, err) != 0)
		return NULL;
	out = json_pack("{s:o, s:s%, s:o}", "salt", hex_json(text.salt, text.salt != NULL ? STORE_SALT_BYTES : 0),
	    "body", text.body, text.len, "erased_at", text.salt == NULL ? time_json(text.erased_us) : json_null());
	if (out == NULL)
		err_memory(err);
	return out;
}

/* `chain` is the link of the event. */
static json_t *
event_json(enum log_kind kind, const struct event *ev, int64_t wall_us, const uint8_t chain[DIGEST_BYTES])
{
	json_t *out = json_pack("{s:I, s:s, s:i}", "seq", (json_int_t)ev->seq, "kind", event_kind_name(ev->kind),
	    "item", ev->item);

	if (kind == LOG_SESSION)
		json_set(&out, "at_ms", json_integer(ev->at_ms));
	json_set(&out, "written_at", time_json(wall_us));
	if (kind == LOG_SESSION)
		json_set(&out, "actor", json_string(actor_name(ev->actor)));
	update(&out, json_pack("{s:[I,I,I,I], s:o, s:o}", "n", (json_int_t)ev->n[0], (json_int_t)ev->n[1],
	    (json_int_t)ev->n[2], (json_int_t)ev->n[3],
	    "digest", ev->has_digest ? hex_json(ev->digest, sizeof ev->digest) : json_null(),
	    "chain", hex_json(chain, DIGEST_BYTES)));
	return out;
}

json_t *
log_json(struct store *st, const struct log *l, const struct log_events *events, const uint8_t first[DIGEST_BYTES],
    struct arena *arena, struct err *err)
{
	uint8_t chain[DIGEST_BYTES];
	json_t *out = json_array();

	memcpy(chain, first, sizeof chain);
	for (size_t i = 0; i < events->count; i++) {
		const struct event *ev = &events->v[i];
		json_t *event;

		chain_add(chain, l->id, ev, events->wall_us[i]);
		event = event_json(l->kind, ev, events->wall_us[i], chain);
		if (ev->kind == EV_NOTE) {
			json_t *text = text_json(st, l, ev, arena, err);

			if (text == NULL) {
				json_decref(event);
				json_decref(out);
				return NULL;
			}
			json_set(&event, "text", text);
		}
		json_append(&out, event);
	}
	if (out == NULL)
		err_memory(err);
	return out;
}

static json_t *
events_json(struct store *st, const struct record *r, const struct session_row *row, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = r->head.id, .number = r->head.number };
	struct log_events events = { .v = r->events, .wall_us = r->event_wall_us, .count = r->event_count };
	uint8_t first[DIGEST_BYTES];

	chain_begin(first, &r->head, row->candidate, row->interviewer);
	return log_json(st, &log, &events, first, r->arena, err);
}

/* ---- sessions ---- */

static json_t *
head_json(const struct record *r, const struct session_row *row)
{
	const struct session_head *h = &r->head;
	json_t *out = json_pack("{s:o, s:I, s:s, s:s, s:b, s:b, s:b, s:i, s:s, s:o, s:s?, s:o}",
	    "id", id_json(h->id), "number", (json_int_t)h->number, "mode", h->mode == MODE_LED ?
	    "led" : "solo",
	    "review", h->review == REVIEW_END ? "end" : "each", "strict", (h->flags & SESSION_STRICT) != 0,
	    "clock_hidden", (h->flags & SESSION_HIDE_CLOCK) != 0,
	    "follow_ups", (h->flags & SESSION_FOLLOW_UPS_OFF) == 0, "extra_time_permille",
	    h->extra_time_permille,
	    "candidate", h->candidate, "candidate_id", id_json(row->candidate), "interviewer", h->interviewer,
	    "interviewer_id", row->interviewer != 0 ? id_json(row->interviewer) : json_null());

	update(&out, json_pack("{s:s, s:s, s:s, s:o, s:s, s:s, s:o, s:s, s:o, s:o, s:i, s:o}",
	    "bank", h->bank_id, "bank_version", h->bank_version, "bank_title", h->bank_title,
	    "bank_sha256", hex_json(h->bank_sha256, sizeof h->bank_sha256), "blueprint", h->blueprint,
	    "blueprint_title", h->blueprint_title, "seed", json_sprintf("%" PRIu64, h->seed),
	    "state", session_state_name(r->state), "started_at", time_json(h->created_us),
	    "ended_at", h->ended_us != 0 ? time_json(h->ended_us) : json_null(),
	    "utc_offset_min", h->utc_offset_min, "chain", hex_json(r->chain, sizeof r->chain)));
	return out;
}

json_t *
session_json(struct store *st, const struct record *r, const struct session_row *row, struct err *err)
{
	struct given_list replaced;
	json_t *out = NULL, *events = NULL, *scorings = NULL;

	if (collect_replaced(r, &replaced, err) != 0)
		goto out;
	events = events_json(st, r, row, err);
	scorings = events != NULL ? scorings_json(st, r, err) : NULL;
	if (scorings == NULL) {
		json_decref(events);
		goto out;
	}
	out = head_json(r, row);
	json_set(&out, "items", items_json(r, &replaced));
	json_set(&out, "notes", notes_json(r, -1));
	json_set(&out, "events", events);
	json_set(&out, "scorings", scorings);
	if (out == NULL)
		err_memory(err);
out:
	free(replaced.v);
	return out;
}
