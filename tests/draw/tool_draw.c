/*
 * Draws from made-up instances and prints each as one JSON line: the instance, what was drawn or
 * why nothing could be, and the processor time.
 *
 *     tool_draw FIRST_SEED COUNT ITEMS TOPICS CLASS
 *
 * ITEMS and TOPICS may be 0: then the seed chooses.  CLASS may be "all".
 */
#include <time.h>

#include "lab.h"

static const char *const class_names[LAB_CLASSES] = {
	"free", "scarce", "time", "enemies", "tight", "drill", "impossible",
};

static void
print_bank(const struct lab *l)
{
	const struct bank *b = &l->bank;

	printf("\"topics\":[");
	for (size_t t = 0; t < b->topic_count; t++)
		printf("%s[%zu,%d]", t > 0 ? "," : "", b->topics[t].area, b->topics[t].share_percent);
	printf("],\"areas\":%zu,\"items\":[", b->area_count);
	for (size_t i = 0; i < b->item_count; i++) {
		const struct item *it = &b->items[i];

		printf("%s[%zu,%d,%d,%d,%d,[", i > 0 ? "," : "", it->topic, it->difficulty, (int)it->kind,
		    it->limit_tenths, l->request.use != NULL ? (int)l->request.use[i] : 0);
		for (size_t e = 0; e < it->enemy_count; e++)
			printf("%s%zu", e > 0 ? "," : "", it->enemies[e]);
		printf("]]");
	}
	printf("],");
}

static void
print_blueprint(const struct blueprint *bp)
{
	printf("\"n\":%d,\"minutes\":[%d,%d],\"topic_max\":%d,\"quotas\":[", bp->items, bp->answer_min,
	    bp->answer_max, bp->topic_max);
	for (size_t q = 0; q < bp->quota_count; q++)
		printf("%s[%d,%zu,%d,%d]", q > 0 ? "," : "", (int)bp->quotas[q].on, bp->quotas[q].value,
		    bp->quotas[q].min, bp->quotas[q].max);
	printf("],");
}

static void
print_result(const struct lab *l, const struct form *f, const struct conflict *why)
{
	char room[24];

	if (f != NULL) {
		printf("\"departure\":%d,\"relaxed\":%s,\"forms\":\"%s\",\"form\":[", f->departure_tenths / 10,
		    f->relaxed ? "true" : "false", f->forms);
		for (size_t i = 0; i < f->item_count; i++)
			printf("%s%zu", i > 0 ? "," : "", f->items[i].item);
		printf("]}\n");
		return;
	}
	printf("\"conflict\":[");
	for (size_t i = 0; i < why->rule_count; i++)
		printf("%s[\"%s\",\"%s\"]", i > 0 ? "," : "", rule_on_name(why->rules[i].on),
		    rule_value_name(&l->bank, &why->rules[i], room, sizeof(room)));
	printf("],\"repair\":\"%s\",\"message\":\"%s\"}\n", why->repair, why->message);
}

static void
run(uint64_t seed, size_t items, int topics, enum lab_class class)
{
	struct lab l;
	struct form *f;
	struct conflict *why;
	struct err err;
	clock_t start;

	if (items == 0)
		items = seed % 3 == 0 ? 60 : seed % 3 == 1 ? 100 : 160;
	lab_make(&l, seed, items, topics > 0 ? topics : 5 + (int)(seed % 11), class);
	printf("{\"seed\":%llu,\"class\":\"%s\",", (unsigned long long)seed, class_names[class]);
	print_bank(&l);
	print_blueprint(&l.blueprint);
	l.request.count_forms = items <= 60;    /* takes longer than drawing */
	start = clock();
	if (draw_form(&f, &why, &l.request, &err) < 0) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
	printf("\"ms\":%.3f,", (double)(clock() - start) * 1000 / CLOCKS_PER_SEC);
	print_result(&l, f, why);
	form_free(f);
	conflict_free(why);
	lab_free(&l);
}

int
main(int argc, char **argv)
{
	uint64_t first, count;

	if (argc != 6) {
		fputs("usage: tool_draw FIRST_SEED COUNT ITEMS TOPICS CLASS\n", stderr);
		return 2;
	}
	first = strtoull(argv[1], NULL, 10);
	count = strtoull(argv[2], NULL, 10);
	for (uint64_t seed = first; seed < first + count; seed++)
		for (int c = 0; c < LAB_CLASSES; c++)
			if (strcmp(argv[5], class_names[c]) == 0 ||
			    (strcmp(argv[5], "all") == 0 && (int)(seed % LAB_CLASSES) == c))
				run(seed, strtoull(argv[3], NULL, 10), (int)strtol(argv[4], NULL, 10), (enum lab_class)c);
	return 0;
}
