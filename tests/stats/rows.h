#ifndef ROWS_H
#define ROWS_H
/* Histories written by hand: a bank of three topics in two areas, and rows of answers on it. */
#include "viva/arena.h"
#include "viva/answers.h"
#include "viva/bank.h"

#define ROW_ITEMS 90            /* thirty of each topic, difficulties in turn */
#define ROW_MAX 4096
#define DAY_US INT64_C(86400000000)
#define NOON_US (DAY_US / 2)

static const struct area row_areas[] = { { "left", "Left" }, { "right", "Right" } };
static const struct topic row_topics[] = {
	{ "a", "Topic A", 0, 40 }, { "b", "Topic B", 0, 30 }, { "c", "Topic C", 1, 30 },
};
static const struct run row_runs[] = { { .text = "a point" } };
static const struct key_point row_points[] = {
	{ "k1", true, 1, { row_runs, 1 } }, { "k2", false, 1, { row_runs, 1 } }, { "k3", false, 2, { row_runs, 1 } },
};
static char row_ids[ROW_ITEMS][8];
static struct item row_items[ROW_ITEMS];
static size_t row_by_id[ROW_ITEMS];
static struct bank row_bank = {
	.id = "rows", .areas = row_areas, .area_count = 2, .topics = row_topics, .topic_count = 3,
	.items = row_items, .item_count = ROW_ITEMS, .items_by_id = row_by_id,
};
static struct bank row_snapshots[ROW_ITEMS];

static struct answer_person row_people[64];
static struct answer_session row_sessions[1024];
static struct answer_item row_texts[ROW_ITEMS];
static struct answer row_v[ROW_MAX];
static struct answer_second row_seconds[256];
static struct answers rows;

/* Nobody has met anything. */
static void
rows_clear(void)
{
	for (int i = 0; i < ROW_ITEMS; i++) {
		snprintf(row_ids[i], sizeof row_ids[i], "i%02d", i);
		row_items[i] = (struct item){
			.id = row_ids[i], .title = row_ids[i], .topic = (size_t)i / 30, .difficulty = i % 3 + 1,
			.status = ITEM_ACTIVE, .limit_tenths = 40, .key_points = row_points, .key_point_count = 3,
		};
		row_by_id[i] = (size_t)i;
		row_snapshots[i] = (struct bank){ .topics = row_topics, .topic_count = 3, .items = &row_items[i] };
		row_texts[i] = (struct answer_item){ &row_snapshots[i], &row_items[i] };
	}
	rows = (struct answers){
		.bank_id = "rows", .people = row_people, .sessions = row_sessions, .v = row_v, .items = row_texts, .seconds = row_seconds,
		.item_count = ROW_ITEMS,
	};
}

static void __attribute__((unused))
row_person(const char *name)
{
	row_people[rows.person_count++] = (struct answer_person){ .name = name,
		.first_session = rows.session_count, .goal = -1 };
}

/* A session on that day (days since 1970-01-01) of the last person. */
static struct answer_session *
row_session(int32_t day, const char *blueprint)
{
	struct answer_session *s = &row_sessions[rows.session_count++];

	*s = (struct answer_session){
		.person = rows.person_count - 1, .number = (int64_t)rows.session_count,
		.created_us = day * DAY_US + NOON_US, .blueprint = blueprint, .state = SESSION_ENDED,
		.first_answer = rows.count,
	};
	row_people[rows.person_count - 1].session_count++;
	return s;
}

/* An answer with the candidate's own grade (-1: none). */
static struct answer *
row_answer(size_t item, int own)
{
	struct answer *v = &row_v[rows.count++];

	*v = (struct answer){
		.session = rows.session_count - 1, .item = item, .answered = true, .grade_own = own,
		.grade_interviewer = -1, .prediction = -1, .used_ms = 60000, .limit_ms = 120000,
	};
	row_sessions[rows.session_count - 1].answer_count++;
	return v;
}

/* The last answer as a further rater marked it. */
static void __attribute__((unused))
row_second(const char *rater, int grade)
{
	row_seconds[rows.second_count++] = (struct answer_second){ rows.count - 1, rater, grade };
}
#endif
