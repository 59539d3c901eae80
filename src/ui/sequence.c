#include "ui/sequence.h"

#include <ctype.h>
#include <string.h>

#define PARAMS 3
#define PARAM_MAX 0x10FFFFu     /* a code point is the largest there is */

struct named {
	unsigned code;          /* a final byte, or the number before ~ */
	enum press key;
	unsigned mods;
};

/* xterm, and rxvt's own for the keys with Shift and Ctrl. */
static const struct named finals[] = {
	{ 'A', PRESS_UP, 0 }, { 'B', PRESS_DOWN, 0 }, { 'C', PRESS_RIGHT, 0 }, { 'D', PRESS_LEFT, 0 },
	{ 'H', PRESS_HOME, 0 }, { 'F', PRESS_END, 0 }, { 'Z', PRESS_TAB, PRESS_SHIFT },
	{ 'a', PRESS_UP, PRESS_SHIFT }, { 'b', PRESS_DOWN, PRESS_SHIFT },
	{ 'c', PRESS_RIGHT, PRESS_SHIFT }, { 'd', PRESS_LEFT, PRESS_SHIFT },
};

static const struct named finals_ss3[] = {
	{ 'A', PRESS_UP, 0 }, { 'B', PRESS_DOWN, 0 }, { 'C', PRESS_RIGHT, 0 }, { 'D', PRESS_LEFT, 0 },
	{ 'H', PRESS_HOME, 0 }, { 'F', PRESS_END, 0 }, { 'M', PRESS_ENTER, 0 },
	{ 'a', PRESS_UP, PRESS_CTRL }, { 'b', PRESS_DOWN, PRESS_CTRL },
	{ 'c', PRESS_RIGHT, PRESS_CTRL }, { 'd', PRESS_LEFT, PRESS_CTRL },
};

static const struct named numbers[] = {
	{ 1, PRESS_HOME, 0 }, { 2, PRESS_INSERT, 0 }, { 3, PRESS_DELETE, 0 }, { 4, PRESS_END, 0 },
	{ 5, PRESS_PAGE_UP, 0 }, { 6, PRESS_PAGE_DOWN, 0 }, { 7, PRESS_HOME, 0 }, { 8, PRESS_END, 0 },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

void
sequence_add(struct sequence *s, char c)
{
	if (s->len < SEQUENCE_BYTES)
		s->bytes[s->len++] = c;
}

bool
sequence_is(const struct sequence *s, const char *bytes)
{
	return s->len == strlen(bytes) && memcmp(s->bytes, bytes, s->len) == 0;
}

static bool
find(const struct named *table, size_t count, unsigned code, struct key_press *out)
{
	for (size_t i = 0; i < count; i++) {
		if (table[i].code == code) {
			*out = (struct key_press){ .key = table[i].key, .mods = table[i].mods };
			return true;
		}
	}
	return false;
}

/* Numbers parted by semicolons, absent ones 0, without what follows a colon.  False for anything else. */
static bool
read_params(const struct sequence *s, unsigned params[PARAMS])
{
	size_t n = 0;
	bool detail = false;

	memset(params, 0, PARAMS * sizeof(params[0]));
	for (size_t i = 0; i < s->len; i++) {
		char c = s->bytes[i];

		if (c == ';') {
			n++;
			detail = false;
		} else if (c == ':') {
			detail = true;
		} else if (!isdigit((unsigned char)c)) {
			return false;
		} else if (n < PARAMS && !detail) {
			params[n] = params[n] * 10 + (unsigned)(c - '0');
			if (params[n] > PARAM_MAX)
				return false;
		}
	}
	return s->len < SEQUENCE_BYTES;
}

/* 1 + bits for Shift, Alt and Ctrl; the bits above (Super, locks) do not matter here. */
static unsigned
mods_of(unsigned param)
{
	return param > 0 ? (param - 1) & (PRESS_SHIFT | PRESS_ALT | PRESS_CTRL) : 0;
}

/* A key told by its code point, as xterm (modifyOtherKeys) and kitty can. */
static bool
from_code_point(unsigned cp, unsigned mods, struct key_press *out)
{
	*out = (struct key_press){ .mods = mods };
	switch (cp) {
	case '\r': out->key = PRESS_ENTER; return true;
	case '\t': out->key = PRESS_TAB; return true;
	case '\b':
	case 0x7F: out->key = PRESS_BACKSPACE; return true;
	case 0x1B: out->key = PRESS_ESCAPE; return true;
	default: break;
	}
	if (cp < 0x20 || (cp > 0x7F && cp < 0xA0) || (cp >= 0xD800 && cp < 0xE000))
		return false;
	out->key = PRESS_CHAR;
	out->cp = cp;
	if (mods & PRESS_CTRL && cp < 0x80)
		out->cp = (unsigned)tolower((int)cp);
	out->mods &= ~(unsigned)PRESS_SHIFT;
	return true;
}

bool
sequence_csi(const struct sequence *s, unsigned char final, struct key_press *out)
{
	unsigned params[PARAMS];

	if (!read_params(s, params))
		return false;
	if (final == 'u')
		return from_code_point(params[0], mods_of(params[1]), out);
	if (final == '~' && params[0] == 27)
		return from_code_point(params[2], mods_of(params[1]), out);
	if (final == '~' || final == '^') {
		if (!find(numbers, COUNT(numbers), params[0], out))
			return false;
		out->mods |= final == '^' ? PRESS_CTRL : 0;
	} else if (!find(finals, COUNT(finals), final, out)) {
		return false;
	}
	out->mods |= mods_of(params[1]);
	return true;
}

bool
sequence_ss3(const struct sequence *s, unsigned char final, struct key_press *out)
{
	unsigned params[PARAMS];

	if (!read_params(s, params) || !find(finals_ss3, COUNT(finals_ss3), final, out))
		return false;
	out->mods |= mods_of(params[0]);
	return true;
}
