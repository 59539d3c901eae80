#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"
#include "viva/bank.h"
#include "viva/history.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

/* ---- finding one ---- */

/* The id of the one session that `q` gives, if any; ends it. */
static int
take_one(struct query *q, int64_t *id, struct err *err)
{
	int found = query_step(q, err);

	if (found > 0) {
		*id = query_take(q);
		if (query_good(q, "a session", err) != 0)
			found = -1;
	}
	query_end(q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

/* The id that a statement with at most one parameter gives. */
static int
find_one(struct store *st, enum sql_id what, const int64_t *parameter, int64_t *id, struct err *err)
{
	struct query q;

	query_start(&q, st, what);
	if (parameter != NULL)
		query_put(&q, *parameter);
	return take_one(&q, id, err);
}

/* Of `candidate`, or of anyone if NULL. */
static int
find_for(struct store *st, enum sql_id anyones, enum sql_id theirs, const char *candidate, int64_t *id,
    struct err *err)
{
	int64_t person;
	int found;

	if (candidate == NULL)
		return find_one(st, anyones, NULL, id, err);
	found = person_find(st, candidate, &person, err);
	return found == 0 ? find_one(st, theirs, &person, id, err) : found;
}

int
store_find(struct store *st, const char *session, const char *candidate, int64_t *id, struct err *err)
{
	int64_t number = 0;
	int found;

	if (strcmp(session, "last") == 0)
		return find_for(st, SQL_FIND_LAST, SQL_FIND_LAST_OF, candidate, id, err);
	for (const char *p = session; *p != '\0'; p++) {
		if (*p < '0' || *p > '9' || number > (INT64_MAX - 9) / 10)
			return STORE_NOT_FOUND;
		number = number * 10 + (*p - '0');
	}
	found = find_one(st, SQL_FIND_NUMBER, &number, id, err);
	return found != STORE_NOT_FOUND ? found : find_one(st, SQL_FIND_ID, &number, id, err);
}

int
store_find_unfinished(struct store *st, const char *candidate, int64_t *id, struct err *err)
{
	return find_for(st, SQL_FIND_UNFINISHED, SQL_FIND_UNFINISHED_OF, candidate, id, err);
}

int
store_find_led_with(struct store *st, const char *person, int64_t *id, struct err *err)
{
	int64_t who;
	struct query q;
	int found = person_find(st, person, &who, err);

	if (found != 0)
		return found;
	query_start(&q, st, SQL_FIND_LED_WITH);
	query_put(&q, who);
	query_put(&q, who);
	return take_one(&q, id, err);
}

int
store_find_other_half(struct store *st, int64_t id, int64_t *other, struct err *err)
{
	return find_one(st, SQL_FIND_OTHER_HALF, &id, other, err);
}

/* ---- all of them ---- */

int
ids_read(struct store *st, enum sql_id what, int64_t parameter, int64_t **ids, size_t *count, struct err *err)
{
	size_t room = 0;
	struct query q;
	int found;

	*ids = NULL;
	*count = 0;
	query_start(&q, st, what);
	query_put(&q, parameter);
	while ((found = query_step(&q, err)) > 0) {
		if (*count == room) {
			int64_t *grown = reallocarray(*ids, room = room * 2 + 16, sizeof *grown);

			if (grown == NULL) {
				found = err_memory(err);
				break;
			}
			*ids = grown;
		}
		(*ids)[(*count)++] = query_take(&q);
	}
	query_end(&q);
	return found;
}

int
session_ids_read(struct store *st, struct session_ids *l, struct err *err)
{
	size_t room = 0;
	struct query q;
	int found;

	query_start(&q, st, SQL_SESSIONS);
	while ((found = query_step(&q, err)) > 0) {
		if (l->count == room) {
			int64_t *grown = reallocarray(l->ids, room = room * 2 + 16, sizeof *grown);

			if (grown == NULL) {
				found = err_memory(err);
				break;
			}
			l->ids = grown;
		}
		l->ids[l->count++] = query_take(&q);
		l->highest = query_take(&q);    /* they come in order */
	}
	query_end(&q);
	return found;
}

void
session_list_free(struct session_list *l)
{
	for (size_t i = 0; i < l->count; i++) {
		struct session_line *line = &l->v[i];

		free(line->candidate);
		free(line->interviewer);
		free(line->bank_id);
		free(line->blueprint);
	}
	free(l->v);
	*l = (struct session_list){ 0 };
}

static int
take_copy(struct query *q, char **out, struct err *err)
{
	*out = strdup(query_take_text(q, NULL));
	return *out != NULL ? 0 : err_memory(err);
}

/* HISTORY */
static int
take_line(struct query *q, struct session_line *line, struct err *err)
{
	line->id = query_take(q);
	line->number = query_take(q);
	line->mode = (enum mode)query_take_in(q, MODE_SOLO, MODE_LED);
	line->state = (enum session_state)query_take_in(q, SESSION_DRAWN, SESSION_ENDED);
	if (take_copy(q, &line->candidate, err) != 0 ||
	    (!query_take_null(q) && take_copy(q, &line->interviewer, err) != 0) ||
	    take_copy(q, &line->bank_id, err) != 0 || take_copy(q, &line->blueprint, err) != 0)
		return -1;
	line->created_us = query_take(q);
	line->utc_offset_min = (int)query_take_in(q, -24 * 60, 24 * 60);
	line->items = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	line->answered = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	line->rated = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	line->no_answers = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	line->grade_sum = (int)query_take_in(q, 0, SESSION_ITEMS_MAX * GRADE_MAX);
	line->within_limit = (int)query_take_in(q, 0, SESSION_ITEMS_MAX);
	return query_good(q, "a session", err);
}

static int
append_line(struct query *q, struct session_list *out, struct err *err)
{
	if ((out->count & (out->count - 1)) == 0) {     /* full at 0, 1, 2, 4 ... */
		size_t room = out->count > 0 ? out->count * 2 : 1;
		struct session_line *v = reallocarray(out->v, room, sizeof *v);

		if (v == NULL)
			return err_memory(err);
		out->v = v;
	}
	out->v[out->count] = (struct session_line){ 0 };
	return take_line(q, &out->v[out->count++], err);
}

int
store_history(struct store *st, const char *candidate, struct session_list *out, struct err *err)
{
	int64_t person;
	struct query q;
	int found;

	*out = (struct session_list){ 0 };
	if (candidate != NULL) {
		found = person_find(st, candidate, &person, err);
		if (found != 0)
			return found == STORE_NOT_FOUND ? 0 : -1;
	}
	query_start(&q, st, candidate != NULL ? SQL_HISTORY_OF : SQL_HISTORY);
	if (candidate != NULL)
		query_put(&q, person);
	while ((found = query_step(&q, err)) > 0)
		if (append_line(&q, out, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	if (found < 0)
		session_list_free(out);
	return found;
}

/* ---- what someone has met ---- */

#define US_PER_MINUTE 60000000
#define MINUTES_PER_DAY (24 * 60)

struct named { const char *id; size_t index; };

static int
compare_names(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

/* The items of `bank` by id; the caller frees it. */
static struct named *
sort_items(const struct bank *bank)
{
	struct named *names = calloc(bank->item_count + 1, sizeof *names);

	if (names == NULL)
		return NULL;
	for (size_t i = 0; i < bank->item_count; i++)
		names[i] = (struct named){ .id = bank->items[i].id, .index = i };
	qsort(names, bank->item_count, sizeof *names, compare_names);
	return names;
}

/* One row of SQL_MET: sessions come in order, and one session counts once. */
static void
meet(struct query *q, const struct named *names, const struct bank *bank, struct item_history *out)
{
	int64_t ordinal = query_take_in(q, 1, UINT32_MAX);
	int64_t created_us = query_take_in(q, 0, INT64_MAX);
	int64_t local_min = created_us / US_PER_MINUTE + query_take_in(q, -24 * 60, 24 * 60);
	struct named key = { .id = query_take_text(q, NULL) };
	const struct named *found = bsearch(&key, names, bank->item_count, sizeof *names, compare_names);
	int64_t grade = query_take_null(q) ? -1 : query_take_in(q, 0, GRADE_MAX);
	struct item_history *h;

	if (found == NULL)
		return;         /* not in this version of the bank */
	h = &out[found->index];
	if (h->last_met_session != (uint32_t)ordinal)
		h->times_met++;
	h->last_met_session = (uint32_t)ordinal;
	h->last_met_day = (int32_t)(local_min / MINUTES_PER_DAY);
	if (grade >= 0)
		h->last_grade = (int32_t)grade;
}

int
store_item_history(struct store *st, const char *candidate, const struct bank *bank,
    struct item_history *out, struct err *err)
{
	struct named *names;
	int64_t person;
	struct query q;
	int found;

	for (size_t i = 0; i < bank->item_count; i++)
		out[i] = (struct item_history){ .last_met_day = -1, .last_grade = -1 };
	found = person_find(st, candidate, &person, err);
	if (found != 0)
		return found == STORE_NOT_FOUND ? 0 : -1;
	names = sort_items(bank);
	if (names == NULL)
		return err_memory(err);
	query_start(&q, st, SQL_MET);
	query_put(&q, person);
	query_put_str(&q, bank->id);
	query_put(&q, person);
	query_put_str(&q, bank->id);
	while ((found = query_step(&q, err)) > 0) {
		meet(&q, names, bank, out);
		if (query_good(&q, "an item", err) != 0) {
			found = -1;
			break;
		}
	}
	query_end(&q);
	free(names);
	return found;
}

int
store_form_items(struct store *st, int64_t id, const struct bank *bank, bool *out, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_FORM_ITEMS);
	query_put(&q, id);
	query_put(&q, id);
	while ((found = query_step(&q, err)) > 0) {
		size_t item = bank_find_item(bank, query_take_text(&q, NULL));

		if (query_good(&q, "an item", err) != 0) {
			found = -1;
			break;
		}
		if (item != SIZE_MAX)
			out[item] = true;
	}
	query_end(&q);
	return found;
}
