#include <math.h>
#include "report/page_parts.h"

/* ---- the headline ---- */

/* The headline's lines; narrower if that saves a last line of a word or two. */
static struct lines
headline_lines(struct sheet *s, const char *text)
{
	const double short_line = 0.25, step = 0.012;   /* shares of the width */
	const int steps = 16;
	double full = s->right - s->left;
	struct lines lines = flow(s->dl, &TYPE_HEADLINE, full, text);

	for (int i = 1; i <= steps && lines.count > 1; i++) {
		struct lines closer = flow(s->dl, &TYPE_HEADLINE, full * (1 - i * step), text);

		if (dl_width(s->dl, &TYPE_HEADLINE, lines.v[lines.count - 1]) >= short_line * full ||
		    closer.count > lines.count)
			break;
		lines = closer;
	}
	return lines;
}

void
headline(struct sheet *s, const char *text)
{
	struct lines lines = headline_lines(s, text);

	dl_tag(s->dl, TAG_P, NULL);
	s->y = put_lines(s, s->left, s->y + s->space->headline, PITCH_HEADLINE, &TYPE_HEADLINE, &lines);
	dl_tag_end(s->dl);
	s->y += s->space->headline;
}

/* ---- key figures ---- */

#define FIGURE_VALUE_DOWN 19.5  /* baselines below the rule */
#define FIGURE_LABEL_LINES 3
#define FIGURE_LABEL_DOWN 24.5  /* top of the label */

static double
key_figure(struct sheet *s, const struct key_figure *f, int index)
{
	static const struct dl_ink accent_rule = { DL_NONE, ACCENT, WIDTH_ACCENT_RULE, 0, 0 };
	static const struct dl_ink plain_rule = { DL_NONE, DOT, WIDTH_RULE, 0, 0 };
	int span = COLUMNS / KEY_FIGURES;
	double x = column_left(s, index * span), width = column_width(s, span), y = s->y;
	struct lines label = flow_at_most(s->dl, &TYPE_BODY_SECOND, width, FIGURE_LABEL_LINES, f->label),
	             note = { 0 };

	dl_line(s->dl, x, y, x + width, y, index == 0 ? &accent_rule : &plain_rule);
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, x, y + FIGURE_VALUE_DOWN, ALIGN_LEFT, index == 0 ? &TYPE_FIGURE_FIRST : &TYPE_FIGURE,
	    f->value);
	y = put_lines(s, x, y + FIGURE_LABEL_DOWN, PITCH_NOTE + 1, &TYPE_BODY_SECOND, &label);
	if (f->note != NULL)
		note = flow(s->dl, &TYPE_NOTE, width, f->note);
	y = put_lines(s, x, y + 0.5, PITCH_NOTE, &TYPE_NOTE, &note);
	dl_tag_end(s->dl);
	return y;
}

void
key_figures(struct sheet *s, const struct key_figure figures[KEY_FIGURES])
{
	double deepest = s->y;

	for (int i = 0; i < KEY_FIGURES; i++) {
		double y = key_figure(s, &figures[i], i);

		deepest = y > deepest ? y : deepest;
	}
	s->y = deepest;
}

/* ---- next steps ---- */

#define STEP_TITLE_LINES 2      /* of a question's or topic's name, which stands whole elsewhere */
#define STEP_TITLE 20.0         /* from the top to the body */
#define STEP_TITLE_DOWN 3.4     /* centres it on the badge */
#define STEP_BADGE 7.6
#define STEP_INDENT 21.0
#define COMMAND_PAD 4.0

