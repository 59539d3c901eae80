#include "cli/bank_show.h"

#include <stdio.h>
#include <string.h>

#include "cli/app.h"
#include "cli/bank_dry.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "viva/buf.h"

#define JSON_COLUMNS 80         /* texts in JSON are wrapped alike everywhere */
#define SESSIONS_SHOWN 50

static void
print_blocks(const char *heading, const struct blocks *b)
{
	struct buf text;

	buf_init(&text);
	blocks_plain(&text, b, tell_columns(stdout));
	printf("\n%s\n%s", heading, buf_text(&text));
	if (text.len > 0 && text.data[text.len - 1] != '\n')
		putchar('\n');
	buf_finish(&text);
}

static const char *
prose_words(struct buf *b, const struct prose *p)
{
	buf_clear(b);
	prose_plain(b, p, true);
	return buf_text(b);
}

/* `label` and the words, behind `first` and then `indent` blanks. */
static void
print_prose(int first, int indent, const char *label, const struct prose *p)
{
	struct buf words;

	buf_init(&words);
	tell(stdout, first, indent, "%s%s", label, p != NULL ? prose_words(&words, p) : "");
	buf_finish(&words);
}

#define LABEL_BYTES 160         /* the longest id, or word of a scale, with what stands beside it */

static void
print_key(const struct item *it)
{
	char label[LABEL_BYTES];

	puts("\nKey points");
	for (size_t i = 0; i < it->key_point_count; i++) {
		snprintf(label, sizeof(label), "%s%s%s: ", it->key_points[i].id,
		    it->key_points[i].essential ? " essential" : "",
		    it->key_points[i].weight > 1 ? " weight 2" : "");
		print_prose(2, 6, label, &it->key_points[i].text);
	}
	for (size_t i = 0; i < it->mistake_count; i++) {
		if (i == 0)
			puts("\nCommon mistakes");
		print_prose(2, 4, "", &it->mistakes[i].claim);
		print_prose(6, 6, "", &it->mistakes[i].correction);
	}
	for (size_t i = 0; i < it->follow_up_count; i++) {
		print_blocks("Follow-up", &it->follow_ups[i].stem);
		print_blocks("Its answer", &it->follow_ups[i].answer);
	}
	for (size_t i = 0; i < it->reference_count; i++) {
		const char *href = it->references[i].href;

		if (i == 0)
			puts("\nReferences");
		tell(stdout, 2, 6, "%s%s%s%s", it->references[i].text, href != NULL ? " <" : "",
		    href != NULL ? href : "", href != NULL ? ">" : "");
	}
}

static void
print_anchors(const struct bank *b, const struct item *it)
{
	char label[LABEL_BYTES];

	puts("\nGrades");
	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(b, it, g);

		snprintf(
		    label, sizeof(label), "%d %.100s%s", g, b->scale[g].title, anchor != NULL ? ": " : "");
		print_prose(2, 6, label, anchor);
	}
}

void
bank_print_item(const struct bank *b, const struct item *it, bool candidate)
{
	/* A title can give the answer away, so a candidate never sees it. */
	if (!candidate)
		tell(stdout, 0, 0, "%s", it->title);
	tell(stdout, 0, 0, "%s, %s, %s, %.1f minutes", b->topics[it->topic].title,
	    difficulty_name(it->difficulty), kind_name(it->kind), it->limit_tenths / 10.0);
	print_blocks("Question", &it->stem);
	if (candidate)
		return;
	for (size_t i = 0; i < it->on_request_count; i++) {
		putchar('\n');
		tell(stdout, 0, 4, "If asked: %s", it->on_requests[i].ask);
		print_blocks("Fact", &it->on_requests[i].fact);
	}
	print_blocks("Answer", &it->answer);
	print_key(it);
	print_anchors(b, it);
	if (it->source_note != NULL) {
		putchar('\n');
		tell(stdout, 0, 4, "Source: %s", it->source_note);
	}
}

