#ifndef VIVA_TESTS_STORE_DISK_H
#define VIVA_TESTS_STORE_DISK_H
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "viva/rng.h"
/*
 * A disk that can fail and lose power, as a layer of SQLite between the store and real files.
 *
 * What a power cut leaves of a file is what was synced, and of each later write all, nothing, its
 * first sectors, or noise in its place.  A name that came or went is sure only after its directory
 * was synced, which SQLite's unix layer does with the first sync of a new journal and with a delete
 * that asks for it.
 */
#define DISK_FILES 8
#define DISK_SECTOR 512

struct disk_write { int64_t at; size_t len; uint8_t *data; /* NULL: truncation to `at` */ };

struct image { bool exists; uint8_t *data; size_t len; };

/* A name and the file behind it. */
struct disk_name {
	char path[512];
	bool exists;                    /* as programs see it */
	bool sure;                      /* a power cut leaves the name to this file */
	struct image synced;            /* of this file */
	struct image before;            /* what the name leads to as long as it is not sure */
	struct disk_write *writes;      /* since the last sync */
	size_t write_count;
};

static struct {
	sqlite3_vfs *real, layer;
	struct disk_name names[DISK_FILES];
	int64_t ops;                    /* operations that change something, so far */
	int64_t cut_at;                 /* the power goes with this operation; 0: never */
	bool dead, lies;                /* lies: a sync does nothing */
	int64_t calls;                  /* all operations, so far */
	int64_t fail_at;                /* the first call that fails; 0: none */
	bool fail_always;               /* and all after it */
	bool full;                      /* failing writes say that the disk is full */
	int64_t failures;
	struct rng rng;
} disk;

struct disk_file { sqlite3_file base; struct disk_name *name; bool new_journal; sqlite3_file *real; };

/* ---- images ---- */

static inline void
image_drop(struct image *i)
{
	free(i->data);
	*i = (struct image){ 0 };
}

static inline void
image_read(struct image *i, const char *path)
{
	FILE *f = fopen(path, "rb");

	image_drop(i);
	if (f == NULL)
		return;
	fseek(f, 0, SEEK_END);
	*i = (struct image){ .exists = true, .len = (size_t)ftell(f) };
	rewind(f);
	i->data = malloc(i->len + 1);
	if (fread(i->data, 1, i->len, f) != i->len)
		abort();
	fclose(f);
}

static inline void
image_resize(struct image *i, size_t len)
{
	i->data = realloc(i->data, len + 1);
	if (len > i->len)
		memset(i->data + i->len, 0, len - i->len);
	i->len = len;
}

static inline void
image_put(struct image *i, const struct disk_write *w, size_t len, bool noise)
{
	if (w->data == NULL) {
		image_resize(i, (size_t)w->at);
		return;
	}
	if ((size_t)w->at + len > i->len)
		image_resize(i, (size_t)w->at + len);
	if (!noise)
		memcpy(i->data + w->at, w->data, len);
	for (size_t k = 0; noise && k < len; k++)
		i->data[(size_t)w->at + k] = (uint8_t)rng_next(&disk.rng);
}

static inline void
image_write(const struct image *i, const char *path)
{
	FILE *f;

	if (!i->exists) {
		unlink(path);
		return;
	}
	f = fopen(path, "wb");
	if (f == NULL || fwrite(i->data, 1, i->len, f) != i->len || fclose(f) != 0)
		abort();
}

/* ---- names ---- */

static inline void
forget_writes(struct disk_name *n)
{
	for (size_t i = 0; i < n->write_count; i++)
		free(n->writes[i].data);
	free(n->writes);
	n->writes = NULL;
	n->write_count = 0;
}

static inline struct disk_name *
disk_find(const char *path)
{
	for (int i = 0; i < DISK_FILES; i++) {
		struct disk_name *n = &disk.names[i];

		if (n->path[0] == '\0') {
			/* First seen: whatever is there was there before, and is safe. */
			snprintf(n->path, sizeof n->path, "%s", path);
			image_read(&n->synced, path);
			n->exists = n->synced.exists;
			n->sure = true;
		}
		if (strcmp(n->path, path) == 0)
			return n;
	}
	abort();
}

static inline void
sync_names(void)
{
	if (disk.lies)
		return;
	for (int i = 0; i < DISK_FILES; i++) {
		disk.names[i].sure = true;
		image_drop(&disk.names[i].before);
	}
}

static inline void
remember(struct disk_name *n, int64_t at, const void *data, size_t len)
{
	struct disk_write *w;

	n->writes = realloc(n->writes, (n->write_count + 1) * sizeof *n->writes);
	w = &n->writes[n->write_count++];
	*w = (struct disk_write){ .at = at, .len = len };
	if (data != NULL) {
		w->data = malloc(len + 1);
		memcpy(w->data, data, len);
	}
}

/* ---- what happens to an operation ---- */

