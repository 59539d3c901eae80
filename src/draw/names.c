#include <stdio.h>

#include "viva/draw.h"

const char *
draw_reason_text(enum draw_reason r)
{
	switch (r) {
	case DRAW_NEW: return "new";
	case DRAW_RETRY: return "retry";
	case DRAW_REQUIRED: return "required";
	case DRAW_LEAST_MET: break;
	}
	return "least met";
}

const char *
forms_kind_name(enum forms_kind k)
{
	switch (k) {
	case FORMS_EXACT: return "exact";
	case FORMS_ABOUT: return "about";
	case FORMS_AT_MOST: return "at most";
	case FORMS_UNCOUNTED: break;
	}
	return "uncounted";
}

const char *
rule_on_name(enum rule_on on)
{
	switch (on) {
	case RULE_ITEMS: return "items";
	case RULE_MINUTES: return "minutes";
	case RULE_AREA: return "area";
	case RULE_TOPIC: return "topic";
	case RULE_KIND: return "kind";
	case RULE_DIFFICULTY: return "difficulty";
	case RULE_TOPIC_MAX: return "topic-max";
	case RULE_ENEMIES: return "enemies";
	case RULE_REQUIRED: return "required";
	case RULE_FIRST: break;
	}
	return "first";
}

const char *
rule_value_name(const struct bank *b, const struct rule_state *r, char *room, size_t size)
{
	switch (r->on) {
	case RULE_AREA: return b->areas[r->value].id;
	case RULE_TOPIC: return b->topics[r->value].id;
	case RULE_KIND: return kind_name((enum kind)r->value);
	case RULE_ENEMIES: return b->enemy_groups[r->value].id;
	case RULE_REQUIRED: return b->items[r->value].id;
	case RULE_DIFFICULTY:
		snprintf(room, size, "%zu", r->value);
		return room;
	case RULE_ITEMS: case RULE_MINUTES: case RULE_TOPIC_MAX: case RULE_FIRST:
		break;
	}
	return "";
}
