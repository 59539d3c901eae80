#ifndef VIVA_CLI_REVIEWING_H
#define VIVA_CLI_REVIEWING_H
#include "viva/words.h"
/*
 * An ended session read again: a sitting whose inputs turn pages and mark answers anew.  What a
 * front end shows and gives is the same as while the session ran.
 */
struct sitting;

struct earlier_grade { int position, grade; int64_t seq; };

struct reviewing {
	int position;
	enum phase phase;               /* NOTE: it is read; TICK and GRADE: it is marked anew */
	struct item_record record;      /* of the open item, with that phase */
	struct rating rating;           /* while it is marked anew */
	struct earlier_grade *grades;   /* all that were given, oldest first; the last one of an item counts */
	size_t grade_count;
	int *earlier;                   /* of the open item, for its page */
	struct own_text *texts;         /* likewise */
};

/* Reads the grades of `r`.  Release with reviewing_finish(). */
int reviewing_init(struct reviewing *rv, const struct record *r, struct err *err);
void reviewing_finish(struct reviewing *rv);
/* The open item, as sitting_view(). */
void reviewing_view(struct sitting *si, struct marking_view *v);
/* As sitting_give(): go on, marks, a grade. */
int reviewing_give(struct sitting *si, struct session_input in, struct err *err);
/* Another question; one that is not there is said. */
int reviewing_go(struct sitting *si, int position, struct err *err);
/* Begins to mark the open answer anew, or says why not. */
int reviewing_amend(struct sitting *si, struct err *err);
/* Leaves marking, or the review. */
void reviewing_leave(struct sitting *si);
/* Shows the page anew. */
int reviewing_show(struct sitting *si, struct err *err);
/* The page of the open item, borrowed until the next call; -1 when out of memory. */
int reviewing_page(struct sitting *si, struct review_page *page, struct err *err);

#endif
