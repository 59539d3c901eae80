#ifndef VIVA_DIAG_H
#define VIVA_DIAG_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/*
 * Diagnostics about a file that has an author: all of them in one run, each as
 * `file:line:column: error|warning: text`.  Texts are made printable, as in err.h.  What
 * does not fit in memory is still counted.
 */
struct place {
	uint32_t line, column;          /* from 1; columns count characters, not bytes.  0: not known */
};

struct diag {
	struct place at;
	bool warning;
	char *text;                     /* owned by the list */
};

/*
 * More problems than this help no author; the list then says so once, in a closing entry
 * beyond these.  In a full list an error takes the place of a warning.
 */
#define DIAGS_MAX 200

struct diags {
	const char *path;               /* borrowed; as it is to be printed */
	struct diag *v;
	size_t count, capacity;
	size_t error_count, warning_count;
	bool full;                      /* DIAGS_MAX was reached, the last entry says so, later ones were only
					 * counted */
};

void diags_init(struct diags *d, const char *path);
void diags_finish(struct diags *d);
/* Adds an error and returns -1. */
int diag_error(struct diags *d, struct place at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Adds a warning and returns 0. */
int diag_warning(struct diags *d, struct place at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Sorts by place; the order of diagnostics at one place is kept. */
void diags_sort(struct diags *d);

#endif
