#include <string.h>
#include "bank/build.h"
#include "bank/reader.h"
#include "viva/arena.h"
#include "viva/bank.h"
#include "viva/text.h"

#define QUOTE_CHARACTERS 40     /* of a name or value in a diagnostic */
#define SCRATCH_ELEMENTS 4096   /* renew the scratch memory after so many; about a megabyte */

static int
out_of_memory(struct reader *r)
{
	return diag_error(r->diags, (struct place){ 0, 0 }, "out of memory");
}

int
reader_init(struct reader *r, struct build *build, struct diags *diags)
{
	memset(r, 0, sizeof(*r));
	r->build = build;
	r->diags = diags;
	buf_init(&r->text);
	r->root_arena = arena_new();
	r->scratch = arena_new();
	return r->root_arena != NULL && r->scratch != NULL ? 0 : out_of_memory(r);
}

void
reader_finish(struct reader *r)
{
	arena_free(r->root_arena);
	arena_free(r->scratch);
	buf_finish(&r->text);
}

/* At most QUOTE_CHARACTERS of `s`, for a diagnostic; lives until the part ends. */
static const char *
quote(struct reader *r, const char *s, size_t len)
{
	const char *at = s, *end = s + len, *q;

	for (int n = 0; n < QUOTE_CHARACTERS && at < end; n++)
		text_next(&at, end);
	q = arena_printf(r->scratch, "%.*s%s", (int)(at - s), s, at < end ? "..." : "");
	return q != NULL ? q : "";
}

static const char *
quote_name(struct reader *r, const struct xml_name *name)
{
	const char *q = quote(r, name->local, strlen(name->local));

	if (name->prefix != NULL)
		q = arena_printf(r->scratch, "%s:%s", quote(r, name->prefix, strlen(name->prefix)), q);
	return q != NULL ? q : "";
}

/* The names of `rule`'s children or attributes, for a diagnostic. */
static void
list_children(struct buf *out, const struct rule *rule)
{
	for (const struct child_rule *c = rule->children; c != NULL && c->rule != NULL; c++)
		buf_printf(out, "%s<%s>", c == rule->children ? "" : ", ", c->rule->name);
}

static void
list_attributes(struct buf *out, const struct rule *rule)
{
	for (const struct attr_rule *a = rule->attrs; a->name != NULL; a++)
		buf_printf(out, "%s%s", a == rule->attrs ? "" : ", ", a->name);
}

/* ---- attributes ---- */

static bool
attr_is(const struct xml_attr *attr, const char *name)
{
	if (attr->name.uri == NULL)             /* a prefix without a namespace was never declared */
		return attr->name.prefix == NULL && strcmp(attr->name.local, name) == 0;
	return strcmp(attr->name.uri, XML_LANG_NAMESPACE) == 0 && strncmp(name, "xml:", 4) == 0 &&
	    strcmp(attr->name.local, name + 4) == 0;
}

/* "minutes" of a subject, "<follow-up> minutes" of another element. */
static void
name_attribute(struct buf *out, const struct node *n, const char *attr)
{
	if (n->rule->subject)
		buf_puts(out, attr);
	else
		buf_printf(out, "<%s> %s", n->rule->name, attr);
}

static void
bad_value(struct reader *r, const struct node *n, const struct attr_rule *rule, const char *text)
{
	struct buf what;

	buf_init(&what);
	if (rule->name != NULL)
		name_attribute(&what, n, rule->name);
	else
		buf_printf(&what, "<%s>", n->rule->name);
	buf_puts(&what, " must be ");
	value_expectation(&what, rule, text);
	node_error(r->diags, n, "%s, not \"%s\"", buf_text(&what), quote(r, text, strlen(text)));
	buf_finish(&what);
}

static int
read_attribute(struct reader *r, struct node *n, size_t i, const struct xml_attr *attr)
{
	char *text = arena_strndup(n->parent == NULL ? r->root_arena : r->scratch, attr->value, attr->len);

	if (text == NULL)
		return out_of_memory(r);
	collapse(text);
	if (value_parse(&n->rule->attrs[i], text, &n->values[i].number))
		n->values[i].text = text;
	else
		bad_value(r, n, &n->rule->attrs[i], text);
	return 0;
}

