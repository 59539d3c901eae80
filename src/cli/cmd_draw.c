#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/form.h"
#include "viva/buf.h"

static const struct option_spec draw_options[] = {
	FORM_OPTIONS,
	{ "no-retry", NULL, "no question again that went badly" },
	{ "explain", NULL, "how every rule stands, and why each item was taken" },
	{ NULL, NULL, NULL }
};

#define NAME_BYTES 64
#define LINE_COLUMNS 80
#define ITEM_COLUMNS 38         /* of an item's line, without id and topic */
#define COUNT_DIGITS 30         /* of a number shown in full */

static json_t *
optional_tenths(int tenths)
{
	return tenths >= 0 ? json_real(tenths / 10.0) : json_null();
}

static json_t *
item_json(const struct bank *b, const struct drawn *d)
{
	const struct item *it = &b->items[d->item];
	const struct topic *t = &b->topics[it->topic];

	return json_pack("{s:s, s:s, s:s, s:i, s:s, s:f, s:i, s:o, s:s}", "id", it->id, "topic", t->id,
	    "area", b->areas[t->area].id, "difficulty", it->difficulty, "kind", kind_name(it->kind),
	    "minutes", it->limit_tenths / 10.0, "times_met", (int)d->times_met, "last_met_session",
	    d->last_met_session > 0 ? json_integer(d->last_met_session) : json_null(), "reason",
	    draw_reason_text(d->reason));
}

static json_t *
rule_json(const struct bank *b, const struct rule_state *r)
{
	char room[NAME_BYTES];

	return json_pack("{s:s, s:s, s:i, s:i, s:o, s:o, s:i}", "on", rule_on_name(r->on),
	    "value", rule_value_name(b, r, room, sizeof(room)), "min", r->min, "max", r->max,
	    "target", optional_tenths(r->target_tenths), "drawn", optional_tenths(r->drawn_tenths), "stock", r->stock);
}

static json_t *
form_json(const struct form_choice *c, const struct form *f)
{
	json_t *items = json_array(), *quotas = json_array();
	char seed[24];

	snprintf(seed, sizeof(seed), "%" PRIu64, c->request.seed);
	for (size_t i = 0; i < f->item_count; i++)
		json_array_append_new(items, item_json(c->bank, &f->items[i]));
	for (size_t i = 0; i < f->rule_count; i++)
		json_array_append_new(quotas, rule_json(c->bank, &f->rules[i]));
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:f, s:s, s:s}", "bank", c->bank->id, "bank_version",
	    c->bank->version, "blueprint", c->request.blueprint->id, "seed", seed, "items", items, "quotas",
	    quotas, "answer_minutes", f->answer_tenths / 10.0, "forms", f->forms, "forms_is",
	    forms_kind_name(f->forms_kind));
}

static json_t *
conflict_json(const struct bank *b, const struct conflict *why)
{
	json_t *rules = json_array();
	char room[NAME_BYTES];

	for (size_t i = 0; i < why->rule_count; i++) {
		const struct rule_state *r = &why->rules[i];

		json_array_append_new(rules,
		    json_pack("{s:s, s:s, s:i, s:i, s:i}", "on", rule_on_name(r->on), "value",
		        rule_value_name(b, r, room, sizeof(room)), "min", r->min, "max", r->max, "available",
		        r->stock));
	}
	return json_pack("{s:s, s:o, s:s, s:s}", "error", "infeasible", "conflict", rules, "repair",
	    why->repair, "message", why->message);
}

/* Columns as wide as the form needs. */
struct columns { int id, topic; bool split; /* the id on a line of its own */ };

static struct columns
columns_of(const struct bank *b, const struct form *f)
{
	struct columns c = { (int)strlen("item"), (int)strlen("topic"), false };

	for (size_t i = 0; i < f->item_count; i++) {
		const struct item *it = &b->items[f->items[i].item];
		int id = (int)strlen(it->id), topic = (int)strlen(b->topics[it->topic].id);

		c.id = id > c.id ? id : c.id;
		c.topic = topic > c.topic ? topic : c.topic;
	}
	c.split = ITEM_COLUMNS + c.id + c.topic > LINE_COLUMNS;
	return c;
}

/* Why an item was taken; on the line if there is room. */
static void
print_why(const struct drawn *d, int used)
{
	char why[80];

	if (d->times_met > 0)
		snprintf(why, sizeof(why), "%s: met %u %s, last in session %u", draw_reason_text(d->reason),
		    d->times_met, plural((int)d->times_met, "time", "times"), d->last_met_session);
	else
		snprintf(why, sizeof(why), "%s%s", draw_reason_text(d->reason),
		    d->reason == DRAW_NEW ? "" : ": never met");
	if (used + 2 + (int)strlen(why) <= LINE_COLUMNS)
		printf("  %s", why);
	else
		printf("\n    %s", why);
}

