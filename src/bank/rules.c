#include <limits.h>
#include "bank/rules.h"
#include "viva/bank.h"

const char *const bank_kind_words[] = { "concept", "scenario", "troubleshooting", "behavioural", NULL };
static const char *const difficulty_words[] = { "1", "2", "3", NULL };
static const char *const grade_words[] = { "0", "1", "2", "3", "4", NULL };
static const char *const weight_words[] = { "1", "2", NULL };
static const char *const yes_words[] = { "yes", NULL };
static const char *const format_words[] = { "1.0", NULL };
static const char *const reason_words[] = { "overlap", "cue", NULL };              /* enum enemy_reason */
static const char *const status_words[] = { "draft", "active", "retired", NULL };  /* enum item_status */
static const char *const role_words[] = { "code", "log", "data", NULL };           /* enum code_role */

#define TYPED(label, attr, need_, type_) \
	{ .name = (label), .attribute = (attr), .need = (need_), .type = (type_) }
#define NUMBER(label, attr, need_, type_, low_, high_) \
	{ .name = (label), .attribute = (attr), .need = (need_), .type = (type_), \
	  .low = (low_), .high = (high_) }
#define WORD(label, attr, need_, words_) \
	{ .name = (label), .attribute = (attr), .need = (need_), .type = T_WORD, .words = (words_) }
#define COUNT(label, attr, need_) NUMBER(label, attr, need_, T_INT, 0, INT_MAX)
#define ID TYPED("id", A_ID, MUST, T_NAME)
#define CHILDREN(...) .children = (const struct child_rule[]){ __VA_ARGS__, { NULL, ONE } }

/* ---- text ---- */

#define TEXT_ELEMENT(variable, label, code) \
	static const struct rule variable = { .name = (label), .element = (code), .content = C_TEXT }
TEXT_ELEMENT(r_title, "title", E_TITLE);
TEXT_ELEMENT(r_description, "description", E_DESCRIPTION);
TEXT_ELEMENT(r_audience, "audience", E_AUDIENCE);
TEXT_ELEMENT(r_source, "source", E_SOURCE);
TEXT_ELEMENT(r_source_note, "source-note", E_SOURCE_NOTE);
TEXT_ELEMENT(r_code, "code", E_CODE);
TEXT_ELEMENT(r_em, "em", E_EM);
TEXT_ELEMENT(r_strong, "strong", E_STRONG);

static const struct rule r_link = {
	.name = "link", .element = E_LINK, .content = C_TEXT,
	.attrs = { TYPED("href", A_HREF, MUST, T_URI) },
};

static const struct child_rule inline_children[] = {
	{ &r_code, ANY }, { &r_em, ANY }, { &r_strong, ANY }, { &r_link, ANY }, { NULL, ONE },
};

#define PROSE_ELEMENT(variable, label, code) \
	static const struct rule variable = { \
		.name = (label), .element = (code), .content = C_MIXED, .children = inline_children \
	}
PROSE_ELEMENT(r_p, "p", E_P);
PROSE_ELEMENT(r_li, "li", E_LI);
PROSE_ELEMENT(r_claim, "claim", E_CLAIM);
PROSE_ELEMENT(r_correction, "correction", E_CORRECTION);

static const struct rule r_list = {
	.name = "list", .element = E_LIST, .content = C_SEQUENCE,
	.attrs = { WORD("numbered", A_NUMBERED, MAY, yes_words) },
	CHILDREN({ &r_li, SOME }),
};
static const struct rule r_code_block = {
	.name = "code-block", .element = E_CODE_BLOCK, .content = C_TEXT,
	.attrs = {
		TYPED("syntax", A_SYNTAX, MAY, T_TEXT),
		WORD("role", A_ROLE, MAY, role_words),
		TYPED("caption", A_CAPTION, MAY, T_TEXT),
	},
};

static const struct child_rule block_children[] = {
	{ &r_p, ANY }, { &r_list, ANY }, { &r_code_block, ANY }, { NULL, ONE },
};

