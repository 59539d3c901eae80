#ifndef VIVA_CLI_SPEAKER_H
#define VIVA_CLI_SPEAKER_H
struct sitting;
/*
 * Reads questions aloud through speech-dispatcher: `spd-say` as a child process, found in PATH.  It is only
 * ever handed texts of the candidate's view, which has none of an answer.
 */
struct speaker;

/* NULL only when out of memory.  Whether there is a voice shows when the first question is read. */
struct speaker *speaker_new(void);
/* What is being said is said to its end.  NULL does nothing. */
void speaker_free(struct speaker *sp);
/*
 * Before each wait: reads the question or follow-up that has come since, in the item's language.  Where
 * that cannot be done it says so once, and is silent.
 */
void speaker_follow(struct speaker *sp, struct sitting *si);

#endif
