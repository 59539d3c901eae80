#include <string.h>
#include "report/check.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"

int
report_check(const struct display_list *dl, struct err *err)
{
	struct buf findings;
	int found, status = 0;

	buf_init(&findings);
	found = display_list_lint(dl, &findings);
	if (found < 0)
		status = err_memory(err);
	else if (found > 0)
		status = err_set(err, EXIT_IO, "the page is not fit to be given out (faults: %d): %.*s",
		    found, (int)strcspn(buf_text(&findings), "\n"), buf_text(&findings));
	buf_finish(&findings);
	return status;
}
