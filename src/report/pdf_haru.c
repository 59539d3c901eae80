#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <hpdf.h>
#include <hpdf_info.h>
#include "report/check.h"
#include "report/pdf.h"
#include "report/subset.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/report.h"

/*
 * The one file that knows libharu.  libharu keeps the objects, pages, outline, compression and
 * cross references; fonts and text go around its own layer, which drops diacritics, cannot leave
 * the first plane and writes a ToUnicode map that readers complain of.  So the font dictionaries
 * are put together here, and page contents arrive ready made from pdf_content.c.
 *
 * libharu's error state is sticky and there is no handler, so one look at it at the end suffices;
 * only its null pointers must not be handed on, which put() and array_put() see to.
 */
struct writer {
	HPDF_Doc doc;
	const struct pdf_plan *plan;
	HPDF_Page *pages;
	HPDF_Dict fonts[FONT_FILE_COUNT];
	HPDF_Dict *elements;            /* of the structure tree, by index in the plan */
	HPDF_Dict *holders; /* what holds the element's kids: itself, or the body of a list item */
	bool failed;                    /* out of memory */
	struct err *err;
};

/* ---- objects ---- */

/* Adds `obj` to `dict` under `key`; dict owns it, or refers to it if it stands in the cross references. */
static void
put(struct writer *w, HPDF_Dict dict, const char *key, void *obj)
{
	if (dict == NULL || obj == NULL || HPDF_Dict_Add(dict, key, obj) != HPDF_OK)
		w->failed = true;
}

static void
put_name(struct writer *w, HPDF_Dict dict, const char *key, const char *name)
{
	if (dict == NULL || HPDF_Dict_AddName(dict, key, name) != HPDF_OK)
		w->failed = true;
}

static void
put_integer(struct writer *w, HPDF_Dict dict, const char *key, int value)
{
	if (dict == NULL || HPDF_Dict_AddNumber(dict, key, value) != HPDF_OK)
		w->failed = true;
}

static void
array_put(struct writer *w, HPDF_Array array, void *obj)
{
	if (array == NULL || obj == NULL || HPDF_Array_Add(array, obj) != HPDF_OK)
		w->failed = true;
}

static void
array_put_number(struct writer *w, HPDF_Array array, int value)
{
	if (array == NULL || HPDF_Array_AddNumber(array, value) != HPDF_OK)
		w->failed = true;
}

static HPDF_Array
put_array(struct writer *w, HPDF_Dict dict, const char *key)
{
	HPDF_Array array = HPDF_Array_New(w->doc->mmgr);

	put(w, dict, key, array);
	return array;
}

static HPDF_Dict
put_dict(struct writer *w, HPDF_Dict dict, const char *key)
{
	HPDF_Dict inner = HPDF_Dict_New(w->doc->mmgr);

	put(w, dict, key, inner);
	return inner;
}

/* A dictionary with a number of its own in the file. */
static HPDF_Dict
new_dict(struct writer *w)
{
	HPDF_Dict dict = HPDF_Dict_New(w->doc->mmgr);

	if (dict == NULL || HPDF_Xref_Add(w->doc->xref, dict) != HPDF_OK) {
		w->failed = true;
		return NULL;
	}
	return dict;
}

static HPDF_Dict
new_stream(struct writer *w, const void *data, size_t len)
{
	HPDF_Dict dict = HPDF_DictStream_New(w->doc->mmgr, w->doc->xref);

	if (dict == NULL || HPDF_Stream_Write(dict->stream, data, (HPDF_UINT)len) != HPDF_OK) {
		w->failed = true;
		return NULL;
	}
	dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	return dict;
}

/* Text for people, as opposed to names and drawn text. */
static void
put_text(struct writer *w, HPDF_Dict dict, const char *key, const char *text)
{
	struct buf utf16;

	buf_init(&utf16);
	buf_add(&utf16, "\xFE\xFF", 2);
	pdf_put_utf16(&utf16, text, strlen(text));
	if (buf_failed(&utf16))
		w->failed = true;
	else
		put(w, dict, key,
		    HPDF_Binary_New(w->doc->mmgr, (HPDF_BYTE *)utf16.data, (HPDF_UINT)utf16.len));
	buf_finish(&utf16);
}

