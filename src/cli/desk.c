/* The marks of a further rater, as they are made. */
#include "cli/desk.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "cli/signals.h"
#include "viva/view.h"

/* ---- blind ---- */

static bool
stays(const struct note *n)
{
	return n->kind == NOTE_ANSWER && !n->private_note;
}

void
desk_strip(struct record *r)
{
	const struct rating none = { .proposed = -1, .grade = -1 };
	size_t kept = 0;

	for (size_t i = 0; i < r->item_count; i++) {
		struct item_record *it = &r->items[i];

		it->self = it->interviewer = none;
		it->prediction = -1;
		it->flagged = false;
		it->hints = 0;
	}
	for (size_t i = 0; i < r->note_count; i++)
		if (stays(&r->notes[i]))
			r->notes[kept++] = r->notes[i];
	r->note_count = kept;
	r->event_count = 0;
}

bool
desk_must_ask(const struct record *r)
{
	if (r->state != SESSION_ENDED)
		return true;
	for (size_t i = 0; i < r->item_count; i++) {
		struct scoring_item heard, typed;

		store_scoring_item(r, i, PRESENT_YES, &heard);
		store_scoring_item(r, i, PRESENT_TYPED, &typed);
		if (heard.ratable && !typed.ratable)
			return true;
	}
	return false;
}

int
desk_nothing_to_mark(const struct desk *d, enum present present, struct err *err)
{
	return err_set(err, EXIT_FINDINGS, "session %lld has no answer that you could mark%s",
	    (long long)d->number,
	    d->record->state != SESSION_ENDED ? " yet: come back when one was given" :
	        present == PRESENT_NO         ? ": none was typed, and you were not there" :
	    "");
}

/* ---- where it stands ---- */

void
desk_count(const struct desk *d, size_t *ratable, size_t *graded)
{
	*ratable = *graded = 0;
	for (size_t i = 0; i < scoring_count(d->s); i++) {
		*ratable += scoring_item(d->s, i)->ratable;
		*graded += scoring_item(d->s, i)->ratable && scoring_graded(d->s, i);
	}
}

int
desk_next(const struct desk *d, int from, bool unmarked)
{
	for (int i = from + 1; i < (int)scoring_count(d->s); i++)
		if (scoring_item(d->s, (size_t)i)->ratable && !(unmarked && scoring_graded(d->s, (size_t)i)))
			return i;
	return -1;
}

int
desk_refresh(struct desk *d, struct err *err)
{
	struct record *r = NULL;

	if (d->record->state == SESSION_ENDED)
		return 0;
	if (store_load(d->store, d->marks->head.session, &r, err) != 0)
		return -1;
	desk_strip(r);
	for (size_t i = 0; i < r->item_count && i < scoring_count(d->s); i++) {
		struct scoring_item it;

		store_scoring_item(r, i, d->marks->head.present, &it);
		scoring_set_item(d->s, i, &it);
	}
	record_free(d->record);
	d->record = r;
	return 0;
}

static int
commit(struct desk *d, struct event *ev, const struct store_text *text, struct err *err)
{
	return store_scoring_append(d->store, d->s, ev, text, world_now(d->app->world).wall_us, err);
}

int
desk_open(struct desk *d, size_t position, struct err *err)
{
	struct event ev;

	if (scoring_open(d->s, position, &ev) && commit(d, &ev, NULL, err) != 0)
		return -1;
	d->position = position;
	d->phase = scoring_graded(d->s, position) ? PHASE_NOTE : PHASE_TICK;
	return 0;
}

/* ---- notes ---- */

static int
keep_note(struct desk *d, int64_t seq, int position, const char *text, size_t len)
{
	struct desk_note *more;
	char *copy;

	assert(text != NULL);
	more = reallocarray(d->notes, d->note_count + 1, sizeof(*more));
	copy = more != NULL ? strndup(text, len) : NULL;
	if (more != NULL)
		d->notes = more;
	if (copy == NULL)
		return -1;
	d->notes[d->note_count++] = (struct desk_note){ seq, position, copy };
	return 0;
}

static void
drop_note(struct desk *d, int64_t seq)
{
	for (size_t i = 0; i < d->note_count; i++) {
		if (d->notes[i].seq != seq)
			continue;
		free(d->notes[i].text);
		memmove(&d->notes[i], &d->notes[i + 1], (d->note_count - i - 1) * sizeof(d->notes[0]));
		d->note_count--;
		return;
	}
}

int
desk_load_notes(struct desk *d, struct err *err)
{
	for (size_t i = 0; i < d->marks->note_count; i++) {
		const struct note *n = &d->marks->notes[i];

		if (keep_note(d, n->seq, n->position, n->text, strlen(n->text)) != 0)
			return err_memory(err);
	}
	return 0;
}

/* ---- inputs ---- */

int
desk_give(struct desk *d, struct session_input in, const char *text, size_t len, struct err *err)
{
	struct store_text st = { .data = text, .len = len };
	enum refusal why;
	struct event ev;

	if (!scoring_step(d->s, d->position, in, &ev, &why)) {
		plain_refused(&d->ui, why, d->phase);
		return 1;
	}
	if (text != NULL && world_random(d->app->world, st.salt, sizeof(st.salt), err) != 0)
		return -1;
	if (commit(d, &ev, text != NULL ? &st : NULL, err) != 0)
		return -1;
	if (text != NULL && keep_note(d, ev.seq, ev.item, text, len) != 0)
		return err_memory(err);
	if (ev.kind == EV_UNDO) {
		drop_note(d, ev.n[0]);
		return desk_open(d, (size_t)ev.item, err);
	}
	return 0;
}

/* ---- the page ---- */

static size_t
add_texts(struct desk *d)
{
	size_t count = 0;

	for (size_t i = 0; i < d->record->note_count; i++)
		if (d->record->notes[i].position == (int)d->position)
			d->texts[count++] = (struct own_text){ .kind = NOTE_ANSWER,
				.text = d->record->notes[i].text };
	for (size_t i = 0; i < d->note_count; i++)
		if (d->notes[i].position == (int)d->position)
			d->texts[count++] = (struct own_text){ .kind = NOTE_NOTE, .text = d->notes[i].text };
	return count;
}

int
desk_page(struct desk *d, struct review_page *page, struct err *err)
{
	struct own_text *texts = reallocarray(
	    d->texts, d->record->note_count + d->note_count + 1, sizeof(*texts));
	const struct item_record *it = &d->record->items[d->position];

	if (texts == NULL)
		return err_memory(err);
	d->texts = texts;
	d->shown = (struct item_record){ .position = (int)d->position,
		.state = ITEM_ANSWERED,
		.phase = d->phase,
		.limit_ms = it->limit_ms,
		.facts_given = it->facts_given,
		.prediction = -1 };
	*page = (struct review_page){ .texts = texts, .text_count = add_texts(d) };
	view_scoring(&page->view, d->s, d->position, d->record->banks[d->position], &d->shown);
	page->view.led = !d->own;
	return 0;
}

void
desk_finish(struct desk *d)
{
	bool done = d->s != NULL && scoring_done(d->s);

	for (size_t i = 0; i < d->note_count; i++)
		free(d->notes[i].text);
	free(d->notes);
	free(d->texts);
	buf_finish(&d->text);
	lines_finish(&d->in);
	signals_close(d->signal_fd, &d->mask_before);
	typing_close(d->typing, done);
	scoring_record_free(d->marks);
	record_free(d->record);
}
