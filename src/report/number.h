#ifndef VIVA_REPORT_NUMBER_H
#define VIVA_REPORT_NUMBER_H
struct buf;
/*
 * Numbers as text, whatever LC_NUMERIC says: a decimal point, no exponent.  printf's %f would
 * write a comma once the program has called setlocale().
 */

/* Rounded to 0.01, without trailing zeros: "12", "0.5", "-3.25". */
void put_hundredths(struct buf *out, double v);
/* Rounded to one decimal as printf does: "2.5", "-0.3", never "-0.0". */
void put_tenths(struct buf *out, double v);

#endif
