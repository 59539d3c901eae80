/*
 * Whole histories in one pass over the projections: what pages on many sessions are made of.  One
 * session is replayed and compared with its chain by store_load(); here `viva db check` is trusted,
 * and values that cannot be are refused.
 */
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"
#include "viva/answers.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/digest.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/text.h"

/* An array that grows; handed to the arena when it is whole. */
struct rows { void *v; size_t count, room, size; };

struct reading {
	struct store *st;
	struct answers *a;
	struct rows people, sessions, answers, seconds;
	uint8_t (*digests)[DIGEST_BYTES];       /* of a->items, ascending */
};

static void *
rows_add(struct rows *r, struct err *err)
{
	if (r->count == r->room) {
		size_t room = r->room * 2 + 16;
		void *v = reallocarray(r->v, room, r->size);

		if (v == NULL) {
			err_memory(err);
			return NULL;
		}
		r->v = v;
		r->room = room;
	}
	return memset((char *)r->v + r->size * r->count++, 0, r->size);
}

static int
rows_keep(struct rows *r, struct arena *arena, void **out, size_t *count, struct err *err)
{
	*out = arena_alloc(arena, r->count, r->size);
	if (*out == NULL)
		return err_memory(err);
	if (r->count > 0)
		memcpy(*out, r->v, r->count * r->size);
	*count = r->count;
	return 0;
}

/* The bank, and one person unless `person` is 0. */
static void
put_whose(struct query *q, const struct reading *rd, int64_t person)
{
	query_put_str(q, rd->a->bank_id);
	if (person != 0)
		query_put(q, person);
}

/* ---- texts ---- */

static int
read_digests(struct reading *rd, int64_t person, struct err *err)
{
	struct rows digests = { .size = DIGEST_BYTES };
	struct query q;
	int found;

	query_start(&q, rd->st, person != 0 ? SQL_ANSWER_TEXTS_OF : SQL_ANSWER_TEXTS);
	put_whose(&q, rd, person);
	put_whose(&q, rd, person);
	while ((found = query_step(&q, err)) > 0) {
		uint8_t *digest = rows_add(&digests, err);

		if (digest != NULL)
			query_take_digest(&q, digest);
		if (digest == NULL || query_good(&q, "the text of an item", err) != 0) {
			found = -1;
			break;
		}
	}
	query_end(&q);
	rd->digests = digests.v;
	rd->a->item_count = digests.count;
	return found;
}

static int
read_texts(struct reading *rd, int64_t person, struct err *err)
{
	size_t count;

	if (read_digests(rd, person, err) != 0)
		return -1;
	count = rd->a->item_count;
	rd->a->item_count = 0;          /* grows with what has to be released */
	rd->a->items = arena_alloc(rd->a->arena, count, sizeof *rd->a->items);
	if (rd->a->items == NULL)
		return err_memory(err);
	for (size_t i = 0; i < count; i++) {
		struct answer_item *it = &rd->a->items[i];

		if (snapshot_load(rd->st, rd->digests[i], &it->bank, err) != 0)
			return -1;
		it->item = &it->bank->items[0];
		rd->a->item_count++;
	}
	return 0;
}

static int
compare_digests(const void *a, const void *b)
{
	return memcmp(a, b, DIGEST_BYTES);
}

/* ---- people and sessions ---- */

static int
take_text(struct query *q, struct arena *arena, const char **out, struct err *err)
{
	size_t len;
	const char *text = query_take_text(q, &len);

	*out = arena_strndup(arena, text, len);
	return *out != NULL ? 0 : err_memory(err);
}

static int
take_person(struct reading *rd, struct query *q, int64_t *last, struct err *err)
{
	int64_t id = query_take(q);
	struct answer_person *person;

	if (rd->people.count > 0 && *last == id) {
		query_take_text(q, NULL);
		if (!query_take_null(q))
			query_take(q);
		person = (struct answer_person *)rd->people.v + rd->people.count - 1;
	} else {
		person = rows_add(&rd->people, err);
		if (person == NULL || take_text(q, rd->a->arena, &person->name, err) != 0)
			return -1;
		person->goal = query_take_null(q) ? -1 : (int)query_take_in(q, 0, GRADE_MAX);
		person->first_session = rd->sessions.count;
		*last = id;
	}
	person->session_count++;
	return 0;
}

/* ANSWER_SESSIONS */
static int
take_session(struct reading *rd, struct query *q, int64_t *last, struct err *err)
{
	struct answer_session *s;

	if (take_person(rd, q, last, err) != 0)
		return -1;
	s = rows_add(&rd->sessions, err);
	if (s == NULL)
		return -1;
	s->person = rd->people.count - 1;
	s->number = query_take(q);
	s->created_us = query_take(q);
	s->utc_offset_min = (int)query_take_in(q, -24 * 60, 24 * 60);
	s->mode = (enum mode)query_take_in(q, MODE_SOLO, MODE_LED);
	s->state = (enum session_state)query_take_in(q, SESSION_DRAWN, SESSION_ENDED);
	if (take_text(q, rd->a->arena, &s->blueprint, err) != 0 ||
	    (!query_take_null(q) && take_text(q, rd->a->arena, &s->interviewer, err) != 0))
		return -1;
	return query_good(q, "a session", err);
}

