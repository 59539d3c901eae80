/*
 * What authors get wrong: each row changes the valid bank in one place and says which line an
 * author then reads.  `@` marks where it must point; it is taken out before loading.
 */
#include "fixture.h"

struct row {
	const char *from, *to;          /* `from` NULL: `to` is the whole file */
	const char *text;               /* the diagnostic, whole */
};

#define DECL "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define TAG1 "<item id=\"roc-or-pr\" revision=\"1\" topic=\"metrics\" difficulty=\"2\""
#define TAG1_LONG TAG1 " kind=\"concept\" minutes=\"4.5\""
#define TAG1_WHOLE TAG1_LONG " enemies=\"curves hint\">"
#define TAG3 "<item id=\"leak-scaler\" revision=\"1\" topic=\"leak\" difficulty=\"3\"" \
	" kind=\"troubleshooting\" minutes=\"6\" enemies=\"hint\" status=\"retired\">"
#define ITEM1 "item \"roc-or-pr\": "
#define ITEM2 "item \"late-labels\": "

static const struct row errors[] = {
	/* the file as XML */
	{ NULL, "@hello", "this is no XML; a bank begins with <item-bank>" },
	{ NULL, "  \n\n@", "the file ends before <item-bank>" },
	{ NULL, DECL "@<html/>", "not a question bank: the first element must be <item-bank>, not <html>" },
	{ NULL, DECL "@<item-bank id='x'/>", "<item-bank> must say xmlns=\"urn:viva:item-bank:1\"" },
	{ NULL, "<?xml version=\"1.0\" encoding=\"@UTF-16\"?><a/>",
	  "encoding \"UTF-16\": a bank must be UTF-8; save it so and declare it so" },
	{ NULL, "<?xml version='1.0' encoding='@UTF-7'?><a/>",
	  "encoding \"UTF-7\": a bank must be UTF-8; save it so and declare it so" },
	{ NULL, "<?xml version='1.0' encoding = '@ISO-8859-1' ?><a/>",
	  "encoding \"ISO-8859-1\": a bank must be UTF-8; save it so and declare it so" },
	{ NULL, "<?xml version=\"@1.1\"?><a/>", "XML version \"1.1\": a bank must be XML 1.0" },
	{ NULL, "@\x1F\x8B\x08 gzip", "this file is compressed (gzip); unpack it first" },
	{ NULL, "@PK\x03\x04 zip", "this file is a zip archive; unpack it first" },
	{ NULL, "@\xFF\xFE<", "this file is UTF-16; save it as UTF-8" },
	{ NULL, "@SQLite format 3", "this file is an SQLite database, not a bank" },
	{ "<item-bank", "@<!DOCTYPE item-bank [<!ENTITY a \"b\">]><item-bank",
	  "DOCTYPE is not allowed in a bank; take it away" },
	{ "<item-bank", "@<!DOCTYPE item-bank SYSTEM \"http://example.org/x.dtd\"><item-bank",
	  "DOCTYPE is not allowed in a bank; take it away" },
	{ "Leakage", "Le@\xFF" "akage", "the byte FF is no UTF-8; save the file as UTF-8" },
	{ "Leakage", "L\xC3\xA9@\xE9 akage", "the byte E9 is no UTF-8; save the file as UTF-8" },
	{ "Leakage", "Le@\xED\xA0\x80", "the byte ED is no UTF-8; save the file as UTF-8" },
	{ "Leakage", "a &nbsp;@ b", "&nbsp; means nothing in XML; write the character itself" },
	{ NULL, DECL "@<item-bank id='", "the file ends inside this tag" },
	{ NULL, DECL "@<!-- a bank ->", "the file ends inside this comment" },
	{ "</topic>", "@</tropic>", "</tropic> does not end <topic> of line 16" },
	{ "</item-bank>", "</item-bank>@<p/>", "nothing may follow </item-bank>" },
	{ "<title>Leakage</title>", "<title>Leakage &@ more</title>",
	  "not well-formed XML: xmlParseEntityRef: no name" },
	{ "share=\"40\"", "share=\"@<40\"",
	  "not well-formed XML: Unescaped '<' not allowed in attributes values" },
	{ "share=\"40\"", "share=@40", "not well-formed XML: AttValue: \" or ' expected" },
	{ "share=\"40\"", "share=\"40\" share=\"40\"@", "not well-formed XML: Attribute share redefined" },

	/* what an element may be */
	{ "<audience>", "@<price>3</price><audience>",
	  "<price> must not stand in <metadata>, which holds <title>, <description>, <creator>, <license>, "
	  "<date>, <audience>, <source>" },
	{ "<audience>", "@<x:audience>x</x:audience><audience>",
	  "<x:audience> must not stand in <metadata>, which holds <title>, <description>, <creator>, "
	  "<license>, <date>, <audience>, <source>" },
	{ "<title>Leakage", "<title>@<em>x</em>Leakage",
	  "topic \"leak\": <em> must not stand in <title>, which holds text only" },
	{ "max=\"2\"/>", "max=\"2\">@<p/></quota>",
	  "blueprint \"b45\": <p> must not stand in <quota>, which holds nothing" },
	{ "<em>why</em>", "@<b>why</b>",
	  ITEM1 "<b> must not stand in <p>, which holds text, <code>, <em>, <strong>, <link>" },
	{ "<em>why</em>", "<em>@<code>why</code></em>",
	  ITEM1 "<code> must not stand in <em>, which holds text only" },
	{ "<description>", "@<title>x</title><description>", "a second <title>; <metadata> has only one" },
	{ "<title>ROC", "@words<title>ROC", ITEM1 "text must not stand directly in <item>" },
	{ "<title>ROC", "<!-- c -->@words<!-- d --> more<title>ROC",
	  ITEM1 "text must not stand directly in <item>" },
	{ "<title>ROC", "@<![CDATA[x]]><title>ROC", ITEM1 "text must not stand directly in <item>" },
	{ "<list><li>", "<list>@caf\xC3\xA9<li>", ITEM2 "text must not stand directly in <list>" },
	{ "max=\"2\"/>", "max=\"2\">@x</quota>",
	  "blueprint \"b45\": text must not stand directly in <quota>" },
	{ "</metadata>", "</metadata>\n@lost", "text must not stand directly in <item-bank>" },

	/* order and number */
	{ "\t<audience>Testers</audience>\n\t<source>Written for the tests.</source>",
	  "\t<source>x</source>\n\t@<audience>x</audience>", "<audience> must stand before <source>" },
	{ "<title>ROC or precision-recall</title>", "<title>ROC</title>\n\t@<title>PR</title>",
	  ITEM1 "a second <title>; <item> has only one" },
	{ TAG1_WHOLE "\n\t<title>ROC or precision-recall</title>",
	  "@" TAG1_WHOLE, ITEM1 "<item> lacks <title>" },
	{ "<stem><p>And then?</p></stem><answer><p>Nothing.</p></answer>",
	  "<answer><p>Nothing.</p></answer>@<stem><p>x</p></stem>",
	  ITEM2 "<stem> must stand before <answer>" },
	{ "<mistake id=\"m1\"><claim>No drift means fine.</claim>", "@<mistake id=\"m1\">",
	  ITEM2 "<mistake> lacks <claim>" },
	{ "<list><li>Now</li><li>Soon</li></list>", "@<list/>", ITEM2 "<list> lacks <li>" },
	{ "<answer><list><li>Now</li><li>Soon</li></list></answer>", "@<answer/>",
	  ITEM2 "<answer> is empty; it must hold one or more of <p>, <list>, <code-block>" },
	{ "<on-request id=\"r1\" ask=\"How are rejected ones treated?\"><p>They never get a label.</p>",
	  "@<on-request id=\"r1\" ask=\"x\">",
	  ITEM2 "<on-request> is empty; it must hold one or more of <p>, <list>, <code-block>" },
	{ "<area id=\"evaluation\"><title>Evaluation</title>", "@<area id=\"evaluation\">",
	  "area \"evaluation\": <area> lacks <title>" },

	/* attributes */
	{ "<item id=\"roc-or-pr\"", "@<item id=\"roc-or-pr\" colour=\"red\"",
	  ITEM1 "<item> has no attribute \"colour\"; it has id, revision, topic, difficulty, kind, minutes, "
	  "enemies, status, xml:lang" },
	{ "<stem>\n", "@<stem id=\"s\">\n", ITEM1 "<stem> has no attribute \"id\"; it has none" },
	{ "<item id=\"roc-or-pr\"", "@<item lang=\"en\" id=\"roc-or-pr\"",
	  ITEM1 "<item> has no attribute \"lang\"; it has id, revision, topic, difficulty, kind, minutes, "
	  "enemies, status, xml:lang" },
	{ "<item id=\"roc-or-pr\"", "@<item", "item without id: <item> lacks the attribute id" },
	{ "<item id=\"roc-or-pr\"", "@<item id=\"ROC\"",
	  "item without id: id must be a name: a letter a-z, then at most 47 of a-z, 0-9 and \"-\", not "
	  "\"ROC\"" },
	{ "<item id=\"roc-or-pr\"", "@<item id=\"a234567890123456789012345678901234567890123456789\"",
	  "item without id: id must be a name: a letter a-z, then at most 47 of a-z, 0-9 and \"-\", "
	  "not \"a234567890123456789012345678901234567890...\"" },
	{ "<item id=\"roc-or-pr\" revision=\"1\"", "@<item id=\"roc-or-pr\" revision=\"0\"",
	  ITEM1 "revision must be a whole number from 1 to 2147483647, not \"0\"" },
	{ "<item id=\"roc-or-pr\" revision=\"1\"", "@<item id=\"roc-or-pr\" revision=\"2147483648\"",
	  ITEM1 "revision must be a whole number from 1 to 2147483647, not \"2147483648\"" },
	{ TAG1,
	  "@<item id=\"roc-or-pr\" revision=\"1\" topic=\"metrics\" difficulty=\"4\"",
	  ITEM1 "difficulty must be \"1\", \"2\" or \"3\", not \"4\"" },
	{ TAG1_LONG,
	  "@" TAG1 " kind=\"concept\" minutes=\"20\"",
	  ITEM1 "minutes must be a number from 1 to 15, not \"20\"" },
	{ TAG1_LONG,
	  "@" TAG1 " kind=\"concept\" minutes=\"4.55\"",
	  ITEM1 "minutes must be a number from 1 to 15 with at most one decimal, not \"4.55\"" },
	{ TAG1 " kind=\"concept\"",
	  "@" TAG1 " kind=\"puzzle\"",
	  ITEM1 "kind must be \"concept\", \"scenario\", \"troubleshooting\" or \"behavioural\", not "
	  "\"puzzle\"" },
	{ "<follow-up id=\"f1\" minutes=\"1\">", "@<follow-up id=\"f1\" minutes=\"soon\">",
	  ITEM2 "<follow-up> minutes must be a whole number from 0 to 2147483647, not \"soon\"" },
	{ "<link href=\"https://example.org/pr\">", "@<link>", ITEM1 "<link> lacks the attribute href" },
	{ "<link href=\"https://example.org/pr\">", "@<link href=\"http://[\">",
	  ITEM1 "<link> href must be a web address, not \"http://[\"" },
	{ "<date>2026-01-31</date>", "@<date>2026-02-29</date>",
	  "<date> must be a date such as 2026-01-31, not \"2026-02-29\"" },
	{ "<date>2026-01-31</date>", "@<date/>", "<date> must be a date such as 2026-01-31, not \"\"" },
	{ "<item-bank xmlns=\"urn:viva:item-bank:1\" id=\"small\" format=\"1.0\" version=\"2026.1\" "
	  "xml:lang=\"en\"",
	  "@<item-bank xmlns=\"urn:viva:item-bank:1\" id=\"small\" format=\"1.0\" version=\"2026.1\" "
	  "xml:lang=\"en us\"",
	  "<item-bank> xml:lang must be a language tag such as \"en\" or \"pt-BR\", not \"en us\"" },
	{ "<quota area=\"data\"", "@<quota",
	  "blueprint \"b45\": <quota> must have exactly one of the attributes "
	  "area, topic, kind, difficulty, not 0" },
	{ "<quota area=\"data\"", "@<quota kind=\"scenario\" area=\"data\"",
	  "blueprint \"b45\": <quota> must have exactly one of the attributes area, topic, kind, "
	  "difficulty, not 2" },
	{ "<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"8\" answer-max=\"12\" topic-max=\"1\" "
	  "sessions=\"1\"",
	  "@<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"8\" answer-max=\"12\" topic-max=\"1\" "
	  "sessions=\"0\"",
	  "blueprint \"b45\": sessions must be a whole number from 1 to 100, not \"0\"" },
	{ "<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"8\" answer-max=\"12\" topic-max=\"1\" "
	  "sessions=\"1\"",
	  "@<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"8\" answer-max=\"12\" topic-max=\"1\" "
	  "sessions=\"101\"",
	  "blueprint \"b45\": sessions must be a whole number from 1 to 100, not \"101\"" },
	{ "<quota kind=\"concept\" min=\"1\" max=\"2\" target=\"1.5\"/>",
	  "@<quota kind=\"concept\" min=\"1\" max=\"2\" target=\"1.25\"/>",
	  "blueprint \"b45\": <quota> target must be a number from 0 to 1000 with at most one decimal, "
	  "not \"1.25\"" },
	{ "<enemy-group id=\"hint\" reason=\"cue\">", "@<enemy-group id=\"hint\" reason=\"envy\">",
	  "enemy-group \"hint\": reason must be \"overlap\" or \"cue\", not \"envy\"" },
	{ "<taxonomy>", "@<taxonomy xmlns:svg=\"http://www.w3.org/2000/svg\">",
	  "namespace \"http://www.w3.org/2000/svg\" is foreign; a bank uses only \"urn:viva:item-bank:1\"" },

	/* what the grammar cannot see */
	{ "<item id=\"late-labels\"", "@<item id=\"roc-or-pr\"",
	  "item \"roc-or-pr\": this id stands already in line 38" },
	{ "<item id=\"roc-or-pr\" revision=\"1\" topic=\"metrics\"",
	  "@<item id=\"roc-or-pr\" revision=\"1\" topic=\"metric\"",
	  ITEM1 "no topic \"metric\" in this bank" },
	{ "<quota area=\"data\"", "@<quota area=\"dta\"", "blueprint \"b45\": no area \"dta\" in this bank" },
	{ "<quota topic=\"metrics\"", "@<quota topic=\"data\"",
	  "blueprint \"b45\": no topic \"data\" in this bank" },
	{ "<quota area=\"data\" min=\"1\"", "@<quota area=\"data\" min=\"3\"",
	  "blueprint \"b45\": min 3 is greater than max 2" },
	{ "<quota topic=\"metrics\" min=\"0\" max=\"1\"/>", "@<quota area=\"data\" min=\"0\" max=\"1\"/>",
	  "blueprint \"b45\": a second quota on the same thing, see line 33" },
	{ "<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"8\"",
	  "@<blueprint id=\"b45\" minutes=\"45\" items=\"2\" answer-min=\"13\"",
	  "blueprint \"b45\": answer-min 13 is greater than answer-max 12" },
	{ "<blueprint id=\"b45\" minutes=\"45\" items=\"2\"",
	  "@<blueprint id=\"b45\" minutes=\"45\" items=\"0\"",
	  "blueprint \"b45\": items must be at least 1" },
	{ "<taxonomy>\n\t<area id=\"data\"><title>Data</title>\n\t\t<topic id=\"leak\" share=\"40\">",
	  "@<taxonomy>\n\t<area id=\"data\"><title>Data</title>\n\t\t<topic id=\"leak\" share=\"41\">",
	  "the shares of the topics sum to 101, not to 100" },
	{ "<area id=\"evaluation\">", "@<area id=\"data\">",
	  "area \"data\": this id stands already in line 15" },
	{ "<key-point id=\"k2\">", "@<key-point id=\"k1\">", ITEM1 "a second <key-point> with id \"k1\"" },
	{ "<on-request id=\"r2\"", "@<on-request id=\"r1\"", ITEM2 "a second <on-request> with id \"r1\"" },
	{ "<follow-up id=\"f2\"", "@<follow-up id=\"f1\"", ITEM2 "a second <follow-up> with id \"f1\"" },
	{ "<anchor value=\"2\">Lists checks, no proxy</anchor>",
	  "<anchor value=\"2\">x</anchor>@<anchor value=\"2\">y</anchor>",
	  ITEM2 "a second <anchor> with value 2" },
	{ "<anchor kind=\"scenario\">", "@<anchor>", "a second <anchor> of grade 3 for all kinds" },
	{ "<rating-scale id=\"scale\">\n\t<grade value=\"0\"><title>nothing</title><anchor>Nothing "
	  "usable</anchor></grade>",
	  "@<rating-scale id=\"scale\">", "<rating-scale> lacks the <grade> with value 0" },
	{ "<grade value=\"4\">",
	  "<grade value=\"4\"><title>strong</title><anchor>x</anchor></grade>@<grade value=\"4\">",
	  "a second <grade> with value 4" },
};

