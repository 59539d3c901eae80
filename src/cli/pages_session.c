/* Help on sitting an interview. */
#include <stddef.h>

#include "cli/pages.h"

static const struct part start[] = {
	TEXT("You have an interview soon. Sit one now: it takes the minutes it says, and half of what it "
	    "teaches comes from answering aloud against a clock."),
	EXAMPLE("viva solo --minutes 30"),
	TEXT("Speak your answers as you would to a person. Say your prediction honestly before you see "
	    "the key points; the distance between both is worth knowing. At the end there is one screen "
	    "and a PDF that names what to do next."),
	TEXT("Then, over the days:"),
	TERM("viva", "what to do next, and a session to go on with if one is open"),
	TERM("viva solo --focus weak", "lean towards the topics that went worst"),
	TERM("viva solo --items 3 --topic metrics", "a short drill of one topic"),
	TERM("viva solo --live", "the review at the end, as in a real interview"),
	TERM("viva history", "your sessions"),
	TERM("viva tour", "two minutes that show the keys; nothing is stored"),
	END
};
const struct help_page page_start = { "start", "what to do first", start };

static const struct part session[] = {
	TEXT("Each question goes through the same steps; Enter ends each of them."),
	TERM("read", "the question stands there; the clock runs"),
	TERM("think", "collect what you want to say"),
	TERM("answer", "aloud; `w` writes it down instead. `h` asks for a fact, as you would ask an "
	    "interviewer; it is counted and never held against you"),
	TERM("follow-up", "one more question, on its own time outside the limit"),
	TERM("predict", "the grade from 0 to 4 that you expect; final once you have seen the answer"),
	TERM("reveal", "a strong answer, and the follow-ups with theirs"),
	TERM("tick", "mark the key points that you said and the mistakes that you made"),
	TERM("grade", "Enter takes the grade that your marks propose, or give another"),
	TERM("note", "for next time"),
	TEXT("With `--live` all questions come first and the review of each after the last, as in a real "
	    "interview. `s` passes: recorded as \"no answer\", grade 0. `x` says that you know this "
	    "question: another that keeps the form balanced takes its place."),
	TEXT("Every step is saved as you take it. `q`, Ctrl-C, a closed terminal or a power cut lose "
	    "nothing but at most a second of the clock; `viva resume` goes on where it stood, `viva "
	    "finish` ends it there."),
	END
};
const struct help_page page_session = { "session", "how an interview goes, step by step", session };

static const struct part keys[] = {
	{ PART_KEYS, NULL, NULL },
	TEXT("There is no \"are you sure\": every step is saved as you take it, and `u` takes back what "
	    "can be taken back."),
	END
};
const struct help_page page_keys = { "keys", "what the keys do", keys };

static const struct part grades[] = {
	TERM("0", "nothing usable"),
	TERM("1", "partial"),
	TERM("2", "adequate"),
	TERM("3", "solid"),
	TERM("4", "strong"),
	TEXT("A bank has its own words for these and says for each kind of question what they look like; "
	    "the grade step shows them. Key points have a weight of 1 or 2. Said counts fully and partly "
	    "said half. Under 40 percent of the whole proposes 1, under 65 percent 2, under 90 percent "
	    "3, else 4; nothing said proposes 0. An essential point left out, or a listed mistake made, "
	    "caps the proposal at 2."),
	TEXT("The proposal is a proposal: confirm it with Enter or give the grade you find right. Grades "
	    "of several raters are kept side by side, never averaged. A grade that you amend later stays "
	    "on record beside the new one."),
	TEXT("One session says little. A mean is always shown with the number of answers behind it, and "
	    "a level of a topic comes with a range from three answers on."),
	END
};
const struct help_page page_grades = { "grades", "from 0 to 4, and how marks propose one", grades };

static const struct part time_parts[] = {
	TEXT("The limit of a question runs over reading, thinking and answering, which are recorded "
	    "apart. Marking and notes have no limit. The time is told at half, a minute, 30 and 10 "
	    "seconds before the end and when it is over; `t` tells it at any moment. Going over is "
	    "measured, never cut off."),
	TERM("p", "pauses and goes on"),
	TERM("e", "60 seconds more, as often as you like; it is recorded"),
	TERM("--extra-time 1.5", "every limit times 1.5, for those who get this in their interviews too; "
	    "`viva people extra-time NAME 1.5` keeps it for all their sessions"),
	TERM("--hide-clock", "no time is shown; it is recorded all the same"),
	TERM("--strict", "at the limit the answer ends; no pause, no extension"),
	TEXT("A laptop that sleeps, a kill or a power cut stops the clock at the last second; on your "
	    "return viva asks whether the gap counts. With `--strict` it does."),
	END
};
const struct help_page page_time = { "time", "limits, pauses, extra time, gaps", time_parts };

