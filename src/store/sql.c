#include "store/sql.h"

#define PERSON_COLUMNS "id, name, created_us, goal, extra_time_permille, same_as, seal"
/* The person with that id, and those who are the same. */
#define ONE_OF(parameter) "IN (SELECT id FROM person WHERE " parameter " IN (id, same_as))"
/* `row` is the person meant by `id`. */
#define JOIN_PERSON(kind, row, id) \
	kind "JOIN person " row "_entry ON " row "_entry.id = " id " " \
	kind "JOIN person " row " ON " row ".id = coalesce(" row "_entry.same_as, " row "_entry.id) "

#define SESSION_COLUMNS \
	"id, number, mode, review, flags, extra_time_permille, candidate, interviewer, " \
	"bank_id, bank_version, bank_title, bank_sha256, blueprint, blueprint_title, seed, " \
	"created_us, utc_offset_min, seal, state, ended_us, last_seq, chain"

#define EVENT_COLUMNS \
	"seq, kind, item, at_ms, wall_us, actor, n1, n2, n3, n4, digest, chain"

/* In the order of item_row_of(), project.c. */
#define ITEM_COLUMNS \
	"item_id, revision, snapshot, state, phase, limit_ms, read_ms, think_ms, answer_ms, " \
	"follow_up_ms, review_ms, pause_ms, extended_ms, swapped_ms, over_ms, opened_ms, facts, hints, " \
	"pauses, facts_given, known, retry, flagged, no_answer, prediction"

#define RATING_COLUMNS "ticks, mistakes, no_answer, settled, proposed, grade, at_ms, seq"

#define SCORING_COLUMNS "id, session, rater, present, created_us, state, last_seq, chain"
#define SCORING_EVENT_COLUMNS "seq, kind, item, wall_us, n1, n2, n3, n4, digest, chain"
#define SCORING_RATING_COLUMNS "snapshot, ticks, mistakes, no_answer, settled, proposed, grade, seq"

/* enum item_state, record.h */
#define ANSWERED_OR_RATED "i.state IN (2, 3)"

/* The rating that counts: the interviewer's (2) if settled, else the candidate's own (1). */
#define COUNTING_RATING \
	"LEFT JOIN rating a ON a.session = i.session AND a.position = i.position AND a.rater = 2 " \
	"AND a.settled = 1 " \
	"LEFT JOIN rating b ON b.session = i.session AND b.position = i.position AND b.rater = 1 " \
	"AND b.settled = 1 "

/*
 * The candidate's own marks for a session that someone else led (1), once they are done with them (state 1);
 * `c` is the candidate's entry.
 */
#define OWN_SCORING \
	"LEFT JOIN scoring o ON o.session = s.id AND s.mode = 1 AND o.state = 1 AND o.rater IN " \
	"(SELECT id FROM person WHERE coalesce(same_as, id) = coalesce(c.same_as, c.id)) " \
	"LEFT JOIN scoring_rating w ON w.scoring = o.id AND w.position = i.position AND w.snapshot = i.snapshot " \
	"AND w.settled = 1 "

#define HISTORY \
	"SELECT s.id, s.number, s.mode, s.state, c.name, v.name, s.bank_id, s.blueprint, s.created_us, " \
	"s.utc_offset_min, count(i.position), " \
	"coalesce(sum(CASE WHEN " ANSWERED_OR_RATED " AND i.no_answer = 0 THEN 1 ELSE 0 END), 0), " \
	"count(coalesce(a.grade, b.grade)), " \
	"coalesce(sum(CASE WHEN i.no_answer = 1 THEN 1 ELSE 0 END), 0), " \
	"coalesce(sum(coalesce(a.grade, b.grade)), 0), " \
	"coalesce(sum(CASE WHEN " ANSWERED_OR_RATED " AND i.no_answer = 0 AND i.over_ms = 0 " \
	"THEN 1 ELSE 0 END), 0) " \
	"FROM session s " JOIN_PERSON("", "c", "s.candidate") JOIN_PERSON("LEFT ", "v", "s.interviewer") \
	"LEFT JOIN item i ON i.session = s.id " COUNTING_RATING

