#include <stdlib.h>
#include <string.h>
#include <fribidi.h>
#include "report/bidi.h"
#include "viva/arena.h"
#include "viva/text.h"

#define FIRST_RTL_BYTE 0xD6u    /* begins U+0590, Hebrew: nothing before it runs to the left */

static bool
may_run_left(const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		if ((unsigned char)*s >= FIRST_RTL_BYTE)
			return true;
	return false;
}

/* The direction most letters have. */
static FriBidiParType
direction_of(const FriBidiCharType *types, size_t count)
{
	size_t left = 0, right = 0;

	for (size_t i = 0; i < count; i++) {
		if (!FRIBIDI_IS_STRONG(types[i]))
			continue;
		if (FRIBIDI_IS_RTL(types[i]))
			right++;
		else
			left++;
	}
	return right > left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

/* Level by character to level by byte. */
static uint8_t *
spread(struct arena *arena, const char *text, const FriBidiLevel *levels)
{
	size_t len = strlen(text), n = 0;
	uint8_t *out = arena_alloc(arena, len, sizeof *out);

	for (const char *s = text, *end = text + len; out != NULL && s < end; n++) {
		const char *from = s;

		text_next(&s, end);
		memset(out + (from - text), levels[n], (size_t)(s - from));
	}
	return out;
}

int
bidi_levels(struct bidi *out, struct arena *arena, const char *text)
{
	size_t len = strlen(text), n = 0;
	FriBidiChar *chars = NULL;
	FriBidiCharType *types = NULL;
	FriBidiBracketType *brackets = NULL;
	FriBidiLevel *levels = NULL;
	FriBidiParType direction;
	FriBidiLevel most;
	int status = -1;

	*out = (struct bidi){ NULL, false };
	if (!may_run_left(text))
		return 0;
	chars = calloc(len, sizeof *chars);
	types = calloc(len, sizeof *types);
	brackets = calloc(len, sizeof *brackets);
	levels = calloc(len, sizeof *levels);
	if (chars == NULL || types == NULL || brackets == NULL || levels == NULL)
		goto out;
	for (const char *s = text, *end = text + len; s < end;)
		chars[n++] = text_next(&s, end);
	fribidi_get_bidi_types(chars, (FriBidiStrIndex)n, types);
	fribidi_get_bracket_types(chars, (FriBidiStrIndex)n, types, brackets);
	direction = direction_of(types, n);
	most = fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)n, &direction, levels);
	if (most == 0)          /* FriBidi's sign of no memory */
		goto out;
	status = 0;
	if (most == 1)
		goto out;       /* nothing runs to the left */
	out->rtl = direction == FRIBIDI_PAR_RTL;
	out->levels = spread(arena, text, levels);
	if (out->levels == NULL)
		status = -1;
out:
	free(chars);
	free(types);
	free(brackets);
	free(levels);
	return status;
}
