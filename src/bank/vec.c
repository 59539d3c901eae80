#include <stdlib.h>
#include <string.h>
#include "bank/vec.h"
#include "viva/arena.h"

void
vec_init(struct vec *v, size_t size)
{
	memset(v, 0, sizeof(*v));
	v->size = size;
}

void
vec_finish(struct vec *v)
{
	free(v->data);
	vec_init(v, v->size);
}

void *
vec_push(struct vec *v)
{
	if (v->count == v->capacity) {
		size_t capacity = v->capacity > 0 ? v->capacity * 2 : 16;
		void *data = reallocarray(v->data, capacity, v->size);

		if (data == NULL)
			return NULL;
		v->data = data;
		v->capacity = capacity;
	}
	v->count++;
	return memset(vec_at(v, v->count - 1), 0, v->size);
}

void *
vec_at(const struct vec *v, size_t i)
{
	return (char *)v->data + i * v->size;
}

void *
vec_copy(const struct vec *v, struct arena *a)
{
	void *copy = arena_alloc(a, v->count, v->size);

	if (copy != NULL && v->count > 0)
		memcpy(copy, v->data, v->count * v->size);
	return copy;
}
