#include "cli/pages.h"

#include <string.h>

#include "viva/err.h"

const struct help_page *const help_pages[] = { &page_start, &page_session, &page_lead, &page_raters,
	&page_keys, &page_grades, &page_time, &page_draw, &page_banks, &page_report, &page_people,
	&page_plain, &page_json, &page_files, &page_privacy, &page_safety, &page_completion,
	&page_exit_status, NULL };

const struct help_page *
help_page_find(const char *name)
{
	/* "exit" is what people try first. */
	if (strcmp(name, "exit") == 0)
		return &page_exit_status;
	for (const struct help_page *const *t = help_pages; *t != NULL; t++)
		if (strcmp((*t)->name, name) == 0)
			return *t;
	return NULL;
}

const struct exit_meaning exit_meanings[] = {
	{ EXIT_DONE, "done" },
	{ EXIT_FINDINGS, "findings, or something you can mend: an unknown name, a bank with errors" },
	{ EXIT_USAGE, "the command line was not understood" },
	{ EXIT_STOPPED, "the session was left early; it is saved and can be resumed" },
	{ EXIT_HELD, "busy, or held by another viva" },
	{ EXIT_DAMAGED, "the records are damaged, or not viva's" },
	{ EXIT_NEWER, "the records are of a newer viva" },
	{ EXIT_IO, "reading or writing failed: disk full, no permission" },
	{ EXIT_NETWORK, "network" },
	{ EXIT_HANGUP, "the terminal was closed; all is saved" },
	{ EXIT_INTERRUPT, "interrupted; all is saved" },
	{ EXIT_TERMINATED, "terminated; all is saved" },
	{ 0, NULL }
};
