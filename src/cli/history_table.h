#ifndef VIVA_CLI_HISTORY_TABLE_H
#define VIVA_CLI_HISTORY_TABLE_H
struct buf;
struct session_list;
/* Appends the table of `viva history` for a screen of so many columns. */
void history_table(struct buf *out, const struct session_list *list, int columns);

#endif
