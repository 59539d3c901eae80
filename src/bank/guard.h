#ifndef VIVA_BANK_GUARD_H
#define VIVA_BANK_GUARD_H
#include <stddef.h>
#include "viva/diag.h"

/*
 * Looks at the bytes of a file before the XML parser does: refuses what viva never reads
 * (other encodings, DOCTYPE, tags and texts beyond the caps) and cuts the rest into chunks
 * that end between two pieces of markup, so that no cap depends on how a parser buffers.
 */
struct guard {
	const char *data;
	size_t len;             /* what may be read: up to the first byte that is no UTF-8 text */
	size_t at;              /* where the next chunk begins */
	size_t whole;           /* length of the file */
	/* counting lines and characters up to `counted`, which only moves forward in practice */
	size_t counted;
	struct place place;
};

enum guard_next {
	GUARD_CHUNK,            /* a chunk for the parser; more may follow */
	GUARD_LAST,             /* the last one */
	GUARD_CUT,              /* the file ends inside the piece of markup that begins here */
	GUARD_BROKEN,           /* not well-formed inside this chunk: the parser will say where */
	GUARD_REFUSED           /* the diagnostic was made */
};

/* -1 with a diagnostic if nothing of the file can be read. */
int guard_init(struct guard *g, const char *data, size_t len, struct diags *diags);
/* Sets the chunk; it is empty for GUARD_CUT and GUARD_REFUSED. */
enum guard_next guard_next(struct guard *g, const char **chunk, size_t *len, struct diags *diags);
/* "tag", "comment", ...: the piece of markup at `at`, before the end of the file. */
const char *guard_piece_name(const struct guard *g);
/* Reports the byte at which `len` ends before `whole`; 0 if there is none. */
int guard_report_bad_byte(struct guard *g, struct diags *diags);
/* Line and column of an offset; columns count characters. */
struct place guard_place(struct guard *g, size_t offset);

#endif
