#ifndef VIVA_CLI_WATCHERS_H
#define VIVA_CLI_WATCHERS_H
#include "cli/app.h"
/*
 * Candidate's screens in terminals of the same machine and login: `viva watch` connects to a socket in
 * the state directory and is told the lines of serve.h, and nothing can be said to it.
 */
struct watchers;

/* Opens the socket of session `id` (0600; a stale one is replaced: the caller holds the session). */
int watchers_open(struct watchers **out, const struct app *app, int64_t id, struct err *err);
/* Closes it and takes the socket away; NULL does nothing. */
void watchers_close(struct watchers *w);
/* Puts its descriptors into an epoll set, now and as watchers come. */
void watchers_join(struct watchers *w, int epoll_fd);
/* Takes in who came and who went; a newcomer is told `line`. */
void watchers_take(struct watchers *w, const char *line, size_t len);
/* Tells everyone one whole line; who cannot take it now is let go and comes again. */
void watchers_tell(struct watchers *w, const char *line, size_t len);

/* How many watch, as far as was noticed. */
int watchers_count(const struct watchers *w);

/* The watching side: connects to the socket of session `id`; -1 with errno. */
int watchers_connect(const struct app *app, int64_t id);

#endif
