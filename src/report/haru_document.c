#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/check.h"
#include "report/haru.h"
#include "report/haru_memory.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/digest.h"
#include "viva/err.h"
#include "viva/report.h"

/* ---- pages ---- */

static void
add_page(struct writer *w, int number, const struct dl_op *op)
{
	HPDF_Page page = w->failed ? NULL : HPDF_AddPage(w->doc);
	HPDF_Dict resources, fonts;

	w->pages[number] = page;
	if (page == NULL) {
		w->failed = true;
		return;
	}
	if (HPDF_Page_SetWidth(page, (HPDF_REAL)op->w) != HPDF_OK ||
	    HPDF_Page_SetHeight(page, (HPDF_REAL)op->h) != HPDF_OK)
		w->failed = true;
	haru_own(w, ((HPDF_PageAttr)page->attr)->contents, "", &w->plan->pages[number], true);
	resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
	fonts = haru_dict(w, resources, "Font");
	for (int i = 0; i < FONT_FILE_COUNT; i++) {
		char name[8] = { 'F', (char)('0' + i), '\0' };

		if (w->fonts[i] != NULL)
			haru_put(w, fonts, name, w->fonts[i]);
	}
	haru_integer(w, page, "StructParents", number);
	haru_name(w, page, "Tabs", "S");
}

static HPDF_Destination
destination(struct writer *w, int page, double y)
{
	HPDF_Destination d = w->pages[page] != NULL ? HPDF_Page_CreateDestination(w->pages[page]) : NULL;

	if (d == NULL || HPDF_Destination_SetXYZ(d, 0, (HPDF_REAL)(w->heights[page] - y), 1) != HPDF_OK)
		w->failed = true;
	return d;
}

#define BOOKMARK_DEPTH_MAX 4

/* `above` holds the last bookmark of each depth. */
static void
add_bookmark(struct writer *w, int page, const struct dl_op *op, HPDF_Outline above[BOOKMARK_DEPTH_MAX])
{
	int depth = op->depth < BOOKMARK_DEPTH_MAX ? op->depth : BOOKMARK_DEPTH_MAX - 1;
	HPDF_Outline parent = depth > 0 ? above[depth - 1] : NULL;
	HPDF_Outline mark = w->failed ? NULL : HPDF_CreateOutline(w->doc, parent, "-", NULL);

	haru_text(w, mark, "Title", op->text);
	if (!w->failed && HPDF_Outline_SetDestination(mark, destination(w, page, op->y)) != HPDF_OK)
		w->failed = true;
	above[depth] = mark;
}

/* What a link says of itself: the words of its element, else the page it leads to. */
static void
link_contents(struct writer *w, HPDF_Annotation annotation, const struct pdf_link *link)
{
	char page[32];
	const char *alt = link->element >= 0 ? w->plan->elements[link->element].alt : NULL;

	snprintf(page, sizeof page, "Page %d", link->op->target);
	haru_text(w, annotation, "Contents", alt != NULL ? alt : page);
}

static HPDF_Annotation
add_link(struct writer *w, const struct pdf_link *link)
{
	enum { PRINT = 4 };
	const struct dl_op *op = link->op;
	double height = w->heights[link->page];
	HPDF_Rect area = { (HPDF_REAL)op->x, (HPDF_REAL)(height - op->y - op->h), (HPDF_REAL)(op->x + op->w),
		(HPDF_REAL)(height - op->y) };
	HPDF_Destination to = destination(w, op->target - 1, op->target_y);
	HPDF_Annotation annotation =
	    w->pages[link->page] != NULL ? HPDF_Page_CreateLinkAnnot(w->pages[link->page], area, to) : NULL;

	if (annotation == NULL || HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0) != HPDF_OK) {
		w->failed = true;
		return NULL;
	}
	haru_integer(w, annotation, "F", PRINT);
	if (link->element >= 0)
		haru_integer(w, annotation, "StructParent", pdf_link_key(w->plan, link));
	link_contents(w, annotation, link);
	return annotation;
}

