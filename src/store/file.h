#ifndef VIVA_STORE_FILE_H
#define VIVA_STORE_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
struct err;
/* What the database and the typing file need of the file system. */

/* Makes directory `path` and its parents, readable by their owner only; existing ones are left alone. */
int file_make_directories(const char *path, struct err *err);
/* The directory part of `path` ("." if it has none); the caller frees it.  NULL when out of memory. */
char *file_directory(const char *path);
enum { FILE_NO_DIRECTORY = 1 };
/*
 * `path` without symbolic links on the way to it; the last name is taken as it stands.  The directory is made
 * if `make`, else a missing one is FILE_NO_DIRECTORY.  The caller frees `*out`.
 */
int file_real_path(const char *path, bool make, char **out, struct err *err);
/* Writes all of it at `offset`, whatever signals come in between.  Returns 0, or -1 with errno. */
int file_write_at(int fd, const void *data, size_t len, off_t offset);
/* Reads up to `len` bytes at `offset`; fewer only at the end of the file.  -1 with errno. */
ssize_t file_read_at(int fd, void *data, size_t len, off_t offset);
/*
 * What the name of a file ends in while it is written beside its place.  Nobody else is likely to end a name
 * so, and a file that does was left by a viva that was killed: see file_sweep().
 */
#define FILE_PART_MARK ".part-"
#define FILE_PART FILE_PART_MARK "XXXXXX"
/* An empty file (0600) beside `path`; the caller closes `*fd` (NULL: closed at once) and frees the name. */
char *file_make_part(const char *path, int *fd, struct err *err);
/*
 * Deletes from `directory` what was left half made, with its journals: files whose name is `prefix`, anything
 * up to the last `mark` (nothing if that is ""), six letters or digits, and no more than "-journal" or ".md".
 */
int file_sweep(const char *directory, const char *prefix, const char *mark, struct err *err);
/*
 * Puts `data` in the place of `path`: a new file (0600) beside it, synced, then renamed, so that there is
 * the old or the new content at any time.  A symbolic link at `path` is replaced, not followed.
 */
int file_replace(const char *path, const void *data, size_t len, struct err *err);
/*
 * Copies the ordinary file `from`, which must be ours to read, to a new file (0600) beside `beside`;
 * `*made` is its path, which the caller frees.  The bytes are synced, the name is not.
 */
int file_copy_beside(const char *from, const char *beside, char **made, struct err *err);
/* Makes names in the directory of `path` survive a power cut. */
int file_sync_directory(const char *path, struct err *err);

#endif
