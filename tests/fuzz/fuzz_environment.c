/* Any bytes as an environment, lines of NAME=VALUE: there are places for the files, or one line that says why not. */
#include "fuzz.h"

#include "cli/app.h"
#include "viva/err.h"
#include "viva/term.h"
#include "viva/text.h"

static const char *const names[] = { "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "VIVA_DB", "VIVA_BANK", "NO_COLOR",
    "CLICOLOR_FORCE", "TERM" };

static void
set(char *line)
{
	char *equals = strchr(line, '=');

	if (equals == NULL)
		return;
	*equals = '\0';
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i], line) == 0)
			setenv(line, equals + 1, 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct global_options o = { 0 };
	struct app app;
	struct err err = { EXIT_DONE, "" };
	char *text = malloc(size + 1);

	memcpy(text, data, size);
	text[size] = '\0';
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unsetenv(names[i]);
	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
		set(line);
	if (app_init(&app, &o, &err) == 0) {
		demand(app.data_dir[0] != '\0' && app.state_dir[0] != '\0' && app.db_path[0] != '\0', "there are places");
		demand(app.bank_spec[0] != '\0', "and a bank");
		demand(getenv("VIVA_DB") != NULL || app.db_path[0] == '/', "which do not depend on where one stands");
	} else {
		demand(err.status == EXIT_IO && err.text[0] != '\0', "a refusal says why");
		demand(text_valid(err.text, strlen(err.text)) && strpbrk(err.text, "\n\033") == NULL, "on one printable line");
	}
	app_finish(&app);
	(void)term_color_rule(TERM_COLOR_AUTO, getenv("NO_COLOR"), getenv("CLICOLOR_FORCE"));
	free(text);
	return 0;
}
