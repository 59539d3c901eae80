#ifndef VIVA_CLI_NEAREST_H
#define VIVA_CLI_NEAREST_H
#include <stddef.h>
struct buf;
/* What someone may have meant. */
#define NEAREST_SHOWN 8         /* names in a message; it says how many more there are */

/*
 * Appends the names, most like `word` first, ties as they stand: "b30, b45 and b60", at most
 * NEAREST_SHOWN of them.  Nothing for no names.
 */
void nearest_names(struct buf *out, const char *word, const char *const *names, size_t count);
/* The name that is so like `word` that it may be a slip of the fingers, or NULL. */
const char *nearest_slip(const char *word, const char *const *names, size_t count);

#endif
