#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/history_table.h"
#include "cli/home.h"
#include "cli/next_lines.h"
#include "cli/standing.h"
#include "cli/stats_out.h"
#include "viva/text.h"

#define BLUEPRINTS_MAX 9        /* offered by a digit */

/* ---- what there is ---- */

static const struct session_line *
latest_unfinished(const struct session_list *list)
{
	for (size_t i = list->count; i-- > 0;)
		if (list->v[i].state != SESSION_ENDED)
			return &list->v[i];
	return NULL;
}

static void
find_last(struct home *h)
{
	for (size_t i = 0; i < h->list.count; i++)
		if (h->list.v[i].state == SESSION_ENDED)
			snprintf(h->last, sizeof(h->last), "%lld", (long long)h->list.v[i].number);
}

/* ---- words ---- */

static void
say_unfinished(struct home *h, const struct session_line *open)
{
	if (open == NULL)
		return;
	buf_printf(&h->unfinished, "Session %lld of %s is unfinished: %d of %d questions answered.",
	    (long long)open->number, open->candidate, open->answered, open->items);
	h->view.unfinished = buf_text(&h->unfinished);
}

static void
say_level(struct home *h)
{
	const struct progress *p = h->standing->progress;
	char missing[PROGRESS_MISSING_BYTES];

	if (p->overall.ranged)
		buf_printf(&h->level, "Level %.1f of 4, range %.1f to %.1f, from %d answers; %s.",
		    p->overall.level.level, p->overall.level.low, p->overall.level.high, p->answers,
		    series_text(p->series));
	else if (h->list.count > 0)
		buf_printf(&h->level, "%zu %s so far. %s", h->list.count,
		    plural((int)h->list.count, "session", "sessions"), progress_missing(p, missing));
	else
		buf_puts(&h->level, "No session yet. Each question is read, thought over and answered aloud against a clock; "
		    "then you predict your grade, see the key points, and mark what you said.");
	h->view.standing = buf_text(&h->level);
}

static void
say_recent(struct home *h)
{
	for (size_t i = h->list.count; i-- > 0 && h->view.recent_count < HOME_RECENT_MAX;) {
		const struct session_line *l = &h->list.v[i];
		struct buf *b = &h->recent[h->view.recent_count];
		char when[40];

		buf_printf(b, "%lld  %s  %s: %d of %d", (long long)l->number,
		    format_local(l->created_us, l->utc_offset_min, when), l->blueprint, l->answered,
		    l->items);
		if (l->rated > 0)
			buf_printf(b, ", mean %.1f", (double)l->grade_sum / l->rated);
		if (strcmp(l->candidate, h->standing->progress->candidate) != 0)
			buf_printf(b, ", %s", l->candidate);
		h->view.recent[h->view.recent_count++] = buf_text(b);
	}
}

/* Room for one more thing to do: the first is what comes next. */
static struct buf *
add_step(struct home *h)
{
	return h->next.len == 0 ? &h->next : &h->then[h->view.then_count++];
}

static void
say_next(struct home *h, const struct session_line *open)
{
	const struct progress *p = h->standing->progress;

	if (open != NULL)
		buf_puts(add_step(h), "Go on with it: `viva resume`.");
	for (size_t i = 0; i < p->next.item_count; i++)
		next_item_text(add_step(h), p->bank, &p->next.items[i]);
	if (p->next.has_topic)
		next_topic_text(add_step(h), p->bank, &p->next);
	if (h->next.len == 0)
		buf_puts(&h->next, "Sit a first interview of 30 minutes: `viva solo --minutes 30`.");
	h->view.next = buf_text(&h->next);
	for (size_t i = 0; i < h->view.then_count; i++)
		h->view.then[i] = buf_text(&h->then[i]);
}

_Static_assert(HOME_THEN_MAX >= NEXT_ITEMS + 1, "all steps fit beside an unfinished session");

/* ---- choices ---- */

static struct buf *
add(struct home *h, char key, struct home_entry entry)
{
	size_t i = h->view.choice_count;

	if (i == HOME_CHOICES_MAX)
		return NULL;
	h->view.choice_count++;
	h->choices[i].key = key;
	h->entries[i] = entry;
	return &h->labels[i];
}

