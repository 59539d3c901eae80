#include <math.h>
#include <stdio.h>
#include "report/chart.h"
#include "report/page_session.h"

/* Page 2 of the session report: where did the minutes go, and is this usual? */

/* ---- the ruler of the session ---- */

#define RULER_NUMBER 15.0
#define RULER_TITLE 206.0
#define RULER_SPENT 40.0        /* "12:05", right-aligned */
#define RULER_GAP 12.0
#define RULER_ROW 15.0
#define RULER_THICK 7.0
#define RULER_BASELINE 10.0     /* of a row's text below its top */
#define RULER_AXIS 15.0         /* from the section's text to the first row */
#define TICKS_MAX 7             /* labels along the minutes that have room */
#define MINUTE_MS 60000.0

/* Fills of the parts; the outlined one is time off the clock. */
static const struct dl_ink part_inks[MINUTES_PARTS] = {
	[MINUTES_THINK] = { BAR, DL_NONE, 0, 0, 0 },
	[MINUTES_ANSWER] = { ACCENT, DL_NONE, 0, 0, 0 },
	[MINUTES_OVER] = { OVER, DL_NONE, 0, 0, 0 },
	[MINUTES_LOOK] = { WHITE, DOT, WIDTH_AXIS, 0, 0 },
	[MINUTES_IDLE] = { DL_NONE, DL_NONE, 0, 0, 0 },
};

/* The shortest of these steps that leaves few enough labels. */
static int
minute_step(double minutes)
{
	static const int steps[] = { 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440 };
	size_t i = 0;

	while (i + 1 < sizeof steps / sizeof steps[0] && minutes / steps[i] > TICKS_MAX)
		i++;
	return minutes / steps[i] <= TICKS_MAX ? steps[i] : (int)ceil(minutes / TICKS_MAX);
}

static struct scale
ruler_scale(const struct sheet *s, const struct session_detail *d)
{
	double left = s->left + RULER_NUMBER + RULER_TITLE + RULER_SPENT + RULER_GAP;
	double end = fmax((double)d->minutes_total_ms, MINUTE_MS);

	return (struct scale){ 0, end, left, s->right - left };
}

/* Names of the columns and minutes along the top. */
static void
ruler_head(struct sheet *s, const struct scale *x)
{
	int step = minute_step(x->to / MINUTE_MS);
	double spent = s->left + RULER_NUMBER + RULER_TITLE + RULER_SPENT;
	char label[16];

	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, s->left, s->y + SIZE_NOTE, ALIGN_LEFT, &TYPE_NOTE_STRONG, "Question");
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, spent, s->y + SIZE_NOTE, ALIGN_RIGHT, &TYPE_NOTE_STRONG, "Minutes");
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_TH, NULL);
	for (int m = 0; m * MINUTE_MS <= x->to; m += step) {
		bool last = (m + step) * MINUTE_MS > x->to;
		double at = scale_at(x, m * MINUTE_MS);

		snprintf(label, sizeof label, m == 0 ? "%d min" : "%d", m);
		dl_text(s->dl, at, s->y + SIZE_NOTE, m == 0 ? ALIGN_LEFT : last ? ALIGN_RIGHT : ALIGN_CENTRE,
		    &TYPE_NOTE, label);
	}
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += RULER_AXIS;
	dl_line(s->dl, s->left, s->y, s->right, s->y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = DOT, .line_width = WIDTH_RULE });
}

static void
ruler_bar(struct sheet *s, const struct scale *x, const struct minutes_row *row)
{
	const int64_t parts[MINUTES_PARTS] = { row->think_ms, row->answer_ms, row->over_ms, row->look_ms,
		row->idle_ms };
	/* Pauses stand between the answer and what follows; their true place is in the record. */
	static const enum minutes_part order[MINUTES_PARTS] = { MINUTES_THINK, MINUTES_ANSWER, MINUTES_OVER,
		MINUTES_IDLE, MINUTES_LOOK };
	const double thinnest = 0.4;    /* points: less is no bar */
	double top = s->y + (RULER_ROW - RULER_THICK) / 2;
	int64_t at = row->start_ms;

	dl_tag(s->dl, TAG_FIGURE, row->alt);
	for (int i = 0; i < MINUTES_PARTS; i++) {
		const struct dl_ink *ink = &part_inks[order[i]];
		double left = scale_at(x, (double)at), right;

		at += parts[order[i]];
		right = scale_at(x, (double)at);
		if (right - left < thinnest || order[i] == MINUTES_IDLE)
			continue;
		if (order[i] == MINUTES_LOOK)   /* its outline stays inside */
			dl_rect(s->dl, left + 0.4, top + 0.4, fmax(right - left - 0.8, 0.1),
			    RULER_THICK - 0.8, ink);
		else
			dl_rect(s->dl, left, top, right - left, RULER_THICK, ink);
	}
	dl_tag_end(s->dl);
}

