#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/form.h"

static bool
counts_for(const struct bank *b, const struct rule_state *r, size_t item)
{
	const struct item *it = &b->items[item];

	switch (r->on) {
	case RULE_AREA: return b->topics[it->topic].area == r->value;
	case RULE_TOPIC: return it->topic == r->value;
	case RULE_KIND: return it->kind == r->value;
	case RULE_DIFFICULTY: return it->difficulty == (int)r->value;
	case RULE_FIRST: return it->difficulty == 1;
	case RULE_REQUIRED: return item == r->value;
	case RULE_ENEMIES:
		for (size_t e = 0; e < it->enemy_count; e++)
			if (it->enemies[e] == r->value)
				return true;
		return false;
	case RULE_ITEMS: case RULE_MINUTES: case RULE_TOPIC_MAX:
		break;
	}
	return true;
}

struct rule_state
rule_state_of(const struct rule *r)
{
	return (struct rule_state){ .on = r->on, .value = r->value, .min = r->min, .max = r->max,
		.target_tenths = -1, .drawn_tenths = -1 };
}

void
rule_states_count(struct rule_state *rules, size_t count, const struct draw_request *rq)
{
	for (size_t i = 0; i < rq->bank->item_count; i++) {
		if (!rules_eligible(rq, i))
			continue;
		for (size_t r = 0; r < count; r++)
			rules[r].stock += counts_for(rq->bank, &rules[r], i);
	}
}

static int
target_of(const struct targets *t, const struct rule_state *r)
{
	switch (r->on) {
	case RULE_AREA: return target_tenths(&t->areas[r->value]);
	case RULE_TOPIC: return target_tenths(&t->topics[r->value]);
	case RULE_KIND: return target_tenths(&t->kind[r->value]);
	case RULE_DIFFICULTY: return target_tenths(&t->difficulty[r->value - 1]);
	default: return -1;
	}
}

int
rule_drawn_tenths(const struct rule_state *r, const struct bank *b, const size_t *items, size_t count)
{
	int n = 0, most = 0, tenths = 0;

	for (size_t i = 0; i < count; i++) {
		int same = 0;

		n += counts_for(b, r, items[i]);
		tenths += b->items[items[i]].limit_tenths;
		for (size_t k = 0; k < count; k++)
			same += b->items[items[k]].topic == b->items[items[i]].topic;
		most = same > most ? same : most;
	}
	return r->on == RULE_MINUTES ? tenths : 10 * (r->on == RULE_TOPIC_MAX ? most : n);
}

static int
report_place(enum rule_on on)
{
	switch (on) {
	case RULE_TOPIC_MAX: return 1;
	case RULE_MINUTES: return 2;
	case RULE_ITEMS: return 3;
	case RULE_FIRST: case RULE_REQUIRED: case RULE_ENEMIES: return -1;
	default: return 0;
	}
}

/* Quotas in the blueprint's order, topic-max, minutes, items. */
static int
report_rules(struct form *f, const struct draw_request *rq, const struct targets *targets,
    const size_t *items, struct arena *a)
{
	struct rule *rules;
	size_t count;

	if (rules_of_request(&rules, &count, rq, a) != 0)
		return -1;
	f->rules = calloc(count, sizeof(*f->rules));
	if (f->rules == NULL)
		return -1;
	for (int place = 0; place <= 3; place++)
		for (size_t i = 0; i < count; i++) {
			struct rule_state *s = &f->rules[f->rule_count];

			if (report_place(rules[i].on) != place)
				continue;
			*s = rule_state_of(&rules[i]);
			s->target_tenths = target_of(targets, s);
			s->drawn_tenths = rule_drawn_tenths(s, rq->bank, items, f->item_count);
			f->rule_count++;
		}
	rule_states_count(f->rules, f->rule_count, rq);
	return 0;
}

static enum draw_reason
reason_of(const struct draw_request *rq, size_t item, const size_t *retries, size_t retry_count)
{
	if (rq->use != NULL && rq->use[item] == ITEM_REQUIRED)
		return DRAW_REQUIRED;
	for (size_t i = 0; i < retry_count; i++)
		if (retries[i] == item)
			return DRAW_RETRY;
	return rq->history != NULL && rq->history[item].times_met > 0 ? DRAW_LEAST_MET : DRAW_NEW;
}

static void
sort_items(size_t *items, size_t count, const struct bank *b,
    bool (*before)(const struct item *, const struct item *))
{
	for (size_t i = 1; i < count; i++) {
		size_t x = items[i], k = i;

		for (; k > 0 && before(&b->items[x], &b->items[items[k - 1]]); k--)
			items[k] = items[k - 1];
		items[k] = x;
	}
}

static bool
id_before(const struct item *a, const struct item *b)
{
	return strcmp(a->id, b->id) < 0;
}

static bool
easier(const struct item *a, const struct item *b)
{
	return a->difficulty < b->difficulty;
}

/* Difficulty ascending, ties by chance; from an order that does not depend on the file. */
static void
order_items(size_t *items, size_t count, const struct bank *b, struct rng *rng)
{
	sort_items(items, count, b, id_before);
	for (size_t i = count; i > 1; i--) {
		size_t j = (size_t)rng_below(rng, i), x = items[i - 1];

		items[i - 1] = items[j];
		items[j] = x;
	}
	sort_items(items, count, b, easier);
}

static int
fill(struct form *f, const struct draw_request *rq, const struct outcome *o, const size_t *retries,
    size_t retry_count, struct rng *rng)
{
	size_t items[2 * DRAW_ITEMS_MAX], n = 0;
	struct arena *a;
	int result;

	for (size_t i = 0; i < o->pool.fixed_count; i++)
		items[n++] = o->pool.fixed[i].item;
	for (size_t i = 0; i < o->selection.count; i++)
		items[n++] = o->pool.picks[o->selection.picks[i]].item;
	order_items(items, n, rq->bank, rng);
	f->items = calloc(n > 0 ? n : 1, sizeof(*f->items));
	if (f->items == NULL)
		return -1;
	for (size_t i = 0; i < n; i++) {
		struct drawn *d = &f->items[f->item_count++];

		d->item = items[i];
		d->reason = reason_of(rq, items[i], retries, retry_count);
		if (rq->history != NULL) {
			d->times_met = rq->history[items[i]].times_met;
			d->last_met_session = rq->history[items[i]].last_met_session;
		}
		f->answer_tenths += rq->bank->items[items[i]].limit_tenths;
	}
	a = arena_new();
	result = a != NULL ? report_rules(f, rq, &o->targets, items, a) : -1;
	arena_free(a);
	return result;
}

int
form_make(struct form **out, const struct draw_request *rq, const struct outcome *o, const size_t *retries,
    size_t retry_count, struct rng *rng)
{
	struct form *f = calloc(1, sizeof(*f));

	if (f == NULL)
		return -1;
	f->relaxed = o->relaxed;
	f->departure_tenths = 10 * o->departure;
	f->forms_kind = o->forms_kind;
	f->forms = strdup(o->forms != NULL ? o->forms : "");
	if (f->forms == NULL || fill(f, rq, o, retries, retry_count, rng) != 0) {
		form_free(f);
		return -1;
	}
	*out = f;
	return 0;
}

void
form_free(struct form *f)
{
	if (f == NULL)
		return;
	free(f->items);
	free(f->rules);
	free(f->forms);
	free(f);
}
