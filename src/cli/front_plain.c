/* Plain lines: a line in is a command or a piece of text, lines out say what happened. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/front.h"
#include "cli/lines.h"
#include "cli/sitting.h"
#include "cli/tell.h"
#include "viva/text.h"

struct plain_front {
	struct front front;
	struct plain ui;
	struct lines in;
	bool prompted;                  /* a prompt stands at the end of the output */
	bool marked;                    /* marks changed, which are shown once for the line */
	bool first_line;                /* of the text being written */
	bool ended;                     /* the end of the input was acted on */
};

static struct plain_front *
of(struct front *f)
{
	return (struct plain_front *)f;
}

/* ---- shows ---- */

static void
say(struct front *f, const char *line)
{
	plain_say(&of(f)->ui, "%s", line);
}

static void
show_opening(struct front *f, const struct plain_opening *o)
{
	plain_opening(&of(f)->ui, o);
}

static void
show_where(struct front *f, const struct marking_view *v)
{
	plain_where(&of(f)->ui, v);
}

static void
show_event(struct front *f, const struct marking_view *v, const struct event *ev, const struct event *undone)
{
	if (ev->kind == EV_TICK || ev->kind == EV_MISTAKE)
		of(f)->marked = true;
	else
		plain_event(&of(f)->ui, v, ev, undone);
}

static void
show_milestone(struct front *f, enum milestone m, const struct clock_view *c)
{
	plain_milestone(&of(f)->ui, m, c);
	of(f)->prompted = true;
}

static void
show_refusal(struct front *f, enum refusal why, enum phase phase)
{
	plain_refused(&of(f)->ui, why, phase);
}

static void
ask_gap(struct front *f, int64_t gap_ms)
{
	plain_gap(&of(f)->ui, gap_ms);
	of(f)->prompted = false;
}

static void
begin_text(struct front *f, enum note_kind kind)
{
	of(f)->first_line = true;
	plain_text_begins(&of(f)->ui, kind);
}

/* A line cannot be taken up again. */
static bool
adopt(struct front *f, enum note_kind kind, const char *text, size_t len)
{
	(void)f, (void)kind, (void)text, (void)len;
	return false;
}

static void
show_closing(struct front *f, const struct closing *c)
{
	plain_summary(&of(f)->ui, c->record, c->stats, c->steps, c->step_count);
	if (c->report_path != NULL)
		plain_say(&of(f)->ui, "Report: %s", c->report_path);
	else
		plain_say(&of(f)->ui, "The session is saved; `viva report --session %lld` writes its report.",
		    (long long)c->record->head.number);
}

static void
show_review(struct front *f, const struct review_page *page)
{
	switch (page->view.record->phase) {
	case PHASE_TICK:
		plain_marks(&of(f)->ui, &page->view);
		fputc('\n', of(f)->ui.out);
		break;
	case PHASE_GRADE:
		plain_grades(&of(f)->ui, &page->view);
		return;                 /* it ends with what to do */
	default:
		plain_review(&of(f)->ui, page);
		break;
	}
	if (of(f)->ui.prompt)
		plain_review_to_do(&of(f)->ui, &page->view);
}

/* What is printed next shall not stand behind the prompt. */
static int
break_off(struct front *f, struct sitting *si, struct err *err)
{
	(void)si, (void)err;
	if (of(f)->ui.prompt && (of(f)->prompted || of(f)->ended))
		fputc('\n', stdout);
	return 0;
}

static void
stop(struct front *f)
{
	fflush(of(f)->ui.out);
}

static void
go_on(struct front *f, bool paused, bool writing)
{
	plain_back(&of(f)->ui, paused, writing);
	of(f)->prompted = false;
}

static void
resized(struct front *f)
{
	of(f)->ui.columns = tell_columns(stdout);
}

/* ---- lines to verbs ---- */

static void
fill(struct front *f, struct sitting *si)
{
	(void)si;
	lines_fill(&of(f)->in);
}