static void
ruler_row(struct sheet *s, const struct scale *x, const struct minutes_row *row)
{
	struct lines title = flow_at_most(s->dl, &TYPE_BODY, RULER_TITLE - 6, 1, row->title);
	double spent = s->left + RULER_NUMBER + RULER_TITLE + RULER_SPENT;
	double body_top = s->y + RULER_BASELINE - 0.76 * SIZE_BODY;
	char number[12] = "";

	if (row->number > 0)
		snprintf(number, sizeof number, "%d", row->number);
	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH_ROW, NULL);
	dl_text(s->dl, s->left, s->y + RULER_BASELINE, ALIGN_LEFT, &TYPE_BODY, number);
	put_lines(s, s->left + RULER_NUMBER, body_top, PITCH_BODY, &TYPE_BODY, &title);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_text(s->dl, spent, s->y + RULER_BASELINE, ALIGN_RIGHT, &TYPE_BODY_SECOND, row->spent);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_TD, NULL);
	ruler_bar(s, x, row);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += RULER_ROW;
	dl_line(s->dl, s->left, s->y, s->right, s->y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = HAIRLINE, .line_width = WIDTH_HAIRLINE });
}

/* What the fills mean, with the sum of each. */
static void
ruler_key(struct sheet *s, const struct session_detail *d)
{
	const double square = 7, gap = 4, next = 16;
	double x = s->left, y = s->y + 12;
	char words[64];

	dl_tag(s->dl, TAG_P, NULL);
	for (int i = 0; i < MINUTES_PARTS; i++) {
		bool swatch = i != MINUTES_IDLE;

		if (d->parts_ms[i] == 0)
			continue;
		snprintf(words, sizeof words, "%s %s", d->part_names[i], d->part_times[i]);
		if (swatch)
			dl_rect(s->dl, x + 0.4, y - square + 0.9, square - 0.8, square - 0.8, &part_inks[i]);
		x += swatch ? square + gap : 0;
		dl_text(s->dl, x, y, ALIGN_LEFT, &TYPE_NOTE, words);
		x += dl_width(s->dl, &TYPE_NOTE, words) + next;
	}
	dl_tag_end(s->dl);
	s->y += 16;
}

static void
ruler(struct sheet *s, const struct session_detail *d)
{
	const double key = 18, first_rows = 3 * RULER_ROW;
	struct scale x = ruler_scale(s, d);

	section(s, "Where did the minutes go?", d->minutes_finding, RULER_AXIS + first_rows);
	dl_tag(s->dl, TAG_TABLE, NULL);
	ruler_head(s, &x);
	for (size_t i = 0; i < d->minutes_count; i++) {
		double need = RULER_ROW + (i + 1 == d->minutes_count ? key : 0);

		if (s->y + need > s->bottom) {
			dl_tag_end(s->dl);
			sheet_need(s, need);
			dl_tag(s->dl, TAG_TABLE, NULL);
			ruler_head(s, &x);
		}
		ruler_row(s, &x, &d->minutes[i]);
	}
	dl_tag_end(s->dl);
	ruler_key(s, d);
}

/* ---- is this usual? ---- */

#define STRIP_HEIGHT 54.0
#define STRIP_LINE 33.0         /* of the axis below the top */
#define STRIP_INSET 7.0         /* dots at the ends stay inside */
#define STRIP_DOT 2.4
#define STRIP_RING 4.6

static void
strip_dots(struct sheet *s, const struct strip *st, double x, double width, double y)
{
	struct scale scale = { 0, st->most, x + STRIP_INSET, width - 2 * STRIP_INSET };

	dl_tag(s->dl, TAG_FIGURE, st->alt);
	dl_line(s->dl, x, y, x + width, y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = RULE, .line_width = WIDTH_AXIS });
	if (st->now >= 0)
		dl_circle(s->dl, scale_at(&scale, st->now), y, STRIP_RING,
		    &(struct dl_ink){ .fill = WHITE, .stroke = ACCENT, .line_width = WIDTH_ACCENT_RULE });
	for (size_t i = 0; i < st->earlier_count; i++)
		dl_circle(s->dl, scale_at(&scale, st->earlier[i]), y, STRIP_DOT,
		    &(struct dl_ink){ .fill = DOT, .stroke = WHITE, .line_width = 0.5 });
	dl_tag_end(s->dl);
}

