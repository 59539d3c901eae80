#include "test.h"

#include "viva/plain.h"

static struct plain_command got[PLAIN_COMMANDS_MAX];
static char problem[PLAIN_PROBLEM_BYTES];

static size_t
parse_as(const char *line, enum phase phase, enum mode mode)
{
	return plain_parse(got, line, strlen(line), phase, mode, 4, 1, problem);
}

static size_t
parse(const char *line, enum phase phase)
{
	return parse_as(line, phase, MODE_SOLO);
}

TEST(an_empty_line_goes_on_in_every_phase)
{
	for (int phase = PHASE_READ; phase <= PHASE_NOTE; phase++) {
		CHECK_INT(parse("", (enum phase)phase), 1);
		CHECK_INT(got[0].input.kind, IN_NEXT);
		CHECK_INT(parse(" \t\r", (enum phase)phase), 1);
		CHECK_INT(got[0].input.kind, IN_NEXT);
	}
}

TEST(a_digit_predicts_or_grades_by_the_phase)
{
	CHECK_INT(parse("3", PHASE_PREDICT), 1);
	CHECK_INT(got[0].input.kind, IN_PREDICT);
	CHECK_INT(got[0].input.a, 3);
	CHECK_INT(parse("0", PHASE_GRADE), 1);
	CHECK_INT(got[0].input.kind, IN_GRADE);
	CHECK_INT(got[0].input.a, 0);
}

TEST(a_grade_beyond_4_is_refused_with_a_word)
{
	CHECK_INT(parse("5", PHASE_PREDICT), 0);
	CHECK_STR(problem, "\"5\" is no grade: 0 to 4, one digit");
	CHECK_INT(parse("12", PHASE_GRADE), 0);
	CHECK_INT(parse("3", PHASE_ANSWER), 0);
}

TEST(marks_of_one_line_become_one_command_each)
{
	CHECK_INT(parse("1 3~ 4- m1", PHASE_TICK), 4);
	CHECK_INT(got[0].input.kind, IN_TICK);
	CHECK_INT(got[0].input.a, 0);
	CHECK_INT(got[0].input.b, TICK_YES);
	CHECK_INT(got[1].input.a, 2);
	CHECK_INT(got[1].input.b, TICK_PARTLY);
	CHECK_INT(got[2].input.b, TICK_NO);
	CHECK_INT(got[3].input.kind, IN_MISTAKE);
	CHECK_INT(got[3].input.a, 0);
	CHECK_INT(got[3].input.b, 1);
	CHECK_INT(parse("m1-", PHASE_TICK), 1);
	CHECK_INT(got[0].input.b, 0);
}

TEST(marks_may_stand_without_blanks_or_with_commas)
{
	CHECK_INT(parse("1+,2~3-", PHASE_TICK), 3);
	CHECK_INT(got[0].input.b, TICK_YES);
	CHECK_INT(got[2].input.a, 2);
}

TEST(a_mark_of_something_not_listed_refuses_the_whole_line)
{
	CHECK_INT(parse("1 5", PHASE_TICK), 0);
	CHECK_STR(problem, "\"1 5\" names a key point that is not listed");
	CHECK_INT(parse("m2", PHASE_TICK), 0);
	CHECK_INT(parse("0", PHASE_TICK), 0);
	CHECK_INT(parse("99999999999999999999", PHASE_TICK), 0);
	CHECK_INT(parse("1 x", PHASE_TICK), 0);
}

TEST(more_marks_than_fit_are_refused_not_cut)
{
	char line[4 * PLAIN_COMMANDS_MAX];

	memset(line, 0, sizeof(line));
	for (int i = 0; i <= PLAIN_COMMANDS_MAX; i++)
		strcat(line, "1 ");
	CHECK_INT(parse(line, PHASE_TICK), 0);
	CHECK_INT(parse(line + 2, PHASE_TICK), PLAIN_COMMANDS_MAX);
}

/* The key that speaks a prediction, alone, is an input like any other. */
static void
check_key(const struct key *key, enum mode mode)
{
	const char line[2] = { key->letter, '\0' };

	for (int phase = PHASE_READ; phase <= PHASE_NOTE; phase++) {
		CHECK_INT(parse_as(line, (enum phase)phase, mode), 1);
		CHECK_INT(got[0].action, key->action == KEY_PREDICT ? KEY_INPUT : key->action);
		CHECK_INT(got[0].input.kind, key->action == KEY_MESSAGE ? IN_NONE : key->input);
	}
}

