#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/app.h"
#include "viva/buf.h"
#include "viva/text.h"

const char *
format_local(int64_t wall_us, int utc_offset_min, char room[40])
{
	time_t t = (time_t)(wall_us / 1000000) + (time_t)utc_offset_min * 60;
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL || strftime(room, 40, "%Y-%m-%d %H:%M", &tm) == 0)
		snprintf(room, 40, "unknown date");
	return room;
}

const char *
format_utc(int64_t wall_us, char room[40])
{
	time_t t = (time_t)(wall_us / 1000000);
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL || strftime(room, 40, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
		snprintf(room, 40, "unknown date");
	return room;
}

const char *
plural(int n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

int
parse_int(const char *text, long min, long max, long *out)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(text, &end, 10);
	if (end == text || *end != '\0' || errno != 0 || n < min || n > max)
		return -1;
	*out = n;
	return 0;
}

int
parse_u64(const char *text, uint64_t *out)
{
	char *end;
	unsigned long long n;

	errno = 0;
	n = strtoull(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0)
		return -1;
	*out = n;
	return 0;
}

int
parse_permille(const char *text, int *out)
{
	int n = 0, places = -1;         /* -1: before the point */

	if (text[0] < '0' || text[0] > '9')
		return -1;
	for (; *text != '\0'; text++) {
		if (*text == '.' && places < 0) {
			places = 0;
			continue;
		}
		if (*text < '0' || *text > '9' || n > 99999999 || (places >= 0 && ++places > 3))
			return -1;
		n = n * 10 + *text - '0';
	}
	if (places == 0)
		return -1;              /* a point and nothing behind it */
	for (places = places < 0 ? 0 : places; places < 3; places++)
		n *= 10;
	*out = n;
	return 0;
}

void
print_visible(FILE *f, const char *text)
{
	struct buf b;

	buf_init(&b);
	text_visible(&b, text, strlen(text), false);
	fputs(buf_text(&b), f);
	buf_finish(&b);
}

#define EXTRA_TIME_MIN 1000     /* per mille */
#define EXTRA_TIME_MAX 4000     /* four times the limit; beyond it a pause is the honest way */

int
parse_extra_time(const char *text, int *permille)
{
	if (parse_permille(text, permille) != 0)
		return -1;
	return *permille >= EXTRA_TIME_MIN && *permille <= EXTRA_TIME_MAX ? 0 : -1;
}
