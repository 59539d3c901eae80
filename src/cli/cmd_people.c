#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/standing.h"
#include "cli/stats_out.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "viva/buf.h"

#define GOAL_MIN 1              /* nobody has to reach 0 */

/* ---- everyone ---- */

static const struct table_column columns[] = {
	{ "name", 30, false }, { "sat", 5, true }, { "led", 5, true }, { "rated", 5, true }, { "goal", 4, true },
	{ "time", 5, true }, { "last session", 12, false },
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
put_person(struct buf *out, const struct table *t, const struct person_line *p)
{
	char sat[24], led[24], rated[24], goal[16] = "", time[16] = "", last[40] = "";
	const char *cells[COLUMNS] = { p->name, sat, led, rated, goal, time, last };

	snprintf(sat, sizeof(sat), "%lld", (long long)p->sat);
	snprintf(led, sizeof(led), "%lld", (long long)p->led);
	snprintf(rated, sizeof(rated), "%lld", (long long)p->rated);
	if (p->settings.goal != PERSON_NO_GOAL)
		snprintf(goal, sizeof(goal), "%d", p->settings.goal);
	if (p->settings.extra_time_permille != PERSON_NO_EXTRA_TIME)
		snprintf(time, sizeof(time), "x%d.%02d", p->settings.extra_time_permille / 1000,
		    p->settings.extra_time_permille % 1000 / 10);
	if (p->last_us > 0)
		format_local(p->last_us, 0, last);
	last[last[0] != '\0' ? 10 : 0] = '\0';          /* the day, in UTC */
	table_row(out, t, cells);
}

static void
print_people(const struct people_list *l)
{
	const struct table t = { columns, COLUMNS, 1, tell_columns(stdout) };
	struct buf out;

	if (l->count == 0) {
		tell(stdout, 0, 0, "Nobody yet: `viva solo --as NAME` enters a name with its first session.");
		return;
	}
	buf_init(&out);
	table_head(&out, &t);
	for (size_t i = 0; i < l->count; i++)
		put_person(&out, &t, &l->v[i]);
	fputs(buf_text(&out), stdout);
	buf_clear(&out);
	for (size_t i = 0; i < l->count; i++)
		for (size_t k = 0; k < l->v[i].also_count; k++)
			tell(stdout, 0, 2, "%s is also %s.", l->v[i].name, l->v[i].also[k]);
	buf_finish(&out);
}

/* ---- as JSON ---- */

static json_t *
settings_json(const char *name, const struct person_settings *s)
{
	return json_pack("{s:s, s:o, s:f}", "name", name,
	    "goal", s->goal != PERSON_NO_GOAL ? json_integer(s->goal) : json_null(),
	    "extra_time", s->extra_time_permille / 1000.0);
}

static json_t *
person_json(const struct person_line *p)
{
	json_t *o = settings_json(p->name, &p->settings), *roles = json_array(), *also = json_array();
	char last[40];

	if (p->sat > 0)
		json_array_append_new(roles, json_string("candidate"));
	if (p->led > 0)
		json_array_append_new(roles, json_string("interviewer"));
	if (p->rated > 0)
		json_array_append_new(roles, json_string("rater"));
	for (size_t i = 0; i < p->also_count; i++)
		json_array_append_new(also, json_string(p->also[i]));
	if (o == NULL || json_object_set_new(o, "roles", roles) != 0 ||
	    json_object_set_new(o, "also", also) != 0 ||
	    json_object_set_new(o, "sat", json_integer(p->sat)) != 0 ||
	    json_object_set_new(o, "led", json_integer(p->led)) != 0 ||
	    json_object_set_new(o, "rated", json_integer(p->rated)) != 0 ||
	    json_object_set_new(o, "last_session_at",
	        p->last_us > 0 ? json_string(format_utc(p->last_us, last)) : json_null()) != 0) {
		json_decref(o);
		return NULL;
	}
	return o;
}

static json_t *
people_json(const struct people_list *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->count; i++)
		if (json_array_append_new(list, person_json(&l->v[i])) != 0) {
			json_decref(list);
			return NULL;
		}
	return json_pack("{s:o}", "people", list);
}

static int
list(const struct app *app, struct err *err)
{
	struct people_list l = { 0 };
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == 0)
		rc = store_people(st, &l, err);
	else if (rc == STORE_NOT_FOUND)
		rc = 0;
	if (rc == 0 && app->json)
		rc = app_print_json(people_json(&l), err);
	else if (rc == 0)
		print_people(&l);
	people_list_free(&l);
	store_close(st);
	return rc;
}

/* ---- changes: each writes, then says or prints what holds now ---- */

static int
not_found(const char *name, struct err *err)
{
	return err_set(
	    err, EXIT_FINDINGS, "nobody here is called \"%s\": `viva people` lists the names", name);
}

static int
rename_to(const struct app *app, struct store *st, const struct args *args, struct err *err)
{
	struct buf name;
	int rc;

	buf_init(&name);
	rc = store_rename(st, args->words[1], args->words[2], &name, err);
	if (rc == STORE_NOT_FOUND)
		rc = not_found(args->words[1], err);
	if (rc == 0 && app->json)
		rc = app_print_json(json_pack("{s:s}", "name", buf_text(&name)), err);
	else if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "%s is the name now, in all sessions; files written before keep the old one.",
		    buf_text(&name));
	buf_finish(&name);
	return rc;
}

