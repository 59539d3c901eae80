/*
 * What can be saved of a damaged database.  It is read from a private copy, its backups where they are, all
 * without a single write.  For each session the copy with the longest log whose chain holds is taken; texts,
 * items and names that are missing there are looked for in the others.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/file.h"
#include "store/salvage.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"

struct found {
	int64_t id, number;
	size_t source;                  /* where its log is longest */
	size_t good;                    /* events there */
	int64_t expected;               /* events it had by all we know */
};

/* ---- which sessions there are ---- */

static struct found *
find(struct salvage *sv, int64_t id)
{
	for (size_t i = 0; i < sv->session_count; i++)
		if (sv->sessions[i].id == id)
			return &sv->sessions[i];
	return NULL;
}

static int
add_id(struct salvage *sv, int64_t id, struct err *err)
{
	if (find(sv, id) != NULL)
		return 0;
	if (sv->session_count == sv->session_room) {
		size_t room = sv->session_room > 0 ? sv->session_room * 2 : 64;
		struct found *v = reallocarray(sv->sessions, room, sizeof *v);

		if (v == NULL)
			return err_memory(err);
		sv->sessions = v;
		sv->session_room = room;
	}
	sv->sessions[sv->session_count++] = (struct found){ .id = id };
	return 0;
}

/* Every way to the ids, each as far as it goes. */
static int
list_ids(struct salvage *sv, struct source *s, struct err *err)
{
	static const enum sql_id ways[] = { SQL_SALVAGE_SESSIONS, SQL_SALVAGE_SESSIONS_BACK, SQL_SALVAGE_LOGS,
	    SQL_SALVAGE_LOGS_BACK };
	int result = 0;

	for (size_t i = 0; i < sizeof ways / sizeof ways[0] && s->st.db != NULL; i++) {
		struct err why;
		struct query q;

		query_start(&q, &s->st, ways[i]);
		while (result == 0 && query_step(&q, &why) > 0) {
			int64_t id = query_take(&q);

			if (!q.bad && id > 0)
				result = add_id(sv, id, err);
		}
		query_end(&q);
	}
	return result;
}

/* The source with the longest good log; the earlier one of two alike. */
static int
choose(struct salvage *sv, struct found *f, struct err *err)
{
	for (size_t i = 0; i < sv->sources.count; i++) {
		struct salvaged l;

		if (salvaged_read(&l, &sv->sources.v[i], f->id, err) != 0) {
			salvaged_finish(&l);
			return -1;
		}
		if (l.row.last_seq > f->expected && l.row.last_seq <= INT32_MAX)
			f->expected = l.row.last_seq;
		if (l.a.log.count > f->good) {
			f->good = l.a.log.count;
			f->source = i;
			f->number = l.row.head.number;
		}
		salvaged_finish(&l);
	}
	return 0;
}

/* ---- what a session needs ---- */

/* The first source that has the name: 1 `*name` is filled, 0 none has it. */
static int
find_name(struct salvage *sv, int64_t id, struct arena *arena, struct person_row *row)
{
	for (size_t i = 0; i < sv->sources.count; i++) {
		struct store *st = &sv->sources.v[i].st;
		struct err why;

		if (st->db != NULL && (person_row_read(st, id, arena, row, &why) == 0 ||
		    person_row_read_first(st, id, arena, row, &why) == 0))
			return 1;
	}
	return 0;
}

/* One entry; `*same_as` is the other one that it needs, or 0. */
static int
save_entry(struct salvage *sv, int64_t id, int64_t *same_as, struct err *err)
{
	struct arena *arena = arena_new();
	struct person_row row = { .created_us = sv->wall_us, .goal = PERSON_NO_GOAL,
		.extra_time_permille = PERSON_NO_EXTRA_TIME };
	char lost[64];
	int result, found;

	if (arena == NULL)
		return err_memory(err);
	found = find_name(sv, id, arena, &row);
	if (!found) {
		snprintf(lost, sizeof lost, "lost name %" PRId64, id);
		row.name = lost;
	}
	*same_as = row.same_as;
	result = adopt_person(sv->to, id, &row, sv->out->lines, err);
	sv->out->names_lost += result == 0 && !found;
	arena_free(arena);
	return result;
}

int
salvage_person(struct salvage *sv, int64_t id, struct err *err)
{
	int64_t same_as = 0, none;
	int result = save_entry(sv, id, &same_as, err);

	if (result != 0 || same_as == 0)
		return result < 0 ? -1 : 0;
	if (save_entry(sv, same_as, &none, err) < 0)
		return -1;
	return adopt_same_as(sv->to, id, same_as, err) < 0 ? -1 : 0;
}

