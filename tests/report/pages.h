#ifndef VIVA_TEST_REPORT_PAGES_H
#define VIVA_TEST_REPORT_PAGES_H
#include "test.h"
#include "fixture.h"
#include "report/model_detail.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"
/* Pages laid out and looked at, for the tests of session reports. */

/* Lays out or ends the test with the reason. */
static inline struct display_list *
lay_out(struct fixture *f)
{
	struct display_list *dl = NULL;
	struct err err = { 0 };

	stats_session(&f->stats, &f->record);
	if (report_session(&dl, &f->record, &f->stats, &f->options, &err) != 0)
		TEST_FAIL("no report: %s", err.text);
	return dl;
}

static inline struct buf
dump(const struct display_list *dl)
{
	struct buf b;

	buf_init(&b);
	display_list_dump(dl, &b);
	return b;
}

static inline void
check_lint(const struct display_list *dl, const char *what)
{
	struct buf b;

	buf_init(&b);
	if (display_list_lint(dl, &b) != 0)
		TEST_FAIL("%s: %s", what, buf_text(&b));
	buf_finish(&b);
}

static inline bool
says(const struct display_list *dl, const char *part)
{
	for (size_t i = 0; i < dl->count; i++)
		if (dl->ops[i].kind == DL_TEXT && strstr(dl->ops[i].text, part) != NULL)
			return true;
	return false;
}

/* The page on which `text` stands first, from 1; 0 where it does not. */
static inline int
page_of(const struct display_list *dl, const char *text)
{
	int page = 0;

	for (size_t i = 0; i < dl->count; i++) {
		page += dl->ops[i].kind == DL_PAGE;
		if (dl->ops[i].kind == DL_TEXT && strcmp(dl->ops[i].text, text) == 0)
			return page;
	}
	return 0;
}

static inline double
baseline_of(const struct display_list *dl, const char *text)
{
	for (size_t i = 0; i < dl->count; i++)
		if (dl->ops[i].kind == DL_TEXT && strcmp(dl->ops[i].text, text) == 0)
			return dl->ops[i].y;
	TEST_FAIL("nothing says \"%s\"", text);
	return 0;
}

#endif
