#ifndef VIVA_BANK_BUILD_H
#define VIVA_BANK_BUILD_H
#include "bank/node.h"
#include "bank/vec.h"
#include "viva/bank.h"

/* A declared id: finding it again, and saying where a second one stands. */
struct declared { const char *id; size_t index; struct place at; };
/* A name that must be declared somewhere in the file, resolved once all is read. */
struct pending_quota { struct quota *quota; const char *name, *blueprint; };
struct draft_item { struct item item; const char *topic; const char *const *enemies; };

/*
 * Turns checked nodes into the structs of a bank.  Nodes may lack what a diagnostic was
 * already made for; the bank is then never handed out, but its other parts are still checked.
 */
struct build {
	struct diags *diags;
	struct bank *bank;
	struct arena *arena;            /* the bank's */
	struct vec creators, areas, topics, groups, blueprints;         /* of the public structs */
	struct vec items;               /* of draft_item */
	struct vec area_ids, topic_ids, group_ids, blueprint_ids, item_ids;     /* of struct declared */
	struct vec quotas;              /* of pending_quota */
	struct place taxonomy_at, scale_at;     /* line 0: the file has none */
	unsigned grades_seen;           /* bit for each grade of the rating scale */
};

/* -1 when out of memory, with a diagnostic; so for all that follow. */
int build_init(struct build *b, struct diags *diags);
void build_finish(struct build *b);
int build_root(struct build *b, const struct node *root);
int build_part(struct build *b, const struct node *part);
/* After the whole file: resolves names, checks what needs all of it, fills `b->bank`. */
int build_link(struct build *b);
/* Takes the bank out; NULL if it was taken or never made. */
struct bank *build_take(struct build *b);

/* For the files that share the work. */
void *build_alloc(struct build *b, size_t count, size_t size);
int build_no_memory(struct build *b);
const char *build_string(struct build *b, const char *s);       /* a copy; NULL for NULL */
/* An element's text, collapsed; NULL for NULL. */
const char *build_text(struct build *b, const struct node *n);
int build_declare(struct build *b, struct vec *ids, const struct node *n, size_t index);
int build_item(struct build *b, const struct node *n);
int build_prose(struct build *b, const struct node *n, struct prose *out);
int build_blocks(struct build *b, const struct node *n, struct blocks *out);

/* What the grammar cannot see of one element; problems go to the diags. */
void check_item(struct build *b, const struct node *n, const struct item *it);
void check_code(struct build *b, const struct node *n, const char *code);
void check_blueprint(struct build *b, const struct node *n, const struct blueprint *bp);
void check_quota(struct build *b, const struct node *n, const struct quota *quota);
/* Reports children `e` of `n` whose ids stand twice. */
int check_ids(struct build *b, const struct node *n, enum element e);

/* Sorts by id and reports every second declaration; `what` names the thing. */
void declared_sort(struct vec *ids, struct diags *diags, const char *what);
/* SIZE_MAX if not declared; `ids` must be sorted. */
size_t declared_find(const struct vec *ids, const char *id);

#endif
