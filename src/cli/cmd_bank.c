#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/bank_dry.h"
#include "cli/bank_new.h"
#include "cli/bank_show.h"
#include "cli/bank_use.h"
#include "cli/cmd.h"
#include "cli/no_such.h"
#include "cli/tell.h"
#include "viva/buf.h"
#include "viva/diag.h"

static const struct option_spec bank_options[] = {
	{ "werror", NULL, "check: warnings count as errors" },
	{ "candidate", NULL, "show: only what a candidate sees" },
	{ "topic", "ID", "new: the topic" },
	{ "difficulty", "D", "new: 1, 2 or 3" },
	{ "kind", "KIND", "new: concept, scenario, troubleshooting or behavioural" },
	{ NULL, NULL, NULL }
};

static void
print_diag(const char *path, const struct diag *d, const char *severity)
{
	print_visible(stdout, path);
	if (d->at.line > 0)
		printf(":%u:%u", d->at.line, d->at.column);
	printf(": %s: ", severity);
	print_visible(stdout, d->text);
	putchar('\n');
}

static json_t *
diag_json(const char *path, const struct diag *d, const char *severity)
{
	return json_pack("{s:s, s:i, s:i, s:s, s:s}", "file", path, "line", (int)d->at.line, "column",
	    (int)d->at.column, "severity", severity, "text", d->text);
}

struct check_totals { size_t errors, warnings; json_t *found; };

static void
show_diags(const struct app *app, const struct diags *d, struct check_totals *t)
{
	for (size_t i = 0; i < d->count; i++) {
		const char *severity = d->v[i].warning ? "warning" : "error";

		if (app->json)
			json_array_append_new(t->found, diag_json(d->path, &d->v[i], severity));
		else
			print_diag(d->path, &d->v[i], severity);
	}
}

static void
check_file(const struct app *app, const char *path, struct check_totals *t)
{
	struct bank *bank = NULL;
	struct diags d;

	diags_init(&d, path);
	if (bank_load(&bank, &d) == 0) {
		bank_check_stock(bank, &d);
		if (bank_check_stems(bank, &d) != 0)
			diag_error(&d, (struct place){ 0, 0 }, "out of memory while comparing stems");
	}
	diags_sort(&d);
	show_diags(app, &d, t);
	if (bank != NULL && !app->json && !app->quiet && d.count == 0) {
		print_visible(stdout, path);
		printf(": %zu items, no problem\n", bank->item_count);
	}
	t->errors += d.error_count;
	t->warnings += d.warning_count;
	diags_finish(&d);
	bank_free(bank);
}

static int
bank_check(struct app *app, const struct args *args, struct err *err)
{
	struct check_totals t = { .found = json_array() };
	char *path = NULL;

	for (size_t i = 1; i < args->word_count; i++)
		check_file(app, args->words[i], &t);
	if (args->word_count == 1) {
		path = app_bank_path(app, app->bank_spec, err);
		if (path != NULL)
			check_file(app, path, &t);
	}
	if (path == NULL && args->word_count == 1) {
		json_decref(t.found);
		return (int)err->status;
	}
	free(path);
	if (!app->json)
		json_decref(t.found);
	else if (app_print_json(json_pack("{s:o, s:i, s:i}", "problems", t.found, "errors", (int)t.errors,
	                            "warnings", (int)t.warnings),
	             err) != 0)
		return (int)err->status;
	return t.errors > 0 || (t.warnings > 0 && args_has(args, "werror")) ? EXIT_FINDINGS : EXIT_DONE;
}

/* Items stand in the order of the file, under the title of their topic. */
static void
print_item_line(const struct bank *b, size_t i)
{
	const struct item *it = &b->items[i];

	if (i > 0 && b->items[i - 1].topic != it->topic)
		putchar('\n');
	if (i == 0 || b->items[i - 1].topic != it->topic)
		tell(stdout, 0, 0, "%s", b->topics[it->topic].title);
	tell(stdout, 2, 6, "%s: %s, %s, %.1f minutes", it->id, difficulty_name(it->difficulty),
	    kind_name(it->kind), it->limit_tenths / 10.0);
	tell(stdout, 6, 6, "%s", it->title);
}

static int
bank_list(const struct app *app, const struct bank *b, struct err *err)
{
	json_t *items = json_array();

	for (size_t i = 0; i < b->item_count; i++) {
		const struct item *it = &b->items[i];

		if (app->json)
			json_array_append_new(items,
			    json_pack("{s:s, s:s, s:s, s:i, s:s, s:f, s:i}", "id", it->id, "title", it->title,
			        "topic", b->topics[it->topic].id, "difficulty", it->difficulty, "kind",
			        kind_name(it->kind), "minutes", it->limit_tenths / 10.0, "revision",
			        it->revision));
		else
			print_item_line(b, i);
	}
	if (app->json)
		return app_print_json(
		    json_pack("{s:s, s:s, s:o}", "bank", b->id, "bank_version", b->version, "items", items),
		    err);
	json_decref(items);
	return 0;
}

static int
bank_show_item(const struct app *app, const struct args *args, const struct bank *b, struct err *err)
{
	size_t i;

	if (args->word_count < 2)
		return cmd_usage(args, err, "show needs the ID of an item"), -1;
	i = bank_find_item(b, args->words[1]);
	if (i == SIZE_MAX)
		return no_such_item(b, args->words[1], err);
	if (app->json)
		return app_print_json(bank_item_json(b, &b->items[i], args_has(args, "candidate")), err);
	bank_print_item(b, &b->items[i], args_has(args, "candidate"));
	return 0;
}

static int
bank_stats(const struct app *app, const struct bank *b, struct err *err)
{
	struct item_stats *use = NULL;
	json_t *document;
	int rc = bank_use_read(app, b, &use, err);

	if (rc == 0 && app->json) {
		document = bank_coverage_json(b);
		json_object_set_new(document, "use", bank_use_json(b, use));
		rc = app_print_json(document, err);
	} else if (rc == 0) {
		bank_print_coverage(b);
		bank_use_print(b, use);
	}
	free(use);
	return rc;
}

static int
bank_run(struct app *app, const struct args *args, struct err *err)
{
	const char *verb = args->words[0];
	struct bank *bank = NULL;
	int rc;

	if (strcmp(verb, "check") == 0)
		return bank_check(app, args, err);
	if (strcmp(verb, "list") != 0 && strcmp(verb, "show") != 0 && strcmp(verb, "stats") != 0 &&
	    strcmp(verb, "new") != 0)
		return cmd_usage(args, err, "\"%s\" is none of check, list, show, stats, new", verb);
	rc = app_load_bank(app, &bank, err);
	if (rc == 0 && strcmp(verb, "list") == 0)
		rc = bank_list(app, bank, err);
	else if (rc == 0 && strcmp(verb, "show") == 0)
		rc = bank_show_item(app, args, bank, err);
	else if (rc == 0 && strcmp(verb, "new") == 0)
		rc = bank_new(bank, args, err);
	else if (rc == 0)
		rc = bank_stats(app, bank, err);
	bank_free(bank);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_bank = {
	.name = "bank", .args = "check [FILE...] | list | show ID | stats | new ID",
	.brief = "check a question bank, list it, show an item, figures, begin an item",
	.example = "viva bank check question-sets/ml-engineer-junior.xml", .options = bank_options, .words_min = 1,
	.words_max = 1000, .json = true, .run = bank_run,
};
