/* Any bytes as a line typed in a session: keys, or one line that says why not. */
#include "fuzz.h"

#include "viva/plain.h"
#include "viva/text.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct plain_command out[PLAIN_COMMANDS_MAX];
	char problem[PLAIN_PROBLEM_BYTES] = "";
	char *line;
	size_t n;

	if (size < 3)
		return 0;
	line = malloc(size - 2);        /* of the exact size: a read beyond it is seen */
	memcpy(line, data + 3, size - 3);
	line[size - 3] = '\0';
	n = plain_parse(out, line, size - 3, (enum phase)(data[0] % (PHASE_CLOSED + 1)), (enum mode)(data[1] % 2),
	    data[2] % (KEY_POINTS_MAX + 1), data[2] / 16 % (MISTAKES_MAX + 1), problem);
	demand(n <= PLAIN_COMMANDS_MAX, "no more commands than there is room for");
	demand((n == 0) == (problem[0] != '\0'), "no command has a reason");
	demand(memchr(problem, '\0', sizeof problem) != NULL && text_valid(problem, strlen(problem)) &&
	    strpbrk(problem, "\n\033") == NULL, "the reason is one printable line");
	free(line);
	return 0;
}
