#ifndef VIVA_REPORT_HARU_H
#define VIVA_REPORT_HARU_H
#include <hpdf.h>
#include <hpdf_info.h>
#include "report/pdf.h"
#include "viva/buf.h"
struct arena;
struct err;
/*
 * The one way to libharu; haru_*.c see no other.  libharu keeps the document together: catalogue, pages,
 * outline, links, font dictionaries, numbers.  Three things go around it.  Fonts and text, for its own layer
 * drops diacritics, cannot leave the first plane and writes a ToUnicode map that readers complain of.
 * Streams, which it would copy and compress where they are compressed already.  And the structure tree, of
 * hundreds of elements on a page, each of which would be two thousand bytes of its objects.  For these it
 * holds empty dictionaries, and haru_pack() writes what belongs into them (`struct own`).
 *
 * libharu's error state is sticky and there is no handler, so one look at it at the end suffices;
 * only its null pointers must not be handed on, which haru_put() and haru_append() see to.
 */

/* What object `number` holds in the file. */
struct own {
	size_t number;
	const char *words;              /* of its dictionary, from the writer's arena */
	struct buf data;                /* of its stream, as it is written */
	bool deflated;
};

struct writer {
	HPDF_Doc doc;
	struct pdf_plan *plan;
	struct arena *arena;
	HPDF_Page *pages;
	double *heights;                /* of the pages */
	HPDF_Dict fonts[FONT_FILE_COUNT];
	HPDF_Annotation *links;         /* by index in the plan */
	HPDF_Dict structure;            /* root of the structure tree: empty, for haru_pack() */
	struct own *own;                /* with rising numbers */
	size_t own_count, own_capacity;
	uint8_t id[16];                 /* of the file */
	bool failed;                    /* out of memory */
	struct err *err;
};

/* Of an object of libharu's, without its flags. */
size_t haru_number(const void *object);

/* ---- objects ---- */

/* Adds `obj` to `dict` under `key`; dict owns it, or refers to it if it stands in the cross references. */
void haru_put(struct writer *w, HPDF_Dict dict, const char *key, void *obj);
void haru_name(struct writer *w, HPDF_Dict dict, const char *key, const char *name);
void haru_integer(struct writer *w, HPDF_Dict dict, const char *key, int value);
/* Text for people, as opposed to names and drawn text. */
void haru_text(struct writer *w, HPDF_Dict dict, const char *key, const char *text);
/* A new array or dictionary in `dict`. */
HPDF_Array haru_array(struct writer *w, HPDF_Dict dict, const char *key);
HPDF_Dict haru_dict(struct writer *w, HPDF_Dict dict, const char *key);
void haru_append(struct writer *w, HPDF_Array array, void *obj);
void haru_append_number(struct writer *w, HPDF_Array array, int value);
/* Rounded to 0.01. */
void haru_append_real(struct writer *w, HPDF_Array array, double value);
/* With a number of its own in the file; NULL when out of memory. */
HPDF_Dict haru_new_dict(struct writer *w);
/*
 * A stream with these words in its dictionary, compressed where `compress`; NULL when out of memory.
 * `data` is empty afterwards.
 */
HPDF_Dict haru_new_stream(struct writer *w, const char *words, struct buf *data, bool compress);
/*
 * Makes `data` the stream of the object that libharu made last but for its parts; `data` is empty afterwards.
 */
void haru_own(struct writer *w, HPDF_Dict dict, const char *words, struct buf *data, bool deflated);

/* ---- parts of a document, by file ---- */

/* Fills `fonts`; -1 with `err` set. */
int haru_fonts(struct writer *w);
/* Language, title and the like, twice: for old readers and as XMP. */
void haru_metadata(struct writer *w);

/* ---- the file ---- */

struct pack;

/*
 * Appends what libharu saved with the streams and the structure tree in their places, small objects packed
 * and compressed, and the file's identifier.
 */
int haru_pack(struct writer *w, const struct buf *saved, struct buf *out);
/* Adds an object of this number, which has no stream. */
void pack_object(struct pack *p, size_t number, const struct buf *text);

/* The structure tree, its elements numbered from `first` on; how many there are. */
size_t haru_structure_count(const struct writer *w);
int haru_structure(struct writer *w, struct pack *p, size_t first);

#endif
