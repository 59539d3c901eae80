/*
 * Puts a backup in the place of the database.  The backup is copied and checked first; what it takes
 * the place of is kept among the managed backups; and at every moment there is a whole file
 * under the database's name.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db.h"
#include "store/file.h"
#include "store/managed.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"

/* A journal that holds something belongs to its file, and the file is not whole without it. */
static bool
has_journal(const char *path, char **journal)
{
	struct stat sb;

	if (asprintf(journal, "%s-journal", path) < 0)
		*journal = NULL;
	return *journal != NULL && lstat(*journal, &sb) == 0 && sb.st_size > 0;
}

/* Is `copy`, a copy of `from`, whole and ours?  Brings it to our format if it is older. */
static int
check_copy(const char *copy, const char *from, int64_t wall_us, struct err *err)
{
	struct store_report report = { 0 };
	struct store *st = NULL;
	struct buf findings;
	struct err why = { 0 };
	int result;

	buf_init(&findings);
	report.findings = &findings;
	result = store_open_passing(&st, copy, wall_us, &why);
	if (result == 0)
		result = store_check(st, &report, &why);
	store_close(st);
	if (result != 0 && why.status == EXIT_NEWER)
		err_set(err, EXIT_NEWER, "%s is newer than this viva: install the newer viva", from);
	else if (result != 0 && why.status == EXIT_DAMAGED)
		err_set(err, EXIT_FINDINGS, "%s is no whole database of viva: nothing was replaced", from);
	else if (result != 0)
		err_set(err, why.status, "%s", why.text);
	else if (report.finding_count > 0)
		result = err_set(err, EXIT_FINDINGS, "%s is damaged (%.*s): nothing was replaced", from,
		    (int)strcspn(buf_text(&findings), "\n"), buf_text(&findings));
	buf_finish(&findings);
	return result == 0 ? 0 : -1;
}

/*
 * Locks the database against other writers, if it can be read at all; a damaged or newer one is replaced
 * as it is.  Sets `*there`.
 */
static int
hold(struct store **st, const char *path, const char *real, int64_t wall_us, bool *there, struct err *err)
{
	struct err why;
	struct stat sb;

	*st = NULL;
	*there = lstat(real, &sb) == 0;
	if (!*there)
		return errno == ENOENT ? 0 : err_errno(err, "cannot look at %s", path);
	if (!S_ISREG(sb.st_mode) || sb.st_uid != geteuid())
		return err_set(err, EXIT_DAMAGED, "%s is not an ordinary file of yours", path);
	if (store_open(st, path, STORE_WRITE, wall_us, NULL, &why) == 0) {
		(*st)->right = RIGHT_SETUP;
		return db_exec(*st, "BEGIN EXCLUSIVE", err);
	}
	if (why.status == EXIT_DAMAGED || why.status == EXIT_NEWER)
		return 0;
	return err_set(err, why.status, "%s", why.text);
}

/* Gives the old file a second name, `kept`; its own still leads to it. */
static int
keep_old(const char *real, const char *kept, struct err *err)
{
	char *journal = NULL, *kept_journal = NULL;
	int result = -1;

	if (link(real, kept) != 0)
		return err_errno(err, "cannot keep the old file as %s", kept);
	if (has_journal(real, &journal)) {
		/* Only of a file that could not be opened: the new one must not find it. */
		if (asprintf(&kept_journal, "%s-journal", kept) < 0) {
			kept_journal = NULL;
			err_memory(err);
			goto out;
		}
		if (rename(journal, kept_journal) != 0) {
			err_errno(err, "cannot move %s", journal);
			goto out;
		}
	}
	result = file_sync_directory(kept, err);
out:
	free(journal);
	free(kept_journal);
	return result;
}

static int
swap_in(const char *path, const char *real, char **copy, int64_t wall_us, struct buf *kept, struct err *err)
{
	char stamp[32], what[64], *old = NULL;
	struct store *st = NULL;
	bool there;
	int result = -1;

	if (hold(&st, path, real, wall_us, &there, err) != 0)
		goto out;
	managed_stamp(wall_us, stamp);
	snprintf(what, sizeof what, "replaced-%s", stamp);
	if (there && ((old = managed_free_path(real, what, err)) == NULL || keep_old(real, old, err) != 0))
		goto out;
	if (rename(*copy, real) != 0) {
		err_errno(err, "cannot make %s", path);
		goto out;
	}
	free(*copy);
	*copy = NULL;
	if (old != NULL)
		buf_puts(kept, old);
	result = file_sync_directory(real, err);
out:
	store_close(st);
	free(old);
	return result;
}

/* A backup that is being written, or was left half written, is none. */
static int
refuse_journal(const char *from, struct err *err)
{
	char *journal;
	bool found = has_journal(from, &journal);

	free(journal);
	return found ? err_set(err, EXIT_FINDINGS, "%s is in use or was left half written: name another backup",
	    from) : 0;
}

int
store_restore(const char *path, const char *from, int64_t wall_us, struct buf *kept, struct err *err)
{
	char *real = NULL, *copy = NULL;
	int result = -1;

	if (refuse_journal(from, err) != 0 || file_real_path(path, true, &real, err) != 0)
		goto out;
	if (file_copy_beside(from, real, &copy, err) == 0 && check_copy(copy, from, wall_us, err) == 0)
		result = swap_in(path, real, &copy, wall_us, kept, err);
	if (result == 0 && buf_failed(kept))
		result = err_memory(err);
out:
	if (copy != NULL)
		unlink(copy);
	free(copy);
	free(real);
	return result;
}
