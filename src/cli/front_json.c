/* Lines of JSON: a line in is a command, lines out say what happened.  `viva help json` describes both. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/front.h"
#include "cli/lines.h"
#include "cli/sitting.h"
#include "viva/json_lines.h"
#include "viva/text.h"

struct json_front {
	struct front front;
	struct lines in;
	bool changed;                   /* since the last state was written */
	bool failed;                    /* a line could not be made or written */
	size_t line_count;              /* read so far, for errors */
};

static struct json_front *
of(struct front *f)
{
	return (struct json_front *)f;
}

/* ASCII alone, so that no text from outside does anything to a terminal. */
static void
put(struct json_front *jf, json_t *object)
{
	if (object == NULL ||
	    json_dumpf(object, stdout, JSON_COMPACT | JSON_ENSURE_ASCII | JSON_REAL_PRECISION(6)) != 0 ||
	    putchar('\n') == EOF)
		jf->failed = true;
	json_decref(object);
}

/* A line for the person who runs the program, where there is one. */
static void
prompt(const char *line)
{
	if (isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
		fprintf(stderr, "%s\n", line);
}

/* ---- shows ---- */

static void
say(struct front *f, const char *line)
{
	put(of(f), json_pack("{s:s, s:s}", "event", "message", "message", line));
}

static void
show_opening(struct front *f, const struct plain_opening *o)
{
	char seed[32];

	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)o->seed);
	put(of(f),
	    json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:f, s:s, s:s, s:b, s:b, s:f, s:s}", "event", "opening",
	        "candidate", o->candidate, "bank_title", o->bank_title, "bank_version", o->bank_version,
	        "blueprint_title", o->blueprint_title, "items", o->items, "answer_minutes",
	        o->answer_tenths / 10.0, "seed", seed, "review", o->review == REVIEW_EACH ? "each" : "end",
	        "strict", (o->flags & SESSION_STRICT) != 0, "hide_clock",
	        (o->flags & SESSION_HIDE_CLOCK) != 0, "extra_time", o->extra_time_permille / 1000.0,
	        "database", o->db_path));
	prompt("{\"do\":\"next\"} begins, {\"do\":\"help\"} lists the commands, {\"do\":\"quit\"} leaves.");
}

static void
show_where(struct front *f, const struct marking_view *v)
{
	if (v->shown.stem != NULL)
		put(of(f), json_item(v));
	if (v->item != NULL)
		put(of(f), json_reveal(v));
	of(f)->changed = true;
}

static void
show_event(struct front *f, const struct marking_view *v, const struct event *ev, const struct event *undone)
{
	bool leads_on = ev->kind == EV_PHASE || ev->kind == EV_PREDICT || ev->kind == EV_PASS;

	(void)undone;
	put(of(f), json_event(v, ev));
	/* In a review at the end the question was long ago. */
	if (ev->kind == EV_OPEN || ev->kind == EV_SWAP ||
	    (ev->kind == EV_PHASE && v->record->phase == PHASE_REVEAL))
		put(of(f), json_item(v));
	if (v->item != NULL && leads_on && v->record->phase == PHASE_REVEAL)
		put(of(f), json_reveal(v));
	of(f)->changed = true;
}

static void
show_milestone(struct front *f, enum milestone m, const struct clock_view *c)
{
	put(of(f), json_milestone(m, c));
}

static void
show_refusal(struct front *f, enum refusal why, enum phase phase)
{
	put(of(f), json_refused(why, phase));
}

static void
ask_gap(struct front *f, int64_t gap_ms)
{
	put(of(f), json_pack("{s:s, s:I}", "event", "gap", "gap_ms", (json_int_t)gap_ms));
	prompt("Shall this time count? {\"do\":\"gap\",\"counts\":false}");
}

static void
begin_text(struct front *f, enum note_kind kind)
{
	(void)f, (void)kind;
}

static bool
adopt(struct front *f, enum note_kind kind, const char *text, size_t len)
{
	(void)f, (void)kind, (void)text, (void)len;
	return false;
}

