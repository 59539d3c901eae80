"""A person who is forgotten leaves no byte: planted marks are searched for in every file that viva keeps."""
import os
import shutil
import sqlite3
import struct

from cases import case, main
from viva import START_S, Viva

MARKS = ["Zdzisława Żółć", "ANSWER-mark-7f3a", "NOTE-mark-91bc", "TYPED-mark-44d0", "UNFINISHED-mark-0be1"]


def files(v):
    return [p for p in v.home.rglob("*") if p.is_file()]


def bytes_with(v, mark):
    """Files with the mark in any form that we write: UTF-8, or escaped as in JSON."""
    forms = [mark.encode(), mark.lower().encode(), mark.encode("unicode_escape"), mark.encode("utf-16-le")]
    return [str(p) for p in files(v) if any(form in p.read_bytes() for form in forms)]


def holes(path):
    """Pages of a database that are not in use: what was taken away leaves none."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        count = db.execute("PRAGMA freelist_count").fetchone()[0]
    db.close()
    return count


def sit(v, seed, name, start_s, marks=(None, None)):
    with v.clocked("solo", "--items", "1", "--seed", seed, "--as", name, start_s=start_s) as c:
        c.tell("", "", "")
        if marks[0]:
            c.tell("w", marks[0], ".")
        if marks[1]:
            c.tell("n", marks[1], ".")
        c.walk()


def two_people(v):
    """Zdzisława has two sessions and an unfinished text; Bob has one in which her name stands in a note."""
    sit(v, 1, MARKS[0], START_S, (MARKS[1], MARKS[2]))
    sit(v, 2, "Bob", START_S + 100_000, ("bob's answer", "she, Zdzisława Żółć, asked me; ANSWERS are mine"))
    with v.clocked("solo", "--items", "1", "--seed", "3", "--as", MARKS[0], start_s=START_S + 200_000) as c:
        c.tell("", "", "")
        c.tell("n", MARKS[4], ".")
        c.tell("w", MARKS[3])
        c.kill()
    for report in v.work.glob("*.pdf"):
        report.unlink()         # what viva cannot reach, and says so


@case
def no_byte_of_a_forgotten_person_is_left():
    v = Viva()
    two_people(v)
    # Backups of all three kinds: by the way, put aside by a restore, and one that is damaged.
    assert v.run("db", "restore", *sorted((v.db.parent / "backups").iterdir())[-1:]).status == 0
    replaced = [p for p in (v.db.parent / "backups").iterdir() if "replaced" in p.name]
    assert v.run("db", "restore", *replaced).status == 0
    damaged = v.db.parent / "backups" / "viva-20260101-000000.db"
    damaged.write_bytes(v.db.read_bytes()[:-4096])
    for mark in MARKS:
        assert bytes_with(v, mark), mark
    bobs = [s for s in v.export()["sessions"] if s["candidate"] == "Bob"]
    bobs[0]["notes_of_items"] = [i["notes"] for i in bobs[0]["items"]]

    result = v.run("forget", "zdzisława  żółć".replace("  ", " "), "--yes")
    assert result.status == 0, result.err
    assert "2 sessions taken away" in result.out and "still stands in 1 note" in result.out, result.out
    assert "Not reached: reports, exports and copies" in result.out
    for mark in MARKS[1:]:
        assert not bytes_with(v, mark), (mark, bytes_with(v, mark))
    # The name is left in Bob's own words alone.
    for path in files(v):
        data = path.read_bytes()
        assert data.count(MARKS[0].encode()) == data.count("she, Zdzisława Żółć, asked".encode()), path
    after = [s for s in v.export()["sessions"]]
    assert len(after) == 1 and [i["notes"] for i in after[0]["items"]] == bobs[0]["notes_of_items"]
    assert after[0]["number"] == 2 and v.run("db", "check").status == 0
    assert not damaged.exists() and holes(v.db) == 0
    for path in (v.db.parent / "backups").iterdir():
        assert holes(path) == 0, path
        check = v.run("db", "check", "--db", path)
        assert check.status == 0, (path, check.out, check.err)
    assert not list((v.home / ".local/state/viva").glob("*.typing"))
    # Numbers are never used again.
    sit(v, 9, "Bob", START_S + 400_000)
    assert [s["number"] for s in v.export()["sessions"]] == [2, 4]
    assert v.run("forget", MARKS[0], "--yes").status == 1
    v.close()


@case
def an_interviewer_becomes_a_removed_person_in_the_sessions_of_others():
    v = Viva()
    sit(v, 1, "Bob", START_S)
    # There is no led session from the command line yet: one comes from the tests' own sitter.
    tool = os.environ["BUILD"] + "/tests/store/tool_sessions"
    text = os.popen(f"{tool} 9").read()
    (v.work / "led.json").write_text(text)
    assert v.run("import", "led.json").status == 0
    led = [s["id"] for s in v.export()["sessions"] if s["interviewer"] == "Grace"]
    assert led
    result = v.run("forget", "Grace", "--yes")
    assert result.status == 0 and f"{len(led)} session" in result.out, result.out
    sessions = {s["id"]: s for s in v.export()["sessions"]}
    assert all(sessions[i]["interviewer"] == "removed person" for i in led)
    assert not bytes_with(v, "Grace") or bytes_with(v, "Grace") == [str(v.work / "led.json")]
    assert v.run("db", "check").status == 0
    v.close()


# ---- further raters ----

LED = ("lead", "--candidate", MARKS[0], "--interviewer", "Grace Led", "--items", "1", "--seed", "4", "--no-retry")
LED_LINES = ("", "", "", "w", "CANDIDATE-said-5d", ".", "1", "H", "", "", "3", "2", "", "", "", "LED-closing-77")
# The lines of each rater end as the name says; every note of theirs begins with their word.
RATERS = {
    "Mária Done": ("MARIA-note", ("1 2~ m1", "n", "MARIA-note-public", ".", "N", "MARIA-note-private", ".",
                                  "n", "MARIA-note-taken-back", ".", "u", "", "3", "", "d"), 0),
    "Ottilie Open": ("OTTILIE-note", ("1", "N", "OTTILIE-note-private", ".", "n", "OTTILIE-note-public", ".", "q"), 3),
    "Piotr Killed": ("PIOTR-note", ("2", "", "1", "n", "PIOTR-note-public", ".",
                                    "N", "PIOTR-note-typed", "PIOTR-note-line-two"), None),
}


def marked_by_others():
    """A led session with marks of three more people: one is done, one left, one was killed while typing a private note."""
    v = Viva()
    sit(v, 1, "Bob", START_S, ("bob's answer", "bob's note"))
    assert v.run(*LED, lines=LED_LINES).status == 0
    assert v.export()["sessions"][-1]["state"] == "ended"
    for name, (_, lines, status) in RATERS.items():
        if status is None:
            with v.clocked("rate", "last", "--rater", name, start_s=START_S + 300_000) as c:
                c.tell(*lines)
                c.kill()
        else:
            assert v.run("rate", "last", "--rater", name, lines=lines).status == status
    # All of it in backups too: one put aside by a restore, one made by the way of it.
    assert v.run("db", "backup", "all.db").status == 0
    for _ in range(2):
        assert v.run("db", "restore", "all.db").status == 0
    (v.work / "all.db").unlink()
    for report in v.work.glob("*.pdf"):
        report.unlink()
    return v


def ids_of(v, rater=None):
    """The session's number in the database and those of a rater's marks, or of all marks."""
    with sqlite3.connect(f"file:{v.db}?mode=ro", uri=True) as db:
        marks = db.execute("SELECT g.id, p.name, g.session FROM scoring g JOIN person p ON p.id = g.rater").fetchall()
    db.close()
    return [i for i, name, _ in marks if rater in (None, name)], {session for _, _, session in marks}


def files_with_id(v, number):
    """Files with an id in their bytes, as SQLite writes a number of 63 bits, or in their own name."""
    return [p.name for p in files(v) if struct.pack(">q", number) in p.read_bytes() or str(number) in p.name]


def copy_of(template):
    v = Viva()
    shutil.copytree(template.home, v.home, dirs_exist_ok=True)
    return v


@case
def a_forgotten_rater_leaves_marks_that_are_done_without_name_or_note_and_no_others():
    template = marked_by_others()
    for name, (word, _, status) in RATERS.items():
        v = copy_of(template)
        before = {s["rater"]: s for s in v.export()["sessions"][-1]["scorings"]}
        (mine,), _ = ids_of(v, name)
        managed = [p.name for p in (v.db.parent / "backups").iterdir()]
        assert len([n for n in managed if "replaced" in n]) == 2, managed
        holding = {os.path.basename(p) for p in bytes_with(v, word)}
        assert {"viva.db", *[n for n in managed if "replaced" in n]} <= holding, holding
        assert bytes_with(v, name) and files_with_id(v, mine)
        assert (status is None) == any(n.endswith(".typing") for n in holding), holding
        result = v.run("forget", name, "--yes")
        assert result.status == 0 and "0 sessions taken away" in result.out, result.out + result.err
        assert "Not reached: reports, exports and copies" in result.out
        said = "Marks for 1 session of others stay without the name and without notes." in result.out
        assert said == (status == 0), result.out
        assert not bytes_with(v, word), (word, bytes_with(v, word))
        assert not bytes_with(v, name), (name, bytes_with(v, name))
        after = {s["rater"]: s for s in v.export()["sessions"][-1]["scorings"]}
        others = set(RATERS) - {name}
        assert {r: after[r] for r in others} == {r: before[r] for r in others}
        if status == 0:
            kept = after["removed person"]
            assert kept["ratings"] == before[name]["ratings"] and kept["ratings"], kept
            assert [n["text"] for n in kept["notes"]] == [""] * len(before[name]["notes"]), kept["notes"]
        else:
            assert set(after) == others and not files_with_id(v, mine), (set(after), files_with_id(v, mine))
        for r in others:
            assert bytes_with(v, RATERS[r][0]), r
        assert v.run("db", "check").status == 0 and v.run("forget", name, "--yes").status == 1
        for path in (v.db.parent / "backups").iterdir():
            assert v.run("db", "check", "--db", path).status == 0, path
        v.close()
    template.close()


@case
def a_forgotten_candidate_takes_along_what_raters_marked_and_noted():
    v = marked_by_others()
    marks, sessions = ids_of(v)
    words = ["Zdzisława", "CANDIDATE-said", "LED-closing", *[word for word, _, _ in RATERS.values()]]
    assert len(marks) == 3 and len(sessions) == 1 and all(files_with_id(v, i) for i in [*marks, *sessions])
    assert all(bytes_with(v, word) for word in words)
    result = v.run("forget", LED[2], "--yes")
    assert result.status == 0 and "1 session taken away" in result.out, result.out + result.err
    for word in words:
        assert not bytes_with(v, word), (word, bytes_with(v, word))
    for number in [*marks, *sessions]:
        assert not files_with_id(v, number), files_with_id(v, number)
    document = v.export()
    assert [s["candidate"] for s in document["sessions"]] == ["Bob"]
    # The raters are people of their own, until they are forgotten too.
    assert {p["name"] for p in document["people"]} == {"Bob", "Grace Led", *RATERS}
    for name in ("Grace Led", *RATERS):
        assert v.run("forget", name, "--yes").status == 0 and not bytes_with(v, name), name
    assert {p["name"] for p in v.export()["people"]} == {"Bob"} and v.run("db", "check").status == 0
    v.close()


def led_and_killed(last):
    """A led session with a page and a second half to come, killed while the interviewer types."""
    v = Viva()
    sit(v, 1, "Bob", START_S)
    with v.clocked(*LED, "--swap-with", "Grace Led", "--screen", "127.0.0.1:0", start_s=START_S + 100_000) as c:
        c.tell("", "", "", "1", "N", "GRACE-note-private", ".", "n", "GRACE-note-public", ".", "w", "CANDIDATE-said", ".", *last)
        c.kill()
    return v


@case
def a_forgotten_interviewer_leaves_marks_without_notes_and_the_candidates_answers():
    for last, note in ((("N", "GRACE-note-typed"), True), (("w", "CANDIDATE-typed"), False)):
        v = led_and_killed(last)
        assert any(".typing" in p for p in bytes_with(v, last[1]))
        before = v.export()["sessions"][-1]["items"][0]
        result = v.run("forget", "Grace Led", "--yes")
        assert result.status == 0, result.err
        assert "Marks for 1 session of others that they led stay, without the name and without notes." in result.out, result.out
        assert not bytes_with(v, "GRACE-note") and not bytes_with(v, "Grace Led"), bytes_with(v, "GRACE-note")
        after = v.export()["sessions"][-1]
        assert after["interviewer"] == "removed person"
        texts = [n["text"] for n in after["items"][0]["notes"]]
        assert texts == ["", "", "CANDIDATE-said"] and after["items"][0]["ratings"] == before["ratings"], texts
        assert v.run("db", "check").status == 0
        # It goes on, led by somebody else; an answer that was typed is still there, a note is not.
        again = v.run("resume", lines=["q"])
        assert again.status == 3 and ("recovered" in again.out) != note, again.out[-300:]
        assert bool(bytes_with(v, "CANDIDATE-typed")) != note
        assert v.run("finish").status == 0
        shown = v.run("review", "2").out + v.run("report", "--session", "2", "--format", "md", "-o", "-").out
        assert "Your note" not in shown and "CANDIDATE-said" in shown, shown
        v.close()


@case
def nobody_is_forgotten_while_they_lead():
    v = Viva()
    sit(v, 1, "Bob", START_S)
    with v.clocked(*LED, start_s=START_S + 100_000) as c:
        c.tell("", "", "", "N", "half a note")
        for name in ("Grace Led", LED[2]):
            result = v.run("forget", name, "--yes")
            assert result.status == 4 and "running" in result.err, (name, result.status, result.err)
        assert "saved" in c.tell(".")
    v.close()


@case
def what_is_kept_beside_a_led_session_goes_with_its_candidate():
    v = led_and_killed(("w", "CANDIDATE-typed"))
    state = v.home / ".local/state/viva"
    assert {p.suffix for p in state.iterdir()} == {".typing", ".screen", ".watch", ".halves"}, list(state.iterdir())
    assert v.run("forget", LED[2], "--yes").status == 0
    assert not list(state.iterdir()), list(state.iterdir())
    for mark in (MARKS[0], "GRACE-note", "CANDIDATE-"):
        assert not bytes_with(v, mark), mark
    v.close()


@case
def what_a_killed_viva_left_half_made_goes_too():
    v = Viva()
    two_people(v)
    hers = [s["id"] for s in v.export()["sessions"] if s["candidate"] != "Bob"]
    bobs = [s["id"] for s in v.export()["sessions"] if s["candidate"] == "Bob"]
    state, data = v.home / ".local/state/viva", v.db.parent
    left = [data / "viva.db.part-Ab3xyZ", data / "viva.db.part-Ab3xyZ-journal", state / f"session-{hers[0]}.text-0a1B2c.md",
            data / "backups/viva-20260308-120000.db.part-q7Q7q7", data / "backups/viva-format-1.db.part-000000-journal"]
    others = [data / "viva.db.backup", data / "viva.db.part-toolong", data / "viva.db.part-Ab3xyZ.db", data / "other.db.part-Ab3xyZ",
              state / f"session-{bobs[0]}.text-0a1B2c.md", state / f"session-{hers[0]}.text-0a1B2c.md.mine"]
    for path in left + others:
        path.write_text(MARKS[0])
    assert v.run("forget", MARKS[0], "--yes").status == 0
    assert not [p for p in left if p.exists()], [p for p in left if p.exists()]
    assert not [p for p in others if not p.exists()], [p for p in others if not p.exists()]
    v.close()


@case
def the_name_is_typed_to_confirm_and_nothing_else_will_do():
    v = Viva()
    sit(v, 1, "Ada", START_S)
    for answer in ("", "yes", "Adam", "ada"):
        with v.terminal("forget", "Ada") as t:
            t.expect("This takes away 1 session of Ada")
            t.expect("Type the name to do it: ")
            t.line(answer)
            t.expect("nothing was taken away")
            assert t.status() == 1
    assert len(v.export()["sessions"]) == 1
    result = v.run("forget", "Ada", data=b"Ada\n")
    assert result.status == 2 and "--yes" in result.err, result.err
    assert v.run("forget", "Nobody", "--yes").status == 1
    with v.terminal("forget", "ada") as t:
        t.expect("Type the name to do it: ")
        t.line("Ada")
        t.expect("1 session taken away")
        assert t.status() == 0
    assert v.export()["sessions"] == [] and v.export()["people"] == [] and v.export()["snapshots"] == []
    v.close()


@case
def nobody_is_forgotten_while_their_session_runs():
    v = Viva()
    with v.clocked("solo", "--items", "1", "--seed", "1", "--as", "Ada") as c:
        c.tell("")
        result = v.run("forget", "Ada", "--yes")
        assert result.status == 4 and "running" in result.err, result.err
        c.tell("q")
        c.finish()
    assert v.run("forget", "Ada", "--yes").status == 0
    empty = Viva()
    assert empty.run("forget", "Ada", "--yes").status == 1 and not empty.db.exists()
    v.close()
    empty.close()


@case
def a_person_can_be_forgotten_again_after_a_failure_half_way():
    v = Viva()
    two_people(v)
    with sqlite3.connect(v.db, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")        # the database is busy: backups are clean, it is not
        result = v.run("forget", MARKS[0], "--yes")
        assert result.status == 4, (result.status, result.err)
        other.execute("ROLLBACK")
    other.close()
    assert v.run("forget", MARKS[0], "--yes").status == 0
    for mark in MARKS[1:]:
        assert not bytes_with(v, mark), mark
    v.close()


main()
