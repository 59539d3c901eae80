/* Lines from a rater become marks; lines out say what happened. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/desk.h"
#include "cli/signals.h"
#include "viva/keys.h"
#include "viva/text.h"

/* ---- shows ---- */

static int
show(struct desk *d, struct err *err)
{
	struct review_page page;

	if (desk_page(d, &page, err) != 0)
		return -1;
	plain_scoring(&d->ui, &page);
	return 0;
}

/* Marks, or the anchors, anew after a line changed something. */
static int
show_marks(struct desk *d, struct err *err)
{
	struct review_page page;

	if (desk_page(d, &page, err) != 0)
		return -1;
	plain_scoring_part(&d->ui, &page);
	return 0;
}

static int
go_to(struct desk *d, size_t position, struct err *err)
{
	return desk_open(d, position, err) != 0 ? -1 : show(d, err);
}

/* After the last question: what is left, or how it ends. */
static int
at_the_end(struct desk *d, struct err *err)
{
	size_t ratable, graded;
	int next;

	desk_count(d, &ratable, &graded);
	next = desk_next(d, -1, true);
	if (next >= 0)
		return go_to(d, (size_t)next, err);
	if (d->record->state != SESSION_ENDED)
		plain_say(&d->ui, "%zu of %zu answers so far are marked. Enter looks for the next; q leaves, all is "
		    "saved.", graded, ratable);
	else
		plain_say(&d->ui, "All %zu answers are marked. d: done, then you may see the others' marks. b, a number, "
		    "or u: back to a question.", graded);
	return 0;
}

/* ---- what is typed ---- */

static int
go_on(struct desk *d, struct err *err)
{
	int next;

	if (desk_refresh(d, err) != 0)
		return -1;
	if (scoring_item(d->s, d->position)->ratable && d->phase == PHASE_TICK) {
		d->phase = PHASE_GRADE;
		return show_marks(d, err);
	}
	if (d->phase == PHASE_GRADE) {
		int rc = desk_give(d, (struct session_input){ .kind = IN_GRADE, .a = -1 }, NULL, 0, err);

		if (rc != 0)
			return rc < 0 ? -1 : 0;
		d->phase = PHASE_NOTE;
		return show_marks(d, err);
	}
	next = desk_next(d, (int)d->position, false);
	return next >= 0 ? go_to(d, (size_t)next, err) : at_the_end(d, err);
}

/* To the question before this one that can be marked. */
static int
turn_back(struct desk *d, struct err *err)
{
	int at = -1;

	for (int i = desk_next(d, -1, false); i >= 0 && i < (int)d->position; i = desk_next(d, i, false))
		at = i;
	if (at >= 0)
		return go_to(d, (size_t)at, err);
	plain_say(&d->ui, "This is the first question that can be marked.");
	return 0;
}

/* `number` counts from 1, as people do. */
static int
turn_to(struct desk *d, long number, struct err *err)
{
	size_t count = scoring_count(d->s);

	if (number < 1 || number > (long)count)
		plain_say(&d->ui, "There is no question %ld: the session has %zu.", number, count);
	else if (!scoring_item(d->s, (size_t)number - 1)->ratable)
		plain_say(&d->ui, "That question cannot be marked: it was not answered, or you did not hear it.");
	else
		return go_to(d, (size_t)number - 1, err);
	return 0;
}

/* d: the rater is done, for good. */
static int
end(struct desk *d, struct err *err)
{
	size_t ratable, graded;
	int rc;

	if (desk_refresh(d, err) != 0)
		return -1;
	desk_count(d, &ratable, &graded);
	if (d->record->state != SESSION_ENDED) {
		plain_say(&d->ui, "The session still runs: you are done when it is over. q leaves, all is saved.");
		return 0;
	}
	if (graded == 0) {
		plain_say(&d->ui, "Nothing is marked yet.");
		return 0;
	}
	if (graded < ratable && !d->asked_to_end) {
		d->asked_to_end = true;
		plain_say(&d->ui, "%zu of %zu answers are not marked. d again: done without them.", ratable - graded,
		    ratable);
		return 0;
	}
	rc = desk_give(d, (struct session_input){ .kind = IN_END }, NULL, 0, err);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	plain_say(&d->ui, "Done: %zu of %zu answers marked. `viva compare %lld` shows your marks beside the others'.",
	    graded, ratable, (long long)d->number);
	d->leaving = EXIT_DONE;
	return 0;
}

static int
begin_note(struct desk *d, bool private_note, struct err *err)
{
	char target[32];

	snprintf(target, sizeof(target), "%snote %zu", private_note ? "private " : "", d->position + 1);
	if (typing_begin(d->typing, target, err) != 0)
		return -1;
	buf_clear(&d->text);
	d->writing = true;
	d->writing_private = private_note;
	plain_text_begins(&d->ui, NOTE_NOTE);
	return 0;
}

