/* Marks of further raters in damaged files: as with sessions, the longest log whose chain holds. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/salvage.h"
#include "store/scorings.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"

/* A log as far as it could be read. */
struct marks {
	struct adopted_scoring a;
	size_t room;
	int64_t expected;               /* events that its row speaks of */
	struct arena *arena;            /* of the texts */
};

static void
marks_finish(struct marks *m)
{
	free(m->a.events);
	free(m->a.wall_us);
	free(m->a.chains);
	free(m->a.texts);
	arena_free(m->arena);
	*m = (struct marks){ 0 };
}

static int
grow(struct marks *m, struct err *err)
{
	size_t room = m->room > 0 ? m->room * 2 : 64;
	void *events, *wall_us, *chains;

	if (m->a.event_count < m->room)
		return 0;
	if ((events = reallocarray(m->a.events, room, sizeof *m->a.events)) != NULL)
		m->a.events = events;
	if ((wall_us = reallocarray(m->a.wall_us, room, sizeof *m->a.wall_us)) != NULL)
		m->a.wall_us = wall_us;
	if ((chains = reallocarray(m->a.chains, room, sizeof *m->a.chains)) != NULL)
		m->a.chains = chains;
	if (events == NULL || wall_us == NULL || chains == NULL)
		return err_memory(err);
	m->room = room;
	return 0;
}

/* What `s` has of the scoring; nothing is no error. */
static int
read_marks(struct salvage *sv, struct source *s, int64_t id, struct marks *m, struct err *err)
{
	struct scoring_row row;
	struct err why;
	struct query q;
	size_t good = 0;
	int result = 0;

	*m = (struct marks){ .arena = arena_new() };
	if (m->arena == NULL)
		return err_memory(err);
	if (s->st.db == NULL || scoring_row_read(&s->st, id, &row, &why) != 0)
		return 0;
	m->a.head = row.head;
	m->a.rater = row.rater;
	m->expected = row.last_seq;
	query_start(&q, &s->st, SQL_SCORING_EVENTS);
	query_put(&q, id);
	while (result == 0 && query_step(&q, &why) > 0) {
		struct event_row event;

		scoring_event_take(&q, &event);
		if (q.bad)
			break;
		result = grow(m, err);
		if (result == 0) {
			m->a.events[m->a.event_count] = event.ev;
			m->a.wall_us[m->a.event_count] = event.wall_us;
			memcpy(m->a.chains[m->a.event_count++], event.chain, DIGEST_BYTES);
		}
	}
	query_end(&q);
	if (result == 0)
		result = adopted_scoring_good_events(sv->to, &m->a, &good, err);
	m->a.event_count = good;
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
		if (m.a.head.id != 0 && (best->a.head.id == 0 || m.a.event_count > best->a.event_count)) {
			marks_finish(best);
			*best = m;
		} else {
			marks_finish(&m);
		}
		best->expected = expected;
	}
	return 0;
}

/* The texts of all notes; one that is nowhere to be found counts as erased. */
static int
find_texts(struct salvage *sv, struct marks *m, struct err *err)
{
	m->a.texts = calloc(m->a.event_count + 1, sizeof *m->a.texts);
	if (m->a.texts == NULL)
		return err_memory(err);
	for (size_t i = 0; i < m->a.event_count; i++) {
		struct adopted_text *t = &m->a.texts[m->a.text_count];
		int found = 0;

		if (m->a.events[i].kind != EV_NOTE)
			continue;
		*t = (struct adopted_text){ .seq = m->a.events[i].seq, .body = "", .erased_us = sv->wall_us };
		for (size_t s = 0; s < sv->sources.count && found == 0; s++)
			if (sv->sources.v[s].st.db != NULL)
				found = salvage_text(&sv->sources.v[s], SQL_SCORING_TEXT_GET, m->a.head.id,
				    &m->a.events[i], t, m->arena, err);
		if (found < 0)
			return -1;
		sv->out->texts_lost += found == 0;
		m->a.text_count++;
	}
	return 0;
}

static int
save_in_transaction(struct salvage *sv, struct marks *m, struct err *err)
{
	if (salvage_person(sv, m->a.rater, err) != 0 || find_texts(sv, m, err) != 0)
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
		sv->out->events += (int64_t)m.a.event_count;
		if ((int64_t)m.a.event_count < m.expected)
			buf_printf(sv->out->lines,
			    "session %" PRId64 ": the first %zu of %" PRId64 " events of a further "
			    "rater's marks were saved\n",
			    number, m.a.event_count, m.expected);
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