static void
report_choice(struct reader *r, const struct node *n, size_t given)
{
	struct buf names;

	buf_init(&names);
	for (const struct attr_rule *a = n->rule->attrs; a->name != NULL; a++)
		if (a->need == ONE_OF)
			buf_printf(&names, "%s%s", names.len > 0 ? ", " : "", a->name);
	node_error(r->diags, n, "<%s> must have exactly one of the attributes %s, not %zu", n->rule->name,
	    buf_text(&names), given);
	buf_finish(&names);
}

static void
report_unknown_attributes(struct reader *r, const struct node *n, const struct xml_attr *attrs, size_t count)
{
	struct buf known;

	buf_init(&known);
	for (size_t i = 0; i < count; i++) {
		const struct attr_rule *a = n->rule->attrs;

		while (a->name != NULL && !attr_is(&attrs[i], a->name))
			a++;
		if (a->name != NULL)
			continue;
		if (known.len == 0)
			list_attributes(&known, n->rule);
		node_error(r->diags, n, "<%s> has no attribute \"%s\"; it has %s", n->rule->name,
		    quote_name(r, &attrs[i].name), known.len > 0 ? buf_text(&known) : "none");
	}
	buf_finish(&known);
}

/* The rules' order, id first, so that diagnostics about the others can name the element by it. */
static int
read_attributes(struct reader *r, struct node *n, const struct xml_attr *attrs, size_t count)
{
	size_t choices = 0;
	bool choice = false;

	for (size_t i = 0; n->rule->attrs[i].name != NULL; i++) {
		const struct attr_rule *rule = &n->rule->attrs[i];
		size_t at = 0;

		while (at < count && !attr_is(&attrs[at], rule->name))
			at++;
		if (at < count && read_attribute(r, n, i, &attrs[at]) != 0)
			return -1;
		if (rule->need == MUST && at == count)
			node_error(r->diags, n, "<%s> lacks the attribute %s", n->rule->name, rule->name);
		choice = choice || rule->need == ONE_OF;
		choices += rule->need == ONE_OF && at < count;
	}
	if (choice && choices != 1)
		report_choice(r, n, choices);
	report_unknown_attributes(r, n, attrs, count);
	return 0;
}

/* ---- elements ---- */

static struct node *
add_node(struct reader *r, const struct rule *rule, struct place at)
{
	bool root = r->open == NULL;
	struct arena *arena = root ? r->root_arena : r->scratch;
	struct node *n = arena_alloc(arena, 1, sizeof(*n));
	size_t count = 0;

	if (n == NULL)
		return NULL;
	n->rule = rule;
	n->at = at;
	n->parent = r->open;
	while (rule != NULL && rule->attrs[count].name != NULL)
		count++;
	n->values = arena_alloc(arena, count, sizeof(*n->values));
	if (n->values == NULL)
		return NULL;
	/* The root does not hold its parts: each is built and dropped as it ends. */
	if (root || r->open->parent == NULL)
		return n;
	if (r->open->last != NULL)
		r->open->last->next = n;
	else
		r->open->first = n;
	r->open->last = n;
	return n;
}

/* Keeps the text since the last tag as a piece of the open element. */
static int
flush_text(struct reader *r)
{
	struct node *n;

	if (buf_failed(&r->text))
		return out_of_memory(r);
	if (r->text.len > 0 && r->open != NULL && r->open->parent != NULL && r->skipped == 0) {
		n = add_node(r, NULL, r->open->at);
		if (n != NULL)
			n->text = arena_strndup(r->scratch, r->text.data, r->text.len);
		if (n == NULL || n->text == NULL)
			return out_of_memory(r);
	}
	buf_clear(&r->text);
	return 0;
}

