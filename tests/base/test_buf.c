#include "test.h"
#include "viva/buf.h"

/* More than any machine has; kept from the compiler, which would warn. */
static volatile size_t too_much = PTRDIFF_MAX;

TEST(a_new_buffer_reads_as_the_empty_text)
{
	struct buf b;

	buf_init(&b);
	CHECK_STR(buf_text(&b), "");
	CHECK_INT(b.len, 0);
	CHECK(!buf_failed(&b));
	buf_finish(&b);
}

TEST(what_is_added_stands_in_order_and_ends_in_nul_at_every_length)
{
	struct buf b;

	buf_init(&b);
	for (int i = 0; i < 5000; i++) {
		CHECK_INT(b.len, i);
		CHECK_INT(strlen(buf_text(&b)), i);
		buf_putc(&b, (char)('a' + i % 26));
	}
	for (int i = 0; i < 5000; i++)
		CHECK_INT(b.data[i], 'a' + i % 26);
	buf_finish(&b);
}

TEST(formatted_text_of_any_length_is_added_whole)
{
	char word[1001] = "";

	for (int len = 0; len <= 1000; len++) {
		struct buf b;
		char want[1100];

		buf_init(&b);
		buf_puts(&b, "<");
		buf_printf(&b, "%s|%d", word, len);
		buf_puts(&b, ">");
		snprintf(want, sizeof(want), "<%s|%d>", word, len);
		CHECK_STR(buf_text(&b), want);
		buf_finish(&b);
		if (len < 1000)
			word[len] = 'w';
	}
}

TEST(nul_bytes_are_data)
{
	struct buf b;

	buf_init(&b);
	buf_add(&b, "a\0b", 3);
	buf_add(&b, NULL, 0);
	CHECK_INT(b.len, 3);
	CHECK_INT(memcmp(b.data, "a\0b", 4), 0);
	buf_finish(&b);
}

TEST(a_failure_to_grow_is_sticky_and_writes_nothing_more)
{
	struct buf b;

	buf_init(&b);
	buf_puts(&b, "kept");
	buf_add(&b, "x", too_much);
	CHECK(buf_failed(&b));
	CHECK_STR(buf_text(&b), "");
	buf_puts(&b, "more");
	buf_printf(&b, "%d", 1);
	buf_clear(&b);
	CHECK(buf_failed(&b));
	CHECK_STR(b.data, "");
	CHECK(buf_take(&b, NULL) == NULL);
	buf_finish(&b);
}

TEST(a_failed_buffer_is_whole_again_once_taken_or_finished)
{
	struct buf b;
	size_t len = 99;

	buf_init(&b);
	buf_add(&b, "x", too_much);
	CHECK(buf_take(&b, &len) == NULL);
	CHECK_INT(len, 0);
	CHECK(!buf_failed(&b));
	buf_puts(&b, "again");
	CHECK_STR(buf_text(&b), "again");
	buf_finish(&b);
	CHECK_STR(buf_text(&b), "");
}

TEST(lengths_that_would_overflow_fail_and_do_not_wrap_round)
{
	static volatile size_t lengths[] = { SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 5, PTRDIFF_MAX - 1 };

	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		struct buf b;

		buf_init(&b);
		buf_puts(&b, "12345");
		buf_add(&b, "x", lengths[i]);
		CHECK(buf_failed(&b));
		buf_finish(&b);
	}
}

TEST(taking_hands_over_the_bytes_and_empties_the_buffer)
{
	struct buf b;
	size_t len;
	char *taken;

	buf_init(&b);
	buf_puts(&b, "mine");
	taken = buf_take(&b, &len);
	CHECK_STR(taken, "mine");
	CHECK_INT(len, 4);
	CHECK_STR(buf_text(&b), "");
	free(taken);
	taken = buf_take(&b, &len);
	CHECK_STR(taken, "");
	CHECK_INT(len, 0);
	free(taken);
}

TEST(clearing_keeps_the_memory_and_loses_the_text)
{
	struct buf b;
	size_t capacity;

	buf_init(&b);
	buf_printf(&b, "%500d", 1);
	capacity = b.capacity;
	buf_clear(&b);
	CHECK_STR(buf_text(&b), "");
	CHECK_INT(b.capacity, capacity);
	buf_puts(&b, "x");
	CHECK_STR(buf_text(&b), "x");
	buf_finish(&b);
}
