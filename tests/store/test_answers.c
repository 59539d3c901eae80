#include "scorers.h"

#include "viva/answers.h"
/* The rows of whole histories against the replay of every session. */

#define SESSIONS 40

static void
fill(struct store *st, struct bank *bank)
{
	static const char *const people[] = { "bob", "Ada", "Čapek" };

	for (uint64_t i = 0; i < SESSIONS; i++) {
		struct sitter t;

		sit_down(&t, st, bank, i, people[i % 3]);
		if (i % 4 == 3)
			sit(&t, 60);            /* left unfinished */
		else
			sit_to_the_end(&t);
		get_up(&t);
	}
}

static struct answers *
answers_of(struct store *st, const char *candidate, const char *bank_id)
{
	struct answers *a;

	if (store_answers(st, candidate, bank_id, &a, &err) != 0)
		TEST_FAIL("store_answers: %s", err.text);
	return a;
}

static void
check_rating(int grade, uint64_t ticks, const struct rating *r, size_t points)
{
	CHECK_INT(grade, r->settled ? r->grade : -1);
	for (size_t k = 0; k < points && r->settled; k++)
		CHECK_INT(answer_tick(ticks, k), r->ticks[k]);
}

static void
check_answer(const struct answers *a, const struct answer *v, const struct record *r, size_t position)
{
	const struct item_record *it = &r->items[position];
	const struct item *item = record_item(r, position);

	CHECK_STR(a->items[v->item].item->id, item->id);
	CHECK_INT(a->items[v->item].item->revision, item->revision);
	CHECK_INT(v->used_ms, it->read_ms + it->think_ms + it->answer_ms);
	CHECK_INT(v->limit_ms, it->limit_ms);
	CHECK_INT(v->facts, it->facts);
	CHECK_INT(v->hints, it->hints);
	CHECK_INT(v->retry, it->retry);
	CHECK_INT(v->no_answer, it->no_answer);
	CHECK_INT(v->answered, (it->state == ITEM_ANSWERED || it->state == ITEM_RATED) && !it->no_answer);
	CHECK_INT(v->prediction, it->prediction);
	check_rating(v->grade_own, v->ticks_own, &it->self, item->key_point_count);
	check_rating(v->grade_interviewer, v->ticks_interviewer, &it->interviewer, item->key_point_count);
}

/* Each row of one session, in order; returns how many items were swapped away. */
static size_t
check_session(const struct answers *a, const struct answer_session *s, const struct record *r)
{
	size_t at = s->first_answer, swapped = 0;

	CHECK_STR(a->people[s->person].name, r->head.candidate);
	CHECK_INT(s->created_us, r->head.created_us);
	CHECK_INT(s->utc_offset_min, r->head.utc_offset_min);
	CHECK_INT(s->mode, r->head.mode);
	CHECK_INT(s->state, r->state);
	CHECK_STR(s->blueprint, r->head.blueprint);
	if (r->head.interviewer == NULL)
		CHECK(s->interviewer == NULL);
	else
		CHECK_STR(s->interviewer, r->head.interviewer);
	for (size_t p = 0; p < r->item_count; p++) {
		for (; at < s->first_answer + s->answer_count && a->v[at].swapped; at++, swapped++)
			CHECK_INT(a->v[at].grade_own, -1);
		if (r->items[p].opened_ms < 0)
			continue;
		CHECK(at < s->first_answer + s->answer_count);
		CHECK_INT(a->v[at].session, s - a->sessions);
		check_answer(a, &a->v[at], r, p);
		at++;
	}
	CHECK_INT(at, s->first_answer + s->answer_count);
	return swapped;
}

static size_t
count_swaps(const struct record *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->event_count; i++)
		n += r->events[i].kind == EV_SWAP;
	return n;
}

TEST(rows_say_what_the_replay_of_each_session_says)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct answers *a;
	size_t swaps = 0, graded = 0;

	fill(st, bank);
	a = answers_of(st, NULL, "demo");
	CHECK_INT(a->session_count, SESSIONS);
	for (size_t i = 0; i < a->session_count; i++) {
		char number[24];
		struct record *r;
		int64_t id;

		snprintf(number, sizeof number, "%" PRId64, a->sessions[i].number);
		CHECK_INT(store_find(st, number, NULL, &id, &err), 0);
		r = loaded(st, id);
		CHECK_INT(check_session(a, &a->sessions[i], r), count_swaps(r));
		swaps += count_swaps(r);
		record_free(r);
	}
	for (size_t i = 0; i < a->count; i++)
		graded += a->v[i].grade_own >= 0 && a->v[i].ticks_own != 0;
	CHECK(swaps > 3 && graded > 10);
	answers_free(a);
	bank_free(bank);
	store_close(st);
}