/* The rule for a child of `parent`, with its index among the child rules; NULL if it must not stand there. */
static const struct child_rule *
find_child(const struct rule *parent, const struct xml_name *name, unsigned *index)
{
	if (name->uri == NULL || strcmp(name->uri, BANK_NAMESPACE) != 0 || parent->children == NULL)
		return NULL;
	for (*index = 0; parent->children[*index].rule != NULL; ++*index)
		if (strcmp(parent->children[*index].rule->name, name->local) == 0)
			return &parent->children[*index];
	return NULL;
}

static int
unknown_element(struct reader *r, const struct xml_name *name, struct place at)
{
	const struct node *parent = r->open;
	const char *shown = quote_name(r, name);
	struct buf known;

	r->skipped = 1;
	r->open->has_text = true;               /* no second complaint that it is empty */
	if (parent->rule->children == NULL) {
		node_error_at(r->diags, parent, at, "<%s> must not stand in <%s>, which holds %s", shown,
		    parent->rule->name, parent->rule->content == C_EMPTY ? "nothing" : "text only");
		return 0;
	}
	buf_init(&known);
	list_children(&known, parent->rule);
	node_error_at(r->diags, parent, at, "<%s> must not stand in <%s>, which holds %s%s", shown,
	    parent->rule->name, parent->rule->content == C_MIXED ? "text, " : "", buf_text(&known));
	buf_finish(&known);
	return 0;
}

static void
check_order(struct reader *r, const struct child_rule *rule, unsigned index, struct place at)
{
	struct node *parent = r->open;
	bool again = (parent->seen >> index & 1) != 0;

	if (parent->rule->content != C_SEQUENCE)
		return;
	parent->seen |= 1u << index;
	if (again && (rule->occurs == ONE || rule->occurs == OPTIONAL))
		node_error_at(r->diags, parent, at, "a second <%s>; <%s> has only one", rule->rule->name,
		    parent->rule->name);
	else if (index < parent->reached)
		node_error_at(r->diags, parent, at, "<%s> must stand before <%s>", rule->rule->name,
		    parent->rule->children[parent->reached].rule->name);
	if (index > parent->reached)
		parent->reached = index;
}

static int
open_root(struct reader *r, const struct xml_name *name, struct place at)
{
	if (strcmp(name->local, bank_root_rule.name) != 0)
		return diag_error(r->diags, at,
		    "not a question bank: the first element must be <%s>, not <%s>", bank_root_rule.name,
		    quote_name(r, name));
	if (name->uri == NULL || strcmp(name->uri, BANK_NAMESPACE) != 0)
		return diag_error(r->diags, at, "<%s> must say xmlns=\"%s\"", bank_root_rule.name,
		    BANK_NAMESPACE);
	return 0;
}

/* A hostile file may hold many tiny elements: memory for each is bounded by these counts. */
static int
count_element(struct reader *r, struct place at)
{
	if (++r->elements > BANK_ELEMENTS_MAX)
		return diag_error(r->diags, at, "more than %u elements", BANK_ELEMENTS_MAX);
	if (++r->part_elements > BANK_PART_ELEMENTS_MAX)
		return diag_error(r->diags, at, "more than %u elements in one part of the bank",
		    BANK_PART_ELEMENTS_MAX);
	return 0;
}

int
reader_open(struct reader *r, const struct xml_name *name, const struct xml_attr *attrs, size_t attr_count,
    struct place at)
{
	const struct child_rule *child = NULL;
	struct node *n;
	unsigned index;

	if (++r->depth > BANK_DEPTH_MAX)
		return diag_error(r->diags, at, "elements nested more than %d deep", BANK_DEPTH_MAX);
	if (r->skipped > 0) {
		r->skipped++;
		return 0;
	}
	if (flush_text(r) != 0 || count_element(r, at) != 0)
		return -1;
	if (r->open == NULL) {
		if (open_root(r, name, at) != 0)
			return -1;
	} else {
		child = find_child(r->open->rule, name, &index);
		if (child == NULL)
			return unknown_element(r, name, at);
		check_order(r, child, index, at);
	}
	n = add_node(r, child != NULL ? child->rule : &bank_root_rule, at);
	if (n == NULL)
		return out_of_memory(r);
	if (read_attributes(r, n, attrs, attr_count) != 0)
		return -1;
	r->open = n;
	return n->parent == NULL ? build_root(r->build, n) : 0;
}

