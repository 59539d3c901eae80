#ifndef VIVA_BANK_NODE_H
#define VIVA_BANK_NODE_H
#include "bank/rules.h"
#include "bank/value.h"
#include "viva/diag.h"

/* An element that stands in the grammar, or a piece of text (`rule` NULL). */
struct node {
	const struct rule *rule;
	struct place at;                /* of the `<` */
	struct node *parent, *first, *last, *next;
	char *text;                     /* as written; pieces of text only */
	struct value *values;           /* one for each of rule->attrs */
	unsigned seen;                  /* C_SEQUENCE: bit i is set once child rule i occurred */
	unsigned reached;               /* C_SEQUENCE: the farthest child rule so far */
	bool stray_text;                /* misplaced text was reported once */
	bool has_text;                  /* some text that is not white space stands in it */
};

/* NULL if not given or not valid; so for every accessor that returns a pointer. */
const char *node_value(const struct node *n, enum attribute a);
/* `absent` if not given or not valid. */
int node_number(const struct node *n, enum attribute a, int absent);
/* The first child element `e`, and the next one with the same name as `n`. */
const struct node *node_child(const struct node *n, enum element e);
const struct node *node_again(const struct node *n);
size_t node_count(const struct node *n, enum element e);
/* The text of an element of text, "" if it has none. */
const char *node_text(const struct node *n);
/* The innermost element around `n` (itself included) that diagnostics name by its id, or NULL. */
const struct node *node_subject(const struct node *n);

/* Diagnostics at `n` that begin with its subject: `item "ptr-07": `.  -1 and 0, as diag.h has them. */
int node_error(struct diags *d, const struct node *n, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
int node_warning(struct diags *d, const struct node *n, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* The same at another place. */
int node_error_at(struct diags *d, const struct node *n, struct place at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

#endif
