/*
 * Writes a sample session report for the tests that look at the finished file:
 *
 *      tool_report SAMPLE FILE [-c] [-l] [-d DATE] [-n CANDIDATE]
 *
 * FILE decides the format: .pdf, .svg (page 1), .md, .txt (the dump of the display list).
 * -c is the coach's edition, -l letter paper.
 */
#include <locale.h>
#include <stdio.h>
#include <unistd.h>
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
	if (dot != NULL && strcmp(dot, ".md") == 0)
		return report_render_markdown(out, dl, err);
	if (dot != NULL && strcmp(dot, ".svg") == 0)
		return report_render_svg(out, dl, 1, err);
	return report_render_pdf(out, dl, err);
}

static int
write_sample(struct fixture *f, const char *path)
{
	struct display_list *dl = NULL;
	struct err err = { 0 };
	struct buf out;
	int status = 1;

	buf_init(&out);
	if (report_session(&dl, &f->record, &f->stats, &f->options, &err) != 0 ||
	    render(&out, dl, path, &err) != 0 ||
	    report_write_file(path, buf_text(&out), out.len, &err) != 0)
		fprintf(stderr, "tool_report: %s\n", err.text);
	else
		status = 0;
	display_list_free(dl);
	buf_finish(&out);
	return status;
}

int
main(int argc, char **argv)
{
	struct fixture *f = argc > 2 ? fixture_sample(argv[1]) : NULL;
	int c, status = 2;

	setlocale(LC_ALL, "");
	optind = 3;
	while (f != NULL && (c = getopt(argc, argv, "cld:n:")) != -1)
		switch (c) {
		case 'c':
			f->options.edition = EDITION_COACH;
			break;
		case 'l':
			f->options.paper = PAPER_LETTER;
			break;
		case 'd':
			f->options.date = optarg;
			break;
		case 'n':
			f->record.head.candidate = optarg;
			break;
		default:
			fixture_free(f);
			f = NULL;
		}
	if (f == NULL) {
		fprintf(stderr, "usage: tool_report SAMPLE FILE [-c] [-l] [-d DATE] [-n CANDIDATE]\n");
		return status;
	}
	status = write_sample(f, argv[2]);
	fixture_free(f);
	return status;
}
