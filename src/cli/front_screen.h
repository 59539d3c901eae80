#ifndef VIVA_CLI_FRONT_SCREEN_H
#define VIVA_CLI_FRONT_SCREEN_H
#include "cli/front.h"
#include "viva/buf.h"
#include "viva/decode.h"
#include "viva/editor.h"
#include "viva/screen.h"
#include "viva/term.h"
/* The full-screen front end, shared by its files: what it is told, its picture, its keys and its fields. */

enum screen_page { PAGE_OPENING, PAGE_SESSION, PAGE_ASKING, PAGE_CLOSING };

struct screen_front {
	struct front front;
	struct app *app;
	struct term *term;
	struct decoder *decoder;
	struct canvas *canvas;
	struct screen screen;           /* what is looked at, and how */
	struct editor *editor;          /* kept between texts */
	struct editor *line;            /* for the candidate's screen, or a reply at PAGE_ASKING */
	bool messaging;                 /* the line is being written to the candidate */
	enum screen_page page;
	struct plain_opening opening;   /* PAGE_OPENING: borrowed */
	struct screen_closing closing;  /* PAGE_CLOSING: borrowed, but... */
	struct buf report;              /* ...for the line about the report */
	struct buf message;
	bool message_shown;             /* a frame had it */
	struct buf farewell;            /* lines that stay on the terminal after the end */
	size_t page_anchor;
	struct screen_led led;          /* of a console */
	struct buf code;                /* the link as a QR code, "" before it was made */
	struct buf said;                /* PAGE_ASKING: what was asked and replied, a line each */

	struct review_page review;      /* an ended session that is read again */

	bool stalled;                   /* the terminal has not taken the last frame */
	bool gone;                      /* it is closed */
	bool asked_to_leave;            /* ^C was pressed once */
	int64_t message_until_ms;       /* boot clock: no key takes the message away before */
	enum phase seen_phase;          /* scrolling begins anew with each phase and question */
	int seen_position;
	bool end_text;                  /* a strict limit has ended the answer that is being written */

	bool leaving;                   /* what is said now is for after the end */
	struct screen_item *items;
	struct own_text *texts;

	struct child *child;            /* $EDITOR, while it has the terminal */
	bool paused_for_child;
};

void screen_front_say(struct screen_front *sf, bool warns, const char *words);

/* ---- front_screen_picture.c ---- */

/* Brings the picture up to date with the session. */
void screen_front_refresh(struct screen_front *sf, struct sitting *si);
/* What a console tells before its session begins; NULL before a solo one. */
const struct screen_led *screen_front_lobby(struct screen_front *sf, struct sitting *si);
int screen_front_flush(struct front *f, struct sitting *si);
int64_t screen_front_wake(const struct front *f, struct sitting *si);

/* ---- front_screen_keys.c: one key; 0, or -1 ---- */

/* Scrolls if `k` is a key that does. */
bool screen_front_scroll(struct screen_front *sf, struct sitting *si, const struct key_press *k);
int screen_front_key(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err);

/* ---- front_screen_text.c: an answer or a note, in our field or in $EDITOR ---- */

int screen_front_text_key(
    struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err);
int screen_front_start_editor(struct screen_front *sf, struct sitting *si, struct err *err);
/* $EDITOR may have ended; it shall be over and what it wrote last counts: as front_ops. */
int screen_front_child(struct screen_front *sf, struct sitting *si, struct err *err);
int screen_front_take_child(struct screen_front *sf, struct sitting *si, struct err *err);

/* ---- front_screen_line.c: one line, to the candidate's screen or for the report ---- */

void screen_front_message(struct screen_front *sf, struct sitting *si);
int screen_front_line_key(
    struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err);

#endif
