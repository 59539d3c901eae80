#include "test.h"
#include "viva/diag.h"

static struct place
at(uint32_t line, uint32_t column)
{
	return (struct place){ line, column };
}

TEST(an_error_returns_minus_one_and_a_warning_zero)
{
	struct diags d;

	diags_init(&d, "a.xml");
	CHECK_INT(diag_error(&d, at(3, 1), "unknown topic \"%s\"", "x"), -1);
	CHECK_INT(diag_warning(&d, at(4, 2), "short answer"), 0);
	CHECK_INT(d.count, 2);
	CHECK_INT(d.error_count, 1);
	CHECK_INT(d.warning_count, 1);
	CHECK_STR(d.v[0].text, "unknown topic \"x\"");
	CHECK(!d.v[0].warning && d.v[1].warning);
	CHECK_INT(d.v[1].at.line, 4);
	CHECK_INT(d.v[1].at.column, 2);
	CHECK_STR(d.path, "a.xml");
	diags_finish(&d);
	CHECK_INT(d.count, 0);
}

TEST(sorting_goes_by_place_and_keeps_the_order_at_one_place)
{
	static const struct { uint32_t line, column; const char *text; } given[] = {
		{ 9, 1, "g" }, { 2, 5, "d" }, { 2, 5, "e" }, { 0, 0, "a" }, { 2, 1, "b" }, { 2, 1, "c" },
		{ 3, 0, "f" },
	};
	struct diags d;
	char order[8] = "";

	diags_init(&d, "a.xml");
	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++)
		diag_error(&d, at(given[i].line, given[i].column), "%s", given[i].text);
	diags_sort(&d);
	for (size_t i = 0; i < d.count; i++)
		order[i] = d.v[i].text[0];
	CHECK_STR(order, "abcdefg");
	diags_finish(&d);
}

TEST(a_hostile_value_is_quoted_printably_on_one_line)
{
	struct diags d;

	diags_init(&d, "a.xml");
	diag_error(&d, at(1, 1), "bad id \"%s\"", "x\033[2J\n\xE2\x80\xAE");
	CHECK_STR(d.v[0].text, "bad id \"x^[[2J <202E>\"");
	diags_finish(&d);
}

TEST(a_value_of_a_megabyte_is_cut)
{
	struct diags d;
	char *value = malloc(1000001);

	memset(value, 'v', 1000000);
	value[1000000] = '\0';
	diags_init(&d, "a.xml");
	diag_error(&d, at(1, 1), "bad value \"%s\"", value);
	free(value);
	CHECK(strlen(d.v[0].text) < 2000);
	CHECK_STR(d.v[0].text + strlen(d.v[0].text) - 4, "v...");
	diags_finish(&d);
}

TEST(the_last_that_fits_closes_nothing)
{
	struct diags d;

	diags_init(&d, "a.xml");
	for (uint32_t i = 1; i <= DIAGS_MAX; i++)
		diag_error(&d, at(i, 1), "problem %u", (unsigned)i);
	CHECK_INT(d.count, DIAGS_MAX);
	CHECK(!d.full);
	diags_finish(&d);
}

TEST(one_more_closes_the_list_once_and_all_are_counted)
{
	struct diags d;

	diags_init(&d, "a.xml");
	for (uint32_t i = 0; i < DIAGS_MAX + 50; i++)
		diag_error(&d, at(1000 - i, 1), "problem %u", (unsigned)i);
	CHECK_INT(d.count, DIAGS_MAX + 1);
	CHECK(d.full);
	CHECK_INT(d.error_count, DIAGS_MAX + 50);
	diags_sort(&d);
	CHECK(strstr(d.v[DIAGS_MAX].text, "too many problems") != NULL);
	CHECK_STR(d.v[0].text, "problem 199");
	diags_finish(&d);
}

TEST(warnings_do_not_crowd_out_an_error)
{
	struct diags d;
	size_t errors = 0;

	diags_init(&d, "a.xml");
	for (uint32_t i = 1; i <= DIAGS_MAX; i++)
		diag_warning(&d, at(i, 1), "w%u", (unsigned)i);
	diag_error(&d, at(500, 1), "first");
	diag_warning(&d, at(501, 1), "dropped");
	diag_error(&d, at(502, 1), "second");
	CHECK_INT(d.count, DIAGS_MAX + 1);
	for (size_t i = 0; i < DIAGS_MAX; i++)
		errors += !d.v[i].warning;
	CHECK_INT(errors, 2);
	CHECK_STR(d.v[DIAGS_MAX - 2].text, "first");
	CHECK_STR(d.v[DIAGS_MAX - 1].text, "second");
	CHECK_STR(d.v[DIAGS_MAX - 3].text, "w198");
	CHECK_INT(d.error_count, 2);
	CHECK_INT(d.warning_count, DIAGS_MAX + 1);
	diags_finish(&d);
}
