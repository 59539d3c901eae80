#ifndef VIVA_STORE_DOC_H
#define VIVA_STORE_DOC_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viva/diag.h"
struct arena;
struct err;
/*
 * A JSON document from outside (RFC 8259), each value with its place, so that what is wrong in it can be
 * named as line and column.  Stricter than JSON where leniency would hide something: no name twice
 * in an object, no NUL in a text, whole numbers within 64 bits.  A large document is walked record by
 * record; only one record is held as nodes at a time.
 */
#define DOC_DEPTH_MAX 16                /* ours needs 6 */
#define DOC_MEMBERS_MAX 1000            /* of one object; each new name is compared with those before it */
#define DOC_NODES_MAX (2u << 20)        /* of one record: some 150 MiB; an event has 20 */

enum doc_kind { DOC_NULL, DOC_FALSE, DOC_TRUE, DOC_INTEGER, DOC_REAL, DOC_TEXT, DOC_ARRAY, DOC_OBJECT };

struct doc_node {
	enum doc_kind kind;
	size_t at;                      /* byte offset in the document */
	const char *name;               /* as a member of an object, else NULL */
	const char *text;               /* DOC_TEXT: UTF-8, NUL-terminated */
	size_t len;                     /* of `text` */
	int64_t integer;                /* DOC_INTEGER */
	const struct doc_node *first, *next;    /* inside an array or object; beside it */
};

struct doc {
	const char *data;               /* borrowed */
	size_t len, at;                 /* where reading goes on */
	struct diags *diags;            /* receives what is wrong; one entry, reading stops there */
	unsigned nodes;                 /* made for the current record */
};

/* Begins with `data`, which must stay. */
void doc_init(struct doc *d, const char *data, size_t len, struct diags *diags);
/* Where a byte stands. */
struct place doc_place(const struct doc *d, size_t at);
/*
 * Reads the whole document, which must be one object, and keeps nothing but where the values of the
 * `count` members `names` begin (SIZE_MAX: not there).  Other members are read and passed over.
 */
int doc_find_members(struct doc *d, const char *const *names, size_t *at, size_t count, struct err *err);
/* Reads the value that begins at `at`; its nodes live in `arena`. */
int doc_read(struct doc *d, size_t at, struct arena *arena, const struct doc_node **out, struct err *err);
/*
 * Walks an array: begins at its bracket, then gives one element after the other.  1: `*out` is filled,
 * 0: the array is over, -1.
 */
int doc_array(struct doc *d, size_t at, struct err *err);
int doc_element(struct doc *d, bool first, struct arena *arena, const struct doc_node **out, struct err *err);
/* The member of that name, or NULL. */
const struct doc_node *doc_member(const struct doc_node *object, const char *name);

#endif
