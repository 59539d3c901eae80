#ifndef VIVA_STORE_BACKUP_H
#define VIVA_STORE_BACKUP_H
struct err;
struct store;
/* Writes a consistent, checked copy to `path`: temporary file, fsync, rename, directory fsync. */
int backup_copy(struct store *st, const char *path, struct err *err);

#endif
