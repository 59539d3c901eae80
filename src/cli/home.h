#ifndef VIVA_CLI_HOME_H
#define VIVA_CLI_HOME_H
#include "cli/app.h"
#include "cli/banks.h"
#include "viva/buf.h"
#include "viva/home.h"
/* What the first screen knows and offers, for the full screen, plain lines and pipes alike. */

struct standing;

enum home_action {
	HOME_RUN,               /* a command */
	HOME_HISTORY, HOME_STATS, HOME_NEXT,    /* a page to read */
	HOME_BANK               /* another question set */
};

struct home_entry {
	enum home_action action;
	const char *command, *option, *value;   /* HOME_RUN; option and value may be NULL */
	char *word;                     /* the command's argument, or NULL */
	bool comes_back;                /* the command only shows something: home follows it */
};

struct home {
	struct standing *standing;
	struct session_list list;
	struct bank_names banks;
	struct home_view view;          /* points into this struct */
	struct home_choice choices[HOME_CHOICES_MAX];
	struct home_entry entries[HOME_CHOICES_MAX];
	char last[24];                  /* the number of the last session that ended, "" if none did */
	struct buf labels[HOME_CHOICES_MAX], recent[HOME_RECENT_MAX], unfinished, level, next, then[HOME_THEN_MAX];
	char own[24];                   /* of the last led one that the candidate did not mark themselves,
					 * likewise */
};

#define HOME_NOT_FOUND SIZE_MAX

/* Reads bank and records.  Release with home_finish(), also after a failure. */
int home_load(struct home *h, const struct app *app, struct err *err);
void home_finish(struct home *h);
/* The choice with that key, or HOME_NOT_FOUND. */
size_t home_find(const struct home *h, unsigned key);
/* The text of a page for so many columns, appended to `out`, and its title. */
const char *home_page(struct buf *out, const struct home *h, enum home_action page, int columns);
/* What the keys of the first screen do, appended likewise. */
void home_help(struct buf *out, const struct home *h, int columns);

/*
 * The full screen: shows `h` until a command is chosen, whose entry goes to `*chosen`, or it is left:
 * then NULL.  A question set that is chosen becomes app->bank_spec and `h` is loaded again.
 * HOME_NO_SCREEN where there is none.  Returns 0, HOME_NO_SCREEN, or -1; a signal that ends the
 * program is -1 with its status and no text.
 */
enum { HOME_NO_SCREEN = 1 };
int home_screen(struct home *h, struct app *app, struct home_entry **chosen, struct err *err);

#endif