/* ---- fonts ---- */

/* "QWERTY+Lato-Bold": six letters that tell this subset from others, from its glyphs (FNV-1a). */
static void
subset_name(char name[HPDF_LIMIT_MAX_NAME_LEN + 1], const struct pdf_font *font, const char *face)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < font->count; i++)
		hash = (hash ^ font->codes[i].glyph) * 1099511628211u;
	for (int i = 0; i < 6; i++, hash /= 26)
		name[i] = (char)('A' + hash % 26);
	name[6] = '+';
	snprintf(name + 7, HPDF_LIMIT_MAX_NAME_LEN + 1 - 7, "%s", face);
}

static HPDF_Dict
new_descriptor(struct writer *w, const struct font_info *info, const char *name, const struct buf *program)
{
	enum { FIXED_PITCH = 1, SYMBOLIC = 4, STEM_REGULAR = 80, STEM_BOLD = 140 };
	HPDF_Dict d = new_dict(w), file = new_stream(w, program->data, program->len);
	HPDF_Array box;

	put_name(w, d, "Type", "FontDescriptor");
	put_name(w, d, "FontName", name);
	put_integer(w, d, "Flags", SYMBOLIC | (info->fixed_width ? FIXED_PITCH : 0));
	box = put_array(w, d, "FontBBox");
	for (int i = 0; i < 4; i++)
		array_put_number(w, box, info->box[i]);
	put_integer(w, d, "ItalicAngle", 0);
	put_integer(w, d, "Ascent", info->ascent);
	put_integer(w, d, "Descent", info->descent);
	put_integer(w, d, "CapHeight", info->cap_height);
	put_integer(w, d, "StemV", info->bold ? STEM_BOLD : STEM_REGULAR);
	put_integer(w, file, "Length1", (int)program->len);
	put(w, d, "FontFile2", file);
	return d;
}

static HPDF_Dict
new_cid_font(struct writer *w, enum font_file file, const char *name, const struct buf *program,
    const struct buf *code_to_glyph)
{
	const struct pdf_font *font = &w->plan->fonts[file];
	const struct fonts *fonts = w->plan->dl->fonts;
	HPDF_Dict d = new_dict(w), system;
	HPDF_Array ranges, widths;

	put_name(w, d, "Type", "Font");
	put_name(w, d, "Subtype", "CIDFontType2");
	put_name(w, d, "BaseFont", name);
	system = put_dict(w, d, "CIDSystemInfo");
	put(w, system, "Registry", HPDF_String_New(w->doc->mmgr, "Adobe", NULL));
	put(w, system, "Ordering", HPDF_String_New(w->doc->mmgr, "Identity", NULL));
	put_integer(w, system, "Supplement", 0);
	put(w, d, "FontDescriptor", new_descriptor(w, font_info(fonts, file), name, program));
	ranges = put_array(w, d, "W");
	array_put_number(w, ranges, 1);
	widths = HPDF_Array_New(w->doc->mmgr);
	for (size_t i = 0; i < font->count && widths != NULL; i++) {
		double width = 1000 * font_advance(fonts, file, font->codes[i].glyph);

		array_put(w, widths, HPDF_Real_New(w->doc->mmgr, (HPDF_REAL)(round(width * 100) / 100)));
	}
	array_put(w, ranges, widths);
	put(w, d, "CIDToGIDMap", new_stream(w, code_to_glyph->data, code_to_glyph->len));
	return d;
}