static const struct row warnings[] = {
	{ TAG3 "\n"
	  "\t<title>A scaler before the split</title>\n\t<stem><p>What is wrong?</p></stem>\n"
	  "\t<answer><p>The scaler saw the test rows.</p></answer>\n\t<key-points><key-point id=\"k1\" "
	  "essential=\"yes\">",
	  "@" TAG3
	  "<title>x</title><stem><p>x</p></stem><answer><p>x</p></answer><key-points><key-point id=\"k1\">",
	  "item \"leak-scaler\": no key point is essential" },
	{ "<key-point id=\"k2\">Names",
	  "@<key-point id=\"k2\">a b c d e f g h i j k l m n o p q r s t u v w x y z Names",
	  ITEM1 "a key point of 30 words; more than 25 are hard to rate by" },
	{ "<li>Now</li>", "@<li> </li>", ITEM2 "<li> is empty" },
	{ "<p>And then?</p>", "<p>And @<code/></p>", ITEM2 "<code> is empty" },
	{ "<p>And then?</p>",
	  "@<code-block>1234567890123456789012345678901234567890123456789012345678901234567890"
	  "1234567</code-block>",
	  ITEM2 "a line of code has 77 columns; more than 76 do not fit a terminal" },
	{ "<p>And then?</p>", "@<code-block>1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n</code-block>",
	  ITEM2 "15 lines of code; more than 14 take too long to read" },
	{ "<blueprint", "@<enemy-group id=\"alone\" reason=\"cue\">x</enemy-group><blueprint",
	  "enemy-group \"alone\": no item names it; a group parts two or more" },
	{ TAG1_WHOLE,
	  "@" TAG1 " kind=\"concept\" minutes=\"4.5\" enemies=\"curves hint curves\">",
	  ITEM1 "enemies names a group twice" },
	{ "<rating-scale id=\"scale\">\n\t<grade value=\"0\"><title>nothing</title><anchor>",
	  "@<rating-scale id=\"scale\">\n\t<grade value=\"0\"><title>nothing</title><anchor "
	  "kind=\"scenario\">",
	  "grade 0 has no anchor for items of kind concept" },
	{ "</blueprint>",
	  "</blueprint>@<blueprint id=\"again\" minutes=\"45\" items=\"1\" answer-min=\"1\" "
	  "answer-max=\"9\"><title>x</title></blueprint>",
	  "blueprint \"again\": 45 minutes as in \"b45\", which --minutes 45 means therefore" },
};

