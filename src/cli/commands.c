#include "cli/cmd.h"

extern const struct cmd cmd_solo, cmd_tour, cmd_lead, cmd_watch, cmd_resume, cmd_finish,
    cmd_rate, cmd_compare, cmd_review, cmd_history, cmd_stats, cmd_next, cmd_people, cmd_cohort, cmd_report,
    cmd_draw, cmd_bank,
    cmd_export, cmd_import, cmd_db, cmd_forget, cmd_help;

const struct cmd *const commands[] = { &cmd_solo, &cmd_tour, &cmd_lead, &cmd_watch, &cmd_resume, &cmd_finish,
	&cmd_rate, &cmd_compare, &cmd_review, &cmd_history, &cmd_stats, &cmd_next, &cmd_people, &cmd_cohort,
	&cmd_report, &cmd_draw, &cmd_bank, &cmd_export, &cmd_import, &cmd_db, &cmd_forget, &cmd_help, NULL };