/* In `s` by its key, or failing that by looking at every row. */
static int
copy_snapshot(struct salvage *sv, struct source *s, const uint8_t sha256[DIGEST_BYTES], struct err *err)
{
	struct buf body;
	struct err why;
	struct query q;
	int result = STORE_NOT_FOUND;

	buf_init(&body);
	if (snapshot_read(&s->st, sha256, &body, &why) == 0)
		result = adopt_snapshot(sv->to, sha256, buf_text(&body), body.len, err);
	buf_finish(&body);
	if (result != STORE_NOT_FOUND)
		return result;
	query_start(&q, &s->st, SQL_SALVAGE_SNAPSHOTS);
	while (result == STORE_NOT_FOUND && query_step(&q, &why) > 0) {
		uint8_t name[DIGEST_BYTES], actual[DIGEST_BYTES];
		const char *text;
		size_t len;

		query_take_digest(&q, name);
		text = query_take_text(&q, &len);
		digest_sha256(actual, text, len);
		if (memcmp(actual, sha256, sizeof actual) == 0)
			result = adopt_snapshot(sv->to, sha256, text, len, err);
	}
	query_end(&q);
	return result;
}

static int
save_snapshot(struct salvage *sv, const uint8_t sha256[DIGEST_BYTES], struct err *err)
{
	int result = STORE_NOT_FOUND;

	for (size_t i = 0; i < sv->sources.count && result == STORE_NOT_FOUND; i++)
		if (sv->sources.v[i].st.db != NULL)
			result = copy_snapshot(sv, &sv->sources.v[i], sha256, err);
	return result;
}

/* 1: found; one that cannot be read is not there. */
static int
find_text(struct source *s, const struct log *which, const struct event *ev, struct arena *arena,
    struct log_text *out, struct err *err)
{
	struct err why;
	struct query q;
	int result = 0;

	log_text_start(&q, &s->st, which, ev->seq);
	if (query_step(&q, &why) > 0) {
		int taken = log_text_take(&q, ev, arena, out);

		result = taken < 0 ? err_memory(err) : taken == 0;
	}
	query_end(&q);
	return result;
}

int
salvage_texts(struct salvage *sv, const struct log *which, struct adopted_log *log, struct arena *arena,
    int64_t *lost, struct err *err)
{
	log->texts = calloc(log->count + 1, sizeof *log->texts);
	if (log->texts == NULL)
		return err_memory(err);
	for (size_t i = 0; i < log->count; i++) {
		const struct event *ev = &log->rows[i].ev;
		struct log_text *text = &log->texts[log->text_count];
		int found = 0;

		if (ev->kind != EV_NOTE)
			continue;
		*text = (struct log_text){ .seq = ev->seq, .body = "", .erased_us = sv->wall_us };
		for (size_t s = 0; s < sv->sources.count && found == 0; s++)
			if (sv->sources.v[s].st.db != NULL)
				found = find_text(&sv->sources.v[s], which, ev, arena, text, err);
		if (found < 0)
			return -1;
		*lost += found == 0;
		log->text_count++;
	}
	return 0;
}

/* ---- sessions ---- */

/* Everything the session needs, then the session.  STORE_NOT_FOUND: an item is lost. */
static int
save_in_transaction(struct salvage *sv, struct salvaged *l, int64_t *texts_lost, struct err *err)
{
	struct log which = { .kind = LOG_SESSION, .id = l->a.head.id };
	int result = 0;

	if (salvage_person(sv, l->a.candidate, err) != 0 ||
	    (l->a.interviewer != 0 && salvage_person(sv, l->a.interviewer, err) != 0) ||
	    salvage_texts(sv, &which, &l->a.log, l->arena, texts_lost, err) != 0)
		return -1;
	for (size_t i = 0; i < l->a.log.count && result == 0; i++) {
		const struct event *ev = &l->a.log.rows[i].ev;

		if (ev->kind == EV_DRAW || ev->kind == EV_SWAP)
			result = save_snapshot(sv, ev->digest, err);
	}
	return result == 0 ? adopt_session(sv->to, &l->a, err) : result;
}

static void
tell(struct salvage *sv, const struct found *f, int64_t texts_lost)
{
	const char *from = f->source > 0 ? sv->sources.v[f->source].name : NULL;
	bool part = (int64_t)f->good < f->expected;

	sv->out->whole += !part;
	sv->out->part += part;
	sv->out->events += (int64_t)f->good;
	sv->out->texts_lost += texts_lost;
	if (part)
		buf_printf(sv->out->lines, "session %" PRId64 ": the first %zu of %" PRId64 " events were saved, what "
		    "came after them is lost\n", f->number, f->good, f->expected);
	if (from != NULL)
		buf_printf(sv->out->lines, "session %" PRId64 ": taken from %s\n", f->number, from);
	if (texts_lost > 0)
		buf_printf(sv->out->lines, "session %" PRId64 ": notes or answers lost: %" PRId64 "\n",
		    f->number, texts_lost);
}

