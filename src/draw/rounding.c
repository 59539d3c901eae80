#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/target.h"

__extension__ typedef unsigned __int128 wide;

/*
 * Systematic rounding.  The members lie end to end on a line, each as long as its target;
 * marks stand on the line one item apart, the first at a random place.  A member gets the
 * marks that lie on it: floor or ceiling of its length, with the target as expectation.
 * Lengths are in units of 2^-32 of an item; what cutting loses is given to a member that is
 * no whole number, so that whole targets stay whole.
 */
#define UNIT ((uint64_t)1 << 32)

static uint64_t
length_of(const struct target *t)
{
	return (uint64_t)((wide)t->num * UNIT / (wide)t->den);
}

static void
shuffle(size_t *v, size_t count, struct rng *rng)
{
	for (size_t i = count; i > 1; i--) {
		size_t j = (size_t)rng_below(rng, i), x = v[i - 1];

		v[i - 1] = v[j];
		v[j] = x;
	}
}

/* Marks below `place`, when the first is at `offset`. */
static int
marks_below(uint64_t place, uint64_t offset)
{
	return place <= offset ? 0 : (int)((place - offset + UNIT - 1) / UNIT);
}

/* Makes the members' lengths add up to `wanted`. */
static void
settle(uint64_t *length, const size_t *members, size_t count, uint64_t wanted)
{
	uint64_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += length[members[i]];
	for (size_t i = 0; i < count && total != wanted; i++)
		if (length[members[i]] % UNIT != 0) {
			length[members[i]] += wanted - total;
			total = wanted;
		}
}

static void
round_family(int *out, const struct target *t, size_t count, int items, struct rng *rng)
{
	size_t order[KIND_COUNT];
	uint64_t offset = rng_below(rng, UNIT), length[KIND_COUNT], place = 0;

	if (!t[0].set) {
		for (size_t i = 0; i < count; i++)
			out[i] = -1;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		order[i] = i;
		length[i] = length_of(&t[i]);
	}
	settle(length, order, count, (uint64_t)items * UNIT);
	shuffle(order, count, rng);
	for (size_t i = 0; i < count; i++) {
		uint64_t end = place + length[order[i]];

		out[order[i]] = marks_below(end, offset) - marks_below(place, offset);
		place = end;
	}
}

static size_t
topics_of_area(size_t *out, const struct bank *b, size_t area)
{
	size_t n = 0;

	for (size_t t = 0; t < b->topic_count; t++)
		if (b->topics[t].area == area)
			out[n++] = t;
	return n;
}

void
targets_round(struct margins *m, const struct targets *t, const struct bank *b, struct rng *rng)
{
	uint64_t offset = rng_below(rng, UNIT), place = 0;

	for (size_t i = 0; i < b->area_count; i++) {
		m->area_order[i] = i;
		m->area_length[i] = length_of(&t->areas[i]);
	}
	settle(m->area_length, m->area_order, b->area_count, (uint64_t)t->items * UNIT);
	shuffle(m->area_order, b->area_count, rng);
	for (size_t i = 0; i < b->area_count; i++) {
		size_t n = topics_of_area(m->topic_order, b, m->area_order[i]);

		for (size_t k = 0; k < n; k++)
			m->topic_length[m->topic_order[k]] = length_of(&t->topics[m->topic_order[k]]);
		settle(m->topic_length, m->topic_order, n, m->area_length[m->area_order[i]]);
		shuffle(m->topic_order, n, rng);
		for (size_t k = 0; k < n; k++) {
			uint64_t end = place + m->topic_length[m->topic_order[k]];

			m->topics[m->topic_order[k]] = marks_below(end, offset) - marks_below(place, offset);
			place = end;
		}
	}
	round_family(m->difficulty, t->difficulty, DIFFICULTY_COUNT, t->items, rng);
	round_family(m->kind, t->kind, KIND_COUNT, t->items, rng);
}

int
margins_init(struct margins *m, const struct bank *b, struct arena *a)
{
	*m = (struct margins){ .topics = arena_alloc(a, b->topic_count, sizeof(*m->topics)),
		.area_order = arena_alloc(a, b->area_count, sizeof(*m->area_order)),
		.topic_order = arena_alloc(a, b->topic_count, sizeof(*m->topic_order)),
		.area_length = arena_alloc(a, b->area_count, sizeof(*m->area_length)),
		.topic_length = arena_alloc(a, b->topic_count, sizeof(*m->topic_length)) };
	return m->topics != NULL && m->area_order != NULL && m->topic_order != NULL &&
	    m->area_length != NULL && m->topic_length != NULL ? 0 : -1;
}
