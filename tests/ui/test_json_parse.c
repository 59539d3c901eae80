#include <string.h>

#include "test.h"
#include "viva/json_lines.h"
#include "viva/store.h"

static char problem[JSON_PROBLEM_BYTES];

static int
parse(struct json_command *c, const char *line)
{
	return json_command_parse(c, line, strlen(line), problem);
}

TEST(every_command_becomes_the_input_it_names)
{
	static const struct { const char *line; enum json_verb verb; struct session_input input; } cases[] = {
		{ "{\"do\":\"next\"}", JSON_INPUT, { IN_NEXT, 0, 0, ACTOR_SYSTEM } },
		{ " { \"do\" : \"pause\" } ", JSON_INPUT, { IN_PAUSE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"extend\"}", JSON_INPUT, { IN_EXTEND, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"pass\"}", JSON_INPUT, { IN_PASS, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"fact\"}", JSON_INPUT, { IN_FACT, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"flag\"}", JSON_INPUT, { IN_FLAG, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"undo\"}", JSON_INPUT, { IN_UNDO, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"predict\",\"grade\":0}", JSON_INPUT, { IN_PREDICT, 0, 0, ACTOR_SYSTEM } },
		{ "{\"grade\":4,\"do\":\"predict\"}", JSON_INPUT, { IN_PREDICT, 4, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"grade\",\"grade\":2}", JSON_INPUT, { IN_GRADE, 2, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"grade\"}", JSON_INPUT, { IN_GRADE, -1, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"tick\",\"key_point\":1,\"mark\":\"yes\"}", JSON_INPUT, { IN_TICK, 0, TICK_YES, ACTOR_SYSTEM } },
		{ "{\"do\":\"tick\",\"key_point\":\"k2\",\"mark\":\"partly\"}", JSON_INPUT, { IN_TICK, -1, TICK_PARTLY, ACTOR_SYSTEM } },
		{ "{\"do\":\"tick\",\"key_point\":3,\"mark\":\"no\"}", JSON_INPUT, { IN_TICK, 2, TICK_NO, ACTOR_SYSTEM } },
		{ "{\"do\":\"mistake\",\"mistake\":\"m1\",\"made\":true}", JSON_INPUT, { IN_MISTAKE, -1, 1, ACTOR_SYSTEM } },
		{ "{\"do\":\"mistake\",\"mistake\":2,\"made\":false}", JSON_INPUT, { IN_MISTAKE, 1, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"time\"}", JSON_TIME, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"swap\"}", JSON_SWAP, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"help\"}", JSON_HELP, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"quit\"}", JSON_QUIT, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"view\"}", JSON_VIEW, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
		{ "{\"do\":\"gap\",\"counts\":true}", JSON_GAP, { IN_NONE, 0, 0, ACTOR_SYSTEM } },
	};
	struct json_command c;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (parse(&c, cases[i].line) != 0)
			TEST_FAIL("%s: %s", cases[i].line, problem);
		if (c.verb != cases[i].verb || c.input.kind != cases[i].input.kind || c.input.a != cases[i].input.a ||
		    c.input.b != cases[i].input.b)
			TEST_FAIL("%s: verb %d, input %d %d %d", cases[i].line, (int)c.verb, (int)c.input.kind, c.input.a, c.input.b);
		json_command_finish(&c);
	}
}

TEST(a_text_comes_whole_with_its_lines)
{
	struct json_command c;

	CHECK_INT(parse(&c, "{\"do\":\"write\",\"text\":\"a\\nb \\u00e9\\t\\\"\"}"), 0);
	CHECK_INT(c.verb, JSON_TEXT);
	CHECK_INT(c.kind, NOTE_ANSWER);
	CHECK_STR(c.text, "a\nb é\t\"");
	CHECK_INT(c.text_len, 8);
	json_command_finish(&c);
	CHECK_INT(parse(&c, "{\"do\":\"note\",\"text\":\"\"}"), 0);
	CHECK_INT(c.kind, NOTE_NOTE);
	CHECK_INT(c.text_len, 0);
	json_command_finish(&c);
}

TEST(what_is_no_command_is_refused_with_a_reason)
{
	static const struct { const char *line, *says; } cases[] = {
		{ "", "no JSON" }, { "next", "no JSON" }, { "{", "no JSON" }, { "{\"do\":\"next\"} x", "no JSON" },
		{ "{\"do\":\"next\",\"do\":\"next\"}", "no JSON" }, { "{\"do\":\"note\",\"text\":\"\\u0000\"}", "no JSON" },
		{ "{\"do\":\"note\",\"text\":\"\xff\"}", "no JSON" }, { "{\"do\":\"note\",\"text\":\"\\ud800\"}", "no JSON" },
		{ "[]", "\"do\"" }, { "3", "no JSON" }, { "{}", "\"do\"" }, { "{\"do\":3}", "\"do\"" },
		{ "{\"do\":\"fly\"}", "\"fly\" is no command" }, { "{\"do\":\"\"}", "\"\" is no command" },
		{ "{\"do\":\"next\",\"grade\":3}", "does not take" }, { "{\"do\":\"next\",\"x\":3}", "no field \"x\"" },
		{ "{\"do\":\"predict\"}", "0 to 4" }, { "{\"do\":\"predict\",\"grade\":5}", "0 to 4" },
		{ "{\"do\":\"predict\",\"grade\":-1}", "0 to 4" }, { "{\"do\":\"predict\",\"grade\":\"3\"}", "0 to 4" },
		{ "{\"do\":\"grade\",\"grade\":2.5}", "0 to 4" }, { "{\"do\":\"grade\",\"grade\":null}", "0 to 4" },
		{ "{\"do\":\"tick\",\"key_point\":0,\"mark\":\"yes\"}", "number from 1" },
		{ "{\"do\":\"tick\",\"key_point\":99999999999,\"mark\":\"yes\"}", "number from 1" },
		{ "{\"do\":\"tick\",\"key_point\":\"\",\"mark\":\"yes\"}", "number from 1" },
		{ "{\"do\":\"tick\",\"key_point\":1}", "\"partly\"" }, { "{\"do\":\"tick\",\"mark\":\"yes\"}", "key_point" },
		{ "{\"do\":\"tick\",\"key_point\":1,\"mark\":\"maybe\"}", "\"partly\"" },
		{ "{\"do\":\"mistake\",\"mistake\":1}", "true or false" },
		{ "{\"do\":\"mistake\",\"mistake\":1,\"made\":1}", "true or false" },
		{ "{\"do\":\"note\"}", "\"text\" is a string" }, { "{\"do\":\"write\",\"text\":3}", "\"text\" is a string" },
		{ "{\"do\":\"gap\"}", "true or false" },
	};
	struct json_command c;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (parse(&c, cases[i].line) != -1)
			TEST_FAIL("%s was taken", cases[i].line);
		if (strstr(problem, cases[i].says) == NULL)
			TEST_FAIL("%s: %s", cases[i].line, problem);
	}
}

TEST(a_problem_quotes_strange_words_harmlessly_and_briefly)
{
	struct json_command c;
	char line[4096] = "{\"do\":\"\\u001b[2J\\u202e";

	CHECK_INT(parse(&c, "{\"do\":\"\\u001b[2J\\u202e\"}"), -1);
	CHECK_STR(problem, "\"^[[2J<202E>\" is no command; {\"do\":\"help\"} lists them");
	memset(line + strlen(line), 'x', 4000);
	strcpy(line + 4080, "\"}");
	CHECK_INT(parse(&c, line), -1);
	CHECK(strlen(problem) < 120);
}

TEST(nesting_without_end_is_refused)
{
	static char deep[200001];
	struct json_command c;

	memset(deep, '[', sizeof(deep) - 1);
	CHECK_INT(parse(&c, deep), -1);
}