#define HISTORY_ORDER \
	"GROUP BY s.id, s.number, s.mode, s.state, c.name, v.name, s.bank_id, s.blueprint, " \
	"s.created_us, s.utc_offset_min ORDER BY s.number"

/*
 * All that was shown of one bank, to all or ("AND s.candidate " ONE_OF("$n")) one.  An item swapped away
 * stands before the one that came for it.
 */
#define ANSWER_TEXTS(asked, swapped) \
	"SELECT i.snapshot FROM session s JOIN item i ON i.session = s.id " \
	"WHERE " asked " AND i.opened_ms >= 0 UNION " \
	"SELECT w.snapshot FROM session s JOIN swapped w ON w.session = s.id WHERE " swapped " ORDER BY 1"

#define ANSWER_SESSIONS(whose) \
	"SELECT c.id, c.name, c.goal, s.number, s.created_us, s.utc_offset_min, s.mode, s.state, s.blueprint, v.name " \
	"FROM session s " JOIN_PERSON("", "c", "s.candidate") JOIN_PERSON("LEFT ", "v", "s.interviewer") \
	"WHERE " whose " ORDER BY c.id, s.number"

#define ANSWERS(asked, swapped) \
	"SELECT coalesce(c.same_as, c.id), s.number, i.position, 0, i.snapshot, i.state, " \
	"i.read_ms + i.think_ms + i.answer_ms, i.limit_ms, i.facts, i.hints, i.retry, i.no_answer, " \
	"i.prediction, coalesce(b.ticks, w.ticks), coalesce(b.grade, w.grade), a.ticks, a.grade " \
	"FROM session s JOIN person c ON c.id = s.candidate JOIN item i ON i.session = s.id " COUNTING_RATING OWN_SCORING \
	"WHERE " asked " AND i.opened_ms >= 0 UNION ALL " \
	"SELECT coalesce(c.same_as, c.id), s.number, w.position, 1, w.snapshot, 0, 0, 0, 0, 0, 0, 0, -1, " \
	"NULL, NULL, NULL, NULL FROM session s JOIN person c ON c.id = s.candidate " \
	"JOIN swapped w ON w.session = s.id WHERE " swapped " " \
	"ORDER BY 1, 2, 3, 4 DESC"

