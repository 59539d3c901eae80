/*
 * The same mistakes at every tag of a bank: some three hundred files, each of which must be refused at the place
 * where the mistake is made, at once.
 */
#include <time.h>

#include "fixture.h"

#define AT_ONCE_MS 100
#define SLOW_MS 3000            /* the same under valgrind */
#define MADE_MIN 250            /* files; the valid bank has tags enough */

/* What is put in at `at`, and what the first diagnostic says, at `place`. */
struct blunder { size_t at; const char *insert; const char *says; struct place place; };

static int made, wrong;

static struct place
place_of(const char *file, size_t at)
{
	struct place p = { 1, 1 };

	for (size_t i = 0; i < at; i++) {
		if (file[i] == '\n')
			p = (struct place){ p.line + 1, 1 };
		else if (((unsigned char)file[i] & 0xC0) != 0x80)
			p.column++;
	}
	return p;
}

static void
make(const char *valid, const struct blunder *m)
{
	struct bank *bank;
	struct diags d;
	struct buf file;
	clock_t start;
	double ms;

	buf_init(&file);
	buf_add(&file, valid, m->at);
	buf_puts(&file, m->insert);
	buf_puts(&file, valid + m->at);
	CHECK(!buf_failed(&file));
	diags_init(&d, "bank.xml");
	start = clock();
	CHECK_INT(bank_load_memory(&bank, file.data, file.len, &d), -1);
	ms = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
	CHECK(bank == NULL && d.count > 0);
	made++;
	if (ms > test_size(SLOW_MS, AT_ONCE_MS, AT_ONCE_MS) || d.v[0].warning ||
	    strstr(d.v[0].text, m->says) == NULL || d.v[0].at.line != m->place.line || d.v[0].at.column != m->place.column) {
		wrong++;
		printf("%s wanted at %u:%u, found %u:%u %s after %.0f ms\n", m->says, (unsigned)m->place.line,
		    (unsigned)m->place.column, (unsigned)d.v[0].at.line, (unsigned)d.v[0].at.column, d.v[0].text, ms);
	}
	diags_finish(&d);
	buf_finish(&file);
}

/* The next tag that begins with `head` and a letter, or NULL. */
static const char *
next_tag(const char *at, const char *head)
{
	while ((at = strstr(at, head)) != NULL && (at[strlen(head)] < 'a' || at[strlen(head)] > 'z'))
		at++;
	return at;
}

static void
finish(int at_least)
{
	CHECK_INT(wrong, 0);
	CHECK(made >= at_least);
}

TEST(an_attribute_that_does_not_exist_is_found_at_every_tag)
{
	char *valid = fixture_valid();

	made = wrong = 0;
	for (const char *tag = valid; (tag = next_tag(tag, "<")) != NULL; tag++) {
		size_t end = (size_t)(tag - valid) + strcspn(tag, " />");

		make(valid, &(struct blunder){ end, " colour=\"red\"", "has no attribute \"colour\"",
		    place_of(valid, (size_t)(tag - valid)) });
	}
	finish(MADE_MIN / 3);
	free(valid);
}

TEST(an_element_that_does_not_exist_is_found_in_every_element)
{
	char *valid = fixture_valid();

	made = wrong = 0;
	for (const char *tag = valid; (tag = next_tag(tag, "<")) != NULL; tag++) {
		size_t end = (size_t)(strchr(tag, '>') + 1 - valid);

		if (valid[end - 2] != '/')
			make(valid, &(struct blunder){ end, "<bogus/>", "<bogus> must not stand in ", place_of(valid, end) });
	}
	finish(MADE_MIN / 3);
	free(valid);
}

TEST(an_end_tag_that_ends_nothing_is_found_at_its_place)
{
	char *valid = fixture_valid();

	made = wrong = 0;
	for (const char *tag = valid; (tag = next_tag(tag, "</")) != NULL; tag++) {
		size_t end = (size_t)(strchr(tag, '>') - valid);

		make(valid, &(struct blunder){ end, "x", " does not end <", place_of(valid, (size_t)(tag - valid)) });
	}
	finish(MADE_MIN / 3);
	free(valid);
}