/* SQLITE_OK, or the error of a dead or failing disk. */
static inline int
disk_call(int error)
{
	disk.calls++;
	if (disk.dead)
		return SQLITE_IOERR;
	if (disk.fail_at > 0 && (disk.calls == disk.fail_at || (disk.fail_always &&
	    disk.calls > disk.fail_at))) {
		disk.failures++;
		return disk.full && error == SQLITE_IOERR_WRITE ? SQLITE_FULL : error;
	}
	return SQLITE_OK;
}

/* The same for one that changes something; the one at which power goes may still have had effect. */
static inline int
disk_change(int error, bool *last)
{
	int rc = disk_call(error);

	*last = false;
	if (rc == SQLITE_OK && disk.cut_at > 0 && ++disk.ops >= disk.cut_at) {
		disk.dead = *last = true;
		return SQLITE_IOERR;
	}
	return rc;
}

/* ---- files ---- */

static inline struct disk_file *
disk_of(sqlite3_file *f)
{
	return (struct disk_file *)f;
}

static inline int
disk_close(sqlite3_file *f)
{
	struct disk_file *d = disk_of(f);
	int rc = d->real->pMethods->xClose(d->real);

	free(d->real);
	return rc;
}

static inline int
disk_read(sqlite3_file *f, void *data, int len, sqlite3_int64 at)
{
	struct disk_file *d = disk_of(f);
	int rc = disk_call(SQLITE_IOERR_READ);

	return rc != SQLITE_OK ? rc : d->real->pMethods->xRead(d->real, data, len, at);
}

static inline int
disk_write(sqlite3_file *f, const void *data, int len, sqlite3_int64 at)
{
	struct disk_file *d = disk_of(f);
	bool last;
	int rc = disk_change(SQLITE_IOERR_WRITE, &last);

	if (rc == SQLITE_OK || last)
		remember(d->name, at, data, (size_t)len);
	return rc != SQLITE_OK ? rc : d->real->pMethods->xWrite(d->real, data, len, at);
}

static inline int
disk_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	struct disk_file *d = disk_of(f);
	bool last;
	int rc = disk_change(SQLITE_IOERR_TRUNCATE, &last);

	if (rc == SQLITE_OK || last)
		remember(d->name, size, NULL, 0);
	return rc != SQLITE_OK ? rc : d->real->pMethods->xTruncate(d->real, size);
}

static inline int
disk_sync(sqlite3_file *f, int flags)
{
	struct disk_file *d = disk_of(f);
	bool last;
	int rc = disk_change(SQLITE_IOERR_FSYNC, &last);

	(void)flags;
	if (rc != SQLITE_OK || disk.lies)
		return rc;
	image_read(&d->name->synced, d->name->path);
	forget_writes(d->name);
	if (d->new_journal)
		sync_names();
	d->new_journal = false;
	return SQLITE_OK;
}

static inline int
disk_size(sqlite3_file *f, sqlite3_int64 *size)
{
	struct disk_file *d = disk_of(f);
	int rc = disk_call(SQLITE_IOERR_FSTAT);

	return rc != SQLITE_OK ? rc : d->real->pMethods->xFileSize(d->real, size);
}

static inline int
disk_lock(sqlite3_file *f, int level)
{
	struct disk_file *d = disk_of(f);
	int rc = disk_call(SQLITE_IOERR_LOCK);

	return rc != SQLITE_OK ? rc : d->real->pMethods->xLock(d->real, level);
}

static inline int
disk_unlock(sqlite3_file *f, int level)
{
	return disk_of(f)->real->pMethods->xUnlock(disk_of(f)->real, level);
}

static inline int
disk_reserved(sqlite3_file *f, int *out)
{
	return disk_of(f)->real->pMethods->xCheckReservedLock(disk_of(f)->real, out);
}

static inline int
disk_control(sqlite3_file *f, int op, void *arg)
{
	return disk_of(f)->real->pMethods->xFileControl(disk_of(f)->real, op, arg);
}

static inline int
disk_sector(sqlite3_file *f)
{
	return disk_of(f)->real->pMethods->xSectorSize(disk_of(f)->real);
}

static inline int
disk_device(sqlite3_file *f)
{
	return disk_of(f)->real->pMethods->xDeviceCharacteristics(disk_of(f)->real);
}

static const sqlite3_io_methods disk_methods = {
	.iVersion = 1, .xClose = disk_close, .xRead = disk_read, .xWrite = disk_write,
	    .xTruncate = disk_truncate,
	.xSync = disk_sync, .xFileSize = disk_size, .xLock = disk_lock, .xUnlock = disk_unlock,
	.xCheckReservedLock = disk_reserved, .xFileControl = disk_control, .xSectorSize = disk_sector,
	.xDeviceCharacteristics = disk_device,
};