static int
build_font(struct writer *w, enum font_file file)
{
	const struct pdf_font *font = &w->plan->fonts[file];
	char name[HPDF_LIMIT_MAX_NAME_LEN + 1];
	uint16_t *ids = calloc(font->count, sizeof *ids), *new_ids = calloc(font->count, sizeof *new_ids);
	struct buf program, code_to_glyph, to_unicode;
	int status = -1;

	buf_init(&program);
	buf_init(&code_to_glyph);
	buf_init(&to_unicode);
	if (ids == NULL || new_ids == NULL) {
		err_memory(w->err);
		goto out;
	}
	for (size_t i = 0; i < font->count; i++)
		ids[i] = font->codes[i].glyph;
	if (font_subset(&program, file, ids, font->count, new_ids, w->err) != 0)
		goto out;
	buf_add(&code_to_glyph, "\0\0", 2);
	for (size_t i = 0; i < font->count; i++) {
		buf_putc(&code_to_glyph, (char)(new_ids[i] >> 8));
		buf_putc(&code_to_glyph, (char)(new_ids[i] & 0xFF));
	}
	pdf_put_to_unicode(&to_unicode, font);
	if (buf_failed(&program) || buf_failed(&code_to_glyph) || buf_failed(&to_unicode)) {
		err_memory(w->err);
		goto out;
	}
	subset_name(name, font, font_info(w->plan->dl->fonts, file)->name);
	w->fonts[file] = new_dict(w);
	put_name(w, w->fonts[file], "Type", "Font");
	put_name(w, w->fonts[file], "Subtype", "Type0");
	put_name(w, w->fonts[file], "BaseFont", name);
	put_name(w, w->fonts[file], "Encoding", "Identity-H");
	array_put(w, put_array(w, w->fonts[file], "DescendantFonts"),
	    new_cid_font(w, file, name, &program, &code_to_glyph));
	put(w, w->fonts[file], "ToUnicode", new_stream(w, to_unicode.data, to_unicode.len));
	status = 0;
out:
	free(ids);
	free(new_ids);
	buf_finish(&program);
	buf_finish(&code_to_glyph);
	buf_finish(&to_unicode);
	return status;
}

/* ---- pages ---- */

static void
add_page(struct writer *w, int number, const struct dl_op *op)
{
	const struct buf *content = &w->plan->pages[number];
	HPDF_Page page = HPDF_AddPage(w->doc);
	HPDF_Dict resources, fonts;

	w->pages[number] = page;
	if (page == NULL) {
		w->failed = true;
		return;
	}
	HPDF_Page_SetWidth(page, (HPDF_REAL)op->w);
	HPDF_Page_SetHeight(page, (HPDF_REAL)op->h);
	HPDF_Stream_Write(((HPDF_PageAttr)page->attr)->stream, (const HPDF_BYTE *)buf_text(content),
	    (HPDF_UINT)content->len);
	resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
	fonts = put_dict(w, resources, "Font");
	for (int i = 0; i < FONT_FILE_COUNT; i++) {
		char name[8] = { 'F', (char)('0' + i), '\0' };

		if (w->fonts[i] != NULL)
			put(w, fonts, name, w->fonts[i]);
	}
	put_integer(w, page, "StructParents", number);
	put_name(w, page, "Tabs", "S");
}

static HPDF_Destination
destination(struct writer *w, int page, double page_height, double y)
{
	HPDF_Destination d = w->pages[page] != NULL ? HPDF_Page_CreateDestination(w->pages[page]) : NULL;

	if (d == NULL || HPDF_Destination_SetXYZ(d, 0, (HPDF_REAL)(page_height - y), 1) != HPDF_OK)
		w->failed = true;
	return d;
}

static void
add_bookmark(struct writer *w, int page, double page_height, const struct dl_op *op)
{
	HPDF_Outline mark = HPDF_CreateOutline(w->doc, NULL, "-", NULL);

	put_text(w, mark, "Title", op->text);
	if (mark != NULL)
		HPDF_Outline_SetDestination(mark, destination(w, page, page_height, op->y));
}

