#include <unistd.h>
#include "fixture.h"
#include "viva/err.h"

TEST(a_bank_loads_with_all_it_says)
{
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);

	CHECK_STR(b->id, "small");
	CHECK_STR(b->version, "2026.1");
	CHECK_STR(b->lang, "en");
	CHECK_STR(b->title, "A small bank");
	CHECK_STR(b->license, "Creative Commons Attribution 4.0");
	CHECK_STR(b->spdx, "CC-BY-4.0");
	CHECK_STR(b->date, "2026-01-31");
	CHECK_INT(b->creator_count, 2);
	CHECK_STR(b->creators[0].href, "https://example.org/ada");
	CHECK_STR(b->creators[1].name, "Grace");
	CHECK(b->creators[1].href == NULL);
	CHECK_INT(b->area_count, 2);
	CHECK_INT(b->topic_count, 3);
	CHECK_STR(b->topics[2].id, "metrics");
	CHECK_INT(b->topics[2].area, 1);
	CHECK_INT(b->topics[0].share_percent, 40);
	CHECK_STR(b->scale[3].title, "solid");
	CHECK_INT(b->scale[3].anchor_count, 2);
	CHECK_INT(b->scale[3].anchors[0].kind, -1);
	CHECK_INT(b->scale[3].anchors[1].kind, KIND_SCENARIO);
	CHECK_INT(b->enemy_group_count, 2);
	CHECK_INT(b->enemy_groups[1].reason, ENEMY_CUE);
	CHECK_INT(b->item_count, 3);
	CHECK_INT(b->sha256[0] + b->sha256[31] > 0, 1);
	bank_free(b);
	free(text);
}

TEST(a_blueprint_keeps_its_quotas_in_order)
{
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);
	const struct blueprint *bp = bank_blueprint_of_minutes(b, 45);

	CHECK(bp != NULL && bp == bank_find_blueprint(b, "b45"));
	CHECK(bank_blueprint_of_minutes(b, 44) == NULL && bank_find_blueprint(b, "b4") == NULL);
	CHECK_INT(bp->items, 2);
	CHECK_INT(bp->answer_min, 8);
	CHECK_INT(bp->answer_max, 12);
	CHECK_INT(bp->topic_max, 1);
	CHECK_INT(bp->quota_count, 4);
	CHECK(bp->quotas[0].on == QUOTA_AREA && bp->quotas[0].value == 0);
	CHECK(bp->quotas[1].on == QUOTA_TOPIC && bp->quotas[1].value == 2);
	CHECK(bp->quotas[2].on == QUOTA_KIND && bp->quotas[2].value == KIND_CONCEPT);
	CHECK_INT(bp->quotas[2].target_tenths, 15);
	CHECK_INT(bp->quotas[1].target_tenths, -1);
	CHECK(bp->quotas[3].on == QUOTA_DIFFICULTY && bp->quotas[3].value == 2);
	CHECK_INT(bp->quotas[3].max, 2);
	bank_free(b);
	free(text);
}