#define BLOCKS_ELEMENT(variable, label, code) \
	static const struct rule variable = { \
		.name = (label), .element = (code), .content = C_CHOICE, .children = block_children \
	}
BLOCKS_ELEMENT(r_stem, "stem", E_STEM);
BLOCKS_ELEMENT(r_answer, "answer", E_ANSWER);

/* ---- the head of a bank ---- */

static const struct rule r_creator = {
	.name = "creator", .element = E_CREATOR, .content = C_TEXT,
	.attrs = { TYPED("href", A_HREF, MAY, T_URI) },
};
static const struct rule r_license = {
	.name = "license", .element = E_LICENSE, .content = C_TEXT,
	.attrs = { TYPED("spdx", A_SPDX, MUST, T_TEXT) },
};
static const struct rule r_date = {
	.name = "date", .element = E_DATE, .content = C_TEXT, .text_type = T_DATE,
};
static const struct rule r_metadata = {
	.name = "metadata", .element = E_METADATA, .content = C_SEQUENCE,
	CHILDREN({ &r_title, ONE }, { &r_description, OPTIONAL }, { &r_creator, SOME }, { &r_license, ONE },
	    { &r_date, ONE }, { &r_audience, OPTIONAL }, { &r_source, ANY }),
};

static const struct rule r_topic = {
	.name = "topic", .element = E_TOPIC, .content = C_SEQUENCE, .subject = true,
	.attrs = { ID, COUNT("share", A_SHARE, MUST) },
	CHILDREN({ &r_title, ONE }),
};
static const struct rule r_area = {
	.name = "area", .element = E_AREA, .content = C_SEQUENCE, .subject = true,
	.attrs = { ID },
	CHILDREN({ &r_title, ONE }, { &r_topic, SOME }),
};
static const struct rule r_taxonomy = {
	.name = "taxonomy", .element = E_TAXONOMY, .content = C_SEQUENCE,
	CHILDREN({ &r_area, SOME }),
};

static const struct rule r_scale_anchor = {
	.name = "anchor", .element = E_ANCHOR, .content = C_MIXED,
	.attrs = { WORD("kind", A_KIND, MAY, bank_kind_words) },
	.children = inline_children,
};
static const struct rule r_grade = {
	.name = "grade", .element = E_GRADE, .content = C_SEQUENCE,
	.attrs = { WORD("value", A_VALUE, MUST, grade_words) },
	CHILDREN({ &r_title, ONE }, { &r_scale_anchor, SOME }),
};
static const struct rule r_rating_scale = {
	.name = "rating-scale", .element = E_RATING_SCALE, .content = C_SEQUENCE,
	.attrs = { ID },
	CHILDREN({ &r_grade, SOME }),
};

static const struct rule r_enemy_group = {
	.name = "enemy-group", .element = E_ENEMY_GROUP, .content = C_TEXT, .subject = true,
	.attrs = { ID, WORD("reason", A_REASON, MUST, reason_words) },
};

static const struct rule r_quota = {
	.name = "quota", .element = E_QUOTA, .content = C_EMPTY,
	.attrs = {
		TYPED("area", A_AREA, ONE_OF, T_NAME),
		TYPED("topic", A_TOPIC, ONE_OF, T_NAME),
		WORD("kind", A_KIND, ONE_OF, bank_kind_words),
		WORD("difficulty", A_DIFFICULTY, ONE_OF, difficulty_words),
		COUNT("min", A_MIN, MUST),
		COUNT("max", A_MAX, MUST),
		NUMBER("target", A_TARGET, MAY, T_TENTHS, 0, 1000),
	},
};
static const struct rule r_blueprint = {
	.name = "blueprint", .element = E_BLUEPRINT, .content = C_SEQUENCE, .subject = true,
	.attrs = {
		ID,
		COUNT("minutes", A_MINUTES, MUST),
		COUNT("items", A_ITEMS, MUST),
		COUNT("answer-min", A_ANSWER_MIN, MUST),
		COUNT("answer-max", A_ANSWER_MAX, MUST),
		COUNT("topic-max", A_TOPIC_MAX, MAY),
		NUMBER("sessions", A_SESSIONS, MAY, T_INT, 1, BANK_SESSIONS_MAX),
	},
	CHILDREN({ &r_title, ONE }, { &r_quota, ANY }),
};

