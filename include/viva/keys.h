#ifndef VIVA_KEYS_H
#define VIVA_KEYS_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/session.h"
/*
 * The one table of session keys: parsing, help on every screen and `viva help keys` read it.
 */
enum key_action {
	KEY_INPUT,              /* `input` goes to the session */
	KEY_TIME, KEY_WRITE, KEY_NOTE, KEY_SWAP, KEY_HELP, KEY_QUIT,
	KEY_PRIVATE_NOTE, KEY_PREDICT, KEY_MESSAGE,
	/* On the full screen only. */
	KEY_SAVE, KEY_EDITOR, KEY_MAP, KEY_LINK,
	/* While an ended session is read again. */
	KEY_AMEND, KEY_BACK,
	/* While a further rater marks. */
	KEY_DONE
};

enum { KEY_IN_SOLO = 1, KEY_IN_LED = 2 };

struct key {
	char letter;
	enum key_action action;
	enum input input;       /* KEY_INPUT */
	const char *name;       /* "pause" */
	const char *help;       /* a short line */
	unsigned where;         /* KEY_IN_SOLO | KEY_IN_LED */
};

/* What is typed that is no letter. */
struct key_sign {
	const char *typed;      /* "0-4" */
	const char *help;       /* a short line */
	enum phase phase;       /* where it means this; PHASE_NONE: everywhere */
	unsigned where;         /* KEY_IN_SOLO | KEY_IN_LED */
};

extern const struct key_sign session_signs[];
extern const size_t session_sign_count;
extern const struct key session_keys[];
extern const size_t session_key_count;
/* The key of a letter in a table, or NULL. */
const struct key *key_in(const struct key *keys, size_t count, char letter);
/*
 * The same in session_keys, as it is in `mode`; a key of the other mode alone is found too: the session
 * refuses it.
 */
const struct key *key_find(char letter, enum mode mode);
/* Whether it means something there. */
bool key_is_in(const struct key *key, enum mode mode);

/* ---- the full screen's own ---- */

/* Behind ^X, so that they work inside a text too; those of a mode come in their order. */
extern const struct key menu_keys[];
extern const size_t menu_key_count;

/* While an ended session is read again. */
extern const struct key review_keys[];
extern const size_t review_key_count;

/* While a further rater marks a session. */
extern const struct key rating_keys[];
extern const size_t rating_key_count;

struct key_line { const char *key, *help; };
/* Both end with a NULL key. */
extern const struct key_line screen_key_lines[];        /* around a session */
extern const struct key_line editor_key_lines[];        /* in a text */

#endif
