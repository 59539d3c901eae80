#ifndef VIVA_BANK_H
#define VIVA_BANK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/diag.h"
#include "viva/prose.h"
struct buf;
struct err;
/*
 * A bank: the items of one XML file with taxonomy, rating scale, enemy groups and
 * blueprints.  Grammar: question-sets/item-bank.rnc.  Loaded whole, read only, freed
 * whole.  Items stand in file order; other modules name them by index.
 */
enum kind { KIND_CONCEPT, KIND_SCENARIO, KIND_TROUBLESHOOTING, KIND_BEHAVIOURAL, KIND_COUNT };
enum item_status { ITEM_DRAFT, ITEM_ACTIVE, ITEM_RETIRED };     /* only active items are drawn */

#define DIFFICULTY_COUNT 3      /* 1 basic, 2 core, 3 stretch */
#define GRADE_MAX 4             /* grades are 0..4 */
#define BANK_ID_BYTES 49        /* ids are [a-z][a-z0-9-]{0,47} */

struct area { const char *id, *title; };
struct topic {
	const char *id, *title;
	size_t area;                    /* index into bank.areas */
	int share_percent;              /* long-run share of asked items; all shares sum to 100 */
};

struct scale_anchor { int kind; /* enum kind, or -1 for all */ struct prose text; };
struct grade_scale {
	const char *title;              /* "solid" */
	const struct scale_anchor *anchors;
	size_t anchor_count;
};

enum enemy_reason { ENEMY_OVERLAP, ENEMY_CUE };
struct enemy_group { const char *id, *text; enum enemy_reason reason; struct place at; };

enum quota_on { QUOTA_AREA, QUOTA_TOPIC, QUOTA_KIND, QUOTA_DIFFICULTY };
struct quota {
	enum quota_on on;
	size_t value;                   /* index of area or topic, enum kind, or difficulty 1..3 */
	int min, max;                   /* number of items */
	int target_tenths;              /* wished number of items times 10, or -1: see draw.h */
	struct place at;
};

struct blueprint {
	const char *id, *title;
	int minutes;                    /* of the whole session */
	int items;
	int answer_min, answer_max;     /* minutes, the sum over the form */
	int topic_max;                  /* items of one topic at most; 0: no rule */
	int sessions;                   /* how many, one after the other, shall have no item
					 * twice; BANK_SESSIONS_WISHED unless the file says */
	const struct quota *quotas;
	size_t quota_count;
	struct place at;
};

struct key_point { const char *id; bool essential; int weight; /* 1 or 2 */ struct prose text; };
struct on_request { const char *id, *ask; struct blocks fact; };
struct item_anchor { int grade; struct prose text; };
struct follow_up { const char *id; int minutes; /* 0: not given */ struct blocks stem, answer; };
struct mistake { const char *id; struct prose claim, correction; };
struct reference { const char *href; /* or NULL */ const char *text; };

struct item {
	const char *id, *title;
	const char *lang;               /* BCP 47; the bank's unless overridden */
	int revision;
	size_t topic;                   /* index into bank.topics */
	int difficulty;                 /* 1..3 */
	enum kind kind;
	int limit_tenths;               /* answer time in tenths of a minute, 10..150 */
	enum item_status status;
	const size_t *enemies;          /* indices into bank.enemy_groups */
	size_t enemy_count;
	struct blocks stem, answer;
	const struct on_request *on_requests;   size_t on_request_count;
	const struct key_point *key_points;     size_t key_point_count;
	const struct item_anchor *anchors;      size_t anchor_count;
	const struct follow_up *follow_ups;     size_t follow_up_count;
	const struct mistake *mistakes;         size_t mistake_count;
	const struct reference *references;     size_t reference_count;
	const char *source_note;        /* or NULL */
	struct place at;
};

struct creator { const char *href; /* or NULL */ const char *name; };

