#include <string.h>
#include "bank/build.h"
#include "viva/arena.h"
#include "viva/buf.h"

/* ---- prose: white space is collapsed across the runs of one paragraph ---- */

struct prose_writer {
	struct run *runs;
	size_t count;
	struct buf text;                /* of the run that is being written */
	bool after_blank;               /* the last character was a blank, or there is none yet */
};

static void
add_collapsed(struct prose_writer *w, const char *s)
{
	while (*s != '\0') {
		const char *start = s;

		/* Words with one blank between them are taken as they stand. */
		while (*s != '\0' && (!xml_blank(*s) || (*s == ' ' && s > start && s[-1] != ' ')))
			s++;
		if (s > start) {
			buf_add(&w->text, start, (size_t)(s - start));
			w->after_blank = s[-1] == ' ';
		}
		for (; xml_blank(*s); s++)
			if (!w->after_blank) {
				buf_putc(&w->text, ' ');
				w->after_blank = true;
			}
	}
}

static enum run_style
style_of(const struct node *n)
{
	if (n->rule == NULL)
		return RUN_PLAIN;
	switch (n->rule->element) {
	case E_CODE: return RUN_CODE;
	case E_EM: return RUN_EM;
	case E_STRONG: return RUN_STRONG;
	default: return RUN_LINK;
	}
}

static int
add_run(struct build *b, struct prose_writer *w, const struct node *n)
{
	struct run *run = &w->runs[w->count];

	buf_clear(&w->text);
	add_collapsed(w, n->rule != NULL ? node_text(n) : n->text);
	if (buf_failed(&w->text))
		return build_no_memory(b);
	if (w->text.len == 0)
		return 0;
	run->style = style_of(n);
	run->text = arena_strndup(b->arena, w->text.data, w->text.len);
	if (run->text == NULL)
		return build_no_memory(b);
	if (run->style == RUN_LINK && node_value(n, A_HREF) != NULL) {
		run->href = build_string(b, node_value(n, A_HREF));
		if (run->href == NULL)
			return build_no_memory(b);
	}
	w->count++;
	return 0;
}

/* Takes the one blank away that collapsing may leave at the end. */
static int
trim_end(struct build *b, struct prose_writer *w)
{
	struct run *last = w->count > 0 ? &w->runs[w->count - 1] : NULL;
	size_t len = last != NULL ? strlen(last->text) : 0;

	if (len == 0 || last->text[len - 1] != ' ')
		return 0;
	if (len == 1) {
		w->count--;
		return 0;
	}
	last->text = arena_strndup(b->arena, last->text, len - 1);
	return last->text != NULL ? 0 : build_no_memory(b);
}

int
build_prose(struct build *b, const struct node *n, struct prose *out)
{
	struct prose_writer w = { .after_blank = true };
	size_t pieces = 0;
	int status = -1;

	if (n == NULL)
		return 0;
	for (const struct node *c = n->first; c != NULL; c = c->next)
		pieces++;
	w.runs = build_alloc(b, pieces, sizeof(*w.runs));
	if (w.runs == NULL)
		return -1;
	buf_init(&w.text);
	for (const struct node *c = n->first; c != NULL; c = c->next)
		if (add_run(b, &w, c) != 0)
			goto out;
	if (trim_end(b, &w) != 0)
		goto out;
	out->runs = w.runs;
	out->run_count = w.count;
	status = 0;
out:
	buf_finish(&w.text);
	return status;
}

/* ---- blocks ---- */

/* Code keeps its lines and its indent; blank lines at both ends go. */
static const char *
build_code(struct build *b, const char *s)
{
	const char *start = s, *end = s + strlen(s), *code;

	for (; xml_blank(*s); s++)
		if (*s == '\n' || *s == '\r')
			start = s + 1;
	if (*s == '\0')
		start = end;
	while (end > start && xml_blank(end[-1]))
		end--;
	code = arena_strndup(b->arena, start, (size_t)(end - start));
	if (code == NULL)
		build_no_memory(b);
	return code;
}

static int
build_code_block(struct build *b, const struct node *n, struct block *out)
{
	out->type = BLOCK_CODE;
	out->role = (enum code_role)node_number(n, A_ROLE, CODE_ROLE_CODE);
	out->code = build_code(b, node_text(n));
	out->syntax = build_string(b, node_value(n, A_SYNTAX));
	out->caption = build_string(b, node_value(n, A_CAPTION));
	if (out->code == NULL || (out->syntax == NULL && node_value(n, A_SYNTAX) != NULL) ||
	    (out->caption == NULL && node_value(n, A_CAPTION) != NULL))
		return -1;
	check_code(b, n, out->code);
	return 0;
}

static int
build_list(struct build *b, const struct node *n, struct block *out)
{
	size_t count = node_count(n, E_LI), i = 0;
	struct prose *entries = build_alloc(b, count, sizeof(*entries));

	if (entries == NULL)
		return -1;
	out->type = BLOCK_LIST;
	out->numbered = node_value(n, A_NUMBERED) != NULL;
	out->prose = entries;
	out->prose_count = count;
	for (const struct node *li = node_child(n, E_LI); li != NULL; li = node_again(li))
		if (build_prose(b, li, &entries[i++]) != 0)
			return -1;
	return 0;
}

static int
build_paragraph(struct build *b, const struct node *n, struct block *out)
{
	struct prose *prose = build_alloc(b, 1, sizeof(*prose));

	if (prose == NULL)
		return -1;
	out->type = BLOCK_PARAGRAPH;
	out->prose = prose;
	out->prose_count = 1;
	return build_prose(b, n, prose);
}

int
build_blocks(struct build *b, const struct node *n, struct blocks *out)
{
	struct block *v;
	size_t count = 0;
	int status = 0;

	if (n == NULL)
		return 0;
	for (const struct node *c = n->first; c != NULL; c = c->next)
		count++;
	v = build_alloc(b, count, sizeof(*v));
	if (v == NULL)
		return -1;
	out->v = v;
	out->count = count;
	for (const struct node *c = n->first; c != NULL && status == 0; c = c->next, v++) {
		if (c->rule->element == E_P)
			status = build_paragraph(b, c, v);
		else if (c->rule->element == E_LIST)
			status = build_list(b, c, v);
		else
			status = build_code_block(b, c, v);
	}
	return status;
}
