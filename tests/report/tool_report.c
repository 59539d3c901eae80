/*
 * Writes a sample session report for the tests of the finished file:
 *
 *      tool_report SAMPLE FILE [candidate's name]
 *
 * FILE decides the format: .pdf, .svg or .txt (the dump of the display list).
 */
#include <locale.h>
#include <stdio.h>
#include "fixture.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"

static int
render(struct buf *out, const struct display_list *dl, const char *path, struct err *err)
{
	const char *dot = strrchr(path, '.');

	if (dot != NULL && strcmp(dot, ".txt") == 0) {
		display_list_dump(dl, out);
		return 0;
	}
	if (dot != NULL && strcmp(dot, ".svg") == 0)
		return report_render_svg(out, dl, 1, err);
	return report_render_pdf(out, dl, err);
}

int
main(int argc, char **argv)
{
	struct fixture *f;
	struct display_list *dl = NULL;
	struct buf out;
	struct err err = { 0 };
	int status = 1;

	if (argc < 3) {
		fprintf(stderr, "usage: tool_report SAMPLE FILE [NAME]\n");
		return 2;
	}
	setlocale(LC_ALL, "");
	buf_init(&out);
	f = fixture_solo();
	if (argc > 3)
		f->record.head.candidate = argv[3];
	if (report_session(&dl, &f->record, &f->stats, &f->options, &err) != 0 ||
	    render(&out, dl, argv[2], &err) != 0 || report_write_file(argv[2], buf_text(&out), out.len, &err) != 0)
		fprintf(stderr, "tool_report: %s\n", err.text);
	else
		status = 0;
	display_list_free(dl);
	buf_finish(&out);
	fixture_free(f);
	return status;
}
