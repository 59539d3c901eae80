#ifndef VIVA_REPORT_PAGE_SESSION_H
#define VIVA_REPORT_PAGE_SESSION_H
#include "report/model_detail.h"
#include "report/page.h"
/* Parts of the session report that stand in files of their own. */

/* Where a question's card stands, for the links that lead to it. */
struct row_place { int page; double y; };

/* As many pages as it needs; each row leads to its card in `cards`, one for each row. */
void question_table(struct sheet *s, const struct session_model *m, const struct row_place *cards);
/* Where the minutes went, and whether that is usual. */
void minutes_page(struct sheet *s, const struct session_detail *d);
/* A card for each question that was asked; fills `places`, by row. */
void question_cards(struct sheet *s, const struct session_detail *d, struct row_place *places);

#endif
