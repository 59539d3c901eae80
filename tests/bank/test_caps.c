/* What a hostile or damaged file may try; each is refused soon, with a place. */
#include <time.h>
#include "fixture.h"

#define SOON_S 20       /* a bomb takes a stock parser longer, valgrind only makes us 20 times slower */

#define HEAD "<?xml version='1.0'?>\n" \
	"<item-bank xmlns='urn:viva:item-bank:1' id='x' format='1.0' version='1' xml:lang='en'>\n"

struct loaded { size_t count, errors; struct place at; char text[300]; double seconds; };

/* Loads and frees `b`; the first diagnostic. */
static struct loaded
refuse(struct buf *b)
{
	struct loaded l = { 0 };
	struct diags d;
	struct bank *bank;
	clock_t start = clock();

	CHECK(!buf_failed(b));
	diags_init(&d, "hostile.xml");
	CHECK_INT(bank_load_memory(&bank, b->data, b->len, &d), -1);
	CHECK(bank == NULL && d.count > 0);
	l.count = d.count;
	l.errors = d.error_count;
	l.at = d.v[0].at;
	snprintf(l.text, sizeof(l.text), "%s", d.v[0].text);
	l.seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	diags_finish(&d);
	buf_finish(b);
	return l;
}

static void
repeat(struct buf *b, const char *s, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_puts(b, s);
}

TEST(a_tag_is_read_up_to_its_cap_and_refused_beyond)
{
	for (int beyond = 0; beyond < 2; beyond++) {
		struct buf b;
		struct loaded l;

		buf_init(&b);
		buf_puts(&b, HEAD "<metadata x='");
		repeat(&b, "x", BANK_TAG_MAX_BYTES - strlen("<metadata x=''>") + (size_t)beyond);
		buf_puts(&b, "'></metadata></item-bank>");
		l = refuse(&b);
		CHECK_STR(l.text, beyond ? "a tag of more than 64 KiB" : "<item-bank> lacks <taxonomy>");
	}
}

TEST(two_hundred_thousand_attributes_are_refused_at_once)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD "<metadata");
	for (int i = 0; i < 200000; i++)
		buf_printf(&b, " a%d=''", i);
	buf_puts(&b, "/></item-bank>");
	l = refuse(&b);
	CHECK_STR(l.text, "a tag of more than 64 KiB");
	CHECK_INT(l.at.line, 3);
	CHECK(l.seconds < SOON_S);
}

TEST(many_attributes_below_the_tag_cap_are_refused_once)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD);
	for (int tag = 0; tag < 200; tag++) {
		buf_puts(&b, "<metadata");
		for (int i = 0; i < 5000; i++)
			buf_printf(&b, " a%d=''", i);
		buf_puts(&b, "/>\n");
	}
	buf_puts(&b, "</item-bank>");
	l = refuse(&b);
	CHECK_STR(l.text, "a tag with more than 64 attributes");
	CHECK_INT(l.at.line, 3);
	CHECK_INT(l.count, 1);
	CHECK(l.seconds < 2);
}

TEST(nesting_stops_at_the_cap)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD);
	repeat(&b, "<p>", 1000000);
	l = refuse(&b);
	CHECK_INT(l.count, 2);                  /* <p> may not stand there, and the depth */
	CHECK(l.seconds < SOON_S);
}

TEST(a_comment_an_instruction_and_a_name_have_the_cap_of_a_tag)
{
	static const struct { const char *start, *end, *what; } rows[] = {
		{ "<!--", "-->", "a comment of more than 64 KiB" },
		{ "<?a ", "?>", "a processing instruction of more than 64 KiB" },
		{ "<", "/>", "a tag of more than 64 KiB" }, { "</", ">", "a tag of more than 64 KiB" },
		{ "<![CDATA[", "]]>", "a CDATA section of more than 256 KiB" },
		{ "", "<p/>", "a text of more than 256 KiB" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf b;
		struct loaded l;

		buf_init(&b);
		buf_puts(&b, HEAD);
		buf_puts(&b, rows[i].start);
		repeat(&b, "0123456789", 5 << 20);
		buf_puts(&b, rows[i].end);
		l = refuse(&b);
		CHECK_STR(l.text, rows[i].what);
		CHECK_INT(l.at.line, i == 5 ? 2 : 3);
		CHECK(l.seconds < SOON_S);
	}
}

TEST(text_in_many_pieces_has_the_same_cap)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD "<metadata><title>");
	repeat(&b, "<![CDATA[0123456789]]>", (BANK_TEXT_MAX_BYTES / 10) + 1);
	buf_puts(&b, "</title></metadata></item-bank>");
	l = refuse(&b);
	CHECK_STR(l.text, "<title> holds more than 256 KiB of text");
}

