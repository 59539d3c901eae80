#ifndef VIVA_REPORT_CHART_H
#define VIVA_REPORT_CHART_H
#include "viva/display_list.h"
#include "viva/record.h"
/*
 * Charts as geometry: numbers and a place in, shapes out.  Each is one Figure whose alternative
 * text the caller words; none writes text, so that captions stay text.
 */

/* A straight scale: `from` lies at `at`, `to` at `at + length`. */
struct scale { double from, to, at, length; };
double scale_at(const struct scale *s, double value);

/*
 * Time used against a limit: the part over it in the colour of overrun, the limit as a line.
 * `s` is in milliseconds; `y` is the middle.
 */
void chart_time(struct display_list *dl, const struct scale *s, double y, int64_t used_ms, int64_t limit_ms);

/* Squares for key points: filled, half filled or empty; a bar beneath marks the essential ones. */
struct chart_points { const uint8_t *ticks; const bool *essential; size_t count; };
void chart_points(struct display_list *dl, double x, double y, double width, const struct chart_points *p);
/* How high they are, wrapped to `width`. */
double chart_points_height(double width, size_t count);

/* Grades on an axis: prediction a ring, own mark a diamond (-1: not there), the grade that counts a dot. */
struct chart_grades { int prediction, own, grade; };
void chart_grades(struct display_list *dl, const struct scale *s, double y, const struct chart_grades *g);

#endif
