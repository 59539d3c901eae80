#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/text.h"

#define READ_AT_ONCE 65536

/* The whole of FILE, "-" for standard input. */
static int
read_document(const char *path, struct buf *out, struct err *err)
{
	static char room[READ_AT_ONCE];
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	ssize_t n = 1;
	int rc = 0;

	if (fd < 0)
		return err_errno(err, "cannot read %s", path);
	while (n != 0 && rc == 0) {
		n = read(fd, room, sizeof room);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			rc = err_errno(err, "cannot read %s", path);
		else if (out->len + (size_t)n > STORE_IMPORT_MAX_BYTES)
			rc = err_set(err, EXIT_FINDINGS, "%s has more than %u MiB", path,
			    STORE_IMPORT_MAX_BYTES >> 20);
		else
			buf_add(out, room, (size_t)n);
	}
	if (!standard)
		close(fd);
	return rc == 0 && buf_failed(out) ? err_memory(err) : rc;
}

static int
print_result(const struct app *app, const struct store_import *result, struct err *err)
{
	struct buf lines;

	if (app->json)
		return app_print_json(
		    json_pack("{s:I, s:I, s:s}", "added", (json_int_t)result->added, "known",
		        (json_int_t)result->known, "renamed", buf_text(result->renamed)),
		    err);
	if (app->quiet)
		return 0;
	buf_init(&lines);
	text_visible(&lines, buf_text(result->renamed), result->renamed->len, true);
	fputs(buf_text(&lines), stdout);
	buf_finish(&lines);
	printf(
	    "%lld %s imported", (long long)result->added, plural((int)result->added, "session", "sessions"));
	if (result->known > 0)
		printf(", %lld here already", (long long)result->known);
	puts("");
	return 0;
}

static int
import_run(struct app *app, const struct args *args, struct err *err)
{
	struct store_import result = { 0 };
	struct buf document, renamed;
	struct store *st = NULL;
	struct diags d;
	int rc;

	buf_init(&document);
	buf_init(&renamed);
	result.renamed = &renamed;
	diags_init(&d, args->words[0]);
	rc = read_document(args->words[0], &document, err);
	if (rc == 0)
		rc = app_open_store(app, &st, STORE_WRITE, err);
	if (rc == 0)
		rc = store_import_json(st, buf_text(&document), document.len, &d, &result, err);
	for (size_t i = 0; i < d.count; i++) {
		print_visible(stderr, d.path);
		fprintf(stderr, ":%u:%u: error: %s\n", d.v[i].at.line, d.v[i].at.column, d.v[i].text);
	}
	if (rc == 0)
		rc = print_result(app, &result, err);
	store_close(st);
	diags_finish(&d);
	buf_finish(&renamed);
	buf_finish(&document);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_import = {
	.name = "import", .args = "FILE", .brief = "take in an export: whole sessions, all of it or nothing",
	.example = "viva import records.json", .words_min = 1, .words_max = 1, .json = true, .run = import_run,
};