static void
show_closing(struct front *f, const struct closing *c)
{
	const struct session_stats *st = c->stats;
	json_t *steps = json_array(), *out;

	for (size_t i = 0; i < c->step_count; i++)
		json_array_append_new(steps, json_string(c->steps[i]));
	out = json_pack("{s:s, s:I, s:i, s:i, s:i, s:i, s:i, s:o}", "event", "closing", "number",
	    (json_int_t)c->record->head.number, "items", st->items, "answered", st->answered, "no_answers",
	    st->no_answers, "within_limit", st->within_limit, "graded", st->grade.n, "next", steps);
	if (out != NULL && st->grade.n > 0)
		json_object_set_new(out, "mean_grade", json_real(st->grade.value));
	if (out != NULL && c->report_path != NULL)
		json_object_set_new(out, "report", json_string(c->report_path));
	put(of(f), out);
}

static void
stop(struct front *f)
{
	(void)f;
	fflush(stdout);
}

static void
go_on(struct front *f, bool paused, bool writing)
{
	(void)paused, (void)writing;
	of(f)->changed = true;
}

static void
resized(struct front *f)
{
	(void)f;
}

static int
break_off(struct front *f, struct sitting *si, struct err *err)
{
	(void)f, (void)si, (void)err;
	return 0;
}

/* There are none. */
static int
child_ended(struct front *f, struct sitting *si, struct err *err)
{
	(void)f, (void)si, (void)err;
	return 0;
}

/* An ended session is read again by people. */
static void
show_review(struct front *f, const struct review_page *page)
{
	(void)f, (void)page;
}

/* ---- lines to verbs ---- */

static void
fill(struct front *f, struct sitting *si)
{
	(void)si;
	lines_fill(&of(f)->in);
}

static void
error_line(struct json_front *jf, const char *problem)
{
	put(jf,
	    json_pack(
	        "{s:s, s:I, s:s}", "event", "error", "line", (json_int_t)jf->line_count, "message", problem));
}

/* The number of the key point or mistake that is named; -1 if it is not there to be marked. */
static int
find_mark(const struct marking_view *v, const struct json_command *c)
{
	const struct item *it = v->item;

	for (size_t i = 0; it != NULL && c->input.kind == IN_TICK && i < it->key_point_count; i++)
		if (strcmp(it->key_points[i].id, c->id) == 0)
			return (int)i;
	for (size_t i = 0; it != NULL && c->input.kind == IN_MISTAKE && i < it->mistake_count; i++)
		if (strcmp(it->mistakes[i].id, c->id) == 0)
			return (int)i;
	return -1;
}

static int
give(struct json_front *jf, struct sitting *si, const struct json_command *c, struct err *err)
{
	struct session_input in = c->input;
	struct marking_view v;

	if (c->id[0] != '\0') {
		sitting_view(si, &v);
		in.a = find_mark(&v, c);
		if (in.a < 0) {
			show_refusal(&jf->front, REFUSED_OUT_OF_RANGE, session_phase(si->session));
			return 0;
		}
	}
	return sitting_give(si, in, err);
}

static int
take_text(struct sitting *si, const struct json_command *c, struct err *err)
{
	if (c->text_len > STORE_TEXT_MAX_BYTES) {
		front_say(si->front, "One text holds %u bytes; that one has %zu and was not kept.", STORE_TEXT_MAX_BYTES,
		    c->text_len);
		return 0;
	}
	if (sitting_text_begin(si, c->kind, err) != 0)
		return -1;
	if (!si->writing)
		return 0;               /* refused, and said so */
	if (sitting_text_edit(si, 0, 0, c->text, c->text_len, err) != 0)
		return -1;
	return sitting_text_end(si, err);
}

/* What can be done at any moment.  Returns 1 if `c` is none of it. */
static int
take_anytime(struct json_front *jf, struct sitting *si, const struct json_command *c)
{
	switch (c->verb) {
	case JSON_HELP:
		put(jf, json_help());
		return 0;
	case JSON_QUIT:
		sitting_leave(si, EXIT_STOPPED);
		return 0;
	default:
		return 1;
	}
}

