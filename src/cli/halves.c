#include "cli/halves.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/audience.h"
#include "cli/lead.h"
#include "cli/start.h"

/* ---- what the first half had ---- */

/* Marks in `out` everything that is in an enemy group with something marked. */
static int
add_enemies(bool *out, const struct bank *bank, struct err *err)
{
	bool *groups = calloc(bank->enemy_group_count + 1, sizeof(*groups));

	if (groups == NULL)
		return err_memory(err);
	for (size_t i = 0; i < bank->item_count; i++)
		for (size_t k = 0; out[i] && k < bank->items[i].enemy_count; k++)
			groups[bank->items[i].enemies[k]] = true;
	for (size_t i = 0; i < bank->item_count; i++)
		for (size_t k = 0; k < bank->items[i].enemy_count; k++)
			out[i] |= groups[bank->items[i].enemies[k]];
	free(groups);
	return 0;
}

static int
mark(bool **out, struct store *st, int64_t first, const struct bank *bank, struct err *err)
{
	*out = calloc(bank->item_count + 1, sizeof(**out));
	if (*out == NULL)
		return err_memory(err);
	return store_form_items(st, first, bank, *out, err) == 0 ? add_enemies(*out, bank, err) : -1;
}

int
halves_taken(
    bool **out, struct store *st, const struct record *first, const struct bank *bank, struct err *err)
{
	*out = NULL;
	if (strcmp(first->head.bank_id, bank->id) != 0)
		return err_set(err, EXIT_FINDINGS, "the first half, session %lld, was drawn from the bank %s, not from %s: "
		    "name its file with --bank", (long long)first->head.number, first->head.bank_id, bank->id);
	return mark(out, st, first->head.id, bank, err);
}

int
halves_exclude(enum item_use *use, struct store *st, int64_t id, const struct bank *bank, struct err *err)
{
	bool *taken = NULL;
	int64_t first;
	int rc = store_find_other_half(st, id, &first, err);

	if (rc == STORE_NOT_FOUND)
		return 0;
	if (rc == 0)
		rc = mark(&taken, st, first, bank, err);
	for (size_t i = 0; rc == 0 && i < bank->item_count; i++)
		if (taken[i])
			use[i] = ITEM_EXCLUDED;
	free(taken);
	return rc;
}

int
halves_foresee(const struct start *s, struct sitting *si, const struct args *args, struct err *err)
{
	struct form_wish wish = { .history = FORM_NO_RETRY };
	bool *taken = calloc(s->bank->item_count + 1, sizeof(*taken));
	struct form_choice c = { .bank = NULL };
	struct conflict *why = NULL;
	struct form *f = NULL;
	int rc;

	if (taken == NULL)
		return err_memory(err);
	for (size_t i = 0; i < s->form->item_count; i++)
		taken[s->form->items[i].item] = true;
	wish.without = taken;
	rc = add_enemies(taken, s->bank, err);
	if (rc == 0)
		rc = form_choose(&c, s->app, args, s->bank, &wish, err);
	if (rc == 0)
		rc = draw_form(&f, &why, &c.request, err);
	if (why != NULL)
		front_say(si->front, "After this form the second half cannot be drawn: %s", why->message);
	conflict_free(why);
	form_free(f);
	form_choice_finish(&c);
	free(taken);
	return rc < 0 ? -1 : 0;
}

/* ---- the plan ---- */

static char *
plan_path(const struct app *app, int64_t id)
{
	char *path = NULL;

	return asprintf(&path, "%s/%" PRId64 TYPING_HALVES, app->state_dir, id) < 0 ? NULL : path;
}

int
halves_plan(const struct app *app, int64_t id, struct err *err)
{
	char *path = plan_path(app, id);
	int fd, rc = 0;

	if (path == NULL)
		return err_memory(err);
	fd = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		rc = err_errno(err, "%s", path);
	else
		close(fd);
	free(path);
	return rc;
}

bool
halves_planned(const struct app *app, int64_t id)
{
	char *path = plan_path(app, id);
	bool planned = path != NULL && access(path, F_OK) == 0;

	free(path);
	return planned;
}

void
halves_forget(struct app *app, int64_t first)
{
	char *path = plan_path(app, first);

	if (path != NULL)
		unlink(path);
	free(path);
	audience_forget(app, first);
}

/* ---- the second half ---- */

static void
announce(struct sitting *si, const struct start *s)
{
	const struct record *first = s->first;

	front_say(si->front, "The second half, with the roles of session %lld reversed: %s asks now, %s answers. "
	    "Change seats.", (long long)first->head.number, buf_text(&s->interviewer), buf_text(&s->candidate));
	if (first->state != SESSION_ENDED)
		front_say(si->front, "Session %lld is unfinished and ends when this one begins, the rest not asked; "
		    "q leaves both as they are.", (long long)first->head.number);
}

static int
load_first(struct record **out, const struct app *app, int64_t first, struct err *err)
{
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == 0)
		rc = store_load(st, first, out, err);
	store_close(st);
	return rc;
}

/* What stops a second half does not touch the first. */
static int
refuse(const struct record *first, struct err *err)
{
	struct err why = *err;

	if (err->status == EXIT_FINDINGS && first != NULL)
		err_set(err, EXIT_FINDINGS, "no second half: %s; session %lld is as it was", why.text,
		    (long long)first->head.number);
	return (int)err->status;
}

int
halves_second(struct sitting *si, const struct args *args, int64_t first, struct err *err)
{
	struct start s = { .app = si->app, .head = { .mode = MODE_LED } };
	struct record *r = NULL;
	int status;

	if (load_first(&r, si->app, first, err) != 0)
		return (int)err->status;
	s.first = r;
	buf_puts(&s.name, r->head.interviewer);
	buf_puts(&s.interviewer, r->head.candidate);
	if (start_prepare(&s, args, err) != 0) {
		status = refuse(r, err);
	} else {
		si->store = s.store;
		lead_prepare(si, s.choice.request.blueprint->minutes);
		announce(si, &s);
		status = lead_sit(&s, si, err);
	}
	sitting_detach(si);
	start_finish(&s, status == EXIT_DONE);
	record_free(r);
	return status;
}

int
halves_left(const struct start *s, struct sitting *si)
{
	front_say(si->front, "The second half was not begun; `viva lead --swap-with \"%s\"` begins it.",
	    buf_text(&s->interviewer));
	return si->signalled ? si->leaving : EXIT_DONE;
}
