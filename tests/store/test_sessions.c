/* Writing and reading sessions through the public functions. */
#include "sessions.h"

#include "store/db.h"

static void
check_same_record(const struct sitter *t, const struct record *r)
{
	CHECK_INT(r->head.number, t->head.number);
	CHECK_INT(r->head.id, t->head.id);
	CHECK_INT(r->head.mode, t->head.mode);
	CHECK_INT(r->head.review, t->head.review);
	CHECK_INT(r->head.flags, t->head.flags);
	CHECK_INT(r->head.extra_time_permille, t->head.extra_time_permille);
	CHECK_STR(r->head.candidate, t->head.candidate);
	CHECK((r->head.interviewer == NULL) == (t->head.interviewer == NULL));
	CHECK_STR(r->head.bank_id, "demo");
	CHECK_STR(r->head.bank_version, "3");
	CHECK_STR(r->head.bank_title, "Demo & test");
	CHECK(memcmp(r->head.bank_sha256, t->head.bank_sha256, 32) == 0);
	CHECK_STR(r->head.blueprint, "b45");
	CHECK_STR(r->head.blueprint_title, "Forty-five \"minutes\"");
	CHECK(r->head.seed == t->head.seed);
	CHECK_INT(r->head.created_us, t->head.created_us);
	CHECK_INT(r->head.utc_offset_min, -330);
	CHECK_INT(r->state, session_state(t->s));
	CHECK_INT(r->event_count, session_last_seq(t->s));
	CHECK_INT(r->item_count, t->count);
	for (size_t i = 0; i < t->count; i++) {
		const struct item_record *want = session_record(t->s, i), *got = &r->items[i];
		char id[32];

		snprintf(id, sizeof id, "item-%zu", t->form[i]);
		CHECK_STR(record_item(r, i)->id, id);
		/* field by field: padding may differ */
		CHECK_INT(got->state, want->state);
		CHECK_INT(got->phase, want->phase);
		CHECK_INT(got->limit_ms, want->limit_ms);
		CHECK_INT(got->read_ms + got->think_ms + got->answer_ms,
		    want->read_ms + want->think_ms + want->answer_ms);
		CHECK_INT(got->pause_ms, want->pause_ms);
		CHECK_INT(got->review_ms, want->review_ms);
		CHECK_INT(got->swapped_ms, want->swapped_ms);
		CHECK_INT(got->prediction, want->prediction);
		CHECK_INT(got->known, want->known);
		CHECK_INT(got->self.grade, want->self.grade);
		CHECK_INT(got->interviewer.grade, want->interviewer.grade);
		CHECK(memcmp(got->self.ticks, want->self.ticks, sizeof got->self.ticks) == 0);
		CHECK(memcmp(got->snapshot, want->snapshot, 32) == 0);
	}
}

TEST(a_session_reads_back_as_it_stands_after_every_event)
{
	struct bank *bank = test_bank();

	for (uint64_t seed = 0; seed < 12; seed++) {
		const char *path = fresh_path();
		struct store *st = store_at(path, STORE_WRITE);
		struct sitter t;

		sit_down(&t, st, bank, seed, "Ada");
		for (int i = 0; i < 60 && !session_done(t.s); i++) {
			struct record *r;

			if (sit_once(&t) != 0)
				continue;
			store_close(t.st);
			t.st = store_at(path, STORE_WRITE);
			r = loaded(t.st, t.head.id);
			check_same_record(&t, r);
			CHECK_INT(r->events[r->event_count - 1].kind, t.last.kind);
			CHECK_INT(r->event_wall_us[r->event_count - 1], t.wall_us);
			record_free(r);
		}
		store_close(t.st);
		get_up(&t);
	}
	bank_free(bank);
}

TEST(a_resumed_session_goes_on_as_if_it_had_never_stopped)
{
	struct bank *bank = test_bank();

	for (uint64_t seed = 100; seed < 120; seed++) {
		struct store *st = store_at(fresh_path(), STORE_WRITE);
		struct session *live;
		struct record *r;
		struct sitter t;

		sit_down(&t, st, bank, seed, "Ada");
		sit(&t, 30 + (int)seed % 50);
		r = loaded(st, t.head.id);
		live = t.s;
		if (store_replay(&t.s, r, &err) != 0)
			TEST_FAIL("store_replay: %s", err.text);
		CHECK_INT(session_last_seq(t.s), session_last_seq(live));
		CHECK_INT(session_last_ms(t.s), session_last_ms(live));
		CHECK_INT(session_position(t.s), session_position(live));
		CHECK_INT(session_phase(t.s), session_phase(live));
		sit_to_the_end(&t);
		get_up(&t);
		session_free(live);
		record_free(r);
		record_free(loaded(st, t.head.id));
		store_close(st);
	}
	bank_free(bank);
}

