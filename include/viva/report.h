#ifndef VIVA_REPORT_H
#define VIVA_REPORT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/record.h"
#include "viva/stats.h"
struct buf;
struct err;
/*
 * Reports: a model (plain structs), pages as a display list (display_list.h), the lint of that
 * list, and one file that replays it through libharu.  The same record and options give the
 * same bytes.  Nothing here reads a clock.
 */
enum edition { EDITION_CANDIDATE, EDITION_COACH };
enum paper { PAPER_A4, PAPER_LETTER };
enum report_format { REPORT_PDF, REPORT_SVG, REPORT_MARKDOWN, REPORT_JSON };

/* Grades: how many, and their sum. */
struct report_tally { int n, sum; };

/* An earlier session of the same candidate and bank, its grades by the same kind of rater. */
struct report_earlier {
	struct report_tally grades, kinds[KIND_COUNT], difficulties[DIFFICULTY_COUNT];
	int answered, within_limit;
};

struct report_options {
	enum edition edition;
	enum paper paper;
	const char *date;               /* "2026-03-08", printed as the report's date, or NULL: none is */
	const char *version;            /* of the program, for the footer */
	/* No name of a person; a session's notes are left out.  Progress: the caller names the candidate. */
	bool pseudonyms;
	const struct report_earlier *earlier;   /* session: what it is compared with, oldest first */
	size_t earlier_count;
};

struct display_list;

/*
 * Lays out the session report.  Returns 0 and sets `*out` (display_list_free()).  A session with
 * nothing asked or nothing rated gives a page that says what is missing and what to do.
 */
int report_session(struct display_list **out, const struct record *r, const struct session_stats *st,
    const struct report_options *o, struct err *err);

/*
 * Lays out the progress report of one candidate: four pages, or one where no answer is marked yet.
 * Says at each place what is missing and what to do where there are too few answers.
 */
struct progress;
int report_progress(struct display_list **out, const struct progress *p, const struct report_options *o,
    struct err *err);

/*
 * Lays out the cohort report, which is for a coach: four pages, more where a table needs them.  With
 * pseudonyms the caller has named the members so.
 */
struct cohort;
int report_cohort(struct display_list **out, const struct cohort *c, const struct report_options *o,
    struct err *err);

/*
 * Renders as PDF into memory (buf_take() gives the bytes).  Refuses a list that lint finds fault
 * with: a clipped or overlapping text is our bug, and nobody gets such a page.
 */
int report_render_pdf(struct buf *out, const struct display_list *dl, struct err *err);

/*
 * Appends page `page` (from 1) as SVG, texts as text.  It looks as intended where Lato and DejaVu
 * are installed; it is for pictures and tests, the PDF is for people.  Refuses as above.
 */
int report_render_svg(struct buf *out, const struct display_list *dl, int page, struct err *err);

/* Appends all pages as Markdown: headings, tables and texts in reading order.  Refuses as above. */
int report_render_markdown(struct buf *out, const struct display_list *dl, struct err *err);

/*
 * Whether a note may be shown: private ones to coaches, none where names are replaced, for it may hold some.
 */
bool report_shows_note(const struct note *n, const struct report_options *o);

/*
 * Writes `data` to a temporary file beside `path`, fsync, rename: an old file stays whole until the
 * new one is, which is readable by its owner alone under any umask.  A device or pipe is written to as it is;
 * a link stays a link.  With a limit on the size of files the caller must ignore SIGXFSZ, or the signal ends
 * the program.
 */
int report_write_file(const char *path, const char *data, size_t len, struct err *err);

#endif