static int
take_in_session(struct json_front *jf, struct sitting *si, const struct json_command *c, struct err *err)
{
	struct marking_view v;

	sitting_view(si, &v);
	if ((c->verb == JSON_GAP) != (si->asked_gap_ms > 0)) {
		show_refusal(&jf->front, REFUSED_HERE, session_phase(si->session));
		return 0;
	}
	switch (c->verb) {
	case JSON_INPUT:
		return give(jf, si, c, err);
	case JSON_TIME:
		put(jf, json_pack("{s:s, s:o}", "event", "time", "clock", json_clock(&v.shown.clock)));
		return 0;
	case JSON_SWAP:
		return sitting_swap(si, err);
	case JSON_TEXT:
		return take_text(si, c, err);
	case JSON_GAP:
		return sitting_answer_gap(si, c->flag, err);
	case JSON_VIEW:
		show_where(&jf->front, &v);
		return 0;
	case JSON_HELP:
	case JSON_QUIT:
		break;
	}
	return 0;
}

static int
take_command(struct json_front *jf, struct sitting *si, const struct json_command *c, struct err *err)
{
	if (take_anytime(jf, si, c) == 0)
		return 0;
	if (si->session != NULL)
		return take_in_session(jf, si, c, err);
	if (c->verb == JSON_INPUT && c->input.kind == IN_NEXT)
		sitting_proceed(si);
	else
		show_refusal(&jf->front, REFUSED_HERE, PHASE_NONE);
	return 0;
}

static int
take(struct front *f, struct sitting *si, struct err *err)
{
	struct json_front *jf = of(f);
	char problem[JSON_PROBLEM_BYTES];
	struct json_command c;
	const char *line;
	size_t len, over;
	int rc = 0;

	switch (lines_next(&jf->in, &line, &len, &over)) {
	case LINE_READY:
		break;
	case LINE_END:
		sitting_leave(si, EXIT_STOPPED);
		return 1;
	case LINE_NONE:
		return 0;
	}
	jf->line_count++;
	if (over > 0) {
		snprintf(problem, sizeof(problem), "that line has %zu bytes; one line holds %u", len + over,
		    JSON_LINE_MAX_BYTES);
		error_line(jf, problem);
	} else if (json_command_parse(&c, line, len, problem) != 0) {
		error_line(jf, problem);
	} else {
		rc = take_command(jf, si, &c, err);
		json_command_finish(&c);
	}
	return rc < 0 ? -1 : 1;
}

static int
flush(struct front *f, struct sitting *si)
{
	struct marking_view v;

	if (of(f)->changed && si->session != NULL) {
		sitting_view(si, &v);
		put(of(f), json_state(&v));
	}
	of(f)->changed = false;
	return of(f)->failed || fflush(stdout) != 0 || ferror(stdout);
}

static int64_t
wake_boot_ms(const struct front *f, struct sitting *si)
{
	(void)f, (void)si;
	return INT64_MAX;
}

static void
release(struct front *f)
{
	lines_finish(&of(f)->in);
	free(f);
}

static const struct front_ops json_ops = {
	.fill = fill, .take = take, .flush = flush, .wake_boot_ms = wake_boot_ms,
	.opening = show_opening, .where = show_where, .event = show_event, .milestone = show_milestone,
	.refused = show_refusal, .say = say, .ask_gap = ask_gap, .text_begins = begin_text, .adopt = adopt,
	.closing = show_closing, .review = show_review,
	.stop = stop, .go_on = go_on, .resized = resized, .child_ended = child_ended,
	.break_off = break_off, .free = release,
};

struct front *
front_json(void)
{
	struct json_front *jf = calloc(1, sizeof(*jf));

	if (jf == NULL)
		return NULL;
	jf->front = (struct front){ .ops = &json_ops, .in_fd = STDIN_FILENO };
	lines_init(&jf->in, STDIN_FILENO);
	jf->in.cap = JSON_LINE_MAX_BYTES;
	put(jf, json_hello(VIVA_VERSION));
	return &jf->front;
}
