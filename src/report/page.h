#ifndef VIVA_REPORT_PAGE_H
#define VIVA_REPORT_PAGE_H
#include "report/flow.h"
#include "report/theme.h"
#include "viva/display_list.h"
#include "viva/report.h"
/*
 * What all reports share: the sheet with its margins and columns, the head, running head and
 * footer, sections, and a cursor `y` that goes down the page and over to the next.
 */

/* How close things stand, for where that saves a page. */
struct spacing {
	double headline;                /* above and below the headline */
	double section;                 /* before a section */
	double title, body;             /* from its rule to its title, from there to what it holds */
	double row;                     /* above and below what a table's row holds */
	double pitch;                   /* of body text in claims and steps */
	double claim;                   /* between claims */
	double box;                     /* inside a tinted box */
};
extern const struct spacing SPACINGS[];
#define SPACING_COUNT 5                 /* the loosest first */

#define SHEET_TOP 66.0                  /* where the body begins on all pages but the first */

struct sheet {
	struct display_list *dl;
	double width, height;           /* of the paper */
	double left, right, bottom;     /* of the body */
	double y;                       /* the top of what comes next */
	const struct spacing *space;
	int page, page_count;           /* from 1; 0 while the pages are being counted */
	const char *running_head, *footer;
};

struct page_head { const char *kicker, *name, *lines[2]; };     /* lines: at the right, small */

/* An empty list with the title and subject of its document; NULL only when out of memory. */
struct display_list *page_list(const char *title, const char *subject);
/* `dl`, or NULL in its place if it failed. */
struct display_list *page_list_done(struct display_list *dl);
/* Begins the pages of `dl` anew: what it held goes, what it has measured serves again. */
void sheet_init(struct sheet *s, struct display_list *dl, enum paper paper, const struct spacing *space,
    int page_count);
/* The first page, with the whole head. */
void sheet_begin(struct sheet *s, const struct page_head *head);
/* Closes the last page. */
void sheet_end(struct sheet *s);
/* Goes to a new page unless `height` more points fit on this one.  True if it did. */
bool sheet_need(struct sheet *s, double height);
/* Goes to a new page. */
void sheet_break(struct sheet *s);
/* Left end and width of `span` of the 12 columns from column `first`. */
double column_left(const struct sheet *s, int first);
double column_width(const struct sheet *s, int span);

/* A rule, the title of a section and what explains it; keeps `height` more points together with it. */
void section(struct sheet *s, const char *title, const char *note, double height);
/* What section() takes where its note stands beside the title. */
double section_height(const struct sheet *s);
/* Lines from `y` (top of the first) on, tagged `tag`; returns the y below the last. */
double put_lines(struct sheet *s, double x, double y, double pitch, const struct dl_type *type,
    const struct lines *lines);

/* The types of the theme. */
extern const struct dl_type TYPE_KICKER, TYPE_NAME, TYPE_HEADLINE, TYPE_FIGURE, TYPE_FIGURE_FIRST,
    TYPE_SECTION, TYPE_BODY, TYPE_BODY_SECOND, TYPE_BODY_STRONG, TYPE_NOTE, TYPE_NOTE_STRONG, TYPE_COMMAND;

#endif
