"""Whole records out and in: the export, its independent replay, the import, the tables."""
import csv
import json
import os
import subprocess
import sys
from pathlib import Path

from cases import case, main
from viva import BINARY, Viva

sys.path.insert(0, str(Path(__file__).resolve().parent))
from replay import differences  # noqa: E402

SESSIONS = 1000 if os.environ.get("VIVA_SOAK") else 60


def random_sessions(count):
    tool = BINARY.parent / "tests" / "store" / "tool_sessions"
    return subprocess.run([str(tool), str(count)], check=True, stdout=subprocess.PIPE).stdout


def one_session(v):
    """A drill of two items by the real program, with a note, an answer and a pass."""
    v.run("solo", "--items", "2", "--seed", "3", "--as", "Łucja",
          lines=["", "", "w", "=1+1", '"quoted", two', ".", "", "", "2", "", "1", "", "", "n", "+note", ".", "", "s",
                 "", ""])


@case
def sessions_rebuilt_from_their_events_in_another_language_are_what_is_exported():
    document = json.loads(random_sessions(SESSIONS))
    assert len(document["sessions"]) == SESSIONS
    kinds = {e["kind"] for s in document["sessions"] for e in s["events"]}
    assert len(kinds) == 21, kinds
    scorings = [s for x in document["sessions"] for s in x["scorings"]]
    assert {e["kind"] for s in scorings for e in s["events"]} == {
        "open", "tick", "mistake", "grade", "pass", "note", "undo", "end", "amend"}
    assert {s["present"] for s in scorings} == {"typed", "yes", "no"} and sum(len(s["ratings"]) for s in scorings) > 20
    found = differences(document)
    assert not found, found[:5]


@case
def the_independent_replay_sees_a_changed_figure():
    good = random_sessions(8)
    changes = [lambda s: s["items"][0].__setitem__("answer_ms", s["items"][0]["answer_ms"] + 1),
               lambda s: s["items"][-1].__setitem__("state", "rated" if s["items"][-1]["state"] != "rated" else "open"),
               lambda s: s["events"][3].__setitem__("at_ms", s["events"][3]["at_ms"] + 1),
               lambda s: s.__setitem__("state", "drawn"),
               lambda s: s["items"][0]["ratings"].append({"grade": 4}),
               lambda s: s["items"].pop()]
    of_raters = [lambda s: s["ratings"][0].__setitem__("grade", (s["ratings"][0]["grade"] + 1) % 5),
                 lambda s: s["ratings"].pop(),
                 lambda s: s["notes"][0].__setitem__("text", "other"),
                 lambda s: s.__setitem__("present", "no" if s["present"] != "no" else "yes"),
                 lambda s: s.__setitem__("rater", "Eve"),
                 lambda s: s["events"].pop()]
    for change in changes:
        document = json.loads(good)
        change(document["sessions"][5])
        assert differences(document)
    for change in of_raters:
        document = json.loads(good)
        change(next(s for x in document["sessions"] for s in x["scorings"] if s["ratings"] and s["notes"]))
        assert differences(document)


@case
def a_session_of_the_program_replays_too():
    v = Viva()
    one_session(v)
    document = v.export()
    assert document["sessions"]
    assert not differences(document), differences(document)
    v.close()


@case
def export_import_export_gives_the_same_bytes():
    v, other = Viva(), Viva()
    one_session(v)
    out = v.run("export", "--json")
    (other.work / "records.json").write_bytes(out.out.encode())
    result = other.run("import", "records.json")
    assert result.status == 0 and result.out == "1 session imported\n", result.out + result.err
    assert other.run("export").out == out.out
    assert other.run("db", "check").status == 0
    result = other.run("import", "-", data=out.out.encode())
    assert result.out == "0 sessions imported, 1 here already\n", result.out
    assert other.run("import", "records.json", "--json").json() == {"added": 0, "known": 1, "renamed": ""}
    v.close()
    other.close()


@case
def any_json_tool_may_rewrite_the_export():
    v, other = Viva(), Viva()
    one_session(v)
    out = v.run("export").out
    pretty = json.dumps(json.loads(out), indent=4, sort_keys=True, ensure_ascii=False)
    result = other.run("import", "-", data=pretty.encode())
    assert result.status == 0, result.err
    assert other.run("export").out == out
    v.close()
    other.close()


@case
def what_is_wrong_is_named_by_file_line_and_column():
    v, other = Viva(), Viva()
    one_session(v)
    lines = v.run("export").out.split("\n")
    where = next(i for i, line in enumerate(lines) if '"kind": "open"' in line)
    column = lines[where].index('"kind": "open"') + len('"kind": ') + 1
    lines[where] = lines[where].replace('"kind": "open"', '"kind": "ajar"', 1)
    bad = other.work / "bad\x1b[31m.json"
    bad.write_text("\n".join(lines))
    result = other.run("import", bad.name)
    assert result.status == 1 and not result.out, result.out
    first, second = result.err.splitlines()
    assert first == f"bad^[[31m.json:{where + 1}:{column}: error: kind: is no kind of event", first
    assert second == "viva: bad^[[31m.json was not imported: nothing was changed", second
    assert other.export()["people"] == [] and other.run("history", "--json").json() == {"sessions": []}
    assert other.run("import", "nowhere.json").status == 7
    assert other.run("import", "/").status == 7
    v.close()
    other.close()


@case
def the_tables_hold_what_the_export_holds():
    v = Viva()
    one_session(v)
    result = v.run("export", "--csv", "out/tables")
    assert result.status == 0 and result.out == "out/tables\n", result.err
    folder = v.work / "out" / "tables"
    assert sorted(p.name for p in folder.iterdir()) == [
        "events.csv", "items.csv", "notes.csv", "ratings.csv", "scoring-events.csv", "scoring-notes.csv",
        "scorings.csv", "sessions.csv"]
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in folder.iterdir())
    assert folder.stat().st_mode & 0o777 == 0o700
    tables = {}
    for path in folder.iterdir():
        raw = path.read_bytes()
        assert raw.endswith(b"\r\n")
        with path.open(newline="", encoding="utf-8") as file:
            tables[path.stem] = list(csv.DictReader(file, strict=True))
    session = v.export()["sessions"][0]
    assert [t["candidate"] for t in tables["sessions"]] == ["Łucja"]
    assert [t["id"] for t in tables["items"]] == [i["id"] for i in session["items"]]
    assert [int(t["answer_ms"]) for t in tables["items"]] == [i["answer_ms"] for i in session["items"]]
    ratings = [(i["id"], r) for i in session["items"] for r in i["ratings"]]
    assert [(t["item"], int(t["grade"])) for t in tables["ratings"]] == [(i, r["grade"]) for i, r in ratings]
    assert [t["ticks"] for t in tables["ratings"]] == [" ".join(f"{k}={x}" for k, x in r["ticks"].items()) for _, r in ratings]
    assert len(tables["events"]) == len(session["events"])
    # A formula is no formula any more, and quotes and commas survive.
    assert [t["text"] for t in tables["notes"]] == ['\'=1+1\n"quoted", two', "'+note"], tables["notes"]
    assert v.run("export", "--csv", "x", "--json").status == 2
    v.close()


main()
