#include <stdlib.h>
#include "report/haru.h"
#include "viva/err.h"

static HPDF_Dict
new_element(struct writer *w, const char *type, HPDF_Dict parent)
{
	HPDF_Dict e = haru_new_dict(w);

	haru_name(w, e, "S", type);     /* the /Type may be left out, and there are many */
	haru_put(w, e, "P", parent);
	return e;
}

static HPDF_Array
kids_of(struct writer *w, HPDF_Dict dict)
{
	HPDF_Array kids = dict != NULL ? HPDF_Dict_GetItem(dict, "K", HPDF_OCLASS_ARRAY) : NULL;

	return kids != NULL ? kids : haru_array(w, dict, "K");
}

static void
table_scope(struct writer *w, HPDF_Dict element, const char *scope)
{
	HPDF_Dict attributes = haru_dict(w, element, "A");

	haru_name(w, attributes, "O", "Table");
	haru_name(w, attributes, "Scope", scope);
}

static void
figure_place(struct writer *w, HPDF_Dict element, const struct pdf_element *e)
{
	HPDF_Dict attributes = haru_dict(w, element, "A");
	HPDF_Array box;

	haru_name(w, attributes, "O", "Layout");
	haru_name(w, attributes, "Placement", "Block");
	box = haru_array(w, attributes, "BBox");
	haru_append_real(w, box, e->box.left);
	haru_append_real(w, box, e->page_height - e->box.bottom);
	haru_append_real(w, box, e->box.right);
	haru_append_real(w, box, e->page_height - e->box.top);
}

static void
add_element(struct writer *w, size_t index, HPDF_Dict document)
{
	const struct pdf_element *e = &w->plan->elements[index];
	HPDF_Dict parent = e->parent < 0 ? document : w->holders[e->parent];

	w->elements[index] = w->holders[index] = new_element(w, dl_tag_name(e->tag), parent);
	if (e->alt != NULL)
		haru_text(w, w->elements[index], "Alt", e->alt);
	if (e->actual != NULL)
		haru_text(w, w->elements[index], "ActualText", e->actual);
	if (e->tag == TAG_TH || e->tag == TAG_TH_ROW)
		table_scope(w, w->elements[index], e->tag == TAG_TH ? "Column" : "Row");
	if (e->tag == TAG_FIGURE && e->has_box)
		figure_place(w, w->elements[index], e);
	haru_append(w, kids_of(w, parent), w->elements[index]);
	if (e->tag == TAG_LI) {         /* a list item holds its text in a body */
		w->holders[index] = new_element(w, "LBody", w->elements[index]);
		haru_append(w, kids_of(w, w->elements[index]), w->holders[index]);
	}
}

/* A marked piece of a page, in its element and in the page's list of owners. */
static void
add_marked(struct writer *w, const struct pdf_kid *kid, HPDF_Array *owners)
{
	HPDF_Dict holder = w->holders[kid->parent], reference;
	HPDF_Dict page = w->mark_pages[kid->parent];

	if (page == NULL) {             /* an element's first mark says its page, and most have no other */
		page = w->mark_pages[kid->parent] = w->pages[kid->page];
		haru_put(w, holder, "Pg", page);
	}
	if (page == w->pages[kid->page]) {
		haru_append_number(w, kids_of(w, holder), kid->mark);
	} else {
		reference = HPDF_Dict_New(w->doc->mmgr);
		haru_name(w, reference, "Type", "MCR");
		haru_put(w, reference, "Pg", w->pages[kid->page]);
		haru_integer(w, reference, "MCID", kid->mark);
		haru_append(w, kids_of(w, holder), reference);
	}
	haru_append(w, owners[kid->page], w->holders[kid->parent]);     /* marks come in order */
}

/* A place that leads elsewhere, in its element; `key` is its own in the list of owners. */
static void
add_link(struct writer *w, const struct pdf_kid *kid, int key, HPDF_Array numbers)
{
	HPDF_Dict reference = HPDF_Dict_New(w->doc->mmgr), link = w->links[kid->link];

	haru_name(w, reference, "Type", "OBJR");
	haru_put(w, reference, "Pg", w->pages[kid->page]);
	haru_put(w, reference, "Obj", link);
	haru_append(w, kids_of(w, w->holders[kid->parent]), reference);
	haru_integer(w, link, "StructParent", key);
	haru_append_number(w, numbers, key);
	haru_append(w, numbers, w->holders[kid->parent]);
}

int
haru_structure(struct writer *w)
{
	const struct pdf_plan *plan = w->plan;
	HPDF_Dict root = haru_new_dict(w), document = new_element(w, "Document", root);
	HPDF_Dict parents = haru_new_dict(w);
	HPDF_Array numbers = haru_array(w, parents, "Nums"), *owners;
	int key = plan->page_count;     /* pages have the first keys of the list of owners */

	owners = calloc((size_t)plan->page_count, sizeof(HPDF_Array));
	w->elements = calloc(plan->element_count + 1, sizeof(HPDF_Dict));
	w->holders = calloc(plan->element_count + 1, sizeof(HPDF_Dict));
	w->mark_pages = calloc(plan->element_count + 1, sizeof(HPDF_Page));
	if (owners == NULL || w->elements == NULL || w->holders == NULL || w->mark_pages == NULL) {
		free(owners);
		return err_memory(w->err);
	}
	for (int i = 0; i < plan->page_count; i++) {
		haru_append_number(w, numbers, i);
		owners[i] = HPDF_Array_New(w->doc->mmgr);
		haru_append(w, numbers, owners[i]);
	}
	haru_name(w, root, "Type", "StructTreeRoot");
	haru_put(w, root, "ParentTree", parents);
	haru_append(w, haru_array(w, root, "K"), document);
	/* Kids stand in reading order, an element before what it holds. */
	for (size_t i = 0; i < plan->kid_count && !w->failed; i++) {
		const struct pdf_kid *kid = &plan->kids[i];

		if (kid->element >= 0)
			add_element(w, (size_t)kid->element, document);
		else if (kid->link >= 0)
			add_link(w, kid, key++, numbers);
		else
			add_marked(w, kid, owners);
	}
	haru_integer(w, root, "ParentTreeNextKey", key);
	haru_put(w, w->doc->catalog, "StructTreeRoot", root);
	free(owners);
	return 0;
}
