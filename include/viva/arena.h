#ifndef VIVA_ARENA_H
#define VIVA_ARENA_H
#include <stddef.h>
/*
 * Memory of things that die together.  Allocations are zeroed, suitably aligned,
 * and live until arena_free().
 */
struct arena;

/* NULL only when out of memory. */
struct arena *arena_new(void);
/* Releases everything; NULL does nothing. */
void arena_free(struct arena *a);
/* `count * size` zeroed bytes, or NULL when out of memory or on overflow.  0 bytes give a valid pointer. */
void *arena_alloc(struct arena *a, size_t count, size_t size);
/* A NUL-terminated copy of `len` bytes, or NULL when out of memory. */
char *arena_strndup(struct arena *a, const char *s, size_t len);
char *arena_strdup(struct arena *a, const char *s);
/* Formatted text, or NULL when out of memory. */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
