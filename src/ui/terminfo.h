#ifndef VIVA_UI_TERMINFO_H
#define VIVA_UI_TERMINFO_H
struct err;
/* Whether a terminal of this type can show a screen: 0, or -1 with the reason.  `fd` is a terminal. */
int terminfo_suits(const char *type, int fd, struct err *err);

#endif
