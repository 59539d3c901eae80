/*
 * Any bytes as a line of JSON: it is a command with what that command needs, or a refusal of one
 * printable line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/json_lines.h"
#include "viva/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool what, const char *claim)
{
	if (what)
		return;
	fprintf(stderr, "not so: %s\n", claim);
	abort();
}

static void
check_problem(const char *problem)
{
	struct buf visible;

	demand(problem[0] != '\0' && strlen(problem) < JSON_PROBLEM_BYTES, "a refusal says why");
	buf_init(&visible);
	text_visible(&visible, problem, strlen(problem), false);
	demand(strcmp(buf_text(&visible), problem) == 0, "a refusal is printable");
	buf_finish(&visible);
}

static void
check_command(const struct json_command *c)
{
	demand(c->verb != JSON_TEXT || (c->text != NULL && strlen(c->text) == c->text_len), "a text is there");
	demand(c->text == NULL || text_valid(c->text, c->text_len), "a text is UTF-8");
	demand(strlen(c->id) < BANK_ID_BYTES, "an id fits");
	if (c->verb != JSON_INPUT)
		return;
	demand(c->input.kind > IN_NONE && c->input.kind < IN_END, "an input that a person has");
	if (c->input.kind == IN_PREDICT)
		demand(c->input.a >= 0 && c->input.a <= GRADE_MAX, "a prediction is a grade");
	if (c->input.kind == IN_TICK || c->input.kind == IN_MISTAKE)
		demand((c->input.a == -1) == (c->id[0] != '\0') && c->input.b >= 0 && c->input.b <= TICK_YES, "a mark is whole");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char problem[JSON_PROBLEM_BYTES];
	struct json_command c;

	if (json_command_parse(&c, (const char *)data, size, problem) == 0)
		check_command(&c);
	else
		check_problem(problem);
	json_command_finish(&c);
	return 0;
}
