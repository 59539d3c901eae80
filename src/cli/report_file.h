#ifndef VIVA_CLI_REPORT_FILE_H
#define VIVA_CLI_REPORT_FILE_H
#include "cli/app.h"
#include "viva/report.h"
/*
 * Lays out, renders and writes the report of one session.  `path` NULL means viva-session-N.pdf in
 * the current directory, or in the data directory where that is not writable.  `*written` is the
 * path it went to, newly allocated.
 */
int report_file_session(const struct app *app, const struct record *r, const struct report_options *o,
    const char *path, char **written, struct err *err);

#endif
