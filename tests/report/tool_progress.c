/*
 * tool_progress PEOPLE SESSIONS ASKED SEED FILE [coach] [letter] [svg]: the progress report of a made-up
 * history, with PEOPLE above 1 that of a cohort.  For looking at pages; the samples are played.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers_fixture.h"
#include "viva/buf.h"
#include "viva/cohort.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

static bool
has_word(int argc, char **argv, const char *word)
{
	for (int i = 6; i < argc; i++)
		if (strcmp(argv[i], word) == 0)
			return true;
	return false;
}

static size_t
number(const char *text)
{
	return (size_t)strtoul(text, NULL, 10);
}

int
main(int argc, char **argv)
{
	struct history_spec spec = {
		.areas = 5, .topics = 12, .items = 160, .grade = -1, .marked = 95, .led = 40, .drills = 15
	};
	struct report_options o = { .version = "0.1.0" };
	struct display_list *dl = NULL;
	struct progress *p = NULL;
	struct cohort *c = NULL;
	struct err err = { 0 };
	struct history *h;
	struct buf findings, pdf;
	int rc;

	if (argc < 6)
		return 2;
	spec.people = number(argv[1]);
	spec.sessions = number(argv[2]);
	spec.asked = number(argv[3]);
	spec.seed = number(argv[4]);
	o.edition = has_word(argc, argv, "coach") ? EDITION_COACH : EDITION_CANDIDATE;
	o.paper = has_word(argc, argv, "letter") ? PAPER_LETTER : PAPER_A4;
	if (has_word(argc, argv, "own"))
		spec.led = 0;
	h = history_new(&spec);
	p = progress_new(&h->answers, spec.people > 0 ? 0 : NO_PERSON, &h->bank,
	    "Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b H\xe1\xba\xb1ng", GOAL_DEFAULT,
	    spec.people > 0 && spec.sessions > 0 ? 20200 : 0);
	if (p == NULL)
		return 1;
	buf_init(&findings);
	buf_init(&pdf);
	if (spec.people > 1)
		c = cohort_new(&h->answers, &h->bank, NULL, 20200);
	rc = c != NULL ? report_cohort(&dl, c, &o, &err) : report_progress(&dl, p, &o, &err);
	if (rc == 0)
		rc = display_list_lint(dl, &findings);
	if (rc > 0)
		fputs(buf_text(&findings), stderr);
	if (rc == 0)
		rc = report_render_pdf(&pdf, dl, &err);
	if (rc == 0)
		rc = report_write_file(argv[5], pdf.data, pdf.len, &err);
	if (rc < 0)
		fprintf(stderr, "%s\n", err.text);
	buf_finish(&findings);
	buf_finish(&pdf);
	display_list_free(dl);
	progress_free(p);
	cohort_free(c);
	history_free(h);
	return rc == 0 ? 0 : 1;
}
