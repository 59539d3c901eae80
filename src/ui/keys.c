#include "viva/keys.h"

#define BOTH (KEY_IN_SOLO | KEY_IN_LED)

const struct key_sign session_signs[] = {
	{ "Enter", "go on", PHASE_NONE, BOTH },
	{ "0-4", "the grade you expect", PHASE_PREDICT, KEY_IN_SOLO },
	{ "0-4", "the grade they expect; Enter: they would rather not say", PHASE_PREDICT, KEY_IN_LED },
	{ "1 3~ 2- m1", "key points said, partly, not; a mistake made", PHASE_TICK, KEY_IN_SOLO },
	{ "0-4", "the grade; Enter takes the proposal", PHASE_GRADE, BOTH },
	{ "1+ 3~ 2- m1", "from the answer on: key points heard, partly, not; a mistake made", PHASE_NONE, KEY_IN_LED },
};
const size_t session_sign_count = sizeof(session_signs) / sizeof(session_signs[0]);

const struct key session_keys[] = {
	{ 'p', KEY_INPUT, IN_PAUSE, "pause", "pause the clock, or go on", BOTH },
	{ 'e', KEY_INPUT, IN_EXTEND, "extend", "60 seconds more", BOTH },
	{ 't', KEY_TIME, IN_NONE, "time", "tell the time", BOTH },
	{ 's', KEY_INPUT, IN_PASS, "pass", "no answer: recorded as such, grade 0", BOTH },
	{ 'h', KEY_INPUT, IN_FACT, "fact", "ask for the next fact; counted, never held against anyone", KEY_IN_SOLO },
	{ 'h', KEY_INPUT, IN_FACT, "fact", "they ask: give the next fact; counted, never held against anyone", KEY_IN_LED },
	{ 'H', KEY_INPUT, IN_HINT, "hint", "a hint was given", KEY_IN_LED },
	{ 'w', KEY_WRITE, IN_ANSWER, "write", "write an answer, up to a line with a single .", KEY_IN_SOLO },
	{ 'w', KEY_WRITE, IN_ANSWER, "write", "write down their answer, up to a line with a single .", KEY_IN_LED },
	{ 'n', KEY_NOTE, IN_NOTE, "note", "write a note, up to a line with a single .", BOTH },
	{ 'N', KEY_PRIVATE_NOTE, IN_NOTE, "private note", "a note that only the coach's edition shows", KEY_IN_LED },
	{ 'k', KEY_PREDICT, IN_PREDICT, "prediction", "the grade the candidate says they expect: k3; k alone: none", KEY_IN_LED },
	{ '>', KEY_MESSAGE, IN_NONE, "message", "a line for the candidate's screen: > take your time; > alone clears it",
	    KEY_IN_LED },
	{ 'f', KEY_INPUT, IN_FLAG, "flag", "mark this question to come back to, or unmark it", BOTH },
	{ 'u', KEY_INPUT, IN_UNDO, "undo", "take back the last step, as far as the last answer shown", BOTH },
	{ 'x', KEY_SWAP, IN_NONE, "swap", "I know this question: another one instead", KEY_IN_SOLO },
	{ 'x', KEY_SWAP, IN_NONE, "swap", "they know this question: another one instead", KEY_IN_LED },
	{ '?', KEY_HELP, IN_NONE, "help", "these keys", BOTH },
	{ 'q', KEY_QUIT, IN_NONE, "quit", "save and leave; `viva resume` goes on", BOTH },
};
const size_t session_key_count = sizeof(session_keys) / sizeof(session_keys[0]);

const struct key *
key_in(const struct key *keys, size_t count, char letter)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i].letter == letter)
			return &keys[i];
	return NULL;
}

bool
key_is_in(const struct key *key, enum mode mode)
{
	return (key->where & (mode == MODE_LED ? KEY_IN_LED : KEY_IN_SOLO)) != 0;
}

const struct key *
key_find(char letter, enum mode mode)
{
	for (size_t i = 0; i < session_key_count; i++)
		if (session_keys[i].letter == letter && key_is_in(&session_keys[i], mode))
			return &session_keys[i];
	return key_in(session_keys, session_key_count, letter);
}
