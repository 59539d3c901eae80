/* The marks of further raters, as session_json.c wrote them. */
#include <string.h>

#include "store/import.h"
#include "store/scorings.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

static int
import_scoring(struct import *im, const struct doc_node *n, int64_t session, struct err *err)
{
	static const char *const presents[] = { "typed", "yes", "no" };
	struct adopted_scoring a = { .head = { .session = session } };
	struct err why;
	int result;

	if (n->kind != DOC_OBJECT) {
		import_complain(im, n, "", "an object must stand here");
		return -1;
	}
	a.head.id = import_id(im, n, "id");
	a.rater = import_id(im, n, "rater_id");
	a.head.present = (enum present)import_word(im, n, "present", presents, 3);
	a.head.created_us = import_time(im, n, "created_at");
	if (import_log(im, n, LOG_SCORING, &a.log, err) != 0 || im->bad)
		return -1;
	result = adopt_scoring(im->st, &a, &why);
	if (result == ADOPT_DIFFERS)
		import_complain(im, n, "", "other marks of this rater are here: one of the two was changed or went on");
	else if (result < 0 && (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS))
		import_complain(im, n, "these marks cannot be", why.text);
	else if (result < 0)
		return err_set(err, why.status, "%s", why.text);
	return im->bad ? -1 : 0;
}

int
import_scorings(struct import *im, const struct doc_node *session, int64_t id, struct err *err)
{
	const struct doc_node *n = doc_member(session, "scorings"), *in;

	if (n == NULL)
		return 0;
	if (n->kind != DOC_ARRAY)
		import_complain(im, n, "scorings", "must be an array");
	for (in = n->kind == DOC_ARRAY ? n->first : NULL; in != NULL && !im->bad; in = in->next)
		if (import_scoring(im, in, id, err) != 0)
			return -1;
	return im->bad ? -1 : 0;
}
