#include <string.h>
#include "report/haru.h"
#include "report/xml.h"
#include "viva/buf.h"
#include "viva/err.h"

/* A property in one of the containers that XMP asks for. */
static void
put_property(struct buf *out, const char *name, const char *container, const char *item, const char *value)
{
	buf_printf(out, "<%s><rdf:%s><rdf:li%s>", name, container, item);
	put_xml(out, value);
	buf_printf(out, "</rdf:li></rdf:%s></%s>\n", container, name);
}

/* XMP (ISO 16684-1).  Without dates: the same data give the same file. */
static void
put_xmp(struct buf *out, const struct display_list *dl)
{
	buf_puts(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
	    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
	    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
	    "<dc:format>application/pdf</dc:format>\n");
	put_property(out, "dc:title", "Alt", " xml:lang=\"x-default\"", dl->title);
	if (dl->subject[0] != '\0')
		put_property(out, "dc:description", "Alt", " xml:lang=\"x-default\"", dl->subject);
	put_property(out, "dc:creator", "Seq", "", dl->author);
	put_property(out, "dc:language", "Bag", "", dl->lang);
	buf_puts(out, "<xmp:CreatorTool>");
	put_xml(out, dl->author);
	buf_puts(out, "</xmp:CreatorTool>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
	    "<?xpacket end=\"r\"?>\n");
}

static void
add_xmp(struct writer *w)
{
	struct buf xmp;
	HPDF_Dict stream;

	buf_init(&xmp);
	put_xmp(&xmp, w->plan->dl);
	/* As it is: some look for it in the bytes. */
	stream = haru_new_stream(w, "/Type/Metadata/Subtype/XML", &xmp, false);
	haru_put(w, w->doc->catalog, "Metadata", stream);
}

void
haru_metadata(struct writer *w)
{
	const struct display_list *dl = w->plan->dl;
	HPDF_Dict catalog = w->doc->catalog, marks = haru_dict(w, catalog, "MarkInfo"), preferences;

	if (marks == NULL || HPDF_Dict_AddBoolean(marks, "Marked", HPDF_TRUE) != HPDF_OK)
		w->failed = true;
	preferences = haru_dict(w, catalog, "ViewerPreferences");
	if (preferences == NULL || HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE) != HPDF_OK)
		w->failed = true;
	if (HPDF_AddPageLabel(w->doc, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, NULL) != HPDF_OK)
		w->failed = true;
	haru_put(w, catalog, "Lang", HPDF_String_New(w->doc->mmgr, dl->lang, NULL));
	haru_text(w, w->doc->info, "Title", dl->title);
	haru_text(w, w->doc->info, "Subject", dl->subject);
	haru_text(w, w->doc->info, "Author", dl->author);
	haru_text(w, w->doc->info, "Creator", dl->author);
	w->doc->pdf_version = HPDF_VER_17;
	add_xmp(w);
}
