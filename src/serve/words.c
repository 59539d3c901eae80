#include "serve/words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool
take_word(const char **s, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(*s, word, len) != 0)
		return false;
	*s += len;
	return true;
}

bool
take_number(const char **s, int64_t min, int64_t max, int64_t *out)
{
	const char *digits = **s == '-' ? *s + 1 : *s;
	long long n;
	char *end;

	if (*digits < '0' || *digits > '9')
		return false;
	errno = 0;
	n = strtoll(*s, &end, 10);
	if (errno != 0 || n < min || n > max)
		return false;
	*out = n;
	*s = end;
	return true;
}
