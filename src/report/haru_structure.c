#include <stdlib.h>
#include <string.h>
#include "report/haru.h"
#include "report/number.h"
#include "viva/buf.h"
#include "viva/err.h"

/* The structure tree (ISO 32000-1, 14.7) as the objects of the file, written out one by one. */

struct tree {
	struct writer *w;
	const struct pdf_plan *plan;
	struct pack *pack;
	size_t root, document, owners;  /* numbers of objects */
	size_t *numbers;                /* of the elements; the body of a list item has the next one */
	size_t *first;                  /* where an element's kids begin in `kids`; one more for their end */
	size_t *kids;                   /* indexes in the plan, by parent, in reading order */
	struct buf text;                /* of one object, used again */
};

/* The document and the list of owners come before the elements. */
enum { OBJECTS_BEFORE = 2 };

static bool
has_body(const struct pdf_element *e)
{
	return e->tag == TAG_LI;        /* a list item holds its text in a body */
}

size_t
haru_structure_count(const struct writer *w)
{
	size_t count = OBJECTS_BEFORE + w->plan->element_count;

	for (size_t i = 0; i < w->plan->element_count; i++)
		count += has_body(&w->plan->elements[i]);
	return count;
}

/* The object that holds the kids of an element. */
static size_t
holder(const struct tree *t, int element)
{
	if (element < 0)
		return t->document;
	return t->numbers[element] + has_body(&t->plan->elements[element]);
}

/* ---- words ---- */

