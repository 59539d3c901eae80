#ifndef VIVA_STORE_GUARD_H
#define VIVA_STORE_GUARD_H
#include <sqlite3.h>
struct err;
struct store;
/*
 * Sets up a fresh connection so that the file's content cannot make SQLite do anything but
 * hold rows: no triggers, views, attached files or loaded code, small limits, and an authorizer
 * that follows st->right.
 */
int guard_connection(struct store *st, struct err *err);

#endif