TEST(entities_are_never_declared_nor_expanded)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, "<?xml version='1.0'?>\n<!DOCTYPE x [\n<!ENTITY a 'aaaaaaaaaa'>\n");
	for (int c = 'b'; c < 'z'; c++)
		buf_printf(&b, "<!ENTITY %c '&%c;&%c;&%c;&%c;'>\n", c, c - 1, c - 1, c - 1, c - 1);
	buf_puts(&b, "]>\n<item-bank>&y;</item-bank>");
	l = refuse(&b);
	CHECK_STR(l.text, "DOCTYPE is not allowed in a bank; take it away");
	CHECK_INT(l.count, 1);
	CHECK_INT(l.at.line, 2);
}

TEST(tiny_elements_without_end_are_refused)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD "<item><stem>\n");
	repeat(&b, "<p>x</p>", BANK_PART_ELEMENTS_MAX + 1);
	l = refuse(&b);
	CHECK_INT(l.errors > 1 && l.errors < 20, 1);
	CHECK(l.seconds < SOON_S);
}

TEST(a_file_full_of_errors_stops_soon_after_the_list_is_full)
{
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_puts(&b, HEAD);
	repeat(&b, "<x/>\n", 2000000);
	buf_puts(&b, "</item-bank>");
	l = refuse(&b);
	CHECK_INT(l.count, DIAGS_MAX + 1);
	CHECK(l.seconds < SOON_S);
}

TEST(places_beyond_line_65535_are_exact)
{
	char *text = fixture_valid();
	char *tail = strstr(text, "<item id=\"leak-scaler\"");
	struct buf b;
	struct loaded l;

	buf_init(&b);
	buf_add(&b, text, (size_t)(tail - text));
	for (int i = 0; i < 100; i++) {
		repeat(&b, "\n", 1000);
		buf_puts(&b, "<!-- \xC3\xA9 -->");
	}
	buf_puts(&b, "\n  <!-- \xC3\xA9\xC3\xA9 --><thing/>");
	buf_puts(&b, tail);
	l = refuse(&b);
	CHECK_INT(l.at.line, 70 + 100000 + 1);
	CHECK_INT(l.at.column, 14);
	free(text);
}

TEST(every_prefix_of_a_bank_is_refused_with_a_place)
{
	char *text = fixture_valid();
	size_t len = strlen(text);

	while (text[len - 1] == '\n')
		len--;
	for (size_t cut = 0; cut < len; cut++) {
		struct buf b;
		struct loaded l;

		buf_init(&b);
		buf_add(&b, text, cut);
		l = refuse(&b);
		if (l.errors != 1)
			TEST_FAIL("at %zu: %zu errors, first %s", cut, l.errors, l.text);
		if (cut > 400 && strncmp(l.text, "the file is cut off inside <", 28) != 0 &&
		    strncmp(l.text, "the byte C3", 11) != 0)
			TEST_FAIL("at %zu: %s", cut, l.text);
	}
	free(text);
}

TEST(all_problems_of_a_file_stand_in_one_list_in_file_order)
{
	char *one = fixture_changed("<title>Leakage</title>", "<tittle>Leakage</tittle>");
	struct buf b;
	struct diags d;
	struct bank *bank;
	static const char *const want[] = {
		"topic \"leak\": <topic> lacks <title>",
		"topic \"leak\": <tittle> must not stand in <topic>, which holds <title>",
		"item \"x\": <item> lacks the attribute revision",
		"item \"x\": difficulty must be \"1\", \"2\" or \"3\", not \"9\"",
		"item \"x\": <item> lacks <stem>",
		"item \"x\": <item> lacks <answer>",
		"item \"x\": <item> lacks <key-points>",
		"item \"x\": no topic \"none\" in this bank",
		"item \"x\": no enemy-group \"foe\" in this bank",
		"item \"x\": this id stands already in line 76",
	};

	buf_init(&b);
	buf_add(&b, one, (size_t)(strstr(one, "</item-bank>") - one));
	buf_puts(&b, "<item id='x' topic='none' enemies='foe' kind='concept' minutes='1' difficulty='9'>"
	    "<title>t</title></item>\n");
	buf_puts(&b, "<item id='x' revision='1' topic='leak' kind='concept' minutes='1' difficulty='1'>"
	    "<title>t</title><stem><p>x</p></stem><answer><p>x</p></answer><key-points>"
	    "<key-point id='k' essential='yes'>x</key-point></key-points></item></item-bank>");
	diags_init(&d, "many.xml");
	CHECK_INT(bank_load_memory(&bank, b.data, b.len, &d), -1);
	for (size_t i = 0; i < d.count; i++) {
		if (i >= sizeof(want) / sizeof(want[0]) || strcmp(d.v[i].text, want[i]) != 0)
			TEST_FAIL("%zu: %u:%u %s", i, (unsigned)d.v[i].at.line, (unsigned)d.v[i].at.column,
			    d.v[i].text);
		CHECK(i == 0 || d.v[i - 1].at.line < d.v[i].at.line ||
		    (d.v[i - 1].at.line == d.v[i].at.line && d.v[i - 1].at.column <= d.v[i].at.column));
	}
	CHECK_INT(d.count, sizeof(want) / sizeof(want[0]));
	diags_finish(&d);
	buf_finish(&b);
	free(one);
}
