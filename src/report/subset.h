#ifndef VIVA_REPORT_SUBSET_H
#define VIVA_REPORT_SUBSET_H
#include <stddef.h>
#include <stdint.h>
#include "report/font.h"
struct buf;
struct err;
/*
 * Appends a TrueType file with glyph 0, the `count` glyphs `ids` and the parts that composite
 * glyphs are made of, and no more than the tables a PDF needs.  `new_ids[i]` is the place of
 * `ids[i]` in it.  Hinting programs are left out: smaller, and some viewers complain of them.
 */
int font_subset(struct buf *out, enum font_file file, const uint16_t *ids, size_t count, uint16_t *new_ids,
    struct err *err);

#endif
