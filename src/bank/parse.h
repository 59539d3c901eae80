#ifndef VIVA_BANK_PARSE_H
#define VIVA_BANK_PARSE_H
#include <stddef.h>
struct reader;
struct diags;

/* Drives libxml2 over the bytes and feeds the reader; 0 only if the document was read to its end. */
int parse_bank(struct reader *reader, const char *data, size_t len, struct diags *diags);

#endif
