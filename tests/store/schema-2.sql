-- A database of format 2 as viva 0.1.0 wrote it (the text of `sqlite3 FILE .dump`): sessions of two people, one of
-- them with a goal and entered twice, the other with extra time; marks of two further raters, done and open.
-- Never changed: every later viva must open it and find the same in it.
PRAGMA application_id = 0x56495641;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta ( -- about the file: writer = version of viva that made or migrated it
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('writer','0.1.0');
INSERT INTO meta VALUES('written_us','1795377362476573');
CREATE TABLE counter ( -- session = the last session number given away; none is used twice
	name TEXT NOT NULL PRIMARY KEY,
	value INTEGER NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES('session',6);
CREATE TABLE person ( -- candidates and interviewers
	id INTEGER NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	folded TEXT NOT NULL UNIQUE, -- the name without case, to compare
	created_us INTEGER NOT NULL,
	seal BLOB NOT NULL CHECK (length(seal) = 32) -- SHA-256 of the row: see chain.h
, goal INTEGER /* grade to reach; NULL: the usual one */ CHECK (goal BETWEEN 0 AND 4), extra_time_permille INTEGER /* 1000: none */ NOT NULL DEFAULT 1000, same_as INTEGER /* entered twice: the person meant, who has none */ REFERENCES person (id)) STRICT;
INSERT INTO person VALUES(1000,'Bob','bob',1767225600000000,X'f1508391515f5707de20203744e6c2d1f3a63218a7dd0721da18ccc7f0b96eb1',NULL,1500,NULL);
INSERT INTO person VALUES(1001,'Grace','grace',1767225600000000,X'c2ea53d57e4a3950de3c76ac9eac584229ffb813cfce1ae76ef191d365a45bcf',NULL,1000,NULL);
INSERT INTO person VALUES(1002,'Ada','ada',1767226600000007,X'6cc3230e10d39ec5dbbb5caeb69c7d5660cee21e0eeba1832ba2140db075fbc1',4,1000,NULL);
INSERT INTO person VALUES(2251799813685250,'Mary','mary',1767225600000000,X'0402f5e335ba341e4f8336e5274fc60ad862d77950fc743a6c6c54837d6f3c1c',NULL,1000,NULL);
INSERT INTO person VALUES(2251799813685251,'Alan','alan',1767225600000000,X'95063b59fad2787264bb1c4598e32204ef82335ffbb3f0bdf81caf9e76ea3001',NULL,1000,NULL);
INSERT INTO person VALUES(382982652144723220,'Zoë','zoë',1795377379756830,X'5d939b7af65276589544b87efe12106600c5f68f3d5f9ab6e167ba4500b7f1b2',NULL,1000,1002);
CREATE TABLE snapshot ( -- an item as it was when it was drawn
	sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32), -- of body
	body TEXT NOT NULL -- canonical XML: a bank of one item
) STRICT;
INSERT INTO snapshot VALUES(X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-2" revision="3" topic="t" difficulty="3" kind="concept" minutes="3.5"><title>Item 2</title><stem><p>What is é 2?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point><key-point id="k4">point 4</key-point></key-points><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake><mistake id="m1"><claim>wrong 1</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-0" revision="1" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 0</title><stem><p>What is é 0?</p></stem><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-1" revision="2" topic="t" difficulty="2" kind="concept" minutes="2.5"><title>Item 1</title><stem><p>What is é 1?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-5" revision="6" topic="t" difficulty="3" kind="concept" minutes="3.5"><title>Item 5</title><stem><p>What is é 5?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point><key-point id="k4">point 4</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake><mistake id="m1"><claim>wrong 1</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-3" revision="4" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 3</title><stem><p>What is é 3?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><on-request id="r2" ask="and 2?"><p>2</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-4" revision="5" topic="t" difficulty="2" kind="concept" minutes="2.5"><title>Item 4</title><stem><p>What is é 4?</p></stem><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point></key-points><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-6" revision="7" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 6</title><stem><p>What is é 6?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-11" revision="12" topic="t" difficulty="3" kind="concept" minutes="3.5"><title>Item 11</title><stem><p>What is é 11?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><on-request id="r2" ask="and 2?"><p>2</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point><key-point id="k4">point 4</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake><mistake id="m1"><claim>wrong 1</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'5e2def4d0d086a70df3250a64f485c7625de2e0d279938af2e5035903c6a494e',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="ml-engineer-junior" format="1.0" version="1.0.0" xml:lang="en"><metadata><title>Junior machine-learning engineer</title><description>Interview questions on data, models, evaluation, production and daily practice, with answers, key points to tick, follow-up questions and frequent mistakes.</description><creator>the viva authors</creator><license spdx="CC-BY-4.0">Creative Commons Attribution 4.0 International</license><date>2026-11-22</date></metadata><taxonomy><area id="data"><title>Data</title><topic id="data" share="100"><title>Gaps, outliers, scaling, imbalance, labels</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>nothing usable</title><anchor kind="concept">No answer, or the central idea is false</anchor><anchor kind="scenario">No step that could be carried out</anchor><anchor kind="troubleshooting">Changes things at random, or finds nothing to look at</anchor><anchor kind="behavioural">No example of own work, or only general opinions</anchor></grade><grade value="1"><title>partial</title><anchor kind="concept">Recognises the term, cannot say how or why it works</anchor><anchor kind="scenario">One workable idea, without a reason for it</anchor><anchor kind="troubleshooting">One guess at the cause, no way to check it</anchor><anchor kind="behavioural">Names a situation, leaves open what the candidate did</anchor></grade><grade value="2"><title>adequate</title><anchor kind="concept">Main idea right; an essential point is missing or came only after a hint</anchor><anchor kind="scenario">A sensible plan that overlooks an important constraint</anchor><anchor kind="troubleshooting">Finds the right area but not the cause, or repairs without proof</anchor><anchor kind="behavioural">Own actions are clear, reasons or result are not</anchor></grade><grade value="3"><title>solid</title><anchor kind="concept">All essential points and an example of one''s own; small gaps only</anchor><anchor kind="scenario">Asks for what is missing, gives reasons, names at least one trade-off</anchor><anchor kind="troubleshooting">Checks in a sensible order, finds the cause and the right repair</anchor><anchor kind="behavioural">Situation, own decision, reason and result are all clear</anchor></grade><grade value="4"><title>strong</title><anchor kind="concept">Also states the limits unasked and solves the follow-up</anchor><anchor kind="scenario">Also compares options and says how success is measured and what may fail</anchor><anchor kind="troubleshooting">Also confirms the cause by an experiment and prevents its return</anchor><anchor kind="behavioural">Also says what went wrong, what it cost and what changed afterwards</anchor></grade></rating-scale><item id="missing-in-code" revision="1" topic="data" difficulty="1" kind="concept" minutes="3"><title>Counting and filling gaps in pandas, and the R counterpart</title><stem><p>A table has the columns <code>age</code> and <code>city</code>. In this data set 999 stands for an unknown age, and some cities are empty strings.</p><p>Please write or say aloud in pandas: how do you count the gaps, and how do you fill them before a model is trained? How would it look in R?</p></stem><answer><p>First turn disguised gaps into real ones; <code>isna()</code> knows neither 999 nor an empty string. For six rows:</p><code-block role="log" caption="df.isna().sum() before, then after recoding">age     2\ncity    1\nafter recoding\nage     3\ncity    2</code-block><code-block syntax="python">df = df.replace({"age": {999: np.nan}, "city": {"": np.nan}})\nprint(df.isna().sum(), df.isna().mean())\ntrain, test = train_test_split(df, random_state=0)\nmed = train["age"].median()                       # skips gaps\nfor part in (train, test):\n    part["no_age"] = part["age"].isna()\n    part["age"] = part["age"].fillna(med)\n    part["city"] = part["city"].fillna("missing")</code-block><p>The median comes from training rows and fills both parts; before the recoding, 999 would have raised it. (Take <code>.copy()</code> of the parts if pandas warns.) In a project I would use <code>SimpleImputer(add_indicator=True)</code> in a pipeline, which stores the median.</p><p>In R, reading with <code>na.strings = c("", "999")</code> would do the recoding, but for all columns at once. Then:</p><code-block syntax="r">colSums(is.na(train))\nmed &lt;- median(train$age, na.rm = TRUE)\ntrain$age[is.na(train$age)] &lt;- med\ntest$age[is.na(test$age)] &lt;- med</code-block><p>R''s <code>median</code> returns <code>NA</code> unless told to skip gaps; pandas skips them without a word. <code>dropna()</code> and <code>na.omit()</code> remove rows, which is a decision of its own, not a default.</p></answer><key-points><key-point id="k1" essential="yes">Counts per column with <code>isna().sum()</code> (in R <code>colSums(is.na(...))</code>)</key-point><key-point id="k2" essential="yes">Turns 999 and empty strings into real gaps first</key-point><key-point id="k3" essential="yes">Takes the median from training rows and uses it for both parts</key-point><key-point id="k4">Fills text with its own level, or a number with the median, and says why</key-point><key-point id="k5">Keeps an indicator of what was missing</key-point><key-point id="k6">Says that R needs <code>na.rm = TRUE</code> where pandas skips gaps</key-point></key-points><follow-up id="f1" minutes="1"><stem><p>Why does an integer column turn into floats as soon as it has a gap?</p></stem><answer><p>The default integer type has no value for a gap, so pandas uses the float NaN. The nullable type <code>Int64</code> keeps integers and marks the gap with <code>pd.NA</code>.</p></answer></follow-up><follow-up id="f2" minutes="1"><stem><p>Why does <code>df[df.age == np.nan]</code> find nothing?</p></stem><answer><p>NaN is unequal to everything, itself included. Ask with <code>isna()</code>. In R the comparison gives <code>NA</code>, and one asks with <code>is.na</code>.</p></answer></follow-up><mistake id="m1"><claim>One call of <code>dropna()</code>, and the gaps are dealt with.</claim><correction>It removes every row with any gap, which can be most of them, and gives no rule for new rows.</correction></mistake><mistake id="m2"><claim>Fill with <code>df.fillna(df.mean())</code> before the split.</claim><correction>Then test rows have a say in the filling. And a text column has no mean; since version 2, pandas raises an error there.</correction></mistake><reference href="https://pandas.pydata.org/docs/user_guide/missing_data.html">pandas: working with missing data</reference><source-note>The pandas counts come from a run. The R lines are base R and were not run.</source-note></item></item-bank>\n','\n',char(10)));
CREATE TABLE session (
	id INTEGER NOT NULL PRIMARY KEY,
	number INTEGER NOT NULL UNIQUE CHECK (number >= 1), -- what people call it
	mode INTEGER NOT NULL, -- 0 solo, 1 led
	review INTEGER NOT NULL, -- 0 after each item, 1 at the end
	flags INTEGER NOT NULL, -- 1 strict, 2 clock hidden, 4 no follow-ups
	extra_time_permille INTEGER NOT NULL,
	candidate INTEGER NOT NULL REFERENCES person (id),
	interviewer INTEGER REFERENCES person (id),
	bank_id TEXT NOT NULL,
	bank_version TEXT NOT NULL,
	bank_title TEXT NOT NULL,
	bank_sha256 BLOB NOT NULL CHECK (length(bank_sha256) = 32),
	blueprint TEXT NOT NULL,
	blueprint_title TEXT NOT NULL,
	seed INTEGER NOT NULL, -- 64 bits; from 2^63 on as negative numbers
	created_us INTEGER NOT NULL,
	utc_offset_min INTEGER NOT NULL, -- where it was held
	seal BLOB NOT NULL CHECK (length(seal) = 32), -- SHA-256 of number and id: see chain.h
	state INTEGER NOT NULL, -- 0 drawn, 1 running, 2 paused, 3 ended
	ended_us INTEGER NOT NULL, -- 0 while unfinished
	last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
	chain BLOB NOT NULL CHECK (length(chain) = 32) -- of the last event
) STRICT;
INSERT INTO session VALUES(1099511627776,1,1,0,0,1500,1000,1001,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',0,1767225600000000,-330,X'b722e98f5d97aab61b1fa789abf7fafff5de64286a2c176c0d37071ed5eb3b78',3,1767225656000168,61,X'619911ceed70ee7d5f3af6330a551a1172d68dd92140ab2d45b6e4854e11151c');
INSERT INTO session VALUES(1099511627777,2,0,0,0,1000,1002,NULL,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',-7046029254386353131,1767226600000007,-330,X'34785aac550f369ca316c1839f17010d3c30a2c1cb79a4a5311b477c80ee76c6',3,1767226718000361,125,X'0c401bdd71f4dc86e25fc81369718fa33d33e304e2593e2aabcec8e308f7e31c');
INSERT INTO session VALUES(1099511627778,3,0,0,0,1500,1002,NULL,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',4354685564936845354,1767227600000014,-330,X'086fcfebd91f010a2a3dbaa2b1ca8ce0ef98c3ba7810a63c0fb8e984d17c8e17',3,1767227664000206,69,X'c0ed0b4615f313febb8dc594f62ee5cb6616daef6b28542e7cf5e15138d8c807');
INSERT INTO session VALUES(1099511627779,4,0,1,0,1500,1000,NULL,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',-2691343689449507777,1767228600000021,-330,X'6570c1c805deab6a178b1f0e4383b0722f02b9501ad0348dfd2f4a2727526e15',3,1767228705000336,112,X'c2126a3905cdf2f9459076794a04735f6ca1b6d0f46955212f2fe6af73c6524d');
INSERT INTO session VALUES(1099511627780,5,1,1,0,1500,1002,1001,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',8709371129873690708,1767229600000028,-330,X'578d110390a2608dca6d6a4925035f4f348a3a7a7f69655fc252d62d14aaa26f',3,1767229625000103,30,X'0fd06b9b9b93ee3bc6f8538e1e55f8365dd1eb617e22f2300661c1eaa284918b');
INSERT INTO session VALUES(382982652144723221,6,0,0,0,1000,382982652144723220,NULL,'ml-engineer-junior','1.0.0','Junior machine-learning engineer',X'b23869d8c735b08b603c7ee10e7c6ed6bab7aadbcd3f2667a3adaf680aaaa717','drill','A drill',3,1795377379756830,0,X'53f20ffcbebde8f91e37565e976faea653f1c5786884542ca7490d4e6804d664',3,1795377380124809,6,X'bb0332a9b5bdd8feabdd6c69ce146ed7ecc4cd90b315aac697d5a47b610c6642');
CREATE TABLE event ( -- what happened, in order; rows are only ever added
	session INTEGER NOT NULL REFERENCES session (id),
	seq INTEGER NOT NULL CHECK (seq >= 1), -- 1, 2, 3 ... without gaps
	kind INTEGER NOT NULL,
	item INTEGER NOT NULL, -- position from 0, or -1
	at_ms INTEGER NOT NULL,
	wall_us INTEGER NOT NULL, -- when it was written
	actor INTEGER NOT NULL, -- 0 system, 1 candidate, 2 interviewer
	n1 INTEGER NOT NULL,
	n2 INTEGER NOT NULL,
	n3 INTEGER NOT NULL,
	n4 INTEGER NOT NULL,
	digest BLOB CHECK (length(digest) = 32), -- SHA-256 of a snapshot, or of salt and text in entry
	chain BLOB NOT NULL CHECK (length(chain) = 32), -- SHA-256 of the chain before and this row
	PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO event VALUES(1099511627776,1,1,-1,0,1767225600000000,0,1,0,0,1500,NULL,X'15e726ab4672a84f2c33096f6f6d98adfb34abe5b719dcac526197d8b8dc5cd2');
INSERT INTO event VALUES(1099511627776,2,2,0,0,1767225600000000,0,90000,1,0,0,X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd',X'e084cfb4e6d2831e75ad5e7eb4e4dc8a2dd89d773288b17066cb928ea3b5cd9c');
INSERT INTO event VALUES(1099511627776,3,2,1,0,1767225600000000,0,150000,0,0,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',X'5b877f63dc983699a15eceb1dd5dc11dabf57330c715e6196cf21e3954edf5fe');
INSERT INTO event VALUES(1099511627776,4,3,0,0,1767225600000000,0,0,0,0,0,NULL,X'a279ef6e4f21cbfc3ec8ddaff7a019c733b9c0672d408ff78298e3ce155f5f66');
INSERT INTO event VALUES(1099511627776,5,16,0,16715,1767225601000003,2,210000,0,0,0,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',X'1b16fd710f60f8a55739c8f1942a919c407e723feba0cad53202a33aa9aa3354');
INSERT INTO event VALUES(1099511627776,6,4,0,23983,1767225602000006,2,2,0,0,0,NULL,X'67d4a16d2ca5ef5588846cf312cce7f6a60637e70a4a121348a1ac4a9c95ba60');
INSERT INTO event VALUES(1099511627776,7,7,0,32455,1767225603000009,2,60000,0,0,0,NULL,X'0dae65633840845a8d95b0354c697042624d07fb832f24efe6e0b25ab7a857d5');
INSERT INTO event VALUES(1099511627776,8,4,0,50046,1767225604000012,2,3,0,0,0,NULL,X'aece100275575bd4241dbcccc0b79466e32367e973261209d464494d8bf6f88b');
INSERT INTO event VALUES(1099511627776,9,11,0,67070,1767225605000015,2,1,1,0,0,NULL,X'd6f8a06487b33ecf166ab2244465bc5ad4d17917e84d3faeda76510582920961');
INSERT INTO event VALUES(1099511627776,10,8,0,83519,1767225606000018,2,0,0,0,0,NULL,X'1d9daca333f4a97c84bd6fd5734fb81fc40b424595484f1c16de922650afc745');
INSERT INTO event VALUES(1099511627776,11,4,0,85237,1767225607000021,2,4,0,0,0,NULL,X'9b69f21cdaf8e3db334c67b9b8e4d30a2cd2465bf1568039e5000fac67d71f18');
INSERT INTO event VALUES(1099511627776,12,4,0,87224,1767225608000024,2,5,0,0,0,NULL,X'8183ecf6b79c92763c941f15bb4562eff5fea66d2f7d981233f56d46b9971266');
INSERT INTO event VALUES(1099511627776,13,17,0,103881,1767225609000027,2,1,0,0,0,X'c859dabdd2689f352ba476b0f1ddfb6ab01ae9f58bbf2a0fdbe9335ca98f192c',X'7dc2d39d266a432fef31f2a3f6fa945bbc78424b390e411a1947d723b2a3e474');
INSERT INTO event VALUES(1099511627776,14,17,0,105089,1767225610000030,2,0,1,0,0,X'2600273717881822d86c3fa8d0f6fa019c99c3e553a8116a2d48e21e339f701e',X'974645376392a3d8c565b0ab948c50455bc01f8eb41308d8b0253c92e73db16b');
INSERT INTO event VALUES(1099511627776,15,18,0,139687,1767225611000033,2,14,0,0,0,NULL,X'cbfffcd88f80621abe6eebc801e28b876df588ab3e5e65c80e0f5fd50acc8f2d');
INSERT INTO event VALUES(1099511627776,16,11,0,153610,1767225612000036,2,0,2,0,0,NULL,X'd3a839180f3e498680a7db37aa266bd6f134750311734ad9d7f4d65b3120d31e');
INSERT INTO event VALUES(1099511627776,17,17,0,173413,1767225613000039,2,1,0,0,0,X'f2d181f203578e4319159618287e8fd9487fc498b2b1a99c3f1ea41637e1ea86',X'0797555aa49c552beaf1cc754dfd41727a6057cd6f0d0ca10eb883706daecf17');
INSERT INTO event VALUES(1099511627776,18,17,0,216635,1767225614000042,2,1,0,0,0,X'71b6ac06908d11f11e4ed447cf2b7645ed6ae8c2c7fc4dc1da35b71dd8dfb154',X'8070afacaaa296354fe91312760f7db6dd9f9080644ef9a414f94ee945802a87');
INSERT INTO event VALUES(1099511627776,19,11,0,244481,1767225615000045,2,1,2,0,0,NULL,X'8ca0dd4190586b6efb3c44494664ae4e350cdba2c98ea5434c15c1889bd71c45');
INSERT INTO event VALUES(1099511627776,20,17,0,250841,1767225616000048,2,1,0,0,0,X'06ff897a82875b6fe7fa44753627d2bf7d9036950e05489b9c5ae8594e0c9634',X'38a3657822b519c636799b857684a217ed515893cd999d46057accf6f852250a');
INSERT INTO event VALUES(1099511627776,21,18,0,302998,1767225617000051,2,20,0,0,0,NULL,X'503c675971129d92941199695511742fc08f2384386e3a53118095bc77034c5c');
INSERT INTO event VALUES(1099511627776,22,11,0,321483,1767225618000054,2,0,0,0,0,NULL,X'308d00a728e0dbeed54177b657cebfc4aefd479d5dd2a26e8f320adad146c230');
INSERT INTO event VALUES(1099511627776,23,17,0,403232,1767225619000057,2,0,0,0,0,X'2901d7c0392aaef8bac3da87159ddcff1af7855395ff8908a76b7fa729ae0b1c',X'228d44da702ef5c0da0791ab77e15dcc3d75704a81d84782d161cccfafca8382');
INSERT INTO event VALUES(1099511627776,24,18,0,415310,1767225620000060,2,23,0,0,0,NULL,X'391d42d30b98e2e99ee66fc0c7e672fdc3a52e8966d93bb22fc625b1e64cd9e1');
INSERT INTO event VALUES(1099511627776,25,18,0,460040,1767225621000063,2,22,0,0,0,NULL,X'c085b2da6f67add6e1e83afbadafe68ee9be4de8c11c8b83b88bf5a53688c489');
INSERT INTO event VALUES(1099511627776,26,11,0,472501,1767225622000066,2,2,1,0,0,NULL,X'fc608e5f15364f9e620cb36a5459b76a68332ba7129a90a35b843de8ea9fb0ef');
INSERT INTO event VALUES(1099511627776,27,18,0,518378,1767225623000069,2,26,0,0,0,NULL,X'94bd6357a0ed8d659f68826d6e75591c3e4c48e043e2ceaa32ed87240f847495');
INSERT INTO event VALUES(1099511627776,28,11,0,518571,1767225624000072,2,3,2,0,0,NULL,X'26aa7307882caae0bb1311418abf393a874a830f14d7cf85cb1bbc7a79f36b37');
INSERT INTO event VALUES(1099511627776,29,12,0,535584,1767225625000075,2,0,1,0,0,NULL,X'6d69142f6b70295f5798e3cb7aa3f14af54d381009faf0eabb0e8858df08587a');
INSERT INTO event VALUES(1099511627776,30,19,0,581733,1767225626000078,0,12345,0,0,0,NULL,X'a705af1164e49e08ef210ec2a13a83d047fa0e1db9d2b001fd8e9490d4f27634');
INSERT INTO event VALUES(1099511627776,31,5,0,605197,1767225627000081,2,0,0,0,0,NULL,X'c55084f62d05a7f4fbadf82f8d41ff7a9f3a48481694c1c836e781caa8cf1fe5');
INSERT INTO event VALUES(1099511627776,32,17,0,616506,1767225628000084,2,0,0,0,0,X'32ceebdaef7568ce818a48df6fc22a3a20b105cc12c28412bab351b3a440af14',X'025e5286286190e917f88bfce65e96d92f3756bcc3059ccb5964e65671ef1a69');
INSERT INTO event VALUES(1099511627776,33,18,0,649340,1767225629000087,2,32,0,0,0,NULL,X'2b83ae143b0fbc1858b9eca907e3cd978ce2d7a566dd8ca59cf93fc3be5abddd');
INSERT INTO event VALUES(1099511627776,34,18,0,665288,1767225630000090,2,29,0,0,0,NULL,X'81a3085aa9754298e66be97386c52ddf62445788fee13cedc078c7be3a66882b');
INSERT INTO event VALUES(1099511627776,35,13,0,682421,1767225631000093,2,3,0,0,0,NULL,X'c0b168a060bf9430f9fbcda879f6d0a52c01a438a2b26155fde3b48c513195b2');
INSERT INTO event VALUES(1099511627776,36,14,0,699275,1767225632000096,2,3,3,0,0,NULL,X'897fc481da19457862b396a67cf59015425eaf98d8fe26e29d80f2ef7bc7d342');
INSERT INTO event VALUES(1099511627776,37,10,0,713039,1767225633000099,2,1,0,0,0,NULL,X'9db2997bc763e2a6e59e5c7d8e34bec200a2da5590a2db1a8f5999e425e58889');
INSERT INTO event VALUES(1099511627776,38,3,1,715202,1767225634000102,2,0,0,0,0,NULL,X'aea8a425a571efe4a9359636068ea276ba7f5dcfc51499613ad89c91a11c627a');
INSERT INTO event VALUES(1099511627776,39,4,1,732248,1767225635000105,2,2,0,0,0,NULL,X'a81d17eb3d7b5cdbe61d867a1a9e3c7278a2516c2e8a656d41b1fc46e2992ab2');
INSERT INTO event VALUES(1099511627776,40,4,1,766139,1767225636000108,2,3,0,0,0,NULL,X'da0ea4fd6c3ef97c5746eedc06edeb495489d257568980f0214b5c3dc31f797e');
INSERT INTO event VALUES(1099511627776,41,5,1,775950,1767225637000111,2,0,0,0,0,NULL,X'4545c526b3b8acedcf5221e17ff0fe155aa718bd6abc314dd2f0d2bb692cf88c');
INSERT INTO event VALUES(1099511627776,42,17,1,874225,1767225638000114,2,0,0,0,0,X'b6b97141d77b4ed434442123fef630e5041ce546d3320c538da5da4b92016af0',X'96d712bc17c47159651a70cafa729d3b73815818256c8266bc88291068f69f4e');
INSERT INTO event VALUES(1099511627776,43,18,1,937760,1767225639000117,2,42,0,0,0,NULL,X'b67b3ffd8944dca211427799058a88ba0bbeab214dc70ee9fd484228fa2d1b31');
INSERT INTO event VALUES(1099511627776,44,18,1,979159,1767225640000120,2,40,0,0,0,NULL,X'8b1eb933159540c3e63aeb332cd49149d4d5f08bcfc69ca4a5d1580ed78319fc');
INSERT INTO event VALUES(1099511627776,45,4,1,994491,1767225641000123,2,3,0,0,0,NULL,X'fd4257d1f594f4e6424c51974eca09d664a8ab8c8c9c9cae7f43bc8123aeda98');
INSERT INTO event VALUES(1099511627776,46,4,1,1010089,1767225642000126,2,4,0,0,0,NULL,X'4ca59f5f310f57fd0f94699b5dcf101c7b9acc634404d038f097e966446d6fb0');
INSERT INTO event VALUES(1099511627776,47,8,1,1028589,1767225643000129,2,0,0,0,0,NULL,X'b9cfc111f254e046bd00437e0dfb6e5585198583a8eece6074e93e9d6422c536');
INSERT INTO event VALUES(1099511627776,48,17,1,1101121,1767225644000132,2,1,0,0,0,X'99416e13ab68a3f21e536d5825676de13e89feb5c5d5d2a96deb58ac51a566eb',X'e126474871e78b555845acb933cb60ef1969ceaee62240cd617e90c50b9bb440');
INSERT INTO event VALUES(1099511627776,49,4,1,1114424,1767225645000135,2,5,0,0,0,NULL,X'1d959f7c24152456e371d4c84b4c0c922e45a7b38299eb93fb477cae32b6a6ba');
INSERT INTO event VALUES(1099511627776,50,17,1,1205553,1767225646000138,2,1,0,0,0,X'44823489963867b1603fdab87cfd9b839e559560f09ed34b4f6860918fc757f6',X'cb6278eaba367308944129fd122f4b4aac2a1e30131dd98cd9aacaf44af53405');
INSERT INTO event VALUES(1099511627776,51,11,1,1213968,1767225647000141,2,2,2,0,0,NULL,X'd4882cac6890cf5661c688367a877ac76c505743b0bbbb01e8f70b40d660d2f9');
INSERT INTO event VALUES(1099511627776,52,10,1,1232559,1767225648000144,2,1,0,0,0,NULL,X'c0f6167589b087c4de3511c56fcedb8d5eeacd3be8d1bd52ae6633ca6b36e3a7');
INSERT INTO event VALUES(1099511627776,53,11,1,1239831,1767225649000147,2,2,1,0,0,NULL,X'a34c5b4eb4c9f7d0489d07329318395759ca0c63ef9af315f915ce71cdef7075');
INSERT INTO event VALUES(1099511627776,54,17,1,1258422,1767225650000150,2,0,1,0,0,X'e49df2cd5cf1e8e2d4aa51107bb7b4f5d6714a43961a16c0a10c7ccd85dd7850',X'1529cb89c6f0d2b478f59afbca040ced1fc501f553f99b070cdbcabeb1db49b4');
INSERT INTO event VALUES(1099511627776,55,17,1,1288885,1767225651000153,2,1,0,0,0,X'd7abb4c96145cca40060a8e55157c056c9a35fc788d39d046718cbfba3f3ddbc',X'12dfaaa64e41ea07712de2dc58679a803323c9f27b8bb7e67e15db0c6e36e0e7');
INSERT INTO event VALUES(1099511627776,56,10,1,1293273,1767225652000156,2,0,0,0,0,NULL,X'193c6f29408eb4d452affb9c69d8cd8d371d80164b2e476ce21dad531ee8a381');
INSERT INTO event VALUES(1099511627776,57,13,1,1294923,1767225653000159,2,4,0,0,0,NULL,X'4e21baa6ead01f24eebd5c539c0c820f9b3f9c26aa3dc8b8fcf028a226796f92');
INSERT INTO event VALUES(1099511627776,58,14,1,1312151,1767225654000162,2,1,1,0,0,NULL,X'23d43f7f126472d2b1bef371cb8cc6ff59e242c69e25b68b8761512ee771a4a3');
INSERT INTO event VALUES(1099511627776,59,5,1,1315527,1767225655000165,2,0,0,0,0,NULL,X'99a6d3260e2b8fee5551b35556156d8f04cc99d16c90a2e9edea8a00e6596cc9');
INSERT INTO event VALUES(1099511627776,60,20,-1,1339940,1767225656000168,2,0,0,0,0,NULL,X'0b1bf3550f5d44b7d241a6a6c1c78c774d0ea76190286a4d447ad7aa03540b47');
INSERT INTO event VALUES(1099511627776,61,21,0,1339940,1767225657000171,1,3,1,6,0,NULL,X'619911ceed70ee7d5f3af6330a551a1172d68dd92140ab2d45b6e4854e11151c');
INSERT INTO event VALUES(1099511627777,1,1,-1,0,1767226600000007,0,0,0,0,1000,NULL,X'2016e20f818a57554d08dcab10cbc582088667f2cf0e709d855d5e66de3b858e');
INSERT INTO event VALUES(1099511627777,2,2,0,0,1767226600000007,0,150000,0,0,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',X'baeffce504720aa85f791429cb09c5093bd776cc9414f8b579eb9f56304de419');
INSERT INTO event VALUES(1099511627777,3,2,1,0,1767226600000007,0,210000,0,0,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',X'd6b9bdcf7ec6c0f38661024b44d6b339790346eb36d121e8062e9fc23360d007');
INSERT INTO event VALUES(1099511627777,4,2,2,0,1767226600000007,0,90000,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'5c0cfb809230c509629067b42ffee17b4d5a2c910020042447e52175e348c38a');
INSERT INTO event VALUES(1099511627777,5,2,3,0,1767226600000007,0,150000,0,0,0,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',X'e8d4eccb13da588f95543b8363a9e36396d7d842ab995c061e2b979ad2ecea0c');
INSERT INTO event VALUES(1099511627777,6,3,0,0,1767226600000007,0,0,0,0,0,NULL,X'94ca1b8378f175e799d5e58ee425b2b3a90e719525fa33f948a6c2892766d9a1');
INSERT INTO event VALUES(1099511627777,7,4,0,18928,1767226601000010,1,2,0,0,0,NULL,X'97c3ba5af844f44f5406a15778e3b4dc3957463419b27b315f0727a4756c93e3');
INSERT INTO event VALUES(1099511627777,8,4,0,33702,1767226602000013,1,3,0,0,0,NULL,X'640392d131e5325ad64ba8ee417a21ce587310aae1e61a451028bd83523f8304');
INSERT INTO event VALUES(1099511627777,9,7,0,46478,1767226603000016,1,60000,0,0,0,NULL,X'86fe06b54c6448413d4ad38d200ed9489e88cd8cff663f7afb08aa94e2df40ae');
INSERT INTO event VALUES(1099511627777,10,4,0,62444,1767226604000019,1,4,0,0,0,NULL,X'1577eb05ae26ecea11ac21b946fa174f70b5a5391bba85a2903618d0aa2a66b2');
INSERT INTO event VALUES(1099511627777,11,4,0,74592,1767226605000022,1,5,0,0,0,NULL,X'62c6722b03f254c87b37692ba549c8f679dd71045728728b38f60f1dc6ee7c02');
INSERT INTO event VALUES(1099511627777,12,19,0,118002,1767226606000025,0,12345,1,0,0,NULL,X'c8af5afaaeedb0d0ac9ad8527a740420cbb1589867bb99646f72f7210765a975');
INSERT INTO event VALUES(1099511627777,13,13,0,175282,1767226607000028,1,0,0,0,0,NULL,X'757b04cb6eb0f23f0797c9b8070551a2a009a41e0a6806800307a3cf05807779');
INSERT INTO event VALUES(1099511627777,14,4,0,192288,1767226608000031,1,8,0,0,0,NULL,X'78552e6dae20da35aeb03cf31603be77259585ad1f3a2474d5e249b5a7c20d41');
INSERT INTO event VALUES(1099511627777,15,10,0,202881,1767226609000034,1,1,0,0,0,NULL,X'd8f3863580deae76c749dcd62a368faf6717d1fcfe73c0dd4ebbcbd73d521bcd');
INSERT INTO event VALUES(1099511627777,16,4,0,211086,1767226610000037,1,9,0,0,0,NULL,X'f6ab8c2f0e3b6215757d76121d0112e2b69a0cd193bd2c0bd9148ef9696ee671');
INSERT INTO event VALUES(1099511627777,17,14,0,230875,1767226611000040,1,0,0,0,0,NULL,X'48ee108a8146e71e682c9c8c92ee3a9a5e17e8c20463fb72a09a156682a6043c');
INSERT INTO event VALUES(1099511627777,18,17,0,281370,1767226612000043,1,0,0,0,0,X'21c651c32375a288e1acecc98c7e751258aa3a995bc58285e20b91bd1d758f96',X'd764535032e71d397016682f8a568f4cc8a1f13f4b6f9cad19e4816062eca97d');
INSERT INTO event VALUES(1099511627777,19,3,1,287620,1767226613000046,1,0,0,0,0,NULL,X'3e6cec5f81cd186307b218b6f61b083e46872f2521de110f52e06008072f5e16');
INSERT INTO event VALUES(1099511627777,20,4,1,301658,1767226614000049,1,2,0,0,0,NULL,X'099eee15c3c8f6861fbb9820c946bc28daf419c88c2d07c45f49c7e1d871fcfd');
INSERT INTO event VALUES(1099511627777,21,4,1,313050,1767226615000052,1,3,0,0,0,NULL,X'6f2446e766fe29bf1d065b1719b8ea97d3421ee5b64c5bcc8b0b6bc6f0be8fc0');
INSERT INTO event VALUES(1099511627777,22,4,1,356205,1767226616000055,1,5,0,0,0,NULL,X'a1bce44cb1548af19471312a74a5b148b9b7ab57e2a6d411132eeb6f85541b0e');
INSERT INTO event VALUES(1099511627777,23,10,1,384114,1767226617000058,1,1,0,0,0,NULL,X'818c9bfbb316abf58dd4bddde3100e04820484c609a0c342db5f162831060948');
INSERT INTO event VALUES(1099511627777,24,10,1,438495,1767226618000061,1,0,0,0,0,NULL,X'291604e6613c83c9f76ba6454511f92867758ee5c10999ac6fbf5547451a93b9');
INSERT INTO event VALUES(1099511627777,25,17,1,454415,1767226619000064,1,1,0,0,0,X'b94d4f844d2e68ac751d7ae761d00f000c5ba74d8eb6c4f3f0c80c15b63e9cb9',X'fb57b2862b72257b6fd40f7a9c3bb3f2603d3f9de54fed60ca656e9004a612e3');
INSERT INTO event VALUES(1099511627777,26,17,1,475439,1767226620000067,1,1,0,0,0,X'7bddbb62d45c9199950d9b1b33e9a8607e6d79a43c0d0e1b495363ef7c647dc6',X'15cfbdbd8372c43a0eece84535e318cad1cbd7d8c2b9df6c8a1fb563ad579e55');
INSERT INTO event VALUES(1099511627777,27,18,1,533575,1767226621000070,1,26,0,0,0,NULL,X'7cc4f04b5b2db9bc0381f47de1a803e423615e339acf6d1717bf52376e157d3a');
INSERT INTO event VALUES(1099511627777,28,18,1,544309,1767226622000073,1,25,0,0,0,NULL,X'053f63736890f73b9ff8ee2d8a3290079e07dcd13f7ba769071a3f5b31b21e9e');
INSERT INTO event VALUES(1099511627777,29,17,1,573062,1767226623000076,1,1,0,0,0,X'8bdab676f9747efbe697fc641aa694c6745cce942c9ab925ca6fff0d728a3d61',X'6d56792a6e407d634ab3f3bbe31cb7b921c0200b3ead22df659f6a480db119fc');
INSERT INTO event VALUES(1099511627777,30,10,1,576736,1767226624000079,1,1,0,0,0,NULL,X'a255b4706877df8a7c710afa2a0f7d526d24314c3423f63adf183c0f893cce55');
INSERT INTO event VALUES(1099511627777,31,18,1,630007,1767226625000082,1,30,0,0,0,NULL,X'bd9f9cdf5989745209f60d50a908c75d6446eef34c3b0fa0d2ec760367dcd6d3');
INSERT INTO event VALUES(1099511627777,32,13,1,655155,1767226626000085,1,0,0,0,0,NULL,X'c3f563e6b174a1cc9199d5be57219d69551c0c5effc73478d4e127aef34a707d');
INSERT INTO event VALUES(1099511627777,33,4,1,662807,1767226627000088,1,8,0,0,0,NULL,X'e1d4bd3511844b21e823a4d229288e3e1e390f589d9ffbce71d78188a06bc0c2');
INSERT INTO event VALUES(1099511627777,34,12,1,668626,1767226628000091,1,1,1,0,0,NULL,X'fd1453cc5aeb282bd587c2a8b7836f4d0f69790d14a1e8ba42e12abe11d8ff6a');
INSERT INTO event VALUES(1099511627777,35,4,1,688170,1767226629000094,1,9,0,0,0,NULL,X'13c8915574283abd870008a916218dc917d8adc38f226b1b7852caf1a2cf52f2');
INSERT INTO event VALUES(1099511627777,36,14,1,723583,1767226630000097,1,0,0,0,0,NULL,X'e7b4b8d1cbc3c6dda93f516ff491c255efb1d0a34f8c4a0a20a73db3d9c98a61');
INSERT INTO event VALUES(1099511627777,37,17,1,738397,1767226631000100,1,0,1,0,0,X'66df76e7ab1d2ad4b671391fa1e1c7bb218a4f698708f810d0234ba24ae901a6',X'8ef21727c5f7dcd677c81e8592defbb9eb88e9faf4fe722bfeba66df28ed9eb0');
INSERT INTO event VALUES(1099511627777,38,3,2,755395,1767226632000103,1,0,0,0,0,NULL,X'4328400d42cb82bacd7fd77c2f503ce78d3f6a00531ac021f780a2c39e00a69a');
INSERT INTO event VALUES(1099511627777,39,4,2,765993,1767226633000106,1,2,0,0,0,NULL,X'42d0c08208e3e838d8d17e5f050e768205c6e3b30a985058b308e3ebda8ec740');
INSERT INTO event VALUES(1099511627777,40,15,2,798147,1767226634000109,1,0,0,0,0,NULL,X'c56ffcb0ff5724beaed5e386d7938de73f11837e60ee9dcbc7b80fd9e0ed9d0b');
INSERT INTO event VALUES(1099511627777,41,4,2,834983,1767226635000112,1,10,0,0,0,NULL,X'f6274cc65f04501529c702f6d34c1e2f2c66e64ef6a51f13c37e1decefeca711');
INSERT INTO event VALUES(1099511627777,42,10,2,848703,1767226636000115,1,1,0,0,0,NULL,X'f3169115ee42b471950c9e6a3aa82749cb8b051b6ba06127fb8e270243f3924e');
INSERT INTO event VALUES(1099511627777,43,17,2,865074,1767226637000118,1,0,1,0,0,X'2d79c1ce27109df003e9aac0a15cdfed840bb4ca4de7488f924b17da3ae45378',X'42612d955e406f0ed958e435e669ff9664d295b4f6a0fc5d8e5e467628c43fa3');
INSERT INTO event VALUES(1099511627777,44,10,2,872787,1767226638000121,1,0,0,0,0,NULL,X'e06d1e942d7f2c1662a1b30060342eacb0fa1f23c58caa1a8ac1c3281a5c0bd7');
INSERT INTO event VALUES(1099511627777,45,18,2,885107,1767226639000124,1,44,0,0,0,NULL,X'7a8ce1d778e833ab23c232a9c23e745c516c280e1a64d15a1175d5512c763d74');
INSERT INTO event VALUES(1099511627777,46,18,2,885843,1767226640000127,1,43,0,0,0,NULL,X'062d4129fbed5ea97dc072a04bc8f177e3e728044d21a1736c9025a0516abc1e');
INSERT INTO event VALUES(1099511627777,47,3,3,906231,1767226641000130,1,0,0,0,0,NULL,X'b5f262d68cf124bca75ae0328068ecb976847785aba686327038a22648bd3f03');
INSERT INTO event VALUES(1099511627777,48,4,3,921607,1767226642000133,1,2,0,0,0,NULL,X'caaf950d5a5f929c5f1bf086ecf17f219f07490937762dbe37f9fc1febf2fe9b');
INSERT INTO event VALUES(1099511627777,49,7,3,937994,1767226643000136,1,60000,0,0,0,NULL,X'e2ba176b17975a51035ba1344c628a49741b4c56a741c92f8f5cf48b6f1b4c4d');
INSERT INTO event VALUES(1099511627777,50,4,3,938499,1767226644000139,1,3,0,0,0,NULL,X'7315b0934aca0af92c713838d0a3985c137db71bf027855c83fc6e85bf33efda');
INSERT INTO event VALUES(1099511627777,51,18,3,946995,1767226645000142,1,50,0,0,0,NULL,X'1c791b484ce5b7de98923bee4c2494df216564e13b69fa89775648a9f1f0b333');
INSERT INTO event VALUES(1099511627777,52,4,3,952392,1767226646000145,1,3,0,0,0,NULL,X'067d7b070500ea1db6d5cdd0dded98d83e736b72bfeabfcc3cecdac2f6cd8d64');
INSERT INTO event VALUES(1099511627777,53,4,3,961036,1767226647000148,1,5,0,0,0,NULL,X'f9b773c83c7f6f7def67b7156eb1f7401621d328ec4f54ec4ef0ebdd5f2956c4');
INSERT INTO event VALUES(1099511627777,54,18,3,1007045,1767226648000151,1,53,0,0,0,NULL,X'1458f93c867badc3c0d3c2882108421784db2b0843453b27f0a9aa3676a58209');
INSERT INTO event VALUES(1099511627777,55,18,3,1008243,1767226649000154,1,52,0,0,0,NULL,X'812ecd574e367e55e84fb3b61c4756a2c0832294cdc03946db9556241ccfc001');
INSERT INTO event VALUES(1099511627777,56,5,3,1020499,1767226650000157,1,0,0,0,0,NULL,X'402204b1282b556d9e03bd4429f4422f5abca0de00b3a32babe78d4304c2cb3f');
INSERT INTO event VALUES(1099511627777,57,19,3,1044232,1767226651000160,0,12345,0,0,0,NULL,X'9533ee34207e11fa57b37747c12a9bd8948a8de84834bf43c7cedb1cda4e912e');
INSERT INTO event VALUES(1099511627777,58,17,3,1107487,1767226652000163,1,0,1,0,0,X'f47d7b662f5605dc22886622274d1952818d29e932a604504ec60c25c71a32bd',X'f0bcefaa0451211d5a7ca95f7c88b36aa7019f42dd6bd65d1228880a89027157');
INSERT INTO event VALUES(1099511627777,59,7,3,1126870,1767226653000166,1,60000,0,0,0,NULL,X'05a0cfb514882cddef2b4ae876dae62eb9efb7f9256dfdfcdc2709f4f5b1bb48');
INSERT INTO event VALUES(1099511627777,60,18,3,1143863,1767226654000169,1,59,0,0,0,NULL,X'b4b4518b30db017dd672fc9d803e581a60e8a69b1e9608a5fd1e57a1c39bfe9d');
INSERT INTO event VALUES(1099511627777,61,10,3,1160839,1767226655000172,1,1,0,0,0,NULL,X'7ee9a3d38d5970bfe95ee55ba45b5868253496827ed41637e28ed834add75d43');
INSERT INTO event VALUES(1099511627777,62,18,3,1248775,1767226656000175,1,61,0,0,0,NULL,X'ac2d0b1be0778b9018c5cf98e1ce7a01ed1c78e78a8adb6a74d0456985699efd');
INSERT INTO event VALUES(1099511627777,63,19,3,1267285,1767226657000178,0,12345,1,0,0,NULL,X'b027181de4590d016cde510e9277342c7ea28913bf85db905700adcbcf840585');
INSERT INTO event VALUES(1099511627777,64,19,3,1284188,1767226658000181,0,12345,1,0,0,NULL,X'33491d72697bbc17139a6fce2a4f322ccd86b99df529875a6034179956fff97b');
INSERT INTO event VALUES(1099511627777,65,18,3,1296282,1767226659000184,1,58,0,0,0,NULL,X'612c9af6d2cd39c23f9f441fee865d7074e0643746554bdaa5cbe2cbd5277b00');
INSERT INTO event VALUES(1099511627777,66,18,3,1315367,1767226660000187,1,49,0,0,0,NULL,X'78b54c3ca382c250ca6eb5fd9c77c90d96546192a8ee9121fea17bd9e257704b');
INSERT INTO event VALUES(1099511627777,67,17,3,1335839,1767226661000190,1,0,0,0,0,X'c9cba4314ac51d283bd495ee09274e87377ef7d2ff47791a36841c478e9f0144',X'a7773977bde65ccf05e96da11dc807791f1955c20608acab5e084c8d6737dbe6');
INSERT INTO event VALUES(1099511627777,68,4,3,1363894,1767226662000193,1,3,0,0,0,NULL,X'4ff59771e53262d21da0e6908688039777e35575f63047c6a1573f2065064f8a');
INSERT INTO event VALUES(1099511627777,69,4,3,1364023,1767226663000196,1,5,0,0,0,NULL,X'4bdf4265ddfbae6c27263f4eac4c37b5b3f53a9df60b6a60d4e6cc4e6169b2e4');
INSERT INTO event VALUES(1099511627777,70,18,3,1380924,1767226664000199,1,69,0,0,0,NULL,X'b09236c254125bb90f63f99b83a01a0ff030a299557fe33d925b018d79f0aa5f');
INSERT INTO event VALUES(1099511627777,71,4,3,1399114,1767226665000202,1,5,0,0,0,NULL,X'8368548ca2d926b8fc19c10ab4146dee97d8b18db9b504ef45ecbfcc77a59c24');
INSERT INTO event VALUES(1099511627777,72,18,3,1480646,1767226666000205,1,71,0,0,0,NULL,X'e656c7731264576c76dbce2c6d69e0f9e49fec3b4fe568b3072d7bd1d26ea569');
INSERT INTO event VALUES(1099511627777,73,18,3,1487638,1767226667000208,1,68,0,0,0,NULL,X'a8e4d99698b0404614ea50b632c1a7a433e4a72b220cb0356ac1a93578179229');
INSERT INTO event VALUES(1099511627777,74,4,3,1497591,1767226668000211,1,3,0,0,0,NULL,X'1a113351691094172f609384372223eff1e8ed2502d183c863a4b52433a49ffe');
INSERT INTO event VALUES(1099511627777,75,16,3,1502976,1767226669000214,1,210000,0,0,0,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',X'959ce00cca07b888fc62232dd10f5800cea12181e4b7b49dd3d0c47b62b7afa4');
INSERT INTO event VALUES(1099511627777,76,4,3,1548172,1767226670000217,1,2,0,0,0,NULL,X'cd6bc25d6df056a2f4bd8d95d89fa99ccef501437aa5c8e8fe0b6ad0a7638ecb');
INSERT INTO event VALUES(1099511627777,77,4,3,1556370,1767226671000220,1,3,0,0,0,NULL,X'a63d703fe6e88556b4081f3a507d9dd317696c5d8a7bc083d63ea84414879082');
INSERT INTO event VALUES(1099511627777,78,7,3,1576314,1767226672000223,1,60000,0,0,0,NULL,X'96c18e8fa35b717b2c87958a50065a41c37e029743fcaf90d30e662e4493db87');
INSERT INTO event VALUES(1099511627777,79,18,3,1585461,1767226673000226,1,78,0,0,0,NULL,X'48bcc2aba34e713dfd3baf47253409797b199a41982a73f6f2836b8917cb74b6');
INSERT INTO event VALUES(1099511627777,80,18,3,1599756,1767226674000229,1,77,0,0,0,NULL,X'e822da80f233f3f0d27f0d69fef22e6227a587de27690d5f0d85a2b283166955');
INSERT INTO event VALUES(1099511627777,81,4,3,1599907,1767226675000232,1,3,0,0,0,NULL,X'7935b591e82febe67f070cb353b394424d2e987bb5d737dfafb5ac96b94dd130');
INSERT INTO event VALUES(1099511627777,82,7,3,1602002,1767226676000235,1,60000,0,0,0,NULL,X'b64c6d5d6de008c72b197fdaefb3505e88da68666dc95bd877ba3a3e248ce96b');
INSERT INTO event VALUES(1099511627777,83,4,3,1610369,1767226677000238,1,4,0,0,0,NULL,X'dced1add1c5c89a4c79728e153b51e05de2659c719dd89745d71efd89f30c727');
INSERT INTO event VALUES(1099511627777,84,17,3,1614453,1767226678000241,1,1,0,0,0,X'22974e23bfcd85c70dfb9984045f210f1235e78ac59e5ca2b4e5b1e89d0af06c',X'713f54d6c15b82c4e3725914dfc5b6f6acc16cc4e5409bddd2cbd86c95114679');
INSERT INTO event VALUES(1099511627777,85,4,3,1625371,1767226679000244,1,5,0,0,0,NULL,X'7c62ef49af12f943e09568ddedcbc96a25021086d8bb2e74da59fefca7a5dabb');
INSERT INTO event VALUES(1099511627777,86,17,3,1637708,1767226680000247,1,0,0,0,0,X'da5b53ab79471178971fad77fb4e8a7a39442edffea6d160c966a999745ae35c',X'35bc6caedd064a3844cc5311552ccb2d68770b8f58503c87e9d2f32bbdc51724');
INSERT INTO event VALUES(1099511627777,87,10,3,1713675,1767226681000250,1,1,0,0,0,NULL,X'275d2147715751e7b4b34037788793bca4d753460eafc170306443f40acc81dd');
INSERT INTO event VALUES(1099511627777,88,5,3,1727661,1767226682000253,1,0,0,0,0,NULL,X'71927ee06a12f97c25cc166c3bfb6ed73e727a09377caea273eb1567b96ea2b8');
INSERT INTO event VALUES(1099511627777,89,17,3,1782095,1767226683000256,1,0,0,0,0,X'd0ad34815dfa3df4d07119c22b89088f0ada9784e7d9bb5b55e10f0edd563c8b',X'6794ee5d6792145f840db13e571fc1343ccbd57fb87e402fcd450492f0fa572e');
INSERT INTO event VALUES(1099511627777,90,17,3,1830358,1767226684000259,1,0,1,0,0,X'37f97fe7bd32d5f04f5bc7d3f5db187391b4840e9a9f74038f342cd079e79abe',X'a744519226b142ee55faad110418d5e647a7cf4143458e0de1b59331e06af8f9');
INSERT INTO event VALUES(1099511627777,91,17,3,1871606,1767226685000262,1,0,0,0,0,X'8ffe69b5c09905f7204e89aa64069fec6ea28c9f5649bc91a9f0f753bfe69614',X'8432f6e37332a86a54d20ede27860cabea17f55f7959330f9e2dc507c003784a');
INSERT INTO event VALUES(1099511627777,92,10,3,1974221,1767226686000265,1,0,0,0,0,NULL,X'066f572ad78051760d5a24107b6cbc0842fcfdea895197c77cd67840babb3f18');
INSERT INTO event VALUES(1099511627777,93,18,3,2033153,1767226687000268,1,92,0,0,0,NULL,X'ed498a4ee5044c806b8916b3231382c64f2182f4ad86e4e0726b726dbea6224c');
INSERT INTO event VALUES(1099511627777,94,10,3,2062862,1767226688000271,1,0,0,0,0,NULL,X'936abb90ffdfd7cf1e6534e190e79f2c81ae44e0bfaeb201aaaee6be85d0b3c2');
INSERT INTO event VALUES(1099511627777,95,18,3,2127872,1767226689000274,1,94,0,0,0,NULL,X'7ff87bf6e1a92bd901f3674b7afd3eea05f61af888ad55b1d1921d9e41f575c2');
INSERT INTO event VALUES(1099511627777,96,6,3,2199278,1767226690000277,1,0,0,0,0,NULL,X'd63c249d837df7abcbfb32674bc501d27322ff6d6ee81f5e452a2d4f43754d1e');
INSERT INTO event VALUES(1099511627777,97,10,3,2199592,1767226691000280,1,0,0,0,0,NULL,X'718adb0714621d3e91d312125f179a66f46279727ae10f04395f34859e8fa4e4');
INSERT INTO event VALUES(1099511627777,98,10,3,2202486,1767226692000283,1,1,0,0,0,NULL,X'58226d48a44860480015f74c388af3bc9aefa6990eec4682d4e4f2fb390952ec');
INSERT INTO event VALUES(1099511627777,99,18,3,2242602,1767226693000286,1,98,0,0,0,NULL,X'12f7cfce694698e68ddd35b178887e66e23efa4b41a0889f2b7b4e11de08a5c0');
INSERT INTO event VALUES(1099511627777,100,5,3,2315352,1767226694000289,1,0,0,0,0,NULL,X'2f304a563ee85ea2ef521f1b1a4ca3ea7521903ea2dbcf6e0111d01149690da8');
INSERT INTO event VALUES(1099511627777,101,17,3,2320388,1767226695000292,1,0,0,0,0,X'6cbf4e6a6a93c2cb088d2bfebc62a7588ec919e8d6542576604ee3e8000bc20b',X'f2aa1eb60c06c5456466eb230d2a1c969f94bd12e25ae7cfaceaf44122978e7a');
INSERT INTO event VALUES(1099511627777,102,18,3,2383838,1767226696000295,1,101,0,0,0,NULL,X'23679309f856b9117e3aeebe85646bb096873558a542219e3ab0e8ab318fb9f5');
INSERT INTO event VALUES(1099511627777,103,17,3,2440797,1767226697000298,1,0,0,0,0,X'863ed958fbf43be6a8bce1b0d7afc02ff6c532fae8809e33c37a100bf7fab6d6',X'28b206c428bbef3db77fe777116b534da2a9817e9a5cddafff8497cd0077a39e');
INSERT INTO event VALUES(1099511627777,104,18,3,2441188,1767226698000301,1,103,0,0,0,NULL,X'3aa9a058c87597628001e2c5dcf4294c9a99ee520e9cf2332a5d4b031a73a6e3');
INSERT INTO event VALUES(1099511627777,105,17,3,2460447,1767226699000304,1,0,1,0,0,X'9527f5f990aa2b5daafdcc2a92615923cfa2b9d4475beb93a744c09591c629e4',X'356776ccf9e2091d3dce393b05cfff0bd21fdc63f81521640112d4cf687ac77e');
INSERT INTO event VALUES(1099511627777,106,6,3,2524660,1767226700000307,1,0,0,0,0,NULL,X'04d08e1044cb37f022b6287a3cc95a11bc8cc660eb7d1e00a60cfca9b3534dac');
INSERT INTO event VALUES(1099511627777,107,18,3,2535687,1767226701000310,1,105,0,0,0,NULL,X'11a480853ad98efc730ea3a2a91e1eef5e11cd24f6c1f70a4fdd122e85f98ee4');
INSERT INTO event VALUES(1099511627777,108,18,3,2547751,1767226702000313,1,97,0,0,0,NULL,X'fd04fb8b888ffd417e9147b83bff19564f05dcfc4f090e04a2fde3efbbfede49');
INSERT INTO event VALUES(1099511627777,109,17,3,2562305,1767226703000316,1,0,1,0,0,X'1f923e780d56ff1cde6bc27e5626f67ca887af773fdefe02e8cc454f08faddf5',X'7fadd53aa3df862e75a2c3acdc9d22d7824abe15c1f4d81f0217f3f14fda7051');
INSERT INTO event VALUES(1099511627777,110,5,3,2581655,1767226704000319,1,0,0,0,0,NULL,X'f9f893d92e5cf10c77b6ac71e38de16373a33ed5aa707a6c6b525373b4ffe922');
INSERT INTO event VALUES(1099511627777,111,17,3,2596961,1767226705000322,1,0,1,0,0,X'b54927357bd7bea0e115df6ab8822e0559da900fbdce89598c6ecade319f2068',X'05c35067dd8d1a41a48ca2705cf5eaaa738aa5ea1de6e185eb42a8ad784ac41e');
INSERT INTO event VALUES(1099511627777,112,18,3,2723311,1767226706000325,1,111,0,0,0,NULL,X'2a208c61e018300e3ced541138f48561cdb6a608c148a1e74c805b4c6cda8145');
INSERT INTO event VALUES(1099511627777,113,18,3,2737223,1767226707000328,1,109,0,0,0,NULL,X'913482eb6a35a28d6e20142cace1245f7a0edfe98c839cf032821d3dbff8e6fd');
INSERT INTO event VALUES(1099511627777,114,18,3,2750937,1767226708000331,1,91,0,0,0,NULL,X'b6c7fb4a145b41596bfcc20afd3a2f910962f848b77c918cf0a7c5e616b0e0b4');
INSERT INTO event VALUES(1099511627777,115,6,3,2768389,1767226709000334,1,0,0,0,0,NULL,X'607dacc58176bfeb09d012f10363e75d59245b0b4120f292382f724ad01cbfa6');
INSERT INTO event VALUES(1099511627777,116,13,3,2771278,1767226710000337,1,4,0,0,0,NULL,X'd11ba41b866dbed85e6bebdf1a75431a931a6a898550c91c8bf3972c7a1a3376');
INSERT INTO event VALUES(1099511627777,117,4,3,2787174,1767226711000340,1,8,0,0,0,NULL,X'5045287f8fbed73021e57a3b420a4d3cb83f9f217f8c759b33051f996452f535');
INSERT INTO event VALUES(1099511627777,118,4,3,2787189,1767226712000343,1,9,0,0,0,NULL,X'1886155ecbe8217087fb4f5e46114c87688e8f5948f752c8915811bdfb571bab');
INSERT INTO event VALUES(1099511627777,119,14,3,2795170,1767226713000346,1,0,0,0,0,NULL,X'079158012d854666fb6656a92d1a136a3d47a1a41b09f326fadf4f12a2d57a98');
INSERT INTO event VALUES(1099511627777,120,17,3,2802195,1767226714000349,1,0,0,0,0,X'6e5f0435f3be728d0634924007ab0120ae0a1c47c5307b62eb029114d0d3d36a',X'637e79238fb05da3f13f61e271f124f0deabe1be3fc06e78f2d8cce1893a8a91');
INSERT INTO event VALUES(1099511627777,121,5,3,2815135,1767226715000352,1,0,0,0,0,NULL,X'a3e28d57833da917a7f14092ffb95f8899bb24978c0212d4028fb26c04626f41');
INSERT INTO event VALUES(1099511627777,122,19,3,2815911,1767226716000355,0,12345,0,0,0,NULL,X'b482eedf14da6a6331e0af33022979de997554d73d7ac5ab96608370a5924858');
INSERT INTO event VALUES(1099511627777,123,17,3,2856764,1767226717000358,1,0,0,0,0,X'f563071844cc5279aa8e703150643bde5868253588141b1275ffeece1c6fed2b',X'1824f5c8632adbba8c5eab927f4463b130a5f598a51e0f7bdb6613fddcc58620');
INSERT INTO event VALUES(1099511627777,124,20,-1,2889547,1767226718000361,1,0,0,0,0,NULL,X'cd8aad43f32d5474e9e2d3b3e3817c475dc6fc1bcc1cb5e9f9293f4eb1c55202');
INSERT INTO event VALUES(1099511627777,125,21,0,2889547,1767226719000364,1,3,1,6,0,NULL,X'0c401bdd71f4dc86e25fc81369718fa33d33e304e2593e2aabcec8e308f7e31c');
INSERT INTO event VALUES(1099511627778,1,1,-1,0,1767227600000014,0,0,0,0,1500,NULL,X'3cab3795558f8be17aeccb4a552453f71deee0abd82dd23125b45422b39246a0');
INSERT INTO event VALUES(1099511627778,2,2,0,0,1767227600000014,0,210000,0,0,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',X'2c195fd91213cb77849c6bf79cd60642193bef08c8238abc3b5f9d37bd88c5d1');
INSERT INTO event VALUES(1099511627778,3,2,1,0,1767227600000014,0,90000,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'812f522cca9adbf7ea88e3696e7c08dc16a1d7e252c091392a694b94737a0bb9');
INSERT INTO event VALUES(1099511627778,4,3,0,0,1767227600000014,0,0,0,0,0,NULL,X'55aeaf2860f01f99f6ee9e34737dd199b9fbf9de1ab630076e43cafe116e996c');
INSERT INTO event VALUES(1099511627778,5,4,0,4538,1767227601000017,1,2,0,0,0,NULL,X'dbfe8cd53d4a4fd08c25c6edb7e2706dd821e5bf5eaecf3410723876638c7e1e');
INSERT INTO event VALUES(1099511627778,6,4,0,14861,1767227602000020,1,3,0,0,0,NULL,X'af89b4b0dc84203407447406981713a4818a7325c57280731ad6134ac55c41e0');
INSERT INTO event VALUES(1099511627778,7,4,0,16350,1767227603000023,1,5,0,0,0,NULL,X'29e015260a148de16ac02afda232c63f1b95f9d83d7ad460023140f2952e9ec0');
INSERT INTO event VALUES(1099511627778,8,18,0,53053,1767227604000026,1,7,0,0,0,NULL,X'a90a218bfe6c0f11a3462da9cd400a6e4de3dd3432311d45591266870bead55f');
INSERT INTO event VALUES(1099511627778,9,4,0,79707,1767227605000029,1,5,0,0,0,NULL,X'6a16f9810de88a07ba2bc0598af663c1c93fa1415e97e0eb26de1b254c143f9b');
INSERT INTO event VALUES(1099511627778,10,18,0,110616,1767227606000032,1,9,0,0,0,NULL,X'79bef6ec45af7de919bbbcf423b18f0cd9784d2fdbd536a0a80b410bba088e74');
INSERT INTO event VALUES(1099511627778,11,4,0,140592,1767227607000035,1,5,0,0,0,NULL,X'1ffd9757f4222a8dc3ab719c6345afadf02ff24e1d248286cb11cb31ae6f59e0');
INSERT INTO event VALUES(1099511627778,12,18,0,204836,1767227608000038,1,11,0,0,0,NULL,X'4a3151c4da1762ef99c116705e886b73e9f01737f11831f489dc3c98d2e9f011');
INSERT INTO event VALUES(1099511627778,13,5,0,216453,1767227609000041,1,0,0,0,0,NULL,X'e99aa24e6365d1da81655e33a4b86dd0aab772ede350c62ea595d6cfde873dbd');
INSERT INTO event VALUES(1099511627778,14,18,0,217889,1767227610000044,1,6,0,0,0,NULL,X'abc1a139d1e37da6eb9aec24b1f01a95dddde6d13774f7c66c7425a9f2ec601a');
INSERT INTO event VALUES(1099511627778,15,19,0,222322,1767227611000047,0,12345,1,0,0,NULL,X'b29fc331b87a1373a6365969a9f4499f75e424ad419a763ef15fce0694068ba4');
INSERT INTO event VALUES(1099511627778,16,4,0,250698,1767227612000050,1,3,0,0,0,NULL,X'58eea83625266faf5b1fbbd93ac7bcddc0acd54e9403bc2c0c832d0e7918a081');
INSERT INTO event VALUES(1099511627778,17,18,0,263575,1767227613000053,1,16,0,0,0,NULL,X'cea5f5041633fe810d8cad36403095b04fb6fe8690e70d38a7ae2342d1fa5717');
INSERT INTO event VALUES(1099511627778,18,7,0,292084,1767227614000056,1,60000,0,0,0,NULL,X'b279e2b4f5c0a0c9baa9dc37cbdb2efc1d9885b429f8021d90ea38a9b6d34133');
INSERT INTO event VALUES(1099511627778,19,4,0,333006,1767227615000059,1,3,0,0,0,NULL,X'945789ecfb03433eda829124c3053398d81e55b5ff3c3a1140948f22f7b8d174');
INSERT INTO event VALUES(1099511627778,20,18,0,339450,1767227616000062,1,19,0,0,0,NULL,X'09d5ea76e5b70f5cc9f0881455912a8f5acb2293105d25b19350cd6857fb191b');
INSERT INTO event VALUES(1099511627778,21,4,0,354432,1767227617000065,1,3,0,0,0,NULL,X'558484db6865932d4da1f9c35f4e88f805b4fd24c1f67ca760321c0fc0a81d47');
INSERT INTO event VALUES(1099511627778,22,5,0,372048,1767227618000068,1,0,0,0,0,NULL,X'4ee208bd9219ee5d6629053deab1d5f598dbb0e7313b05fd508bede789535d35');
INSERT INTO event VALUES(1099511627778,23,17,0,376302,1767227619000071,1,0,1,0,0,X'cc6b01acb84b17a4009efac7f3c0bfe068fbd4dcbc6a8fc1216e3fca9059678a',X'120704cfacbe01a400413c8b8ce8baea08fe4575110697bfd7507a3a629836b6');
INSERT INTO event VALUES(1099511627778,24,18,0,414561,1767227620000074,1,23,0,0,0,NULL,X'7eca0c55b4b9bde8c48951b68eaf48f1cb330cc8b3f453492a7df9cfab93e97e');
INSERT INTO event VALUES(1099511627778,25,18,0,517065,1767227621000077,1,21,0,0,0,NULL,X'38969035d451688372def115e36114052b3ebeb90e620677d4ea9228efbb97aa');
INSERT INTO event VALUES(1099511627778,26,7,0,521227,1767227622000080,1,60000,0,0,0,NULL,X'a1583bc5600eed7977885572e420378c7ace8c9bd5906505b9df9f94f4dfc084');
INSERT INTO event VALUES(1099511627778,27,4,0,527292,1767227623000083,1,3,0,0,0,NULL,X'9b7fa0e245bfb1166d30a8fb519b5f8df80dcf69d611c14483055efc54f596a4');
INSERT INTO event VALUES(1099511627778,28,4,0,528857,1767227624000086,1,5,0,0,0,NULL,X'1baf7ca69d5b7d20f7edb58723081b0d300e2de847b9eca225349ef26fcf8c12');
INSERT INTO event VALUES(1099511627778,29,13,0,538883,1767227625000089,1,0,0,0,0,NULL,X'd724261d23d7710562f2b68a1d53bfdb74bbe82fbb0249d4481a87cda114302f');
INSERT INTO event VALUES(1099511627778,30,4,0,568478,1767227626000092,1,8,0,0,0,NULL,X'e118c1c2bb1c70b97b1eb22e5f1319bdef2ac2af01a118ee4c039dba6bd1c797');
INSERT INTO event VALUES(1099511627778,31,4,0,601064,1767227627000095,1,9,0,0,0,NULL,X'7d2cc6f9781dbd775ef2eb912360cd1fcf26c07983089e96b77dd7e1ab3774c4');
INSERT INTO event VALUES(1099511627778,32,14,0,604857,1767227628000098,1,0,0,0,0,NULL,X'615a766499550cdff3d1c1890d4425775f077d4a94ce06fe6ab6226927824c3e');
INSERT INTO event VALUES(1099511627778,33,17,0,621958,1767227629000101,1,0,0,0,0,X'a26b4fb73ac09912263813f76c074d8660201ffb8109e420f81ba84911f8e87f',X'fd80eb4d7fca72e1b3c635544ae3393fc1fd41f85357bdf7bca5bc20716738c7');
INSERT INTO event VALUES(1099511627778,34,5,0,632146,1767227630000104,1,0,0,0,0,NULL,X'cd9e45d11749a4254634abe0a444c4db0b39eefde11311b346eb5f27987bfd19');
INSERT INTO event VALUES(1099511627778,35,17,0,683011,1767227631000107,1,0,1,0,0,X'b0d521220fc62cc84aa6f80730e42e3f41a10525d0139944153b58524618e1f9',X'a59866a4be5866232c93c5e6403f3535f20030c22b6752440e621a281d71b5ce');
INSERT INTO event VALUES(1099511627778,36,18,0,769290,1767227632000110,1,35,0,0,0,NULL,X'387d386577357432d183673349471e4002198b95054bd35f7c91aa0a122c6f1e');
INSERT INTO event VALUES(1099511627778,37,18,0,817819,1767227633000113,1,33,0,0,0,NULL,X'24da6fd06d0f052576ab1b8a91df8172ecd3385a864cb4294a243786eebc8188');
INSERT INTO event VALUES(1099511627778,38,5,0,854051,1767227634000116,1,0,0,0,0,NULL,X'd1e7e48ce3f45a1e1ff56c8509a52b107a96bc6a065f070ed4bed4420310a4b2');
INSERT INTO event VALUES(1099511627778,39,18,0,1009624,1767227635000119,1,32,0,0,0,NULL,X'3b572a94d9e6c8d5b17356ebe4008ee4775cfe41e70ab34ec6f408b40ecffd7b');
INSERT INTO event VALUES(1099511627778,40,14,0,1016834,1767227636000122,1,0,0,0,0,NULL,X'6396196594bb1998a80e04232da74475c3d7dd4076a003a9cf16c17ac8cb9e89');
INSERT INTO event VALUES(1099511627778,41,5,0,1034326,1767227637000125,1,0,0,0,0,NULL,X'135bf652d6d85fa2241cf3ed61629de7c9ebf6cfcf82f8f6c3635bccb955aa0a');
INSERT INTO event VALUES(1099511627778,42,18,0,1105812,1767227638000128,1,40,0,0,0,NULL,X'c5663c733df99a03cc07ab2f3a190a64bad9221e9061e2fb42c8123f66bf7f28');
INSERT INTO event VALUES(1099511627778,43,17,0,1112335,1767227639000131,1,0,0,0,0,X'3c58f69f58d4c65bfb20d8632a4e8e70607eddfb6c7936c363e11b43f5d8b65a',X'68ba305a070bfb213487d8bcf7430af81c6da723ac139a5f6df01917ee290d3b');
INSERT INTO event VALUES(1099511627778,44,14,0,1126537,1767227640000134,1,0,0,0,0,NULL,X'ce605d0b9e1d33375ad3105d54cf5e2ceffa8a54688da1575a72ff96097b2b01');
INSERT INTO event VALUES(1099511627778,45,3,1,1138118,1767227641000137,1,0,0,0,0,NULL,X'98e39a765de59ce57df29942ddd9079c9584800f8b85f4439d37455e188019ee');
INSERT INTO event VALUES(1099511627778,46,19,1,1153842,1767227642000140,0,12345,0,0,0,NULL,X'de9b41098d99885c09adbf1c156e6842d2945c68cc2bac3a47f58d48dbec64f0');
INSERT INTO event VALUES(1099511627778,47,4,1,1170042,1767227643000143,1,2,0,0,0,NULL,X'c38d3b881889d1993c8b21ec485a2d5d19389eca9fd346321b700c87a6c86729');
INSERT INTO event VALUES(1099511627778,48,8,1,1180635,1767227644000146,1,0,0,0,0,NULL,X'3422c358b0a8da966733b3a9b290fb5612340fe0c1452a51fbe092660c2937b2');
INSERT INTO event VALUES(1099511627778,49,4,1,1258386,1767227645000149,1,3,0,0,0,NULL,X'4dd81d83bfad037dba44585db2b2931d3300ea83f298f4bd49f4faf49a7fea78');
INSERT INTO event VALUES(1099511627778,50,10,1,1271803,1767227646000152,1,1,0,0,0,NULL,X'622e50d3f520dae66337dd7dea0ca605667e99ef786c1bcc47ffcfe51674bdbb');
INSERT INTO event VALUES(1099511627778,51,4,1,1292962,1767227647000155,1,4,0,0,0,NULL,X'098640ab02e521cb54cf54b159bfa50348d717d51b9d017b2c06d32f6a39b891');
INSERT INTO event VALUES(1099511627778,52,4,1,1302586,1767227648000158,1,5,0,0,0,NULL,X'6e0506478f4952c3305395bd0f3c504692f2f59bc2caa00b4d0b0db09abb0b0f');
INSERT INTO event VALUES(1099511627778,53,17,1,1317118,1767227649000161,1,1,0,0,0,X'b635960d90b6442d0ad18c4392e5e90c37dceaaf3fea003ec6f6c4956b1a4c93',X'776dce75cd9778705ff85fbdeb418eb4bfaed550261b7f2b7f7962f4b091f05c');
INSERT INTO event VALUES(1099511627778,54,13,1,1357275,1767227650000164,1,2,0,0,0,NULL,X'98786daa6f34595ddd1452cbf6fafcf1062679b81821f4ffcdbcb2835325076e');
INSERT INTO event VALUES(1099511627778,55,4,1,1368977,1767227651000167,1,8,0,0,0,NULL,X'0a174c925c0269f7e987110c9b22c83e45b185fceca5927c3b8d2a56ac179df2');
INSERT INTO event VALUES(1099511627778,56,4,1,1393002,1767227652000170,1,9,0,0,0,NULL,X'2a6c7a5e3825ef7f4374a240a29ed476b06cb107ec77a5eab9b72cc3622af0fe');
INSERT INTO event VALUES(1099511627778,57,18,1,1462684,1767227653000173,1,56,0,0,0,NULL,X'4fdbc3f447cd7245a5559e4249ee5b7f23d632cd3bc4b9e5063ff27e112fa381');
INSERT INTO event VALUES(1099511627778,58,18,1,1465255,1767227654000176,1,55,0,0,0,NULL,X'd24cc61f9b449f975fcc8be9cd95d69fd21e349ba293237b3428345e9ce1bc33');
INSERT INTO event VALUES(1099511627778,59,4,1,1468006,1767227655000179,1,8,0,0,0,NULL,X'c5218ade12a238dc91831b09c2025a804b01b2cda810dcb658e500192f35c3b1');
INSERT INTO event VALUES(1099511627778,60,4,1,1484630,1767227656000182,1,9,0,0,0,NULL,X'144ee736acb7eac80a5593fbfe726de58c480071c27ff9e2aafb7253b52d1146');
INSERT INTO event VALUES(1099511627778,61,18,1,1489060,1767227657000185,1,60,0,0,0,NULL,X'7493a10a1e84bed2ddc4431987b4d2d1191f14ed86f420494f3f47549e38cdb0');
INSERT INTO event VALUES(1099511627778,62,11,1,1499244,1767227658000188,1,0,2,0,0,NULL,X'c6157d15b5a0c3dd4cddbf434f1713cf066261100e58e6a8c963015d978d8d68');
INSERT INTO event VALUES(1099511627778,63,4,1,1510937,1767227659000191,1,9,0,0,0,NULL,X'9590cb1c059461ba79d2bbdbe85d87ca8572e51c593223d7b96ccabe48b95844');
INSERT INTO event VALUES(1099511627778,64,18,1,1512105,1767227660000194,1,63,0,0,0,NULL,X'7138015ccf202f00ce0cd697c32d96fdc8e6f4432fc637b9b994ac578e4e51a0');
INSERT INTO event VALUES(1099511627778,65,18,1,1540891,1767227661000197,1,62,0,0,0,NULL,X'ad99be369075c84aaf9be4ba5c680322abb4ab5c359d42ba76d75dbb4d7679a3');
INSERT INTO event VALUES(1099511627778,66,4,1,1564156,1767227662000200,1,9,0,0,0,NULL,X'869ec1685c6a6c2dbf78696c6477ff1ee70454012fc82ad505b1e22fbc96c987');
INSERT INTO event VALUES(1099511627778,67,14,1,1577455,1767227663000203,1,0,0,0,0,NULL,X'695ed717bfdd1432bd90422f9106d5be5e0bd71959e3e428a33400e2600d5b01');
INSERT INTO event VALUES(1099511627778,68,20,-1,1624871,1767227664000206,1,0,0,0,0,NULL,X'9ea674d49791d1a6a94173c1cea6ec278ed2d0c75a46c7ad25c2846fe7adb591');
INSERT INTO event VALUES(1099511627778,69,21,0,1624871,1767227665000209,1,3,1,6,0,NULL,X'c0ed0b4615f313febb8dc594f62ee5cb6616daef6b28542e7cf5e15138d8c807');
INSERT INTO event VALUES(1099511627779,1,1,-1,0,1767228600000021,0,0,1,0,1500,NULL,X'49a0ffff283998b6f1b3d4177154237c68f1f3b121bb62293d96d30270a800a0');
INSERT INTO event VALUES(1099511627779,2,2,0,0,1767228600000021,0,90000,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'07ce8d3ba84b782515bcb08847c15f22d94be52a5805fd59bededd81c71fcae5');
INSERT INTO event VALUES(1099511627779,3,2,1,0,1767228600000021,0,150000,0,0,0,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',X'7486ae7debd571844e28ad24e2c8ecfc7ae615046d2766e178155896c29a7d9a');
INSERT INTO event VALUES(1099511627779,4,2,2,0,1767228600000021,0,210000,1,0,0,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',X'00a5245539ccf0b69df63ab05c82f038f0fdaf34a78f96ba923272a2f29a639a');
INSERT INTO event VALUES(1099511627779,5,2,3,0,1767228600000021,0,90000,0,0,0,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',X'325a45b836b5474b710c1809e79ced778f60df2c765fe42ebc8c3c3d2f58c5de');
INSERT INTO event VALUES(1099511627779,6,3,0,0,1767228600000021,0,0,0,0,0,NULL,X'66c42720ced57f5ba9e971a7f04ec29be381d5c5a5496171a5099c7c65e65258');
INSERT INTO event VALUES(1099511627779,7,17,0,22877,1767228601000024,1,1,0,0,0,X'1c9a108a3e20ab034467b55c1855bbada5114336d98f3baf77cbdfa0bb0a6bfd',X'ad0ca4dedfd00add83284bb4946aeaa04a2c3c406dc71f04d359c185800a1683');
INSERT INTO event VALUES(1099511627779,8,19,0,29419,1767228602000027,0,12345,0,0,0,NULL,X'92834169723360ed76fb35963cd010a4c52f4ae603febd505660ebb93c7e0704');
INSERT INTO event VALUES(1099511627779,9,4,0,30377,1767228603000030,1,2,0,0,0,NULL,X'51639c5285e47c9685f50a517340703c32d32d170db1a7f5bc7b51c4c8a05f6e');
INSERT INTO event VALUES(1099511627779,10,8,0,38427,1767228604000033,1,0,0,0,0,NULL,X'646c716305f915093ba0e245dea5623306eab7ac89f9d8a45a4308b472bf18a4');
INSERT INTO event VALUES(1099511627779,11,4,0,47987,1767228605000036,1,3,0,0,0,NULL,X'2dec0c124c7bd9ba111f14330f5f6fc6b51e8e0d3a639d57381f8914334170b4');
INSERT INTO event VALUES(1099511627779,12,4,0,69958,1767228606000039,1,4,0,0,0,NULL,X'8ea8590258f5effd18524ed18517c2546a530e2f1952ef3c0bedef83aa8c7a4d');
INSERT INTO event VALUES(1099511627779,13,10,0,97692,1767228607000042,1,1,0,0,0,NULL,X'62b81e5924afaace45aaa77c04d30e6c53ef3d82056e3e8adcd6962abd3811bd');
INSERT INTO event VALUES(1099511627779,14,4,0,114190,1767228608000045,1,5,0,0,0,NULL,X'892581a7eed0f6d0d9b585ceb49e1f63dc5ff418a1252ee75f1cf18384debfbc');
INSERT INTO event VALUES(1099511627779,15,5,0,134670,1767228609000048,1,0,0,0,0,NULL,X'80fa11768f63026dbde9c23af51e450135e80fdd4837132629d627afc7fc6c7f');
INSERT INTO event VALUES(1099511627779,16,10,0,144362,1767228610000051,1,0,0,0,0,NULL,X'9d15ed9122e1361066a96a4ba0d2341727ad64f4ac7477a68db8e44cd429c761');
INSERT INTO event VALUES(1099511627779,17,17,0,146815,1767228611000054,1,0,1,0,0,X'8ff63e3401d381cd414452c7615b14b4b23d4f0ceece6b5e52027be0305bed9d',X'37aa697487251dacc5dc48175a74e3e3f7b02a0a675c83de8768fe76e5a6d7a4');
INSERT INTO event VALUES(1099511627779,18,18,0,202793,1767228612000057,1,17,0,0,0,NULL,X'4039f4569c971f3b950556a80697ec67a2aeefb5b551ec65b145000e09d5943d');
INSERT INTO event VALUES(1099511627779,19,6,0,254924,1767228613000060,1,0,0,0,0,NULL,X'ad3099835b3ac86bdba6d693db213b42cdee8c92d6d133282b86327c36516d70');
INSERT INTO event VALUES(1099511627779,20,18,0,271930,1767228614000063,1,16,0,0,0,NULL,X'0d12a762902192fa6f474b954d81ce0f77e7161e3b43cfc9b4fab9dc86562f28');
INSERT INTO event VALUES(1099511627779,21,18,0,342363,1767228615000066,1,14,0,0,0,NULL,X'ace14a19778fd6a0e9bf13c99979e4ee73e93d40a6fe137eb60b0d86e8dc666d');
INSERT INTO event VALUES(1099511627779,22,10,0,354085,1767228616000069,1,0,0,0,0,NULL,X'b443064726fb0a4ea09249e20959ee96814e648d50d402c32058c71f23f10f1a');
INSERT INTO event VALUES(1099511627779,23,18,0,369212,1767228617000072,1,22,0,0,0,NULL,X'3ede3f1a41c5f8d0497e84976ff7886e381fcd792a4c6b00edb82318ea91e5f7');
INSERT INTO event VALUES(1099511627779,24,4,0,382352,1767228618000075,1,5,0,0,0,NULL,X'410ba7ba51362c442b9e7498b1184731df3c1bf03853f928897c353ea3c71288');
INSERT INTO event VALUES(1099511627779,25,18,0,411798,1767228619000078,1,24,0,0,0,NULL,X'3d962666977f7c471e230de53b22b971675bfbe52de39ba12432b05fd928c6e7');
INSERT INTO event VALUES(1099511627779,26,18,0,430452,1767228620000081,1,13,0,0,0,NULL,X'838fb07bd3c84e676be3852ef2489a42f6b83bd0bbb3c6d7dc60ed95c1e02041');
INSERT INTO event VALUES(1099511627779,27,4,0,434046,1767228621000084,1,5,0,0,0,NULL,X'e3c9b0375104ab1a2906c085a85373d5ed03713d44e09ff00c9bd5cadfc1aa57');
INSERT INTO event VALUES(1099511627779,28,18,0,467404,1767228622000087,1,27,0,0,0,NULL,X'55f4da80511e13cc1574682dd1b23c27fe40744c79560a69e937e56d8e117c46');
INSERT INTO event VALUES(1099511627779,29,5,0,499815,1767228623000090,1,0,0,0,0,NULL,X'2fd1006687ee87e4b5bde7de588a71d87f3f71c8c1f90646e5c5261888997f79');
INSERT INTO event VALUES(1099511627779,30,18,0,524388,1767228624000093,1,12,0,0,0,NULL,X'd21f433aba255b5ca2196b3f9e70db4668442ad2c7b3ee62fc65b0b4468ffcc9');
INSERT INTO event VALUES(1099511627779,31,4,0,542737,1767228625000096,1,4,0,0,0,NULL,X'55d78fff44afecd11fdc7270f4a8752f1be649e8a42a358f64802c81677e80e4');
INSERT INTO event VALUES(1099511627779,32,4,0,560972,1767228626000099,1,5,0,0,0,NULL,X'862599faa61b3224b0390e18f1be55f054b127a71f401997dc5cd90dd1710a2e');
INSERT INTO event VALUES(1099511627779,33,18,0,609373,1767228627000102,1,32,0,0,0,NULL,X'14cffce70e3dffaf556998b98e7b6b4d894bc8a2fc839f7833b9f99aba816e72');
INSERT INTO event VALUES(1099511627779,34,4,0,632235,1767228628000105,1,5,0,0,0,NULL,X'f62aed942f8f8af80e7164c198bf5321254ee480cdf062019fe803da24a3b333');
INSERT INTO event VALUES(1099511627779,35,17,0,666478,1767228629000108,1,0,0,0,0,X'de4413c819a5907627dd54139213235cb4bcd6dce434ab07b8dd50ee3cce51bc',X'ea24c707af2bb5490232ced70d25547f9cde5d2450a7c7cc6b63480148092ff8');
INSERT INTO event VALUES(1099511627779,36,17,0,685184,1767228630000111,1,1,0,0,0,X'9a30f0a954007171aa434d465d54f14c428f03476e5bf5f0a3b41f5ccacba9f4',X'd299df0e948bad596f5a7983387758e0546b2fb43bc842027441a4983030982f');
INSERT INTO event VALUES(1099511627779,37,13,0,693392,1767228631000114,1,4,0,0,0,NULL,X'f2d904580e770428b399afe45b45ce733c89536cc411af1fb9a27aebd1a57be0');
INSERT INTO event VALUES(1099511627779,38,18,0,727885,1767228632000117,1,37,0,0,0,NULL,X'8a6da397316dea832c6bedf76a6937071bf048f17a78c4d7540d3016f2ce8ebf');
INSERT INTO event VALUES(1099511627779,39,18,0,754117,1767228633000120,1,36,0,0,0,NULL,X'80d28b837f73daec0ec0fd3f2825e8146af52c364ad91c8a39f7a408f06542e3');
INSERT INTO event VALUES(1099511627779,40,10,0,787178,1767228634000123,1,1,0,0,0,NULL,X'dcae7fc2cc7c0f6f81b746ae62d6d39d9a84e3bb2d7392c5cd23b724e7fa06d8');
INSERT INTO event VALUES(1099511627779,41,5,0,807909,1767228635000126,1,0,0,0,0,NULL,X'e0fc649d36ae5da926a1da37ec6fe680e5d3362e24efa0b82a23b6ccc3d8fe92');
INSERT INTO event VALUES(1099511627779,42,18,0,892779,1767228636000129,1,40,0,0,0,NULL,X'eee55d7c9bc1a793ac698efc297b22017bb74b4f56d99416f9fee86853b3cb5b');
INSERT INTO event VALUES(1099511627779,43,13,0,912511,1767228637000132,1,2,0,0,0,NULL,X'b009fe0c5e179ced324d5884ffbd0636a67da6cb5e038c13dc92ba995fc745a6');
INSERT INTO event VALUES(1099511627779,44,3,1,930300,1767228638000135,1,0,0,0,0,NULL,X'2de3db29bc532c2bc2fcdb473c456f58f353388db10e5838d0bc454f514d5991');
INSERT INTO event VALUES(1099511627779,45,5,1,930900,1767228639000138,1,0,0,0,0,NULL,X'8f70831109bade526ac147caffd736c429cf451492823e9d3aa06a1f497a5777');
INSERT INTO event VALUES(1099511627779,46,17,1,1097230,1767228640000141,1,0,1,0,0,X'862f661fa4bab597acc8ff6f17a4e34235ed65d465cd96782ad596a245093ccf',X'6b45ecb15676ada7c30e66accdd2def8e6b9a05a25bf87637482805598a2b282');
INSERT INTO event VALUES(1099511627779,47,19,1,1120094,1767228641000144,0,12345,1,0,0,NULL,X'7b06daf1acc92ca5f40af6e7051d67b423a9e1d69316c16e7dfb5731a0ea2aa8');
INSERT INTO event VALUES(1099511627779,48,18,1,1127861,1767228642000147,1,46,0,0,0,NULL,X'311f711b3c54356723aafbb69b15492aad9fd46477f5e4b365db286ddbba9126');
INSERT INTO event VALUES(1099511627779,49,10,1,1206018,1767228643000150,1,1,0,0,0,NULL,X'a4de633cb23962770eb9d6f6290770b7d9489bb22b50247857835abdb2701f38');
INSERT INTO event VALUES(1099511627779,50,7,1,1211652,1767228644000153,1,60000,0,0,0,NULL,X'2347a155e8793974e2c627190a4aacc062e3eb885df3aa64595b69b2112c3e7f');
INSERT INTO event VALUES(1099511627779,51,18,1,1234219,1767228645000156,1,50,0,0,0,NULL,X'22f227a8da56fd511dcb960f37ca1ed1eb64059a12a1228f6384889eea72101d');
INSERT INTO event VALUES(1099511627779,52,18,1,1261582,1767228646000159,1,49,0,0,0,NULL,X'e915c3663f1f986b2a3a40c30dc4b6b9ee9c9af0cf47f9be0c06da6e369282bb');
INSERT INTO event VALUES(1099511627779,53,17,1,1327032,1767228647000162,1,0,0,0,0,X'1b7cba8087ff79c7e5fb8f4940e581680ce574bbcd29eed0c30e9b922fdf112e',X'df04e7873c9a4088f0880bb68615e227b07410c1acc26704104b63410a5a0b83');
INSERT INTO event VALUES(1099511627779,54,7,1,1341988,1767228648000165,1,60000,0,0,0,NULL,X'b0f77c2760d1bf2b73f117b55768d13063cf2fa842a9ae8d20783408abacc11e');
INSERT INTO event VALUES(1099511627779,55,7,1,1391265,1767228649000168,1,60000,0,0,0,NULL,X'4f23522fb687bcb43255ac3c9f850e800ca1988db4db6f2e0716481e75a7d306');
INSERT INTO event VALUES(1099511627779,56,17,1,1405822,1767228650000171,1,0,1,0,0,X'e73ab98e1993c9714016eeb5955a2c179bc225c97c0c5e4de4622407d26daf47',X'6cee2ebb584461177b842ec699e9a7c032982254e6bb1e64bc1e8b395c11a781');
INSERT INTO event VALUES(1099511627779,57,18,1,1453640,1767228651000174,1,56,0,0,0,NULL,X'22dafd62dbdca56f2c13d632ecfcced86250163084b71a70c08879e1c6c19b3b');
INSERT INTO event VALUES(1099511627779,58,18,1,1471960,1767228652000177,1,55,0,0,0,NULL,X'c2cddbcdcaef55a075df69bef96e7e679661a2a1b72a405b9dccb92108643157');
INSERT INTO event VALUES(1099511627779,59,10,1,1477515,1767228653000180,1,1,0,0,0,NULL,X'acae683103f72433d7c557c3fddad94941a9299b3f46b8df3ccf0d6343828286');
INSERT INTO event VALUES(1099511627779,60,7,1,1555445,1767228654000183,1,60000,0,0,0,NULL,X'0bda4bd0ebdeb0524308391c02614981cd13381d20559844a8866db12a55e7c0');
INSERT INTO event VALUES(1099511627779,61,18,1,1581151,1767228655000186,1,60,0,0,0,NULL,X'99ddfb46ddeae055a9c51587f70838978249c68a7c808fb2a7c2864e19b88a6a');
INSERT INTO event VALUES(1099511627779,62,7,1,1657460,1767228656000189,1,60000,0,0,0,NULL,X'c26ed6e090bc4e3767e3a2f6f5630a5bb753e814474455b25d8a6e82319dfc29');
INSERT INTO event VALUES(1099511627779,63,17,1,1706175,1767228657000192,1,0,1,0,0,X'b5786c27515a8c7713dcf9abf1c1620038d45fe23009701087d16142966841ac',X'7a15328b77ba66bdd584d7f9364e7d0f8996a52eea4687eef9cf4be430fc1c75');
INSERT INTO event VALUES(1099511627779,64,17,1,1707559,1767228658000195,1,0,0,0,0,X'0d2071b8b327ec8b494c7e1dd55fd7bba788779bbc03486ae2b0b8a9b38ffb3e',X'bfe4d6e043c41bb36ce73c4f44593a45c753f8dfaab3492379e99f56eb0f4645');
INSERT INTO event VALUES(1099511627779,65,10,1,1722855,1767228659000198,1,0,0,0,0,NULL,X'0064a6c8e7e453e4a40d45f22c5ea39611768f5e9bb6318a8fc5fc9a40b044c3');
INSERT INTO event VALUES(1099511627779,66,10,1,1809336,1767228660000201,1,1,0,0,0,NULL,X'f26b6f75eacef4fc10108e0251f0097105bea24728bb19bc59032347293df0e7');
INSERT INTO event VALUES(1099511627779,67,6,1,1827913,1767228661000204,1,0,0,0,0,NULL,X'f2361d4526359129d715f2a1207708ad1e47941bdf5099c830a3a28d26ca76db');
INSERT INTO event VALUES(1099511627779,68,4,1,1841125,1767228662000207,1,2,0,0,0,NULL,X'6491cdb3e906209caa553c70b8dadf4bb9c31efe2d2a02562e76c09b8cdf3e76');
INSERT INTO event VALUES(1099511627779,69,15,1,1857961,1767228663000210,1,0,0,0,0,NULL,X'e548510f3aa898003a01b2c3ef1e1d28b847b9c1ecd932fe9be2a5c4b1b5ebac');
INSERT INTO event VALUES(1099511627779,70,3,2,1873805,1767228664000213,1,0,0,0,0,NULL,X'9d1a10e0295f69e134d853f01fb110b36e17d95a1979f954ce12c946419ece80');
INSERT INTO event VALUES(1099511627779,71,4,2,1880913,1767228665000216,1,2,0,0,0,NULL,X'65962f92c9633b997fe83770f3d9f85ace363fcfcff4d4254fb9e74e29314c20');
INSERT INTO event VALUES(1099511627779,72,4,2,1890302,1767228666000219,1,3,0,0,0,NULL,X'175009079de5bfb10ced8469d780deb019c4b0a48b94429314faeea2ad9194e1');
INSERT INTO event VALUES(1099511627779,73,4,2,1907358,1767228667000222,1,4,0,0,0,NULL,X'f48a4e4cf3b95478fd9cb6489653aad37169e7f9706ad77d17719dd2228f3887');
INSERT INTO event VALUES(1099511627779,74,18,2,1923672,1767228668000225,1,73,0,0,0,NULL,X'95c3365cec6d80c9620089d9130857ff7c66d032631ea5b5d84d5613559b13b7');
INSERT INTO event VALUES(1099511627779,75,15,2,1940319,1767228669000228,1,0,0,0,0,NULL,X'9237c182c87681d9aad11d610ac31987f450f4df5cea7771404fe4422be3fb6e');
INSERT INTO event VALUES(1099511627779,76,3,3,1953555,1767228670000231,1,0,0,0,0,NULL,X'7003e89ab96a7b7782cd15eda411135e8ddff076b87f5c8fe8206eb79561ede2');
INSERT INTO event VALUES(1099511627779,77,4,3,1956116,1767228671000234,1,2,0,0,0,NULL,X'6ca2b220c412d885348930a9aa36c9e7e43977ce128f6815ef919a2be7f9c3a8');
INSERT INTO event VALUES(1099511627779,78,4,3,1970245,1767228672000237,1,3,0,0,0,NULL,X'2499d4889d9095714c13f9c8d24b1717dc36b5199b2dd572cff8a9320f61bd70');
INSERT INTO event VALUES(1099511627779,79,4,3,1973975,1767228673000240,1,5,0,0,0,NULL,X'541933a950a16572780cbf02a6f65f561adea6648e9345170465b42ab37925a9');
INSERT INTO event VALUES(1099511627779,80,18,3,1991750,1767228674000243,1,79,0,0,0,NULL,X'bb78fad7ca0df7bf883705369fdec4957af5491cbf2527f10258d869849d3f81');
INSERT INTO event VALUES(1099511627779,81,4,3,2005214,1767228675000246,1,5,0,0,0,NULL,X'b1009df779d6abea7c4189a2fe454d5f1ea277a897475d605c17c7e16d384a13');
INSERT INTO event VALUES(1099511627779,82,10,3,2009634,1767228676000249,1,1,0,0,0,NULL,X'd881a8d86227bc2abb780abc4d4d0bfcb5d0e7f9a09cebda4520ac1e1f91452a');
INSERT INTO event VALUES(1099511627779,83,5,3,2035795,1767228677000252,1,0,0,0,0,NULL,X'78c0b397c8099e471c8a9c1565c933c14d53cf13c8cd71f285602d48b23b5edb');
INSERT INTO event VALUES(1099511627779,84,18,3,2057306,1767228678000255,1,82,0,0,0,NULL,X'fa9f85625137fe814b4fb54cde7261e08eb09a9a1caf8f796b2360e297c2700c');
INSERT INTO event VALUES(1099511627779,85,18,3,2088324,1767228679000258,1,81,0,0,0,NULL,X'a1b99bf5409818dbca3828978f5994bf8edd1757ff75ade062198a5d2ffc10ad');
INSERT INTO event VALUES(1099511627779,86,10,3,2099372,1767228680000261,1,1,0,0,0,NULL,X'd4c5f6004466aa2caaf42ff599237fabea9a43cd3195e944fcad32610020cc72');
INSERT INTO event VALUES(1099511627779,87,17,3,2116525,1767228681000264,1,1,0,0,0,X'f549c60729f5a143f9fb2bc241e5cc47557e00fb4f4159dedffe887e93bbe81e',X'af4cf17001d93bf167878775d87167104cc1ed77cc88b334ef62fd7b25cad36f');
INSERT INTO event VALUES(1099511627779,88,4,3,2125033,1767228682000267,1,5,0,0,0,NULL,X'0402811104219a0b50d9583c078eb8cd505d4b5d1113e4e03c7185ef947d50e8');
INSERT INTO event VALUES(1099511627779,89,13,3,2145994,1767228683000270,1,2,0,0,0,NULL,X'ea497ebcd4c7850772b3b698c27dda0ae6a8cc789d5ae2da68391fd6989f1cc0');
INSERT INTO event VALUES(1099511627779,90,4,0,2172120,1767228684000273,1,7,0,0,0,NULL,X'b050e042f9f7f32fb4d5eea1dbbdb869f5f1e6bed989486956c97a0dc48afff3');
INSERT INTO event VALUES(1099511627779,91,4,0,2177561,1767228685000276,1,8,0,0,0,NULL,X'fc9077936ae57219c6125e3bb3eb3b151c9fabae5fb47b21003984957e721941');
INSERT INTO event VALUES(1099511627779,92,4,0,2188924,1767228686000279,1,9,0,0,0,NULL,X'3218ab72e057f80264737f220d00d1d8b65121984186358e2b5ce68cc7e4f20d');
INSERT INTO event VALUES(1099511627779,93,14,0,2216409,1767228687000282,1,0,0,0,0,NULL,X'cb18cc0700080b8be69b186ad317b6f598719791adab30b95e859633a967ecda');
INSERT INTO event VALUES(1099511627779,94,4,1,2230372,1767228688000285,1,7,0,0,0,NULL,X'dc140e1f77df221e34b02c0ff6a5214f56be375dab251b22182e975829020586');
INSERT INTO event VALUES(1099511627779,95,4,1,2238647,1767228689000288,1,10,0,0,0,NULL,X'14544d265c2ef3e1d2e8a7f7b767b90c35f4717e88a358eba69bc0567242d293');
INSERT INTO event VALUES(1099511627779,96,5,1,2241420,1767228690000291,1,0,0,0,0,NULL,X'6cd3b24ba3917209596bfe8e9d0a8bbd8f353a9cc2ac3cb1a237b64cbee8895f');
INSERT INTO event VALUES(1099511627779,97,6,1,2350657,1767228691000294,1,0,0,0,0,NULL,X'861dd17e93211e8a6591e3479564d65853c6c6b870928b6c730e72b0d2e1bfff');
INSERT INTO event VALUES(1099511627779,98,4,2,2359103,1767228692000297,1,7,0,0,0,NULL,X'7b9b7ba9ce660a46ad1b65bf2c7564defc9c205ffdb91ceba48a0de2a69e9528');
INSERT INTO event VALUES(1099511627779,99,4,2,2454237,1767228693000300,1,10,0,0,0,NULL,X'5fed9d160059b059a5fb270fc5ccbeb1af96235a39870d9a8cf183b434696f16');
INSERT INTO event VALUES(1099511627779,100,18,2,2528213,1767228694000303,1,99,0,0,0,NULL,X'72564b57ab4539136597b65e0f4ae09def2fd02101c58200735b086896dcfd26');
INSERT INTO event VALUES(1099511627779,101,4,2,2529508,1767228695000306,1,10,0,0,0,NULL,X'e34494c728fbf896f1f1aa82e3d929bfb487f968d88ea17cfab20fdc11cba399');
INSERT INTO event VALUES(1099511627779,102,4,3,2556515,1767228696000309,1,7,0,0,0,NULL,X'01472611b5a714843581fe7ed48d5d99255b9783aeddc2b23aa0291509609430');
INSERT INTO event VALUES(1099511627779,103,4,3,2620441,1767228697000312,1,8,0,0,0,NULL,X'453b8f4c981f7c2225b7045ce009f288b0248bad781399e9351591e2dd58529f');
INSERT INTO event VALUES(1099511627779,104,4,3,2629984,1767228698000315,1,9,0,0,0,NULL,X'c730e20e059063edbeaf74c1f15ca1ad8fee2be0a2fad2364383362b9e0f740c');
INSERT INTO event VALUES(1099511627779,105,14,3,2654975,1767228699000318,1,3,0,0,0,NULL,X'a9dd9c34c865c1d662dc89b1549735fb6ce40732e0992c4245016fc66b2d7dfc');
INSERT INTO event VALUES(1099511627779,106,18,3,2664419,1767228700000321,1,105,0,0,0,NULL,X'c4236c4277c7ebfbcd57feaf62a64ff3ddb416b63df220f6bf93cbcd0d0695b1');
INSERT INTO event VALUES(1099511627779,107,14,3,2665029,1767228701000324,1,0,0,0,0,NULL,X'1d05064f2c43cec1b234ccead59f635980258d8cf85f45429ae2b32c3eea60fa');
INSERT INTO event VALUES(1099511627779,108,18,3,2678974,1767228702000327,1,107,0,0,0,NULL,X'01ea6660b599e44386142001f2aad96788644e795a395b1d1b0742cfeb1597cf');
INSERT INTO event VALUES(1099511627779,109,14,3,2685806,1767228703000330,1,0,0,0,0,NULL,X'84e39afe28c43e3761d721379ac7aead86cec6910d7079c0b9c9631c7f8790c6');
INSERT INTO event VALUES(1099511627779,110,5,3,2717165,1767228704000333,1,0,0,0,0,NULL,X'd17c73ee56e771158a9b7f77528133255556ddf23b6bbebba40650a908bc3543');
INSERT INTO event VALUES(1099511627779,111,20,-1,2731010,1767228705000336,1,0,0,0,0,NULL,X'a5ec9bbf14a6171eae2050379de6a975886df5a4d9aa04df11557625984740e8');
INSERT INTO event VALUES(1099511627779,112,21,0,2731010,1767228706000339,1,3,2,6,0,NULL,X'c2126a3905cdf2f9459076794a04735f6ca1b6d0f46955212f2fe6af73c6524d');
INSERT INTO event VALUES(1099511627780,1,1,-1,0,1767229600000028,0,1,1,0,1500,NULL,X'66eb6ac7106b7741c77aaf7a13057016340baf33239a9321bf7c939fac062506');
INSERT INTO event VALUES(1099511627780,2,2,0,0,1767229600000028,0,150000,0,0,0,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',X'ea4e593bae317c7ed0da5ac82d9fba9bc968f954ad548483cfc8fa14d65411ec');
INSERT INTO event VALUES(1099511627780,3,2,1,0,1767229600000028,0,210000,1,0,0,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',X'e6c0e90275017168fa9dab260853a7b5751a128b01fbe4840a777649472c5537');
INSERT INTO event VALUES(1099511627780,4,2,2,0,1767229600000028,0,90000,0,0,0,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',X'ebe537e0834c0dca4087f2662fb01ede12e502afa84a28046194f59fc917d063');
INSERT INTO event VALUES(1099511627780,5,3,0,0,1767229600000028,0,0,0,0,0,NULL,X'e2c31202b6b261e254fbc385d92d300edb1fefe42337b0b366633176b9162948');
INSERT INTO event VALUES(1099511627780,6,4,0,3217,1767229601000031,2,2,0,0,0,NULL,X'39ae7987d828800f3d37df134dd17eefabe36c2510e3ee2c220bde00217d3d11');
INSERT INTO event VALUES(1099511627780,7,4,0,19735,1767229602000034,2,3,0,0,0,NULL,X'c5105352cd6b0a666193cc809a71298ab08c1fbafeb94780bf15cbc2d821515b');
INSERT INTO event VALUES(1099511627780,8,11,0,38246,1767229603000037,2,3,1,0,0,NULL,X'ef8e496e1e8c007d9f843b9cb76709c679c33319fd97374f27bb179ece813b1d');
INSERT INTO event VALUES(1099511627780,9,19,0,51596,1767229604000040,0,12345,0,0,0,NULL,X'ff5c036d78bac053a111d3692c95d13e1a81e88d2474eb2ba3f2d10e50115484');
INSERT INTO event VALUES(1099511627780,10,15,0,69961,1767229605000043,2,0,0,0,0,NULL,X'140cc2996cf8876f9b4a32044c668fb5c3b7b9ccbf736c255b0a9c428f0db78d');
INSERT INTO event VALUES(1099511627780,11,3,1,85193,1767229606000046,2,0,0,0,0,NULL,X'89722f527c45369214d1d6453f9da37823d4c9e07c1b1a1007c9992bead0ee1f');
INSERT INTO event VALUES(1099511627780,12,17,1,92301,1767229607000049,2,0,1,0,0,X'3dc6ee3e15f8a9866d9fd47e0b0de448207b1724979967c817211133d7dde032',X'cf6230d7a41cfe60b8bcdbd675ee137cdb05e4071b0f32fcd378f7132c88fdbc');
INSERT INTO event VALUES(1099511627780,13,17,1,93027,1767229608000052,2,0,0,0,0,X'f00ca09d6e3582da4db869425d517ec5cc3f8097e5459d965e58a368674f0fb1',X'79a3dd9a7c0dd84a637332536d5b67dd83575bf29bc43db6dbe5dd061ea00532');
INSERT INTO event VALUES(1099511627780,14,4,1,116989,1767229609000055,2,2,0,0,0,NULL,X'b19fc654828461830eacde43b800a8b33f8e80be0c802b19a27b97fe15852fa4');
INSERT INTO event VALUES(1099511627780,15,17,1,121010,1767229610000058,2,0,0,0,0,X'694493da6511e974dbc9dc1df2566562a61dc491be4b2a026ef01244d2ad8af0',X'65bb5af100db77e4c82ade3b21873b188fa0f98941c102c8081c2b76e64d431f');
INSERT INTO event VALUES(1099511627780,16,17,1,121852,1767229611000061,2,0,1,0,0,X'80599461e7f8a007743b8ff895054cec1bd9f27ab9739cab4ea4ea21a776308b',X'dd79a5ee17b665d1cca5c60757682718f225d6f18781ca9020586a18547e9a45');
INSERT INTO event VALUES(1099511627780,17,18,1,170639,1767229612000064,2,16,0,0,0,NULL,X'00df88eed61c8029d4e40a27a3938d850c28f076cfee317ea088764ae405e07b');
INSERT INTO event VALUES(1099511627780,18,18,1,177272,1767229613000067,2,15,0,0,0,NULL,X'd37d0a35d47075785937b6e96921dba13689f513387acee7aeb9203b896fe192');
INSERT INTO event VALUES(1099511627780,19,18,1,188976,1767229614000070,2,14,0,0,0,NULL,X'623d4333ecff1c541bb799f776179fadbe76fbbb3f001a9b4de4fc65963afcd7');
INSERT INTO event VALUES(1099511627780,20,4,1,192743,1767229615000073,2,2,0,0,0,NULL,X'ab7039f29b66d56ebcea7037ce82f7d617a4e63b8b751f41bedcf20b7f8a75cd');
INSERT INTO event VALUES(1099511627780,21,15,1,208225,1767229616000076,2,0,0,0,0,NULL,X'5a2f4350d404b31cf40fcf0a649865626c757b6715583601c14a4146ea8e86b8');
INSERT INTO event VALUES(1099511627780,22,3,2,236591,1767229617000079,2,0,0,0,0,NULL,X'113ed5586c9106b27ce944489ea1a015385714cc4d7e65d424542c55bc0940f3');
INSERT INTO event VALUES(1099511627780,23,4,2,261547,1767229618000082,2,2,0,0,0,NULL,X'858acf18d1165ad39ecf06bde2961f08a0185cfca03b313aafe41fd03a57971e');
INSERT INTO event VALUES(1099511627780,24,7,2,300192,1767229619000085,2,60000,0,0,0,NULL,X'a18bf51ea9a4eb7fe420423331eb22c83e5664fd8892cd5da51b856066d03094');
INSERT INTO event VALUES(1099511627780,25,4,2,320632,1767229620000088,2,3,0,0,0,NULL,X'25564d204f2e4a5079dfa3d2b170d9ff105e5249e7cd135a1d2bb8a97235a4e8');
INSERT INTO event VALUES(1099511627780,26,4,2,330080,1767229621000091,2,5,0,0,0,NULL,X'9111dddd9c7f91207797f5c3d7b1f6a87562d50a94921f873aca1bf21b672a33');
INSERT INTO event VALUES(1099511627780,27,13,2,371369,1767229622000094,2,4,0,0,0,NULL,X'cd360ac685b637aa9b609207e7f22ed28ce37ca8847198b0bc507761a60b946c');
INSERT INTO event VALUES(1099511627780,28,10,2,378693,1767229623000097,2,1,0,0,0,NULL,X'2df2d1f81b967bdd3747ed6dae4d80dc07546f2052801fcf4bf01bbb00dd2458');
INSERT INTO event VALUES(1099511627780,29,14,2,387715,1767229624000100,2,0,0,0,0,NULL,X'70da182a41b6afc9a5a2312c35ba6e776d634d3a37247b11c03b6da488e9a1fc');
INSERT INTO event VALUES(1099511627780,30,20,-1,401866,1767229625000103,2,0,0,0,0,NULL,X'0fd06b9b9b93ee3bc6f8538e1e55f8365dd1eb617e22f2300661c1eaa284918b');
INSERT INTO event VALUES(382982652144723221,1,1,-1,0,1795377379756830,0,0,0,0,1000,NULL,X'46028c67cddd3e32f6f573a27e1e69ccb7ae0d93c2706a5f224cc6d708332838');
INSERT INTO event VALUES(382982652144723221,2,2,0,0,1795377379756830,0,180000,0,0,0,X'5e2def4d0d086a70df3250a64f485c7625de2e0d279938af2e5035903c6a494e',X'24a3b137536ff872f1404413c20b8cab628046b473e9a04136b0702efc2248fd');
INSERT INTO event VALUES(382982652144723221,3,3,0,0,1795377379756830,0,0,0,0,0,NULL,X'48a2bd9a6376aa8e8724cd35317eab238ce2747a76204f7f27fe1edd216e39c2');
INSERT INTO event VALUES(382982652144723221,4,15,0,0,1795377379856830,1,0,0,0,0,NULL,X'3f595c1a69d808bfcb5fb9f4bba72b21496c0b3926d6157e09b802350ac51d60');
INSERT INTO event VALUES(382982652144723221,5,4,0,108,1795377379964826,1,10,0,0,0,NULL,X'80c4744dedbba78d9271aa1c09af50afc0d06cb8a6dc9a30285f927f96035ffd');
INSERT INTO event VALUES(382982652144723221,6,20,-1,268,1795377380124809,1,0,0,0,0,NULL,X'bb0332a9b5bdd8feabdd6c69ce146ed7ecc4cd90b315aac697d5a47b610c6642');
CREATE TABLE entry ( -- all free text, so that it can be erased; the event keeps its digest
	session INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	salt BLOB NOT NULL,
	body TEXT NOT NULL,
	erased_us INTEGER, -- then salt and body are empty
	PRIMARY KEY (session, seq),
	FOREIGN KEY (session, seq) REFERENCES event (session, seq),
	CHECK (length(salt) = CASE WHEN erased_us IS NULL THEN 16 ELSE 0 END),
	CHECK (erased_us IS NULL OR body = '')
) STRICT;
INSERT INTO entry VALUES(1099511627776,13,X'0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d',replace('note 13 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,14,X'0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e',replace('note 14 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,17,X'11111111111111111111111111111111',replace('note 17 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,18,X'12121212121212121212121212121212',replace('note 18 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,20,X'14141414141414141414141414141414',replace('note 20 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,23,X'17171717171717171717171717171717',replace('note 23 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,32,X'20202020202020202020202020202020',replace('note 32 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,42,X'2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a',replace('note 42 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,48,X'30303030303030303030303030303030',replace('note 48 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,50,X'32323232323232323232323232323232',replace('note 50 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,54,X'36363636363636363636363636363636',replace('note 54 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627776,55,X'37373737373737373737373737373737',replace('note 55 of 1099511627776: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,18,X'12121212121212121212121212121212',replace('note 18 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,25,X'19191919191919191919191919191919',replace('note 25 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,26,X'1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a',replace('note 26 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,29,X'1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d',replace('note 29 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,37,X'25252525252525252525252525252525',replace('note 37 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,43,X'2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b',replace('note 43 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,58,X'3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a',replace('note 58 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,67,X'43434343434343434343434343434343',replace('note 67 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,84,X'54545454545454545454545454545454',replace('note 84 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,86,X'56565656565656565656565656565656',replace('note 86 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,89,X'59595959595959595959595959595959',replace('note 89 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,90,X'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',replace('note 90 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,91,X'5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b',replace('note 91 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,101,X'65656565656565656565656565656565',replace('note 101 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,103,X'67676767676767676767676767676767',replace('note 103 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,105,X'69696969696969696969696969696969',replace('note 105 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,109,X'6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d',replace('note 109 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,111,X'6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f',replace('note 111 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,120,X'78787878787878787878787878787878',replace('note 120 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627777,123,X'7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b',replace('note 123 of 1099511627777: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627778,23,X'17171717171717171717171717171717',replace('note 23 of 1099511627778: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627778,33,X'21212121212121212121212121212121',replace('note 33 of 1099511627778: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627778,35,X'23232323232323232323232323232323',replace('note 35 of 1099511627778: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627778,43,X'2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b',replace('note 43 of 1099511627778: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627778,53,X'35353535353535353535353535353535',replace('note 53 of 1099511627778: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,7,X'07070707070707070707070707070707',replace('note 7 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,17,X'11111111111111111111111111111111',replace('note 17 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,35,X'23232323232323232323232323232323',replace('note 35 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,36,X'24242424242424242424242424242424',replace('note 36 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,46,X'2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e',replace('note 46 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,53,X'35353535353535353535353535353535',replace('note 53 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,56,X'38383838383838383838383838383838',replace('note 56 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,63,X'3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f',replace('note 63 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,64,X'40404040404040404040404040404040',replace('note 64 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627779,87,X'57575757575757575757575757575757',replace('note 87 of 1099511627779: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627780,12,X'0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c',replace('note 12 of 1099511627780: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627780,13,X'0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d',replace('note 13 of 1099511627780: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627780,15,X'0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',replace('note 15 of 1099511627780: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627780,16,X'10101010101010101010101010101010',replace('note 16 of 1099511627780: café\n	tabs ','\n',char(10)),NULL);
CREATE TABLE item ( -- the positions of a form as the events left them
	session INTEGER NOT NULL REFERENCES session (id),
	position INTEGER NOT NULL CHECK (position >= 0),
	item_id TEXT NOT NULL,
	revision INTEGER NOT NULL,
	snapshot BLOB NOT NULL REFERENCES snapshot (sha256),
	state INTEGER NOT NULL, -- 0 pending, 1 open, 2 answered, 3 rated, 4 not asked
	phase INTEGER NOT NULL,
	limit_ms INTEGER NOT NULL, -- with extra time and extensions
	read_ms INTEGER NOT NULL,
	think_ms INTEGER NOT NULL,
	answer_ms INTEGER NOT NULL,
	follow_up_ms INTEGER NOT NULL,
	review_ms INTEGER NOT NULL, -- predicting, marking, notes, rest
	pause_ms INTEGER NOT NULL,
	extended_ms INTEGER NOT NULL,
	swapped_ms INTEGER NOT NULL, -- spent on items swapped away here
	over_ms INTEGER NOT NULL, -- read + think + answer beyond the limit
	opened_ms INTEGER NOT NULL, -- -1 before
	facts INTEGER NOT NULL,
	hints INTEGER NOT NULL,
	pauses INTEGER NOT NULL,
	facts_given INTEGER NOT NULL, -- bit i: fact i
	known INTEGER NOT NULL,
	retry INTEGER NOT NULL,
	flagged INTEGER NOT NULL,
	no_answer INTEGER NOT NULL,
	prediction INTEGER NOT NULL, -- -1 none
	PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO item VALUES(1099511627776,0,'item-11',12,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',3,11,375000,7268,26063,35191,1987,227085,400893,60000,16715,0,0,1,0,0,1,1,0,1,0,3);
INSERT INTO item VALUES(1099511627776,1,'item-1',2,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',3,11,225000,17046,49223,15598,104335,201103,237433,0,0,0,715202,1,0,1,1,0,0,0,0,4);
INSERT INTO item VALUES(1099511627777,0,'item-1',2,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',3,11,210000,18928,14774,28742,12148,225373,0,60000,0,0,0,0,0,0,0,0,0,1,0,0);
INSERT INTO item VALUES(1099511627777,1,'item-2',3,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',3,11,210000,14038,11392,43155,0,256025,143165,0,0,0,287620,0,0,0,0,0,0,0,0,0);
INSERT INTO item VALUES(1099511627777,2,'item-3',4,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',3,11,90000,10598,32154,0,0,87315,20769,0,0,0,755395,0,0,0,0,0,0,1,1,-1);
INSERT INTO item VALUES(1099511627777,3,'item-11',12,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',3,11,270000,45196,8349,10462,15002,149036,1659643,60000,95628,0,906231,0,0,2,0,1,0,1,0,4);
INSERT INTO item VALUES(1099511627778,0,'item-2',3,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',3,11,435000,4538,150117,1565,0,115516,878727,120000,0,0,0,0,0,0,0,0,0,0,0,0);
INSERT INTO item VALUES(1099511627778,1,'item-3',4,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',3,11,135000,31924,88344,34576,9624,179930,142355,0,0,19844,1138118,1,0,0,1,0,0,1,0,2);
INSERT INTO item VALUES(1099511627779,0,'item-3',4,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',3,11,135000,30377,17610,40320,41097,181783,677365,0,0,0,0,1,0,0,1,0,0,0,0,2);
INSERT INTO item VALUES(1099511627779,1,'item-4',5,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',3,11,345000,13812,16836,0,0,35338,1006250,120000,0,0,930300,0,0,2,0,0,0,1,1,-1);
INSERT INTO item VALUES(1099511627779,2,'item-5',6,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',3,11,315000,7108,9389,33703,0,136672,90290,0,0,0,1873805,0,0,0,0,0,1,0,1,-1);
INSERT INTO item VALUES(1099511627779,3,'item-6',7,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',3,11,135000,2561,14129,53903,0,184348,138119,0,0,0,1953555,0,0,1,0,0,0,1,0,2);
INSERT INTO item VALUES(1099511627780,0,'item-4',5,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',3,11,225000,3217,16518,50226,0,15232,0,0,0,0,0,0,0,0,0,0,0,0,1,-1);
INSERT INTO item VALUES(1099511627780,1,'item-5',6,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',3,11,315000,35563,15482,0,0,28366,71987,0,0,0,85193,0,0,0,0,0,1,0,1,-1);
INSERT INTO item VALUES(1099511627780,2,'item-6',7,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',3,11,195000,24956,59085,9448,0,71786,0,60000,0,0,236591,0,0,0,0,0,0,1,0,4);
INSERT INTO item VALUES(382982652144723221,0,'missing-in-code',1,X'5e2def4d0d086a70df3250a64f485c7625de2e0d279938af2e5035903c6a494e',3,11,180000,0,0,0,0,268,0,0,0,0,0,0,0,0,0,0,0,0,1,-1);
CREATE TABLE rating ( -- one rater's marks for one answer, as the events left them
	session INTEGER NOT NULL,
	position INTEGER NOT NULL,
	rater INTEGER NOT NULL CHECK (rater IN (1, 2)), -- 1 the candidate, 2 the interviewer
	ticks TEXT NOT NULL, -- for each key point 0 no, 1 partly, 2 yes
	mistakes INTEGER NOT NULL, -- bit i: mistake i was made
	no_answer INTEGER NOT NULL,
	settled INTEGER NOT NULL, -- a grade was given
	proposed INTEGER NOT NULL, -- -1 before
	grade INTEGER NOT NULL, -- -1 before
	at_ms INTEGER NOT NULL,
	seq INTEGER NOT NULL, -- of the event that settled it
	PRIMARY KEY (session, position, rater),
	FOREIGN KEY (session, position) REFERENCES item (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO rating VALUES(1099511627776,0,1,'21000',0,0,1,1,3,1339940,61);
INSERT INTO rating VALUES(1099511627776,0,2,'22020',0,0,1,3,3,699275,36);
INSERT INTO rating VALUES(1099511627776,1,2,'0010',0,0,1,1,1,1312151,58);
INSERT INTO rating VALUES(1099511627777,0,1,'2100',0,0,1,1,3,2889547,125);
INSERT INTO rating VALUES(1099511627777,1,1,'00000',2,0,1,0,0,723583,36);
INSERT INTO rating VALUES(1099511627777,2,1,'000',0,1,1,0,0,798147,40);
INSERT INTO rating VALUES(1099511627777,3,1,'00000',0,0,1,0,0,2795170,119);
INSERT INTO rating VALUES(1099511627778,0,1,'21000',0,0,1,1,3,1624871,69);
INSERT INTO rating VALUES(1099511627778,1,1,'000',0,0,1,0,0,1577455,67);
INSERT INTO rating VALUES(1099511627779,0,1,'210',0,0,1,2,3,2731010,112);
INSERT INTO rating VALUES(1099511627779,1,1,'0000',0,1,1,0,0,1857961,69);
INSERT INTO rating VALUES(1099511627779,2,1,'00000',0,1,1,0,0,1940319,75);
INSERT INTO rating VALUES(1099511627779,3,1,'000',0,0,1,0,0,2685806,109);
INSERT INTO rating VALUES(1099511627780,0,2,'0000',0,1,1,0,0,69961,10);
INSERT INTO rating VALUES(1099511627780,1,2,'00000',0,1,1,0,0,208225,21);
INSERT INTO rating VALUES(1099511627780,2,2,'000',0,0,1,0,0,387715,29);
INSERT INTO rating VALUES(382982652144723221,0,1,'000000',0,1,1,0,0,0,4);
CREATE TABLE swapped ( -- items the candidate knew and did not answer
	session INTEGER NOT NULL,
	seq INTEGER NOT NULL, -- of the swap
	position INTEGER NOT NULL,
	item_id TEXT NOT NULL,
	snapshot BLOB NOT NULL REFERENCES snapshot (sha256),
	PRIMARY KEY (session, seq),
	FOREIGN KEY (session, seq) REFERENCES event (session, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO swapped VALUES(1099511627776,5,0,'item-0',X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd');
INSERT INTO swapped VALUES(1099511627777,75,3,'item-4',X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7');
CREATE TABLE scoring ( -- one further rater's marks for one session
	id INTEGER NOT NULL PRIMARY KEY,
	session INTEGER NOT NULL REFERENCES session (id),
	rater INTEGER NOT NULL REFERENCES person (id),
	present INTEGER NOT NULL, -- 0 not asked, every answer was typed; 1 was there; 2 was not
	created_us INTEGER NOT NULL,
	state INTEGER NOT NULL, -- 0 open, then blind to all others; 1 done
	last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
	chain BLOB NOT NULL CHECK (length(chain) = 32), -- of the last event
	UNIQUE (session, rater)
) STRICT;
INSERT INTO scoring VALUES(1125899906842626,1099511627777,2251799813685250,2,1767225600000002,1,61,X'50a9b457450ed919e2cd09b9f41be59e043771459fda82dab95a0c29c5b0520e');
INSERT INTO scoring VALUES(1125899906842627,1099511627777,2251799813685251,0,1767225600000003,1,57,X'938a255630285e33f7cf783d0410836384c413ea66f42f159a3f6283bf8021ef');
INSERT INTO scoring VALUES(1125899906842628,1099511627778,2251799813685250,1,1767225600000004,1,87,X'e09296d4a632d0f3ef1e8d478116eb6c9605b1532140e8681684698a8d721acb');
INSERT INTO scoring VALUES(1125899906842632,1099511627780,2251799813685250,2,1767225600000008,0,3,X'c6acf653631305ef260a7f69cd97a2d0b192363d970c8e7562138ebc029b443f');
CREATE TABLE scoring_event ( -- what the rater did, in order; rows are only ever added
	scoring INTEGER NOT NULL REFERENCES scoring (id),
	seq INTEGER NOT NULL CHECK (seq >= 1), -- 1, 2, 3 ... without gaps
	kind INTEGER NOT NULL, -- as in event
	item INTEGER NOT NULL, -- position from 0, or -1
	wall_us INTEGER NOT NULL, -- when it was written
	n1 INTEGER NOT NULL,
	n2 INTEGER NOT NULL,
	n3 INTEGER NOT NULL,
	n4 INTEGER NOT NULL,
	digest BLOB CHECK (length(digest) = 32), -- SHA-256 of a snapshot, or of salt and text in scoring_text
	chain BLOB NOT NULL CHECK (length(chain) = 32), -- SHA-256 of the chain before and this row
	PRIMARY KEY (scoring, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO scoring_event VALUES(1125899906842626,1,3,1,1767225601002003,5,2,0,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',X'483bd2dcef10e708752b17d5eef557d569109adaf72433a97ab353b0fdbe3fc5');
INSERT INTO scoring_event VALUES(1125899906842626,2,3,3,1767225602002006,5,2,0,0,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',X'183185a4f7bc8a59a7b26ce57568bd532f6c2b6f539c164691f0c0f35820d9fc');
INSERT INTO scoring_event VALUES(1125899906842626,3,15,1,1767225603002009,0,0,0,0,NULL,X'622a36f4f8512b0493e8654df2ea704f5be6760ccc45b8a23952e87310136ce5');
INSERT INTO scoring_event VALUES(1125899906842626,4,3,2,1767225604002012,3,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'3cc5146239050f78502a208e3521c7d9dc1c823f17d903c1affd2a27046b3894');
INSERT INTO scoring_event VALUES(1125899906842626,5,14,3,1767225605002015,2,0,0,0,NULL,X'3baa22162c75fe7ce50f6bac36bdbc32cf5554548961c840d0b27a2be9aed470');
INSERT INTO scoring_event VALUES(1125899906842626,6,3,0,1767225606002018,4,1,0,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',X'f30b3096d9c0a0384ee974d181397fda4b6d5e7e0ec497beb41423eb86c2781f');
INSERT INTO scoring_event VALUES(1125899906842626,7,14,1,1767225607002021,3,0,0,0,NULL,X'5fc8e3b2accb7161246b6e4ff82fe97201e328e3b9a32cd58ac96ed6f2c880ea');
INSERT INTO scoring_event VALUES(1125899906842626,8,18,1,1767225608002024,7,0,0,0,NULL,X'd30b406a2535536e974cc8767c9c45fb1fef069e34ccb05857527ab2071bf163');
INSERT INTO scoring_event VALUES(1125899906842626,9,14,3,1767225609002027,1,0,0,0,NULL,X'14c517e45b7e968d82b9fbe99af447de666d68a4afec4991b6d33bc60dd483e4');
INSERT INTO scoring_event VALUES(1125899906842626,10,14,1,1767225610002030,1,0,0,0,NULL,X'2e125ecb7d14ca2b3b749220f187e691eeed1c315e8772598b4b242fafef13d5');
INSERT INTO scoring_event VALUES(1125899906842626,11,11,3,1767225611002033,4,1,0,0,NULL,X'496c7b094001bae97f6bbc472108740b761d734053c60ac3c27349cfefe70cef');
INSERT INTO scoring_event VALUES(1125899906842626,12,17,3,1767225612002036,0,0,0,0,X'd7e3ab597599e2f3725ecd7b3694b645328a0f33ec297e71aefeb92fd92e4eea',X'2b983995990daa083cd1cbfcb7aa146003beee75d23830b8cdc2b1aa4c15f343');
INSERT INTO scoring_event VALUES(1125899906842626,13,11,1,1767225613002039,2,2,0,0,NULL,X'83be67c9aa743b67aacc1fb8d257977d488a984c7067b832e8ac98ddb96456c8');
INSERT INTO scoring_event VALUES(1125899906842626,14,18,1,1767225614002042,13,0,0,0,NULL,X'210f875781b70aee6657ca903084b88ceea6102627f0d1a24c54ca2ccf8f88c2');
INSERT INTO scoring_event VALUES(1125899906842626,15,11,3,1767225615002045,0,1,0,0,NULL,X'0f6e02e87a056669244995b4ddf8dc915712c2d5129e90937b1ac0d2d0d9d8ce');
INSERT INTO scoring_event VALUES(1125899906842626,16,11,1,1767225616002048,3,2,0,0,NULL,X'16fc8d02550306c539da35b7129c0c8787f70683e961b0b2b91d60673665d2b3');
INSERT INTO scoring_event VALUES(1125899906842626,17,18,1,1767225617002051,16,0,0,0,NULL,X'b14bab2aafcf069c9b089f15397476f579d972c325f1b6529b305e2676369ddf');
INSERT INTO scoring_event VALUES(1125899906842626,18,17,3,1767225618002054,1,0,0,0,X'adb9886f5226f734cdb2902bdf2c839c7a6e5d97364652027512ceb73c39b3f5',X'1d3b9f4d74a2ec7db98b1c061b5069dcadbab4fc064a0972b958a154a2c39a49');
INSERT INTO scoring_event VALUES(1125899906842626,19,11,3,1767225619002057,3,2,0,0,NULL,X'997a16a906a8c6f4af1092ac967eed60d063e548b05a13219a95bc869431abe6');
INSERT INTO scoring_event VALUES(1125899906842626,20,17,3,1767225620002060,1,0,0,0,X'be002a61cf881bb108d2ba38f268ed63c7d212806018f8b82a03b1a8e253bdd8',X'ffdc3f54c91e4f618f3c0dfc38ec71022460df159290faf7dd6a13dcc00a9ccb');
INSERT INTO scoring_event VALUES(1125899906842626,21,18,3,1767225621002063,20,0,0,0,NULL,X'a33eebaff5dc835ade99a938a43b878f38e46f8bc2af347d09b5ecbb81b0106f');
INSERT INTO scoring_event VALUES(1125899906842626,22,17,1,1767225622002066,0,0,0,0,X'00120da5809086f0730380b4c679fef6ba551cfc30256fc835bdd0b987667b2d',X'671e3f94a6b17b39a0f4f6e4c0b95a37fa23064166aeac9c132fbf05973c1e23');
INSERT INTO scoring_event VALUES(1125899906842626,23,14,3,1767225623002069,0,2,0,0,NULL,X'0de074ea8635d3ef613b44a1bd2e16e0d0457903925fd0304effa4761517045f');
INSERT INTO scoring_event VALUES(1125899906842626,24,18,3,1767225624002072,23,0,0,0,NULL,X'4bf26d6b896224f9722d86fb76d9bfbf430ffb8f2098a9b1d3e3c0b51dc7b716');
INSERT INTO scoring_event VALUES(1125899906842626,25,18,1,1767225625002075,22,0,0,0,NULL,X'ea3096305e58fd780205802287b67f2d235adf97a38b99ab015e55a3c8c0a1a5');
INSERT INTO scoring_event VALUES(1125899906842626,26,15,3,1767225626002078,0,0,0,0,NULL,X'af68c30765558d73bc2aec119e2526bbc51132f7bdc2ce71730e87a96e45f6fa');
INSERT INTO scoring_event VALUES(1125899906842626,27,18,3,1767225627002081,26,0,0,0,NULL,X'0ff0bed80699d37393d654bd3cb55aedec5bf81b82204c6ee7ec4a486f334a93');
INSERT INTO scoring_event VALUES(1125899906842626,28,11,3,1767225628002084,4,2,0,0,NULL,X'925225ec1b5da5e269f7aa1ababa050333efbcbe1ffe0046382ad16818623522');
INSERT INTO scoring_event VALUES(1125899906842626,29,14,1,1767225629002087,3,0,0,0,NULL,X'0712109e899abb0314479eb0ca7366fe385a69192567c956307b28568da0840e');
INSERT INTO scoring_event VALUES(1125899906842626,30,14,3,1767225630002090,2,2,0,0,NULL,X'8e8667fb850625d23b442895528cdb44d21003d85894d79b8029fa7f4d71154e');
INSERT INTO scoring_event VALUES(1125899906842626,31,11,1,1767225631002093,4,2,0,0,NULL,X'4550ccd09a6a58165e15c72bcb7b4075af24292552f7fdf6945312c49f93e242');
INSERT INTO scoring_event VALUES(1125899906842626,32,11,1,1767225632002096,4,1,0,0,NULL,X'ab1255f6082493cdb4fe69b7b6ed375232195d44a007dd5449a32c7a1c14d045');
INSERT INTO scoring_event VALUES(1125899906842626,33,14,1,1767225633002099,1,1,0,0,NULL,X'77c30deeaa9f592b67711333d7c5ade8ebae5ea6bec744f185f5f4b1b0554840');
INSERT INTO scoring_event VALUES(1125899906842626,34,12,3,1767225634002102,1,1,0,0,NULL,X'488dc398480e15bcb1558313f4b47bfc54108f6e1ea831fd37718b7119680d44');
INSERT INTO scoring_event VALUES(1125899906842626,35,18,3,1767225635002105,34,0,0,0,NULL,X'c488b78f88ee831ff0c5de409de187058ca60e30473533079eaa9009cb1ac418');
INSERT INTO scoring_event VALUES(1125899906842626,36,18,1,1767225636002108,33,0,0,0,NULL,X'c7e70dbae7f361d1c35ac8dddbdb5259587990c5930210a9f3ec778dba41764c');
INSERT INTO scoring_event VALUES(1125899906842626,37,11,3,1767225637002111,4,0,0,0,NULL,X'8eb78c621b3bab070bf4bb7e63dbba0a7b10dc4f7eb6c00dc2452f51682aa1c2');
INSERT INTO scoring_event VALUES(1125899906842626,38,12,1,1767225638002114,0,1,0,0,NULL,X'fffb9c47d61abb439f54c61326a08c1b0dbb32553e9338044147002bfb055f5a');
INSERT INTO scoring_event VALUES(1125899906842626,39,15,3,1767225639002117,0,0,0,0,NULL,X'c9b2f8ce058c32fed87a281614114dbef9611f75e56d28a25a30b855ee4e2e11');
INSERT INTO scoring_event VALUES(1125899906842626,40,14,1,1767225640002120,1,1,0,0,NULL,X'13413f9922b827262a06d45e951886099438a1db20dad817d37fb79aec4eafa6');
INSERT INTO scoring_event VALUES(1125899906842626,41,11,1,1767225641002123,1,2,0,0,NULL,X'231b9efa3ae054beafbe40f60507b1328a8416a5abc856681b31d5642797bc38');
INSERT INTO scoring_event VALUES(1125899906842626,42,17,1,1767225642002126,1,0,0,0,X'6a7b1f14775b47388e9398e2d94884fa0b3b4de8040c4e63a070a5f84a75c630',X'94eb3a802cb8a35c77d9749a5f25435791d5b33391990054eaae974f50c6c30a');
INSERT INTO scoring_event VALUES(1125899906842626,43,14,3,1767225643002129,1,1,0,0,NULL,X'6247911cdff5e082cee10590b818ec31056c69241c36219321173625568b1a5d');
INSERT INTO scoring_event VALUES(1125899906842626,44,11,1,1767225644002132,2,1,0,0,NULL,X'f6c0d3dc774f3c6d064718502e2ed682ee768918ced3889521d37d9f11ec7763');
INSERT INTO scoring_event VALUES(1125899906842626,45,14,1,1767225645002135,2,2,0,0,NULL,X'7512aa7cf7149e27fd8e4a92355207e446a97ffb3e0c51d62d83a474b7a99fb4');
INSERT INTO scoring_event VALUES(1125899906842626,46,12,3,1767225646002138,0,1,0,0,NULL,X'c018f0d42ef5712c64b29eb02073d0cf454fa3c7c1d2f9d911717e57e5f64a08');
INSERT INTO scoring_event VALUES(1125899906842626,47,15,3,1767225647002141,0,0,0,0,NULL,X'e9f8b0dce567581e32371946b69f5cf0b61b44d8e5ff4b810a190dffc8705a8e');
INSERT INTO scoring_event VALUES(1125899906842626,48,11,3,1767225648002144,3,1,0,0,NULL,X'56d3a3f19333fbf49731818393f26c1b0935704b61e82d3215b845ee17eb53ca');
INSERT INTO scoring_event VALUES(1125899906842626,49,14,1,1767225649002147,0,2,0,0,NULL,X'7921aed60da759a775c8424dbbd399eff0ede9f5e3d3b8b443967363a97fcca1');
INSERT INTO scoring_event VALUES(1125899906842626,50,18,1,1767225650002150,49,0,0,0,NULL,X'4545f5d11e2f6318564914c0f4fc62f8d8ad8caface255d38e31cc53f9f6dcb6');
INSERT INTO scoring_event VALUES(1125899906842626,51,15,1,1767225651002153,0,0,0,0,NULL,X'622dd64acfce63b79dace90880c7f183a0c5bc1349793e506d19d984bdc578ad');
INSERT INTO scoring_event VALUES(1125899906842626,52,18,1,1767225652002156,51,0,0,0,NULL,X'8bddbbebfef72fbe0e648f9cec6a58cb772f78142f161651e7de9dc5929f6a53');
INSERT INTO scoring_event VALUES(1125899906842626,53,11,1,1767225653002159,2,2,0,0,NULL,X'2a239e41668516abad3d30871d90ea37621bbd498bca22745112158759f81871');
INSERT INTO scoring_event VALUES(1125899906842626,54,11,3,1767225654002162,0,0,0,0,NULL,X'5691ff39682dcd8f1738ac12dd5084e7014bd9628665d130c66453d427a92824');
INSERT INTO scoring_event VALUES(1125899906842626,55,18,3,1767225655002165,54,0,0,0,NULL,X'f4f966c132f3b966e8e5d88c54dc9ed68e6b683433a9ec1b848cc7e9e679776e');
INSERT INTO scoring_event VALUES(1125899906842626,56,11,1,1767225656002168,0,2,0,0,NULL,X'd7c622958b8104a1a0566fd79d9bb7cc43a56e76f87cae91a11ee8aa8786537f');
INSERT INTO scoring_event VALUES(1125899906842626,57,18,1,1767225657002171,56,0,0,0,NULL,X'2b28cd64ba86330cca0dca0746bb820aec6366088bbad776173cf3f44783b4bc');
INSERT INTO scoring_event VALUES(1125899906842626,58,17,3,1767225658002174,0,0,0,0,X'5e831a1fd0069ddd87a08c21a4f55e5fe0291266e4d8a117c422850d95be9129',X'0926166cb027d5b7da457a654267eab3488a1e7c8a1f781a9f3d22a6d5bfd0d0');
INSERT INTO scoring_event VALUES(1125899906842626,59,15,3,1767225659002177,0,0,0,0,NULL,X'61fbf17198ffb07e84fa57b1d81753107b8d3365f364dc9f566f4212208e28e5');
INSERT INTO scoring_event VALUES(1125899906842626,60,11,1,1767225660002180,2,0,0,0,NULL,X'dc5d38a00ee9c32cb1d1143adac584a3a72cb2809dda6193511d659228f05f48');
INSERT INTO scoring_event VALUES(1125899906842626,61,20,-1,1767225661002183,0,0,0,0,NULL,X'50a9b457450ed919e2cd09b9f41be59e043771459fda82dab95a0c29c5b0520e');
INSERT INTO scoring_event VALUES(1125899906842627,1,3,1,1767225601003003,5,2,0,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',X'89d690f245d9e30eac6066f1e9fb3f673c56cac36f53bec89420bac257006dd2');
INSERT INTO scoring_event VALUES(1125899906842627,2,3,2,1767225602003006,3,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'8a8abbc0ac49f0b95a97cebc193b7550dad1766cac2393bc32ad3965b6909c3e');
INSERT INTO scoring_event VALUES(1125899906842627,3,17,1,1767225603003009,0,0,0,0,X'a11e912c5f7dc9c492a565f192ccadf42e15f41f5132bf533f52945d6653ea29',X'6e4b7cf752cbfb05eb8568d432088d17487161ed5f4254ebf39186cce87dcb5f');
INSERT INTO scoring_event VALUES(1125899906842627,4,14,1,1767225604003012,0,0,0,0,NULL,X'717ac97c7fc350db50ed9e5616ef7250a17a371b3d972552784482d36d17dc21');
INSERT INTO scoring_event VALUES(1125899906842627,5,3,3,1767225605003015,5,2,0,0,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',X'7680d1cd099de9786d844f507e6895150f255bd5406e6f52b6d91ba800e7a1a7');
INSERT INTO scoring_event VALUES(1125899906842627,6,3,0,1767225606003018,4,1,0,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',X'b487eff78054c88f32d07c0f7412e23fcf63a9fd0dcaa96d7aa4e649d64a85a0');
INSERT INTO scoring_event VALUES(1125899906842627,7,11,1,1767225607003021,0,2,0,0,NULL,X'7eba7a9182419010d074f74f3d423a94f25d20f5cd0468e15e8ab8e1d9f3771c');
INSERT INTO scoring_event VALUES(1125899906842627,8,15,3,1767225608003024,0,0,0,0,NULL,X'40d43f29d3f4884f7ee5be3bcab45db1527a4f20b655fc475a7847465519e13b');
INSERT INTO scoring_event VALUES(1125899906842627,9,11,1,1767225609003027,4,2,0,0,NULL,X'614d9e0d5940350bf7f5558e0e9e0fa8e610f09922e36ed8bd88302b0b6d70a8');
INSERT INTO scoring_event VALUES(1125899906842627,10,15,1,1767225610003030,0,0,0,0,NULL,X'd5917e91116f145e16c039aa17e646388e73d67d180e9f78e341defa85c90046');
INSERT INTO scoring_event VALUES(1125899906842627,11,18,1,1767225611003033,10,0,0,0,NULL,X'34b712b67d47d1535cde84b84138b22d62b811f87a97d044fd1ea40bf55c8690');
INSERT INTO scoring_event VALUES(1125899906842627,12,18,1,1767225612003036,9,0,0,0,NULL,X'c97b702f029ff336d03245fe002dee83022806cbefe673ff12d6c5492fdc83d5');
INSERT INTO scoring_event VALUES(1125899906842627,13,18,3,1767225613003039,8,0,0,0,NULL,X'de6b25ede69c737d1c9fdb3273c3c4cc0c91ea389e4efe121e34546aab3d923f');
INSERT INTO scoring_event VALUES(1125899906842627,14,17,1,1767225614003042,0,0,0,0,X'ef24e9b98c2221944db6f1319940bb1861c58ea01cf8b77d25063b79b1f80a70',X'763a1e4ac6ada33b1df683cdab9e4eef30bddf29b05586f0fa7130ebde48f170');
INSERT INTO scoring_event VALUES(1125899906842627,15,15,1,1767225615003045,0,0,0,0,NULL,X'1e584b92c331fcb5185e9cbff6a08d344e61065107d5e53f18193318d05b2539');
INSERT INTO scoring_event VALUES(1125899906842627,16,18,1,1767225616003048,15,0,0,0,NULL,X'4a6d6b4a8b254efc1987cf6bcabdd5b2f0df2a935ef56d5322f2a8e9fe3c0ac3');
INSERT INTO scoring_event VALUES(1125899906842627,17,11,1,1767225617003051,2,1,0,0,NULL,X'42d3f443267f82e165c2dc935025ac5bb2a12f74496c3f3dbfe20e086e50fe84');
INSERT INTO scoring_event VALUES(1125899906842627,18,18,1,1767225618003054,17,0,0,0,NULL,X'acfe509f114c11ebeac8f90942c51921bdc913755b85914cf1d95d0f954880aa');
INSERT INTO scoring_event VALUES(1125899906842627,19,18,1,1767225619003057,14,0,0,0,NULL,X'391bccb19703f8cc52a1c35e8e865ec873c09cd7fac91f4e54fa1abb1ac9c608');
INSERT INTO scoring_event VALUES(1125899906842627,20,11,1,1767225620003060,4,2,0,0,NULL,X'eee9173c33af07dfa624d9e58cfa0b9afd179ca9ae4612a2eaf9b12271631e9b');
INSERT INTO scoring_event VALUES(1125899906842627,21,17,3,1767225621003063,1,0,0,0,X'50ed228e51508aaaebad62f6efd01b81e9f3233fc6dfc7e485f8434bb467091d',X'f48e56a09e1841a6a6270fb37cdb2dd74804449a61b288654439b3279d7ba481');
INSERT INTO scoring_event VALUES(1125899906842627,22,11,3,1767225622003066,4,2,0,0,NULL,X'af9e2573a8129cb06607504fe7a5e45ad5f09538cc256ef6d434b3a3bb9700ba');
INSERT INTO scoring_event VALUES(1125899906842627,23,14,3,1767225623003069,3,1,0,0,NULL,X'55b16a48bec70f3181a3ff255f7bbc0bd6043f16fb4dd696df21f8a620230ff8');
INSERT INTO scoring_event VALUES(1125899906842627,24,18,3,1767225624003072,23,0,0,0,NULL,X'48a738a9360313c43d156f67b2975f0b1bdd786409a86606721fea9855b9c455');
INSERT INTO scoring_event VALUES(1125899906842627,25,18,3,1767225625003075,22,0,0,0,NULL,X'5fc0e54239ecd7a62e0ddd3a5a23955a67bedc1eaf5ea599744b4f45350931c2');
INSERT INTO scoring_event VALUES(1125899906842627,26,17,1,1767225626003078,1,0,0,0,X'3a222a383f5c010900e15be3209f86f0a35aace53a3d0f815e77dbc91ee53f44',X'1ed5b39003c0d77058712c024db85375ca26a83fb4c273659ee223974ee70854');
INSERT INTO scoring_event VALUES(1125899906842627,27,14,3,1767225627003081,2,0,0,0,NULL,X'80063101e052cc83b05461bafc2c6f1a38bacb7d43a884fa749d0e80e295e80d');
INSERT INTO scoring_event VALUES(1125899906842627,28,14,1,1767225628003084,1,1,0,0,NULL,X'e6624226ae7e0f42b92969475db562249c9ae9adf9d4608575302f5beb21754d');
INSERT INTO scoring_event VALUES(1125899906842627,29,17,3,1767225629003087,0,0,0,0,X'1e356c5065207df29bc668fe2ece9aec4639804bc5c485ad0c98b765413bd553',X'2d1a497f4904958dd9afc029545b0df95c6a1817bd165080e7fce896ae3b4311');
INSERT INTO scoring_event VALUES(1125899906842627,30,14,3,1767225630003090,2,0,0,0,NULL,X'52927f59f572ab2864e701d782e2d08ee046094f3259e9c106d8400bcbfcada7');
INSERT INTO scoring_event VALUES(1125899906842627,31,14,1,1767225631003093,2,1,0,0,NULL,X'67b0501800c02ecced340a706c0a6d83f66bd131d4df88a82f5281dd5a24432a');
INSERT INTO scoring_event VALUES(1125899906842627,32,11,3,1767225632003096,1,1,0,0,NULL,X'8c176c63e4792c7eae8f64e2919d00e466b219917124122fe92c161d679f8d2f');
INSERT INTO scoring_event VALUES(1125899906842627,33,15,3,1767225633003099,0,0,0,0,NULL,X'89306b855279e523809af451ee782ca3ac88e049c79be8025f2756485e02aab4');
INSERT INTO scoring_event VALUES(1125899906842627,34,11,1,1767225634003102,2,2,0,0,NULL,X'd9ec8f4996bcfadf82b1b9141c9fbef145ce1bf00074accda441c8a8ed00a925');
INSERT INTO scoring_event VALUES(1125899906842627,35,14,1,1767225635003105,2,2,0,0,NULL,X'aecf3c86b087678a31c0da0a7ab587ee95476208c3636ed6de9654c028532a02');
INSERT INTO scoring_event VALUES(1125899906842627,36,14,3,1767225636003108,1,1,0,0,NULL,X'fad2bc805c0e756dab53b057783629adf81604d0fc5492f6adbfed550282d4cc');
INSERT INTO scoring_event VALUES(1125899906842627,37,17,1,1767225637003111,1,0,0,0,X'9cac25585a9b1dd5c99d91cdc29c1c6b8e38d1994487de4e072c30a84ee03d90',X'851c260f21dc3902ef9079fd24d8b65cbf46cc285e7b1f7b54587d58aa91fc4d');
INSERT INTO scoring_event VALUES(1125899906842627,38,11,3,1767225638003114,0,1,0,0,NULL,X'55430b3e7c8d16cdf54e62c96ca3f789e8a864608c972ec6a65d94217ade1c1b');
INSERT INTO scoring_event VALUES(1125899906842627,39,11,1,1767225639003117,4,1,0,0,NULL,X'f9a67e79168660a7e12a52e88a765369924ef3a05df1070f135ff479ec772992');
INSERT INTO scoring_event VALUES(1125899906842627,40,14,1,1767225640003120,1,1,0,0,NULL,X'12a1139e62bb452e5474c40cb8ca7f63101f314a8aab4b7c58191f6344294855');
INSERT INTO scoring_event VALUES(1125899906842627,41,14,1,1767225641003123,1,1,0,0,NULL,X'460a648c6e214e7d66519fa234ecbf0d2ccc594d05c06e2422701f85294bc184');
INSERT INTO scoring_event VALUES(1125899906842627,42,15,1,1767225642003126,0,0,0,0,NULL,X'02635816b1b3c90a68ebfe5f2b3f1308a9c4ae490264551477350f7b4223fe1b');
INSERT INTO scoring_event VALUES(1125899906842627,43,14,3,1767225643003129,1,1,0,0,NULL,X'3025645edc5369bf7adbb56320cc44401028e43da4878c999f7f37423a4646c7');
INSERT INTO scoring_event VALUES(1125899906842627,44,17,3,1767225644003132,1,0,0,0,X'f0cdaf03f21847854769506b67f8778af311ef919fb7b9deca58821e7f96df16',X'ff75e53a6820262a49dc0ec5ee8d36a007001133094fa36ce16f81fb633b396b');
INSERT INTO scoring_event VALUES(1125899906842627,45,11,3,1767225645003135,0,2,0,0,NULL,X'f6b12a977535015b97a1e7469a267ee3cfc2b9904c9fb29be69ac205e612b6d1');
INSERT INTO scoring_event VALUES(1125899906842627,46,11,3,1767225646003138,0,1,0,0,NULL,X'5b45d2d89827875485ebe6db07fabfb88249fa6665f528732d29a514e544c497');
INSERT INTO scoring_event VALUES(1125899906842627,47,14,3,1767225647003141,2,1,0,0,NULL,X'c3e48018c65e63e8edf88d44a480b3ea6a0b109751cce88e4945e4c87feb6fbd');
INSERT INTO scoring_event VALUES(1125899906842627,48,11,1,1767225648003144,4,0,0,0,NULL,X'd3bc61544a4bd5befbf3b47517b434d1a32285eb0be5796cd03b58e86de8e1f9');
INSERT INTO scoring_event VALUES(1125899906842627,49,14,3,1767225649003147,2,1,0,0,NULL,X'770dec20c72c0baa584c3eaae0130f605bddc7e121055a2d37b4427c9feb0d97');
INSERT INTO scoring_event VALUES(1125899906842627,50,18,3,1767225650003150,49,0,0,0,NULL,X'd957b5b4e3d9ec8a3802c89ca4084f81e3b9497d0e9557a00c366325b6218f94');
INSERT INTO scoring_event VALUES(1125899906842627,51,11,3,1767225651003153,3,2,0,0,NULL,X'e839adfe803441435c0a12d453911d922225962ceb47767d4433620c78f061c0');
INSERT INTO scoring_event VALUES(1125899906842627,52,18,3,1767225652003156,51,0,0,0,NULL,X'824c8e556c533349a2eb325b0b221f3d4f22c7b961087b824f8ebb447ef2fd70');
INSERT INTO scoring_event VALUES(1125899906842627,53,18,1,1767225653003159,48,0,0,0,NULL,X'fbeac14ae65b224e728f416fa6aa66add4f31dcc17f7fcdbf3439f66c019ef10');
INSERT INTO scoring_event VALUES(1125899906842627,54,11,3,1767225654003162,3,2,0,0,NULL,X'78e3b995b8194b7afbf18eae641a47b87fa714918f2a9ec8e11d74241f2afbde');
INSERT INTO scoring_event VALUES(1125899906842627,55,11,3,1767225655003165,2,2,0,0,NULL,X'ce86c83ff8bd44418be1bfaaaa7a3ff1b736adc84a0be9c64bc7cdc8f05935fe');
INSERT INTO scoring_event VALUES(1125899906842627,56,18,3,1767225656003168,55,0,0,0,NULL,X'814e954691c102098bfd41ba9843a9ba1d477bf5cafe1bc7ca7bb44cf317e34b');
INSERT INTO scoring_event VALUES(1125899906842627,57,20,-1,1767225657003171,0,0,0,0,NULL,X'938a255630285e33f7cf783d0410836384c413ea66f42f159a3f6283bf8021ef');
INSERT INTO scoring_event VALUES(1125899906842628,1,3,0,1767225601004003,5,2,0,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f',X'3336501b797100e1d0b1d78349c19ebe56e77032cc9f50938572a4898a42afd6');
INSERT INTO scoring_event VALUES(1125899906842628,2,3,1,1767225602004006,3,0,0,0,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf',X'81565a4fab99cb7218c58299afeff72dc002fcbd254e7db4660797aaf95293fa');
INSERT INTO scoring_event VALUES(1125899906842628,3,14,1,1767225603004009,0,0,0,0,NULL,X'c75024535ec7ec137fff3329469a33245fac0b9109ac3fa9693732a8b23d8e7f');
INSERT INTO scoring_event VALUES(1125899906842628,4,17,1,1767225604004012,1,0,0,0,X'0d49259c6d317d7899c224704f5f85d67214fdab6fbedc6f4938f14c5dbb8c25',X'0de3149ab169b9ffd3afeb3a738f6459abc116ef17b3ea47263c4418140db82b');
INSERT INTO scoring_event VALUES(1125899906842628,5,14,1,1767225605004015,0,0,0,0,NULL,X'dc733bc38a54b2e2ff887eb1a091ad94b2a1693f1ec23887a3e13a9af656a732');
INSERT INTO scoring_event VALUES(1125899906842628,6,15,1,1767225606004018,0,0,0,0,NULL,X'b71930bbbe5c259171fcfce4ff0fdab00c8b6f72a005ea0215f6e24c88a33546');
INSERT INTO scoring_event VALUES(1125899906842628,7,18,1,1767225607004021,6,0,0,0,NULL,X'1efdb918a0c5cc6d075d451ab6a0d321ea162976945e59b27451b052433d3e90');
INSERT INTO scoring_event VALUES(1125899906842628,8,17,0,1767225608004024,0,0,0,0,X'611f8368b087c9f2e675e4fcd9fc0b786b3906e41ee3c99ab032a11b32726789',X'c4fd905b5ccb42adc925bc0873b2c609bdf7ca7e3fe405961d625f4bf44c65e6');
INSERT INTO scoring_event VALUES(1125899906842628,9,18,0,1767225609004027,8,0,0,0,NULL,X'10beec593e0b4f3cbd8c2e1b68c600502e67fce848e4907299d035c06863846b');
INSERT INTO scoring_event VALUES(1125899906842628,10,17,0,1767225610004030,0,0,0,0,X'a84409b4f0070c6a332378a8c21f1c0cd89a2eba1fb4a3203b6567b6f3899369',X'93a22d77a4da6a60f90ec316d862e6433906ee83d889b94c6fdaa6727390cf66');
INSERT INTO scoring_event VALUES(1125899906842628,11,18,0,1767225611004033,10,0,0,0,NULL,X'a486932d32b289d2596ede429707d53d810979b12d3013d02b2c5cfbd2c4ee74');
INSERT INTO scoring_event VALUES(1125899906842628,12,14,1,1767225612004036,3,0,0,0,NULL,X'8ee4c2152645b200662088720a17de63e0940d90290f232277ae7f6b0f33468e');
INSERT INTO scoring_event VALUES(1125899906842628,13,11,0,1767225613004039,4,1,0,0,NULL,X'4042123aa5ec381b071f222983a5176a2725912fc696014210b924607cd3bc7b');
INSERT INTO scoring_event VALUES(1125899906842628,14,11,1,1767225614004042,0,1,0,0,NULL,X'ca08d869a3fb68c4701acb72cfbd53037a3986a20d84fac512fb04c11dcac0f6');
INSERT INTO scoring_event VALUES(1125899906842628,15,15,1,1767225615004045,0,0,0,0,NULL,X'15779d2ace35788bcadeb152d37e6b2efd14fab40a1b2106732f35678a3511ca');
INSERT INTO scoring_event VALUES(1125899906842628,16,14,0,1767225616004048,0,1,0,0,NULL,X'28f9a8e4634fd4574da4aa2e8a4da11380dd0d0ec7c0bde20976bc0556cc615d');
INSERT INTO scoring_event VALUES(1125899906842628,17,14,0,1767225617004051,1,1,0,0,NULL,X'd3d79bff896c3e8a938a85f1a9472ccf98d74596c9883520aebaf7043e54f2a7');
INSERT INTO scoring_event VALUES(1125899906842628,18,11,1,1767225618004054,0,0,0,0,NULL,X'c263f644decfeb2b95f1cc40959bfa744259520961ca0e7a8727b063ba14d841');
INSERT INTO scoring_event VALUES(1125899906842628,19,14,1,1767225619004057,0,0,0,0,NULL,X'e66a89c21f0699e8d81541a5f0c4b29bd7794379b1c95b44f5f96d548423db73');
INSERT INTO scoring_event VALUES(1125899906842628,20,14,0,1767225620004060,2,1,0,0,NULL,X'2547ae49106236c5379f8f5afe819526598703a937222179a73f2109b8f76219');
INSERT INTO scoring_event VALUES(1125899906842628,21,11,0,1767225621004063,0,1,0,0,NULL,X'e0a03928198ed74e6d0d70653e55783e6ac5c64289d73a80e21d25aa2fab1014');
INSERT INTO scoring_event VALUES(1125899906842628,22,14,1,1767225622004066,2,0,0,0,NULL,X'e255d6c802d51bbf086e9c17ecbc6de71b8404c103e99d34de220b1bfbbc4808');
INSERT INTO scoring_event VALUES(1125899906842628,23,18,1,1767225623004069,22,0,0,0,NULL,X'a886c26f1dc6e2789220094bd34cf92b7eda69655a4978076f93189d2dbf3865');
INSERT INTO scoring_event VALUES(1125899906842628,24,14,1,1767225624004072,1,0,0,0,NULL,X'c7535e028660b745f2d925da133b49f53ef5036657e845c9bbf77cac61d4b0bd');
INSERT INTO scoring_event VALUES(1125899906842628,25,17,0,1767225625004075,0,0,0,0,X'e5b7c32288c098875bbc10df1b1ffb6aa33a3ce6d65c5a2c731406510f9a9e14',X'2c3bc0e40ad9814934395f9be00780b363d8589a51769d9a9f560ef4c0bc7250');
INSERT INTO scoring_event VALUES(1125899906842628,26,15,0,1767225626004078,0,0,0,0,NULL,X'ed9cf5c35bb9c0950157f721e1f21e750750769e54fd55e048cf948d360f27a7');
INSERT INTO scoring_event VALUES(1125899906842628,27,14,0,1767225627004081,1,1,0,0,NULL,X'40ab05517733c43d7708713eb8da0c0e18c426b8c870f7f8d1b33554a924b7d2');
INSERT INTO scoring_event VALUES(1125899906842628,28,15,1,1767225628004084,0,0,0,0,NULL,X'9b63966fc1119cda25c840f312d0d1d2a8b8e2dc48569f43f9487ea55b05e630');
INSERT INTO scoring_event VALUES(1125899906842628,29,14,1,1767225629004087,0,0,0,0,NULL,X'9ebaa06ac1a1f99dc6e3c703bf827c965ac58daf7be55bfe1c698e6c89921b1c');
INSERT INTO scoring_event VALUES(1125899906842628,30,15,0,1767225630004090,0,0,0,0,NULL,X'51aea55e95ac4cad46b3ad7dfe437d9a7247898638a155750cb22a91ac4f3d34');
INSERT INTO scoring_event VALUES(1125899906842628,31,17,1,1767225631004093,0,0,0,0,X'8b58b788da064d93d7b47a48d82aedb13cca05553c7555b582d105c245e7eba0',X'e946b84da39838b5ca9678cd49d1074afc36c2817196f3be7ab910ae1cc42854');
INSERT INTO scoring_event VALUES(1125899906842628,32,17,0,1767225632004096,0,0,0,0,X'aa1bcfa498c2d2d7ba277df6f75ccccd06b4410aad5aac41b690618a0eb49044',X'66cd07964620251301a63167667408efe8095ba91969ac15d961d1dc14e49fd7');
INSERT INTO scoring_event VALUES(1125899906842628,33,17,1,1767225633004099,1,0,0,0,X'67be2dc14d49f98acf6e67687b5054beed4f855fc080035f59c0a2a4e8ec6faf',X'ffc917d9c7f60ee32c1be5e05ef8f1e869b3118cbc400d27572566f2b06c3ba5');
INSERT INTO scoring_event VALUES(1125899906842628,34,11,0,1767225634004102,0,0,0,0,NULL,X'33bed8c3e614eb6b4c3e37d0e3fd236bdf63437c833655b6f8bf1f5c4a5b085e');
INSERT INTO scoring_event VALUES(1125899906842628,35,17,0,1767225635004105,1,0,0,0,X'5baa90007ae60093671a74c8591d2f86dd11558a4eca041a38a0bc7a8d41a309',X'5419bcd2b666b400bd7183056b49b980ce119f57613c0ede4fb3091eba5d6f50');
INSERT INTO scoring_event VALUES(1125899906842628,36,17,1,1767225636004108,1,0,0,0,X'26da822eefea4fe57cfa0b634d59c73468bb9c2fc9a4cf781b6b4a13a015258e',X'd8755829d3130123fdde43c95b62857ebd418e7726067635fda8d6102d4bced0');
INSERT INTO scoring_event VALUES(1125899906842628,37,11,1,1767225637004111,0,2,0,0,NULL,X'3ff43322d81c70009b103eaff59b060aedc83e86f8fcdd01d1285de9062a4970');
INSERT INTO scoring_event VALUES(1125899906842628,38,14,1,1767225638004114,1,1,0,0,NULL,X'38d3029f307f2eb516d651f38d131a3dbc8d86b10670c14c0f6a3f2285f80cd4');
INSERT INTO scoring_event VALUES(1125899906842628,39,18,1,1767225639004117,38,0,0,0,NULL,X'62717756752dbb53e819b54c6acff8a568bce7d4cfd2d2936ca70c4d1fbdf72e');
INSERT INTO scoring_event VALUES(1125899906842628,40,11,0,1767225640004120,0,2,0,0,NULL,X'6f200ffcfe951cea6e47772831ff37d0713beee5c0a857f07d322fefee9b03ef');
INSERT INTO scoring_event VALUES(1125899906842628,41,17,1,1767225641004123,1,0,0,0,X'0ce4adad548be635251b3c334689508e728d7d46b2909feb758841ab6f263cc9',X'01e37897126299070467bb6ad52b4eef5f3b0e01e26194f090e417091319e50c');
INSERT INTO scoring_event VALUES(1125899906842628,42,17,1,1767225642004126,0,0,0,0,X'6a7b1f14775b47388e9398e2d94884fa0b3b4de8040c4e63a070a5f84a75c630',X'f6cefe0fb0d2aa98c7fd60c67c3f53e74971952b53abb99e4d0a8d286300b7ef');
INSERT INTO scoring_event VALUES(1125899906842628,43,17,0,1767225643004129,1,0,0,0,X'6d549aced689f72a97f47fd3dc0f21084fd985569b969fca90f7e9cd662e769b',X'3be67c61a98e6eff3307e42cbd2db28463366066b49432e1ae59e9ba8e626620');
INSERT INTO scoring_event VALUES(1125899906842628,44,12,0,1767225644004132,1,1,0,0,NULL,X'6106bebc07421f78b69614f75cc648804822933382685dbb61d321bf8cc785ad');
INSERT INTO scoring_event VALUES(1125899906842628,45,15,0,1767225645004135,0,0,0,0,NULL,X'ebce0c6913b10703fab1e0f9711df2c2552f02f220f91a942e1998a3940d6ae6');
INSERT INTO scoring_event VALUES(1125899906842628,46,15,1,1767225646004138,0,0,0,0,NULL,X'e923fdd25efafca1e4ef077f09b627815f4796e578df55683348b66ac9b132a7');
INSERT INTO scoring_event VALUES(1125899906842628,47,15,0,1767225647004141,0,0,0,0,NULL,X'71a6e9a30606ac51f021fb405fa329a544b09daae455e6e9bcc6da6e0405f1a8');
INSERT INTO scoring_event VALUES(1125899906842628,48,18,0,1767225648004144,47,0,0,0,NULL,X'911ab2d8f73bd5890e0709ea43ce485cb8e2c3455646f7c03e79548b961de8ef');
INSERT INTO scoring_event VALUES(1125899906842628,49,18,1,1767225649004147,46,0,0,0,NULL,X'79656d02c42373fe3f33a9e6a8668a20516b9c3e4d514d21a88f28dd7b81b341');
INSERT INTO scoring_event VALUES(1125899906842628,50,15,1,1767225650004150,0,0,0,0,NULL,X'ab289356ef659de7043854d9da16ed06fcd7d7825dd840c018d3524eed24e1bc');
INSERT INTO scoring_event VALUES(1125899906842628,51,18,1,1767225651004153,50,0,0,0,NULL,X'bcb242b7bab94449a5f059fcf0553df8b0bed5041afbd1f382f2ca7ba855c4a0');
INSERT INTO scoring_event VALUES(1125899906842628,52,17,0,1767225652004156,1,0,0,0,X'd8bb9afe19dc63083636bb05b239facae38fd16bf94d541f621799e12c68e663',X'0aebea73af1866cca5c5f02401ec9d51e57af7b6077c0f335ec4d9a2eb8f932a');
INSERT INTO scoring_event VALUES(1125899906842628,53,14,0,1767225653004159,3,1,0,0,NULL,X'8e2534816533f8d793003c3dc7fe9fbdaf20a8c147aaa27451133abe0f3b727d');
INSERT INTO scoring_event VALUES(1125899906842628,54,18,0,1767225654004162,53,0,0,0,NULL,X'2be508fa2539cacdab04edf349d24134f47f42f95f36a3bc8d6287e85612a681');
INSERT INTO scoring_event VALUES(1125899906842628,55,18,0,1767225655004165,52,0,0,0,NULL,X'167a146ba01dc7cf8f7e97e8dbfc030ed607ecfa83776b4df3bd58d616216918');
INSERT INTO scoring_event VALUES(1125899906842628,56,11,0,1767225656004168,1,1,0,0,NULL,X'f8fdd4c4660881cd1acd24b10f65e165d253a8140a7738a27ad9ab66e2495fad');
INSERT INTO scoring_event VALUES(1125899906842628,57,17,1,1767225657004171,1,0,0,0,X'e15b16ddff2cd9663ebbf10e019b6a57fc7a3ba27b9dfcff611399151c4a8068',X'9dd6ae63ec53057d70276a506f528e88809156ae1c0785cfcbb3ad2438704399');
INSERT INTO scoring_event VALUES(1125899906842628,58,14,0,1767225658004174,0,1,0,0,NULL,X'48003400b77c8a9e3292a0caee89436d4b29af7862ed287943cb3e7ed09c7780');
INSERT INTO scoring_event VALUES(1125899906842628,59,18,0,1767225659004177,58,0,0,0,NULL,X'84caba60ca73acc85fae70a8d724e2c13fe5719b465c25c9371eb3c5fef993cb');
INSERT INTO scoring_event VALUES(1125899906842628,60,17,0,1767225660004180,1,0,0,0,X'caf8e947f482412f4fdb415bbc7e1fe30460acc61dad0ce429e127f13f6d0881',X'a798c9c050819d86978fa07ab8027c036c7548fe165a669b58b337c7fd50355e');
INSERT INTO scoring_event VALUES(1125899906842628,61,15,0,1767225661004183,0,0,0,0,NULL,X'6d345c0440cb036fb0b9dd9b6b2d549c3f53b245d8111600f315313f4669f2e0');
INSERT INTO scoring_event VALUES(1125899906842628,62,11,1,1767225662004186,0,1,0,0,NULL,X'608d2d3af01bff092a9712b16b9ae4e0bb88fc0eefdcccdc2fd355ddf78dd0d6');
INSERT INTO scoring_event VALUES(1125899906842628,63,14,1,1767225663004189,0,1,0,0,NULL,X'e1a1c71bd7bf8c6970d4d827955c355b147122d781ff39405d5f45713cc70527');
INSERT INTO scoring_event VALUES(1125899906842628,64,14,0,1767225664004192,1,1,0,0,NULL,X'57eaacc0e35441146a9b77358543c1438d7c048df5ce8b2a19eaccd8e46a16fd');
INSERT INTO scoring_event VALUES(1125899906842628,65,18,0,1767225665004195,64,0,0,0,NULL,X'0be9ea9935a5fac16580e6c0faa84e331eed61477bc2bce5d1509263c9bd1f92');
INSERT INTO scoring_event VALUES(1125899906842628,66,15,0,1767225666004198,0,0,0,0,NULL,X'a1c074ddf9aa7f809d789444e98a735119f45bf4b24bb746be3a7a5587a38e51');
INSERT INTO scoring_event VALUES(1125899906842628,67,15,1,1767225667004201,0,0,0,0,NULL,X'6cd158c34222ece6716f65d05a09379916629cbe5de6175cea5354454910a154');
INSERT INTO scoring_event VALUES(1125899906842628,68,15,0,1767225668004204,0,0,0,0,NULL,X'1ed619070961661b42a79a0e7c8983b1bd7b7a3fbe5dde058a3b9cafb9fbbadf');
INSERT INTO scoring_event VALUES(1125899906842628,69,12,0,1767225669004207,0,1,0,0,NULL,X'c0ea33d0871b332e745166982ac243e048c96bf23971cc17bbe0016a9610b8d1');
INSERT INTO scoring_event VALUES(1125899906842628,70,15,1,1767225670004210,0,0,0,0,NULL,X'8668003a655f72bb32bf15f628898d4054588f850811685e1ff78a49cadde3c1');
INSERT INTO scoring_event VALUES(1125899906842628,71,14,0,1767225671004213,3,1,0,0,NULL,X'f728061ac5ed72e5c187384d9e19b8139da3bf670a0477c6e459c5af12cc1b1f');
INSERT INTO scoring_event VALUES(1125899906842628,72,18,0,1767225672004216,71,0,0,0,NULL,X'7121f1017acd3ab36fd3f1d5b6e6a9a690d2d703c9654e21e636f912e8d5c3b5');
INSERT INTO scoring_event VALUES(1125899906842628,73,18,1,1767225673004219,70,0,0,0,NULL,X'7ec3e3106402c48fae6c5fb21d4b865194dd092bd1f0763166144b18030528ec');
INSERT INTO scoring_event VALUES(1125899906842628,74,18,0,1767225674004222,69,0,0,0,NULL,X'cbef6b801e48c36af69278fcd828a930b19c9bd008bc372499c213ad5c7e2da4');
INSERT INTO scoring_event VALUES(1125899906842628,75,15,1,1767225675004225,0,0,0,0,NULL,X'564534672a835a8fdb7b6c6b7211d8b0d473d0571667917244c45626a6d49120');
INSERT INTO scoring_event VALUES(1125899906842628,76,17,1,1767225676004228,1,0,0,0,X'e62b80c687d9e4af38a47938b04486ca6a05b7e105af4c02c784bb8341ee2d2b',X'b34c82d3c749d1eaaa66a0bb23bbf69066d9dc67b79f7123755038f9808db240');
INSERT INTO scoring_event VALUES(1125899906842628,77,11,0,1767225677004231,1,2,0,0,NULL,X'f5dcbd60c61e5b2d62bee20c1965934a114d8c00722cb75a358009ed9ecce2b0');
INSERT INTO scoring_event VALUES(1125899906842628,78,14,0,1767225678004234,0,2,0,0,NULL,X'4b7cec6ba6ae1c4c8c664893f52beb109f0e84c06b3bc673edd8b6439658bac2');
INSERT INTO scoring_event VALUES(1125899906842628,79,12,0,1767225679004237,0,1,0,0,NULL,X'e1c403b18951c2791b4a2afd544abf4f341235a1f4303541b630045eab4be4b4');
INSERT INTO scoring_event VALUES(1125899906842628,80,17,0,1767225680004240,0,0,0,0,X'90a0fc3d558e615ffe560e8ed4f591f9d232894f311c8e45d3443a119a2ee892',X'3cdb62957ab079c4088cf4b0b2c26111db44e37e8a4aaff6012213c031222561');
INSERT INTO scoring_event VALUES(1125899906842628,81,18,0,1767225681004243,80,0,0,0,NULL,X'fa5a502faad54b8852198b240fab4bf4c31898a94afc54a04a3092705b495652');
INSERT INTO scoring_event VALUES(1125899906842628,82,15,0,1767225682004246,0,0,0,0,NULL,X'c49d925ee3d889d283c799785c64509147c33d1fb151ce0976597e79ea87bc70');
INSERT INTO scoring_event VALUES(1125899906842628,83,11,0,1767225683004249,0,0,0,0,NULL,X'7b4964d8cdb32568e1e1ed22f4aef7911d6e9ea4203c014714b16a91c5b987da');
INSERT INTO scoring_event VALUES(1125899906842628,84,11,1,1767225684004252,2,2,0,0,NULL,X'cd67a150bbec8416823dd9b3837c4f769942be3561d63b71da00c618a3dc2bcd');
INSERT INTO scoring_event VALUES(1125899906842628,85,15,1,1767225685004255,0,0,0,0,NULL,X'd1eae993b20e5b1e2b4f7d13b871a65fed8a768227ca4002ce5cbccc8f6621c4');
INSERT INTO scoring_event VALUES(1125899906842628,86,14,1,1767225686004258,1,1,0,0,NULL,X'4da1a0ec811f850dbaac2c2e08963f006bcfb4a224e909fcdb9a329d936ba917');
INSERT INTO scoring_event VALUES(1125899906842628,87,20,-1,1767225687004261,0,0,0,0,NULL,X'e09296d4a632d0f3ef1e8d478116eb6c9605b1532140e8681684698a8d721acb');
INSERT INTO scoring_event VALUES(1125899906842632,1,3,0,1767225601008003,4,1,0,0,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7',X'8a4d86ca19996398db5c5fbe4b1bd13cc2fae544e70b1739b41ff61e147ec661');
INSERT INTO scoring_event VALUES(1125899906842632,2,3,2,1767225602008006,3,0,0,0,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',X'1f756195db301104a094075c4848ea869d96e0622dffd462a8146db7bbff5215');
INSERT INTO scoring_event VALUES(1125899906842632,3,3,1,1767225603008009,5,2,0,0,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682',X'c6acf653631305ef260a7f69cd97a2d0b192363d970c8e7562138ebc029b443f');
CREATE TABLE scoring_text ( -- all free text, so that it can be erased; the event keeps its digest
	scoring INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	salt BLOB NOT NULL,
	body TEXT NOT NULL,
	erased_us INTEGER, -- then salt and body are empty
	PRIMARY KEY (scoring, seq),
	FOREIGN KEY (scoring, seq) REFERENCES scoring_event (scoring, seq),
	CHECK (length(salt) = CASE WHEN erased_us IS NULL THEN 16 ELSE 0 END),
	CHECK (erased_us IS NULL OR body = '')
) STRICT;
INSERT INTO scoring_text VALUES(1125899906842626,12,X'0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c','heard at 12: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842626,18,X'12121212121212121212121212121212','heard at 18: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842626,20,X'14141414141414141414141414141414','heard at 20: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842626,22,X'16161616161616161616161616161616','heard at 22: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842626,42,X'2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a','heard at 42: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842626,58,X'3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a','heard at 58: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,3,X'03030303030303030303030303030303','heard at 3: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,14,X'0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e','heard at 14: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,21,X'15151515151515151515151515151515','heard at 21: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,26,X'1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a','heard at 26: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,29,X'1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d','heard at 29: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,37,X'25252525252525252525252525252525','heard at 37: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842627,44,X'2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c','heard at 44: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,4,X'04040404040404040404040404040404','heard at 4: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,8,X'08080808080808080808080808080808','heard at 8: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,10,X'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a','heard at 10: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,25,X'19191919191919191919191919191919','heard at 25: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,31,X'1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f','heard at 31: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,32,X'20202020202020202020202020202020','heard at 32: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,33,X'21212121212121212121212121212121','heard at 33: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,35,X'23232323232323232323232323232323','heard at 35: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,36,X'24242424242424242424242424242424','heard at 36: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,41,X'29292929292929292929292929292929','heard at 41: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,42,X'2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a','heard at 42: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,43,X'2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b','heard at 43: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,52,X'34343434343434343434343434343434','heard at 52: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,57,X'39393939393939393939393939393939','heard at 57: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,60,X'3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c','heard at 60: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,76,X'4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c','heard at 76: café',NULL);
INSERT INTO scoring_text VALUES(1125899906842628,80,X'50505050505050505050505050505050','heard at 80: café',NULL);
CREATE TABLE scoring_rating ( -- the marks for one answer, as the events left them
	scoring INTEGER NOT NULL REFERENCES scoring (id),
	position INTEGER NOT NULL CHECK (position >= 0),
	snapshot BLOB NOT NULL REFERENCES snapshot (sha256), -- the item that was marked
	ticks TEXT NOT NULL, -- for each key point 0 no, 1 partly, 2 yes
	mistakes INTEGER NOT NULL, -- bit i: mistake i was made
	no_answer INTEGER NOT NULL,
	settled INTEGER NOT NULL, -- a grade was given
	proposed INTEGER NOT NULL, -- -1 before
	grade INTEGER NOT NULL, -- -1 before
	seq INTEGER NOT NULL, -- of the event that settled it; 0 before
	PRIMARY KEY (scoring, position)
) STRICT, WITHOUT ROWID;
INSERT INTO scoring_rating VALUES(1125899906842626,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6','0000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842626,1,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f','02001',1,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842626,2,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf','000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842626,3,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba','10010',1,1,1,0,0,59);
INSERT INTO scoring_rating VALUES(1125899906842627,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6','0000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842627,1,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f','20201',0,1,1,0,0,42);
INSERT INTO scoring_rating VALUES(1125899906842627,2,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf','000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842627,3,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba','11020',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842628,0,X'2e58102358060d97738e4ef8a2943dd7de600afdf4dfd8849fc096814e77252f','02001',3,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842628,1,X'b155d8e6f7c1ba2d39b81f5a309798db3a5e71a15351fa6b8f0b2890f9d2d3bf','102',0,0,1,1,1,86);
INSERT INTO scoring_rating VALUES(1125899906842632,0,X'b606aa8fe25aca9c9f2edc587f8e35fc7752643a65cae27f91182348c253a6f7','0000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842632,1,X'99e05c5c35f27161fddc6fc632fd6a7e3ede327acb91e5a22a79f6e1fafd0682','00000',0,0,0,-1,-1,0);
INSERT INTO scoring_rating VALUES(1125899906842632,2,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a','000',0,0,0,-1,-1,0);
CREATE INDEX session_candidate ON session (candidate, number);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER scoring_event_is_never_changed BEFORE UPDATE ON scoring_event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER scoring_event_is_never_deleted BEFORE DELETE ON scoring_event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
COMMIT;
