#ifndef VIVA_REPORT_THEME_H
#define VIVA_REPORT_THEME_H
#include "viva/display_list.h"
/*
 * The design of the reports in one place.  Points; contrasts on white are WCAG ratios.
 * One hue for scores, vermilion where a limit is passed and nowhere else; no state is told
 * by colour alone.
 */

/* ---- page ---- */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define MARGIN_SIDE 45.0
#define MARGIN_TOP 42.0
#define MARGIN_BOTTOM 21.0
#define COLUMNS 12
#define GUTTER 12.0
#define FOOTER_RULE_UP 36.0     /* of the footer's rule, from the bottom edge */
#define FOOTER_TEXT_UP 24.5     /* of the footer's baseline */
#define BODY_END_UP 41.0        /* where the body of a page ends */

/* ---- type: sizes with their line pitch ---- */
#define SIZE_NAME 22.0
#define SIZE_NAME_SMALL 15.0
#define PITCH_NAME_SMALL 19.0
#define SIZE_HEADLINE 13.0
#define PITCH_HEADLINE 18.0
#define SIZE_KEY_FIGURE 18.0
#define SIZE_SECTION 10.5
#define SIZE_BODY 9.0
#define PITCH_BODY 12.5
#define SIZE_NOTE 8.0
#define PITCH_NOTE 10.5
#define SIZE_MIN 7.0            /* lint: nobody reads less on paper */

/* ---- colour ---- */
#define WHITE 0xFFFFFFu
#define INK 0x17212Bu           /* 16.3 : 1 */
#define INK_SECOND 0x55626Fu    /* 6.2 : 1 */
#define RULE 0xD3DAE0u
#define HAIRLINE 0xE6EAEEu
#define TINT 0xF4F6F8u
#define ACCENT 0x0072B2u        /* 5.2 : 1 */
#define ACCENT_DEEP 0x0F4A80u
#define ACCENT_PALE 0xBFD9EBu
#define OVER 0xD55E00u          /* 3.9 : 1, marks */
#define OVER_TEXT 0xB84E00u     /* 5.1 : 1 */
#define DOT 0x6B7785u
#define BAR 0x8896A5u
#define GOAL 0x009E73u          /* 3.4 : 1, the goal's line and nothing else */
#define GOAL_TEXT 0x00745Au     /* 5.8 : 1 */
#define BAND 0xD3E4F1u          /* a range of 90 % */
#define CONTRAST_MIN 4.5        /* of text, WCAG 2.1 AA */

/* ---- lines ---- */
#define WIDTH_HEADER_RULE 0.9
#define WIDTH_RULE 0.6
#define WIDTH_HAIRLINE 0.5
#define WIDTH_AXIS 0.8
#define WIDTH_ACCENT_RULE 1.8
#define WIDTH_RING 1.3

#endif