static int
build_pages(struct writer *w)
{
	const struct pdf_plan *plan = w->plan;
	const struct display_list *dl = plan->dl;
	HPDF_Outline above[BOOKMARK_DEPTH_MAX] = { NULL };
	int page = -1;

	w->pages = calloc((size_t)dl->pages, sizeof *w->pages);
	w->heights = calloc((size_t)dl->pages, sizeof *w->heights);
	w->links = calloc(plan->link_count + 1, sizeof *w->links);
	if (w->pages == NULL || w->heights == NULL || w->links == NULL)
		return err_memory(w->err);
	for (size_t i = 0; i < dl->count; i++) {
		if (dl->ops[i].kind != DL_PAGE)
			continue;
		w->heights[++page] = dl->ops[i].h;
		add_page(w, page, &dl->ops[i]);
	}
	/* Only now: a link may lead to a later page. */
	page = -1;
	for (size_t i = 0; i < dl->count && !w->failed; i++) {
		page += dl->ops[i].kind == DL_PAGE;
		if (dl->ops[i].kind == DL_BOOKMARK)
			add_bookmark(w, page, &dl->ops[i], above);
	}
	for (size_t i = 0; i < plan->link_count && !w->failed; i++)
		w->links[i] = add_link(w, &plan->links[i]);
	return 0;
}

/* ---- the document ---- */

static int
save(struct writer *w, struct buf *out)
{
	HPDF_BYTE chunk[8192];
	HPDF_UINT32 size;
	struct buf saved;
	int status;

	if (w->failed)
		return err_memory(w->err);
	if (HPDF_SaveToStream(w->doc) != HPDF_OK || HPDF_ResetStream(w->doc) != HPDF_OK)
		return err_set(w->err, EXIT_IO, "the PDF library gave up (error 0x%04lX)",
		    (unsigned long)HPDF_GetError(w->doc));
	buf_init(&saved);
	do {
		size = sizeof chunk;
		HPDF_ReadFromStream(w->doc, chunk, &size);
		buf_add(&saved, chunk, size);
	} while (size == sizeof chunk);
	status = buf_failed(&saved) ? err_memory(w->err) : haru_pack(w, &saved, out);
	buf_finish(&saved);
	return status;
}

/* The file's identifier: of what it shows, so that no clock comes into it. */
static void
make_id(struct writer *w)
{
	const struct pdf_plan *plan = w->plan;
	uint8_t digest[DIGEST_BYTES];
	struct buf all;

	buf_init(&all);
	buf_puts(&all, plan->dl->title);
	for (int i = 0; i < plan->page_count; i++) {
		digest_sha256(digest, buf_text(&plan->pages[i]), plan->pages[i].len);
		buf_add(&all, digest, sizeof digest);
	}
	digest_sha256(digest, buf_text(&all), all.len);
	memcpy(w->id, digest, sizeof w->id);
	w->failed = w->failed || buf_failed(&all);
	buf_finish(&all);
}

static int
write_document(struct writer *w, struct buf *out)
{
	make_id(w);
	if (haru_fonts(w) != 0 || build_pages(w) != 0)
		return -1;
	w->structure = haru_new_dict(w);
	haru_put(w, w->doc->catalog, "StructTreeRoot", w->structure);
	haru_metadata(w);
	return save(w, out);
}

int
report_render_pdf(struct buf *out, const struct display_list *dl, struct err *err)
{
	struct writer w = { .err = err };
	struct pdf_plan plan = { .pages = NULL };
	int status = -1;

	if (report_check(dl, err) != 0)
		return -1;
	w.doc = HPDF_NewEx(NULL, haru_malloc, haru_free, 0, NULL);
	w.arena = arena_new();
	w.plan = &plan;
	if (pdf_plan(&plan, dl) != 0 || w.doc == NULL || w.arena == NULL) {
		err_memory(err);
		goto out;
	}
	status = write_document(&w, out);
out:
	if (w.doc != NULL)
		HPDF_Free(w.doc);
	haru_free_rest();
	pdf_plan_finish(&plan);
	free(w.pages);
	free(w.heights);
	free(w.links);
	for (size_t i = 0; i < w.own_count; i++)
		buf_finish(&w.own[i].data);
	free(w.own);
	arena_free(w.arena);
	return status;
}
