#include "cli/lead.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/audience.h"
#include "cli/halves.h"
#include "cli/report_file.h"
#include "cli/sit.h"
#include "cli/start.h"
#include "viva/text.h"

#define QR_COLUMNS 60           /* a window smaller than this shows the link alone */
#define QR_ROWS 20
#define EQUAL_GRADES_MIN 3      /* so many equal grades, and no other, are worth a second look */

void
lead_prepare(struct sitting *si, int planned_min)
{
	si->actor = ACTOR_INTERVIEWER;
	si->planned_ms = (int64_t)planned_min * 60000;
	si->plan_reminded = false;
}

static bool
room_for_code(void)
{
	struct winsize size;

	return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col >= QR_COLUMNS && size.ws_row >= QR_ROWS;
}

int
lead_show_link(struct sitting *si, struct err *err)
{
	const char *url = audience_url(si->audience);
	struct buf code;
	int rc = 0;

	if (url == NULL)
		return 0;
	if (audience_notice(si->audience)[0] != '\0')
		front_say(si->front, "%s", audience_notice(si->audience));
	if (si->front->shows_link)
		return 0;
	front_say(si->front, "The candidate's page: %s", url);
	if (!audience_reaches_others(si->audience))
		return 0;
	front_say(si->front, "Whoever has this link and is on this network can read the questions along.");
	if (!room_for_code())
		return 0;
	buf_init(&code);
	rc = serve_qr(&code, url, 2, true, err) < 0 ? -1 : 0;
	if (rc == 0)
		fputs(buf_text(&code), stdout);
	buf_finish(&code);
	return rc;
}

int
lead_serve_again(struct sitting *si, int64_t id, struct err *err)
{
	int rc = audience_serve_again(si->audience, si->app, id, err);

	if (rc < 0 && err->status != EXIT_NETWORK)
		return -1;
	if (rc < 0)
		front_say(si->front, "%s; the session goes on without the page.", err->text);
	err->text[0] = '\0';
	return 0;
}

/* ---- the closing ---- */

static const char *
area_of(const struct sitting *si, size_t position)
{
	const struct session_item *it = session_item(si->session, position);
	const struct item_record *rec = session_record(si->session, position);

	if (rec->state != ITEM_RATED && rec->state != ITEM_ANSWERED)
		return NULL;
	return it->bank->areas[it->bank->topics[it->item->topic].area].title;
}

/* The areas that were asked about, each once, in the order of the form; returns their number. */
static size_t
areas_asked(const struct sitting *si, const char **areas)
{
	size_t count = 0;

	for (size_t i = 0; i < session_item_count(si->session); i++) {
		const char *area = area_of(si, i);
		size_t k = 0;

		while (area != NULL && k < count && strcmp(areas[k], area) != 0)
			k++;
		if (area != NULL && k == count)
			areas[count++] = area;
	}
	return count;
}

#define QUESTIONS_EACH 3        /* for an area */

struct asked { char question[ERR_TEXT_BYTES], label[ERR_TEXT_BYTES]; };

/* Question `i` of those about `count` areas and one overall. */
static void
make_question(struct asked *q, size_t i, const char *const *areas, size_t count)
{
	static const struct { const char *word, *what; } questions[QUESTIONS_EACH] = {
		{ "strength", "one strength you saw?" },
		{ "change", "one thing to change?" },
		{ "resource", "one resource that helps?" },
	};

	if (i == count * QUESTIONS_EACH) {
		*q = (struct asked){ "Overall, in a sentence? (Enter: none)", "Overall" };
		return;
	}
	snprintf(q->question, sizeof(q->question), "%s: %s (Enter: none)", areas[i / QUESTIONS_EACH],
	    questions[i % QUESTIONS_EACH].what);
	snprintf(q->label, sizeof(q->label), "%s, %s", areas[i / QUESTIONS_EACH],
	    questions[i % QUESTIONS_EACH].word);
}

static bool
has_reply(const struct sitting *si, const char *label)
{
	size_t len = strlen(label);

	for (size_t i = 0; i < si->text_count; i++)
		if (si->texts[i].position < 0 && strncmp(si->texts[i].text, label, len) == 0 &&
		    si->texts[i].text[len] == ':')
			return true;
	return false;
}