static double
put_step(struct sheet *s, const struct step *st, int index, double top, bool draw)
{
	static const struct dl_type title_type = { FACE_BOLD, 9.5, INK, WHITE, 0 };
	static const struct dl_type number_type = { FACE_BOLD, SIZE_BODY, WHITE, ACCENT_DEEP, 0 };
	int span = COLUMNS / STEPS;
	double x = column_left(s, index * span), width = column_width(s, span), y;
	struct lines title = flow_at_most(
	    s->dl, &title_type, width - STEP_INDENT, STEP_TITLE_LINES, st->title);
	struct lines body = flow(s->dl, &TYPE_BODY_SECOND, width, st->body);
	struct lines action = flow(s->dl, &TYPE_BODY_STRONG, width, st->action);
	struct lines command = { 0 };
	char number[2] = { (char)('1' + index), '\0' };
	double title_end = top + STEP_TITLE_DOWN + (double)title.count * s->space->pitch;
	double body_end, action_end;

	if (st->command != NULL)
		command = flow(s->dl, &TYPE_COMMAND, width - 2 * COMMAND_PAD, st->command);
	y = fmax(title_end, top + STEP_TITLE);
	body_end = y + (double)body.count * s->space->pitch + 2;
	action_end = body_end + (double)action.count * s->space->pitch + 3;
	if (!draw)
		return action_end +
		    (command.count > 0 ? (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD : 0);
	dl_tag(s->dl, TAG_LI, NULL);
	dl_circle(s->dl, x + STEP_BADGE, top + STEP_BADGE, STEP_BADGE,
	    &(struct dl_ink){ .fill = ACCENT_DEEP, .stroke = DL_NONE });
	dl_text(s->dl, x + STEP_BADGE, top + STEP_BADGE + 3.25, ALIGN_CENTRE, &number_type, number);
	put_lines(s, x + STEP_INDENT, top + STEP_TITLE_DOWN, s->space->pitch, &title_type, &title);
	put_lines(s, x, y, s->space->pitch, &TYPE_BODY_SECOND, &body);
	put_lines(s, x, body_end, s->space->pitch, &TYPE_BODY_STRONG, &action);
	if (command.count > 0) {
		dl_rect(s->dl, x, action_end, width, (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD,
		    &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
		put_lines(s, x + COMMAND_PAD, action_end + COMMAND_PAD + 1, PITCH_NOTE, &TYPE_COMMAND,
		    &command);
	}
	dl_tag_end(s->dl);
	return action_end;
}

double
steps_height(struct sheet *s, const struct step steps[STEPS])
{
	double height = 0;

	for (int i = 0; i < STEPS; i++)
		height = fmax(height, put_step(s, &steps[i], i, 0, false));
	return height;
}

void
next_steps(struct sheet *s, const char *title, const char *note, const struct step steps[STEPS])
{
	double height = steps_height(s, steps);

	s->y += s->space->section;
	section(s, title, note, height);
	dl_tag(s->dl, TAG_LIST, NULL);
	for (int i = 0; i < STEPS; i++)
		put_step(s, &steps[i], i, s->y, true);
	dl_tag_end(s->dl);
	s->y += height;
}

/* ---- a tinted box ---- */

#define BOX_SLACK 3.0           /* of the last line's pitch, that the box looks even */

double
tinted_box(struct sheet *s, const char *title, const char *text, bool draw)
{
	static const struct dl_type title_type = { FACE_SEMIBOLD, SIZE_NOTE + 0.5, INK, TINT, 0 };
	static const struct dl_type type = { FACE_REGULAR, SIZE_NOTE + 0.5, INK_SECOND, TINT, 0 };
	const double pitch = PITCH_NOTE + 0.5;
	double pad = s->space->box, width = s->right - s->left, height;
	struct lines lines = flow(s->dl, &type, width - 2 * pad, text);

	height = 2 * pad + ((double)lines.count + 1) * pitch - BOX_SLACK;
	if (!draw)
		return s->space->section + height;
	sheet_need(s, s->space->section + height);
	s->y += s->space->section;
	dl_rect(s->dl, s->left, s->y, width, height, &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, s->left + pad, s->y + pad + 6.5, ALIGN_LEFT, &title_type, title);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_P, NULL);
	put_lines(s, s->left + pad, s->y + pad + pitch, pitch, &type, &lines);
	dl_tag_end(s->dl);
	s->y += height;
	return s->space->section + height;
}
