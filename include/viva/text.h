#ifndef VIVA_TEXT_H
#define VIVA_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct buf;
/*
 * UTF-8 text.  Strings from outside (banks, notes, names, paths) are hostile: they
 * pass text_visible() before a terminal, a page or a PDF shows them.
 */
#define TEXT_BAD 0xFFFFFFFFu    /* what text_next() gives for bytes that are no UTF-8 */

/*
 * The code point at `*s` (which ends before `end`), advancing `*s` past it; TEXT_BAD
 * advances one byte.  Surrogates, overlong forms and values past U+10FFFF are bad.
 */
uint32_t text_next(const char **s, const char *end);
/* Appends the UTF-8 form of `cp`; values that have none append U+FFFD. */
void text_put(struct buf *b, uint32_t cp);
/* Length of the longest well-formed prefix; equals `len` for valid UTF-8. */
size_t text_valid_prefix(const char *s, size_t len);
bool text_valid(const char *s, size_t len);
/* Number of code points in valid UTF-8; a bad byte counts as one. */
size_t text_count(const char *s, size_t len);
/* Canonical composition (NFC) appended to `out`; -1 if `s` is not valid UTF-8 or memory ran out. */
int text_nfc(struct buf *out, const char *s, size_t len);
/*
 * Full case folding of no language in particular, in NFC, for comparing names: "Weiß" equals
 * "WEISS"; a dotted İ is i with a dot above, not i.  Errors as text_nfc().
 */
int text_fold(struct buf *out, const char *s, size_t len);
/* Terminal cells of one code point: 0, 1 or 2. */
int text_width(uint32_t cp);
/*
 * The nearest bounds of grapheme clusters (Unicode 14, UAX 29: what a reader takes for one character) after
 * and before byte `at` of a valid text; `len` and 0 are bounds.  `at` is below `len` and above 0
 * respectively.
 */
size_t text_grapheme_next(const char *s, size_t len, size_t at);
size_t text_grapheme_prev(const char *s, size_t len, size_t at);
/* Cells of a string that text_visible() made. */
int text_columns(const char *s, size_t len);
/*
 * A printable copy: C0 and DEL as ^X, C1 as <9B>, bidi controls, tags, private use
 * and noncharacters as <202E>; zero-width spaces and joiners, variation
 * selectors and soft hyphens dropped; invalid bytes as U+FFFD.  Tab becomes a space; a newline is kept
 * only where `keep_newlines`, else it becomes a space, as do U+2028 and U+2029.
 */
void text_visible(struct buf *out, const char *s, size_t len, bool keep_newlines);
/*
 * Greedy wrap of visible text to `columns` cells: between words, beside wide characters, and
 * inside a word only where it is longer than a line.  White space becomes one blank, a newline
 * stays.  The first line begins with `first_indent` blanks, every later one that is not empty
 * with `indent`.  No line ends in a blank; the text does not end in a newline unless `s` does.
 * Where the indent leaves no room, each line has one character.
 */
void text_wrap(struct buf *out, const char *s, int columns, int first_indent, int indent);

#endif
