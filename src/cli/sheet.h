#ifndef VIVA_CLI_SHEET_H
#define VIVA_CLI_SHEET_H
#include "viva/buf.h"
#include "viva/draw.h"
#include "viva/session.h"
/*
 * A sheet is one item as a session keeps it: its canonical XML and the bank loaded from it.  A
 * session always runs on sheets, so a new one and a resumed one take the same path, and neither
 * needs the bank file.
 */
struct sheet {
	struct buf snapshot;
	struct bank *bank;              /* of one item */
	struct session_item item;       /* borrows from `bank` */
};

/* Makes the sheet of one item; release with sheet_finish(), also after a failure. */
int sheet_make(struct sheet *s, const struct bank *from, size_t item, bool retry, struct err *err);
void sheet_finish(struct sheet *s);

#endif
