#ifndef VIVA_PROSE_H
#define VIVA_PROSE_H
#include <stdbool.h>
#include <stddef.h>
struct buf;
/*
 * The text of an item as people read it: blocks of prose and code.  White space of
 * prose is collapsed by the loader; code keeps its lines.  All strings are valid
 * UTF-8 but not yet made visible (text.h).  Everything is owned by the bank's arena.
 */
enum run_style { RUN_PLAIN, RUN_CODE, RUN_EM, RUN_STRONG, RUN_LINK };

struct run {
	enum run_style style;
	const char *text;
	const char *href;               /* RUN_LINK only, else NULL */
};

struct prose {
	const struct run *runs;
	size_t run_count;
};

enum block_type { BLOCK_PARAGRAPH, BLOCK_LIST, BLOCK_CODE };
enum code_role { CODE_ROLE_CODE, CODE_ROLE_LOG, CODE_ROLE_DATA };

struct block {
	enum block_type type;
	bool numbered;                  /* BLOCK_LIST */
	const struct prose *prose;      /* BLOCK_PARAGRAPH: one; BLOCK_LIST: one for each entry */
	size_t prose_count;
	const char *code;               /* BLOCK_CODE: lines, no newline at either end */
	const char *syntax;             /* or NULL */
	const char *caption;            /* or NULL */
	enum code_role role;
};

struct blocks {
	const struct block *v;
	size_t count;
};

/* Appends the words alone; code in `backquotes` if `marks`, and *emphasis* likewise. */
void prose_plain(struct buf *out, const struct prose *p, bool marks);
/*
 * Appends blocks as visible plain text wrapped to `columns`: paragraphs parted by an empty
 * line, list entries with "- " or "1. ", code indented by four blanks and never wrapped, its
 * caption above it.  Ends in a newline if there is a block.
 */
void blocks_plain(struct buf *out, const struct blocks *b, int columns);

#endif