TEST(an_item_loads_with_all_it_says)
{
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);
	const struct item *it = &b->items[bank_find_item(b, "late-labels")];

	CHECK_INT(it->revision, 3);
	CHECK_STR(b->topics[it->topic].id, "labels");
	CHECK_INT(it->difficulty, 1);
	CHECK_INT(it->kind, KIND_SCENARIO);
	CHECK_INT(it->limit_tenths, 50);
	CHECK_INT(b->items[0].limit_tenths, 45);
	CHECK_INT(it->status, ITEM_ACTIVE);
	CHECK_INT(b->items[2].status, ITEM_RETIRED);
	CHECK_STR(it->lang, "en-GB");
	CHECK_STR(b->items[0].lang, "en");
	CHECK_INT(b->items[0].enemy_count, 2);
	CHECK_INT(b->items[0].enemies[1], 1);
	CHECK_INT(it->stem.count, 3);
	CHECK_INT(it->stem.v[1].type, BLOCK_LIST);
	CHECK(it->stem.v[1].numbered && !it->answer.v[0].numbered);
	CHECK_STR(it->stem.v[1].prose[1].runs[0].text, "Then");
	CHECK_STR(it->stem.v[2].syntax, "python");
	CHECK_STR(it->stem.v[2].caption, "a log");
	CHECK_INT(it->stem.v[2].role, CODE_ROLE_LOG);
	CHECK_STR(it->stem.v[2].code, "  folds    0.994\nhold-out 0.484 <é>");
	CHECK_INT(it->on_request_count, 2);
	CHECK_STR(it->on_requests[1].ask, "Earlier signal?");
	CHECK_INT(it->key_points[0].weight, 1);
	CHECK_INT(b->items[0].key_points[0].weight, 2);
	CHECK(b->items[0].key_points[0].essential && !b->items[0].key_points[1].essential);
	CHECK_INT(it->anchors[0].grade, 2);
	CHECK_INT(it->follow_ups[0].minutes, 1);
	CHECK_INT(it->follow_ups[1].minutes, 0);
	CHECK_STR(it->mistakes[0].correction.runs[0].text, "The link can change.");
	CHECK_STR(it->references[0].href, "https://example.org/drift");
	CHECK(it->references[1].href == NULL);
	CHECK_STR(it->source_note, "The log comes from a run of ours.");
	CHECK_INT(it->at.line, 50);
	bank_free(b);
	free(text);
}

TEST(items_are_found_by_id_and_anchors_from_the_nearest_source)
{
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);
	const struct item *own = &b->items[1], *plain = &b->items[0];

	for (size_t i = 0; i < b->item_count; i++)
		CHECK_INT(bank_find_item(b, b->items[i].id), i);
	CHECK(bank_find_item(b, "late") == SIZE_MAX && bank_find_item(b, "") == SIZE_MAX);
	CHECK_INT(bank_find_topic(b, "labels"), 1);
	CHECK(bank_find_topic(b, "data") == SIZE_MAX);
	CHECK_INT(bank_find_area(b, "evaluation"), 1);
	CHECK_STR(bank_anchor(b, own, 2)->runs[0].text, "Lists checks, no proxy");
	CHECK_STR(bank_anchor(b, own, 3)->runs[0].text, "A plan that works");
	CHECK_STR(bank_anchor(b, plain, 3)->runs[0].text, "All that matters");
	CHECK_INT(kind_from_name("behavioural"), KIND_BEHAVIOURAL);
	CHECK_INT(kind_from_name("Concept"), -1);
	CHECK_STR(kind_name(KIND_TROUBLESHOOTING), "troubleshooting");
	CHECK_STR(difficulty_name(3), "stretch");
	bank_free(b);
	free(text);
}

TEST(a_bank_with_a_prefix_a_byte_order_mark_and_crlf_is_the_same)
{
	char *text = fixture_changed("<description>Every", "<description>\r\n  Every\r\n");
	char *marked = NULL;
	struct bank *b;

	CHECK(asprintf(&marked, "\xEF\xBB\xBF%s", text) > 0);
	b = fixture_load(marked);
	CHECK_STR(b->description, "Every element and attribute once.");
	bank_free(b);
	free(text);
	free(marked);
}

/* ---- the snapshot ---- */

static char *
snapshot(const struct bank *b, size_t i)
{
	struct err err = { 0 };
	struct buf out;

	buf_init(&out);
	CHECK_INT(bank_write_item(&out, b, i, &err), 0);
	return buf_take(&out, NULL);
}