static void
add_choice(struct home *h, char key, struct home_entry entry, const char *label)
{
	struct buf *b = add(h, key, entry);

	if (b != NULL)
		buf_puts(b, label);
}

static void
add_interviews(struct home *h)
{
	const struct bank *bank = h->standing->bank;

	for (size_t i = 0; i < bank->blueprint_count && i < BLUEPRINTS_MAX; i++) {
		struct buf *b = add(h, (char)('1' + i), (struct home_entry){ .command = "solo",
		    .option = "blueprint", .value = bank->blueprints[i].id });

		if (b == NULL)
			return;
		if (bank_blueprint_of_minutes(bank, bank->blueprints[i].minutes) == &bank->blueprints[i])
			buf_printf(b, "%d minutes: %d questions", bank->blueprints[i].minutes,
			    bank->blueprints[i].items);
		else
			buf_printf(
			    b, "%s: %d questions", bank->blueprints[i].title, bank->blueprints[i].items);
	}
	add_choice(h, 'd', (struct home_entry){ .command = "solo", .option = "items", .value = "5" },
	    "a drill of five questions");
	if (h->standing->progress->answers > 0)
		add_choice(h, 'w',
		    (struct home_entry){ .command = "solo", .option = "focus", .value = "weak" },
		    "an interview that leans towards your weak topics");
	add_choice(h, 'l', (struct home_entry){ .command = "solo", .option = "live" },
	    "live: the review at the end, as in a real interview");
}

/* What there is to look at depends on what there is. */
static void
add_records(struct home *h)
{
	if (h->last[0] != '\0') {
		add_choice(h, 'v',
		    (struct home_entry){ .command = "review", .word = h->last, .comes_back = true },
		    "review the last session");
		add_choice(h, 'r',
		    (struct home_entry){ .command = "report", .option = "session", .value = h->last },
		    "write the report of the last session");
	}
	if (h->standing->progress->answers > 0) {
		add_choice(h, 'p', (struct home_entry){ .command = "report", .option = "progress" },
		    "write the report of your progress");
		add_choice(h, 'n', (struct home_entry){ .action = HOME_NEXT }, "what to practise, and why");
	}
	if (h->list.count > 0) {
		add_choice(h, 's', (struct home_entry){ .action = HOME_STATS }, "statistics");
		add_choice(h, 'h', (struct home_entry){ .action = HOME_HISTORY }, "history");
	}
	if (h->list.count == 0)
		add_choice(h, 't', (struct home_entry){ .command = "tour" },
		    "a tour of two minutes; nothing is stored");
	if (h->banks.count > 1)
		add_choice(h, 'b', (struct home_entry){ .action = HOME_BANK }, "another question set");
}

static void
offer(struct home *h, const struct session_line *open)
{
	struct buf *b;

	if (open != NULL) {
		b = add(h, 'g', (struct home_entry){ .command = "resume" });
		if (b != NULL)
			buf_printf(b, "go on with session %lld", (long long)open->number);
	}
	if (h->own[0] != '\0') {
		b = add(h, 'o', (struct home_entry){ .command = "rate", .word = h->own, .option = "rater",
			.value = h->standing->progress->candidate });
		if (b != NULL)
			buf_printf(b, "your own marks for session %s, before you read the interviewer's", h->own);
	}
	add_interviews(h);
	add_records(h);
	for (size_t i = 0; i < h->view.choice_count; i++)
		h->choices[i].label = buf_text(&h->labels[i]);
	h->view.choices = h->choices;
}

/* ---- all of it ---- */

/* Whether the candidate's own marks for the last session that someone led are still to be given. */
static int
find_own(struct home *h, struct store *st, struct err *err)
{
	const char *candidate = h->standing->progress->candidate;

	for (size_t i = h->list.count; i-- > 0;) {
		const struct session_line *line = &h->list.v[i];
		int64_t id;
		int rc;

		if (line->mode != MODE_LED || line->state != SESSION_ENDED || line->answered == 0 ||
		    strcmp(line->candidate, candidate) != 0)
			continue;
		rc = store_scoring_find(st, line->id, candidate, &id, err);
		if (rc == STORE_NOT_FOUND)
			snprintf(h->own, sizeof(h->own), "%lld", (long long)line->number);
		return rc < 0 ? -1 : 0;
	}
	return 0;
}

