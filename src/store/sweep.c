/* Files that a viva left half made because it was killed. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "store/file.h"
#include "viva/err.h"

#define RANDOM_CHARS 6          /* of mkstemp() */

/*
 * Is what follows `prefix` something and `mark`, or nothing where `mark` is "", then six letters or digits,
 * and no more than an ending of ours?
 */
static bool
is_left(const char *name, const char *prefix, const char *mark)
{
	const char *at = name + strlen(prefix), *found;
	size_t count = 0;
	bool marked = false;

	if (strncmp(name, prefix, strlen(prefix)) != 0)
		return false;
	for (; *mark != '\0' && (found = strstr(at, mark)) != NULL; marked = true)
		at = found + strlen(mark);
	if (*mark != '\0' && !marked)
		return false;
	while (isalnum((unsigned char)at[count]))
		count++;
	return count == RANDOM_CHARS && (at[count] == '\0' || strcmp(at + count, "-journal") == 0 ||
	    strcmp(at + count, ".md") == 0);
}

int
file_sweep(const char *directory, const char *prefix, const char *mark, struct err *err)
{
	DIR *d = opendir(directory);
	const struct dirent *entry;
	int result = 0;

	if (d == NULL)
		return errno == ENOENT ? 0 : err_errno(err, "cannot read %s", directory);
	while (result == 0 && (entry = readdir(d)) != NULL)
		if (is_left(entry->d_name, prefix, mark) && unlinkat(dirfd(d), entry->d_name, 0) != 0 &&
		    errno != ENOENT)
			result = err_errno(err, "cannot take away %s in %s", entry->d_name, directory);
	closedir(d);
	return result;
}
