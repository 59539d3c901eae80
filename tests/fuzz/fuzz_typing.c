/* Any bytes as the typing file of a session: what is recovered is text, and one can go on with it. */
#include "fuzz.h"

#include <fcntl.h>

#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/text.h"
#include "viva/typing.h"

static void
write_file(const char *path, const uint8_t *data, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	demand(fd >= 0 && write(fd, data, size) == (ssize_t)size, "the file can be made");
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *path = "/dev/shm/session-77.typing";
	struct heartbeat h = { 1, 2, 3 }, last;
	struct typing *t = NULL;
	struct buf target, text;
	struct err err;
	int holder, found;

	write_file(path, data, size);
	demand(typing_open(&t, "/dev/shm", 77, &holder, &err) == 0, "it opens");
	buf_init(&target);
	buf_init(&text);
	typing_last_beat(t, &last, &err);
	found = typing_recover(t, &target, &text, &err);
	demand(found == 0 || found == 1, "it is read");
	if (found == 0) {
		demand(text.len > 0 && text.len <= STORE_TEXT_MAX_BYTES && text_valid(text.data, text.len) &&
		    strlen(text.data) == text.len, "what is recovered is text");
		if (text.len < STORE_TEXT_MAX_BYTES)
			demand(typing_edit(t, text.len, 0, "x", 1, &err) == 0, "one can go on");
	}
	demand(typing_beat(t, &h, &err) == 0 && typing_last_beat(t, &last, &err) == 0 && last.clock_ms == 1,
	    "a heartbeat counts from now on");
	demand(typing_begin(t, "note 1", &err) == 0 && typing_edit(t, 0, 0, "yes", 3, &err) == 0, "a text begins");
	typing_close(t, false);
	demand(typing_open(&t, "/dev/shm", 77, &holder, &err) == 0, "it opens again");
	buf_clear(&target);
	buf_clear(&text);
	demand(typing_recover(t, &target, &text, &err) == 0 && strcmp(buf_text(&text), "yes") == 0 &&
	    strcmp(buf_text(&target), "note 1") == 0, "and has the text");
	typing_close(t, true);
	buf_finish(&target);
	buf_finish(&text);
	return 0;
}
