#ifndef VIVA_BANK_READER_H
#define VIVA_BANK_READER_H
#include "bank/node.h"
#include "viva/buf.h"
struct arena;
struct build;

/*
 * Checks elements, attributes and text against the rules as they come, and hands the root's
 * start and each finished child of the root to the builder.  Knows nothing of libxml2.
 */
struct reader {
	struct diags *diags;
	struct build *build;
	struct arena *root_arena;       /* of the root's node alone */
	struct arena *scratch;          /* of the part that is being read; renewed now and then */
	size_t scratch_elements;        /* of finished parts that still stand in it */
	size_t part_elements, elements; /* so far: of this part, of the file; see BANK_ELEMENTS_MAX */
	struct node *open;              /* the innermost known element, or NULL */
	unsigned depth;                 /* of open elements, unknown ones included */
	unsigned skipped;               /* how many of them are, or stand in, an unknown one */
	struct buf text;                /* text since the last tag */
	bool finished;                  /* the root's end was read */
};

struct xml_name { const char *local, *prefix, *uri; /* prefix and uri may be NULL */ };
struct xml_attr { struct xml_name name; const char *value; size_t len; };

/* -1 when out of memory. */
int reader_init(struct reader *r, struct build *build, struct diags *diags);
void reader_finish(struct reader *r);
/* Each returns -1, with a diagnostic, if reading on is pointless: a cap, a foreign root, no memory. */
int reader_open(struct reader *r, const struct xml_name *name, const struct xml_attr *attrs,
    size_t attr_count, struct place at);
bool reader_takes_text(const struct reader *r);
/* `at` matters only where the reader takes no text. */
int reader_text(struct reader *r, const char *s, size_t len, struct place at);
int reader_close(struct reader *r);
/* How the innermost open element begins, for a file that ends too early; `*name` NULL if none is open. */
void reader_innermost(const struct reader *r, const char **name, struct place *at);

#endif
