#ifndef VIVA_CLI_REPORT_FILE_H
#define VIVA_CLI_REPORT_FILE_H
#include "cli/app.h"
#include "viva/report.h"
/*
 * Reports as files.  `path` NULL means a usual name in the current directory, or in the data directory
 * where that is not writable.  `*written` is where they went, newly allocated; several paths, of SVG
 * pages, stand one a line.
 */
struct report_target {
	enum report_format format;
	const char *path;               /* or NULL */
};

/* The report of one session beside earlier ones of `st`: viva-session-N.pdf.  `t` NULL: that. */
int report_file_session(const struct app *app, struct store *st, const struct record *r,
    const struct report_options *o, const struct report_target *t, char **written, struct err *err);
/* Of the candidate's progress: viva-progress.pdf.  `st` NULL: no records yet. */
int report_file_progress(const struct app *app, struct store *st, const struct report_options *o,
    const struct report_target *t, char **written, struct err *err);
/* Of everyone: viva-cohort.pdf. */
int report_file_cohort(const struct app *app, struct store *st, const struct report_options *o,
    const struct report_target *t, char **written, struct err *err);

/*
 * Renders and writes pages in the target's format under `stem` and the format's suffix; SVG takes a file
 * for each page, with its number before the suffix where there are several.
 */
int report_file_pages(const struct app *app, const struct display_list *dl, const char *stem,
    const struct report_target *t, char **written, struct err *err);

/* Writes `data` as it is. */
int report_file_bytes(const struct app *app, const struct buf *data, const char *stem,
    const struct report_target *t, char **written, struct err *err);

/* The figures behind each report as JSON (report_json.c). */
struct progress;
struct cohort;
int report_json_session(const struct app *app, const struct record *r, const struct session_stats *st,
    const struct report_options *o, const char *stem, const struct report_target *t, char **written,
    struct err *err);
int report_json_progress(const struct app *app, const struct progress *p, const struct report_target *t,
    char **written, struct err *err);
int report_json_cohort(const struct app *app, const struct cohort *c, const struct report_target *t,
    char **written, struct err *err);

#endif
