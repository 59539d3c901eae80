#include <stdlib.h>
#include <string.h>
#include "bank/build.h"
#include "viva/buf.h"
#include "viva/text.h"

/* What a key point may hold so that a rater reads it at a glance. */
#define KEY_POINT_WORDS 25
/* What fits beside the other panes of an 80 by 24 terminal, and on a page in one piece. */
#define CODE_COLUMNS 76
#define CODE_LINES 14

static size_t
count_words(const struct prose *p)
{
	size_t words = 0;
	bool blank = true;

	for (size_t i = 0; i < p->run_count; i++) {
		for (const char *s = p->runs[i].text; *s != '\0'; s++) {
			words += blank && *s != ' ';
			blank = *s == ' ';
		}
	}
	return words;
}

static void
check_key_points(struct build *b, const struct node *n, const struct item *it)
{
	const struct node *point = node_child(node_child(n, E_KEY_POINTS), E_KEY_POINT);
	bool essential = false;

	for (size_t i = 0; i < it->key_point_count; i++, point = node_again(point)) {
		size_t words = count_words(&it->key_points[i].text);

		essential = essential || it->key_points[i].essential;
		if (i == BANK_KEY_POINTS_MAX)
			node_error_at(b->diags, n, point->at, "more than %u key points", BANK_KEY_POINTS_MAX);
		if (words > KEY_POINT_WORDS)
			node_warning(b->diags, point,
			    "a key point of %zu words; more than %d are hard to rate by", words,
			    KEY_POINT_WORDS);
	}
	if (it->key_point_count > 0 && !essential)
		node_warning(b->diags, n, "no key point is essential");
}

void
check_item(struct build *b, const struct node *n, const struct item *it)
{
	check_key_points(b, n, it);
}

void
check_code(struct build *b, const struct node *n, const char *code)
{
	struct buf line;
	size_t lines = *code != '\0', number = 0;
	int widest = 0;

	buf_init(&line);
	for (const char *s = code; *s != '\0'; s += strcspn(s, "\n"), s += *s == '\n', number++) {
		size_t len = strcspn(s, "\n");
		int columns;

		buf_clear(&line);
		text_visible(&line, s, len, false);
		columns = text_columns(buf_text(&line), line.len);
		if (columns > widest)
			widest = columns;
		lines += s[len] == '\n';
	}
	buf_finish(&line);
	if (widest > CODE_COLUMNS)
		node_warning(b->diags, n, "a line of code has %d columns; more than %d do not fit a terminal",
		    widest, CODE_COLUMNS);
	if (lines > CODE_LINES)
		node_warning(b->diags, n, "%zu lines of code; more than %d take too long to read", lines,
		    CODE_LINES);
}

void
check_quota(struct build *b, const struct node *n, const struct quota *quota)
{
	if (quota->min > quota->max)
		node_error(b->diags, n, "min %d is greater than max %d", quota->min, quota->max);
}

void
check_blueprint(struct build *b, const struct node *n, const struct blueprint *bp)
{
	if (bp->items < 1)
		node_error(b->diags, n, "items must be at least 1");
	if (bp->minutes < 1)
		node_error(b->diags, n, "minutes must be at least 1");
	if (bp->answer_min > bp->answer_max)
		node_error(b->diags, n, "answer-min %d is greater than answer-max %d", bp->answer_min,
		    bp->answer_max);
	for (size_t i = 0; i + 1 < b->blueprints.count; i++) {
		const struct blueprint *other = vec_at(&b->blueprints, i);

		if (other->minutes != bp->minutes || other->id == NULL)
			continue;
		node_warning(b->diags, n, "%d minutes as in \"%s\", which --minutes %d means therefore",
		    bp->minutes, other->id, bp->minutes);
		break;
	}
}

/* ---- ids ---- */

static int
compare_declared(const void *a, const void *b)
{
	const struct declared *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

int
check_ids(struct build *b, const struct node *n, enum element e)
{
	struct vec ids;
	const char *what = "";
	size_t i = 0;
	int status = 0;

	vec_init(&ids, sizeof(struct declared));
	for (const struct node *c = node_child(n, e); c != NULL && status == 0; c = node_again(c), i++) {
		struct declared *d = node_value(c, A_ID) != NULL ? vec_push(&ids) : NULL;

		what = c->rule->name;
		if (d != NULL)
			*d = (struct declared){ .id = node_value(c, A_ID), .index = i, .at = c->at };
		else if (node_value(c, A_ID) != NULL)
			status = build_no_memory(b);
	}
	if (ids.count > 1)
		qsort(ids.data, ids.count, ids.size, compare_declared);
	for (i = 1; i < ids.count; i++) {
		const struct declared *before = vec_at(&ids, i - 1), *d = vec_at(&ids, i);

		if (strcmp(before->id, d->id) == 0)
			node_error_at(b->diags, n, d->at, "a second <%s> with id \"%s\"", what, d->id);
	}
	vec_finish(&ids);
	return status;
}

void
declared_sort(struct vec *ids, struct diags *diags, const char *what)
{
	if (ids->count > 1)
		qsort(ids->data, ids->count, ids->size, compare_declared);
	for (size_t i = 1; i < ids->count; i++) {
		const struct declared *before = vec_at(ids, i - 1), *d = vec_at(ids, i);

		if (strcmp(before->id, d->id) == 0)
			diag_error(diags, d->at, "%s \"%s\": this id stands already in line %u", what, d->id,
			    (unsigned)before->at.line);
	}
}

size_t
declared_find(const struct vec *ids, const char *id)
{
	const struct declared key = { .id = id };
	size_t low = 0, high = ids->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct declared *d = vec_at(ids, mid);

		if (compare_declared(d, &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < ids->count && strcmp(((const struct declared *)vec_at(ids, low))->id, id) == 0)
		return ((const struct declared *)vec_at(ids, low))->index;
	return SIZE_MAX;
}
