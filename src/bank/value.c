#include <limits.h>
#include <string.h>
#include <libxml/uri.h>
#include <libxml/xmlmemory.h>
#include "bank/value.h"
#include "viva/bank.h"
#include "viva/buf.h"

void
collapse(char *s)
{
	char *to = s;

	for (const char *from = s; *from != '\0'; from++) {
		if (!xml_blank(*from))
			*to++ = *from;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > s && to[-1] == ' ')
		to--;
	*to = '\0';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The length of the name at `s`, or 0: [a-z][a-z0-9-]{0,47}, ended by a blank or the end. */
static size_t
name_length(const char *s)
{
	size_t n = 0;

	while ((s[n] >= 'a' && s[n] <= 'z') || (n > 0 && (is_digit(s[n]) || s[n] == '-')))
		n++;
	return n < BANK_ID_BYTES && (s[n] == '\0' || s[n] == ' ') ? n : 0;
}

static bool
is_names(const char *s)
{
	for (;;) {
		size_t n = name_length(s);

		if (n == 0)
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
	}
}

/* Beyond every bound of the grammar: longer numbers stay here instead of overflowing. */
#define HUGE_NUMBER ((int64_t)INT_MAX * 100)

/* xsd:decimal with at most `decimals` (0 or 1) decimals that are not 0, scaled by 10 if 1. */
static bool
parse_decimal(const char *s, int decimals, int64_t *out)
{
	bool negative = *s == '-', any = false;
	int64_t n = 0;

	if (*s == '-' || *s == '+')
		s++;
	for (; is_digit(*s); s++, any = true)
		n = n < HUGE_NUMBER ? n * 10 + (*s - '0') : n;
	if (decimals == 0) {
		*out = negative ? -n : n;
		return any && *s == '\0';
	}
	n *= 10;
	if (*s == '.') {
		s++;
		if (is_digit(*s)) {
			n += *s++ - '0';
			any = true;
		}
		while (*s == '0')
			s++;
	}
	*out = negative ? -n : n;
	return any && *s == '\0';
}

static bool
parse_number(const struct attr_rule *rule, const char *s, int *number)
{
	bool tenths = rule->type == T_TENTHS;
	int64_t scale = tenths ? 10 : 1, n;

	if (!parse_decimal(s, tenths, &n) || n < rule->low * scale || n > rule->high * scale)
		return false;
	*number = (int)n;
	return true;
}

/* xsd:language: [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static bool
is_language(const char *s)
{
	for (bool first = true;; first = false, s++) {
		size_t n = 0;

		while (is_letter(s[n]) || (!first && is_digit(s[n])))
			n++;
		if (n < 1 || n > 8)
			return false;
		s += n;
		if (*s != '-')
			return *s == '\0';
	}
}

/* As libxml2's own xsd:anyURI: what a URI may not hold is thought escaped first. */
static bool
is_uri(const char *s)
{
	xmlChar *masked = xmlStrdup((const xmlChar *)s);
	xmlURIPtr uri = NULL;
	bool ok = *s == '\0';

	if (masked != NULL && !ok) {
		for (xmlChar *c = masked; *c != '\0'; c++)
			if (*c <= 0x20 || *c >= 0x7F || strchr("<>\"{}|\\^`'", *c) != NULL)
				*c = '_';
		uri = xmlParseURI((const char *)masked);
		ok = uri != NULL;
	}
	xmlFreeURI(uri);
	xmlFree(masked);
	return ok;
}

/* `count` digits at `*s` as a number, or -1. */
static int
take_digits(const char **s, int count)
{
	int n = 0;

	for (; count > 0; count--, (*s)++) {
		if (!is_digit(**s))
			return -1;
		n = n * 10 + (**s - '0');
	}
	return n;
}

static int
month_days(int month, bool leap)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap);
}

/* "", "Z", or an offset of at most 14:00. */
static bool
is_time_zone(const char *s)
{
	int hours, minutes;

	if (*s == '\0' || strcmp(s, "Z") == 0)
		return true;
	if (*s != '+' && *s != '-')
		return false;
	s++;
	hours = take_digits(&s, 2);
	if (hours < 0 || *s++ != ':')
		return false;
	minutes = take_digits(&s, 2);
	return minutes >= 0 && minutes < 60 && hours * 60 + minutes <= 14 * 60 && *s == '\0';
}

/* xsd:date: -?YYYY-MM-DD with a time zone or none; more digits in the year only if needed. */
static bool
is_date(const char *s)
{
	const char *year;
	int digits = 0, month, day, in_400 = 0;
	bool zero = true, leap;

	if (*s == '-')
		s++;
	for (year = s; is_digit(*s); s++, digits++) {
		zero = zero && *s == '0';
		in_400 = (in_400 * 10 + (*s - '0')) % 400;
	}
	if (digits < 4 || (digits > 4 && *year == '0') || zero || *s++ != '-')
		return false;
	month = take_digits(&s, 2);
	if (month < 1 || month > 12 || *s++ != '-')
		return false;
	day = take_digits(&s, 2);
	leap = in_400 % 4 == 0 && (in_400 % 100 != 0 || in_400 == 0);
	return day >= 1 && day <= month_days(month, leap) && is_time_zone(s);
}

static bool
is_word(const struct attr_rule *rule, const char *s, int *number)
{
	for (int i = 0; rule->words[i] != NULL; i++) {
		if (strcmp(rule->words[i], s) == 0) {
			*number = i;
			return true;
		}
	}
	return false;
}

bool
value_parse(const struct attr_rule *rule, const char *text, int *number)
{
	*number = 0;
	switch (rule->type) {
	case T_TEXT:
		return true;
	case T_NAME:
		return name_length(text) > 0 && strchr(text, ' ') == NULL;
	case T_NAMES:
		return is_names(text);
	case T_INT:
	case T_TENTHS:
		return parse_number(rule, text, number);
	case T_LANG:
		return is_language(text);
	case T_URI:
		return is_uri(text);
	case T_DATE:
		return is_date(text);
	case T_WORD:
		return is_word(rule, text, number);
	}
	return false;
}

static void
list_words(struct buf *out, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++) {
		if (i > 0)
			buf_puts(out, words[i + 1] == NULL ? " or " : ", ");
		buf_printf(out, "\"%s\"", words[i]);
	}
}

void
value_expectation(struct buf *out, const struct attr_rule *rule, const char *text)
{
	switch (rule->type) {
	case T_TEXT:
		buf_puts(out, "text");
		break;
	case T_NAME:
		buf_puts(out, "a name: a letter a-z, then at most 47 of a-z, 0-9 and \"-\"");
		break;
	case T_NAMES:
		buf_puts(out, "one or more names (a-z, 0-9 and \"-\"), parted by blanks");
		break;
	case T_INT:
		buf_printf(out, "a whole number from %d to %d", rule->low, rule->high);
		break;
	case T_TENTHS:
		buf_printf(out, "a number from %d to %d", rule->low, rule->high);
		if (strchr(text, '.') != NULL)
			buf_puts(out, " with at most one decimal");
		break;
	case T_LANG:
		buf_puts(out, "a language tag such as \"en\" or \"pt-BR\"");
		break;
	case T_URI:
		buf_puts(out, "a web address");
		break;
	case T_DATE:
		buf_puts(out, "a date such as 2026-01-31");
		break;
	case T_WORD:
		list_words(out, rule->words);
		break;
	}
}
