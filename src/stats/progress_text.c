#include <stdio.h>

#include "viva/progress.h"

const char *
series_name(enum series s)
{
	return s == SERIES_INTERVIEWERS ? "interviewers" : "own";
}

const char *
series_text(enum series s)
{
	return s == SERIES_INTERVIEWERS ? "marked by interviewers" : "your own marks";
}

const char *
progress_missing(const struct progress *p, char room[PROGRESS_MISSING_BYTES])
{
	int to_line = TREND_MIN_LINE - p->trend_sessions, to_words = TREND_MIN_WORDS - p->trend_sessions;

	room[0] = '\0';
	if (p->session_count == 0)
		snprintf(room, PROGRESS_MISSING_BYTES, "No session on this bank yet: `viva solo --minutes 30` asks the "
		    "first questions in half an hour.");
	else if (p->answers == 0)
		snprintf(room, PROGRESS_MISSING_BYTES, "No answer is graded yet: `viva resume` goes on where a session "
		    "stands, `viva solo` begins another.");
	else if (p->answers < STATS_MIN_ANSWERS)
		snprintf(room, PROGRESS_MISSING_BYTES,
		    "A level needs %d graded answers, there %s %d: one more "
		    "`viva solo --minutes 30` gives it.",
		    STATS_MIN_ANSWERS, p->answers == 1 ? "is" : "are", p->answers);
	else if (to_line > 0)
		snprintf(room, PROGRESS_MISSING_BYTES,
		    "A line over time needs %d sessions: %d more `viva solo`.", TREND_MIN_LINE, to_line);
	else if (to_words > 0)
		snprintf(room, PROGRESS_MISSING_BYTES, "Whether the level rose can be said from %d sessions on: %d more "
		    "`viva solo`.", TREND_MIN_WORDS, to_words);
	return room;
}
