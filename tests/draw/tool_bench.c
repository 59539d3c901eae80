/*
 * Times the draw beside two simple ways to make a form, over made-up banks of one size:
 *
 *     tool_bench ITEMS BANKS DRAWS
 *
 * One JSON line: for each method median and p99 of a form in milliseconds and the share of
 * admissible ones; and what the draws added to the memory of the process at most.
 */
#include <time.h>

#include "lab.h"

enum method { METHOD_VIVA, METHOD_RANDOM, METHOD_TOPIC_QUOTAS, METHODS };

static const char *const method_names[METHODS] = { "viva", "plain random", "per-topic quotas" };

struct series { double *ms; size_t count, admissible; };

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool
taken(const size_t *form, size_t n, size_t item)
{
	for (size_t i = 0; i < n; i++)
		if (form[i] == item)
			return true;
	return false;
}

/* Any item that is not excluded. */
static size_t
draw_random(struct lab *l, size_t *form)
{
	size_t n = 0;

	while (n < (size_t)l->blueprint.items) {
		size_t item = (size_t)lab_below(l, (int)l->bank.item_count);

		if (l->use[item] != ITEM_EXCLUDED && !taken(form, n, item))
			form[n++] = item;
	}
	return n;
}

/* What Moodle does with one random question for each slot: so many of each topic, by largest remainder. */
static size_t
draw_topic_quotas(struct lab *l, size_t *form)
{
	int rest[LAB_TOPICS], wanted[LAB_TOPICS], left = l->blueprint.items;
	size_t n = 0;

	for (size_t t = 0; t < l->bank.topic_count; t++) {
		wanted[t] = l->blueprint.items * l->topics[t].share_percent / 100;
		rest[t] = l->blueprint.items * l->topics[t].share_percent % 100;
		left -= wanted[t];
	}
	for (; left > 0; left--) {
		size_t best = 0;

		for (size_t t = 1; t < l->bank.topic_count; t++)
			if (rest[t] > rest[best])
				best = t;
		wanted[best]++;
		rest[best] = -1;
	}
	for (size_t t = 0; t < l->bank.topic_count; t++)
		for (int tries = 0; wanted[t] > 0 && tries < 100000; tries++) {
			size_t item = (size_t)lab_below(l, (int)l->bank.item_count);

			if (l->items[item].topic != t || l->use[item] == ITEM_EXCLUDED || taken(form, n, item))
				continue;
			form[n++] = item;
			wanted[t]--;
		}
	return n;
}

/* The easiest item first, which is all that the order decides. */
static bool
admissible(const struct lab *l, size_t *form, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (l->items[form[i]].difficulty < l->items[form[0]].difficulty) {
			size_t x = form[0];

			form[0] = form[i];
			form[i] = x;
		}
	return draw_check(&l->request, form, n, NULL) == 0;
}

static void
measure(struct lab *l, enum method method, struct series *s)
{
	struct form *f = NULL;
	struct conflict *why = NULL;
	size_t form[64], n = 0;
	double start = now_ms();

	switch (method) {
	case METHOD_VIVA:
		if (draw_form(&f, &why, &l->request, NULL) < 0)
			exit(1);
		break;
	case METHOD_RANDOM: n = draw_random(l, form); break;
	case METHOD_TOPIC_QUOTAS: n = draw_topic_quotas(l, form); break;
	case METHODS: break;
	}
	s->ms[s->count++] = now_ms() - start;
	if (f != NULL)
		n = lab_form_items(f, form);
	s->admissible += n > 0 && admissible(l, form, n);
	form_free(f);
	conflict_free(why);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* A bank that has a form, so that shares of admissible forms mean something. */
static void
make_feasible(struct lab *l, uint64_t *seed, size_t items)
{
	for (;;) {
		struct form *f = NULL;
		struct conflict *why = NULL;

		lab_make(l, ++*seed, items, items < 500 ? 12 : 20, LAB_FREE);
		l->request.use = l->use;
		if (draw_form(&f, &why, &l->request, NULL) < 0)
			exit(1);
		conflict_free(why);
		if (f != NULL) {
			form_free(f);
			return;
		}
		lab_free(l);
	}
}

/* Of this program alone: ru_maxrss would begin with what the caller had before exec(). */
static long
peak_kb(void)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[128];
	long kb = 0;

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (strncmp(line, "VmHWM:", 6) == 0) {
			kb = strtol(line + 6, NULL, 10);
			break;
		}
	if (f != NULL)
		fclose(f);
	return kb;
}

int
main(int argc, char **argv)
{
	struct series s[METHODS] = { { 0 } };
	size_t items, banks, draws;
	uint64_t seed = 0;
	long before;
	struct lab l;

	if (argc != 4) {
		fputs("usage: tool_bench ITEMS BANKS DRAWS\n", stderr);
		return 2;
	}
	items = strtoull(argv[1], NULL, 10);
	banks = strtoull(argv[2], NULL, 10);
	draws = strtoull(argv[3], NULL, 10);
	for (int m = 0; m < METHODS; m++)
		s[m].ms = calloc(banks * draws, sizeof(double));
	/* The bank alone, before anything was drawn from one of its size. */
	lab_make(&l, 0, items, items < 500 ? 12 : 20, LAB_FREE);
	before = peak_kb();
	lab_free(&l);
	for (size_t b = 0; b < banks; b++) {
		make_feasible(&l, &seed, items);
		for (size_t d = 0; d < draws; d++)
			for (int m = 0; m < METHODS; m++) {
				l.request.seed = d;
				measure(&l, (enum method)m, &s[m]);
			}
		lab_free(&l);
	}
	printf("{\"items\":%zu,\"draws\":%zu,\"added_mb\":%.1f", items, banks * draws,
	    (double)(peak_kb() - before) / 1024);
	for (int m = 0; m < METHODS; m++) {
		qsort(s[m].ms, s[m].count, sizeof(double), by_value);
		printf(",\"%s\":{\"median_ms\":%.4f,\"p99_ms\":%.4f,\"admissible\":%.6f}", method_names[m],
		    s[m].ms[s[m].count / 2], s[m].ms[s[m].count * 99 / 100], (double)s[m].admissible / (double)s[m].count);
		free(s[m].ms);
	}
	puts("}");
	return 0;
}
