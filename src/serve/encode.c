/*
 * A candidate's view as JSON:
 *
 *      {"position", "count", "phase", "state", "topic", "difficulty", "kind", "retry", "no_answer",
 *       "stem": blocks, "follow_up": blocks, "facts": [{"ask", "fact": blocks}], "grades": [5 words],
 *       "clock": {"state", "hidden", "limit_ms"}, "message"}
 *      blocks: [{"type": "paragraph", "runs": runs}, {"type": "list", "numbered", "entries": [runs]},
 *               {"type": "code", "role", "caption", "code"}]
 *      runs:   [{"style", "text"}]
 *
 * Positions count from 0.  The time that remains goes beside it, because it changes while nothing
 * else does.  Every string has been made visible; a link is its words, for the page opens none.
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/err.h"
#include "viva/serve.h"
#include "viva/text.h"
#include "viva/view.h"

static json_t *
visible_json(const char *text, bool keep_newlines)
{
	struct buf b = { 0 };
	json_t *v = NULL;

	text_visible(&b, text, strlen(text), keep_newlines);
	if (!buf_failed(&b))
		v = json_string(buf_text(&b));
	buf_finish(&b);
	return v;
}

static json_t *
text_json(const char *text)
{
	return text != NULL ? visible_json(text, false) : json_null();
}

static json_t *
runs_json(const struct prose *p)
{
	static const char *const styles[] = {
		[RUN_PLAIN] = "plain",
		[RUN_CODE] = "code",
		[RUN_EM] = "em",
		[RUN_STRONG] = "strong",
		[RUN_LINK] = "plain",
	};
	json_t *list = json_array();

	for (size_t i = 0; i < p->run_count && list != NULL; i++)
		if (json_array_append_new(list, json_pack("{s:s, s:o}", "style", styles[p->runs[i].style],
		    "text", text_json(p->runs[i].text))) != 0) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *
entries_json(const struct block *b)
{
	json_t *list = json_array();

	for (size_t i = 0; i < b->prose_count && list != NULL; i++)
		if (json_array_append_new(list, runs_json(&b->prose[i])) != 0) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *
block_json(const struct block *b)
{
	static const char *const roles[] = {
		[CODE_ROLE_CODE] = "code", [CODE_ROLE_LOG] = "log", [CODE_ROLE_DATA] = "data",
	};

	switch (b->type) {
	case BLOCK_LIST:
		return json_pack(
		    "{s:s, s:b, s:o}", "type", "list", "numbered", b->numbered, "entries", entries_json(b));
	case BLOCK_CODE:
		return json_pack("{s:s, s:s, s:o, s:o}", "type", "code", "role", roles[b->role],
		    "caption", text_json(b->caption), "code", visible_json(b->code, true));
	case BLOCK_PARAGRAPH:
		break;
	}
	return json_pack("{s:s, s:o}", "type", "paragraph", "runs", runs_json(&b->prose[0]));
}

static json_t *
blocks_json(const struct blocks *b)
{
	json_t *list = b != NULL ? json_array() : json_null();

	for (size_t i = 0; b != NULL && i < b->count && list != NULL; i++)
		if (json_array_append_new(list, block_json(&b->v[i])) != 0) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *
facts_json(const struct candidate_view *v)
{
	json_t *list = json_array();

	for (size_t i = 0; i < v->fact_count && list != NULL; i++)
		if (json_array_append_new(list, json_pack("{s:o, s:o}", "ask", text_json(v->fact_asks[i]),
		    "fact", blocks_json(v->facts[i]))) != 0) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *
grades_json(const struct candidate_view *v)
{
	json_t *list = json_array();

	for (int g = 0; g <= GRADE_MAX && list != NULL; g++)
		if (json_array_append_new(list, text_json(v->grade_titles[g])) != 0) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *
clock_json(const struct clock_view *c)
{
	static const char *const states[] = {
		[CLOCK_OFF] = "off",
		[CLOCK_RUNNING] = "running",
		[CLOCK_PAUSED] = "paused",
		[CLOCK_OVER] = "over",
	};

	return json_pack("{s:s, s:b, s:I}", "state", states[c->state], "hidden", c->hidden,
	    "limit_ms", (json_int_t)c->limit_ms);
}

int
serve_encode(struct buf *out, const struct candidate_view *v, const char *message, struct err *err)
{
	json_t *o = json_pack("{s:i, s:i, s:s, s:s, s:o, s:i, s:s, s:b, s:b, s:o, s:o, s:o, s:o, s:o, s:o}",
	    "position", v->position, "count", v->count, "phase", phase_name(v->phase),
	    "state", session_state_name(v->state), "topic", text_json(v->topic), "difficulty", v->difficulty,
	    "kind", kind_name(v->kind), "retry", v->retry, "no_answer", v->no_answer,
	    "stem", blocks_json(v->stem), "follow_up", blocks_json(v->follow_up), "facts", facts_json(v),
	    "grades", grades_json(v), "clock", clock_json(&v->clock), "message", text_json(message));
	char *line = o != NULL ? json_dumps(o, JSON_COMPACT) : NULL;

	json_decref(o);
	if (line == NULL)
		return err_memory(err);
	buf_puts(out, line);
	free(line);
	return buf_failed(out) ? err_memory(err) : 0;
}

int
serve_line(struct buf *out, const struct candidate_view *v, const char *message, struct err *err)
{
	bool runs = v->clock.state == CLOCK_RUNNING || v->clock.state == CLOCK_OVER;
	bool asks = v->phase == PHASE_PREDICT && v->state == SESSION_RUNNING;

	buf_printf(out, "view %" PRId64 " %d %d ", v->clock.remaining_ms, runs, asks ? v->position : -1);
	if (serve_encode(out, v, message, err) != 0)
		return -1;
	buf_putc(out, '\n');
	return buf_failed(out) ? err_memory(err) : 0;
}