static void
tell_lost(struct salvage *sv, const struct found *f, const char *why)
{
	sv->out->lost++;
	buf_printf(sv->out->lines, "session %" PRId64 ": lost: %s\n", f->number > 0 ? f->number : f->id, why);
}

static int
save_session(struct salvage *sv, const struct found *f, struct err *err)
{
	int64_t texts_lost = 0;
	struct err why = { 0 };
	struct salvaged l;
	int result;

	if (f->good == 0) {
		tell_lost(sv, f, "its beginning cannot be read anywhere");
		return 0;
	}
	if (salvaged_read(&l, &sv->sources.v[f->source], f->id, err) != 0 || db_begin_write(sv->to, err) != 0) {
		salvaged_finish(&l);
		return -1;
	}
	result = save_in_transaction(sv, &l, &texts_lost, &why);
	if (result > 0)
		why = (struct err){ .status = EXIT_DAMAGED,
			.text = "an item that was asked cannot be read anywhere" };
	if (db_end(sv->to, result == 0 ? 0 : -1, &why) == 0) {
		tell(sv, f, texts_lost);
		salvaged_finish(&l);
		return salvage_scorings(sv, f->id, f->number, err);
	}
	if (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS)
		tell_lost(sv, f, why.text);
	else
		result = err_set(err, why.status, "%s", why.text);
	salvaged_finish(&l);
	return result < 0 && why.status != EXIT_DAMAGED && why.status != EXIT_FINDINGS ? -1 : 0;
}

static int
by_number(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static int
save_all(struct salvage *sv, struct err *err)
{
	for (size_t i = 0; i < sv->sources.count; i++)
		if (list_ids(sv, &sv->sources.v[i], err) != 0)
			return -1;
	for (size_t i = 0; i < sv->session_count; i++)
		if (choose(sv, &sv->sessions[i], err) != 0)
			return -1;
	if (sv->session_count > 0)
		qsort(sv->sessions, sv->session_count, sizeof *sv->sessions, by_number);
	for (size_t i = 0; i < sv->session_count; i++)
		if (save_session(sv, &sv->sessions[i], err) != 0)
			return -1;
	return buf_failed(sv->out->lines) ? err_memory(err) : 0;
}

/* ---- the whole ---- */

/* Where the file system knows no renaming that replaces nothing, the look that was taken before has to do. */
static int
take_name(const char *part, const char *to, struct err *err)
{
	int rc = renameat2(AT_FDCWD, part, AT_FDCWD, to, RENAME_NOREPLACE);

	if (rc != 0 && errno == EINVAL)
		rc = rename(part, to);
	if (rc == 0)
		return file_sync_directory(to, err);
	return errno == EEXIST ? err_set(err, EXIT_FINDINGS, "%s is there already: name a new file", to) :
	    err_errno(err, "cannot make %s", to);
}

/* Fills `part`, which takes its name once it is whole. */
static int
fill(struct salvage *sv, const char *part, const char *to, struct err *err)
{
	int result = -1;

	if (store_open(&sv->to, part, STORE_WRITE, sv->wall_us, NULL, err) == 0)
		result = save_all(sv, err);
	store_close(sv->to);
	if (result == 0)
		result = take_name(part, to, err);
	if (result != 0)
		unlink(part);
	return result;
}

static int
run(struct salvage *sv, const char *real, const char *to, struct err *err)
{
	struct managed_list backups = { 0 };
	char *real_to = NULL, *part = NULL;
	int result = -1;

	if (managed_list_read(real, &backups, err) != 0)
		return -1;
	if (file_real_path(to, true, &real_to, err) != 0 ||
	    sources_open(&sv->sources, real, &backups, real_to, err) != 0)
		goto out;
	if (sv->sources.v[0].st.db == NULL)
		buf_printf(sv->out->lines, "%s cannot be read at all\n", real);
	part = file_make_part(real_to, NULL, err);
	if (part != NULL)
		result = fill(sv, part, real_to, err);
out:
	sources_close(&sv->sources);
	free(sv->sessions);
	free(part);
	free(real_to);
	managed_list_free(&backups);
	return result;
}

int
store_salvage(const char *path, const char *to, int64_t wall_us, struct store_salvage *out, struct err *err)
{
	struct salvage sv = { .wall_us = wall_us, .out = out };
	struct stat sb;
	char *real = NULL;
	int result = file_real_path(path, false, &real, err);

	out->whole = out->part = out->lost = out->events = out->texts_lost = out->names_lost = 0;
	if (result == FILE_NO_DIRECTORY || (result == 0 && lstat(real, &sb) != 0))
		result = err_set(err, EXIT_FINDINGS, "there is no %s", path);
	else if (result == 0 && (lstat(to, &sb) == 0 || errno != ENOENT))
		result = err_set(err, EXIT_FINDINGS, "%s is there already: name a new file", to);
	if (result == 0)
		result = run(&sv, real, to, err);
	free(real);
	return result < 0 ? -1 : 0;
}
