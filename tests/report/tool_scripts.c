/*
 * Writes a page with one line for each text given:
 *
 *      tool_scripts FILE SIZE TEXT...
 *
 * FILE decides the format: .pdf or .svg.  Line i has its baseline at 100 + 3 * SIZE * i points and
 * begins 60 points from the left.  Tests compare it with what another renderer makes of the texts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/theme.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

int
main(int argc, char **argv)
{
	const struct dl_type type = { FACE_REGULAR, argc > 2 ? strtod(argv[2], NULL) : 0, INK, WHITE, 0 };
	struct display_list *dl = display_list_new();
	struct err err = { 0 };
	struct buf out;
	int status = 0;

	buf_init(&out);
	if (argc < 4 || dl == NULL) {
		fprintf(stderr, "usage: tool_scripts FILE SIZE TEXT...\n");
		display_list_free(dl);
		return 2;
	}
	dl->title = "Scripts";
	dl->author = "viva";
	dl->lang = "en";
	dl_page(dl, A4_WIDTH, 200 + 3 * type.size * argc);
	for (int i = 3; i < argc; i++) {
		dl_tag(dl, TAG_P, NULL);
		dl_text(dl, 60, 100 + 3 * type.size * (i - 3), ALIGN_LEFT, &type, argv[i]);
		dl_tag_end(dl);
	}
	if (strstr(argv[1], ".svg") != NULL)
		status = report_render_svg(&out, dl, 1, &err);
	else
		status = report_render_pdf(&out, dl, &err);
	if (status == 0)
		status = report_write_file(argv[1], buf_text(&out), out.len, &err);
	if (status != 0)
		fprintf(stderr, "tool_scripts: %s\n", err.text);
	display_list_free(dl);
	buf_finish(&out);
	return status == 0 ? 0 : 1;
}