TEST(every_key_of_the_table_is_understood_in_every_phase_of_its_mode)
{
	for (size_t i = 0; i < session_key_count; i++) {
		if (session_keys[i].where & KEY_IN_SOLO)
			check_key(&session_keys[i], MODE_SOLO);
		if (session_keys[i].where & KEY_IN_LED)
			check_key(&session_keys[i], MODE_LED);
	}
}

TEST(an_interviewers_own_keys_mean_nothing_to_a_candidate_alone)
{
	CHECK_INT(parse("N", PHASE_ANSWER), 0);
	CHECK_INT(parse("k3", PHASE_PREDICT), 0);
	CHECK_INT(parse("> hello", PHASE_ANSWER), 0);
}

TEST(an_interviewer_marks_while_listening_and_grades_after)
{
	CHECK_INT(parse_as("1 3~ m1", PHASE_ANSWER, MODE_LED), 3);
	CHECK_INT(got[1].input.kind, IN_TICK);
	CHECK_INT(got[1].input.b, TICK_PARTLY);
	CHECK_INT(parse_as("2", PHASE_FOLLOW_UP, MODE_LED), 1);
	CHECK_INT(got[0].input.kind, IN_TICK);
	CHECK_INT(parse_as("2", PHASE_GRADE, MODE_LED), 1);
	CHECK_INT(got[0].input.kind, IN_GRADE);
	CHECK_INT(parse_as("2+", PHASE_GRADE, MODE_LED), 1);
	CHECK_INT(got[0].input.kind, IN_TICK);
	CHECK_INT(parse_as("1", PHASE_READ, MODE_LED), 0);
}

TEST(a_spoken_prediction_is_a_number_or_was_declined)
{
	CHECK_INT(parse_as("k3", PHASE_PREDICT, MODE_LED), 1);
	CHECK_INT(got[0].input.kind, IN_PREDICT);
	CHECK_INT(got[0].input.a, 3);
	CHECK_INT(parse_as("4", PHASE_PREDICT, MODE_LED), 1);
	CHECK_INT(got[0].input.a, 4);
	CHECK_INT(parse_as("", PHASE_PREDICT, MODE_LED), 1);
	CHECK_INT(got[0].input.kind, IN_PREDICT);
	CHECK_INT(got[0].input.a, -1);
	CHECK_INT(parse_as("k", PHASE_PREDICT, MODE_LED), 1);
	CHECK_INT(got[0].input.a, -1);
	CHECK_INT(parse_as("k9", PHASE_PREDICT, MODE_LED), 0);
}

TEST(a_message_is_the_rest_of_its_line)
{
	CHECK_INT(parse_as(">  take your time ", PHASE_ANSWER, MODE_LED), 1);
	CHECK_INT(got[0].action, KEY_MESSAGE);
	CHECK_INT(got[0].text_len, strlen("take your time"));
	CHECK(strncmp(got[0].text, "take your time", got[0].text_len) == 0);
	CHECK_INT(parse_as(">", PHASE_ANSWER, MODE_LED), 1);
	CHECK_INT(got[0].text_len, 0);
}

TEST(no_two_keys_of_a_mode_share_a_letter)
{
	for (size_t i = 0; i < session_key_count; i++)
		for (enum mode mode = MODE_SOLO; mode <= MODE_LED; mode++)
			if (key_is_in(&session_keys[i], mode))
				CHECK(key_find(session_keys[i].letter, mode) == &session_keys[i]);
}

TEST(a_strange_line_is_quoted_visibly_and_cut_at_a_character)
{
	CHECK_INT(parse("\x1b[2J", PHASE_ANSWER), 0);
	CHECK(strchr(problem, '\x1b') == NULL);
	CHECK_INT(parse("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9x\xc3\xa9\xc3\xa9\xc3\xa9", PHASE_ANSWER), 0);
	CHECK(strstr(problem, "\xef\xbf\xbd") == NULL);
}