TEST(texts_come_back_in_order_without_those_taken_back)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;
	int seen = 0, undone = 0;

	for (uint64_t seed = 200; seed < 230; seed++) {
		int64_t last = 0;
		struct record *r;

		sit_down(&t, st, bank, seed, "Ada");
		sit_to_the_end(&t);
		r = loaded(st, t.head.id);
		for (size_t i = 0; i < r->note_count; i++) {
			const struct note *n = &r->notes[i];
			const struct event *ev = &r->events[n->seq - 1];
			char want[128];

			CHECK(n->seq > last);
			last = n->seq;
			text_of(&t, n->seq, want, sizeof want);
			CHECK_STR(n->text, want);
			CHECK_INT(ev->kind, EV_NOTE);
			CHECK_INT(n->position, ev->item);
			CHECK_INT(n->kind, ev->n[0]);
			CHECK_INT(n->private_note, ev->n[1]);
			CHECK_INT(n->by, ev->actor);
			CHECK_INT(n->at_ms, ev->at_ms);
			seen++;
		}
		for (size_t i = 0; i < r->event_count; i++)
			if (r->events[i].kind == EV_UNDO &&
			    r->events[r->events[i].n[0] - 1].kind == EV_NOTE) {
				undone++;
				for (size_t k = 0; k < r->note_count; k++)
					CHECK(r->notes[k].seq != r->events[i].n[0]);
			}
		record_free(r);
		get_up(&t);
	}
	CHECK(seen > 50);
	CHECK(undone > 3);
	bank_free(bank);
	store_close(st);
}

TEST(the_same_event_again_is_success_and_changes_nothing)
{
	const char *path = fresh_path();
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;

	sit_down(&t, st, bank, 7, "Ada");
	for (int i = 0; i < 200 && !session_done(t.s); i++) {
		struct record *before, *after;
		struct event ev;

		if (sit_once(&t) != 0 || t.last.kind == EV_SWAP)
			continue;
		ev = t.last;
		before = loaded(st, t.head.id);
		CHECK_INT(commit(&t, &ev), 0);          /* at another wall time */
		after = loaded(st, t.head.id);
		CHECK(memcmp(before->chain, after->chain, 32) == 0);
		CHECK_INT(after->event_count, before->event_count);
		record_free(before);
		record_free(after);
	}
	bank_free(bank);
	get_up(&t);
	store_close(st);
}

