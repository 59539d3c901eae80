#ifndef VIVA_BANK_VEC_H
#define VIVA_BANK_VEC_H
#include <stddef.h>
struct arena;
/* A growing array of things of one size, for what is counted only at the end of a file. */
struct vec {
	void *data;
	size_t count, capacity, size;
};

void vec_init(struct vec *v, size_t size);
void vec_finish(struct vec *v);
/* A zeroed place at the end, valid until the next push; NULL when out of memory. */
void *vec_push(struct vec *v);
/* The entry `i`. */
void *vec_at(const struct vec *v, size_t i);
/* A copy of all entries, never NULL unless out of memory. */
void *vec_copy(const struct vec *v, struct arena *a);

#endif
