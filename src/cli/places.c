#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/app.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/text.h"

#define DIAGS_SHOWN_MAX 20      /* at a start; `viva bank check` shows all */

int
app_open_store(const struct app *app, struct store **out, enum store_mode mode, struct err *err)
{
	struct buf notice;
	int rc;

	buf_init(&notice);
	rc = store_open(out, app->db_path, mode, world_now(app->world).wall_us, &notice, err);
	if (rc == 0 && notice.len > 0 && !app->quiet)
		fprintf(stderr, "viva: %s\n", buf_text(&notice));
	buf_finish(&notice);
	if (rc == 0 && mode == STORE_WRITE)
		app_backup(app, *out, STORE_BACKUP_APART_US);
	return rc;
}

void
app_backup(const struct app *app, struct store *st, int64_t apart_us)
{
	struct err why;

	if (store_backup_by_the_way(st, world_now(app->world).wall_us, apart_us, &why) != 0)
		fprintf(stderr, "viva: no backup was made: %s\n", why.text);
}

int
app_candidate(const struct app *app, struct store *st, struct buf *name, struct err *err)
{
	const struct passwd *pw;
	int rc;

	if (app->as_name != NULL) {
		/* Whoever was entered twice answers to both names. */
		rc = st != NULL ? store_known_person(st, app->as_name, name, err) : STORE_NOT_FOUND;
		if (rc == STORE_NOT_FOUND)
			buf_puts(name, app->as_name);
		return rc < 0 ? -1 : 0;
	}
	rc = st != NULL ? store_last_candidate(st, name, err) : STORE_NOT_FOUND;
	if (rc != STORE_NOT_FOUND)
		return rc;
	pw = getpwuid(getuid());
	buf_puts(name, pw != NULL && pw->pw_name[0] != '\0' ? pw->pw_name : "candidate");
	return 0;
}

int
app_same_name(bool *same, const char *a, const char *b, struct err *err)
{
	struct buf x, y;
	int rc;

	buf_init(&x);
	buf_init(&y);
	rc = text_fold(&x, a, strlen(a)) == 0 && text_fold(&y, b, strlen(b)) == 0 ? 0 : err_memory(err);
	*same = rc == 0 && strcmp(buf_text(&x), buf_text(&y)) == 0;
	buf_finish(&x);
	buf_finish(&y);
	return rc;
}

int
app_load_bank(const struct app *app, struct bank **out, struct err *err)
{
	struct diags d;
	size_t shown = 0;
	char *path = app_bank_path(app, app->bank_spec, err);
	int rc;

	*out = NULL;
	if (path == NULL)
		return -1;
	diags_init(&d, path);
	rc = bank_load(out, &d);
	for (size_t i = 0; rc != 0 && i < d.count && shown < DIAGS_SHOWN_MAX; i++) {
		if (d.v[i].warning)
			continue;
		if (d.v[i].at.line > 0)
			fprintf(stderr, "%s:%u:%u: error: %s\n", path, d.v[i].at.line, d.v[i].at.column,
			    d.v[i].text);
		else
			fprintf(stderr, "%s: error: %s\n", path, d.v[i].text);
		shown++;
	}
	if (rc != 0)
		err_set(err, EXIT_FINDINGS, "the bank %s has %zu %s; `viva bank check %s` shows all", path,
		    d.error_count, plural((int)d.error_count, "error", "errors"), path);
	diags_finish(&d);
	free(path);
	return rc;
}

int
app_find_session(const struct app *app, struct store *st, const char *word, int64_t *id, struct err *err)
{
	int rc;

	if (word == NULL)
		word = "last";
	rc = store_find(st, word, strcmp(word, "last") == 0 ? app->as_name : NULL, id, err);
	if (rc == STORE_NOT_FOUND && strcmp(word, "last") == 0)
		return err_set(err, EXIT_FINDINGS, "no session yet: `viva solo` starts one");
	if (rc == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "no session \"%s\": `viva history` lists them", word);
	return rc;
}

int
app_find_unfinished(const struct app *app, struct store *st, const char *word, int64_t *id, struct err *err)
{
	int rc;

	if (word != NULL)
		return app_find_session(app, st, word, id, err);
	rc = store_find_unfinished(st, app->as_name, id, err);
	if (rc == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "no unfinished session: `viva solo` starts one");
	return rc;
}