static json_t *
blocks_json(const struct blocks *b)
{
	struct buf text;
	json_t *out;

	buf_init(&text);
	blocks_plain(&text, b, JSON_COLUMNS);
	out = json_string(buf_text(&text));
	buf_finish(&text);
	return out;
}

static json_t *
prose_json(const struct prose *p)
{
	struct buf words;
	json_t *out;

	buf_init(&words);
	out = json_string(prose_words(&words, p));
	buf_finish(&words);
	return out;
}

static void
add_key_json(json_t *out, const struct item *it)
{
	json_t *points = json_array(), *mistakes = json_array(), *follow_ups = json_array(),
	       *facts = json_array();

	for (size_t i = 0; i < it->key_point_count; i++)
		json_array_append_new(points,
		    json_pack("{s:s, s:b, s:i, s:o}", "id", it->key_points[i].id, "essential",
		        it->key_points[i].essential, "weight", it->key_points[i].weight, "text",
		        prose_json(&it->key_points[i].text)));
	for (size_t i = 0; i < it->mistake_count; i++)
		json_array_append_new(mistakes,
		    json_pack("{s:s, s:o, s:o}", "id", it->mistakes[i].id, "claim",
		        prose_json(&it->mistakes[i].claim), "correction",
		        prose_json(&it->mistakes[i].correction)));
	for (size_t i = 0; i < it->follow_up_count; i++)
		json_array_append_new(follow_ups,
		    json_pack("{s:s, s:o, s:o}", "id", it->follow_ups[i].id, "stem",
		        blocks_json(&it->follow_ups[i].stem), "answer",
		        blocks_json(&it->follow_ups[i].answer)));
	for (size_t i = 0; i < it->on_request_count; i++)
		json_array_append_new(facts, json_pack("{s:s, s:s, s:o}", "id", it->on_requests[i].id, "ask",
		    it->on_requests[i].ask, "fact", blocks_json(&it->on_requests[i].fact)));
	json_object_set_new(out, "answer", blocks_json(&it->answer));
	json_object_set_new(out, "key_points", points);
	json_object_set_new(out, "mistakes", mistakes);
	json_object_set_new(out, "follow_ups", follow_ups);
	json_object_set_new(out, "on_request", facts);
}

json_t *
bank_item_json(const struct bank *b, const struct item *it, bool candidate)
{
	json_t *out = json_pack("{s:s, s:i, s:s, s:s, s:i, s:s, s:f, s:o}", "id", it->id, "revision",
	    it->revision, "topic", b->topics[it->topic].id, "area", b->areas[b->topics[it->topic].area].id,
	    "difficulty", it->difficulty, "kind", kind_name(it->kind), "minutes", it->limit_tenths / 10.0,
	    "stem", blocks_json(&it->stem));

	if (out != NULL && !candidate) {
		json_object_set_new(out, "title", json_string(it->title));
		add_key_json(out, it);
	}
	return out;
}

/* Active items of one topic by difficulty and kind. */
struct cell_counts { int of[DIFFICULTY_COUNT][KIND_COUNT], total; };

static struct cell_counts
count_cells(const struct bank *b, size_t topic)
{
	struct cell_counts c = { 0 };

	for (size_t i = 0; i < b->item_count; i++) {
		const struct item *it = &b->items[i];

		if (it->topic == topic && it->status == ITEM_ACTIVE) {
			c.of[it->difficulty - 1][it->kind]++;
			c.total++;
		}
	}
	return c;
}

static const struct table_column topic_columns[] = {
	{ "topic", 14, false }, { "share", 5, true }, { "items", 5, true },
	{ "basic", 11, true }, { "core", 11, true }, { "stretch", 11, true },
};

static void
put_topics(struct buf *out, const struct bank *b, int columns)
{
	const struct table t = { topic_columns, sizeof(topic_columns) / sizeof(topic_columns[0]), 1,
		columns };
	char share[16], items[16], of[DIFFICULTY_COUNT][64];
	const char *cells[] = { NULL, share, items, of[0], of[1], of[2] };

	table_head(out, &t);
	for (size_t i = 0; i < b->topic_count; i++) {
		struct cell_counts c = count_cells(b, i);

		cells[0] = b->topics[i].id;
		snprintf(share, sizeof(share), "%d%%", b->topics[i].share_percent);
		snprintf(items, sizeof(items), "%d", c.total);
		for (int d = 0; d < DIFFICULTY_COUNT; d++)
			snprintf(of[d], sizeof(of[d]), "%d/%d/%d/%d", c.of[d][0], c.of[d][1], c.of[d][2],
			    c.of[d][3]);
		table_row(out, &t, cells);
	}
}

