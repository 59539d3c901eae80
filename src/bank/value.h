#ifndef VIVA_BANK_VALUE_H
#define VIVA_BANK_VALUE_H
#include "bank/rules.h"
struct buf;

struct value {
	const char *text;       /* white space collapsed, or NULL: not given, or not valid */
	int number;             /* T_INT, T_TENTHS (in tenths), T_WORD (index); else 0 */
};

/* White space as XML means it: blank, tab, line feed, carriage return. */
static inline bool
xml_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}


/* Collapses white space in place as XML Schema does: runs become one blank, none at either end. */
void collapse(char *s);

/* Whether the collapsed `text` is of the type; fills `*number` where the type has one. */
bool value_parse(const struct attr_rule *rule, const char *text, int *number);
/* What a value of this type must be: "a number from 1 to 15". */
void value_expectation(struct buf *out, const struct attr_rule *rule, const char *text);

#endif