static void
add_link(struct writer *w, int page, const double *heights, const struct dl_op *op)
{
	HPDF_Rect area = { (HPDF_REAL)op->x, (HPDF_REAL)(heights[page] - op->y - op->h),
		(HPDF_REAL)(op->x + op->w), (HPDF_REAL)(heights[page] - op->y) };
	HPDF_Destination to = destination(w, op->target - 1, heights[op->target - 1], op->target_y);
	HPDF_Annotation link =
	    w->pages[page] != NULL ? HPDF_Page_CreateLinkAnnot(w->pages[page], area, to) : NULL;

	if (link == NULL || HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0) != HPDF_OK)
		w->failed = true;
}

static int
build_pages(struct writer *w)
{
	const struct display_list *dl = w->plan->dl;
	double *heights = calloc((size_t)dl->pages, sizeof *heights);
	int page = -1;

	w->pages = calloc((size_t)dl->pages, sizeof(HPDF_Page));
	if (w->pages == NULL || heights == NULL) {
		free(heights);
		return err_memory(w->err);
	}
	for (size_t i = 0; i < dl->count; i++) {
		if (dl->ops[i].kind != DL_PAGE)
			continue;
		heights[++page] = dl->ops[i].h;
		add_page(w, page, &dl->ops[i]);
	}
	/* Only now: a link may lead to a later page. */
	page = -1;
	for (size_t i = 0; i < dl->count && !w->failed; i++) {
		const struct dl_op *op = &dl->ops[i];

		if (op->kind == DL_PAGE)
			page++;
		else if (op->kind == DL_BOOKMARK)
			add_bookmark(w, page, heights[page], op);
		else if (op->kind == DL_LINK)
			add_link(w, page, heights, op);
	}
	free(heights);
	return 0;
}

/* ---- structure ---- */

static HPDF_Dict
new_element(struct writer *w, const char *type, HPDF_Dict parent)
{
	HPDF_Dict e = new_dict(w);

	put_name(w, e, "Type", "StructElem");
	put_name(w, e, "S", type);
	put(w, e, "P", parent);
	return e;
}

static HPDF_Array
kids_of(struct writer *w, HPDF_Dict dict)
{
	HPDF_Array kids = dict != NULL ? HPDF_Dict_GetItem(dict, "K", HPDF_OCLASS_ARRAY) : NULL;

	return kids != NULL ? kids : put_array(w, dict, "K");
}

static void
add_element(struct writer *w, size_t index, HPDF_Dict document)
{
	const struct pdf_element *e = &w->plan->elements[index];
	HPDF_Dict parent = e->parent < 0 ? document : w->holders[e->parent];

	w->elements[index] = w->holders[index] = new_element(w, dl_tag_name(e->tag), parent);
	if (e->alt != NULL)
		put_text(w, w->elements[index], "Alt", e->alt);
	if (e->tag == TAG_TH) {
		HPDF_Dict attributes = put_dict(w, w->elements[index], "A");

		put_name(w, attributes, "O", "Table");
		put_name(w, attributes, "Scope", "Column");
	}
	array_put(w, kids_of(w, parent), w->elements[index]);
	if (e->tag == TAG_LI) {         /* a list item holds its text in a body */
		w->holders[index] = new_element(w, "LBody", w->elements[index]);
		array_put(w, kids_of(w, w->elements[index]), w->holders[index]);
	}
}

/* A marked piece of a page, in its element and in the page's list of owners. */
static void
add_marked(struct writer *w, const struct pdf_kid *kid, HPDF_Array *owners)
{
	HPDF_Dict reference = HPDF_Dict_New(w->doc->mmgr);

	put_name(w, reference, "Type", "MCR");
	put(w, reference, "Pg", w->pages[kid->page]);
	put_integer(w, reference, "MCID", kid->mark);
	array_put(w, kids_of(w, w->holders[kid->parent]), reference);
	array_put(w, owners[kid->page], w->holders[kid->parent]);       /* marks come in order */
}

