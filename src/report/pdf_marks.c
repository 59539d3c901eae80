#include <math.h>
#include <stdlib.h>
#include "report/pdf.h"

/* What is a heading, a table, a figure: the structure that reading aloud and copying follow. */

void *
pdf_grow(struct pdf_plan *plan, void *v, size_t count, size_t *capacity, size_t size)
{
	size_t more = *capacity > 0 ? 2 * *capacity : 64;
	void *bigger;

	if (count < *capacity)
		return v;
	bigger = realloc(v, more * size);
	if (bigger == NULL) {
		plan->failed = true;
		return NULL;
	}
	*capacity = more;
	return bigger;
}

void
pdf_marks_page(struct pdf_marks *m, struct buf *out, int page, double page_height)
{
	*m = (struct pdf_marks){ .plan = m->plan, .out = out, .page = page, .page_height = page_height,
		.open = PDF_OPEN_NONE };
}

void
pdf_marks_close(struct pdf_marks *m)
{
	if (m->open != PDF_OPEN_NONE)
		buf_puts(m->out, "EMC\n");
	m->open = PDF_OPEN_NONE;
}

static void
add_kid(struct pdf_plan *plan, const struct pdf_kid *kid)
{
	struct pdf_kid *kids = pdf_grow(plan, plan->kids, plan->kid_count, &plan->kid_capacity, sizeof *kids);

	if (kids == NULL)
		return;
	plan->kids = kids;
	kids[plan->kid_count++] = *kid;
}

/* A new element under `parent`, or -1 when out of memory. */
static int
add_element(struct pdf_marks *m, const struct pdf_element *e)
{
	struct pdf_plan *plan = m->plan;
	struct pdf_element *elements = pdf_grow(plan, plan->elements, plan->element_count,
	    &plan->element_capacity, sizeof *elements);

	if (elements == NULL)
		return -1;
	plan->elements = elements;
	elements[plan->element_count] = *e;
	add_kid(plan, &(struct pdf_kid){ e->parent, (int)plan->element_count, m->page, -1, -1 });
	return (int)plan->element_count++;
}

/* The element that is open, PDF_OPEN_ARTIFACT in one, PDF_OPEN_NONE outside all. */
static int
top(const struct pdf_marks *m)
{
	return m->depth > 0 ? m->stack[m->depth - 1] : PDF_OPEN_NONE;
}

void
pdf_marks_tag(struct pdf_marks *m, const struct dl_op *op)
{
	int parent = top(m), element = PDF_OPEN_ARTIFACT;

	pdf_marks_close(m);
	if (m->depth == PDF_NEST_MAX) {
		m->plan->failed = true;
		return;
	}
	/* What stands in an artifact is one too. */
	if (op->tag != TAG_ARTIFACT && parent != PDF_OPEN_ARTIFACT)
		element = add_element(m, &(struct pdf_element){ .tag = op->tag, .alt = op->text,
		    .parent = parent == PDF_OPEN_NONE ? -1 : parent });
	m->stack[m->depth++] = element;
}

void
pdf_marks_tag_end(struct pdf_marks *m)
{
	pdf_marks_close(m);
	if (m->depth > 0)
		m->depth--;
}

static struct dl_box
box_of(const struct dl_op *op)
{
	const double ascent = 0.8, descent = 0.25;      /* of the type size, about */

	if (op->kind != DL_TEXT)
		return dl_shape_box(op);
	return (struct dl_box){ op->x, op->y - ascent * op->size, op->x + op->measured,
		op->y + descent * op->size };
}

/* A figure says where it is. */
static void
widen(struct pdf_marks *m, struct pdf_element *e, const struct dl_op *op)
{
	struct pdf_plan *plan = m->plan;
	struct dl_box b = box_of(op),
	              up = { b.left, m->page_height - b.top, b.right, m->page_height - b.bottom };
	struct dl_box *box;

	if (e->figure == 0) {
		struct pdf_figure *figures = pdf_grow(plan, plan->figures, plan->figure_count,
		    &plan->figure_capacity, sizeof *figures);

		if (figures == NULL)
			return;
		plan->figures = figures;
		figures[plan->figure_count++].box = up;
		e->figure = (int)plan->figure_count;
	}
	box = &plan->figures[e->figure - 1].box;
	box->left = fmin(box->left, up.left);
	box->top = fmax(box->top, up.top);
	box->right = fmax(box->right, up.right);
	box->bottom = fmin(box->bottom, up.bottom);
}

void
pdf_marks_for(struct pdf_marks *m, const struct dl_op *op)
{
	struct pdf_plan *plan = m->plan;
	int owner = m->depth > 0 ? top(m) : PDF_OPEN_ARTIFACT;

	if (owner >= 0 && plan->elements[owner].tag == TAG_FIGURE)
		widen(m, &plan->elements[owner], op);
	else if (op->kind != DL_TEXT)
		owner = PDF_OPEN_ARTIFACT;
	/* A line that runs to the left is drawn from its left end; readers get it as it is written. */
	if (owner >= 0 && op->kind == DL_TEXT && op->levels != NULL)
		owner = add_element(m,
		    &(struct pdf_element){ .tag = TAG_SPAN, .actual = op->text, .parent = owner });
	if (owner == m->open)
		return;
	pdf_marks_close(m);
	m->open = owner;
	if (owner < 0) {
		buf_puts(m->out, "/Artifact BMC\n");
		return;
	}
	buf_printf(m->out, "/%s<</MCID %d>>BDC\n", dl_tag_name(plan->elements[owner].tag), m->count);
	add_kid(plan, &(struct pdf_kid){ owner, -1, m->page, m->count++, -1 });
}

void
pdf_marks_link(struct pdf_marks *m, const struct dl_op *op)
{
	struct pdf_plan *plan = m->plan;
	int owner = m->depth > 0 ? top(m) : PDF_OPEN_ARTIFACT;
	struct pdf_link *links =
	    pdf_grow(plan, plan->links, plan->link_count, &plan->link_capacity, sizeof *links);

	if (links == NULL)
		return;
	plan->links = links;
	if (owner >= 0 && plan->elements[owner].tag != TAG_LINK)
		owner = add_element(m, &(struct pdf_element){ .tag = TAG_LINK, .parent = owner });
	if (owner >= 0)
		add_kid(plan, &(struct pdf_kid){ owner, -1, m->page, -1, (int)plan->link_count });
	links[plan->link_count++] = (struct pdf_link){ op, m->page, owner };
}

int
pdf_link_key(const struct pdf_plan *plan, const struct pdf_link *link)
{
	return plan->page_count + (int)(link - plan->links);
}