static int
read_sessions(struct reading *rd, int64_t person, struct err *err)
{
	int64_t last = 0;
	struct query q;
	int found;

	query_start(&q, rd->st, person != 0 ? SQL_ANSWER_SESSIONS_OF : SQL_ANSWER_SESSIONS);
	put_whose(&q, rd, person);
	while ((found = query_step(&q, err)) > 0)
		if (take_session(rd, &q, &last, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	return found;
}

/* ---- answers ---- */

/* "012" as two bits each, the first lowest. */
static uint64_t
take_ticks(struct query *q)
{
	size_t len;
	const char *text = query_take_text(q, &len);
	uint64_t ticks = 0;

	if (len > KEY_POINTS_MAX)
		q->bad = true;
	for (size_t i = 0; i < len && !q->bad; i++) {
		if (text[i] < '0' + TICK_NO || text[i] > '0' + TICK_YES)
			q->bad = true;
		ticks |= (uint64_t)(text[i] - '0') << 2 * i;
	}
	return q->bad ? 0 : ticks;
}

static void
take_rating(struct query *q, int *grade, uint64_t *ticks)
{
	*grade = -1;
	if (query_take_null(q)) {
		query_take_null(q);
		return;
	}
	*ticks = take_ticks(q);
	*grade = (int)query_take_in(q, 0, GRADE_MAX);
}

/* ANSWER_ROWS; which session it is of stands in the row, and they come in that order. */
static int
take_answer(struct reading *rd, struct query *q, size_t *at, struct err *err)
{
	struct answer_session *sessions = rd->sessions.v;
	struct answer *v = rows_add(&rd->answers, err);
	uint8_t digest[DIGEST_BYTES] = { 0 };
	const uint8_t *found;
	enum item_state state;
	int64_t number;

	if (v == NULL)
		return -1;
	query_take(q);                  /* person and position are there to sort by */
	number = query_take(q);
	v->position = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	while (*at < rd->sessions.count && sessions[*at].number != number)
		++*at;
	v->swapped = query_take_in(q, 0, 1) != 0;
	query_take_digest(q, digest);
	found = rd->a->item_count > 0 ?
	    bsearch(digest, rd->digests, rd->a->item_count, DIGEST_BYTES, compare_digests) : NULL;
	if (*at == rd->sessions.count || found == NULL)
		return db_damaged(rd->st, err, "an answer belongs to no session or no item");
	v->session = *at;
	v->item = (size_t)(found - rd->digests[0]) / DIGEST_BYTES;
	state = (enum item_state)query_take_in(q, ITEM_PENDING, ITEM_NOT_ASKED);
	v->used_ms = query_take_in(q, 0, INT64_MAX);
	v->limit_ms = query_take_in(q, 0, INT64_MAX);
	v->facts = (int)query_take_in(q, 0, INT32_MAX);
	v->hints = (int)query_take_in(q, 0, INT32_MAX);
	v->retry = query_take_in(q, 0, 1) != 0;
	v->no_answer = query_take_in(q, 0, 1) != 0;
	v->answered = (state == ITEM_ANSWERED || state == ITEM_RATED) && !v->no_answer;
	v->prediction = (int)query_take_in(q, -1, GRADE_MAX);
	take_rating(q, &v->grade_own, &v->ticks_own);
	take_rating(q, &v->grade_interviewer, &v->ticks_interviewer);
	if (sessions[*at].answer_count++ == 0)
		sessions[*at].first_answer = rd->answers.count - 1;
	return query_good(q, "an answer", err);
}

static int
read_answers(struct reading *rd, int64_t person, struct err *err)
{
	size_t at = 0;
	struct query q;
	int found;

	query_start(&q, rd->st, person != 0 ? SQL_ANSWERS_OF : SQL_ANSWERS);
	put_whose(&q, rd, person);
	put_whose(&q, rd, person);
	while ((found = query_step(&q, err)) > 0)
		if (take_answer(rd, &q, &at, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	return found;
}

/* ---- further raters ---- */

/*
 * The answer at `position` of session `number`; NULL if it is not among those read.  `*at` is where to look
 * first.
 */
static const struct answer *
find_answer(const struct reading *rd, int64_t number, int position, size_t *at)
{
	const struct answer_session *sessions = rd->sessions.v;
	const struct answer *v = rd->answers.v;
	size_t n = rd->sessions.count, tried = 0;

	while (tried < n && sessions[*at].number != number) {
		*at = (*at + 1) % n;
		tried++;
	}
	if (tried == n)
		return NULL;
	v += sessions[*at].first_answer;
	for (size_t i = 0; i < sessions[*at].answer_count; i++)
		if (v[i].position == position && !v[i].swapped)
			return &v[i];
	return NULL;
}

/* SQL_ANSWER_SECONDS */
static int
take_second(struct reading *rd, struct query *q, size_t *at, struct err *err)
{
	int64_t number = query_take(q);
	int position = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	const struct answer *v = find_answer(rd, number, position, at);
	struct answer_second *second;

	if (v == NULL)
		return 0;               /* of someone else, or never shown */
	second = rows_add(&rd->seconds, err);
	if (second == NULL || take_text(q, rd->a->arena, &second->rater, err) != 0)
		return -1;
	second->answer = (size_t)(v - (struct answer *)rd->answers.v);
	second->grade = (int)query_take_in(q, 0, GRADE_MAX);
	return query_good(q, "a rater's mark", err);
}

static int
read_seconds(struct reading *rd, struct err *err)
{
	size_t at = 0;
	struct query q;
	int found;

	query_start(&q, rd->st, SQL_ANSWER_SECONDS);
	query_put_str(&q, rd->a->bank_id);
	while ((found = query_step(&q, err)) > 0)
		if (take_second(rd, &q, &at, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	return found;
}

/* ---- all ---- */

struct named { char *folded; size_t index; };

static int
compare_folded(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->folded, ((const struct named *)b)->folded);
}

/* People by name; their sessions stay where they are. */
static int
sort_people(struct answers *a, struct err *err)
{
	struct named *order = calloc(a->person_count + 1, sizeof *order);
	struct answer_person *sorted = arena_alloc(a->arena, a->person_count, sizeof *sorted);
	int result = 0;

	if (order == NULL || sorted == NULL) {
		free(order);
		return err_memory(err);
	}
	for (size_t i = 0; i < a->person_count && result == 0; i++) {
		struct buf folded;

		buf_init(&folded);
		if (text_fold(&folded, a->people[i].name, strlen(a->people[i].name)) == 0)
			order[i] = (struct named){ buf_take(&folded, NULL), i };
		buf_finish(&folded);
		if (order[i].folded == NULL)
			result = err_memory(err);
	}
	if (result == 0)
		qsort(order, a->person_count, sizeof *order, compare_folded);
	for (size_t i = 0; i < a->person_count && result == 0; i++) {
		const struct answer_person *person = &a->people[order[i].index];

		sorted[i] = *person;
		for (size_t k = 0; k < person->session_count; k++)
			a->sessions[person->first_session + k].person = i;
	}
	for (size_t i = 0; i < a->person_count; i++)
		free(order[i].folded);
	free(order);
	a->people = sorted;
	return result;
}

static int
read_all(struct reading *rd, int64_t person, struct err *err)
{
	struct answers *a = rd->a;

	if (read_texts(rd, person, err) != 0 || read_sessions(rd, person, err) != 0 ||
	    read_answers(rd, person, err) != 0 ||
	    read_seconds(rd, err) != 0)
		return -1;
	if (rows_keep(&rd->people, a->arena, (void **)&a->people, &a->person_count, err) != 0 ||
	    rows_keep(&rd->sessions, a->arena, (void **)&a->sessions, &a->session_count, err) != 0 ||
	    rows_keep(&rd->answers, a->arena, (void **)&a->v, &a->count, err) != 0 ||
	    rows_keep(&rd->seconds, a->arena, (void **)&a->seconds, &a->second_count, err) != 0)
		return -1;
	return sort_people(a, err);
}

static struct answers *
answers_new(const char *bank_id)
{
	struct arena *arena = arena_new();
	struct answers *a = arena != NULL ? arena_alloc(arena, 1, sizeof *a) : NULL;

	if (a != NULL) {
		a->arena = arena;
		a->bank_id = arena_strdup(arena, bank_id);
	}
	if (a != NULL && a->bank_id != NULL)
		return a;
	arena_free(arena);
	return NULL;
}

int
store_answers(struct store *st, const char *candidate, const char *bank_id, struct answers **out,
    struct err *err)
{
	struct reading rd = {
		.st = st, .a = answers_new(bank_id), .people = { .size = sizeof(struct answer_person) },
		.sessions = { .size = sizeof(struct answer_session) }, .answers = { .size = sizeof(struct answer) },
		.seconds = { .size = sizeof(struct answer_second) },
	};
	int64_t person = 0;
	int result;

	*out = NULL;
	if (rd.a == NULL)
		return err_memory(err);
	if (db_begin_read(st, err) != 0) {
		answers_free(rd.a);
		return -1;
	}
	result = candidate != NULL ? person_find(st, candidate, &person, err) : 0;
	if (result == 0)
		result = read_all(&rd, person, err);
	else if (result == STORE_NOT_FOUND)
		result = 0;             /* nobody: no rows */
	result = db_end(st, result, err);
	free(rd.people.v);
	free(rd.sessions.v);
	free(rd.answers.v);
	free(rd.seconds.v);
	free(rd.digests);
	if (result == 0)
		*out = rd.a;
	else
		answers_free(rd.a);
	return result;
}

void
answers_free(struct answers *a)
{
	if (a == NULL)
		return;
	for (size_t i = 0; i < a->item_count; i++)
		bank_free(a->items[i].bank);
	arena_free(a->arena);
}