static int
take_opening_line(struct plain_front *pf, struct sitting *si, const char *line, size_t len)
{
	bool empty = len == 0 || (len == 1 && (line[0] == '\r' || line[0] == ' '));

	si->choice = empty ? '\n' : line[0];
	if (empty || si->chooses)
		sitting_proceed(si);
	else if (line[0] == 'q')
		sitting_leave(si, EXIT_STOPPED);
	else if (line[0] == '?')
		plain_help(&pf->ui, PHASE_NONE, MODE_SOLO);
	else
		plain_say(&pf->ui, "Enter begins, q leaves, ? lists the keys.");
	return 1;
}

/* One line of an answer or a note. */
static int
take_text_line(struct plain_front *pf, struct sitting *si, const char *line, size_t len, struct err *err)
{
	size_t at = si->text.len;

	if (len > 0 && line[len - 1] == '\r')
		len--;
	if (len == 1 && line[0] == '.')
		return sitting_text_end(si, err);
	if (!text_valid(line, len) || memchr(line, '\0', len) != NULL) {
		plain_say(&pf->ui, "That line is not valid UTF-8 (byte %zu) and was not kept; write it again.",
		    text_valid_prefix(line, strnlen(line, len)) + 1);
		return 0;
	}
	if (at + len + 1 > STORE_TEXT_MAX_BYTES) {
		plain_say(&pf->ui, "One text holds %u bytes; that line did not fit and was not kept. "
		    "End with a line with a single . and begin another.", STORE_TEXT_MAX_BYTES);
		return 0;
	}
	if (!pf->first_line && sitting_text_edit(si, at++, 0, "\n", 1, err) != 0)
		return -1;
	pf->first_line = false;
	return sitting_text_edit(si, at, 0, line, len, err);
}

static int
do_command(struct plain_front *pf, struct sitting *si, const struct plain_command *c, struct err *err)
{
	struct marking_view v;

	switch (c->action) {
	case KEY_INPUT:
	case KEY_PREDICT:
		return sitting_give(si, c->input, err);
	case KEY_TIME:
		sitting_view(si, &v);
		plain_time(&pf->ui, &v.shown.clock);
		return 0;
	case KEY_WRITE:
		return sitting_text_begin(si, NOTE_ANSWER, err);
	case KEY_NOTE:
		return sitting_text_begin(si, NOTE_NOTE, err);
	case KEY_PRIVATE_NOTE:
		return sitting_private_note_begin(si, err);
	case KEY_MESSAGE:
		return sitting_message(si, c->text, c->text_len, err);
	case KEY_SWAP:
		return sitting_swap(si, err);
	case KEY_HELP:
		plain_help(&pf->ui, session_phase(si->session), session_head(si->session)->mode);
		return 0;
	case KEY_QUIT:
		sitting_leave(si, EXIT_STOPPED);
		return 0;
	default:
		return 0;       /* of the full screen, or of reading again */
	}
	return 0;
}

static int
take_keys(struct plain_front *pf, struct sitting *si, const char *line, size_t len, struct err *err)
{
	struct plain_command commands[PLAIN_COMMANDS_MAX];
	char problem[PLAIN_PROBLEM_BYTES];
	struct marking_view v;
	int rc = 0;
	size_t n;

	pf->marked = false;
	sitting_view(si, &v);
	n = plain_parse(commands, line, len, v.record->phase, session_head(si->session)->mode,
	    v.item != NULL ? v.item->key_point_count : 0,
	    v.item != NULL ? v.item->mistake_count : 0, problem);
	if (n == 0)
		plain_say(&pf->ui, "%s", problem);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = do_command(pf, si, &commands[i], err);
	if (rc == 0 && n > 0 && si->review != NULL && v.record->phase == PHASE_TICK &&
	    si->review->phase == PHASE_TICK)
		return reviewing_show(si, err);
	if (rc == 0 && pf->marked) {
		sitting_view(si, &v);
		if (v.led)
			plain_heard(&pf->ui, &v);
		else
			plain_marks(&pf->ui, &v);
	}
	return rc;
}

