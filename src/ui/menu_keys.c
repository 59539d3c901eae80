/* The keys of the full screen alone, and those of reading an ended session again. */
#include "viva/keys.h"

#define BOTH (KEY_IN_SOLO | KEY_IN_LED)

const struct key menu_keys[] = {
	{ 's', KEY_SAVE, IN_NONE, "save the text", "save the text that is being written", BOTH },
	{ 'p', KEY_INPUT, IN_PAUSE, "pause", "pause the clock, or go on", BOTH },
	{ '+', KEY_INPUT, IN_EXTEND, "60 seconds more", "60 seconds more", BOTH },
	{ 'e', KEY_EDITOR, IN_NONE, "your editor", "write in $EDITOR; the clock is paused meanwhile", BOTH },
	{ 'k', KEY_INPUT, IN_PASS, "pass", "no answer: recorded as such, grade 0", BOTH },
	{ 'h', KEY_INPUT, IN_FACT, "ask for a fact", "ask for the next fact", KEY_IN_SOLO },
	{ 'h', KEY_INPUT, IN_FACT, "give a fact", "give the next fact", KEY_IN_LED },
	{ 'H', KEY_INPUT, IN_HINT, "a hint was given", "a hint was given", KEY_IN_LED },
	{ '>', KEY_MESSAGE, IN_NONE, "message", "a line for the candidate's screen", KEY_IN_LED },
	{ 'l', KEY_LINK, IN_NONE, "link", "the link to the candidate's page, and its code", KEY_IN_LED },
	{ 'f', KEY_INPUT, IN_FLAG, "flag", "mark this question, or unmark it", BOTH },
	{ 'u', KEY_INPUT, IN_UNDO, "undo", "take back the last step", BOTH },
	{ 'x', KEY_SWAP, IN_NONE, "swap", "this question is known: another one instead", BOTH },
	{ 'm', KEY_MAP, IN_NONE, "map", "all questions of this session", BOTH },
	{ '?', KEY_HELP, IN_NONE, "help", "these keys", BOTH },
	{ 'q', KEY_QUIT, IN_NONE, "save and leave", "save and leave; `viva resume` goes on", BOTH },
};
const size_t menu_key_count = sizeof(menu_keys) / sizeof(menu_keys[0]);

const struct key review_keys[] = {
	{ 'a', KEY_AMEND, IN_NONE, "mark anew", "mark this answer anew; what it was stays on record", BOTH },
	{ 'b', KEY_BACK, IN_NONE, "back", "the question before", BOTH },
	{ '?', KEY_HELP, IN_NONE, "help", "these keys", BOTH },
	{ 'q', KEY_QUIT, IN_NONE, "leave", "leave; while marking: as it was", BOTH },
};
const size_t review_key_count = sizeof(review_keys) / sizeof(review_keys[0]);

const struct key rating_keys[] = {
	{ 's', KEY_INPUT, IN_PASS, "no answer", "no answer was given: grade 0", BOTH },
	{ 'n', KEY_NOTE, IN_NOTE, "note", "write a note, up to a line with a single .", BOTH },
	{ 'N', KEY_PRIVATE_NOTE, IN_NOTE, "private note", "a note that only coaches see", BOTH },
	{ 'a', KEY_AMEND, IN_NONE, "mark anew", "mark this answer anew", BOTH },
	{ 'u', KEY_INPUT, IN_UNDO, "undo", "take back the last mark, grade or note", BOTH },
	{ 'b', KEY_BACK, IN_NONE, "back", "the question before", BOTH },
	{ 'd', KEY_DONE, IN_NONE, "done", "done, for good: then you may see the others' marks", BOTH },
	{ '?', KEY_HELP, IN_NONE, "help", "these keys", BOTH },
	{ 'q', KEY_QUIT, IN_NONE, "leave", "leave; all is saved, and the same command goes on", BOTH },
};
const size_t rating_key_count = sizeof(rating_keys) / sizeof(rating_keys[0]);

const struct key_line screen_key_lines[] = {
	{ "Enter", "go on" },
	{ "^X", "menu: these keys work inside a text too" },
	{ "m", "map of all questions" },
	{ "PgUp PgDn", "scroll; the arrow keys by one line" },
	{ "Tab", "scroll the other text" },
	{ "^L", "paint the screen again" },
	{ "^Z", "pause and stop; fg goes on" },
	{ "^C ^C", "save and leave" },
	{ NULL, NULL }
};

const struct key_line editor_key_lines[] = {
	{ "Alt-Enter", "save the text; ^X s does too" },
	{ "arrows", "move, also ^B ^F ^P ^N; by words with ^Left ^Right" },
	{ "^A ^E", "beginning and end of the line, also Home and End" },
	{ "^W M-d", "cut a word; ^U ^K cut to the beginning or end of the line" },
	{ "^Y", "put back what was cut" },
	{ "^_ M-_", "undo, redo" },
	{ "Tab", "scroll the question; Tab comes back" },
	{ "^X e", "write in $EDITOR; the clock is paused meanwhile" },
	{ NULL, NULL }
};