static void
put_number(struct buf *out, size_t number)
{
	char text[24], *s = text + sizeof text;         /* by hand, as put_hundredths() */

	do {
		*--s = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	buf_add(out, s, (size_t)(text + sizeof text - s));
}

static void
put_reference(struct buf *out, const char *key, size_t number)
{
	buf_puts(out, key);
	put_number(out, number);
	buf_puts(out, " 0 R");
}

/* A string for people: in its bytes where they are plain, else in UTF-16. */
static void
put_string(struct buf *out, const char *text)
{
	struct buf utf16;
	const char *s = text;

	while (*s >= ' ' && *s <= '~' && *s != '(' && *s != ')' && *s != '\\')
		s++;
	if (*s == '\0') {
		buf_putc(out, '(');
		buf_add(out, text, (size_t)(s - text));
		buf_putc(out, ')');
		return;
	}
	buf_init(&utf16);
	pdf_put_utf16(&utf16, text, strlen(text));
	buf_puts(out, "<FEFF");
	for (size_t i = 0; i < utf16.len; i++)
		pdf_put_hex(out, (unsigned char)utf16.data[i], 2);
	buf_putc(out, '>');
	out->failed = out->failed || buf_failed(&utf16);
	buf_finish(&utf16);
}

static void
put_attributes(const struct tree *t, struct buf *out, const struct pdf_element *e)
{
	if (e->tag == TAG_TH || e->tag == TAG_TH_ROW)
		buf_printf(out, "/A<</O/Table/Scope/%s>>", e->tag == TAG_TH ? "Column" : "Row");
	if (e->figure > 0) {
		const struct dl_box *b = &t->plan->figures[e->figure - 1].box;
		const double box[] = { b->left, b->bottom, b->right, b->top };

		buf_puts(out, "/A<</O/Layout/Placement/Block/BBox[");
		for (size_t i = 0; i < sizeof box / sizeof box[0]; i++) {
			if (i > 0)
				buf_putc(out, ' ');
			put_hundredths(out, box[i]);
		}
		buf_puts(out, "]>>");
	}
}

/* ---- kids ---- */

static size_t
page_number(const struct tree *t, int page)
{
	return haru_number(t->w->pages[page]);
}

/* The page of an element's first mark, or -1: most marks stand there and need not name it. */
static int
main_page(const struct tree *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (t->plan->kids[t->kids[i]].mark >= 0)
			return t->plan->kids[t->kids[i]].page;
	return -1;
}

static void
put_kid(const struct tree *t, struct buf *out, const struct pdf_kid *kid, int page)
{
	if (kid->element >= 0) {
		put_reference(out, "", t->numbers[kid->element]);
	} else if (kid->link >= 0) {
		put_reference(out, "<</Type/OBJR/Pg ", page_number(t, kid->page));
		put_reference(out, "/Obj ", haru_number(t->w->links[kid->link]));
		buf_puts(out, ">>");
	} else if (kid->page == page) {
		put_number(out, (size_t)kid->mark);
	} else {
		put_reference(out, "<</Type/MCR/Pg ", page_number(t, kid->page));
		buf_puts(out, "/MCID ");
		put_number(out, (size_t)kid->mark);
		buf_puts(out, ">>");
	}
}

/* Page and kids of element `index`, -1 for the document. */
static void
put_kids(const struct tree *t, struct buf *out, int index)
{
	size_t from = t->first[index + 1], to = t->first[index + 2];
	int page = main_page(t, from, to);

	if (page >= 0)
		put_reference(out, "/Pg ", page_number(t, page));
	if (from == to)
		return;
	buf_puts(out, "/K[");
	for (size_t i = from; i < to; i++) {
		if (i > from)
			buf_putc(out, ' ');
		put_kid(t, out, &t->plan->kids[t->kids[i]], page);
	}
	buf_putc(out, ']');
}

/* ---- objects ---- */

static void
add_object(struct tree *t, size_t number)
{
	buf_puts(&t->text, ">>");
	pack_object(t->pack, number, &t->text);
	buf_clear(&t->text);
}

static void
add_element(struct tree *t, int index)
{
	const struct pdf_element *e = &t->plan->elements[index];
	struct buf *out = &t->text;
	size_t number = t->numbers[index];

	buf_puts(out, "<</S/");         /* the /Type may be left out, and there are many */
	buf_puts(out, dl_tag_name(e->tag));
	put_reference(out, "/P ", holder(t, e->parent));
	if (e->alt != NULL) {
		buf_puts(out, "/Alt");
		put_string(out, e->alt);
	}
	if (e->actual != NULL) {
		buf_puts(out, "/ActualText");
		put_string(out, e->actual);
	}
	put_attributes(t, out, e);
	if (has_body(e)) {
		put_reference(out, "/K ", number + 1);
		add_object(t, number++);
		put_reference(out, "<</S/LBody/P ", number - 1);
	}
	put_kids(t, out, index);
	add_object(t, number);
}

/* Whose each marked piece of each page is, and each link. */
static void
add_owners(struct tree *t)
{
	const struct pdf_plan *plan = t->plan;
	struct buf *out = &t->text;
	int page = -1;

	buf_puts(out, "<</Nums[");
	for (size_t i = 0; i < plan->kid_count; i++) {
		const struct pdf_kid *kid = &plan->kids[i];

		if (kid->mark < 0)
			continue;
		for (; page < kid->page; page++) {      /* marks come in the order of pages */
			buf_puts(out, page >= 0 ? "]" : "");
			put_number(out, (size_t)page + 1);
			buf_putc(out, '[');
		}
		put_reference(out, kid->mark > 0 ? " " : "", holder(t, kid->parent));
	}
	for (; page + 1 < plan->page_count; page++)
		buf_printf(out, "%s%d[", page >= 0 ? "]" : "", page + 1);
	buf_puts(out, page >= 0 ? "]" : "");
	for (size_t i = 0; i < plan->link_count; i++) {
		if (plan->links[i].element < 0)
			continue;
		buf_putc(out, ' ');
		put_number(out, (size_t)pdf_link_key(plan, &plan->links[i]));
		put_reference(out, " ", holder(t, plan->links[i].element));
	}
	buf_putc(out, ']');
	add_object(t, t->owners);
}

/* ---- the tree ---- */

/* Numbers for all, and the kids of each together. */
static int
gather(struct tree *t, size_t first)
{
	const struct pdf_plan *plan = t->plan;
	size_t next = first + OBJECTS_BEFORE;

	t->numbers = calloc(plan->element_count + 1, sizeof *t->numbers);
	t->first = calloc(plan->element_count + 3, sizeof *t->first);
	t->kids = calloc(plan->kid_count + 1, sizeof *t->kids);
	if (t->numbers == NULL || t->first == NULL || t->kids == NULL)
		return -1;
	for (size_t i = 0; i < plan->element_count; i++) {
		t->numbers[i] = next;
		next += 1 + has_body(&plan->elements[i]);
	}
	/* Sorted by counting: parent -1, the document, comes first. */
	for (size_t i = 0; i < plan->kid_count; i++)
		t->first[plan->kids[i].parent + 2]++;
	for (size_t i = 1; i < plan->element_count + 2; i++)
		t->first[i] += t->first[i - 1];
	for (size_t i = 0; i < plan->kid_count; i++)
		t->kids[t->first[plan->kids[i].parent + 1]++] = i;
	memmove(t->first + 1, t->first, (plan->element_count + 1) * sizeof *t->first);
	t->first[0] = 0;
	return 0;
}

int
haru_structure(struct writer *w, struct pack *p, size_t first)
{
	struct tree t = { .w = w, .plan = w->plan, .pack = p, .root = haru_number(w->structure),
		.document = first, .owners = first + 1 };
	int status = gather(&t, first);

	buf_init(&t.text);
	if (status == 0) {
		put_reference(&t.text, "<</Type/StructTreeRoot/ParentTree ", t.owners);
		put_reference(&t.text, "/K[", t.document);
		buf_printf(
		    &t.text, "]/ParentTreeNextKey %zu", (size_t)w->plan->page_count + w->plan->link_count);
		add_object(&t, t.root);
		put_reference(&t.text, "<</S/Document/P ", t.root);
		put_kids(&t, &t.text, -1);
		add_object(&t, t.document);
		add_owners(&t);
		for (size_t i = 0; i < w->plan->element_count; i++)
			add_element(&t, (int)i);
		if (buf_failed(&t.text))
			status = -1;
	}
	buf_finish(&t.text);
	free(t.numbers);
	free(t.first);
	free(t.kids);
	return status;
}