/* ---- items ---- */

static const struct rule r_on_request = {
	.name = "on-request", .element = E_ON_REQUEST, .content = C_CHOICE,
	.attrs = { ID, TYPED("ask", A_ASK, MUST, T_TEXT) },
	.children = block_children,
};
static const struct rule r_key_point = {
	.name = "key-point", .element = E_KEY_POINT, .content = C_MIXED,
	.attrs = {
		ID,
		WORD("essential", A_ESSENTIAL, MAY, yes_words),
		WORD("weight", A_WEIGHT, MAY, weight_words),
	},
	.children = inline_children,
};
static const struct rule r_key_points = {
	.name = "key-points", .element = E_KEY_POINTS, .content = C_SEQUENCE,
	CHILDREN({ &r_key_point, SOME }),
};
static const struct rule r_item_anchor = {
	.name = "anchor", .element = E_ANCHOR, .content = C_MIXED,
	.attrs = { WORD("value", A_VALUE, MUST, grade_words) },
	.children = inline_children,
};
static const struct rule r_follow_up = {
	.name = "follow-up", .element = E_FOLLOW_UP, .content = C_SEQUENCE,
	.attrs = { ID, COUNT("minutes", A_MINUTES, MAY) },
	CHILDREN({ &r_stem, ONE }, { &r_answer, ONE }),
};
static const struct rule r_mistake = {
	.name = "mistake", .element = E_MISTAKE, .content = C_SEQUENCE,
	.attrs = { ID },
	CHILDREN({ &r_claim, ONE }, { &r_correction, ONE }),
};
static const struct rule r_reference = {
	.name = "reference", .element = E_REFERENCE, .content = C_TEXT,
	.attrs = { TYPED("href", A_HREF, MAY, T_URI) },
};
static const struct rule r_item = {
	.name = "item", .element = E_ITEM, .content = C_SEQUENCE, .subject = true,
	.attrs = {
		ID,
		NUMBER("revision", A_REVISION, MUST, T_INT, 1, INT_MAX),
		TYPED("topic", A_TOPIC, MUST, T_NAME),
		WORD("difficulty", A_DIFFICULTY, MUST, difficulty_words),
		WORD("kind", A_KIND, MUST, bank_kind_words),
		NUMBER("minutes", A_MINUTES, MUST, T_TENTHS, 1, 15),
		TYPED("enemies", A_ENEMIES, MAY, T_NAMES),
		WORD("status", A_STATUS, MAY, status_words),
		TYPED("xml:lang", A_LANG, MAY, T_LANG),
	},
	CHILDREN({ &r_title, ONE }, { &r_stem, ONE }, { &r_on_request, ANY }, { &r_answer, ONE },
	    { &r_key_points, ONE }, { &r_item_anchor, ANY }, { &r_follow_up, ANY }, { &r_mistake, ANY },
	    { &r_reference, ANY }, { &r_source_note, OPTIONAL }),
};

const struct rule bank_root_rule = {
	.name = "item-bank", .element = E_ITEM_BANK, .content = C_SEQUENCE,
	.attrs = {
		ID,
		WORD("format", A_FORMAT, MUST, format_words),
		TYPED("version", A_VERSION, MUST, T_TEXT),
		TYPED("xml:lang", A_LANG, MUST, T_LANG),
	},
	CHILDREN({ &r_metadata, ONE }, { &r_taxonomy, ONE }, { &r_rating_scale, ONE },
	    { &r_enemy_group, ANY }, { &r_blueprint, ANY }, { &r_item, SOME }),
};
