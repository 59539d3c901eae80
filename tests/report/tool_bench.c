/*
 * tool_bench SESSIONS REPEAT [DUMP]: processor time and size of the progress report of a made-up history,
 * as JSON; DUMP receives the display list.  tool_bench pages N: a file of N such pages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answers_fixture.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

static double
cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Of this program: getrusage() would count what started it too. */
static long
most_memory_kb(void)
{
	char line[128];
	long kb = 0;
	FILE *f = fopen("/proc/self/status", "r");

	while (f != NULL && kb == 0 && fgets(line, sizeof line, f) != NULL)
		if (strncmp(line, "VmHWM:", 6) == 0)
			kb = strtol(line + 6, NULL, 10);
	if (f != NULL)
		fclose(f);
	return kb;
}

static void
fail(const struct err *err)
{
	fprintf(stderr, "%s\n", err->text);
	exit(1);
}

static struct display_list *
lay_out(const struct progress *p)
{
	const struct report_options o = { .version = "0.1.0" };
	struct display_list *dl;
	struct err err = { 0 };

	if (report_progress(&dl, p, &o, &err) != 0)
		fail(&err);
	return dl;
}

/* The same pages again and again until there are `pages`. */
static void
repeat_pages(struct display_list *dl, int pages)
{
	size_t count = dl->count, times = (size_t)(pages / dl->pages);
	struct dl_op *ops = calloc(count * times, sizeof *ops);

	if (ops == NULL)
		abort();
	for (size_t i = 0; i < times; i++)
		memcpy(ops + i * count, dl->ops, count * sizeof *ops);
	free(dl->ops);
	dl->ops = ops;
	dl->count = dl->capacity = count * times;
	dl->pages = dl->pages * (int)times;
}

static int
many_pages(const struct progress *p, int pages)
{
	struct display_list *dl = lay_out(p);
	struct err err = { 0 };
	struct buf pdf;
	double start;

	repeat_pages(dl, pages);
	buf_init(&pdf);
	start = cpu_ms();
	if (report_render_pdf(&pdf, dl, &err) != 0)
		fail(&err);
	printf("{\"pages\": %d, \"ms\": %.3f, \"rss_kb\": %ld, \"bytes\": %zu}\n", dl->pages, cpu_ms() - start,
	    most_memory_kb(), pdf.len);
	buf_finish(&pdf);
	display_list_free(dl);
	return 0;
}

static void
write_dump(const char *path, const struct display_list *dl)
{
	FILE *f = fopen(path, "w");
	struct buf b;

	buf_init(&b);
	display_list_dump(dl, &b);
	if (f == NULL || fputs(buf_text(&b), f) < 0 || fclose(f) != 0)
		abort();
	buf_finish(&b);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static int
one_report(const struct history *h, int repeat, const char *dump)
{
	double *layout = calloc((size_t)repeat, sizeof *layout), *draw = calloc((size_t)repeat, sizeof *draw);
	double *figures = calloc((size_t)repeat, sizeof *figures);
	size_t bytes = 0;

	if (layout == NULL || draw == NULL || figures == NULL)
		abort();
	for (int i = 0; i < repeat; i++) {
		struct display_list *dl;
		struct progress *p;
		struct err err = { 0 };
		struct buf pdf;
		double t0 = cpu_ms(), t1, t2;

		p = progress_new(&h->answers, 0, &h->bank, "Sample Candidate", GOAL_DEFAULT, 20300);
		t1 = cpu_ms();
		dl = p != NULL ? lay_out(p) : NULL;
		t2 = cpu_ms();
		buf_init(&pdf);
		if (dl == NULL || report_render_pdf(&pdf, dl, &err) != 0)
			fail(&err);
		figures[i] = t1 - t0;
		layout[i] = t2 - t1;
		draw[i] = cpu_ms() - t2;
		bytes = pdf.len;
		if (i == 0 && dump != NULL)
			write_dump(dump, dl);
		buf_finish(&pdf);
		display_list_free(dl);
		progress_free(p);
	}
	qsort(figures, (size_t)repeat, sizeof *figures, by_value);
	qsort(layout, (size_t)repeat, sizeof *layout, by_value);
	qsort(draw, (size_t)repeat, sizeof *draw, by_value);
	printf("{\"figures_ms\": %.3f, \"layout_ms\": %.3f, \"draw_ms\": %.3f, \"bytes\": %zu}\n", figures[repeat / 2],
	    layout[repeat / 2], draw[repeat / 2], bytes);
	free(figures);
	free(layout);
	free(draw);
	return 0;
}

int
main(int argc, char **argv)
{
	struct history_spec spec = { .areas = 5, .topics = 12, .items = 160, .people = 1, .sessions = 12, .asked = 9,
		.grade = -1, .marked = 96, .led = 40, .drills = 15, .seed = 1 };
	bool pages = argc > 2 && strcmp(argv[1], "pages") == 0;
	struct history *h;
	struct progress *p;
	int rc;

	if (argc < 3)
		return 2;
	if (!pages)
		spec.sessions = strtoul(argv[1], NULL, 10);
	h = history_new(&spec);
	p = progress_new(&h->answers, 0, &h->bank, "Sample Candidate", GOAL_DEFAULT, 20300);
	if (p == NULL)
		abort();
	rc = pages ? many_pages(p, (int)strtol(argv[2], NULL, 10)) :
	    one_report(h, (int)strtol(argv[2], NULL, 10), argc > 3 ? argv[3] : NULL);
	progress_free(p);
	history_free(h);
	return rc;
}