static inline int
disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out_flags)
{
	struct disk_file *d = disk_of(f);
	struct disk_name *n;
	bool last = false;
	int rc;

	(void)vfs;
	d->base.pMethods = NULL;
	if (path == NULL || (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)) == 0)
		return SQLITE_CANTOPEN;         /* the store keeps temporary things in memory */
	n = disk_find(path);
	if (!n->exists && (flags & SQLITE_OPEN_CREATE) != 0)
		rc = disk_change(SQLITE_CANTOPEN, &last);
	else
		rc = disk_call(SQLITE_CANTOPEN);
	if (rc != SQLITE_OK)
		return rc == SQLITE_IOERR ? SQLITE_CANTOPEN : rc;
	d->real = calloc(1, (size_t)disk.real->szOsFile);
	rc = disk.real->xOpen(disk.real, path, d->real, flags, out_flags);
	if (rc != SQLITE_OK) {
		free(d->real);
		return rc;
	}
	d->name = n;
	d->new_journal = !n->exists && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
	if (!n->exists) {
		/* A new file; after a cut the name may still lead to the old one, or to none. */
		if (n->sure) {
			image_drop(&n->before);
			n->before = n->synced;
			n->synced = (struct image){ 0 };
		}
		image_drop(&n->synced);
		n->synced.exists = true;
		n->exists = true;
		n->sure = false;
		forget_writes(n);
	}
	d->base.pMethods = &disk_methods;
	return SQLITE_OK;
}

static inline int
disk_delete(sqlite3_vfs *vfs, const char *path, int sync_directory)
{
	struct disk_name *n = disk_find(path);
	bool last;
	int rc = disk_change(SQLITE_IOERR_DELETE, &last);

	(void)vfs;
	if (rc != SQLITE_OK && !last)
		return rc;
	if (n->exists && n->sure) {
		image_drop(&n->before);
		n->before = n->synced;
		n->synced = (struct image){ 0 };
		n->sure = false;
	} else if (n->exists) {
		image_drop(&n->synced);
	}
	n->exists = false;
	forget_writes(n);
	if (last)
		return rc;
	rc = disk.real->xDelete(disk.real, path, 0);
	if (sync_directory)
		sync_names();
	return rc;
}

static inline int
disk_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
	int rc = disk_call(SQLITE_IOERR_ACCESS);

	(void)vfs;
	return rc != SQLITE_OK ? rc : disk.real->xAccess(disk.real, path, flags, out);
}

static inline int
disk_full_path(sqlite3_vfs *vfs, const char *path, int size, char *out)
{
	(void)vfs;
	return disk.real->xFullPathname(disk.real, path, size, out);
}

/* ---- for tests ---- */

/* Forgets what it knows of files; all is well from now on. */
static inline void
disk_reset(void)
{
	for (int i = 0; i < DISK_FILES; i++) {
		struct disk_name *n = &disk.names[i];

		forget_writes(n);
		image_drop(&n->synced);
		image_drop(&n->before);
		*n = (struct disk_name){ 0 };
	}
	disk.ops = disk.cut_at = disk.calls = disk.fail_at = disk.failures = 0;
	disk.dead = disk.lies = disk.fail_always = disk.full = false;
}

/* Puts the layer under every database opened from now on, or takes it away. */
static inline void
disk_install(bool on)
{
	if (disk.real == NULL) {
		disk.real = sqlite3_vfs_find(NULL);
		disk.layer = *disk.real;
		disk.layer.zName = "disk";
		disk.layer.szOsFile = (int)sizeof(struct disk_file);
		disk.layer.xOpen = disk_open;
		disk.layer.xDelete = disk_delete;
		disk.layer.xAccess = disk_access;
		disk.layer.xFullPathname = disk_full_path;
	}
	sqlite3_vfs_register(on ? &disk.layer : disk.real, 1);
	disk_reset();
}

/* What a cut leaves of one name. */
static inline void
cut_name(struct disk_name *n, int style)
{
	struct image left = n->synced;
	bool old = !n->sure && rng_below(&disk.rng, 2) == 0;

	n->synced = (struct image){ 0 };
	if (old) {
		image_drop(&left);
		left = n->before;
		n->before = (struct image){ 0 };
	} else {
		left.exists = n->exists;
		if (left.exists && left.data == NULL)
			image_resize(&left, 0);
	}
	for (size_t i = 0; !old && i < n->write_count; i++) {
		const struct disk_write *w = &n->writes[i];
		/* 0: none survives, 1: all do, 2: each by chance, 3 and 4: torn or noise as well */
		int fate = style < 2 ? style : (int)rng_below(&disk.rng, (uint64_t)style);
		size_t sectors = w->len / DISK_SECTOR;

		if (fate == 1)
			image_put(&left, w, w->len, false);
		else if (fate == 2 && sectors > 0)
			image_put(&left, w, DISK_SECTOR * (size_t)rng_below(&disk.rng, sectors),
			    w->data == NULL);
		else if (fate == 3 && w->data != NULL)
			image_put(&left, w, w->len, true);
	}
	if (!left.exists)
		unlink(n->path);
	else
		image_write(&left, n->path);
	image_drop(&left);
}

/* Leaves on the real disk what the power cut left; close the store first. */
static inline void
disk_cut(void)
{
	int style = (int)rng_below(&disk.rng, 5);

	for (int i = 0; i < DISK_FILES; i++)
		if (disk.names[i].path[0] != '\0')
			cut_name(&disk.names[i], style);
	disk_reset();
}

#endif