static void
print_items(const struct bank *b, const struct form *f, bool explain)
{
	struct columns c = columns_of(b, f);

	printf(" #  %-*s%s  %-*s  level    kind             min%s\n", c.id, "item", c.split ? "\n    " : "",
	    c.topic, "topic", explain ? "  why" : "");
	for (size_t i = 0; i < f->item_count; i++) {
		const struct drawn *d = &f->items[i];
		const struct item *it = &b->items[d->item];

		printf("%2zu  %-*s%s", i + 1, c.split ? 0 : c.id, it->id, c.split ? "\n    " : "");
		printf("  %-*s  %-7s  %-15s %4.1f", c.topic, b->topics[it->topic].id,
		    difficulty_name(it->difficulty), kind_name(it->kind), it->limit_tenths / 10.0);
		if (explain)
			print_why(d, ITEM_COLUMNS + c.topic + (c.split ? 0 : c.id));
		putchar('\n');
	}
}

static void
print_rules(const struct bank *b, const struct form *f)
{
	char room[NAME_BYTES], range[32], wanted[16];

	puts("\nrule                          allowed   wanted    got  stock");
	for (size_t i = 0; i < f->rule_count; i++) {
		const struct rule_state *r = &f->rules[i];
		char name[NAME_BYTES + 16];

		snprintf(name, sizeof(name), "%s %s", rule_on_name(r->on),
		    rule_value_name(b, r, room, sizeof(room)));
		if (r->min == r->max)
			snprintf(range, sizeof(range), "%d", r->min);
		else
			snprintf(range, sizeof(range), "%d-%d", r->min, r->max);
		if (r->target_tenths >= 0)
			snprintf(wanted, sizeof(wanted), "%.1f", r->target_tenths / 10.0);
		else
			snprintf(wanted, sizeof(wanted), "-");
		printf(
		    "%-28s  %-8s  %6s  %5.4g  %5d\n", name, range, wanted, r->drawn_tenths / 10.0, r->stock);
	}
	printf("\n%s.\n",
	    f->relaxed ? "No rounding of the wishes fits; the least departure from them was taken" :
	    "Every wish is met up to rounding");
}

/* Digits in groups of three; of a very long number the first two and how many follow. */
static void
print_count(const char *digits)
{
	size_t len = strlen(digits);

	if (len > COUNT_DIGITS) {
		printf("%c.%c * 10^%zu", digits[0], digits[1], len - 1);
		return;
	}
	for (size_t i = 0; i < len; i++)
		printf("%s%c", i > 0 && (len - i) % 3 == 0 ? "," : "", digits[i]);
}

/* How many forms there were to choose from. */
static void
print_forms(const struct form *f)
{
	bool weighed = false;

	if (f->forms_kind == FORMS_UNCOUNTED)
		return;
	for (size_t i = 0; i < f->item_count; i++)
		weighed |= f->items[i].reason == DRAW_LEAST_MET;
	if (f->forms_kind == FORMS_EXACT && strcmp(f->forms, "1") == 0) {
		puts("The only form with these margins.");
		return;
	}
	fputs(f->forms_kind == FORMS_EXACT   ? "One of " :
	        f->forms_kind == FORMS_ABOUT ? "One of about " :
	    "One of at most ",
	    stdout);
	print_count(f->forms);
	puts(weighed ? " forms, likelier the longer ago its items were met." : " equally likely forms.");
}

static void
print_form(const struct form_choice *c, const struct form *f, bool explain)
{
	print_items(c->bank, f, explain);
	printf("%zu items, %.1f answer minutes; seed %" PRIu64 "\n", f->item_count, f->answer_tenths / 10.0,
	    c->request.seed);
	print_forms(f);
	if (explain)
		print_rules(c->bank, f);
}

/* Draws and prints, or says why it cannot be. */
static int
show(const struct app *app, const struct form_choice *c, bool explain, struct err *err)
{
	struct conflict *why = NULL;
	struct form *f = NULL;
	int rc;

	if (!app->json) {
		rc = form_draw(&f, c, err);
		if (rc == 0)
			print_form(c, f, explain);
	} else {
		rc = draw_form(&f, &why, &c->request, err);
		if (rc == DRAW_INFEASIBLE) {
			err->status = EXIT_FINDINGS;
			rc = app_print_json(conflict_json(c->bank, why), err) == 0 ? DRAW_INFEASIBLE : -1;
		} else if (rc == 0) {
			rc = app_print_json(form_json(c, f), err);
		}
	}
	form_free(f);
	conflict_free(why);
	return rc;
}

static int
draw_run(struct app *app, const struct args *args, struct err *err)
{
	struct form_choice c = { 0 };
	struct bank *bank = NULL;
	struct store *st = NULL;
	struct buf name;
	int rc;

	buf_init(&name);
	rc = app_load_bank(app, &bank, err);
	if (rc == 0)
		rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)
		rc = 0;         /* nobody has met anything yet */
	if (rc == 0)
		rc = app_candidate(app, st, &name, err);
	if (rc == 0)
		rc = form_choose(&c, app, args, bank,
		    &(struct form_wish){ .st = st,
		        .candidate = buf_text(&name),
		        .history = args_has(args, "no-retry") ? FORM_NO_RETRY : FORM_RETRY },
		    err);
	c.request.count_forms = true;
	if (rc == 0)
		rc = show(app, &c, args_has(args, "explain"), err);
	form_choice_finish(&c);
	buf_finish(&name);
	store_close(st);
	bank_free(bank);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_draw = {
	.name = "draw", .args = "", .brief = "the form that would be asked, and why; stores nothing",
	.example = "viva draw --blueprint b30 --seed 7 --explain", .options = draw_options, .json = true, .run = draw_run,
};