static void
usual(struct sheet *s, const struct session_detail *d)
{
	const struct dl_type *strong = &TYPE_BODY_STRONG;
	double width = column_width(s, COLUMNS / STRIPS);

	s->y += s->space->section;
	section(s, "Is this usual?", d->usual_finding, STRIP_HEIGHT);
	for (int i = 0; i < STRIPS; i++) {
		const struct strip *st = &d->strips[i];
		double x = column_left(s, i * COLUMNS / STRIPS);
		struct lines finding = flow_at_most(s->dl, &TYPE_NOTE, width, 1, st->finding);

		dl_tag(s->dl, TAG_P, NULL);
		dl_text(s->dl, x, s->y + 0.76 * SIZE_BODY, ALIGN_LEFT, strong, st->title);
		put_lines(s, x, s->y + PITCH_BODY, PITCH_NOTE, &TYPE_NOTE, &finding);
		dl_tag_end(s->dl);
		strip_dots(s, st, x, width, s->y + STRIP_LINE);
		dl_tag(s->dl, TAG_ARTIFACT, NULL);
		dl_text(s->dl, x, s->y + STRIP_LINE + 14, ALIGN_LEFT, &TYPE_NOTE, st->ends[0]);
		dl_text(s->dl, x + width, s->y + STRIP_LINE + 14, ALIGN_RIGHT, &TYPE_NOTE, st->ends[1]);
		dl_tag_end(s->dl);
	}
	s->y += STRIP_HEIGHT;
}

/* ---- kinds of questions beside the method ---- */

#define KIND_ROW 16.5
#define KIND_LABEL 76.0
#define KIND_AXIS 64.0
#define KIND_GAP 10.0
#define KIND_DOWN 3.2           /* of the axis above the baseline */

static void
half_title(struct sheet *s, double x, const char *title)
{
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, x, s->y, ALIGN_LEFT, &TYPE_SECTION, title);
	dl_tag_end(s->dl);
}

/* One answer is outlined: it is no mean yet. */
static void
kind_dots(struct sheet *s, const struct kind_row *row, const struct scale *x, double y)
{
	const double small = 2.2, radius = 3.1;

	dl_tag(s->dl, TAG_FIGURE, row->alt);
	dl_line(s->dl, x->at, y, x->at + x->length, y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = RULE, .line_width = WIDTH_AXIS });
	if (row->earlier_n > 0)
		dl_circle(s->dl, scale_at(x, row->earlier_mean), y, small,
		    &(struct dl_ink){ .fill = DOT, .stroke = DL_NONE });
	dl_circle(s->dl, scale_at(x, row->mean), y, row->n > 1 ? radius : radius - 0.5,
	    &(struct dl_ink){ .fill = row->n > 1 ? ACCENT : WHITE, .stroke = row->n > 1 ? WHITE : ACCENT,
	    .line_width = row->n > 1 ? 0.5 : 1 });
	dl_tag_end(s->dl);
}

static void
kind_row(struct sheet *s, const struct kind_row *row, double left, double y)
{
	struct scale x = { 0, GRADE_MAX, left + KIND_LABEL, KIND_AXIS };

	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH_ROW, NULL);
	dl_text(s->dl, left, y, ALIGN_LEFT, &TYPE_BODY, row->name);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_TD, NULL);
	kind_dots(s, row, &x, y - KIND_DOWN);
	dl_text(s->dl, left + KIND_LABEL + KIND_AXIS + KIND_GAP, y, ALIGN_LEFT, &TYPE_NOTE, row->caption);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
}

static void
kinds_and_method(struct sheet *s, const struct session_detail *d)
{
	const double title = 13, first = 18;
	double width = column_width(s, COLUMNS / 2), right = column_left(s, COLUMNS / 2), top, height;
	struct lines method = flow(s->dl, &TYPE_NOTE, width, d->method);
	struct lines note = flow(s->dl, &TYPE_NOTE, width,
	    d->kinds_earlier ? "Mean grade and how many; grey dot: earlier sessions; ring: one answer." :
	    "Mean grade and how many; ring: one answer.");
	double rows = (double)note.count * PITCH_NOTE + (double)d->kind_count * KIND_ROW;

	height = title + first + fmax(d->kind_count > 0 ? rows : 0, (double)method.count * PITCH_NOTE);
	s->y += s->space->section;
	sheet_need(s, height);
	top = s->y;
	s->y += title;
	dl_bookmark(s->dl, top, "Which kind of question?");
	if (d->kind_count > 0) {
		half_title(s, s->left, "Which kind of question?");
		dl_tag(s->dl, TAG_P, NULL);
		put_lines(s, s->left, s->y + 5, PITCH_NOTE, &TYPE_NOTE, &note);
		dl_tag_end(s->dl);
		dl_tag(s->dl, TAG_TABLE, NULL);
		for (size_t i = 0; i < d->kind_count; i++)
			kind_row(s, &d->kinds[i], s->left,
			    s->y + 5 + (double)note.count * PITCH_NOTE + (double)(i + 1) * KIND_ROW - 4);
		dl_tag_end(s->dl);
	}
	half_title(s, d->kind_count > 0 ? right : s->left, "How these figures are made");
	dl_tag(s->dl, TAG_P, NULL);
	put_lines(s, d->kind_count > 0 ? right : s->left, s->y + 5, PITCH_NOTE, &TYPE_NOTE, &method);
	dl_tag_end(s->dl);
	s->y = top + height;
}

void
minutes_page(struct sheet *s, const struct session_detail *d)
{
	ruler(s, d);
	usual(s, d);
	kinds_and_method(s, d);
}
