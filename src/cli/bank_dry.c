#include "cli/bank_dry.h"

#include <stdlib.h>

#include "cli/app.h"
#include "viva/draw.h"

struct lasting { int sessions; struct conflict *why; /* what ended it, or NULL */ };

/* Draws until it fails or `most` sessions are through.  -1 on failure. */
static int
last(struct lasting *out, const struct bank *b, const struct blueprint *bp, int most, struct err *err)
{
	enum item_use *use = calloc(b->item_count, sizeof(*use));
	int rc = 0;

	*out = (struct lasting){ 0 };
	if (use == NULL)
		return err_memory(err);
	while (rc == 0 && out->sessions < most) {
		const struct draw_request rq = { .bank = b, .blueprint = bp, .use = use,
			.seed = (uint64_t)out->sessions + 1 };
		struct form *form = NULL;

		rc = draw_form(&form, &out->why, &rq, err);
		if (rc == 0) {
			out->sessions++;
			for (size_t i = 0; i < form->item_count; i++)
				use[form->items[i].item] = ITEM_EXCLUDED;
		}
		form_free(form);
	}
	free(use);
	return rc < 0 ? -1 : 0;
}

int
bank_sessions(const struct bank *b, const struct blueprint *bp, int most)
{
	struct err err = { EXIT_DONE, "" };
	struct lasting l;
	int rc = last(&l, b, bp, most, &err);

	conflict_free(l.why);
	return rc == 0 ? l.sessions : 0;
}

static void
check_one(const struct bank *b, const struct blueprint *bp, struct diags *d)
{
	struct err err = { EXIT_DONE, "" };
	struct lasting l;

	if (last(&l, b, bp, bp->sessions, &err) != 0)
		diag_error(d, bp->at, "blueprint \"%s\": %s", bp->id, err.text);
	else if (l.why != NULL && l.sessions == 0)
		diag_warning(d, bp->at, "blueprint \"%s\" cannot be drawn: %s", bp->id, l.why->message);
	else if (l.why != NULL)
		diag_warning(d, bp->at,
		    "blueprint \"%s\" runs dry after %d %s without a repeat, and shall last %d: %s", bp->id,
		    l.sessions, plural(l.sessions, "session", "sessions"), bp->sessions, l.why->message);
	conflict_free(l.why);
}

void
bank_check_stock(const struct bank *b, struct diags *d)
{
	for (size_t i = 0; i < b->blueprint_count; i++)
		check_one(b, &b->blueprints[i], d);
}