static int
end_note(struct desk *d, struct err *err)
{
	int rc = 0;

	d->writing = false;
	if (d->text.len == 0)
		plain_say(&d->ui, "Nothing was written.");
	else
		rc = desk_give(d, (struct session_input){ .kind = IN_NOTE, .b = d->writing_private },
		    buf_text(&d->text), d->text.len, err);
	if (rc == 0 && d->text.len > 0)
		plain_say(&d->ui, "Your note is saved.");
	if (rc < 0 || typing_clear(d->typing, err) != 0)
		return -1;
	buf_clear(&d->text);
	return 0;
}

/* One line of a note. */
static int
take_text(struct desk *d, const char *line, size_t len, struct err *err)
{
	size_t at = d->text.len;

	if (len > 0 && line[len - 1] == '\r')
		len--;
	if (len == 1 && line[0] == '.')
		return end_note(d, err);
	if (!text_valid(line, len) || memchr(line, '\0', len) != NULL || at + len + 1 > STORE_TEXT_MAX_BYTES) {
		plain_say(&d->ui, "That line is not valid UTF-8, or too much for one text (%u bytes); it was not kept.",
		    STORE_TEXT_MAX_BYTES);
		return 0;
	}
	if (at > 0) {
		if (typing_edit(d->typing, at, 0, "\n", 1, err) != 0)
			return -1;
		buf_putc(&d->text, '\n');
	}
	if (typing_edit(d->typing, d->text.len, 0, line, len, err) != 0)
		return -1;
	buf_add(&d->text, line, len);
	return buf_failed(&d->text) ? err_memory(err) : 0;
}

static int
undo(struct desk *d, struct err *err)
{
	const struct event *last = scoring_undoable(d->s);
	struct event undone = { 0 }, taken = { .kind = EV_UNDO };
	struct review_page page;
	struct buf words;
	int rc;

	if (last != NULL)
		undone = *last;
	undone.n[0] = undone.kind == EV_NOTE ? NOTE_NOTE : undone.n[0];
	rc = desk_give(d, (struct session_input){ .kind = IN_UNDO }, NULL, 0, err);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	if (desk_page(d, &page, err) != 0)
		return -1;
	buf_init(&words);
	words_event(&words, &page.view, &taken, &undone);
	plain_say(&d->ui, "%s", buf_text(&words));
	buf_finish(&words);
	return show(d, err);
}

/* A mark or a grade. */
static int
mark(struct desk *d, struct session_input in, struct err *err)
{
	int rc = desk_give(d, in, NULL, 0, err);

	if (rc == 0 && (in.kind == IN_GRADE || in.kind == IN_PASS)) {
		d->phase = PHASE_NOTE;
		return show_marks(d, err);
	}
	return rc < 0 ? -1 : 0;
}

static int
do_key(struct desk *d, const struct key *key, struct err *err)
{
	switch (key->action) {
	case KEY_INPUT:
		return key->input == IN_UNDO ? undo(d, err) :
		    mark(d, (struct session_input){ .kind = key->input }, err);
	case KEY_NOTE:
		return begin_note(d, false, err);
	case KEY_PRIVATE_NOTE:
		return begin_note(d, true, err);
	case KEY_AMEND:
		d->phase = PHASE_TICK;
		return show(d, err);
	case KEY_BACK:
		return turn_back(d, err);
	case KEY_DONE:
		return end(d, err);
	case KEY_HELP:
		plain_say(&d->ui, "Enter: go on. Numbers mark key points, then the grade; between questions a number "
		    "is that question.");
		for (size_t i = 0; i < rating_key_count; i++)
			plain_say(&d->ui, "%c: %s", rating_keys[i].letter, rating_keys[i].help);
		return 0;
	default:
		d->leaving = EXIT_STOPPED;
		return 0;
	}
}

/* Marks, as a session takes them. */
static int
take_marks(struct desk *d, const char *line, size_t len, struct err *err)
{
	const struct item *it = scoring_item(d->s, d->position)->item;
	struct plain_command commands[PLAIN_COMMANDS_MAX];
	char problem[PLAIN_PROBLEM_BYTES];
	bool ticking = d->phase == PHASE_TICK;
	size_t n = plain_parse(
	    commands, line, len, d->phase, MODE_SOLO, it->key_point_count, it->mistake_count, problem);
	int rc = 0;

	if (n == 0)
		plain_say(&d->ui, "%s", problem);
	for (size_t i = 0; i < n && rc == 0; i++) {
		if (commands[i].action != KEY_INPUT)
			plain_refused(&d->ui, REFUSED_HERE, d->phase);
		else if (commands[i].input.kind == IN_NEXT)
			return go_on(d, err);
		else
			rc = mark(d, commands[i].input, err);
	}
	return rc == 0 && n > 0 && ticking && d->phase == PHASE_TICK ? show_marks(d, err) : rc;
}

