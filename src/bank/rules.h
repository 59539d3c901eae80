#ifndef VIVA_BANK_RULES_H
#define VIVA_BANK_RULES_H
#include <stdbool.h>
#include <stddef.h>
/*
 * The grammar of a bank as data: what question-sets/item-bank.rnc says, in the form that the
 * reader walks.  A differential test keeps the two equal.
 */
#define BANK_NAMESPACE "urn:viva:item-bank:1"
#define XML_LANG_NAMESPACE "http://www.w3.org/XML/1998/namespace"

enum element {
	E_ITEM_BANK, E_METADATA, E_TITLE, E_DESCRIPTION, E_CREATOR, E_LICENSE, E_DATE, E_AUDIENCE, E_SOURCE,
	E_TAXONOMY, E_AREA, E_TOPIC, E_RATING_SCALE, E_GRADE, E_ANCHOR, E_ENEMY_GROUP, E_BLUEPRINT, E_QUOTA,
	E_ITEM, E_STEM, E_ANSWER, E_ON_REQUEST, E_KEY_POINTS, E_KEY_POINT, E_FOLLOW_UP, E_MISTAKE, E_CLAIM,
	E_CORRECTION, E_REFERENCE, E_SOURCE_NOTE, E_P, E_LIST, E_LI, E_CODE_BLOCK, E_CODE, E_EM, E_STRONG,
	E_LINK
};

enum attribute {
	A_ID, A_FORMAT, A_VERSION, A_LANG, A_HREF, A_SPDX, A_SHARE, A_VALUE, A_KIND, A_REASON, A_MINUTES,
	A_ITEMS, A_ANSWER_MIN, A_ANSWER_MAX, A_TOPIC_MAX, A_SESSIONS, A_AREA, A_TOPIC, A_DIFFICULTY, A_MIN,
	A_MAX,
	A_TARGET, A_REVISION, A_ENEMIES, A_STATUS, A_ASK, A_ESSENTIAL, A_WEIGHT, A_NUMBERED, A_SYNTAX,
	A_ROLE, A_CAPTION
};

enum value_type {
	T_TEXT,         /* anything; white space is collapsed */
	T_NAME,         /* an id */
	T_NAMES,        /* one or more ids, parted by white space */
	T_INT,          /* low..high */
	T_TENTHS,       /* a decimal low..high with at most one decimal; its number is in tenths */
	T_LANG,         /* xsd:language */
	T_URI,          /* xsd:anyURI */
	T_DATE,         /* xsd:date */
	T_WORD          /* one of `words`; its number is the word's index */
};

enum need { MAY, MUST, ONE_OF /* exactly one of the attributes so marked */ };

struct attr_rule {
	const char *name;
	enum attribute attribute;
	enum need need;
	enum value_type type;
	int low, high;
	const char *const *words;       /* ends with NULL */
};

enum content {
	C_EMPTY,        /* no text, no elements */
	C_TEXT,         /* text alone, of `text_type` */
	C_MIXED,        /* text and the children in any order */
	C_SEQUENCE,     /* the children in this order */
	C_CHOICE        /* one or more of the children in any order */
};

enum occurs { ONE, OPTIONAL, ANY, SOME };

struct child_rule { const struct rule *rule; enum occurs occurs; };

#define RULE_ATTRS_MAX 9

struct rule {
	const char *name;
	enum element element;
	enum content content;
	enum value_type text_type;              /* of C_TEXT */
	bool subject;                           /* diagnostics name it by its id: item "ptr-07" */
	struct attr_rule attrs[RULE_ATTRS_MAX + 1];     /* id first; ends with a NULL name */
	const struct child_rule *children;      /* at most 16; ends with a NULL rule */
};

extern const struct rule bank_root_rule;
extern const char *const bank_kind_words[];     /* in the order of enum kind */

#endif
