/*
 * A report when memory runs out, at any point of it: one clear error, nothing written, nothing
 * leaked (the sanitizers and valgrind look).  The Makefile links this file with its own malloc.
 */
#include "pages.h"

#include <limits.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static long long allocations, fails_from = -1, fails_until;

static bool
fails(void)
{
	long long n = allocations++;

	return fails_from >= 0 && n >= fails_from && n < fails_until;
}

void *
__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *old, size_t size)
{
	return fails() ? NULL : __real_realloc(old, size);
}

/* Lays out and renders with `count` failing allocations from the `from`-th on (-1: none). */
static int
report_failing(struct fixture *f, long long from, long long count, struct buf *pdf, struct err *err)
{
	struct display_list *dl = NULL;
	int status;

	allocations = 0;
	fails_from = from;
	fails_until = from + count;
	status = report_session(&dl, &f->record, &f->stats, &f->options, err);
	if (status == 0)
		status = report_render_pdf(pdf, dl, err);
	fails_from = -1;
	display_list_free(dl);
	return status;
}

static void
check_running_out(const char *sample, long long count, long long points)
{
	struct fixture *f = fixture_sample(sample);
	struct buf whole;
	struct err err = { 0 };
	long long all, step;

	buf_init(&whole);
	CHECK_INT(report_failing(f, -1, 0, &whole, &err), 0);
	all = allocations;
	step = all <= points ? 1 : all / points;
	for (long long from = 0; from < all; from += step) {
		struct buf pdf;
		int status;

		buf_init(&pdf);
		err = (struct err){ 0 };
		status = report_failing(f, from, count, &pdf, &err);
		/* One failure may be of no weight, as that of a guess; then the report is the whole one. */
		if (status == 0 && (pdf.len != whole.len || memcmp(pdf.data, whole.data, pdf.len) != 0))
			TEST_FAIL("%s, allocation %lld of %lld: another report", sample, from, all);
		if (status != 0 && (err.text[0] == '\0' || err.status == EXIT_DONE))
			TEST_FAIL("%s, allocation %lld of %lld: no reason given", sample, from, all);
		if (count > all && status == 0)
			TEST_FAIL("%s, allocation %lld of %lld: nothing noticed", sample, from, all);
		buf_finish(&pdf);
	}
	buf_finish(&whole);
	fixture_free(f);
}

TEST(one_allocation_that_fails_gives_an_error_or_the_whole_report)
{
	check_running_out("led", 1, test_size(20, 40, INT_MAX));
	check_running_out("scripts", 1, test_size(15, 15, INT_MAX));
}

TEST(memory_that_is_gone_for_good_gives_an_error)
{
	check_running_out("led", INT64_MAX / 4, test_size(30, 30, INT_MAX));
}
