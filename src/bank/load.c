#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "bank/build.h"
#include "bank/parse.h"
#include "bank/reader.h"
#include "viva/arena.h"
#include "viva/bank.h"
#include "viva/digest.h"

static const struct place nowhere = { 0, 0 };

int
bank_load_memory(struct bank **out, const char *data, size_t len, struct diags *d)
{
	struct build build;
	struct reader reader = { .diags = d };

	*out = NULL;
	if (build_init(&build, d) == 0 && reader_init(&reader, &build, d) == 0 &&
	    parse_bank(&reader, data, len, d) == 0)
		build_link(&build);
	if (d->error_count == 0) {
		*out = build_take(&build);
		digest_sha256((*out)->sha256, data, len);
	}
	reader_finish(&reader);
	build_finish(&build);
	diags_sort(d);
	return *out != NULL ? 0 : -1;
}

static int
read_all(char **out, size_t *len, int fd, size_t size, struct diags *d)
{
	char *data = malloc(size + 1);
	size_t have = 0;

	if (data == NULL)
		return diag_error(d, nowhere, "out of memory");
	/* A file that grows meanwhile is read to where it ended. */
	while (have < size) {
		ssize_t n = read(fd, data + have, size - have);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			diag_error(d, nowhere, "cannot be read: %s", strerror(errno));
			free(data);
			return -1;
		}
		if (n == 0)
			break;
		have += (size_t)n;
	}
	*out = data;
	*len = have;
	return 0;
}

static int
read_file(char **out, size_t *len, struct diags *d)
{
	/* O_NONBLOCK: opening a pipe nobody writes to must not hang. */
	int fd = open(d->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK), status = -1;
	struct stat st;

	if (fd < 0)
		return diag_error(d, nowhere, "cannot be opened: %s", strerror(errno));
	if (fstat(fd, &st) != 0)
		diag_error(d, nowhere, "cannot be read: %s", strerror(errno));
	else if (S_ISDIR(st.st_mode))
		diag_error(d, nowhere, "is a directory, not a bank");
	else if (!S_ISREG(st.st_mode))
		diag_error(d, nowhere, "is not a regular file");
	else if ((uintmax_t)st.st_size > BANK_FILE_MAX_BYTES)
		diag_error(d, nowhere, "the file is larger than %u MiB", BANK_FILE_MAX_BYTES >> 20);
	else
		status = read_all(out, len, fd, (size_t)st.st_size, d);
	close(fd);
	return status;
}

int
bank_load(struct bank **out, struct diags *d)
{
	char *data = NULL;
	size_t len = 0;
	int status = -1;

	*out = NULL;
	if (read_file(&data, &len, d) == 0)
		status = bank_load_memory(out, data, len, d);
	free(data);
	return status;
}

void
bank_free(struct bank *b)
{
	if (b != NULL)
		arena_free(b->arena);
}