/* While an ended session is read again; a number is a question, unless it marks or grades. */
static int
take_review_line(struct plain_front *pf, struct sitting *si, const char *line, size_t len, struct err *err)
{
	const struct key *key = len == 1 ? key_in(review_keys, review_key_count, line[0]) : NULL;
	char number[8] = "";
	long n;

	if (len < sizeof(number))
		memcpy(number, line, len);
	if (key == NULL && si->review->phase == PHASE_NOTE && parse_int(number, 0, 9999, &n) == 0)
		return reviewing_go(si, (int)n - 1, err);
	if (key == NULL)
		return take_keys(pf, si, line, len, err);
	switch (key->action) {
	case KEY_AMEND:
		return reviewing_amend(si, err);
	case KEY_BACK:
		return reviewing_go(si, si->review->position - 1, err);
	case KEY_HELP:
		for (size_t i = 0; i < review_key_count; i++)
			plain_say(&pf->ui, "%c: %s", review_keys[i].letter, review_keys[i].help);
		return 0;
	default:
		reviewing_leave(si);
		return si->leaving == -1 ? reviewing_show(si, err) : 0;
	}
}

static void
say_cut(const struct plain_front *pf, size_t len, size_t over)
{
	if (over > 0)
		plain_say(&pf->ui, "That line has %zu bytes; one line holds %u. The first %zu are kept.",
		    len + over, LINE_MAX_BYTES, len);
	else if (len == TTY_LINE_BYTES && isatty(pf->in.fd))
		plain_say(&pf->ui, "The terminal cuts a line at %d bytes: what you typed beyond is lost. "
		    "Write shorter lines.", TTY_LINE_BYTES);
}

static int
take(struct front *f, struct sitting *si, struct err *err)
{
	struct plain_front *pf = of(f);
	const char *line;
	size_t len, over;
	int rc;

	switch (lines_next(&pf->in, &line, &len, &over)) {
	case LINE_READY:
		break;
	case LINE_END:
		pf->ended = true;
		sitting_leave(si, EXIT_STOPPED);
		return 1;
	case LINE_NONE:
		return 0;
	}
	pf->prompted = false;
	say_cut(pf, len, over);
	if (si->session == NULL)
		return take_opening_line(pf, si, line, len);
	if (si->asked_gap_ms > 0)
		rc = sitting_answer_gap(si, len > 0 && (line[0] == 'y' || line[0] == 'Y'), err);
	else if (si->question != NULL)
		rc = sitting_reply(si, line, len, err);
	else if (si->review != NULL)
		rc = take_review_line(pf, si, line, len, err);
	else if (si->writing)
		rc = take_text_line(pf, si, line, len, err);
	else
		rc = take_keys(pf, si, line, len, err);
	return rc < 0 ? -1 : 1;
}

static int
flush(struct front *f, struct sitting *si)
{
	struct plain_front *pf = of(f);

	if (!pf->prompted && !si->writing)
		plain_prompt(&pf->ui);
	pf->prompted = true;
	return fflush(stdout) != 0 || ferror(stdout);
}

static int64_t
wake_boot_ms(const struct front *f, struct sitting *si)
{
	(void)f, (void)si;
	return INT64_MAX;
}

/* There are none. */
static int
child_ended(struct front *f, struct sitting *si, struct err *err)
{
	(void)f, (void)si, (void)err;
	return 0;
}


static void
release(struct front *f)
{
	lines_finish(&of(f)->in);
	free(f);
}

static const struct front_ops plain_ops = {
	.fill = fill, .take = take, .flush = flush, .wake_boot_ms = wake_boot_ms,
	.opening = show_opening, .where = show_where, .event = show_event, .milestone = show_milestone,
	.refused = show_refusal, .say = say, .ask_gap = ask_gap, .text_begins = begin_text, .adopt = adopt,
	.closing = show_closing, .review = show_review,
	.stop = stop, .go_on = go_on, .resized = resized, .child_ended = child_ended, .break_off = break_off,
	.free = release,
};

struct front *
front_plain(void)
{
	struct plain_front *pf = calloc(1, sizeof(*pf));

	if (pf == NULL)
		return NULL;
	pf->front = (struct front){ .ops = &plain_ops, .in_fd = STDIN_FILENO };
	pf->ui.out = stdout;
	pf->ui.prompt = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	resized(&pf->front);
	lines_init(&pf->in, STDIN_FILENO);
	return &pf->front;
}
