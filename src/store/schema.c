#include "store/schema.h"

/*
 * Truth is `event`, with the texts of `entry` and the items of `snapshot`; `item`, `rating` and
 * `swapped` and the last four columns of `session` follow from it and are compared by
 * `viva db check`.  Columns end in their units: _us microseconds since 1970 UTC, _ms
 * milliseconds on the session clock.  Enumerations are those of record.h.  The comments stand in
 * the file as well, for whoever opens it with other tools.
 *
 * A shipped version is never edited: a change is a further step below.
 */
const char *const schema_sql[] = {
"CREATE TABLE meta ( -- about the file: writer = version of viva that made or migrated it\n"
"	key TEXT NOT NULL PRIMARY KEY,\n"
"	value TEXT NOT NULL\n"
") STRICT, WITHOUT ROWID",

"CREATE TABLE counter ( -- session = the last session number given away; none is used twice\n"
"	name TEXT NOT NULL PRIMARY KEY,\n"
"	value INTEGER NOT NULL CHECK (value >= 0)\n"
") STRICT, WITHOUT ROWID",

"INSERT INTO counter (name, value) VALUES ('session', 0)",

"CREATE TABLE person ( -- candidates and interviewers\n"
"	id INTEGER NOT NULL PRIMARY KEY,\n"
"	name TEXT NOT NULL,\n"
"	folded TEXT NOT NULL UNIQUE, -- the name without case, to compare\n"
"	created_us INTEGER NOT NULL,\n"
"	seal BLOB NOT NULL CHECK (length(seal) = 32) -- SHA-256 of the row: see chain.h\n"
") STRICT",

"CREATE TABLE snapshot ( -- an item as it was when it was drawn\n"
"	sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32), -- of body\n"
"	body TEXT NOT NULL -- canonical XML: a bank of one item\n"
") STRICT",

"CREATE TABLE session (\n"
"	id INTEGER NOT NULL PRIMARY KEY,\n"
"	number INTEGER NOT NULL UNIQUE CHECK (number >= 1), -- what people call it\n"
"	mode INTEGER NOT NULL, -- 0 solo, 1 led\n"
"	review INTEGER NOT NULL, -- 0 after each item, 1 at the end\n"
"	flags INTEGER NOT NULL, -- 1 strict, 2 clock hidden, 4 no follow-ups\n"
"	extra_time_permille INTEGER NOT NULL,\n"
"	candidate INTEGER NOT NULL REFERENCES person (id),\n"
"	interviewer INTEGER REFERENCES person (id),\n"
"	bank_id TEXT NOT NULL,\n"
"	bank_version TEXT NOT NULL,\n"
"	bank_title TEXT NOT NULL,\n"
"	bank_sha256 BLOB NOT NULL CHECK (length(bank_sha256) = 32),\n"
"	blueprint TEXT NOT NULL,\n"
"	blueprint_title TEXT NOT NULL,\n"
"	seed INTEGER NOT NULL, -- 64 bits; from 2^63 on as negative numbers\n"
"	created_us INTEGER NOT NULL,\n"
"	utc_offset_min INTEGER NOT NULL, -- where it was held\n"
"	seal BLOB NOT NULL CHECK (length(seal) = 32), -- SHA-256 of number and id: see chain.h\n"
"	state INTEGER NOT NULL, -- 0 drawn, 1 running, 2 paused, 3 ended\n"
"	ended_us INTEGER NOT NULL, -- 0 while unfinished\n"
"	last_seq INTEGER NOT NULL CHECK (last_seq >= 0),\n"
"	chain BLOB NOT NULL CHECK (length(chain) = 32) -- of the last event\n"
") STRICT",

"CREATE INDEX session_candidate ON session (candidate, number)",

"CREATE TABLE event ( -- what happened, in order; rows are only ever added\n"
"	session INTEGER NOT NULL REFERENCES session (id),\n"
"	seq INTEGER NOT NULL CHECK (seq >= 1), -- 1, 2, 3 ... without gaps\n"
"	kind INTEGER NOT NULL,\n"
"	item INTEGER NOT NULL, -- position from 0, or -1\n"
"	at_ms INTEGER NOT NULL,\n"
"	wall_us INTEGER NOT NULL, -- when it was written\n"
"	actor INTEGER NOT NULL, -- 0 system, 1 candidate, 2 interviewer\n"
"	n1 INTEGER NOT NULL,\n"
"	n2 INTEGER NOT NULL,\n"
"	n3 INTEGER NOT NULL,\n"
"	n4 INTEGER NOT NULL,\n"
"	digest BLOB CHECK (length(digest) = 32), -- SHA-256 of a snapshot, or of salt and text in entry\n"
"	chain BLOB NOT NULL CHECK (length(chain) = 32), -- SHA-256 of the chain before and this row\n"
"	PRIMARY KEY (session, seq)\n"
") STRICT, WITHOUT ROWID",

"CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event\n"
"BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",

"CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event\n"
"BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",

"CREATE TABLE entry ( -- all free text, so that it can be erased; the event keeps its digest\n"
"	session INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL,\n"
"	salt BLOB NOT NULL,\n"
"	body TEXT NOT NULL,\n"
"	erased_us INTEGER, -- then salt and body are empty\n"
"	PRIMARY KEY (session, seq),\n"
"	FOREIGN KEY (session, seq) REFERENCES event (session, seq),\n"
"	CHECK (length(salt) = CASE WHEN erased_us IS NULL THEN 16 ELSE 0 END),\n"
"	CHECK (erased_us IS NULL OR body = '')\n"
") STRICT",

"CREATE TABLE item ( -- the positions of a form as the events left them\n"
"	session INTEGER NOT NULL REFERENCES session (id),\n"
"	position INTEGER NOT NULL CHECK (position >= 0),\n"
"	item_id TEXT NOT NULL,\n"
"	revision INTEGER NOT NULL,\n"
"	snapshot BLOB NOT NULL REFERENCES snapshot (sha256),\n"
"	state INTEGER NOT NULL, -- 0 pending, 1 open, 2 answered, 3 rated, 4 not asked\n"
"	phase INTEGER NOT NULL,\n"
"	limit_ms INTEGER NOT NULL, -- with extra time and extensions\n"
"	read_ms INTEGER NOT NULL,\n"
"	think_ms INTEGER NOT NULL,\n"
"	answer_ms INTEGER NOT NULL,\n"
"	follow_up_ms INTEGER NOT NULL,\n"
"	review_ms INTEGER NOT NULL, -- predicting, marking, notes, rest\n"
"	pause_ms INTEGER NOT NULL,\n"
"	extended_ms INTEGER NOT NULL,\n"
"	swapped_ms INTEGER NOT NULL, -- spent on items swapped away here\n"
"	over_ms INTEGER NOT NULL, -- read + think + answer beyond the limit\n"
"	opened_ms INTEGER NOT NULL, -- -1 before\n"
"	facts INTEGER NOT NULL,\n"
"	hints INTEGER NOT NULL,\n"
"	pauses INTEGER NOT NULL,\n"
"	facts_given INTEGER NOT NULL, -- bit i: fact i\n"
"	known INTEGER NOT NULL,\n"
"	retry INTEGER NOT NULL,\n"
"	flagged INTEGER NOT NULL,\n"
"	no_answer INTEGER NOT NULL,\n"
"	prediction INTEGER NOT NULL, -- -1 none\n"
"	PRIMARY KEY (session, position)\n"
") STRICT, WITHOUT ROWID",

"CREATE TABLE rating ( -- one rater's marks for one answer, as the events left them\n"
"	session INTEGER NOT NULL,\n"
"	position INTEGER NOT NULL,\n"
"	rater INTEGER NOT NULL CHECK (rater IN (1, 2)), -- 1 the candidate, 2 the interviewer\n"
"	ticks TEXT NOT NULL, -- for each key point 0 no, 1 partly, 2 yes\n"
"	mistakes INTEGER NOT NULL, -- bit i: mistake i was made\n"
"	no_answer INTEGER NOT NULL,\n"
"	settled INTEGER NOT NULL, -- a grade was given\n"
"	proposed INTEGER NOT NULL, -- -1 before\n"
"	grade INTEGER NOT NULL, -- -1 before\n"
"	at_ms INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL, -- of the event that settled it\n"
"	PRIMARY KEY (session, position, rater),\n"
"	FOREIGN KEY (session, position) REFERENCES item (session, position)\n"
") STRICT, WITHOUT ROWID",

"CREATE TABLE swapped ( -- items the candidate knew and did not answer\n"
"	session INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL, -- of the swap\n"
"	position INTEGER NOT NULL,\n"
"	item_id TEXT NOT NULL,\n"
"	snapshot BLOB NOT NULL REFERENCES snapshot (sha256),\n"
"	PRIMARY KEY (session, seq),\n"
"	FOREIGN KEY (session, seq) REFERENCES event (session, seq)\n"
") STRICT, WITHOUT ROWID",
};
const size_t schema_sql_count = sizeof schema_sql / sizeof schema_sql[0];