static void
check_round_trip(const struct bank *b, size_t i)
{
	char *first = snapshot(b, i), *second;
	struct diags d;
	struct bank *copy;

	diags_init(&d, "snapshot");
	if (bank_load_memory(&copy, first, strlen(first), &d) != 0)
		TEST_FAIL("%s: %s\n%s", b->items[i].id, d.v[0].text, first);
	CHECK_INT(copy->item_count, 1);
	CHECK_STR(copy->items[0].id, b->items[i].id);
	CHECK_STR(copy->items[0].title, b->items[i].title);
	CHECK_STR(copy->items[0].lang, b->items[i].lang);
	CHECK_INT(copy->items[0].limit_tenths, b->items[i].limit_tenths);
	CHECK_INT(copy->items[0].status, b->items[i].status);
	CHECK_STR(copy->topics[0].id, b->topics[b->items[i].topic].id);
	second = snapshot(copy, 0);
	CHECK_STR(second, first);
	bank_free(copy);
	diags_finish(&d);
	free(first);
	free(second);
}

TEST(a_snapshot_loads_as_the_same_item_and_writes_the_same_bytes)
{
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);

	for (size_t i = 0; i < b->item_count; i++)
		check_round_trip(b, i);
	bank_free(b);
	free(text);
}

TEST(a_snapshot_keeps_every_part_of_an_item)
{
	static const char *const parts[] = {
		"<item id=\"late-labels\" revision=\"3\" topic=\"labels\" difficulty=\"1\" kind=\"scenario\"",
		" minutes=\"5\" xml:lang=\"en-GB\"><title>Labels arrive late</title>",
		"<list numbered=\"yes\"><li>First</li><li>Then</li></list>",
		"<code-block syntax=\"python\" role=\"log\" caption=\"a log\">  folds    0.994\n",
		"0.994\nhold-out 0.484 &lt;é&gt;</code-block>",
		"<on-request id=\"r2\" ask=\"Earlier signal?\"><p>After fourteen days.</p></on-request>",
		"<key-point id=\"k1\" essential=\"yes\">Watches inputs</key-point>",
		"<anchor value=\"2\">Lists checks, no proxy</anchor>",
		"<follow-up id=\"f1\" minutes=\"1\"><stem><p>And a coin toss?</p></stem>",
		"<answer><p>The base rate.</p></answer></follow-up>",
		"<follow-up id=\"f2\"><stem>",
		"<mistake id=\"m1\"><claim>No drift means fine.</claim>",
		"</claim><correction>The link can change.</correction></mistake>",
		"<reference href=\"https://example.org/drift\">A page on drift</reference>",
		"<reference>A book</reference>",
		"<source-note>The log comes from a run of ours.</source-note></item>",
		"<anchor kind=\"scenario\">A plan that works</anchor>",
		"<creator href=\"https://example.org/ada\">Ada</creator><creator>Grace</creator>",
	};
	char *text = fixture_valid();
	struct bank *b = fixture_load(text);
	char *written = snapshot(b, 1);

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strstr(written, parts[i]) == NULL)
			TEST_FAIL("no %s in %s", parts[i], written);
	CHECK(strstr(written, "enemies") == NULL && strstr(written, "blueprint") == NULL);
	free(written);
	bank_free(b);
	free(text);
}

TEST(white_space_and_character_references_survive_the_round_trip)
{
	static const char *const proses[] = {
		" a <code> b </code> c ", "<em> a </em> <em> b</em>", "&#13;&#10;a&#9;b&#160;c",
		"a<code/>b<em> </em>", "&lt;a&gt; &amp; \"q\" ]]&gt;",
		"<code>a</code><!-- c --><code>b</code> <![CDATA[ <x> ]]> ",
	};

	for (size_t i = 0; i < sizeof(proses) / sizeof(proses[0]); i++) {
		char *text = fixture_changed("What is wrong?", proses[i]);
		struct diags d;
		struct bank *b;

		diags_init(&d, "memory");
		CHECK_INT(bank_load_memory(&b, text, strlen(text), &d), 0);
		check_round_trip(b, 2);
		bank_free(b);
		diags_finish(&d);
		free(text);
	}
}