/* A closing that was cut off goes on after its last reply. */
static int
ask_areas(struct sitting *si, const char *const *areas, size_t count, struct err *err)
{
	size_t all = count * QUESTIONS_EACH + 1, next = 0;
	struct asked q;

	for (size_t i = 0; i < all; i++) {
		make_question(&q, i, areas, count);
		if (has_reply(si, q.label))
			next = i + 1;
	}
	for (; next < all && si->leaving == -1; next++) {
		make_question(&q, next, areas, count);
		if (sitting_ask(si, q.question, q.label, err) != 0)
			return -1;
	}
	return 0;
}

/* A rater who uses one grade for everything may be right; they should know it. */
static void
nudge(struct sitting *si)
{
	int grade = -1, n = 0;

	for (size_t i = 0; i < session_item_count(si->session); i++) {
		const struct rating *r = &session_record(si->session, i)->interviewer;

		if (!r->settled || r->no_answer)
			continue;
		if (n++ > 0 && r->grade != grade)
			return;
		grade = r->grade;
	}
	if (n >= EQUAL_GRADES_MIN)
		front_say(si->front, "All %d grades are %d. If the answers differed, look at the anchors once more; nothing has to "
		    "change.", n, grade);
}

static int
closing_questions(struct sitting *si, struct err *err)
{
	size_t count, n = session_item_count(si->session);
	const char **areas = calloc(n, sizeof(*areas));
	int rc = 0;

	if (areas == NULL)
		return err_memory(err);
	count = areas_asked(si, areas);
	if (count > 0) {
		nudge(si);
		front_say(si->front, "Ask for their questions, and thank them. Then, for the report, a line each:");
		rc = ask_areas(si, areas, count, err);
	}
	free(areas);
	return rc;
}

static int
write_coach_edition(struct sitting *si, struct err *err)
{
	const struct report_options o = {
		.edition = EDITION_COACH, .paper = PAPER_A4, .version = VIVA_VERSION
	};
	struct record *r = NULL;
	struct report_target target = { .format = REPORT_PDF };
	char *path = NULL, *written = NULL;
	int rc = store_load(si->store, session_head(si->session)->id, &r, err);

	if (rc == 0 && asprintf(&path, "viva-session-%lld-coach.pdf", (long long)si->number) < 0)
		rc = err_memory(err);
	target.path = path;
	if (rc == 0)
		rc = report_file_session(si->app, si->store, r, &o, &target, &written, err);
	if (rc == 0)
		front_say(si->front, "For coaches: %s", written);
	free(path);
	free(written);
	record_free(r);
	return rc;
}

/* What the candidate's screens show from now on; a page that the second half goes on with keeps its link. */
static int
end_audience(struct sitting *si, struct err *err)
{
	if (si->half)
		return audience_rest(
		    si->audience, si, "The second half follows here, with the roles reversed.", err);
	if (audience_show(si->audience, si, err) != 0)
		return -1;
	audience_forget(si->app, session_head(si->session)->id);
	return 0;
}

int
lead_through(struct sitting *si, struct err *err)
{
	int status;

	if (!session_done(si->session) && sitting_run(si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1)
		return si->leaving;
	if (end_audience(si, err) != 0)
		return (int)err->status;
	if (closing_questions(si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1 && si->signalled) {
		front_say(si->front, "Saved as session %lld. `viva resume` goes on with what was left to ask.",
		    (long long)si->number);
		return si->leaving;
	}
	status = sit_close(si, err);
	if (status == EXIT_DONE && write_coach_edition(si, err) != 0)
		return (int)err->status;
	if (status == EXIT_DONE)
		front_say(si->front,
		    "Their own marks, before they read yours: `viva rate %lld --rater \"%s\"`.",
		    (long long)si->number, session_head(si->session)->candidate);
	return status;
}

/* Ends a first half that was left, and lets go of what was kept for the second. */
static int
begin_after(const struct record *first, struct sitting *si, struct err *err)
{
	int64_t number;

	if (first->state != SESSION_ENDED && sit_end(si->app, si->store, first->head.id, &number, err) != 0)
		return -1;
	halves_forget(si->app, first->head.id);
	return 0;
}

int
lead_sit(struct start *s, struct sitting *si, struct err *err)
{
	if (lead_show_link(si, err) != 0 || start_ask(s, si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1)
		return s->first != NULL ? halves_left(s, si) : start_left(si);
	if ((s->first != NULL && begin_after(s->first, si, err) != 0) || start_begin(s, si, err) != 0 ||
	    audience_begin(si->audience, si->app, s->head.id, err) != 0 ||
	    (si->half && halves_plan(si->app, s->head.id, err) != 0))
		return (int)err->status;
	return lead_through(si, err);
}
