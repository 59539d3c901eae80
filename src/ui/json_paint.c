/* Views and events to objects. */
#include <jansson.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/json_lines.h"
#include "viva/keys.h"
#include "viva/words.h"

#define COLUMNS 80              /* texts are wrapped alike everywhere */

static json_t *
blocks(const struct blocks *b)
{
	struct buf text;
	json_t *out;

	buf_init(&text);
	blocks_plain(&text, b, COLUMNS);
	out = json_string(buf_text(&text));
	buf_finish(&text);
	return out;
}

static json_t *
prose(const struct prose *p)
{
	struct buf words;
	json_t *out;

	buf_init(&words);
	prose_plain(&words, p, true);
	out = json_string(buf_text(&words));
	buf_finish(&words);
	return out;
}

json_t *
json_hello(const char *version)
{
	return json_pack("{s:s, s:i, s:s}", "event", "hello", "schema", JSON_LINES_SCHEMA, "viva", version);
}

static json_t *
facts(const struct candidate_view *v)
{
	json_t *out = json_array();

	for (size_t i = 0; i < v->fact_count; i++)
		json_array_append_new(
		    out, json_pack("{s:s, s:o}", "ask", v->fact_asks[i], "fact", blocks(v->facts[i])));
	return out;
}

json_t *
json_item(const struct marking_view *v)
{
	const struct candidate_view *s = &v->shown;

	return json_pack("{s:s, s:i, s:i, s:s, s:i, s:s, s:I, s:b, s:o, s:o}", "event", "item", "position",
	    s->position + 1, "count", s->count, "topic", s->topic, "difficulty", s->difficulty, "kind",
	    kind_name(s->kind), "limit_ms", (json_int_t)v->record->limit_ms, "retry", s->retry, "stem",
	    blocks(s->stem), "facts", facts(s));
}

static json_t *
grades(const struct marking_view *v)
{
	json_t *out = json_array();

	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(v->bank, v->item, g);

		json_array_append_new(out,
		    json_pack("{s:i, s:s, s:o}", "grade", g, "title", v->bank->scale[g].title, "text",
		        anchor != NULL ? prose(anchor) : json_string("")));
	}
	return out;
}

json_t *
json_reveal(const struct marking_view *v)
{
	json_t *points = json_array(), *mistakes = json_array(), *follow_ups = json_array();
	const struct item *it = v->item;

	for (size_t i = 0; i < it->key_point_count; i++)
		json_array_append_new(points,
		    json_pack("{s:s, s:b, s:i, s:o}", "id", it->key_points[i].id, "essential",
		        it->key_points[i].essential, "weight", it->key_points[i].weight, "text",
		        prose(&it->key_points[i].text)));
	for (size_t i = 0; i < it->mistake_count; i++)
		json_array_append_new(mistakes,
		    json_pack("{s:s, s:o, s:o}", "id", it->mistakes[i].id, "claim",
		        prose(&it->mistakes[i].claim), "correction", prose(&it->mistakes[i].correction)));
	for (size_t i = 0; i < it->follow_up_count; i++)
		json_array_append_new(follow_ups,
		    json_pack("{s:s, s:o, s:o}", "id", it->follow_ups[i].id, "stem",
		        blocks(&it->follow_ups[i].stem), "answer", blocks(&it->follow_ups[i].answer)));
	return json_pack("{s:s, s:i, s:o, s:o, s:o, s:o, s:o}", "event", "reveal", "position", v->shown.position + 1,
	    "answer", blocks(&it->answer), "key_points", points, "mistakes", mistakes, "follow_ups", follow_ups, "grades",
	    grades(v));
}

/* What the numbers of an event mean. */
static void
add_numbers(json_t *out, const struct marking_view *v, const struct event *ev)
{
	static const char *const marks[] = { "no", "partly", "yes" };
	const struct item *it = v->item;
	size_t which = (size_t)ev->n[0];

	switch (ev->kind) {
	case EV_PHASE:
		json_object_set_new(out, "phase", json_string(phase_name((enum phase)ev->n[0])));
		break;
	case EV_EXTEND:
		json_object_set_new(out, "added_ms", json_integer(ev->n[0]));
		break;
	case EV_FLAG:
		json_object_set_new(out, "on", json_boolean(ev->n[0]));
		break;
	case EV_TICK:
		if (it != NULL && which < it->key_point_count)
			json_object_set_new(out, "key_point", json_string(it->key_points[which].id));
		json_object_set_new(out, "mark", json_string(marks[ev->n[1] % 3]));
		break;
	case EV_MISTAKE:
		if (it != NULL && which < it->mistake_count)
			json_object_set_new(out, "mistake", json_string(it->mistakes[which].id));
		json_object_set_new(out, "made", json_boolean(ev->n[1]));
		break;
	case EV_PREDICT:
	case EV_GRADE:
		json_object_set_new(out, "grade", json_integer(ev->n[0]));
		break;
	case EV_NOTE:
		json_object_set_new(out, "kind", json_string(ev->n[0] == NOTE_ANSWER ? "answer" : "note"));
		break;
	case EV_UNDO:
		json_object_set_new(out, "undone_seq", json_integer(ev->n[0]));
		break;
	case EV_GAP:
		json_object_set_new(out, "gap_ms", json_integer(ev->n[0]));
		json_object_set_new(out, "counts", json_boolean(ev->n[1]));
		break;
	default:
		break;
	}
}

