/* Apart from term.c: <term.h> has a struct term of its own, and newterm() leaks where this says no. */
#include "ui/terminfo.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <curses.h>
#include <term.h>

#include "viva/err.h"

static bool
has(char *name)
{
	const char *s = tigetstr(name);

	return s != NULL && (intptr_t)s != -1;
}

int
terminfo_suits(const char *type, int fd, struct err *err)
{
	char cup[] = "cup", el[] = "el", clear[] = "clear";     /* ncurses wants no const */
	int found = 0, result = 0;

	if (type == NULL || *type == '\0')
		return err_set(err, EXIT_FINDINGS, "TERM is not set");
	if (setupterm(type, fd, &found) != OK)
		return err_set(err, EXIT_FINDINGS, "the terminal type \"%s\" is unknown here", type);
	if (!has(cup) || !has(el) || !has(clear))
		result = err_set(
		    err, EXIT_FINDINGS, "a terminal of type \"%s\" cannot move its cursor", type);
	del_curterm(cur_term);
	return result;
}