bool
reader_takes_text(const struct reader *r)
{
	return r->skipped > 0 || r->open == NULL || r->open->rule->content == C_TEXT ||
	    r->open->rule->content == C_MIXED;
}

int
reader_text(struct reader *r, const char *s, size_t len, struct place at)
{
	bool blank = true;

	if (r->skipped > 0 || r->open == NULL)
		return 0;
	for (size_t i = 0; i < len && blank; i++)
		blank = xml_blank(s[i]);
	if (r->open->rule->content == C_TEXT || r->open->rule->content == C_MIXED) {
		if (!blank) {
			r->open->has_text = true;
			if (r->open->parent->rule->content == C_MIXED)
				r->open->parent->has_text = true;
		}
		if (r->text.len + len > BANK_TEXT_MAX_BYTES)
			return node_error(r->diags, r->open, "<%s> holds more than %u KiB of text",
			    r->open->rule->name, BANK_TEXT_MAX_BYTES >> 10);
		buf_add(&r->text, s, len);
	} else if (!blank && !r->open->stray_text) {
		r->open->stray_text = true;
		node_error_at(r->diags, r->open, at, "text must not stand directly in <%s>",
		    r->open->rule->name);
	}
	return 0;
}

static void
check_missing(struct reader *r, const struct node *n)
{
	for (unsigned i = 0; n->rule->children[i].rule != NULL; i++) {
		const struct child_rule *child = &n->rule->children[i];

		if ((child->occurs == ONE || child->occurs == SOME) && (n->seen >> i & 1) == 0)
			node_error(r->diags, n, "<%s> lacks <%s>", n->rule->name, child->rule->name);
	}
}

static void
check_content(struct reader *r, const struct node *n)
{
	const struct attr_rule text_rule = { .type = n->rule->text_type };
	struct buf known;
	int number;

	switch (n->rule->content) {
	case C_EMPTY:
		break;
	case C_SEQUENCE:
		check_missing(r, n);
		break;
	case C_CHOICE:
		if (n->first != NULL)
			break;
		buf_init(&known);
		list_children(&known, n->rule);
		node_error(r->diags, n, "<%s> is empty; it must hold one or more of %s", n->rule->name,
		    buf_text(&known));
		buf_finish(&known);
		break;
	case C_TEXT:
	case C_MIXED:
		if (n->rule->text_type != T_TEXT) {
			if (n->first != NULL)
				collapse(n->first->text);
			if (!value_parse(&text_rule, node_text(n), &number))
				bad_value(r, n, &text_rule, node_text(n));
		} else if (!n->has_text) {
			node_warning(r->diags, n, "<%s> is empty", n->rule->name);
		}
		break;
	}
}

/* Hands a finished part to the builder and forgets it. */
static int
finish_part(struct reader *r, const struct node *part)
{
	if (build_part(r->build, part) != 0)
		return -1;
	r->scratch_elements += r->part_elements;
	r->part_elements = 0;
	if (r->scratch_elements < SCRATCH_ELEMENTS)
		return 0;
	r->scratch_elements = 0;
	arena_free(r->scratch);
	r->scratch = arena_new();
	return r->scratch != NULL ? 0 : out_of_memory(r);
}

int
reader_close(struct reader *r)
{
	struct node *n = r->open;

	r->depth--;
	if (r->skipped > 0) {
		r->skipped--;
		return 0;
	}
	if (flush_text(r) != 0)
		return -1;
	check_content(r, n);
	r->open = n->parent;
	if (n->parent == NULL)
		r->finished = true;
	else if (n->parent->parent == NULL)
		return finish_part(r, n);
	return 0;
}

void
reader_innermost(const struct reader *r, const char **name, struct place *at)
{
	*name = r->open != NULL ? r->open->rule->name : NULL;
	*at = r->open != NULL ? r->open->at : (struct place){ 0, 0 };
}