struct bank {
	const char *id, *version, *lang, *title, *description;  /* description may be NULL */
	const char *license, *spdx;
	const char *date;                       /* xsd:date, as written */
	const struct creator *creators;         size_t creator_count;
	const struct area *areas;               size_t area_count;
	const struct topic *topics;             size_t topic_count;
	struct grade_scale scale[GRADE_MAX + 1];
	const struct enemy_group *enemy_groups; size_t enemy_group_count;
	const struct blueprint *blueprints;     size_t blueprint_count;
	const struct item *items;               size_t item_count;
	const size_t *items_by_id;              /* indices of items, sorted by id */
	uint8_t sha256[32];                     /* of the file's bytes */
	struct arena *arena;                    /* owns all of the above */
};

/* Caps on what a file may hold; each names the attack or the reader it protects. */
#define BANK_FILE_MAX_BYTES (256u << 20)        /* memory */
#define BANK_DEPTH_MAX 8                        /* stack, nesting bombs */
#define BANK_TEXT_MAX_BYTES (256u << 10)        /* one element's text */
#define BANK_TAG_MAX_BYTES (64u << 10)          /* one tag or comment: attribute bombs */
#define BANK_ITEMS_MAX 1000000u
#define BANK_BLUEPRINTS_MAX 1000u               /* each is compared with the others */
#define BANK_ELEMENTS_MAX (16u << 20)           /* of a file: memory, where elements are tiny */
#define BANK_PART_ELEMENTS_MAX (64u << 10)      /* of one item, blueprint or the taxonomy: likewise */
#define BANK_SESSIONS_WISHED 10                 /* of a blueprint: a few weeks of practice */
#define BANK_SESSIONS_MAX 100                   /* a check draws them all */
#define BANK_KEY_POINTS_MAX 32u                 /* keys 1-9 and the eye; the grammar has no bound */

/*
 * Reads a bank.  Returns 0 and sets `*out` (release with bank_free()), or -1 with `*out`
 * NULL and at least one error in `d`: every problem of the file, in file order, so that an
 * author mends it in one pass.  An unreadable file is a diagnostic too (place 0:0).
 * Warnings may stand in `d` in both cases.  `d->path` names the file.
 */
int bank_load(struct bank **out, struct diags *d);
/* The same from memory; `d->path` is only printed. */
int bank_load_memory(struct bank **out, const char *data, size_t len, struct diags *d);
void bank_free(struct bank *b);

/*
 * Appends item `i` as canonical XML: a bank of its own with the item's area, topic and the
 * rating scale, no enemies and no blueprints.  The same item gives the same bytes; loading
 * it with bank_load_memory() gives an equal item.  This is what a session keeps of an item.
 */
int bank_write_item(struct buf *out, const struct bank *b, size_t i, struct err *err);

#define BANK_STEMS_COMPARED_MAX 5000u   /* every pair is compared; larger banks are not */
/*
 * Adds a warning for each item whose stem is nearly that of an earlier one: half of the three-word
 * runs of both are the same (Broder 1997).  -1 when out of memory.
 */
int bank_check_stems(const struct bank *b, struct diags *d);

/* Index by id, or SIZE_MAX. */
size_t bank_find_item(const struct bank *b, const char *id);
size_t bank_find_topic(const struct bank *b, const char *id);
size_t bank_find_area(const struct bank *b, const char *id);
const struct blueprint *bank_find_blueprint(const struct bank *b, const char *id);
/* The blueprint of so many minutes, or NULL. */
const struct blueprint *bank_blueprint_of_minutes(const struct bank *b, int minutes);
/*
 * The text that grade `grade` has for `it`: the item's own anchor, else the scale's for its kind, else the
 * scale's general one, else NULL.
 */
const struct prose *bank_anchor(const struct bank *b, const struct item *it, int grade);
const char *kind_name(enum kind k);             /* "concept" ... */
int kind_from_name(const char *name);           /* -1 if unknown */
const char *difficulty_name(int difficulty);    /* "basic", "core", "stretch" */

#endif
