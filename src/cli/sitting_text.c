/* Answers and notes: in the typing file while they are typed, then in the records. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/sitting.h"
#include "viva/text.h"

static int
remember(struct sitting *si, const struct note *n, size_t len)
{
	struct sitting_text *more = realloc(si->texts, (si->text_count + 1) * sizeof(*more));
	char *copy = more != NULL ? strndup(n->text, len) : NULL;

	if (more != NULL)
		si->texts = more;
	if (copy == NULL)
		return -1;
	si->texts[si->text_count++] = (struct sitting_text){ .position = n->position,
		.kind = n->kind,
		.seq = n->seq,
		.at_ms = n->at_ms,
		.private_note = n->private_note,
		.text = copy };
	return 0;
}

void
sitting_text_undo(struct sitting *si, int64_t seq)
{
	for (size_t i = si->text_count; i-- > 0;) {
		if (si->texts[i].seq != seq)
			continue;
		free(si->texts[i].text);
		memmove(&si->texts[i], &si->texts[i + 1], (si->text_count - i - 1) * sizeof(si->texts[0]));
		si->text_count--;
		return;
	}
}

void
sitting_text_finish(struct sitting *si)
{
	for (size_t i = 0; i < si->text_count; i++)
		free(si->texts[i].text);
	free(si->texts);
	buf_finish(&si->text);
}

int
sitting_text_load(struct sitting *si, const struct record *r, struct err *err)
{
	for (size_t i = 0; i < r->note_count; i++)
		if (r->notes[i].text[0] != '\0' &&      /* not erased */
		    remember(si, &r->notes[i], strlen(r->notes[i].text)) != 0)
			return err_memory(err);
	return 0;
}

/* Saves a complete text. */
static int
save(struct sitting *si, enum note_kind kind, const char *text, size_t len, struct err *err)
{
	struct store_text st = { .data = text, .len = len };
	struct session_input in = { .kind = kind == NOTE_ANSWER ? IN_ANSWER : IN_NOTE, .actor = si->actor,
		.b = kind == NOTE_NOTE && si->writing_private };
	struct marking_view v;
	enum refusal why;
	struct event ev;
	struct note saved;

	if (!session_step(si->session, in, sitting_now(si), &ev, &why)) {
		if (kind == NOTE_NOTE) {
			si->front->ops->refused(si->front, why, session_phase(si->session));
			return 0;
		}
		front_say(si->front, "It is too late for an answer here: kept as a note.");
		return save(si, NOTE_NOTE, text, len, err);
	}
	if (world_random(si->app->world, st.salt, sizeof(st.salt), err) != 0 ||
	    sitting_commit(si, &ev, &st, NULL, err) != 0 || typing_clear(si->typing, err) != 0)
		return -1;
	saved = (struct note){ .position = ev.item, .kind = kind, .private_note = in.b != 0, .text = text,
		.at_ms = ev.at_ms, .seq = ev.seq };
	if (remember(si, &saved, len) != 0)
		return err_memory(err);
	sitting_view(si, &v);
	si->front->ops->event(si->front, &v, &ev, NULL);
	return 0;
}

/* Said before a word is typed, not after the whole answer. */
static enum refusal
answer_refused(const struct session *s)
{
	if (session_state(s) == SESSION_PAUSED)
		return REFUSED_PAUSED;
	return session_phase(s) > PHASE_PREDICT ? REFUSED_HERE : REFUSED_NOT;
}

static int
begin_text(struct sitting *si, enum note_kind kind, struct err *err)
{
	enum refusal why;
	char target[32];

	if (sitting_tick(si, err) != 0)
		return -1;
	why = si->review != NULL ? REFUSED_HERE :
	    kind == NOTE_ANSWER  ? answer_refused(si->session) :
	    REFUSED_NOT;
	if (why != REFUSED_NOT) {
		si->front->ops->refused(si->front, why, session_phase(si->session));
		return 0;
	}
	snprintf(target, sizeof(target), "%s %d",
	    kind == NOTE_ANSWER     ? TYPING_ANSWER :
	        si->writing_private ? "private note" :
	    "note",
	    session_position(si->session) + 1);
	if (typing_begin(si->typing, target, err) != 0)
		return -1;
	buf_clear(&si->text);
	si->writing = true;
	si->writing_kind = kind;
	si->front->ops->text_begins(si->front, kind);
	return 0;
}