TEST(code_keeps_lines_and_indent_and_loses_empty_ends)
{
	static const struct { const char *in, *out; } rows[] = {
		{ "\n  a\n\n  b\n", "  a\n\n  b" }, { "\n \n\ta\n \n", "\ta" }, { " a ", " a" },
		{ "\n\n", "" }, { "a\r\nb\r\n", "a\nb" },
		{ "&#13;\n a&#13;\nb", " a\r\nb" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char block[200], *text;
		struct diags d;
		struct bank *b;

		snprintf(block, sizeof(block), "<code-block>%s</code-block>", rows[i].in);
		text = fixture_changed("<p>What is wrong?</p>", block);
		diags_init(&d, "memory");
		CHECK_INT(bank_load_memory(&b, text, strlen(text), &d), 0);
		CHECK_STR(b->items[2].stem.v[0].code, rows[i].out);
		check_round_trip(b, 2);
		bank_free(b);
		diags_finish(&d);
		free(text);
	}
}

/* ---- prose ---- */

TEST(prose_collapses_white_space_across_its_runs)
{
	char *text = fixture_changed("What is wrong?", "\n a\t <code> b </code>\n c <em>d</em>\n");
	struct bank *b = fixture_load(text);
	const struct prose *p = &b->items[2].stem.v[0].prose[0];
	struct buf out;

	CHECK_INT(p->run_count, 4);
	CHECK_STR(p->runs[0].text, "a ");
	CHECK_STR(p->runs[1].text, "b ");
	CHECK_INT(p->runs[1].style, RUN_CODE);
	CHECK_STR(p->runs[2].text, "c ");
	CHECK_STR(p->runs[3].text, "d");
	buf_init(&out);
	prose_plain(&out, p, false);
	CHECK_STR(buf_text(&out), "a b c d");
	buf_clear(&out);
	prose_plain(&out, p, true);
	CHECK_STR(buf_text(&out), "a `b `c *d*");
	buf_finish(&out);
	bank_free(b);
	free(text);
}

TEST(blocks_become_wrapped_plain_text_with_code_untouched)
{
	char *text = fixture_changed("What do you set up?", "One two three four five &#x202E;six.");
	struct bank *b = fixture_load(text);
	struct buf out;

	buf_init(&out);
	blocks_plain(&out, &b->items[1].stem, 14);
	CHECK_STR(buf_text(&out),
	    "One two three\nfour five\n<202E>six.\n\n"
	    "1. First\n2. Then\n\n"
	    "a log\n      folds    0.994\n    hold-out 0.484 <é>\n");
	buf_finish(&out);
	bank_free(b);
	free(text);
}

TEST(a_list_entry_hangs_by_its_label)
{
	char *text = fixture_changed("<li>Now</li>", "<li>one two three</li>");
	struct bank *b = fixture_load(text);
	struct buf out;

	buf_init(&out);
	blocks_plain(&out, &b->items[1].answer, 9);
	CHECK_STR(buf_text(&out), "- one two\n  three\n- Soon\n");
	buf_finish(&out);
	bank_free(b);
	free(text);
}

/* ---- files ---- */

static const char *
only_error(const char *path)
{
	static char text[600];
	struct diags d;
	struct bank *b;

	diags_init(&d, path);
	CHECK_INT(bank_load(&b, &d), -1);
	CHECK(b == NULL);
	CHECK_INT(d.count, 1);
	CHECK_INT(d.v[0].at.line, 0);
	snprintf(text, sizeof(text), "%s", d.v[0].text);
	diags_finish(&d);
	return text;
}

TEST(a_file_that_cannot_be_read_is_one_clear_line)
{
	char path[] = "/tmp/viva-test-XXXXXX";
	int fd = mkstemp(path);

	CHECK(fd >= 0);
	close(fd);
	CHECK_STR(only_error(path), "the file is empty");
	unlink(path);
	CHECK_STR(only_error(path), "cannot be opened: No such file or directory");
	CHECK_STR(only_error("/tmp"), "is a directory, not a bank");
	CHECK_STR(only_error("/dev/null"), "is not a regular file");
}
