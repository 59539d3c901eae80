#include "store/salvage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/file.h"
#include "store/guard.h"
#include "viva/arena.h"
#include "viva/err.h"

/* ---- sources ---- */

static void
close_source(struct source *s)
{
	char *journal;

	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(s->st.statements[i]);
	sqlite3_close(s->st.db);
	if (s->st.real_path != NULL) {
		if (asprintf(&journal, "%s-journal", s->st.real_path) >= 0) {
			unlink(journal);
			free(journal);
		}
		unlink(s->st.real_path);
	}
	free(s->st.real_path);
}

/* A journal that was left belongs to the file: SQLite takes back with it what was half written. */
static int
copy_journal(const struct source *s, struct err *err)
{
	char *from = NULL, *to = NULL, *made = NULL;
	struct stat sb;
	int result = -1;

	if (asprintf(&from, "%s-journal", s->name) < 0) {
		from = NULL;
		err_memory(err);
		goto out;
	}
	if (lstat(from, &sb) != 0) {
		result = 0;
		goto out;
	}
	if (asprintf(&to, "%s-journal", s->st.real_path) < 0) {
		to = NULL;
		err_memory(err);
		goto out;
	}
	if (file_copy_beside(from, s->st.real_path, &made, err) == 0)
		result = rename(made, to) == 0 ? 0 : err_errno(err, "cannot make %s", to);
out:
	free(from);
	free(to);
	free(made);
	return result;
}

/* Opens the file at `path`, whatever is in it. */
static void
connect_source(struct source *s, const char *path, int flags)
{
	struct err why;

	if (sqlite3_open_v2(path, &s->st.db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK || guard_connection(&s->st, &why) != 0) {
		sqlite3_close(s->st.db);
		s->st.db = NULL;
	}
	s->st.right = RIGHT_WORK;
}

/* The damaged file, by way of a copy beside `beside`. */
static int
open_damaged(struct source *s, const char *name, const char *beside, struct err *err)
{
	*s = (struct source){ .name = name, .st.path = (char *)name };
	if (file_copy_beside(name, beside, &s->st.real_path, err) != 0 || copy_journal(s, err) != 0)
		return -1;
	connect_source(s, s->st.real_path, SQLITE_OPEN_READWRITE);
	return 0;
}

int
sources_open(struct sources *out, const char *real, const struct managed_list *backups, const char *beside,
    struct err *err)
{
	*out = (struct sources){ .v = calloc(backups->count + 1, sizeof *out->v) };
	if (out->v == NULL)
		return err_memory(err);
	if (open_damaged(&out->v[out->count++], real, beside, err) != 0)
		return -1;
	for (size_t i = 0; i < backups->count; i++) {
		struct source *s = &out->v[out->count++];

		*s = (struct source){ .name = backups->v[i].path, .st.path = backups->v[i].path };
		connect_source(s, s->name, SQLITE_OPEN_READONLY);
	}
	return 0;
}

void
sources_close(struct sources *s)
{
	for (size_t i = 0; i < s->count; i++)
		close_source(&s->v[i]);
	free(s->v);
}

/* ---- logs ---- */

void
salvaged_log_finish(struct adopted_log *log)
{
	free(log->rows);
	free(log->texts);
	*log = (struct adopted_log){ 0 };
}

int
source_log(struct source *s, const struct log *which, struct adopted_log *out, struct err *err)
{
	size_t room = 0;
	struct err why;
	struct query q;
	int result = 0;

	*out = (struct adopted_log){ 0 };
	log_rows_start(&q, &s->st, which);
	while (query_step(&q, &why) > 0) {
		struct event_row row;

		log_row_take(&q, which, &row);
		if (q.bad)
			break;
		if (out->count == room) {
			struct event_row *rows;

			room = room > 0 ? room * 2 : 256;
			rows = reallocarray(out->rows, room, sizeof *rows);
			if (rows == NULL) {
				result = err_memory(err);
				break;
			}
			out->rows = rows;
		}
		out->rows[out->count++] = row;
	}
	query_end(&q);
	return result;
}

/* ---- sessions ---- */

void
salvaged_finish(struct salvaged *l)
{
	salvaged_log_finish(&l->a.log);
	arena_free(l->arena);
	*l = (struct salvaged){ 0 };
}

int
salvaged_read(struct salvaged *l, struct source *s, int64_t id, struct err *err)
{
	struct log which = { .kind = LOG_SESSION, .id = id };
	struct err why;

	*l = (struct salvaged){ .arena = arena_new() };
	if (l->arena == NULL)
		return err_memory(err);
	if (s->st.db == NULL || session_row_read_unsealed(&s->st, id, l->arena, &l->row, &why) != 0)
		return 0;
	l->a.head = l->row.head;
	l->a.candidate = l->row.candidate;
	l->a.interviewer = l->row.interviewer;
	if (source_log(s, &which, &l->a.log, err) != 0)
		return -1;
	if (l->a.log.count > 0)
		l->a.log.count = adoptee_good_events(&l->a);
	return 0;
}
