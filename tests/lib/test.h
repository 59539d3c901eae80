#ifndef VIVA_TEST_H
#define VIVA_TEST_H
/*
 * The unit test harness.  A test's name is its claim:
 *
 *      TEST(a_late_wake_up_still_records_when_time_ran_out)
 *      {
 *              CHECK_INT(session_tick(s, 45000, &ev), 1);
 *      }
 *
 * Each file is a program: it runs its tests in order, prints `pass NAME` or `fail NAME: where:
 * what` for each, and exits with 1 if one failed or none ran.  A failed check ends its test.
 * An argument runs only the tests whose names contain it.  A program that is no test and yet uses
 * the helpers of tests defines TEST_NO_MAIN first: then a failed check ends it.
 *
 * A property that holds for any number of rounds is tried test_size() times.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef TEST_NO_MAIN
struct test_case { const char *name; void (*run)(void); struct test_case *next; };
static struct test_case *test_first, **test_last = &test_first;
static jmp_buf test_failed;
static const char *test_name;
#endif

#define TEST(claim) \
	static void claim(void); \
	static struct test_case claim##_case = { #claim, claim, NULL }; \
	__attribute__((constructor)) static void claim##_add(void) \
	{ *test_last = &claim##_case; test_last = &claim##_case.next; } \
	static void claim(void)

#ifdef TEST_NO_MAIN
#define TEST_FAIL(...) do { \
	fprintf(stderr, "%s:%d: ", __FILE__, __LINE__); \
	fprintf(stderr, __VA_ARGS__); fputc('\n', stderr); exit(1); } while (0)
#else
#define TEST_FAIL(...) do { \
	printf("fail %s: %s:%d: ", test_name, __FILE__, __LINE__); \
	printf(__VA_ARGS__); putchar('\n'); longjmp(test_failed, 1); } while (0)
#endif

#define CHECK(what) do { if (!(what)) TEST_FAIL("not true: %s", #what); } while (0)
#define CHECK_INT(got, want) do { \
	intmax_t got_ = (intmax_t)(got), want_ = (intmax_t)(want); \
	if (got_ != want_) TEST_FAIL("%s is %" PRIdMAX ", not %" PRIdMAX, #got, got_, want_); } while (0)
#define CHECK_STR(got, want) do { \
	const char *got_ = (got), *want_ = (want); \
	if (got_ == NULL || strcmp(got_, want_) != 0) \
		TEST_FAIL("%s is \"%s\", not \"%s\"", #got, got_ ? got_ : "(null)", want_); } while (0)
#define CHECK_NEAR(got, want, within) do { \
	double got_ = (got), want_ = (want); \
	if (!(got_ - want_ <= (within) && want_ - got_ <= (within))) \
		TEST_FAIL("%s is %.9g, not %.9g", #got, got_, want_); } while (0)

/*
 * The size of this run: `usual` in `make test`, `soak` in `make soak` (VIVA_SOAK), `slow` where an instruction
 * costs thirty, as under valgrind (VIVA_SLOW).  Whatever the test claims must hold at each of the three, so `slow` is
 * `usual` where fewer rounds show nothing.  Sizes are counts or, larger meaning less, strides.
 */
static inline int
test_size(int slow, int usual, int soak)
{
	if (getenv("VIVA_SOAK") != NULL)
		return soak;
	return getenv("VIVA_SLOW") != NULL ? slow : usual;
}

#ifndef TEST_NO_MAIN
/* Apart from main(), whose variables a longjmp() could spoil. */
static int test_passes(const struct test_case *t)
{
	if (setjmp(test_failed) != 0)
		return 0;
	t->run();
	printf("pass %s\n", t->name);
	return 1;
}

int main(int argc, char **argv)
{
	int ran = 0, failed = 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (struct test_case *t = test_first; t != NULL; t = t->next) {
		if (argc > 1 && strstr(t->name, argv[1]) == NULL)
			continue;
		test_name = t->name;
		ran++;
		if (!test_passes(t))
			failed++;
	}
	if (ran == 0)
		printf("fail %s: no test ran\n", argv[0]);
	return failed > 0 || ran == 0;
}
#endif
#endif
