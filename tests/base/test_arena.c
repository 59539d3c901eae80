#include <stdalign.h>
#include <stddef.h>

#include "test.h"
#include "viva/arena.h"
#include "viva/rng.h"

TEST(every_allocation_is_aligned_zeroed_and_apart_from_the_others)
{
	enum { PIECES = 5000 };
	static unsigned char *piece[PIECES];
	static size_t size[PIECES];
	struct arena *a = arena_new();
	struct rng r;

	rng_seed(&r, 9, "arena");
	for (size_t i = 0; i < PIECES; i++) {
		/* Mostly small, now and then larger than a block. */
		size[i] = (size_t)rng_below(&r, i % 500 == 0 ? 200000 : 300);
		piece[i] = arena_alloc(a, size[i], 1);
		CHECK(piece[i] != NULL);
		CHECK_INT((uintptr_t)piece[i] % alignof(max_align_t), 0);
		for (size_t k = 0; k < size[i]; k++)
			CHECK_INT(piece[i][k], 0);
		memset(piece[i], (int)(i % 251) + 1, size[i]);
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t k = 0; k < size[i]; k++)
			CHECK_INT(piece[i][k], i % 251 + 1);
	arena_free(a);
}

TEST(a_product_that_overflows_is_refused)
{
	static volatile size_t cases[][2] = {
		{ SIZE_MAX, 2 }, { SIZE_MAX / 2 + 1, 2 }, { SIZE_MAX, SIZE_MAX }, { SIZE_MAX, 1 },
		{ 1, SIZE_MAX - 3 },
		{ SIZE_MAX - 15, 1 }, { PTRDIFF_MAX, 1 },
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		CHECK(arena_alloc(a, cases[i][0], cases[i][1]) == NULL);
	CHECK(arena_alloc(a, 10, 10) != NULL);
	arena_free(a);
}

TEST(nothing_still_gives_a_valid_pointer_of_its_own)
{
	struct arena *a = arena_new();
	void *first = arena_alloc(a, 0, 8), *second = arena_alloc(a, 8, 0);

	CHECK(first != NULL && second != NULL && first != second);
	arena_free(a);
}

TEST(freeing_no_arena_does_nothing)
{
	arena_free(NULL);
}

TEST(copies_end_in_nul_and_stay_when_the_source_goes)
{
	struct arena *a = arena_new();
	char source[] = "item-01";
	char *part = arena_strndup(a, source, 4), *whole = arena_strdup(a, source);
	char *empty = arena_strndup(a, NULL, 0);

	memset(source, 'x', sizeof(source) - 1);
	CHECK_STR(part, "item");
	CHECK_STR(whole, "item-01");
	CHECK_STR(empty, "");
	arena_free(a);
}

TEST(formatted_text_is_whole_at_any_length)
{
	struct arena *a = arena_new();

	for (int len = 1; len < 200000; len = len * 2 + 1) {
		char *text = arena_printf(a, "%*d|%s", len, 7, "end");

		CHECK_INT(strlen(text), len + 4);
		CHECK_STR(text + len - 1, "7|end");
	}
	arena_free(a);
}
