#ifndef VIVA_CLI_PAGES_H
#define VIVA_CLI_PAGES_H
/*
 * The pages of `viva help TOPIC`.  The manual page is made of the same, so a fact about viva is
 * written once.  Text between `backquotes` is what one types.
 */
enum part_kind {
	PART_END,
	PART_TEXT,              /* a paragraph */
	PART_EXAMPLE,           /* a line as one types it */
	PART_TERM,              /* `term` and what it means */
	PART_KEYS,              /* the table of session keys */
	PART_EXITS,             /* the table of exit statuses */
	PART_JSON               /* the table of JSON commands */
};

struct part {
	enum part_kind kind;
	const char *term;       /* PART_TERM */
	const char *text;       /* PART_TEXT, PART_EXAMPLE, PART_TERM */
};

struct help_page {
	const char *name;       /* one word, as typed */
	const char *brief;      /* what the page says, no period */
	const struct part *parts;       /* ends with PART_END */
};

extern const struct help_page *const help_pages[];      /* ends with NULL, in the order help lists them */
const struct help_page *help_page_find(const char *name);

/* Exit statuses and what they mean. */
struct exit_meaning { int status; const char *text; };
extern const struct exit_meaning exit_meanings[];       /* ends with text NULL */

/* A writer's shorthand. */
#define TEXT(s) { PART_TEXT, 0, s }
#define EXAMPLE(s) { PART_EXAMPLE, 0, s }
#define TERM(t, s) { PART_TERM, t, s }
#define END { PART_END, 0, 0 }

extern const struct help_page page_start, page_session, page_lead, page_raters, page_grades, page_time, page_keys,
    page_plain;
extern const struct help_page page_draw, page_banks, page_report, page_people, page_files, page_privacy, page_safety,
    page_json, page_exit_status, page_completion;

#endif
