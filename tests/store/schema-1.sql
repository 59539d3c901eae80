-- A database of format 1 as viva 0.1.0 wrote it (the text of `sqlite3 FILE .dump`): a led session
-- and a solo one, both with swapped items, notes, undone events and amended ratings, and one that
-- was left unfinished.  Never changed: every later viva must open it and find the same in it.
PRAGMA application_id = 0x56495641;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta ( -- about the file: writer = version of viva that made or migrated it
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('writer','0.1.0');
INSERT INTO meta VALUES('written_us','1767225600000000');
CREATE TABLE counter ( -- session = the last session number given away; none is used twice
	name TEXT NOT NULL PRIMARY KEY,
	value INTEGER NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES('session',3);
CREATE TABLE person ( -- candidates and interviewers
	id INTEGER NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	folded TEXT NOT NULL UNIQUE, -- the name without case, to compare
	created_us INTEGER NOT NULL,
	seal BLOB NOT NULL CHECK (length(seal) = 32) -- SHA-256 of the row: see chain.h
) STRICT;
INSERT INTO person VALUES(1000,'Renée','renée',1767225600000000,X'903fca4780fd60784a40a6d9d525d76bb8b4834d1573f46ebcc72bb7903d3937');
INSERT INTO person VALUES(1001,'Grace','grace',1767225600000000,X'c2ea53d57e4a3950de3c76ac9eac584229ffb813cfce1ae76ef191d365a45bcf');
INSERT INTO person VALUES(2998,'Bob','bob',1768224600006993,X'c9accf04e2111f080052a0bc3646e89364b10cbb13f1320430fdc4ec96e15c4f');
CREATE TABLE snapshot ( -- an item as it was when it was drawn
	sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32), -- of body
	body TEXT NOT NULL -- canonical XML: a bank of one item
) STRICT;
INSERT INTO snapshot VALUES(X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-0" revision="1" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 0</title><stem><p>What is é 0?</p></stem><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-1" revision="2" topic="t" difficulty="2" kind="concept" minutes="2.5"><title>Item 1</title><stem><p>What is é 1?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-11" revision="12" topic="t" difficulty="3" kind="concept" minutes="3.5"><title>Item 11</title><stem><p>What is é 11?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><on-request id="r2" ask="and 2?"><p>2</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point><key-point id="k4">point 4</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake><mistake id="m1"><claim>wrong 1</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-6" revision="7" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 6</title><stem><p>What is é 6?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'766b14c39761ae8f1209b0ac8e25e4c462a5e079f7d2c6b25db6e0bd7bdcd4eb',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-7" revision="8" topic="t" difficulty="2" kind="concept" minutes="2.5"><title>Item 7</title><stem><p>What is é 7?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><on-request id="r1" ask="and 1?"><p>1</p></on-request><on-request id="r2" ask="and 2?"><p>2</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point><key-point id="k3" weight="2">point 3</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up><mistake id="m0"><claim>wrong 0</claim><correction>right</correction></mistake></item></item-bank>\n','\n',char(10)));
INSERT INTO snapshot VALUES(X'25b285f95b29ee8278d313fc2e603c10156532fe9f33deaf95d757a8292a5978',replace('<?xml version="1.0" encoding="UTF-8"?>\n<item-bank xmlns="urn:viva:item-bank:1" id="demo" format="1.0" version="3" xml:lang="en"><metadata><title>Demo &amp; test</title><creator>A</creator><license spdx="CC-BY-4.0">CC BY</license><date>2026-01-01</date></metadata><taxonomy><area id="a"><title>A</title><topic id="t" share="100"><title>T</title></topic></area></taxonomy><rating-scale id="scale"><grade value="0"><title>g0</title><anchor>nothing</anchor></grade><grade value="1"><title>g1</title><anchor>little</anchor></grade><grade value="2"><title>g2</title><anchor>enough</anchor></grade><grade value="3"><title>g3</title><anchor>well</anchor></grade><grade value="4"><title>g4</title><anchor>all</anchor></grade></rating-scale><item id="item-9" revision="10" topic="t" difficulty="1" kind="concept" minutes="1.5"><title>Item 9</title><stem><p>What is é 9?</p></stem><on-request id="r0" ask="and 0?"><p>0</p></on-request><answer><p>Thus.</p></answer><key-points><key-point id="k0" essential="yes">point 0</key-point><key-point id="k1" weight="2">point 1</key-point><key-point id="k2">point 2</key-point></key-points><follow-up id="f0" minutes="1"><stem><p>And then?</p></stem><answer><p>So.</p></answer></follow-up></item></item-bank>\n','\n',char(10)));
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
INSERT INTO session VALUES(1099511627802,2,0,1,0,1500,1000,NULL,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',1270680123050334754,1767251600000182,-330,X'acd3383dc4594873577807f8b92d0049a1bc59e2e8556a17fbff9512d15b47b7',3,1767251655000347,60,X'cb973c89a4f3c3666e50616689983b59176b9bf9fe722bde7337472f82d23ab0');
INSERT INTO session VALUES(1099511628775,3,0,1,0,1000,2998,NULL,'demo','3','Demo & test',X'513fd05a8c1a8b98ffc75ef6898af3c9ba113c58ad2334f5d15a1a83ca22b1af','b45','Forty-five "minutes"',7673011025081939443,1768224600006993,-330,X'85f0b8eca86a83a1e1869b105f9b5872031f6513c4384f105e406bd601fe6ece',2,0,13,X'a1053dba60b51c5023ccf9c6f72392caeeaa2284df518e9f0e026b950e27aa3d');
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
INSERT INTO event VALUES(1099511627802,1,1,-1,0,1767251600000182,0,0,1,0,1500,NULL,X'98a1cd50167cea77eaf39fd485c1652758663509c119cbaa116576327ecee2af');
INSERT INTO event VALUES(1099511627802,2,2,0,0,1767251600000182,0,90000,0,0,0,X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a',X'91ba6a28e63bd41e3842c81435e45b0d5e54c90b32fec0d90e1dafc84baae161');
INSERT INTO event VALUES(1099511627802,3,2,1,0,1767251600000182,0,150000,0,0,0,X'766b14c39761ae8f1209b0ac8e25e4c462a5e079f7d2c6b25db6e0bd7bdcd4eb',X'b4da9af2c006ef25ac0c098e0aed364e7ab1c70ccf448affc4a966a15b183a1a');
INSERT INTO event VALUES(1099511627802,4,3,0,0,1767251600000182,0,0,0,0,0,NULL,X'6bc695c0e4364a37598c3b75a03ddc4cbcd5382532089532ec7de22dcf04ab11');
INSERT INTO event VALUES(1099511627802,5,17,0,47278,1767251601000185,1,0,1,0,0,X'b07218edbd8963bfc934aaeae0f9df9a89dcaeba37354a502726a9ed7d9a4cdf',X'86326338e93dcb42fecb1012ccfd8257121fb622f122595bee0d0eb6370ab749');
INSERT INTO event VALUES(1099511627802,6,5,0,83323,1767251602000188,1,0,0,0,0,NULL,X'b83937282177f118cda382b2ee849f9e5f76d4fe9f3bbc74c066dbff651ccbc5');
INSERT INTO event VALUES(1099511627802,7,7,0,107872,1767251603000191,1,60000,0,0,0,NULL,X'201f29ec5f70e4e9594e8cb46fe37b27aec67e050c26447bc93240d95c1f3d8e');
INSERT INTO event VALUES(1099511627802,8,6,0,141392,1767251604000194,1,0,0,0,0,NULL,X'fa57fc440011b9f8863254ae1d3326a09947adaa7ad4fecd7f2458d427b7ee6f');
INSERT INTO event VALUES(1099511627802,9,18,0,153276,1767251605000197,1,7,0,0,0,NULL,X'2958b5e3d9d6f5843bc58b38f2364cd69f33071798eda077d1378a3ea9b324a6');
INSERT INTO event VALUES(1099511627802,10,6,0,185187,1767251606000200,1,0,0,0,0,NULL,X'a51f01356ab8b658b9f5437e57fc2eb845cc8b9b4107cbe06974c7bdde8a4c81');
INSERT INTO event VALUES(1099511627802,11,18,0,186255,1767251607000203,1,5,0,0,0,NULL,X'75d2da3ef803cf5b8b8a69f23fab87aa1bf089d49aaf6af3aa97bdce089cf87e');
INSERT INTO event VALUES(1099511627802,12,10,0,188688,1767251608000206,1,1,0,0,0,NULL,X'9ca2e249e0a54430431f31b463d7d54fb5204b1c71694bcd21945f870d63be17');
INSERT INTO event VALUES(1099511627802,13,4,0,205945,1767251609000209,1,2,0,0,0,NULL,X'8b448fee7332619fec7adba4af211fdb9b1b0bc36e52590079c2ec94cf6ea66a');
INSERT INTO event VALUES(1099511627802,14,5,0,212669,1767251610000212,1,0,0,0,0,NULL,X'46fde574bb10a601a935444154512710f7333e5c9a61595b2e825e4aeca7b11c');
INSERT INTO event VALUES(1099511627802,15,18,0,252778,1767251611000215,1,13,0,0,0,NULL,X'c4a7c3124246b7471798a0d3a4afa74236ff7bd9ab0e097cafb1e1f30b1a8380');
INSERT INTO event VALUES(1099511627802,16,8,0,260379,1767251612000218,1,0,0,0,0,NULL,X'8ea5272890539b654b2329ecd71c19f77c7a920da65b8ddcebc6d84349fa55dd');
INSERT INTO event VALUES(1099511627802,17,18,0,273261,1767251613000221,1,16,0,0,0,NULL,X'e7d6d1977252db7cbf3939316a39c9930a306f76398b59af1a9a0be464d304f1');
INSERT INTO event VALUES(1099511627802,18,4,0,295094,1767251614000224,1,2,0,0,0,NULL,X'8f7ec3d221e97b351ab50c616d3ed8b5bc69f1326b10706f3b7a18eedd17e37b');
INSERT INTO event VALUES(1099511627802,19,4,0,305924,1767251615000227,1,3,0,0,0,NULL,X'2f7297c04b8acd6c8606383c2d6a8c9d85aba8a2c812d274df310068aabeb964');
INSERT INTO event VALUES(1099511627802,20,16,0,310820,1767251616000230,1,210000,0,0,0,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',X'b363455c7a359c06c61b58718237a5dbe3bee4671984a5498a85de0cfefd643e');
INSERT INTO event VALUES(1099511627802,21,4,0,326327,1767251617000233,1,2,0,0,0,NULL,X'a208f0f155e875c38602b5112541aa978d09f70a63e482d80f39f97459ed5ea5');
INSERT INTO event VALUES(1099511627802,22,4,0,335260,1767251618000236,1,3,0,0,0,NULL,X'e0ca6b77a78d51e90507cc7a458110a81f092d39781eace41c0bafbd7d35856a');
INSERT INTO event VALUES(1099511627802,23,17,0,342327,1767251619000239,1,0,1,0,0,X'7783502ffaf1410da495128f3cf416860456aba6d45f6b6f28ebc2f630c1965b',X'eeec911eec81b5b1fa40ea443efcccc2033754c93539a567ac1201ef51bdf09e');
INSERT INTO event VALUES(1099511627802,24,5,0,361727,1767251620000242,1,0,0,0,0,NULL,X'2ac6127eb9e43595381ed711b01984637f1a87ce2b88695709b638b9048812d3');
INSERT INTO event VALUES(1099511627802,25,18,0,423528,1767251621000245,1,23,0,0,0,NULL,X'56d74d1ccd7fbbb6668367125329a0be654a9cbd0472b3ac57d2f72d78a6d037');
INSERT INTO event VALUES(1099511627802,26,4,0,423862,1767251622000248,1,4,0,0,0,NULL,X'9293d59c3180945781a9a444c42630d9a52f82ff2d21ac03c4782e07492ff73f');
INSERT INTO event VALUES(1099511627802,27,4,0,461183,1767251623000251,1,5,0,0,0,NULL,X'd790edcbe86a5748db4e3353bee9fa0b8c736c017adca725393b93a5d64ec53a');
INSERT INTO event VALUES(1099511627802,28,10,0,479798,1767251624000254,1,1,0,0,0,NULL,X'11d6221ed1131b57b3775a81a77fa9592216b57648adf83025d35ae01fc00f97');
INSERT INTO event VALUES(1099511627802,29,13,0,532006,1767251625000257,1,2,0,0,0,NULL,X'f32e9885e82b01b3cbe5f4869970d7d6f6f3bfc324ff5b76ad9608b22d7895ae');
INSERT INTO event VALUES(1099511627802,30,3,1,564371,1767251626000260,1,0,0,0,0,NULL,X'63cc80d032ef9f3d24c812aed638d631756aea8b356344af8c3047c582bce7e3');
INSERT INTO event VALUES(1099511627802,31,4,1,595636,1767251627000263,1,2,0,0,0,NULL,X'6fd00c6089aeda90a5e60f5ab382b38a013ae41a755362826cacbf34327f76e7');
INSERT INTO event VALUES(1099511627802,32,19,1,608558,1767251628000266,0,12345,0,0,0,NULL,X'53e62bf6fa5fdcada6da68ccaba335ecf5a60e778f10a8e330aff04fe925ed6b');
INSERT INTO event VALUES(1099511627802,33,4,1,611794,1767251629000269,1,3,0,0,0,NULL,X'1b9cb38a5fb0394c968b15d835d604b93a3df84e8b0f2f540d59811f3c72e0f2');
INSERT INTO event VALUES(1099511627802,34,4,1,620921,1767251630000272,1,4,0,0,0,NULL,X'33bc87081c9f9e111f676000e3b99456092426dc78ea65ad93f4bb53ab7ae0cd');
INSERT INTO event VALUES(1099511627802,35,4,1,632352,1767251631000275,1,5,0,0,0,NULL,X'a2fd5a2e43fd1217ce7f3969b9aaafff13008d089b437c57ea3daa21337a89d4');
INSERT INTO event VALUES(1099511627802,36,18,1,740312,1767251632000278,1,35,0,0,0,NULL,X'2d0c79c6414846dbd8ebe0e9c980519bcda84ada836626c6bbb396a6bd8dfe8b');
INSERT INTO event VALUES(1099511627802,37,4,1,770909,1767251633000281,1,5,0,0,0,NULL,X'01fc529df4d4434878dafc9f3290d46a9c1df9dea91230d607fa778b79205062');
INSERT INTO event VALUES(1099511627802,38,17,1,773431,1767251634000284,1,1,0,0,0,X'd4ed58b6b3a3b978d8baef01880b8f3e3d5a04b6e97913650306e1676a3dd0c5',X'b73963baecccc29601cf99ba6c11c7739aebbe53714b1c7ec9c50743a34d4d8b');
INSERT INTO event VALUES(1099511627802,39,5,1,787113,1767251635000287,1,0,0,0,0,NULL,X'2dbb0b946e173380875b9dc47414ddf7a0a6f55182cb63145ccb9687440cd3fa');
INSERT INTO event VALUES(1099511627802,40,19,1,855244,1767251636000290,0,12345,0,0,0,NULL,X'c5a6d5644e17e005039049b7d366ed90801a57696dc86c1ed7ce44b5de20fdeb');
INSERT INTO event VALUES(1099511627802,41,17,1,872609,1767251637000293,1,0,1,0,0,X'3dcc979015ca55058f54ba05664ef0b140d63bf7dd487955c44e8f970fafe7c1',X'7f8924ad19e8ac88bf519e45f6e2bf4ea37614d1746101de1b4611945fe83120');
INSERT INTO event VALUES(1099511627802,42,18,1,912620,1767251638000296,1,41,0,0,0,NULL,X'ef2e7eac7a4a43a68d215dbcd8c44d6d36a049b754455839364e8198f1742701');
INSERT INTO event VALUES(1099511627802,43,18,1,1180088,1767251639000299,1,38,0,0,0,NULL,X'f9abee1f04c0b3075f00c33333fcc4c0f71b897fe9c176cfd6545bc159305f8c');
INSERT INTO event VALUES(1099511627802,44,17,1,1186888,1767251640000302,1,0,0,0,0,X'4b0e4d1dcded149c8b07a1599fce532ef06dd32fc82b222f23ced979b7e7ea10',X'e96dbdf2f77cb45554358dd98fe791d1f7f98f0802c367175bd4d0d0f6c609c3');
INSERT INTO event VALUES(1099511627802,45,13,1,1242423,1767251641000305,1,0,0,0,0,NULL,X'7eda03d82d035e6e43c2feebfa78339b14c345ef5d5bf498d88644468555964f');
INSERT INTO event VALUES(1099511627802,46,4,0,1252827,1767251642000308,1,7,0,0,0,NULL,X'fcdcc3262b32e270b5040205106e510de40a4ce2cd19ed3fad94180e797b8af2');
INSERT INTO event VALUES(1099511627802,47,4,0,1279894,1767251643000311,1,8,0,0,0,NULL,X'e34603cfc6b1b580fdbbbe35db1aefdf80fa2479ce727cbc28faaabbfe93fa05');
INSERT INTO event VALUES(1099511627802,48,4,0,1282086,1767251644000314,1,9,0,0,0,NULL,X'a9cfb328d53120600bad09e7418e60be60fd36eb3d21022812a9190468a556e3');
INSERT INTO event VALUES(1099511627802,49,14,0,1286707,1767251645000317,1,0,0,0,0,NULL,X'1211fb5b7e81f3e0d84d4b5cfc3b006f020661f2a8d90bb5a04da843a7f2db0f');
INSERT INTO event VALUES(1099511627802,50,4,1,1307150,1767251646000320,1,7,0,0,0,NULL,X'5af8629bdfe34897d7b05e8ea8b8abd8a814d5f9e4c151c8eebde94c8682e209');
INSERT INTO event VALUES(1099511627802,51,4,1,1318545,1767251647000323,1,8,0,0,0,NULL,X'1a247612df009c0f7d372071d900c7657ec0c02875c1687bc078559e24e6c68b');
INSERT INTO event VALUES(1099511627802,52,4,1,1343886,1767251648000326,1,9,0,0,0,NULL,X'1ec12d7bf03313493fccebc1e982f2dfa526b4ba5fc81a70b625245ed71ed435');
INSERT INTO event VALUES(1099511627802,53,14,1,1348895,1767251649000329,1,0,0,0,0,NULL,X'ed7fc65a10745ec838d70a2e59d820338dea8a1aaa93d6234f9762a0d86c5529');
INSERT INTO event VALUES(1099511627802,54,18,1,1350124,1767251650000332,1,53,0,0,0,NULL,X'36845279830bba9ecc4f9b389ef8184a4e067069fe4ccc714e25bb1c93bcf85b');
INSERT INTO event VALUES(1099511627802,55,14,1,1355507,1767251651000335,1,0,0,0,0,NULL,X'bddbc2f5d72b9c6c621c666d34415f6a7c5ec048f6c40c6736102d9c19d6a2b7');
INSERT INTO event VALUES(1099511627802,56,18,1,1360179,1767251652000338,1,55,0,0,0,NULL,X'150e89bc9a02778017887c76661f7872d1c7b3ff296625062c74d3aeaa184625');
INSERT INTO event VALUES(1099511627802,57,10,1,1410027,1767251653000341,1,1,0,0,0,NULL,X'4ef5faf3e53380657196d6c3395b0b615384b637d7194be8b1e99e67649933ec');
INSERT INTO event VALUES(1099511627802,58,14,1,1410608,1767251654000344,1,0,0,0,0,NULL,X'a01c515cf98f31269b53714d5f0b9816b1cd5f24119dbe4952d9c7e7732aea8b');
INSERT INTO event VALUES(1099511627802,59,20,-1,1441739,1767251655000347,1,0,0,0,0,NULL,X'1dbb0d264907e17205fe75431192d63784927c03ecefa872427a836fa6de11c1');
INSERT INTO event VALUES(1099511627802,60,21,0,1441739,1767251656000350,1,3,1,6,0,NULL,X'cb973c89a4f3c3666e50616689983b59176b9bf9fe722bde7337472f82d23ab0');
INSERT INTO event VALUES(1099511628775,1,1,-1,0,1768224600006993,0,0,1,0,1000,NULL,X'790f50af147568476f3cefb1ef4b7427d0a6d8db990d0d47a0ecb1751f882fed');
INSERT INTO event VALUES(1099511628775,2,2,0,0,1768224600006993,0,90000,0,0,0,X'25b285f95b29ee8278d313fc2e603c10156532fe9f33deaf95d757a8292a5978',X'9742c97dcc971ec8c18873ea3b06a58c75cce12f74e02c70176d7c2c6dc65d5d');
INSERT INTO event VALUES(1099511628775,3,2,1,0,1768224600006993,0,90000,1,0,0,X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd',X'94460ac7e6516bd5c48e6bd97237eb7701aa1644cb2869af530b2e9be1ad859a');
INSERT INTO event VALUES(1099511628775,4,2,2,0,1768224600006993,0,150000,0,0,0,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',X'6550e74b5d9c77f1334e80486e9c89f8ef9fa44232bf0291978f3ca2161bca41');
INSERT INTO event VALUES(1099511628775,5,3,0,0,1768224600006993,0,0,0,0,0,NULL,X'0179929ee0c26a50cdd1c5b8d809e9f5b0465f31977f83a7b214d480fccccc54');
INSERT INTO event VALUES(1099511628775,6,4,0,6681,1768224601006996,1,2,0,0,0,NULL,X'7ecf3a53092fd1d8620938f1a04086d1c7387e35b0b2cc9c441b8ae5c360d9c0');
INSERT INTO event VALUES(1099511628775,7,7,0,26305,1768224602006999,1,60000,0,0,0,NULL,X'9a7a8ef095431c92a4931eef2f7deb49489a8bd88e7e827cbd6d113c6a2d58ea');
INSERT INTO event VALUES(1099511628775,8,4,0,43702,1768224603007002,1,3,0,0,0,NULL,X'284a801e1967aaf90733cf116da344a0145fc5a45be606356666d5842795f2f2');
INSERT INTO event VALUES(1099511628775,9,4,0,49207,1768224604007005,1,4,0,0,0,NULL,X'6b6f476912015735db1a69eb244ab4b6c19142b9747f6c4f09ee7b7c0dc7a84e');
INSERT INTO event VALUES(1099511628775,10,4,0,62207,1768224605007008,1,5,0,0,0,NULL,X'74770cab3e531179e8212c6ccfb86a3bdb6ee252ca34d550f56e67ac58e08847');
INSERT INTO event VALUES(1099511628775,11,13,0,85621,1768224606007011,1,1,0,0,0,NULL,X'911c80136d6d625610deb231e8e19b7b1f97b94815d2fdabf0891168d8c98813');
INSERT INTO event VALUES(1099511628775,12,3,1,95327,1768224607007014,1,0,0,0,0,NULL,X'77a0a9a1e1325e3dd23c8ad768b7731c3ea3c81b52fa1f31c8b50ff309f17f31');
INSERT INTO event VALUES(1099511628775,13,5,1,99331,1768224608007017,1,0,0,0,0,NULL,X'a1053dba60b51c5023ccf9c6f72392caeeaa2284df518e9f0e026b950e27aa3d');
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
INSERT INTO entry VALUES(1099511627802,5,X'05050505050505050505050505050505',replace('note 5 of 1099511627802: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627802,23,X'17171717171717171717171717171717',replace('note 23 of 1099511627802: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627802,38,X'26262626262626262626262626262626',replace('note 38 of 1099511627802: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627802,41,X'29292929292929292929292929292929',replace('note 41 of 1099511627802: café\n	tabs ','\n',char(10)),NULL);
INSERT INTO entry VALUES(1099511627802,44,X'2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c',replace('note 44 of 1099511627802: café\n	tabs ','\n',char(10)),NULL);
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
INSERT INTO item VALUES(1099511627802,0,'item-11',12,X'cb1bd738d8a3f15c8fb44d9229a60ad1d03fbfcd84392f29111378bd6ec501ba',3,11,315000,15507,8933,7401,37321,157511,279893,0,112128,0,0,0,0,0,0,1,0,1,0,2);
INSERT INTO item VALUES(1099511627802,1,'item-7',8,X'766b14c39761ae8f1209b0ac8e25e4c462a5e079f7d2c6b25db6e0bd7bdcd4eb',3,11,225000,31265,16158,9127,42028,203949,520518,0,0,0,564371,0,0,0,0,0,0,1,0,0);
INSERT INTO item VALUES(1099511628775,0,'item-9',10,X'25b285f95b29ee8278d313fc2e603c10156532fe9f33deaf95d757a8292a5978',2,6,150000,6681,37021,5505,13000,33120,0,60000,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO item VALUES(1099511628775,1,'item-0',1,X'417149466d029d03ee102d3707da010453c528a90cfc1746829b5226f9d27acd',1,1,90000,4004,0,0,0,0,0,0,0,0,95327,0,0,1,0,0,1,0,0,-1);
INSERT INTO item VALUES(1099511628775,2,'item-1',2,X'93c34376167575a9400ca6af0922a7030df2ebda450da108239f9401d4c39da6',0,0,150000,0,0,0,0,0,0,0,0,0,-1,0,0,0,0,0,0,0,0,-1);
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
INSERT INTO rating VALUES(1099511627802,0,1,'21000',0,0,1,1,3,1441739,60);
INSERT INTO rating VALUES(1099511627802,1,1,'0000',0,0,1,0,0,1410608,58);
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
INSERT INTO swapped VALUES(1099511627802,20,0,'item-6',X'c92c4f50ff1896d6b74d1f3b2dd7a0b67021ce054c35c2c86fde1ccda9a7c51a');
CREATE INDEX session_candidate ON session (candidate, number);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
COMMIT;