static const struct part lead_parts[] = {
	TEXT("One person asks and marks, the other answers: at one table, or over a call."),
	EXAMPLE("viva lead --candidate Ana --screen"),
	TEXT("You see question, answer, key points and anchors; mark what you hear while you listen, give facts "
	    "that are asked for with `h`, count a hint with `H`, write `n` a note to share or `N` one for coaches "
	    "alone. The grade comes after the candidate's own prediction; a strength, a change and a resource for "
	    "each area, and the overall impression, come last of all."),
	TEXT("On a terminal the console takes the full screen: question above, key below, side by side from 100 columns. "
	    "From the answer on, 1-9 and the arrow keys with Space mark what you hear; Tab scrolls the question; `l` shows "
	    "the link again with its code; `^X` opens the menu. At the end a line each is asked for the report; a closing "
	    "that was cut off goes on with `viva resume`."),
	TEXT("The candidate follows on a page in their browser (`--screen`) or in a second terminal (`viva watch`): "
	    "the question, its clock, the facts they asked for, and nothing else."),
	TEXT("Two peers can take turns. After the first half the roles are reversed: who answered leads, and the "
	    "second half asks nothing of the first and nothing that is an enemy of it. It is a session of its own "
	    "with the same options; the page keeps its link and shows the new candidate's questions."),
	EXAMPLE("viva lead --candidate Ana --interviewer Ben --swap-with Ana"),
	TEXT("The name after `--swap-with` is either of the two. `viva lead --swap-with NAME` without `--candidate` "
	    "ends the last session that was led with NAME in it, if it is unfinished, and begins its second half."),
	TEXT("After a kill or a break: `viva resume` in either half goes on where it stood, and from a first half "
	    "that was begun with `--swap-with` over into the second; between the halves `viva lead --swap-with NAME`. "
	    "If no second half can be drawn, one line says why; the first is complete."),
	END
};
const struct help_page page_lead = { "lead", "interviews that one person leads; two halves", lead_parts };

static const struct part raters[] = {
	TEXT("One mark is one person's view. A second rater marks the same answers without seeing the first one's marks, "
	    "notes or predictions until done; then both stand side by side."),
	TERM("viva rate 12 --rater NAME", "mark session 12: question, facts given, typed answer, key points and grades; the "
	    "same command goes on where it was left"),
	TERM("viva compare 12", "who gave what, two grades apart or more first, and how far raters agree; refused while "
	    "someone still marks"),
	TEXT("Whoever was there may mark in a second terminal while the session runs: an answer can be marked as soon as it "
	    "was given. Whoever was not marks typed answers alone; where an answer was only spoken viva asks, and "
	    "records it. Passed questions are not marked: everyone knows that there was no answer."),
	TEXT("The candidate of a led session marks themselves the same way, after the session and before they look at the "
	    "interviewer's marks: `viva rate last --rater NAME` with their own name. These count as own marks in "
	    "`viva stats`; marks of other raters enter agreement alone, never a level."),
	TEXT("Done is for good: notes and marks can be taken back until then. Weighted kappa is shown from ten answers on "
	    "that both marked."),
	END
};
const struct help_page page_raters = { "raters", "a second opinion: blind marks, and comparing them", raters };

static const struct part plain[] = {
	TEXT("Wherever input or output is no terminal, TERM is dumb, or `--plain` is given, viva speaks "
	    "plain lines: it writes each thing once, in order, and reads a key and Enter. No escape "
	    "sequence, no carriage return, no redrawing: made for pipes, screen readers and braille "
	    "lines."),
	TEXT("Milestones of the clock are said as lines of their own; nothing else is written while you "
	    "think. `t` tells the time, `?` what can be done now. Text is wrapped to the terminal, from "
	    "40 to 100 columns."),
	TEXT("A text that you write with `w` or `n` goes on over as many lines as you like and ends with "
	    "a line that is a single dot. A terminal cuts one line at 4,095 bytes; viva says so when it "
	    "happens."),
	TEXT("`--speak` reads each question aloud as it comes, in its language, through "
	    "speech-dispatcher; never an answer. Without a voice viva says so once and goes on."),
	TEXT("Where NO_COLOR is set nothing is coloured. Every state has a word, never only a colour."),
	END
};
const struct help_page page_plain = { "plain", "plain lines, pipes and screen readers", plain };
