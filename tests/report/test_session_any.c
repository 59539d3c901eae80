#include "pages.h"

/* Sessions of every shape, with hostile texts: what must hold for all of them. */

static const char *
random_text(struct fixture *f, struct rng *rng, uint64_t most)
{
	static const char *const pieces[] = { "a", "Model ", "x-y", " ", "\xe1\xbb\x85n", "\xc5\x81uk",
		"\xce\xa9mega ", "\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd ", "\xd7\xa9\xd7\x9c", "\xe6\x98\x8e", "W",
		"il", "\t", "\x1b[2J", "\xff", "\xe2\x80\xae", "\xf0\x9f\x98\x80", "%s", "<b>", "(", "\\",
		"Donaudampfschifffahrt", "0", ". ", "\n", "e\xcc\x81" };
	struct buf b;
	const char *text;

	buf_init(&b);
	for (uint64_t n = rng_below(rng, most + 1); n > 0; n--)
		buf_puts(&b, pieces[rng_below(rng, sizeof pieces / sizeof pieces[0])]);
	text = arena_strndup(f->arena, buf_text(&b), b.len);
	buf_finish(&b);
	return text;
}

static void
random_notes(struct fixture *f, struct rng *rng, size_t count)
{
	size_t n = rng_below(rng, 6);
	struct note *notes = fixture_alloc(f, n, sizeof *notes);

	for (size_t i = 0; i < n; i++)
		notes[i] = (struct note){ .position = (int)rng_below(rng, count + 1) - 1,
			.by = rng_below(rng, 2) ? ACTOR_CANDIDATE : ACTOR_INTERVIEWER, .private_note = rng_below(rng, 3) == 0,
			.text = random_text(f, rng, rng_below(rng, 10) == 0 ? 900 : 60), .seq = 100 + (int64_t)i };
	f->record.notes = notes;
	f->record.note_count = n;
}

static struct fixture *
random_session(struct rng *rng)
{
	struct fixture *f = fixture_new(fixture_six, 0);
	size_t count = rng_below(rng, 15);
	struct fixture_item *items = fixture_alloc(f, count, sizeof *items);
	struct fixture *g;

	for (size_t i = 0; i < count; i++) {
		const char *points = fixture_six[rng_below(rng, 6)].points;

		items[i] = (struct fixture_item){ random_text(f, rng, 12), random_text(f, rng, 6), "topic",
			(int)rng_below(rng, 3) + 1, (int)rng_below(rng, 840) + 60,
			rng_below(rng, 4) == 0 ? random_text(f, rng, 40) : points, random_text(f, rng, 9) };
		if (items[i].points[0] == '\0')
			items[i].points = "A";
	}
	g = fixture_new(items, count);
	g->record.head.candidate = arena_strdup(g->arena, random_text(f, rng, 20));
	g->record.head.bank_title = arena_strdup(g->arena, random_text(f, rng, 15));
	g->record.head.blueprint_title = arena_strdup(g->arena, random_text(f, rng, 5));
	g->record.head.mode = (enum mode)rng_below(rng, 2);
	g->record.head.interviewer =
	    rng_below(rng, 2) ? arena_strdup(g->arena, random_text(f, rng, 9)) : NULL;
	for (size_t i = 0; i < count; i++) {
		struct bank *b = g->record.banks[i];
		struct item *item = (struct item *)b->items;
		char ticks[KEY_POINTS_MAX + 1] = { 0 };
		struct item_record *it = &g->record.items[i];

		item->title = arena_strdup(g->arena, item->title);
		((struct topic *)b->topics)->title = arena_strdup(g->arena, b->topics[0].title);
		if (item->mistake_count > 0)
			((struct mistake *)item->mistakes)->claim =
			    *fixture_prose(g, arena_strdup(g->arena, items[i].mistake));
		for (size_t p = 0; p < item->key_point_count; p++)
			ticks[p] = "ypn"[rng_below(rng, 3)];
		if (rng_below(rng, 6) == 0)
			continue;
		if (rng_below(rng, 6) == 0) {
			fixture_pass(g, i, (int)rng_below(rng, 100));
			continue;
		}
		fixture_answer(g, i, (int)rng_below(rng, 1400), (int)rng_below(rng, 6) - 1, ticks,
		    (int)rng_below(rng, 6) - 1);
		if (rng_below(rng, 2))
			fixture_rate(&it->interviewer, ticks, (int)rng_below(rng, 5));
		it->self.mistakes = (uint32_t)rng_below(rng, 2);
		it->flagged = rng_below(rng, 3) == 0;
		it->known = rng_below(rng, 3) == 0;
		it->retry = rng_below(rng, 3) == 0;
		it->hints = (int)rng_below(rng, 3);
		it->review_ms = (int64_t)rng_below(rng, 4) * 77777;
		it->pause_ms = (int64_t)rng_below(rng, 2) * 1234567;
		it->follow_up_ms = (int64_t)rng_below(rng, 2) * 66666;
	}
	random_notes(g, rng, count);
	fixture_free(f);
	return g;
}

TEST(any_session_gives_pages_without_a_fault)
{
	const int rounds = test_size(25, 200, 10000);
	struct rng rng;

	rng_seed(&rng, 4, "sessions");
	for (int i = 0; i < rounds; i++) {
		struct fixture *f = random_session(&rng);
		struct display_list *dl;
		char what[32];

		f->options.edition = (enum edition)rng_below(&rng, 2);
		f->options.paper = (enum paper)rng_below(&rng, 2);
		f->options.pseudonyms = rng_below(&rng, 8) == 0;
		f->record.head.review = (enum review)rng_below(&rng, 2);
		fixture_earlier(f, rng_below(&rng, 3) == 0 ? 0 : rng_below(&rng, 40));
		dl = lay_out(f);
		snprintf(what, sizeof what, "session %d", i);
		check_lint(dl, what);
		if (i % 25 == 0) {
			struct err err = { 0 };
			struct buf pdf;

			buf_init(&pdf);
			if (report_render_pdf(&pdf, dl, &err) != 0)
				TEST_FAIL("%s: %s", what, err.text);
			CHECK(pdf.len > 5000);
			buf_finish(&pdf);
		}
		display_list_free(dl);
		fixture_free(f);
	}
}