const char *const sql_text[SQL_COUNT] = {
	[SQL_NEXT_NUMBER] = "UPDATE counter SET value = value + 1 WHERE name = 'session' RETURNING value",
	[SQL_LAST_NUMBER] = "SELECT value FROM counter WHERE name = 'session'",
	[SQL_RAISE_NUMBER] = "UPDATE counter SET value = $1 WHERE name = 'session' AND value < $2",

	[SQL_PERSON_BY_FOLDED] = "SELECT p.id, p.name FROM person e "
	    "JOIN person p ON p.id = coalesce(e.same_as, e.id) WHERE e.folded = $1",
	[SQL_PERSON_BY_ID] = "SELECT " PERSON_COLUMNS " FROM person WHERE id = $1",
	[SQL_PERSON_ADD] = "INSERT INTO person (id, name, folded, created_us, goal, extra_time_permille, seal) "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[SQL_PERSON_ENTRY] = "SELECT id FROM person WHERE folded = $1",
	[SQL_PERSON_PUT] = "UPDATE person SET name = $1, folded = $2, goal = $3, extra_time_permille = $4, "
	    "same_as = $5, seal = $6 WHERE id = $7",
	[SQL_PERSON_ALIASES] = "SELECT id FROM person WHERE same_as = $1 ORDER BY id",
	/* What names the person beside sessions of theirs. */
	[SQL_PERSON_USES] = "SELECT (SELECT count(*) FROM session WHERE interviewer = $1) + "
	    "(SELECT count(*) FROM scoring WHERE rater = $2) + (SELECT count(*) FROM person WHERE same_as = $3)",
	/* Sessions in which both have a part. */
	[SQL_PERSON_CLASHES] = "SELECT min(a.number) FROM "
	    "(SELECT number, candidate AS person FROM session UNION SELECT number, interviewer FROM session "
	    "UNION SELECT s.number, r.rater FROM scoring r JOIN session s ON s.id = r.session) a JOIN "
	    "(SELECT number, candidate AS person FROM session UNION SELECT number, interviewer FROM session "
	    "UNION SELECT s.number, r.rater FROM scoring r JOIN session s ON s.id = r.session) b "
	    "ON a.number = b.number WHERE a.person " ONE_OF("$1") " AND b.person " ONE_OF("$2"),
	[SQL_PEOPLE] = "SELECT p.name, p.folded, "
	    "(SELECT count(*) FROM session s WHERE s.candidate IN (SELECT id FROM person WHERE p.id IN (id, same_as))), "
	    "(SELECT count(*) FROM session s WHERE s.interviewer IN (SELECT id FROM person WHERE p.id IN (id, same_as))), "
	    "(SELECT coalesce(max(s.created_us), 0) FROM session s "
	    "WHERE s.candidate IN (SELECT id FROM person WHERE p.id IN (id, same_as)) "
	    "OR s.interviewer IN (SELECT id FROM person WHERE p.id IN (id, same_as))), "
	    "(SELECT count(*) FROM scoring r WHERE r.rater IN (SELECT id FROM person WHERE p.id IN (id, same_as))), "
	    "p.goal, p.extra_time_permille FROM person p WHERE p.same_as IS NULL ORDER BY p.id",
	[SQL_PERSON_OTHER_NAMES] = "SELECT e.name FROM person p JOIN person e ON e.same_as = p.id "
	    "WHERE p.folded = $1 ORDER BY e.id",
	[SQL_PERSONS] = "SELECT " PERSON_COLUMNS ", folded FROM person ORDER BY id",
	[SQL_LAST_CANDIDATE] = "SELECT p.name FROM session s " JOIN_PERSON("", "p", "s.candidate")
	    "WHERE s.mode = 0 ORDER BY s.number DESC LIMIT 1",

	[SQL_SNAPSHOT_GET] = "SELECT body FROM snapshot WHERE sha256 = $1",
	[SQL_SNAPSHOT_ADD] = "INSERT INTO snapshot (sha256, body) VALUES ($1, $2) "
	    "ON CONFLICT (sha256) DO NOTHING",
	[SQL_SNAPSHOTS] = "SELECT sha256, body FROM snapshot ORDER BY sha256",

	[SQL_SESSION_GET] = "SELECT " SESSION_COLUMNS " FROM session WHERE id = $1",
	[SQL_SESSION_TAIL] = "SELECT number, ended_us, last_seq, chain FROM session WHERE id = $1",
	[SQL_SESSION_ADD] = "INSERT INTO session (" SESSION_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, "
	    "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
	[SQL_SESSION_ADVANCE] = "UPDATE session SET state = $1, ended_us = $2, last_seq = $3, chain = $4 "
	    "WHERE id = $5 AND last_seq = $6 RETURNING last_seq",
	[SQL_SESSIONS] = "SELECT id, number FROM session ORDER BY number",
	[SQL_FIND_NUMBER] = "SELECT id FROM session WHERE number = $1",
	[SQL_FIND_ID] = "SELECT id FROM session WHERE id = $1",
	[SQL_FIND_LAST] = "SELECT id FROM session ORDER BY number DESC LIMIT 1",
	[SQL_FIND_LAST_OF] = "SELECT id FROM session WHERE candidate " ONE_OF("$1")
	    " ORDER BY number DESC LIMIT 1",
	[SQL_FIND_UNFINISHED] = "SELECT id FROM session WHERE ended_us = 0 ORDER BY number DESC LIMIT 1",
	[SQL_FIND_UNFINISHED_OF] = "SELECT id FROM session WHERE candidate " ONE_OF("$1") " AND ended_us = 0 "
	    "ORDER BY number DESC LIMIT 1",
	[SQL_FIND_LED_WITH] = "SELECT id FROM session WHERE mode = 1 AND (candidate " ONE_OF("$1") " OR "
	    "interviewer " ONE_OF("$2") ") ORDER BY number DESC LIMIT 1",
	/* The last session before this one in which the same two had each other's part. */
	[SQL_FIND_OTHER_HALF] = "SELECT o.id FROM session s " JOIN_PERSON("", "c", "s.candidate")
	    JOIN_PERSON("", "v", "s.interviewer") "JOIN session o ON o.candidate " ONE_OF("v.id")
	    " AND o.interviewer " ONE_OF("c.id") " AND o.number < s.number WHERE s.id = $1 "
	    "ORDER BY o.number DESC LIMIT 1",
	[SQL_HISTORY] = HISTORY HISTORY_ORDER,
	[SQL_HISTORY_OF] = HISTORY "WHERE s.candidate " ONE_OF("$1") " " HISTORY_ORDER,

	[SQL_EVENT_GET] = "SELECT " EVENT_COLUMNS " FROM event WHERE session = $1 AND seq = $2",
	[SQL_EVENT_ADD] = "INSERT INTO event (session, " EVENT_COLUMNS ") "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
	[SQL_EVENTS] = "SELECT " EVENT_COLUMNS " FROM event WHERE session = $1 ORDER BY seq",
	[SQL_EVENT_COUNT] = "SELECT count(*) FROM event WHERE session = $1",
	[SQL_ENTRY_GET] = "SELECT erased_us, salt, body FROM entry WHERE session = $1 AND seq = $2",
	[SQL_ENTRY_ADD] = "INSERT INTO entry (session, seq, salt, body, erased_us) "
	    "VALUES ($1, $2, $3, $4, $5)",
	[SQL_ENTRY_COUNT] = "SELECT count(*) FROM entry WHERE session = $1",

	[SQL_ITEM_GET] = "SELECT " ITEM_COLUMNS " FROM item WHERE session = $1 AND position = $2",
	[SQL_ITEM_PUT] = "INSERT INTO item (session, position, " ITEM_COLUMNS ") VALUES ($1, $2, $3, $4, "
	    "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, "
	    "$24, $25, $26, $27) "
	    "ON CONFLICT (session, position) DO UPDATE SET item_id = excluded.item_id, "
	    "revision = excluded.revision, snapshot = excluded.snapshot, state = excluded.state, "
	    "phase = excluded.phase, limit_ms = excluded.limit_ms, read_ms = excluded.read_ms, "
	    "think_ms = excluded.think_ms, answer_ms = excluded.answer_ms, "
	    "follow_up_ms = excluded.follow_up_ms, review_ms = excluded.review_ms, "
	    "pause_ms = excluded.pause_ms, extended_ms = excluded.extended_ms, "
	    "swapped_ms = excluded.swapped_ms, over_ms = excluded.over_ms, "
	    "opened_ms = excluded.opened_ms, facts = excluded.facts, hints = excluded.hints, "
	    "pauses = excluded.pauses, facts_given = excluded.facts_given, known = excluded.known, "
	    "retry = excluded.retry, flagged = excluded.flagged, no_answer = excluded.no_answer, "
	    "prediction = excluded.prediction",
	[SQL_ITEM_COUNT] = "SELECT count(*) FROM item WHERE session = $1",
	[SQL_RATING_GET] = "SELECT " RATING_COLUMNS " FROM rating "
	    "WHERE session = $1 AND position = $2 AND rater = $3",
	[SQL_RATING_PUT] = "INSERT INTO rating (session, position, rater, " RATING_COLUMNS ") "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
	    "ON CONFLICT (session, position, rater) DO UPDATE SET ticks = excluded.ticks, "
	    "mistakes = excluded.mistakes, no_answer = excluded.no_answer, settled = excluded.settled, "
	    "proposed = excluded.proposed, grade = excluded.grade, at_ms = excluded.at_ms, "
	    "seq = excluded.seq",
	[SQL_RATING_DROP] = "DELETE FROM rating WHERE session = $1 AND position = $2 AND rater = $3",
	[SQL_RATING_COUNT] = "SELECT count(*) FROM rating WHERE session = $1",
	[SQL_SWAPPED_ADD] = "INSERT INTO swapped (session, seq, position, item_id, snapshot) "
	    "VALUES ($1, $2, $3, $4, $5)",
	[SQL_SWAPPED] = "SELECT seq, position, item_id, snapshot FROM swapped WHERE session = $1 "
	    "ORDER BY seq",

	/*
	 * All that a candidate has met of a bank, oldest session first.  `ordinal` counts all their
	 * sessions.  An item swapped away was met without a grade.
	 */
	[SQL_MET] = "SELECT s.ordinal, s.created_us, s.utc_offset_min, i.item_id, coalesce(a.grade, b.grade) "
	    "FROM (SELECT id, bank_id, created_us, utc_offset_min, "
	    "row_number() OVER (ORDER BY number) AS ordinal "
	    "FROM session WHERE candidate " ONE_OF("$1") ") s "
	    "JOIN item i ON i.session = s.id " COUNTING_RATING
	    "WHERE s.bank_id = $2 AND i.opened_ms >= 0 "
	    "UNION ALL "
	    "SELECT s.ordinal, s.created_us, s.utc_offset_min, w.item_id, NULL "
	    "FROM (SELECT id, bank_id, created_us, utc_offset_min, "
	    "row_number() OVER (ORDER BY number) AS ordinal "
	    "FROM session WHERE candidate " ONE_OF("$3") ") s "
	    "JOIN swapped w ON w.session = s.id WHERE s.bank_id = $4 "
	    "ORDER BY 1",
	[SQL_FORM_ITEMS] = "SELECT item_id FROM item WHERE session = $1 "
	    "UNION SELECT item_id FROM swapped WHERE session = $2",

	[SQL_SCORING_ADD] = "INSERT INTO scoring (" SCORING_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[SQL_SCORING_GET] = "SELECT " SCORING_COLUMNS " FROM scoring WHERE id = $1",
	[SQL_SCORING_ADVANCE] = "UPDATE scoring SET state = $1, last_seq = $2, chain = $3 "
	    "WHERE id = $4 AND last_seq = $5 RETURNING last_seq",
	[SQL_SCORING_FIND] = "SELECT id FROM scoring WHERE session = $1 AND rater " ONE_OF("$2"),
	[SQL_SCORINGS] = "SELECT id FROM scoring WHERE session = $1 ORDER BY created_us, id",
	[SQL_SCORING_SESSION] = "SELECT session FROM scoring WHERE id = $1",
	[SQL_SCORING_EVENT_GET] = "SELECT " SCORING_EVENT_COLUMNS " FROM scoring_event "
	    "WHERE scoring = $1 AND seq = $2",
	[SQL_SCORING_EVENT_ADD] = "INSERT INTO scoring_event (scoring, " SCORING_EVENT_COLUMNS ") "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	[SQL_SCORING_EVENTS] = "SELECT " SCORING_EVENT_COLUMNS " FROM scoring_event WHERE scoring = $1 ORDER BY seq",
	[SQL_SCORING_EVENT_COUNT] = "SELECT count(*) FROM scoring_event WHERE scoring = $1",
	[SQL_SCORING_TEXT_GET] = "SELECT erased_us, salt, body FROM scoring_text WHERE scoring = $1 AND seq = $2",
	[SQL_SCORING_TEXT_ADD] = "INSERT INTO scoring_text (scoring, seq, salt, body, erased_us) "
	    "VALUES ($1, $2, $3, $4, $5)",
	[SQL_SCORING_TEXT_COUNT] = "SELECT count(*) FROM scoring_text WHERE scoring = $1",
	[SQL_SCORING_RATING_GET] = "SELECT " SCORING_RATING_COLUMNS " FROM scoring_rating "
	    "WHERE scoring = $1 AND position = $2",
	[SQL_SCORING_RATING_PUT] = "INSERT INTO scoring_rating (scoring, position, " SCORING_RATING_COLUMNS ") "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
	    "ON CONFLICT (scoring, position) DO UPDATE SET snapshot = excluded.snapshot, ticks = excluded.ticks, "
	    "mistakes = excluded.mistakes, no_answer = excluded.no_answer, settled = excluded.settled, "
	    "proposed = excluded.proposed, grade = excluded.grade, seq = excluded.seq",
	[SQL_SCORING_RATING_DROP] = "DELETE FROM scoring_rating WHERE scoring = $1 AND position = $2",
	[SQL_SCORING_RATING_COUNT] = "SELECT count(*) FROM scoring_rating WHERE scoring = $1",

	[SQL_ANSWER_TEXTS] = ANSWER_TEXTS("s.bank_id = $1", "s.bank_id = $2"),
	[SQL_ANSWER_TEXTS_OF] = ANSWER_TEXTS("s.bank_id = $1 AND s.candidate " ONE_OF("$2"),
	    "s.bank_id = $3 AND s.candidate " ONE_OF("$4")),
	[SQL_ANSWER_SESSIONS] = ANSWER_SESSIONS("s.bank_id = $1"),
	[SQL_ANSWER_SESSIONS_OF] = ANSWER_SESSIONS("s.bank_id = $1 AND s.candidate " ONE_OF("$2")),
	[SQL_ANSWERS] = ANSWERS("s.bank_id = $1", "s.bank_id = $2"),
	[SQL_ANSWERS_OF] = ANSWERS("s.bank_id = $1 AND s.candidate " ONE_OF("$2"),
	    "s.bank_id = $3 AND s.candidate " ONE_OF("$4")),
	/*
	 * Marks of further raters who are done, for what stands in the form; the candidate's are in
	 * OWN_SCORING.
	 */
	/* Done marks of raters who are not the candidate. */
	[SQL_ANSWER_SECONDS] = "SELECT s.number, r.position, p.name, r.grade "
	    "FROM scoring g JOIN session s ON s.id = g.session JOIN person c ON c.id = s.candidate "
	    JOIN_PERSON("", "p", "g.rater") "JOIN scoring_rating r ON r.scoring = g.id "
	    "JOIN item i ON i.session = s.id AND i.position = r.position AND i.snapshot = r.snapshot "
	    "WHERE s.bank_id = $1 AND g.state = 1 AND r.settled = 1 AND i.no_answer = 0 "
	    "AND p.id <> coalesce(c.same_as, c.id) "
	    "ORDER BY s.number, r.position, p.id",

	/* In the order in which they refer to each other. */
#define OF_CANDIDATE "WHERE session IN (SELECT id FROM session WHERE candidate " ONE_OF("$1") ")"
	/* Marks for sessions of theirs, and marks of theirs that they did not end. */
#define FORGOTTEN_SCORINGS "SELECT id FROM scoring WHERE session IN (SELECT id FROM session WHERE candidate " \
	ONE_OF("$1") ") OR (state = 0 AND rater " ONE_OF("$1") ")"
	[SQL_FORGET_SCORINGS] = FORGOTTEN_SCORINGS,
	[SQL_FORGET_SCORING_RATINGS] = "DELETE FROM scoring_rating WHERE scoring IN (" FORGOTTEN_SCORINGS ")",
	[SQL_FORGET_SCORING_TEXTS] = "DELETE FROM scoring_text WHERE scoring IN (" FORGOTTEN_SCORINGS ")",
	[SQL_FORGET_SCORING_EVENTS] = "DELETE FROM scoring_event WHERE scoring IN (" FORGOTTEN_SCORINGS ")",
	[SQL_FORGET_SCORING_HEADS] = "DELETE FROM scoring WHERE id IN (" FORGOTTEN_SCORINGS ")",
	[SQL_FORGET_SCORING_NOTES] = "UPDATE scoring_text SET salt = $1, body = '', erased_us = $2 "
	    "WHERE erased_us IS NULL AND scoring IN (SELECT id FROM scoring WHERE rater " ONE_OF("$3") ")",
	/* Their notes (kind 17, n1 0) as interviewer (actor 2); answers that they typed are the candidate's. */
	[SQL_FORGET_LED_NOTES] = "UPDATE entry SET salt = $1, body = '', erased_us = $2 WHERE erased_us IS NULL "
	    "AND session IN (SELECT id FROM session WHERE interviewer " ONE_OF("$3") ") "
	    "AND (SELECT e.kind = 17 AND e.n1 = 0 AND e.actor = 2 FROM event e "
	    "WHERE e.session = entry.session AND e.seq = entry.seq)",
	[SQL_FORGET_LED_SESSIONS] = "SELECT id FROM session WHERE interviewer " ONE_OF("$1") " ORDER BY number",
	[SQL_FORGET_SCORED] = "SELECT count(*) FROM scoring WHERE rater " ONE_OF("$1"),
	[SQL_FORGET_SESSIONS] = "SELECT id FROM session WHERE candidate " ONE_OF("$1") " ORDER BY number",
	[SQL_FORGET_RATINGS] = "DELETE FROM rating " OF_CANDIDATE,
	[SQL_FORGET_SWAPPED] = "DELETE FROM swapped " OF_CANDIDATE,
	[SQL_FORGET_ITEMS] = "DELETE FROM item " OF_CANDIDATE,
	[SQL_FORGET_ENTRIES] = "DELETE FROM entry " OF_CANDIDATE,
	[SQL_FORGET_EVENTS] = "DELETE FROM event " OF_CANDIDATE,
	[SQL_FORGET_HEADS] = "DELETE FROM session WHERE candidate " ONE_OF("$1"),
	[SQL_FORGET_SNAPSHOTS] = "DELETE FROM snapshot WHERE sha256 NOT IN "
	    "(SELECT snapshot FROM item UNION SELECT snapshot FROM swapped)",
	[SQL_FORGET_LED] = "SELECT count(*) FROM session WHERE interviewer " ONE_OF("$1"),
	[SQL_FORGET_PERSON] = "DELETE FROM person WHERE id = $1",
	[SQL_FORGET_TEXTS] = "SELECT body FROM entry UNION ALL SELECT body FROM scoring_text",

	/* For a damaged file: what one way through a table cannot reach another may. */
	[SQL_SALVAGE_SESSIONS] = "SELECT id FROM session ORDER BY id",
	[SQL_SALVAGE_SESSIONS_BACK] = "SELECT id FROM session ORDER BY id DESC",
	[SQL_SALVAGE_LOGS] = "SELECT session FROM event WHERE seq = 1 ORDER BY session",
	[SQL_SALVAGE_LOGS_BACK] = "SELECT session FROM event WHERE seq = 1 ORDER BY session DESC",
	[SQL_SALVAGE_SNAPSHOTS] = "SELECT sha256, body FROM snapshot",
	/* PERSON_COLUMNS, of a file of version 1 */
	[SQL_SALVAGE_PERSON_FIRST] = "SELECT id, name, created_us, NULL, 1000, NULL, seal FROM person WHERE id = $1",
};