json_t *
json_event(const struct marking_view *v, const struct event *ev)
{
	json_t *out = json_pack("{s:s, s:s, s:I, s:I}", "event", "done", "what", event_kind_name(ev->kind),
	    "seq", (json_int_t)ev->seq, "at_ms", (json_int_t)ev->at_ms);

	if (out == NULL)
		return NULL;
	if (ev->item >= 0)
		json_object_set_new(out, "position", json_integer(ev->item + 1));
	add_numbers(out, v, ev);
	if (ev->kind == EV_FACT && v->shown.fact_count > 0)
		json_object_set_new(out, "facts", facts(&v->shown));
	return out;
}

json_t *
json_clock(const struct clock_view *c)
{
	static const char *const states[] = { "rests", "runs", "paused", "over" };

	if (c->hidden)
		return json_pack("{s:s}", "state", "hidden");
	return json_pack("{s:s, s:I, s:I, s:I}", "state", states[c->state], "limit_ms",
	    (json_int_t)c->limit_ms, "used_ms", (json_int_t)c->used_ms, "remaining_ms",
	    (json_int_t)c->remaining_ms);
}

static void
add_marks(json_t *out, const struct marking_view *v)
{
	static const char *const marks[] = { "no", "partly", "yes" };
	json_t *ticks = json_object(), *mistakes = json_array();

	for (size_t i = 0; i < v->item->key_point_count; i++)
		json_object_set_new(
		    ticks, v->item->key_points[i].id, json_string(marks[v->rating->ticks[i] % 3]));
	for (size_t i = 0; i < v->item->mistake_count; i++)
		if (v->rating->mistakes >> i & 1)
			json_array_append_new(mistakes, json_string(v->item->mistakes[i].id));
	json_object_set_new(out, "ticks", ticks);
	json_object_set_new(out, "mistakes", mistakes);
	json_object_set_new(out, "proposed", json_integer(v->proposed));
}

json_t *
json_state(const struct marking_view *v)
{
	enum phase phase = v->record != NULL ? v->record->phase : v->shown.phase;
	json_t *out = json_pack("{s:s, s:s, s:s, s:i, s:o}", "event", "state", "state",
	    session_state_name(v->shown.state), "phase", phase_name(phase), "position", v->shown.position + 1,
	    "clock", json_clock(&v->shown.clock));

	if (out == NULL)
		return NULL;
	if (v->shown.follow_up != NULL)
		json_object_set_new(out, "follow_up", blocks(v->shown.follow_up));
	if (v->item != NULL && v->rating != NULL)
		add_marks(out, v);
	return out;
}

json_t *
json_milestone(enum milestone m, const struct clock_view *c)
{
	static const char *const names[] = { "none", "half", "60s", "30s", "10s", "over" };

	return json_pack(
	    "{s:s, s:s, s:o}", "event", "milestone", "milestone", names[m], "clock", json_clock(c));
}

json_t *
json_refused(enum refusal why, enum phase phase)
{
	static const char *const names[] = {
		[REFUSED_NOT] = "no_change",
		[REFUSED_HERE] = "not_here",
		[REFUSED_STRICT] = "strict",
		[REFUSED_NO_MORE_FACTS] = "no_more_facts",
		[REFUSED_NOTHING_TO_UNDO] = "nothing_to_undo",
		[REFUSED_NOT_LED] = "not_led",
		[REFUSED_OUT_OF_RANGE] = "out_of_range",
		[REFUSED_PAUSED] = "paused",
	};

	return json_pack("{s:s, s:s, s:s}", "event", "refused", "why", names[why], "message",
	    words_refusal(why, phase));
}

json_t *
json_help(void)
{
	json_t *list = json_array();

	for (const struct json_command_help *c = json_commands; c->name != NULL; c++)
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s}", "do", c->name, "fields", c->fields, "help", c->help));
	for (size_t i = 0; i < session_key_count; i++) {
		if (json_is_command(&session_keys[i]))
			json_array_append_new(list,
			    json_pack("{s:s, s:s, s:s}", "do", session_keys[i].name, "fields", "", "help",
			        session_keys[i].help));
	}
	return json_pack("{s:s, s:o}", "event", "help", "commands", list);
}
