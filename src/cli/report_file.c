#include "cli/report_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "viva/buf.h"
#include "viva/display_list.h"

static char *
usual_path(const struct app *app, int64_t number, struct err *err)
{
	char *path = NULL;
	int n;

	if (access(".", W_OK) == 0)
		n = asprintf(&path, "viva-session-%" PRId64 ".pdf", number);
	else
		n = asprintf(&path, "%s/viva-session-%" PRId64 ".pdf", app->data_dir, number);
	if (n < 0) {
		err_memory(err);
		return NULL;
	}
	return path;
}

int
report_file_session(const struct app *app, const struct record *r, const struct report_options *o,
    const char *path, char **written, struct err *err)
{
	struct display_list *dl = NULL;
	struct session_stats st;
	struct buf pdf;
	int rc;

	buf_init(&pdf);
	*written = path != NULL ? strdup(path) : usual_path(app, r->head.number, err);
	if (*written == NULL) {
		rc = err_memory(err);
		goto out;
	}
	stats_session(&st, r);
	rc = report_session(&dl, r, &st, o, err);
	if (rc == 0)
		rc = report_render_pdf(&pdf, dl, err);
	if (rc == 0)
		rc = report_write_file(*written, pdf.data, pdf.len, err);
out:
	display_list_free(dl);
	buf_finish(&pdf);
	if (rc != 0) {
		free(*written);
		*written = NULL;
	}
	return rc;
}