TEST(people_stand_by_name_and_one_person_alone_has_the_same_rows)
{
	static const char *const names[] = { "Ada", "bob", "Čapek" };
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct answers *all, *one;

	fill(st, bank);
	all = answers_of(st, NULL, "demo");
	CHECK_INT(all->person_count, 3);
	for (size_t p = 0; p < 3; p++) {
		const struct answer_person *who = &all->people[p];

		CHECK_STR(who->name, names[p]);
		one = answers_of(st, names[p], "demo");
		CHECK_INT(one->person_count, 1);
		CHECK_INT(one->people[0].first_session, 0);
		CHECK_INT(one->people[0].session_count, who->session_count);
		for (size_t i = 0; i < who->session_count; i++) {
			const struct answer_session *s = &all->sessions[who->first_session + i], *t = &one->sessions[i];

			CHECK_INT(s->person, p);
			CHECK_INT(t->person, 0);
			CHECK_INT(s->number, t->number);
			CHECK_INT(s->answer_count, t->answer_count);
			for (size_t k = 0; k < s->answer_count; k++)
				CHECK_INT(all->v[s->first_answer + k].used_ms, one->v[t->first_answer + k].used_ms);
		}
		answers_free(one);
	}
	answers_free(all);
	bank_free(bank);
	store_close(st);
}

/* The marks of `sr` among the seconds of `a`, or among own grades where the candidate gave them; their number. */
static size_t
check_seconds(const struct answers *a, const struct record *r, const struct scoring_record *sr)
{
	bool own = strcmp(sr->head.rater, r->head.candidate) == 0;
	size_t n = 0;

	for (size_t p = 0; p < r->item_count; p++) {
		const struct rating *mark = &scoring_mark(sr->s, p)->rating;
		bool expected = scoring_done(sr->s) && mark->settled && (own || !r->items[p].no_answer);
		size_t found = 0;

		if (own && r->items[p].self.settled)
			continue;               /* what was marked in the session itself stands */
		for (size_t i = 0; i < a->second_count && !own; i++) {
			const struct answer *v = &a->v[a->seconds[i].answer];

			if (a->sessions[v->session].number == r->head.number && v->position == (int)p && !v->swapped &&
			    strcmp(a->seconds[i].rater, sr->head.rater) == 0) {
				CHECK_INT(a->seconds[i].grade, mark->grade);
				found++;
			}
		}
		for (size_t i = 0; i < a->count && own; i++)
			if (a->sessions[a->v[i].session].number == r->head.number && a->v[i].position == (int)p &&
			    !a->v[i].swapped && a->v[i].grade_own >= 0) {
				CHECK_INT(a->v[i].grade_own, mark->grade);
				CHECK_INT(answer_tick(a->v[i].ticks_own, 0), mark->ticks[0]);
				found++;
			}
		CHECK_INT(found, expected);
		n += found;
	}
	return n;
}

TEST(marks_of_raters_who_are_done_stand_beside_and_the_candidates_are_their_own)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct answers *a, *alone;
	size_t beside = 0, own = 0;

	fill_store(st, bank, 0, 20);
	score_store(st, 0, 20);
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct record *r = loaded(st, (INT64_C(1) << 40) + (int64_t)seed);
		struct scorer sc;

		if (r->head.mode == MODE_LED) {
			scorer_begin(&sc, st, r->head.id, r->head.candidate, 901 + 3 * seed);     /* was there */
			scorer_mark(&sc, 120, true);
			scorer_finish(&sc);
		}
		record_free(r);
	}
	a = answers_of(st, NULL, "demo");
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct record *r = loaded(st, (INT64_C(1) << 40) + (int64_t)seed);
		int64_t *ids;
		size_t count;

		CHECK_INT(store_scorings(st, r->head.id, &ids, &count, &err), 0);
		for (size_t i = 0; i < count; i++) {
			struct scoring_record *sr;

			CHECK_INT(store_scoring_load(st, ids[i], r, &sr, &err), 0);
			if (strcmp(sr->head.rater, r->head.candidate) == 0)
				own += check_seconds(a, r, sr);
			else
				beside += check_seconds(a, r, sr);
			scoring_record_free(sr);
		}
		free(ids);
		record_free(r);
	}
	CHECK(own > 3 && beside > 10);
	CHECK_INT(a->second_count, beside);
	alone = answers_of(st, "Ada", "demo");
	CHECK_INT(alone->second_count, beside);         /* nobody else rated Bob's */
	answers_free(alone);
	alone = answers_of(st, "Bob", "demo");
	CHECK_INT(alone->second_count, 0);
	answers_free(alone);
	answers_free(a);
	bank_free(bank);
	store_close(st);
}

TEST(nobody_and_another_bank_have_no_rows)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct answers *a;

	a = answers_of(st, NULL, "demo");
	CHECK_INT(a->person_count + a->session_count + a->count + a->item_count, 0);
	answers_free(a);
	fill(st, bank);
	a = answers_of(st, "nobody", "demo");
	CHECK_INT(a->person_count, 0);
	answers_free(a);
	a = answers_of(st, "Ada", "other");
	CHECK_INT(a->session_count, 0);
	answers_free(a);
	answers_free(NULL);
	bank_free(bank);
	store_close(st);
}
