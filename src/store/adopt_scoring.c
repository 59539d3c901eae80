/* Marks of further raters from elsewhere become marks here; see adopt.h. */
#include <string.h>

#include "store/adopt.h"
#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/scorings.h"
#include "viva/err.h"
#include "viva/store.h"

int
adopted_scoring_good_events(struct store *st, const struct adopted_scoring *a, size_t *good, struct err *err)
{
	uint8_t first[DIGEST_BYTES];

	if (scoring_chain_first(st, &a->head, a->rater, first, err) != 0)
		return -1;
	*good = adopted_good_events(&a->log, a->head.id, first);
	return 0;
}

/* It is here: with the same beginning, and the last of these events? */
static int
compare(struct store *st, const struct adopted_scoring *a, const struct scoring_row *row, struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = a->head.id };
	uint8_t theirs[DIGEST_BYTES], ours[DIGEST_BYTES];

	if (row->head.session != a->head.session)
		return ADOPT_DIFFERS;
	if (scoring_chain_first(st, &a->head, a->rater, theirs, err) != 0 ||
	    scoring_chain_first(st, &row->head, row->rater, ours, err) != 0)
		return -1;
	if (memcmp(theirs, ours, sizeof ours) != 0)
		return ADOPT_DIFFERS;
	return a->log.count == 0 ? ADOPT_KNOWN : adopted_log_compare(st, &log, &a->log, err);
}

/* Whether the rater is here, and has no other scoring of the session: 0, ADOPT_DIFFERS, -1. */
static int
check_rater(struct store *st, const struct adopted_scoring *a, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_BY_ID);
	query_put(&q, a->rater);
	found = query_step(&q, err);
	query_end(&q);
	if (found <= 0)
		return found < 0 ? -1 : err_set(err, EXIT_FINDINGS, "their rater is nobody here");
	query_start(&q, st, SQL_SCORING_FIND);
	query_put(&q, a->head.session);
	query_put(&q, a->rater);
	found = query_step(&q, err);
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? ADOPT_DIFFERS : 0;
}

/* What follows from the events; then it is loaded with all checks. */
static int
add_projections(struct store *st, const struct adopted_scoring *a, struct err *err)
{
	struct record *r = NULL;
	struct scoring_record *sr = NULL;
	int result = -1;

	if (record_read(st, a->head.session, &r, err) != 0 ||
	    scoring_read(st, a->head.id, r, true, &sr, err) != 0)
		goto out;
	if (scoring_project_write(st, sr->s, err) != 0 || scoring_advance(st, sr->s, 0, sr->chain, err) != 0)
		goto out;
	scoring_record_free(sr);
	sr = NULL;
	result = scoring_read(st, a->head.id, r, false, &sr, err) == 0 ? 0 : -1;
out:
	scoring_record_free(sr);
	record_free(r);
	return result;
}

int
adopt_scoring(struct store *st, const struct adopted_scoring *a, struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = a->head.id };
	uint8_t first[DIGEST_BYTES];
	struct scoring_row row;
	size_t good = 0;
	int found;

	if (adopted_scoring_good_events(st, a, &good, err) != 0)
		return -1;
	if (good < a->log.count)
		return err_set(err, EXIT_FINDINGS, "event %zu does not fit the chain: it, one before it or the head "
		    "of the marks was changed", good + 1);
	found = scoring_row_read(st, a->head.id, &row, err);
	if (found <= 0)
		return found < 0 ? -1 : compare(st, a, &row, err);
	found = check_rater(st, a, err);
	if (found != 0)
		return found;
	if (scoring_chain_first(st, &a->head, a->rater, first, err) != 0 ||
	    scoring_add(st, &a->head, a->rater, first, err) != 0 ||
	    adopted_log_add(st, &log, &a->log, err) != 0)
		return -1;
	return add_projections(st, a, err);
}