TEST(the_same_beginning_again_is_success_and_keeps_its_number)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct buf snapshot;
	struct session_item item = given_item(bank, 0, &snapshot);
	struct session_head head = { .id = 77, .extra_time_permille = 1000, .candidate = "ada",
	    .bank_id = "demo",
		.blueprint = "drill" };
	struct event events[3];
	struct session *s;
	int64_t id;
	size_t n;

	CHECK_INT(store_person(st, "Ada", 5, WALL_US, &id, NULL, &err), 0);
	s = session_new(&head, &item, 1);
	n = session_begin(s, 0, events);
	for (int i = 0; i < 3; i++) {
		head.number = 0;
		CHECK_INT(store_begin(st, &head, &snapshot, 1, s, events, n, WALL_US, &err), 0);
		CHECK_INT(head.number, 1);
	}
	head.seed = 1;                  /* another session under the same id */
	CHECK_INT(store_begin(st, &head, &snapshot, 1, s, events, n, WALL_US, &err), -1);
	CHECK_INT(err.status, EXIT_HELD);
	CHECK_INT(head.number, 0);
	head.candidate = "nobody";
	CHECK_INT(store_begin(st, &head, &snapshot, 1, s, events, n, WALL_US, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	session_free(s);
	buf_finish(&snapshot);
	bank_free(bank);
	store_close(st);
}

TEST(a_different_event_of_the_same_number_is_held)
{
	const char *path = fresh_path();
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;
	struct event ev;
	struct record *r;

	sit_down(&t, st, bank, 8, "Ada");
	do
		sit(&t, 1);
	while (t.last.kind == EV_NOTE || t.last.kind == EV_SWAP || t.last.seq < 10);
	ev = t.last;
	ev.at_ms++;
	CHECK_INT(store_append(st, t.s, &ev, NULL, NULL, WALL_US, &err), -1);
	CHECK_INT(err.status, EXIT_HELD);
	r = loaded(st, t.head.id);
	CHECK_INT(r->event_count, session_last_seq(t.s));
	record_free(r);
	get_up(&t);
	bank_free(bank);
	store_close(st);
}

TEST(an_event_after_one_that_was_not_saved_is_refused)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct session_input flag = { .kind = IN_FLAG, .actor = ACTOR_CANDIDATE };
	struct bank *bank = test_bank();
	struct sitter t;
	struct event first, second;

	sit_down(&t, st, bank, 3, "Ada");
	CHECK(session_step(t.s, flag, 0, &first, NULL));
	CHECK(session_step(t.s, flag, 0, &second, NULL));
	CHECK_INT(commit(&t, &second), -1);
	CHECK_INT(err.status, EXIT_IO);
	CHECK_INT(commit(&t, &first), 0);
	CHECK_INT(commit(&t, &second), 0);
	get_up(&t);
	bank_free(bank);
	store_close(st);
}

