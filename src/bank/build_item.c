#include <string.h>
#include "bank/build.h"
#include "viva/arena.h"

static int
build_on_requests(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_ON_REQUEST), i = 0;
	struct on_request *v = build_alloc(b, count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_ON_REQUEST); c != NULL; c = node_again(c), i++) {
		v[i].id = build_string(b, node_value(c, A_ID));
		v[i].ask = build_string(b, node_value(c, A_ASK));
		if (build_blocks(b, c, &v[i].fact) != 0)
			return -1;
	}
	it->on_requests = v;
	it->on_request_count = count;
	return 0;
}

static int
build_key_points(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_KEY_POINT), i = 0;
	struct key_point *v = build_alloc(b, count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_KEY_POINT); c != NULL; c = node_again(c), i++) {
		v[i].id = build_string(b, node_value(c, A_ID));
		v[i].essential = node_value(c, A_ESSENTIAL) != NULL;
		v[i].weight = node_number(c, A_WEIGHT, 0) + 1;
		if (build_prose(b, c, &v[i].text) != 0)
			return -1;
	}
	it->key_points = v;
	it->key_point_count = count;
	return 0;
}

static int
build_anchors(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_ANCHOR), i = 0;
	struct item_anchor *v = build_alloc(b, count, sizeof(*v));
	unsigned grades = 0;

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_ANCHOR); c != NULL; c = node_again(c), i++) {
		v[i].grade = node_number(c, A_VALUE, -1);
		if (v[i].grade >= 0 && (grades >> v[i].grade & 1) != 0)
			node_error(b->diags, c, "a second <anchor> with value %d", v[i].grade);
		if (v[i].grade >= 0)
			grades |= 1u << v[i].grade;
		if (build_prose(b, c, &v[i].text) != 0)
			return -1;
	}
	it->anchors = v;
	it->anchor_count = count;
	return 0;
}

static int
build_follow_ups(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_FOLLOW_UP), i = 0;
	struct follow_up *v = build_alloc(b, count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_FOLLOW_UP); c != NULL; c = node_again(c), i++) {
		v[i].id = build_string(b, node_value(c, A_ID));
		v[i].minutes = node_number(c, A_MINUTES, 0);
		if (build_blocks(b, node_child(c, E_STEM), &v[i].stem) != 0 ||
		    build_blocks(b, node_child(c, E_ANSWER), &v[i].answer) != 0)
			return -1;
	}
	it->follow_ups = v;
	it->follow_up_count = count;
	return 0;
}

static int
build_mistakes(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_MISTAKE), i = 0;
	struct mistake *v = build_alloc(b, count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_MISTAKE); c != NULL; c = node_again(c), i++) {
		v[i].id = build_string(b, node_value(c, A_ID));
		if (build_prose(b, node_child(c, E_CLAIM), &v[i].claim) != 0 ||
		    build_prose(b, node_child(c, E_CORRECTION), &v[i].correction) != 0)
			return -1;
	}
	it->mistakes = v;
	it->mistake_count = count;
	return 0;
}

static int
build_references(struct build *b, const struct node *n, struct item *it)
{
	size_t count = node_count(n, E_REFERENCE), i = 0;
	struct reference *v = build_alloc(b, count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (const struct node *c = node_child(n, E_REFERENCE); c != NULL; c = node_again(c), i++) {
		v[i].href = build_string(b, node_value(c, A_HREF));
		v[i].text = build_text(b, c);
	}
	it->references = v;
	it->reference_count = count;
	return 0;
}

/* The names of the item's enemy groups, each once; they become indices when all is read. */
static int
build_enemies(struct build *b, const struct node *n, struct draft_item *draft)
{
	const char *list = node_value(n, A_ENEMIES);
	const char **names, *s;
	size_t count = list != NULL, kept = 0;

	for (s = list; s != NULL && *s != '\0'; s++)
		count += *s == ' ';
	names = build_alloc(b, count, sizeof(*names));
	if (names == NULL)
		return -1;
	for (s = list; kept < count; s = strchr(s, ' ') + 1, kept++) {
		names[kept] = arena_strndup(b->arena, s, strcspn(s, " "));
		if (names[kept] == NULL)
			return build_no_memory(b);
		if (s[strcspn(s, " ")] == '\0') {
			kept++;
			break;
		}
	}
	draft->enemies = names;
	draft->item.enemy_count = kept;
	return 0;
}

static void
build_item_attributes(struct build *b, const struct node *n, struct draft_item *draft)
{
	struct item *it = &draft->item;

	it->id = build_string(b, node_value(n, A_ID));
	it->title = build_text(b, node_child(n, E_TITLE));
	it->lang = node_value(n, A_LANG) != NULL ? build_string(b, node_value(n, A_LANG)) : b->bank->lang;
	it->revision = node_number(n, A_REVISION, 1);
	it->difficulty = node_number(n, A_DIFFICULTY, 0) + 1;
	it->kind = (enum kind)node_number(n, A_KIND, KIND_CONCEPT);
	it->limit_tenths = node_number(n, A_MINUTES, 10);
	it->status = (enum item_status)node_number(n, A_STATUS, ITEM_ACTIVE);
	it->source_note = build_text(b, node_child(n, E_SOURCE_NOTE));
	it->at = n->at;
	draft->topic = build_string(b, node_value(n, A_TOPIC));
}

int
build_item(struct build *b, const struct node *n)
{
	struct draft_item *draft;
	struct item *it;

	if (b->items.count == BANK_ITEMS_MAX)
		return node_error(b->diags, n, "more than %u items", BANK_ITEMS_MAX);
	draft = vec_push(&b->items);
	if (draft == NULL)
		return build_no_memory(b);
	it = &draft->item;
	build_item_attributes(b, n, draft);
	if (build_enemies(b, n, draft) != 0 || build_blocks(b, node_child(n, E_STEM), &it->stem) != 0 ||
	    build_on_requests(b, n, it) != 0 || build_blocks(b, node_child(n, E_ANSWER), &it->answer) != 0 ||
	    build_key_points(b, node_child(n, E_KEY_POINTS), it) != 0 || build_anchors(b, n, it) != 0 ||
	    build_follow_ups(b, n, it) != 0 || build_mistakes(b, n, it) != 0 ||
	    build_references(b, n, it) != 0)
		return -1;
	if (check_ids(b, n, E_ON_REQUEST) != 0 ||
	    check_ids(b, node_child(n, E_KEY_POINTS), E_KEY_POINT) != 0 ||
	    check_ids(b, n, E_FOLLOW_UP) != 0 || check_ids(b, n, E_MISTAKE) != 0)
		return -1;
	check_item(b, n, it);
	return build_declare(b, &b->item_ids, n, b->items.count - 1);
}