static int
take_line(struct desk *d, const char *line, size_t len, struct err *err)
{
	const struct key *key;
	char number[8] = "";
	long n;

	if (d->writing)
		return take_text(d, line, len, err);
	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\r'))
		len--;
	key = len == 1 ? key_in(rating_keys, rating_key_count, line[0]) : NULL;
	if (key == NULL || key->action != KEY_DONE)
		d->asked_to_end = false;
	if (key != NULL)
		return do_key(d, key, err);
	if (len < sizeof(number))
		memcpy(number, line, len);
	if (d->phase == PHASE_NOTE && len > 0 && parse_int(number, 0, 9999, &n) == 0)
		return turn_to(d, n, err);
	return take_marks(d, line, len, err);
}

/* ---- waiting ---- */

static void
take_signal(struct desk *d)
{
	int signo = signals_take(d->signal_fd);

	if (signo == 0 || signo == SIGCHLD || signo == SIGWINCH)
		return;
	if (signo == SIGTSTP) {
		raise(SIGSTOP);
		d->prompted = false;
		return;
	}
	d->signalled = true;
	d->leaving = (int)signals_status(signo);
}

/* Takes what has arrived; 1: something was there. */
static int
take(struct desk *d, struct err *err)
{
	const char *line;
	size_t len, over;

	switch (lines_next(&d->in, &line, &len, &over)) {
	case LINE_END:
		d->leaving = EXIT_STOPPED;
		return 1;
	case LINE_NONE:
		return 0;
	case LINE_READY:
		break;
	}
	d->prompted = false;
	if (over > 0)
		plain_say(&d->ui, "That line has %zu bytes; the first %zu are kept.", len + over, len);
	return take_line(d, line, len, err) != 0 ? -1 : 1;
}

static int
wait_once(struct desk *d, struct err *err)
{
	int got;

	if (!d->prompted && !d->writing)
		plain_prompt(&d->ui);
	d->prompted = true;
	if (fflush(stdout) != 0 || ferror(stdout)) {
		d->leaving = EXIT_STOPPED;      /* nobody sees what is asked */
		return 0;
	}
	got = world_wait(d->app->world, STDIN_FILENO, d->signal_fd, -1, INT64_MAX, err);
	if (got < 0)
		return -1;
	if (got & WORLD_SIGNAL)
		take_signal(d);
	if (got & WORLD_INPUT && d->leaving == -1)
		lines_fill(&d->in);
	return 0;
}

/* A note that was being typed when viva died. */
static int
recover(struct desk *d, struct err *err)
{
	struct buf target;
	int rc;

	buf_init(&target);
	buf_clear(&d->text);
	rc = typing_recover(d->typing, &target, &d->text, err);
	if (rc == 0 && d->text.len > 0) {
		size_t position = strtoul(
		    buf_text(&target) + strcspn(buf_text(&target), "0123456789"), NULL, 10);

		plain_say(&d->ui, "The note that you were writing is recovered (%zu bytes).", d->text.len);
		d->writing_private = strncmp(buf_text(&target), "private", 7) == 0;
		if (position >= 1 && position <= scoring_count(d->s) &&
		    scoring_item(d->s, position - 1)->ratable)
			rc = desk_open(d, position - 1, err);
		if (rc == 0)
			rc = end_note(d, err);
	}
	buf_finish(&target);
	return rc < 0 ? -1 : 0;
}

/* The first question that is not marked yet, else the last that is. */
static int
begin(struct desk *d, struct err *err)
{
	int at = desk_next(d, -1, true);
	size_t ratable, graded;

	desk_count(d, &ratable, &graded);
	if (at < 0)
		for (int i = desk_next(d, -1, false); i >= 0; i = desk_next(d, i, false))
			at = i;
	if (at < 0)
		return desk_nothing_to_mark(d, d->marks->head.present, err);
	plain_say(&d->ui,
	    "Marks of %s for session %lld%s: %zu of %zu answers marked. You see nobody else's marks or "
	    "notes until you are done. ? lists the keys, q leaves; all is saved.",
	    d->marks->head.rater, (long long)d->number,
	    d->record->state != SESSION_ENDED ? ", which still runs" : "", graded, ratable);
	if (desk_open(d, (size_t)at, err) != 0 || recover(d, err) != 0)
		return -1;
	return graded == ratable ? at_the_end(d, err) : go_to(d, (size_t)at, err);
}

int
desk_run(struct desk *d, struct err *err)
{
	int rc = begin(d, err);

	while (rc == 0 && d->leaving == -1) {
		int took = take(d, err);

		rc = took < 0 ? -1 : took == 0 ? wait_once(d, err) : 0;
	}
	if (rc == 0 && d->writing)
		rc = end_note(d, err);
	if (rc != 0)
		return (int)err->status;
	if (!scoring_done(d->s) && d->leaving != EXIT_HANGUP)
		plain_say(&d->ui, "Saved. `viva rate %lld --rater \"%s\"` goes on.", (long long)d->number,
		    d->marks->head.rater);
	return d->leaving;
}