static int
read_list(struct home *h, const struct app *app, struct err *err)
{
	struct store *st = NULL;
	struct buf quiet;
	int rc;

	/* What there was to say about the file, standing_load() has said. */
	buf_init(&quiet);
	rc = store_open(&st, app->db_path, STORE_READ, world_now(app->world).wall_us, &quiet, err);
	if (rc == 0)
		rc = store_history(st, app->as_name, &h->list, err);
	if (rc == 0)
		rc = find_own(h, st, err);
	store_close(st);
	buf_finish(&quiet);
	return rc == STORE_NOT_FOUND ? 0 : rc;
}

int
home_load(struct home *h, const struct app *app, struct err *err)
{
	const struct session_line *open;

	memset(h, 0, sizeof(*h));
	h->standing = calloc(1, sizeof(*h->standing));
	if (h->standing == NULL)
		return err_memory(err);
	if (standing_load(h->standing, app, err) != 0 || read_list(h, app, err) != 0)
		return -1;
	if (bank_names_find(&h->banks, app) != 0)
		return err_memory(err);
	open = latest_unfinished(&h->list);
	find_last(h);
	h->view.bank = h->standing->bank->title;
	h->view.candidate = h->standing->progress->candidate;
	say_unfinished(h, open);
	say_level(h);
	say_recent(h);
	say_next(h, open);
	offer(h, open);
	return 0;
}

void
home_finish(struct home *h)
{
	for (size_t i = 0; i < HOME_CHOICES_MAX; i++)
		buf_finish(&h->labels[i]);
	for (size_t i = 0; i < HOME_RECENT_MAX; i++)
		buf_finish(&h->recent[i]);
	buf_finish(&h->unfinished);
	buf_finish(&h->level);
	buf_finish(&h->next);
	for (size_t i = 0; i < HOME_THEN_MAX; i++)
		buf_finish(&h->then[i]);
	bank_names_finish(&h->banks);
	session_list_free(&h->list);
	if (h->standing != NULL)
		standing_finish(h->standing);
	free(h->standing);
}

size_t
home_find(const struct home *h, unsigned key)
{
	for (size_t i = 0; i < h->view.choice_count; i++)
		if ((unsigned char)h->choices[i].key == key)
			return i;
	return HOME_NOT_FOUND;
}

static void
help_line(struct buf *out, int columns, int first, int indent, const char *words)
{
	text_wrap(out, words, columns, first, indent);
	buf_putc(out, '\n');
}

void
home_help(struct buf *out, const struct home *h, int columns)
{
	struct buf line;

	help_line(out, columns, 0, 0, "Up and Down choose, Enter takes what is marked; a letter takes its choice at once.");
	buf_putc(out, '\n');
	buf_init(&line);
	for (size_t i = 0; i < h->view.choice_count; i++) {
		struct buf visible;

		buf_clear(&line);
		buf_printf(&line, "%c  %s", h->choices[i].key, h->choices[i].label);
		buf_init(&visible);
		text_visible(&visible, buf_text(&line), line.len, false);
		help_line(out, columns, 2, 5, buf_text(&visible));
		buf_finish(&visible);
	}
	buf_finish(&line);
	buf_putc(out, '\n');
	help_line(out, columns, 0, 0, "Everything here is a command too: `viva help` lists them, `viva help keys` the keys of a "
	    "session, `viva help TOPIC` explains.");
	help_line(out, columns, 0, 0, "Another candidate: `viva --as NAME`. Plain lines: `viva --plain`.");
}

const char *
home_page(struct buf *out, const struct home *h, enum home_action page, int columns)
{
	switch (page) {
	case HOME_HISTORY:
		history_table(out, &h->list, columns);
		return "History";
	case HOME_STATS:
		stats_say(out, h->standing->progress, columns);
		return "Statistics";
	case HOME_NEXT:
		next_say(out, h->standing->progress, columns);
		return "What to practise";
	case HOME_RUN:
	case HOME_BANK:
		break;
	}
	return "";
}
