#include "cli/report_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report_earlier.h"
#include "viva/buf.h"
#include "viva/display_list.h"

static const char *
suffix_of(enum report_format f)
{
	switch (f) {
	case REPORT_SVG: return ".svg";
	case REPORT_MARKDOWN: return ".md";
	case REPORT_JSON: return ".json";
	case REPORT_PDF: break;
	}
	return ".pdf";
}

/* Where it goes: the path given, else `stem` where there is room for files. */
static int
target_path(struct buf *out, const struct app *app, const char *stem, const struct report_target *t)
{
	if (t->path != NULL)
		buf_puts(out, t->path);
	else if (access(".", W_OK) == 0)
		buf_printf(out, "%s%s", stem, suffix_of(t->format));
	else
		buf_printf(out, "%s/%s%s", app->data_dir, stem, suffix_of(t->format));
	return buf_failed(out) ? -1 : 0;
}

static int
write_one(const char *path, const struct buf *data, struct buf *written, struct err *err)
{
	if (buf_failed(data))
		return err_memory(err);
	if (report_write_file(path, buf_text(data), data->len, err) != 0)
		return -1;
	buf_printf(written, "%s%s", written->len > 0 ? "\n" : "", path);
	return buf_failed(written) ? err_memory(err) : 0;
}

/* "report.svg" becomes "report-2.svg". */
static void
page_path(struct buf *out, const char *path, int page)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	size_t stem = dot != NULL && dot != path && (slash == NULL || dot > slash + 1) ? (size_t)(dot - path)
	                                                                               : strlen(path);

	buf_clear(out);
	buf_printf(out, "%.*s-%d%s", (int)stem, path, page, path + stem);
}

static int
write_svg(const char *path, const struct display_list *dl, struct buf *written, struct err *err)
{
	struct buf data, name;
	int rc = 0;

	buf_init(&data);
	buf_init(&name);
	for (int page = 1; rc == 0 && page <= dl->pages; page++) {
		buf_clear(&data);
		rc = report_render_svg(&data, dl, page, err);
		if (dl->pages > 1)
			page_path(&name, path, page);
		else
			buf_puts(&name, path);
		if (rc == 0)
			rc = buf_failed(&name) ? err_memory(err)
			                       : write_one(buf_text(&name), &data, written, err);
	}
	buf_finish(&data);
	buf_finish(&name);
	return rc;
}

int
report_file_pages(const struct app *app, const struct display_list *dl, const char *stem,
    const struct report_target *t, char **written, struct err *err)
{
	struct buf path, data, names;
	int rc;

	*written = NULL;
	buf_init(&path);
	buf_init(&data);
	buf_init(&names);
	rc = target_path(&path, app, stem, t) != 0 ? err_memory(err) : 0;
	if (rc == 0 && t->format == REPORT_SVG) {
		rc = write_svg(buf_text(&path), dl, &names, err);
	} else if (rc == 0) {
		rc = t->format == REPORT_MARKDOWN ? report_render_markdown(&data, dl, err) :
		    report_render_pdf(&data, dl, err);
		if (rc == 0)
			rc = write_one(buf_text(&path), &data, &names, err);
	}
	if (rc == 0 && (*written = buf_take(&names, NULL)) == NULL)
		rc = err_memory(err);
	buf_finish(&names);
	buf_finish(&path);
	buf_finish(&data);
	return rc;
}

int
report_file_bytes(const struct app *app, const struct buf *data, const char *stem,
    const struct report_target *t, char **written, struct err *err)
{
	struct buf path, names;
	int rc;

	*written = NULL;
	buf_init(&path);
	buf_init(&names);
	rc = target_path(&path, app, stem, t) != 0 ? err_memory(err)
	                                           : write_one(buf_text(&path), data, &names, err);
	if (rc == 0 && (*written = buf_take(&names, NULL)) == NULL)
		rc = err_memory(err);
	buf_finish(&path);
	buf_finish(&names);
	return rc;
}

static int
json_session(const struct app *app, const struct record *r, const struct session_stats *stats,
    const char *stem, const struct report_options *o, const struct report_target *t, char **written,
    struct err *err)
{
	struct record shown = *r;

	if (o->pseudonyms)
		shown.head.candidate = "A candidate";
	return report_json_session(app, &shown, stats, o, stem, t, written, err);
}

int
report_file_session(const struct app *app, struct store *st, const struct record *r,
    const struct report_options *o, const struct report_target *t, char **written, struct err *err)
{
	static const struct report_target usual = { REPORT_PDF, NULL };
	struct report_options with_earlier = *o;
	struct report_earlier *earlier = NULL;
	struct display_list *dl = NULL;
	struct session_stats stats;
	char stem[48];
	int rc;

	*written = NULL;
	snprintf(stem, sizeof stem, "viva-session-%" PRId64, r->head.number);
	stats_session(&stats, r);
	if (t != NULL && t->format == REPORT_JSON)
		return json_session(app, r, &stats, stem, o, t, written, err);
	rc = report_earlier(&earlier, &with_earlier.earlier_count, st, r, &stats, err);
	with_earlier.earlier = earlier;
	if (rc == 0)
		rc = report_session(&dl, r, &stats, &with_earlier, err);
	if (rc == 0)
		rc = report_file_pages(app, dl, stem, t != NULL ? t : &usual, written, err);
	display_list_free(dl);
	free(earlier);
	return rc;
}