static int
build_structure(struct writer *w)
{
	const struct pdf_plan *plan = w->plan;
	HPDF_Dict root = new_dict(w), document = new_element(w, "Document", root), parents = new_dict(w);
	HPDF_Array numbers = put_array(w, parents, "Nums"), *owners;

	owners = calloc((size_t)plan->page_count, sizeof(HPDF_Array));
	w->elements = calloc(plan->element_count + 1, sizeof(HPDF_Dict));
	w->holders = calloc(plan->element_count + 1, sizeof(HPDF_Dict));
	if (owners == NULL || w->elements == NULL || w->holders == NULL) {
		free(owners);
		return err_memory(w->err);
	}
	for (int i = 0; i < plan->page_count; i++) {
		array_put_number(w, numbers, i);
		owners[i] = HPDF_Array_New(w->doc->mmgr);
		array_put(w, numbers, owners[i]);
	}
	put_name(w, root, "Type", "StructTreeRoot");
	put(w, root, "ParentTree", parents);
	put_integer(w, root, "ParentTreeNextKey", plan->page_count);
	array_put(w, put_array(w, root, "K"), document);
	/* Kids stand in reading order, an element before what it holds. */
	for (size_t i = 0; i < plan->kid_count && !w->failed; i++) {
		if (plan->kids[i].element >= 0)
			add_element(w, (size_t)plan->kids[i].element, document);
		else
			add_marked(w, &plan->kids[i], owners);
	}
	put(w, w->doc->catalog, "StructTreeRoot", root);
	free(owners);
	return 0;
}

/* ---- the document ---- */

static void
build_catalog(struct writer *w)
{
	const struct display_list *dl = w->plan->dl;
	HPDF_Dict catalog = w->doc->catalog, marks = put_dict(w, catalog, "MarkInfo"), preferences;

	if (marks == NULL || HPDF_Dict_AddBoolean(marks, "Marked", HPDF_TRUE) != HPDF_OK)
		w->failed = true;
	preferences = put_dict(w, catalog, "ViewerPreferences");
	if (preferences == NULL || HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE) != HPDF_OK)
		w->failed = true;
	put(w, catalog, "Lang", HPDF_String_New(w->doc->mmgr, dl->lang, NULL));
	put_text(w, w->doc->info, "Title", dl->title);
	put_text(w, w->doc->info, "Subject", dl->subject);
	put_text(w, w->doc->info, "Author", dl->author);
	put_text(w, w->doc->info, "Creator", dl->author);
	w->doc->pdf_version = HPDF_VER_17;
}

static int
save(struct writer *w, struct buf *out)
{
	HPDF_BYTE chunk[8192];
	HPDF_UINT32 size;

	if (w->failed || HPDF_SaveToStream(w->doc) != HPDF_OK || HPDF_ResetStream(w->doc) != HPDF_OK)
		return err_set(w->err, EXIT_IO, "the PDF library gave up (error 0x%04lX)",
		    (unsigned long)HPDF_GetError(w->doc));
	do {
		size = sizeof chunk;
		HPDF_ReadFromStream(w->doc, chunk, &size);
		buf_add(out, chunk, size);
	} while (size == sizeof chunk);
	return buf_failed(out) ? err_memory(w->err) : 0;
}

static int
write_document(struct writer *w, struct buf *out)
{
	HPDF_SetCompressionMode(w->doc, HPDF_COMP_TEXT);
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		if (w->plan->fonts[i].count > 0 && build_font(w, (enum font_file)i) != 0)
			return -1;
	if (build_pages(w) != 0 || build_structure(w) != 0)
		return -1;
	build_catalog(w);
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
	w.doc = HPDF_New(NULL, NULL);
	w.plan = &plan;
	if (pdf_plan(&plan, dl) != 0 || w.doc == NULL) {
		err_memory(err);
		goto out;
	}
	status = write_document(&w, out);
out:
	if (w.doc != NULL)
		HPDF_Free(w.doc);
	pdf_plan_finish(&plan);
	free(w.pages);
	free(w.elements);
	free(w.holders);
	return status;
}
