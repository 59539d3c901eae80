#ifndef VIVA_STORE_IMPORT_H
#define VIVA_STORE_IMPORT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/adopt.h"
#include "store/doc.h"
struct arena;
struct err;
struct store;
struct store_import;
/*
 * A document as it comes in (import.c), the values in it (import_take.c), its logs (import_log.c), and marks of
 * raters (import_scoring.c).
 */

struct import {
	struct store *st;
	struct doc doc;
	struct arena *arena;            /* of the current record */
	bool bad;                       /* a diagnostic was given: the rest of the record means nothing */
	struct store_import *result;
};

/*
 * ---- values: the first that is wrong is named, all later ones are passed over ----
 *
 * Each takes member `name` of `object`; where it is missing or wrong, that is said, im->bad is set, and
 * a harmless value is returned.
 */

/* Says what is wrong with `n`, if nothing was said of the record yet. */
void import_complain(struct import *im, const struct doc_node *n, const char *name, const char *what);
/* A value of one of two kinds, or NULL. */
const struct doc_node *import_take(struct import *im, const struct doc_node *object, const char *name,
    enum doc_kind a, enum doc_kind b, const char *what);
const char *import_text(struct import *im, const struct doc_node *object, const char *name);
int64_t import_in(
    struct import *im, const struct doc_node *object, const char *name, int64_t min, int64_t max);
bool import_bool(struct import *im, const struct doc_node *object, const char *name);
/* A number in a text, as ids and seeds are written. */
uint64_t import_decimal(struct import *im, const struct doc_node *object, const char *name, uint64_t max);
int64_t import_id(struct import *im, const struct doc_node *object, const char *name);
/* The bytes of `n` itself. */
void import_hex(struct import *im, const struct doc_node *n, const char *name, uint8_t *out, size_t len);
void import_digest(
    struct import *im, const struct doc_node *object, const char *name, uint8_t out[DIGEST_BYTES]);
/* The one of `names` that the text is. */
int import_word(
    struct import *im, const struct doc_node *object, const char *name, const char *const *names, int count);
int64_t import_time(struct import *im, const struct doc_node *object, const char *name);
/* Is there a value?  Older exports lack members that came later. */
bool import_has(const struct doc_node *object, const char *name);
/* "kind" and "n" of an event. */
enum event_kind import_kind(struct import *im, const struct doc_node *n);
void import_numbers(struct import *im, const struct doc_node *event, struct event *ev);
/* "text" of a note event, with room for its salt in the arena; -1 when out of memory. */
int import_note(struct import *im, const struct doc_node *event, struct log_text *t, struct err *err);

/* ---- import_log.c ---- */

/* "events" of a session or of marks, in the arena; -1 when out of memory. */
int import_log(struct import *im, const struct doc_node *owner, enum log_kind kind, struct adopted_log *out,
    struct err *err);

/* ---- import_scoring.c ---- */

/* The scorings of a session that is here by now. */
int import_scorings(struct import *im, const struct doc_node *session, int64_t id, struct err *err);

#endif