int
sitting_text_begin(struct sitting *si, enum note_kind kind, struct err *err)
{
	si->writing_private = false;
	return begin_text(si, kind, err);
}

int
sitting_private_note_begin(struct sitting *si, struct err *err)
{
	si->writing_private = true;
	return begin_text(si, NOTE_NOTE, err);
}

int
sitting_session_note(struct sitting *si, const char *text, size_t len, struct err *err)
{
	si->writing_private = false;
	return save(si, NOTE_NOTE, text, len, err);
}

/* Replaces bytes in the middle of a buffer. */
static void
splice(struct buf *b, size_t at, size_t cut, const char *data, size_t len)
{
	if (at == b->len) {
		buf_add(b, data, len);
		return;
	}
	if (len > cut)
		buf_add(b, data, len - cut);    /* makes room; what it holds is overwritten */
	if (buf_failed(b))
		return;
	memmove(
	    b->data + at + len, b->data + at + cut, (len > cut ? b->len - (len - cut) : b->len) - at - cut);
	memcpy(b->data + at, data, len);
	if (len < cut) {
		b->len -= cut - len;
		b->data[b->len] = '\0';
	}
}

int
sitting_text_edit(struct sitting *si, size_t at, size_t cut, const char *data, size_t len, struct err *err)
{
	if (typing_edit(si->typing, at, cut, data, len, err) != 0)
		return -1;
	splice(&si->text, at, cut, data, len);
	return buf_failed(&si->text) ? err_memory(err) : 0;
}

/* An answer is not taken while paused: the session goes on for no time at all. */
static int
save_in_pause(struct sitting *si, struct err *err)
{
	struct session_input toggle = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	bool paused = si->writing_kind == NOTE_ANSWER && session_state(si->session) == SESSION_PAUSED;
	struct event ev;

	if (paused && session_step(si->session, toggle, sitting_now(si), &ev, NULL) &&
	    sitting_commit(si, &ev, NULL, NULL, err) != 0)
		return -1;
	if (save(si, si->writing_kind, buf_text(&si->text), si->text.len, err) != 0)
		return -1;
	if (paused && session_step(si->session, toggle, sitting_now(si), &ev, NULL))
		return sitting_commit(si, &ev, NULL, NULL, err);
	return 0;
}

int
sitting_text_end(struct sitting *si, struct err *err)
{
	int rc = 0;

	if (sitting_tick(si, err) != 0)
		return -1;
	si->writing = false;
	if (si->text.len > 0)
		rc = save_in_pause(si, err);
	else
		front_say(si->front, "Nothing was written.");
	if (rc == 0 && si->text.len == 0)
		rc = typing_clear(si->typing, err);
	buf_clear(&si->text);
	return rc;
}

/* Goes on with the text where it stood, if the front end can. */
static int
take_up(struct sitting *si, enum note_kind kind, const struct buf *text, struct err *err)
{
	buf_clear(&si->text);
	buf_add(&si->text, text->data, text->len);
	if (buf_failed(&si->text))
		return err_memory(err);
	si->writing = si->front->ops->adopt(si->front, kind, text->data, text->len);
	si->writing_kind = kind;
	if (!si->writing)
		buf_clear(&si->text);
	return 0;
}

int
sitting_text_recover(struct sitting *si, struct err *err)
{
	struct buf target, text;
	enum note_kind kind;
	int rc;

	buf_init(&target);
	buf_init(&text);
	rc = typing_recover(si->typing, &target, &text, err);
	if (rc == 0 && text.len > 0) {
		kind = strncmp(buf_text(&target), "answer", 6) == 0 ? NOTE_ANSWER : NOTE_NOTE;
		si->writing_private = strncmp(buf_text(&target), "private", 7) == 0;
		front_say(si->front, "What you were writing is recovered (%zu bytes).", text.len);
		rc = take_up(si, kind, &text, err);
		if (rc == 0 && !si->writing)
			rc = save(si, kind, text.data, text.len, err);
	}
	buf_finish(&target);
	buf_finish(&text);
	return rc < 0 ? -1 : 0;
}