/* The row's file without its mark, and where the mark stood. */
static char *
make_file(const struct row *row, struct place *at)
{
	char *file = row->from != NULL ? fixture_changed(row->from, row->to) : strdup(row->to), *mark;

	CHECK(file != NULL);
	mark = strchr(file, '@');
	if (mark == NULL || strchr(mark + 1, '@') != NULL)
		TEST_FAIL("not one mark in: %s", row->to);
	*at = (struct place){ 1, 1 };
	for (const char *s = file; s < mark; s++) {
		if (*s == '\n')
			*at = (struct place){ at->line + 1, 1 };
		else if (((unsigned char)*s & 0xC0) != 0x80)
			at->column++;
	}
	memmove(mark, mark + 1, strlen(mark));
	return file;
}

/* 1 and the difference printed if the row is not met. */
static int
check_row(const struct row *row, bool warning)
{
	struct place at;
	struct diags d;
	struct bank *b;
	char *file = make_file(row, &at);
	int wrong;

	diags_init(&d, "bank.xml");
	wrong = bank_load_memory(&b, file, strlen(file), &d) != (warning ? 0 : -1) ||
	    (b != NULL) != warning || d.count != 1 || d.v[0].warning != warning ||
	    strcmp(d.v[0].text, row->text) != 0 || d.v[0].at.line != at.line || d.v[0].at.column != at.column;
	if (wrong)
		printf("row %s\n  wants %u:%u %s\n  got %zu\n", row->to, (unsigned)at.line,
		    (unsigned)at.column, row->text, d.count);
	for (size_t i = 0; wrong && i < d.count; i++)
		printf("      %u:%u %s\n", (unsigned)d.v[i].at.line, (unsigned)d.v[i].at.column, d.v[i].text);
	bank_free(b);
	diags_finish(&d);
	free(file);
	return wrong;
}

TEST(each_error_is_one_line_at_its_place)
{
	int wrong = 0;

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		wrong += check_row(&errors[i], false);
	CHECK_INT(wrong, 0);
}

TEST(each_warning_is_one_line_at_its_place_and_the_bank_loads)
{
	int wrong = 0;

	for (size_t i = 0; i < sizeof(warnings) / sizeof(warnings[0]); i++)
		wrong += check_row(&warnings[i], true);
	CHECK_INT(wrong, 0);
}