static const struct table_column blueprint_columns[] = {
	{ "blueprint", 12, false }, { "items", 5, true }, { "minutes", 7, true }, { "answer minutes", 14, true },
	{ "sessions", 10, true },
};

static void
put_blueprints(struct buf *out, const struct bank *b, int columns)
{
	const struct table t = { blueprint_columns, sizeof(blueprint_columns) / sizeof(blueprint_columns[0]),
		1, columns };
	char items[16], minutes[16], answer[32], sessions[32];
	const char *cells[] = { NULL, items, minutes, answer, sessions };

	table_head(out, &t);
	for (size_t i = 0; i < b->blueprint_count; i++) {
		const struct blueprint *bp = &b->blueprints[i];
		int most = bank_sessions(b, bp, SESSIONS_SHOWN);

		cells[0] = bp->id;
		snprintf(items, sizeof(items), "%d", bp->items);
		snprintf(minutes, sizeof(minutes), "%d", bp->minutes);
		snprintf(answer, sizeof(answer), "%d-%d", bp->answer_min, bp->answer_max);
		snprintf(sessions, sizeof(sessions), "%d%s", most, most == SESSIONS_SHOWN ? " or more" : "");
		table_row(out, &t, cells);
	}
}

void
bank_print_coverage(const struct bank *b)
{
	struct buf topics, blueprints;

	buf_init(&topics);
	buf_init(&blueprints);
	put_topics(&topics, b, tell_columns(stdout));
	put_blueprints(&blueprints, b, tell_columns(stdout));
	tell(stdout, 0, 0, "%s, version %s: %zu items", b->title, b->version, b->item_count);
	putchar('\n');
	tell(stdout, 0, 0, "Items by difficulty, as concept/scenario/troubleshooting/behavioural:");
	printf("\n%s\n", buf_text(&topics));
	tell(stdout, 0, 0, "Blueprints, and how many sessions without a repeat:");
	printf("\n%s", buf_text(&blueprints));
	buf_finish(&topics);
	buf_finish(&blueprints);
}

json_t *
bank_coverage_json(const struct bank *b)
{
	json_t *topics = json_array(), *blueprints = json_array();

	for (size_t t = 0; t < b->topic_count; t++) {
		struct cell_counts c = count_cells(b, t);
		json_t *cells = json_array();

		for (int d = 0; d < DIFFICULTY_COUNT; d++)
			for (int k = 0; k < KIND_COUNT; k++)
				json_array_append_new(cells,
				    json_pack("{s:i, s:s, s:i}", "difficulty", d + 1, "kind",
				        kind_name((enum kind)k), "items", c.of[d][k]));
		json_array_append_new(topics,
		    json_pack("{s:s, s:i, s:i, s:o}", "topic", b->topics[t].id, "share_percent",
		        b->topics[t].share_percent, "items", c.total, "cells", cells));
	}
	for (size_t i = 0; i < b->blueprint_count; i++)
		json_array_append_new(blueprints,
		    json_pack("{s:s, s:i, s:i, s:i, s:i, s:i}", "id", b->blueprints[i].id, "items",
		        b->blueprints[i].items, "minutes", b->blueprints[i].minutes, "answer_min",
		        b->blueprints[i].answer_min, "answer_max", b->blueprints[i].answer_max,
		        "sessions_without_repeat", bank_sessions(b, &b->blueprints[i], SESSIONS_SHOWN)));
	return json_pack("{s:s, s:s, s:i, s:o, s:o}", "bank", b->id, "bank_version", b->version, "items",
	    (int)b->item_count, "topics", topics, "blueprints", blueprints);
}