static int
merge(const struct app *app, struct store *st, const struct args *args, struct err *err)
{
	struct buf from, into;
	int rc = 0, known;

	buf_init(&from);
	buf_init(&into);
	for (size_t i = 1; i <= 2 && rc == 0; i++) {
		known = store_known_person(st, args->words[i], i == 1 ? &from : &into, err);
		rc = known == STORE_NOT_FOUND ? not_found(args->words[i], err) : known;
	}
	buf_clear(&into);
	if (rc == 0)
		rc = store_merge(st, args->words[1], args->words[2], &into, err);
	if (rc == 0 && app->json)
		rc = app_print_json(
		    json_pack("{s:s, s:s}", "name", buf_text(&into), "merged", buf_text(&from)), err);
	else if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "%s and %s are one person now, called %s: what either sat, led or rated counts together. "
		    "Nothing was rewritten; `viva people unmerge \"%s\"` takes them apart again.", buf_text(&from),
		    buf_text(&into), buf_text(&into), buf_text(&from));
	buf_finish(&from);
	buf_finish(&into);
	return rc;
}

static int
unmerge(const struct app *app, struct store *st, const struct args *args, struct err *err)
{
	struct buf from;
	int rc;

	buf_init(&from);
	rc = store_unmerge(st, args->words[1], &from, err);
	if (rc == STORE_NOT_FOUND)
		rc = not_found(args->words[1], err);
	if (rc == 0 && app->json)
		rc = app_print_json(
		    json_pack("{s:s, s:s}", "name", args->words[1], "parted_from", buf_text(&from)), err);
	else if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "%s is a person of their own again; sessions begun since the merge stay with %s.",
		    args->words[1], buf_text(&from));
	buf_finish(&from);
	return rc;
}

/* Sets what `words[0]` says to `words[2]` in `s`; -1 with a usage error. */
static int
read_setting(struct person_settings *s, const struct args *args, struct err *err)
{
	const char *value = args->words[2];
	long goal = PERSON_NO_GOAL;

	if (strcmp(args->words[0], "extra-time") == 0) {
		if (parse_extra_time(value, &s->extra_time_permille) != 0)
			return cmd_usage(
			           args, err, "extra-time takes a factor from 1 (none) to 4, such as 1.5"),
			       -1;
		return 0;
	}
	if (strcmp(value, "usual") != 0 && parse_int(value, GOAL_MIN, GRADE_MAX, &goal) != 0)
		return cmd_usage(args, err, "goal takes a grade from %d to %d, or usual for %g", GOAL_MIN,
		           GRADE_MAX, GOAL_DEFAULT),
		       -1;
	s->goal = (int)goal;
	return 0;
}

static void
say_setting(const char *verb, const char *name, const struct person_settings *s)
{
	if (strcmp(verb, "extra-time") == 0 && s->extra_time_permille != PERSON_NO_EXTRA_TIME)
		tell(stdout, 0, 0, "%s has every limit times %d.%02d from now on, unless --extra-time gives another.", name,
		    s->extra_time_permille / 1000, s->extra_time_permille % 1000 / 10);
	else if (strcmp(verb, "extra-time") == 0)
		tell(stdout, 0, 0, "%s has the usual time.", name);
	else if (s->goal != PERSON_NO_GOAL)
		tell(stdout, 0, 0, "The goal of %s is grade %d.", name, s->goal);
	else
		tell(stdout, 0, 0, "The goal of %s is the usual one, grade %g.", name, GOAL_DEFAULT);
}

static int
set(const struct app *app, struct store *st, const struct args *args, struct err *err)
{
	struct person_settings s;
	struct buf name;
	int rc;

	buf_init(&name);
	rc = store_person_settings(st, args->words[1], &s, err);
	if (rc == 0)
		rc = read_setting(&s, args, err);
	if (rc == 0)
		rc = store_set_person(st, args->words[1], &s, err);
	if (rc == 0)
		rc = store_known_person(st, args->words[1], &name, err);
	if (rc == STORE_NOT_FOUND)
		rc = not_found(args->words[1], err);
	if (rc == 0 && app->json)
		rc = app_print_json(settings_json(buf_text(&name), &s), err);
	else if (rc == 0 && !app->quiet)
		say_setting(args->words[0], buf_text(&name), &s);
	buf_finish(&name);
	return rc;
}

/* ---- the command ---- */

static const struct verb {
	const char *name;
	size_t words;                   /* with itself */
	const char *usage;
	int (*run)(const struct app *app, struct store *st, const struct args *args, struct err *err);
} verbs[] = {
	{ "rename", 3, "rename takes two names, the old and the new", rename_to },
	{ "merge", 3, "merge takes two names: who was entered twice, and whose name it shall be", merge },
	{ "unmerge", 2, "unmerge takes the name that was merged into another", unmerge },
	{ "goal", 3, "goal takes a name and a grade", set },
	{ "extra-time", 3, "extra-time takes a name and a factor", set },
};

static int
people_run(struct app *app, const struct args *args, struct err *err)
{
	const struct verb *verb = NULL;
	struct store *st = NULL;
	int rc;

	if (args->word_count == 0)
		return list(app, err) == 0 ? EXIT_DONE : (int)err->status;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strcmp(verbs[i].name, args->words[0]) == 0)
			verb = &verbs[i];
	if (verb == NULL)
		return cmd_usage(
		    args, err, "\"%s\" is not rename, merge, unmerge, goal or extra-time", args->words[0]);
	if (args->word_count != verb->words)
		return cmd_usage(args, err, "%s", verb->usage);
	rc = app_open_store(app, &st, STORE_WRITE, err);
	if (rc == 0)
		rc = verb->run(app, st, args, err);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_people = {
	.name = "people", .args = "[rename|merge|unmerge|goal|extra-time NAME ...]",
	.brief = "who sat, led and rated; their names, goals and extra time", .example = "viva people",
	.words_max = 3, .json = true, .run = people_run,
};
