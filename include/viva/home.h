#ifndef VIVA_HOME_H
#define VIVA_HOME_H
#include <stdbool.h>
#include <stddef.h>
struct buf;
struct canvas;
/*
 * The first screen, and pages of text that one can scroll: as pictures and as lines, from the same
 * words.  Paints; decides nothing.
 */
#define HOME_CHOICES_MAX 24
#define HOME_RECENT_MAX 3

struct home_choice {
	char key;               /* what one presses */
	const char *label;      /* one line, no period */
};

#define HOME_THEN_MAX 4         /* three questions to repeat and a topic */

struct home_view {
	const char *bank, *candidate;
	const char *unfinished; /* a sentence, or NULL */
	const char *standing;   /* one or two sentences: the level, or what there is instead */
	const char *recent[HOME_RECENT_MAX];    /* the last sessions, latest first: a line each */
	size_t recent_count;
	const char *next;       /* the one most useful thing to do, a sentence or two */
	const char *then[HOME_THEN_MAX];        /* what else is worth doing, likewise; left out of a picture
						 * that is full */
	size_t then_count;
	const struct home_choice *choices;
	size_t choice_count;
	size_t selected;        /* what Enter takes */
};

/* As a picture of any size: the selected choice is always to be seen. */
void home_paint(struct canvas *c, const struct home_view *v);
/* As lines for a screen of so many columns; with `choices` the list of what one may type. */
void home_text(struct buf *out, const struct home_view *v, int columns, bool choices);

/* A page of lines, made for the width of the canvas, from line `first` on. */
void home_paint_page(struct canvas *c, const char *title, const char *text, int first);
/* The last `first` that still fills the canvas; 0 if all of it fits. */
int home_page_last(const struct canvas *c, const char *text);

#endif