TEST(texts_that_are_no_text_are_refused_before_anything_is_written)
{
	static const struct { const char *data; size_t len; } bad[] = { { "\xFF", 1 }, { "a\0b", 3 },
	    { "\xC3", 1 } };
	struct session_input note = { .kind = IN_NOTE, .actor = ACTOR_CANDIDATE };
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct store_text text;
	struct sitter t;
	struct event ev;
	char *big = malloc(STORE_TEXT_MAX_BYTES + 1);

	sit_down(&t, st, bank, 3, "Ada");
	CHECK(session_step(t.s, note, 0, &ev, NULL));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		text = (struct store_text){ .data = bad[i].data, .len = bad[i].len };
		CHECK_INT(store_append(st, t.s, &ev, &text, NULL, WALL_US, &err), -1);
		CHECK_INT(err.status, EXIT_FINDINGS);
	}
	memset(big, 'x', STORE_TEXT_MAX_BYTES + 1);
	text = (struct store_text){ .data = big, .len = STORE_TEXT_MAX_BYTES + 1 };
	CHECK_INT(store_append(st, t.s, &ev, &text, NULL, WALL_US, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	text.len--;
	CHECK_INT(store_append(st, t.s, &ev, &text, NULL, WALL_US, &err), 0);
	free(big);
	get_up(&t);
	bank_free(bank);
	store_close(st);
}

TEST(session_numbers_count_up_and_sessions_are_found_by_number_id_and_last)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	static const char *const who[] = { "Ada", "Bob", "Ada", "Bob", "Bob" };
	struct bank *bank = test_bank();
	struct sitter t;
	int64_t ids[5], id;
	char text[32];

	CHECK_INT(store_find(st, "last", NULL, &id, &err), STORE_NOT_FOUND);
	for (uint64_t i = 0; i < 5; i++) {
		sit_down(&t, st, bank, i, who[i]);
		CHECK_INT(t.head.number, (int)i + 1);
		ids[i] = t.head.id;
		if (i != 1 && i != 2)
			sit_to_the_end(&t);
		get_up(&t);
	}
	for (int i = 0; i < 5; i++) {
		snprintf(text, sizeof text, "%d", i + 1);
		CHECK_INT(store_find(st, text, "Bob", &id, &err), 0);
		CHECK_INT(id, ids[i]);
		snprintf(text, sizeof text, "%" PRId64, ids[i]);
		CHECK_INT(store_find(st, text, NULL, &id, &err), 0);
		CHECK_INT(id, ids[i]);
	}
	CHECK_INT(store_find(st, "last", NULL, &id, &err), 0);
	CHECK_INT(id, ids[4]);
	CHECK_INT(store_find(st, "last", " ADA ", &id, &err), 0);
	CHECK_INT(id, ids[2]);
	CHECK_INT(store_find(st, "last", "Carol", &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find(st, "6", NULL, &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find(st, "", NULL, &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find(st, "1x", NULL, &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find(st, "-1", NULL, &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find(st, "99999999999999999999999", NULL, &id, &err), STORE_NOT_FOUND);
	CHECK_INT(store_find_unfinished(st, NULL, &id, &err), 0);
	CHECK_INT(id, ids[2]);
	CHECK_INT(store_find_unfinished(st, "bob", &id, &err), 0);
	CHECK_INT(id, ids[1]);
	CHECK_INT(store_find_unfinished(st, "Grace", &id, &err), STORE_NOT_FOUND);
	bank_free(bank);
	store_close(st);
}

TEST(names_are_trimmed_composed_and_compared_without_case)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct buf name;
	int64_t id;

	buf_init(&name);
	CHECK_INT(store_person(st, " \xC2\xA0" "Rene\xCC\x81 Muller\t", 11, WALL_US, &id, &name, &err), 0);
	CHECK_INT(id, 11);
	CHECK_STR(buf_text(&name), "Ren\xC3\xA9 Muller");
	buf_clear(&name);
	CHECK_INT(store_person(st, "REN\xC3\x89 muller", 12, WALL_US, &id, &name, &err), 0);
	CHECK_INT(id, 11);
	CHECK_STR(buf_text(&name), "Ren\xC3\xA9 Muller");
	CHECK_INT(store_person(st, "Rene Muller", 13, WALL_US, &id, NULL, &err), 0);
	CHECK_INT(id, 13);
	buf_finish(&name);
	store_close(st);
}

TEST(bad_names_are_findings)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	char longest[STORE_NAME_MAX * 2 + 3];
	int64_t id;

	for (size_t i = 0; i < STORE_NAME_MAX + 1; i++)
		memcpy(longest + 2 * i, "\xC3\xA9", 3);
	const char *const bad[] = { "", "  \t ", "a\nb", "a\x1b[31m", "\xFF", "a\xC2\x9B", longest };
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		err.status = EXIT_DONE;
		CHECK_INT(store_person(st, bad[i], 1, WALL_US, &id, NULL, &err), -1);
		CHECK_INT(err.status, EXIT_FINDINGS);
	}
	longest[STORE_NAME_MAX * 2] = '\0';
	CHECK_INT(store_person(st, longest, 1, WALL_US, &id, NULL, &err), 0);
	store_close(st);
}

TEST(the_last_candidate_is_who_last_sat_alone)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct buf name;
	char solo[16] = "";

	buf_init(&name);
	CHECK_INT(store_last_candidate(st, &name, &err), STORE_NOT_FOUND);
	for (uint64_t i = 0; i < 12; i++) {
		struct sitter t;
		char who[16];

		snprintf(who, sizeof who, "P%d", (int)i);
		sit_down(&t, st, bank, i, who);
		if (t.head.mode == MODE_SOLO)
			memcpy(solo, who, sizeof solo);
		get_up(&t);
		buf_clear(&name);
		CHECK_INT(store_last_candidate(st, &name, &err), solo[0] ? 0 : STORE_NOT_FOUND);
		CHECK_STR(buf_text(&name), solo);
	}
	buf_finish(&name);
	bank_free(bank);
	store_close(st);
}

TEST(a_failed_append_leaves_the_session_as_it_was_and_can_be_repeated)
{
	const char *path = fresh_path();
	struct store *st = store_at(path, STORE_WRITE), *other = store_at(path, STORE_WRITE);
	struct session_input flag = { .kind = IN_FLAG, .actor = ACTOR_CANDIDATE };
	struct bank *bank = test_bank();
	struct sitter t;
	struct event ev;

	sit_down(&t, st, bank, 3, "Ada");
	CHECK(session_step(t.s, flag, 0, &ev, NULL));
	sqlite3_busy_timeout(st->db, 10);
	CHECK_INT(db_begin_write(other, &err), 0);
	CHECK_INT(commit(&t, &ev), -1);
	CHECK_INT(err.status, EXIT_HELD);
	CHECK_INT(db_end(other, 0, &err), 0);
	CHECK_INT(commit(&t, &ev), 0);
	record_free(loaded(other, t.head.id));
	get_up(&t);
	bank_free(bank);
	store_close(st);
	store_close(other);
}
