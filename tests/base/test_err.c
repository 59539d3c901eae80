#include <errno.h>

#include "test.h"
#include "viva/err.h"

TEST(an_error_returns_minus_one_with_its_text_and_status)
{
	struct err e = { 0 };

	CHECK_INT(err_set(&e, EXIT_USAGE, "no blueprint \"%s\"", "b99"), -1);
	CHECK_INT(e.status, EXIT_USAGE);
	CHECK_STR(e.text, "no blueprint \"b99\"");
}

TEST(an_error_nobody_wants_to_read_still_returns_minus_one)
{
	CHECK_INT(err_set(NULL, EXIT_IO, "x"), -1);
	CHECK_INT(err_errno(NULL, "x"), -1);
	CHECK_INT(err_memory(NULL), -1);
}

TEST(a_system_error_names_its_reason)
{
	struct err e = { 0 };

	errno = ENOENT;
	CHECK_INT(err_errno(&e, "cannot read %s", "a.xml"), -1);
	CHECK_STR(e.text, "cannot read a.xml: No such file or directory");
	CHECK_INT(e.status, EXIT_IO);
}

TEST(a_long_path_does_not_push_out_the_reason)
{
	char path[2000];
	struct err e = { 0 };

	memset(path, 'p', sizeof(path));
	path[sizeof(path) - 1] = '\0';
	errno = EACCES;
	err_errno(&e, "%s", path);
	CHECK(strstr(e.text, "ppp...: Permission denied") != NULL);
}

TEST(running_out_of_memory_is_an_error_of_its_own)
{
	struct err e = { 0 };

	CHECK_INT(err_memory(&e), -1);
	CHECK_INT(e.status, EXIT_IO);
	CHECK(strstr(e.text, "memory") != NULL);
}

TEST(a_hostile_name_cannot_break_the_line_or_reach_the_terminal)
{
	struct err e = { 0 };

	err_set(&e, EXIT_FINDINGS, "no item \"%s\"", "a\nb\033[2J\r\xE2\x80\xAE\xFF");
	CHECK_STR(e.text, "no item \"a b^[[2J^M<202E>\xEF\xBF\xBD\"");
}

TEST(an_error_may_quote_the_one_it_replaces)
{
	struct err e = { 0 };

	err_set(&e, EXIT_IO, "disk full");
	err_set(&e, e.status, "cannot save: %s", e.text);
	CHECK_STR(e.text, "cannot save: disk full");
	CHECK_INT(e.status, EXIT_IO);
}

TEST(a_text_that_just_fits_is_kept_whole)
{
	char text[ERR_TEXT_BYTES];
	struct err e = { 0 };

	memset(text, 'x', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	err_set(&e, EXIT_IO, "%s", text);
	CHECK_STR(e.text, text);
}

TEST(a_text_one_byte_too_long_is_cut)
{
	char text[ERR_TEXT_BYTES + 1];
	struct err e = { 0 };

	memset(text, 'x', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	err_set(&e, EXIT_IO, "%s", text);
	CHECK_INT(strlen(e.text), ERR_TEXT_BYTES - 1);
	CHECK_STR(e.text + ERR_TEXT_BYTES - 5, "x...");
}

TEST(a_longer_text_ends_in_dots_after_a_whole_character)
{
	for (int shift = 0; shift < 4; shift++) {
		char text[2000];
		struct err e = { 0 };
		size_t len;

		snprintf(text, sizeof(text), "%.*s", shift, "xxx");
		for (size_t i = (size_t)shift; i < 900; i += 3)
			snprintf(text + i, sizeof(text) - i, "\xE2\x82\xAC");  /* the euro sign */
		err_set(&e, EXIT_IO, "%s", text);
		len = strlen(e.text);
		CHECK(len < ERR_TEXT_BYTES && len >= ERR_TEXT_BYTES - 4);
		CHECK_STR(e.text + len - 6, "\xE2\x82\xAC...");
		CHECK(((len - 3 - (size_t)shift) % 3) == 0);
	}
}
