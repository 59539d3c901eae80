/* Another item for one that the candidate knows. */
#include <stdlib.h>

#include "cli/sheet.h"
#include "cli/sitting.h"

/* The form as indices into the bank at hand; -1 if an item is not in it. */
static int
form_in_bank(const struct sitting *si, size_t *form)
{
	for (size_t i = 0; i < session_item_count(si->session); i++) {
		form[i] = bank_find_item(si->swaps->bank, session_item(si->session, i)->item->id);
		if (form[i] == SIZE_MAX)
			return -1;
	}
	return 0;
}

static int
keep_bank(struct sitting *si, struct bank *bank)
{
	struct bank **more = realloc(si->swapped, (si->swapped_count + 1) * sizeof(*more));

	if (more == NULL)
		return -1;
	si->swapped = more;
	si->swapped[si->swapped_count++] = bank;
	return 0;
}

static int
swap_for(struct sitting *si, size_t old, size_t item, struct err *err)
{
	struct sheet sheet;
	struct event ev;
	struct marking_view v;
	int rc = sheet_make(&sheet, si->swaps->bank, item, false, err);

	if (rc == 0 && session_swap(si->session, &sheet.item, sitting_now(si), &ev)) {
		rc = keep_bank(si, sheet.bank) == 0 ? sitting_commit(si, &ev, NULL, &sheet.snapshot, err) :
		    err_memory(err);
		sheet.bank = NULL;      /* the session shows it from now on */
		si->use[old] = ITEM_EXCLUDED;
		if (rc == 0) {
			sitting_view(si, &v);
			si->front->ops->event(si->front, &v, &ev, NULL);
		}
	} else if (rc == 0) {
		si->front->ops->refused(si->front, REFUSED_HERE, session_phase(si->session));
	}
	sheet_finish(&sheet);
	return rc;
}

int
sitting_swap(struct sitting *si, struct err *err)
{
	int position = session_position(si->session);
	size_t *form, item;
	int rc = sitting_tick(si, err);

	if (rc != 0)
		return -1;
	if (position < 0 || session_phase(si->session) > PHASE_ANSWER) {
		si->front->ops->refused(si->front, REFUSED_HERE, session_phase(si->session));
		return 0;
	}
	if (si->swaps == NULL) {
		front_say(si->front, "The bank of this session is not at hand, so there is no other question; s passes.");
		return 0;
	}
	form = calloc(session_item_count(si->session), sizeof(*form));
	if (form == NULL)
		return err_memory(err);
	if (form_in_bank(si, form) != 0)
		front_say(si->front, "The bank has changed since this form was drawn, so there is no other question; s passes.");
	else if (draw_swap(&item, si->swaps, form, session_item_count(si->session), (size_t)position) ==
	    DRAW_INFEASIBLE)
		front_say(si->front, "No other question keeps this form balanced; s passes.");
	else
		rc = swap_for(si, form[position], item, err);
	free(form);
	return rc;
}
