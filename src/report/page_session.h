#ifndef VIVA_REPORT_PAGE_SESSION_H
#define VIVA_REPORT_PAGE_SESSION_H
#include "report/model.h"
#include "report/page.h"
/* Parts of the session report that stand in files of their own. */

/* Where a question's row stands, for the links that lead to it. */
struct row_place { int page; double y; };

/* As many pages as it needs; fills `places`, one for each row. */
void question_table(struct sheet *s, const struct session_model *m, struct row_place *places);

#endif
