/* The full screen: one line, shown on the candidate's screen or kept for the report. */
#include <string.h>

#include "cli/front_screen.h"
#include "cli/sitting.h"

#define LINE_BYTES_MAX 4000     /* of a reply: a few sentences; a longer thought is a note */

void
screen_front_message(struct screen_front *sf, struct sitting *si)
{
	if (si->audience == NULL) {
		screen_front_say(sf, true, "That is for sessions led by an interviewer.");
		return;
	}
	editor_set(sf->line, "", 0);
	sf->messaging = true;
}

/* It is one line, whatever was pasted. */
static int
take_line(struct buf *out, const struct screen_front *sf, struct err *err)
{
	size_t len;
	const char *text = editor_text(sf->line, &len);

	buf_add(out, text, len);
	for (size_t i = 0; i < out->len; i++)
		if (out->data[i] == '\n' || out->data[i] == '\t')
			out->data[i] = ' ';
	return buf_failed(out) ? err_memory(err) : 0;
}

static int
send_message(struct screen_front *sf, struct sitting *si, const struct buf *line, struct err *err)
{
	sf->messaging = false;
	editor_set(sf->line, "", 0);
	return sitting_message(si, buf_text(line), line->len, err);
}

static int
send_reply(struct screen_front *sf, struct sitting *si, const struct buf *line, struct err *err)
{
	buf_printf(&sf->said, "> %s\n", line->len > 0 ? buf_text(line) : "none");
	editor_set(sf->line, "", 0);
	return sitting_reply(si, buf_text(line), line->len, err);
}

static int
end_line(struct screen_front *sf, struct sitting *si, struct err *err)
{
	struct buf line;
	int rc;

	buf_init(&line);
	rc = take_line(&line, sf, err);
	if (rc == 0 && line.len > LINE_BYTES_MAX)
		screen_front_say(sf, true, "That is too long for a line.");
	else if (rc == 0 && sf->messaging)
		rc = send_message(sf, si, &line, err);
	else if (rc == 0 && si->question != NULL)
		rc = send_reply(sf, si, &line, err);
	buf_finish(&line);
	return rc;
}

int
screen_front_line_key(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	struct editor_edit ignored;

	if (k->key == PRESS_ENTER)
		return end_line(sf, si, err);
	if (k->key == PRESS_ESCAPE) {
		sf->messaging = false;
		return 0;
	}
	editor_key(sf->line, k);
	while (editor_next_edit(sf->line, &ignored))    /* it is kept when it is sent, not before */
		;
	return editor_failed(sf->line) ? err_memory(err) : 0;
}
