/* Marks of further raters in damaged files: as with sessions, the longest log whose chain holds. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/salvage.h"
#include "store/scorings.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"

/* A log as far as it could be read. */
struct marks {
	struct adopted_scoring a;
	int64_t expected;               /* events that its row speaks of */
	struct arena *arena;            /* of the texts */
};

static void
marks_finish(struct marks *m)
{
	salvaged_log_finish(&m->a.log);
	arena_free(m->arena);
	*m = (struct marks){ 0 };
}

/* What `s` has of the scoring; nothing is no error. */
static int
read_marks(struct salvage *sv, struct source *s, int64_t id, struct marks *m, struct err *err)
{
	struct log which = { .kind = LOG_SCORING, .id = id };
	struct scoring_row row;
	struct err why;
	size_t good = 0;
	int result;

	*m = (struct marks){ .arena = arena_new() };
	if (m->arena == NULL)
		return err_memory(err);
	if (s->st.db == NULL || scoring_row_read(&s->st, id, &row, &why) != 0)
		return 0;
	m->a.head = row.head;
	m->a.rater = row.rater;
	m->expected = row.last_seq;
	result = source_log(s, &which, &m->a.log, err);
	if (result == 0)
		result = adopted_scoring_good_events(sv->to, &m->a, &good, err);
	m->a.log.count = good;
	return result;
}

/* The longest log of all sources. */
static int
choose(struct salvage *sv, int64_t id, struct marks *best, struct err *err)
{
	*best = (struct marks){ 0 };
	for (size_t i = 0; i < sv->sources.count; i++) {
		struct marks m;
		int64_t expected;

		if (read_marks(sv, &sv->sources.v[i], id, &m, err) != 0) {
			marks_finish(&m);
			return -1;
		}
		expected = m.expected > best->expected ? m.expected : best->expected;
		if (m.a.head.id != 0 && (best->a.head.id == 0 || m.a.log.count > best->a.log.count)) {
			marks_finish(best);
			*best = m;
		} else {
			marks_finish(&m);
		}
		best->expected = expected;
	}
	return 0;
}

static int
save_in_transaction(struct salvage *sv, struct marks *m, struct err *err)
{
	struct log which = { .kind = LOG_SCORING, .id = m->a.head.id };

	if (salvage_person(sv, m->a.rater, err) != 0 ||
	    salvage_texts(sv, &which, &m->a.log, m->arena, &sv->out->texts_lost, err) != 0)
		return -1;
	return adopt_scoring(sv->to, &m->a, err);
}

static int
save(struct salvage *sv, int64_t id, int64_t number, struct err *err)
{
	struct err why = { 0 };
	struct marks m;
	int result = choose(sv, id, &m, err);

	if (result == 0)
		result = db_begin_write(sv->to, err);
	if (result != 0) {
		marks_finish(&m);
		return -1;
	}
	result = save_in_transaction(sv, &m, &why);
	if (result == ADOPT_DIFFERS)
		result = err_set(&why, EXIT_DAMAGED, "others of the same rater were saved");
	if (db_end(sv->to, result == 0 ? 0 : -1, &why) == 0) {
		sv->out->events += (int64_t)m.a.log.count;
		if ((int64_t)m.a.log.count < m.expected)
			buf_printf(sv->out->lines,
			    "session %" PRId64 ": the first %zu of %" PRId64 " events of a further "
			    "rater's marks were saved\n",
			    number, m.a.log.count, m.expected);
	} else if (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS) {
		buf_printf(sv->out->lines, "session %" PRId64 ": marks of a further rater are lost: %s\n",
		    number, why.text);
		result = 0;
	} else {
		result = err_set(err, why.status, "%s", why.text);
	}
	marks_finish(&m);
	return result < 0 ? -1 : 0;
}

/* Adds what `s` knows of, each once. */
static int
list_ids(struct source *s, int64_t session, int64_t **ids, size_t *count, struct err *err)
{
	struct err why;
	struct query q;

	query_start(&q, &s->st, SQL_SCORINGS);
	query_put(&q, session);
	while (query_step(&q, &why) > 0) {
		int64_t id = query_take(&q), *grown;
		bool known = q.bad || id <= 0;

		for (size_t i = 0; i < *count && !known; i++)
			known = (*ids)[i] == id;
		if (known)
			continue;
		grown = reallocarray(*ids, *count + 1, sizeof *grown);
		if (grown == NULL) {
			query_end(&q);
			return err_memory(err);
		}
		*ids = grown;
		grown[(*count)++] = id;
	}
	query_end(&q);
	return 0;
}

int
salvage_scorings(struct salvage *sv, int64_t session, int64_t number, struct err *err)
{
	int64_t *ids = NULL;
	size_t count = 0;
	int result = 0;

	for (size_t i = 0; i < sv->sources.count && result == 0; i++)
		if (sv->sources.v[i].st.db != NULL)
			result = list_ids(&sv->sources.v[i], session, &ids, &count, err);
	for (size_t i = 0; i < count && result == 0; i++)
		result = save(sv, ids[i], number, err);
	free(ids);
	return result;
}
