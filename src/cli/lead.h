#ifndef VIVA_CLI_LEAD_H
#define VIVA_CLI_LEAD_H
#include "cli/sitting.h"
/* What a led session has beside a solo one; shared by `viva lead` and `viva resume`. */

/* Makes `si` the interviewer's; `planned_min` of the whole session, 0 if it is not known. */
void lead_prepare(struct sitting *si, int planned_min);
/* The candidate's page: its link, and its QR code where another device can open it. */
int lead_show_link(struct sitting *si, struct err *err);
/*
 * Serves the page of session `id` again under the link it had, if it had one; where that address cannot be
 * had any more, it says so and the session goes on without.
 */
int lead_serve_again(struct sitting *si, int64_t id, struct err *err);
/*
 * Shows link and opening, then begins the session that `s` prepared and runs it as lead_through().  Where `s`
 * is a second half, the first is ended with it.  Returns the exit status.
 */
struct start;
int lead_sit(struct start *s, struct sitting *si, struct err *err);
/*
 * Runs an attached led session to its end (one that has ended goes on with its closing) or to where it is
 * left; at the end asks for a strength, a change and a resource for each area and an overall impression, then
 * shows the summary and writes both editions of the report.  Returns the exit status.
 */
int lead_through(struct sitting *si, struct err *err);

#endif
