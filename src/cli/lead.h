#ifndef VIVA_CLI_LEAD_H
#define VIVA_CLI_LEAD_H
#include "cli/sitting.h"
/* What a led session has beside a solo one; shared by `viva lead` and `viva resume`. */

/* Makes `si` the interviewer's; `planned_min` of the whole session, 0 if it is not known. */
void lead_prepare(struct sitting *si, int planned_min);
/* The candidate's page: its link, and its QR code where another device can open it. */
int lead_show_link(struct sitting *si, struct err *err);
/*
 * Runs an attached led session to its end or to where it is left; at the end asks for a strength, a
 * change and a resource for each area and an overall impression, then shows the summary and writes
 * both editions of the report.  Returns the exit status.
 */
int lead_through(struct sitting *si, struct err *err);

#endif