#define FINGERPRINT_1 "37318596f5d12a7e0c05ff873c21911502e95c8dd2ec7b7abc9949d1f1145bf1"
#define FINGERPRINT_2 "76a58ffb9e72bbbce18905881aae77b23eb939d787b4d132e0afe1fd06e6bb65"
const char *const schema_fingerprints[SCHEMA_VERSION] = { FINGERPRINT_1, FINGERPRINT_2 };

/*
 * Version 2: what is known of a person beside the name, people entered twice, and the marks of
 * further raters.  Of the latter `scoring_event` with the texts of `scoring_text` is the truth;
 * `scoring_rating` and the last three columns of `scoring` follow from it.
 *
 * ALTER TABLE keeps the comments inside of a column's definition in the file, and none after it.
 */
static const char *const to_2[] = {
"ALTER TABLE person ADD COLUMN goal INTEGER /* grade to reach; NULL: the usual one */ "
"CHECK (goal BETWEEN 0 AND 4)",

"ALTER TABLE person ADD COLUMN extra_time_permille INTEGER /* 1000: none */ NOT NULL DEFAULT 1000",

"ALTER TABLE person ADD COLUMN same_as INTEGER /* entered twice: the person meant, who has none */ "
"REFERENCES person (id)",

"CREATE TABLE scoring ( -- one further rater's marks for one session\n"
"	id INTEGER NOT NULL PRIMARY KEY,\n"
"	session INTEGER NOT NULL REFERENCES session (id),\n"
"	rater INTEGER NOT NULL REFERENCES person (id),\n"
"	present INTEGER NOT NULL, -- 0 not asked, every answer was typed; 1 was there; 2 was not\n"
"	created_us INTEGER NOT NULL,\n"
"	state INTEGER NOT NULL, -- 0 open, then blind to all others; 1 done\n"
"	last_seq INTEGER NOT NULL CHECK (last_seq >= 0),\n"
"	chain BLOB NOT NULL CHECK (length(chain) = 32), -- of the last event\n"
"	UNIQUE (session, rater)\n"
") STRICT",

"CREATE TABLE scoring_event ( -- what the rater did, in order; rows are only ever added\n"
"	scoring INTEGER NOT NULL REFERENCES scoring (id),\n"
"	seq INTEGER NOT NULL CHECK (seq >= 1), -- 1, 2, 3 ... without gaps\n"
"	kind INTEGER NOT NULL, -- as in event\n"
"	item INTEGER NOT NULL, -- position from 0, or -1\n"
"	wall_us INTEGER NOT NULL, -- when it was written\n"
"	n1 INTEGER NOT NULL,\n"
"	n2 INTEGER NOT NULL,\n"
"	n3 INTEGER NOT NULL,\n"
"	n4 INTEGER NOT NULL,\n"
"	digest BLOB CHECK (length(digest) = 32), -- SHA-256 of a snapshot, or of salt and text in scoring_text\n"
"	chain BLOB NOT NULL CHECK (length(chain) = 32), -- SHA-256 of the chain before and this row\n"
"	PRIMARY KEY (scoring, seq)\n"
") STRICT, WITHOUT ROWID",

"CREATE TRIGGER scoring_event_is_never_changed BEFORE UPDATE ON scoring_event\n"
"BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",

"CREATE TRIGGER scoring_event_is_never_deleted BEFORE DELETE ON scoring_event\n"
"BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",

"CREATE TABLE scoring_text ( -- all free text, so that it can be erased; the event keeps its digest\n"
"	scoring INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL,\n"
"	salt BLOB NOT NULL,\n"
"	body TEXT NOT NULL,\n"
"	erased_us INTEGER, -- then salt and body are empty\n"
"	PRIMARY KEY (scoring, seq),\n"
"	FOREIGN KEY (scoring, seq) REFERENCES scoring_event (scoring, seq),\n"
"	CHECK (length(salt) = CASE WHEN erased_us IS NULL THEN 16 ELSE 0 END),\n"
"	CHECK (erased_us IS NULL OR body = '')\n"
") STRICT",

"CREATE TABLE scoring_rating ( -- the marks for one answer, as the events left them\n"
"	scoring INTEGER NOT NULL REFERENCES scoring (id),\n"
"	position INTEGER NOT NULL CHECK (position >= 0),\n"
"	snapshot BLOB NOT NULL REFERENCES snapshot (sha256), -- the item that was marked\n"
"	ticks TEXT NOT NULL, -- for each key point 0 no, 1 partly, 2 yes\n"
"	mistakes INTEGER NOT NULL, -- bit i: mistake i was made\n"
"	no_answer INTEGER NOT NULL,\n"
"	settled INTEGER NOT NULL, -- a grade was given\n"
"	proposed INTEGER NOT NULL, -- -1 before\n"
"	grade INTEGER NOT NULL, -- -1 before\n"
"	seq INTEGER NOT NULL, -- of the event that settled it; 0 before\n"
"	PRIMARY KEY (scoring, position)\n"
") STRICT, WITHOUT ROWID",
};

const struct migration schema_steps[SCHEMA_VERSION - 1] = {
	{ to_2, sizeof to_2 / sizeof to_2[0], FINGERPRINT_2 },
};
