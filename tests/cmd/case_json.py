"""Sessions in lines of JSON: the same records as plain lines, and nothing a line holds can stop one."""
import json
import os
import subprocess

from cases import case, main
from viva import BANK, BINARY, ROOT, Viva

SMALL = ROOT / "tests" / "golden" / "small-bank.xml"


def do(name, **fields):
    return json.dumps({"do": name, **fields})


def events(text):
    found = [json.loads(line) for line in text.splitlines()]
    assert all(isinstance(e, dict) and isinstance(e["event"], str) for e in found)
    return found


def kinds(text):
    return [e["event"] for e in events(text)]


# The same steps as typed keys and as commands, with the time that passes before each.
STEPS = [
    (0, [""], [do("next")]),
    (15_000, ["t", ""], [do("time"), do("next")]),
    (20_000, ["f", "?", ""], [do("flag"), do("help"), do("next")]),
    (30_000, ["p"], [do("pause")]),
    (300_000, ["", "e"], [do("next"), do("extend")]),
    (0, ["w", "The number", "  of éléments.", "."], [do("write", text="The number\n  of éléments.")]),
    (0, ["n", "."], [do("note", text="")]),
    (0, [""], [do("next")]),
    (10_000, ["s"], [do("pass")]),
    (10_000, ["u", "", ""], [do("undo"), do("next"), do("next")]),
    (0, ["", "3", ""], [do("next"), do("predict", grade=3), do("next")]),
    (7_000, ["1 3~", "m1", "u", "2-"],
     [do("tick", key_point=1, mark="yes"), do("tick", key_point="k3", mark="partly"),
      do("mistake", mistake="m1", made=True), do("undo"), do("tick", key_point="k2", mark="no")]),
    (0, ["", "4", "u", "", "n", "Say the iterator first.", "."],
     [do("next"), do("grade", grade=4), do("undo"), do("grade"), do("note", text="Say the iterator first.")]),
    (5_000, ["", "", "", "h", "h"], [do("next"), do("next"), do("next"), do("fact"), do("fact")]),
    (0, ["x"], [do("swap")]),
    (100_000, ["h"], [do("fact")]),
]


def played(plain, suspend=False):
    v = Viva()
    flags = [] if plain else ["--json"]
    with v.clocked("solo", "--bank", SMALL, "--blueprint", "b5", "--seed", "1", "--as", "Łukasz", *flags) as c:
        for wait, keys, commands in STEPS:
            c.pass_ms(wait)
            c.tell(*(keys if plain else commands))
        c.suspend(60_000)
        c.tell("y" if plain else do("gap", counts=True))
        c.tell("q" if plain else do("quit"))
        assert c.finish() == 3, c.out
        first = c.out
    with v.clocked("resume", *flags, start_s=1772971200 + 90000) as c:
        c.tell("y" if plain else do("gap", counts=True))
        c.pass_ms(2_000)
        c.tell(*(["t", "", "s"] if plain else [do("view"), do("next"), do("pass")]))
        assert c.finish() == 3, c.out
        second = c.out
    export = v.run("export", "--json").out
    v.close()
    return first, second, export


@case
def one_script_in_plain_lines_and_in_json_gives_the_same_records():
    plain, json_lines = played(True), played(False)
    assert plain[2] == json_lines[2]
    assert len(json.loads(plain[2])["sessions"][0]["events"]) > 30
    done = [e["what"] for e in events(json_lines[0]) + events(json_lines[1]) if e["event"] == "done"]
    for what in ("phase", "pause", "resume", "extend", "flag", "note", "pass", "undo", "predict", "tick", "mistake", "grade"):
        assert what in done, (what, done)


@case
def the_first_line_says_the_schema_and_every_line_is_an_event():
    first, second, _ = played(False)
    for text in (first, second):
        assert events(text)[0] == {"event": "hello", "schema": 1, "viva": events(text)[0]["viva"]}
        assert text.isascii() and "\r" not in text and "\x1b" not in text
    assert {"opening", "item", "done", "reveal", "state", "time", "help", "gap", "milestone", "refused",
            "message"} <= set(kinds(first + second)), set(kinds(first + second))


@case
def nothing_of_an_answer_is_told_before_the_reveal():
    v = Viva()
    item = v.run("bank", "show", "bias-variance", "--json", "--bank", BANK).json()
    with v.clocked("solo", "--json", "--blueprint", "b30", "--seed", "7") as c:
        c.tell(do("next"), do("view"), do("next"), do("next"), do("view"), do("next"))
        if events(c.out)[-1]["phase"] == "follow-up":
            c.tell(do("next"))
        before = c.out
        assert events(before)[-1]["phase"] == "predict"
        assert not {"reveal"} & set(kinds(before)) and "key_points" not in before and '"answer":' not in before
        c.tell(do("predict", grade=2))
        reveal = [e for e in events(c.out) if e["event"] == "reveal"]
        assert len(reveal) == 1 and reveal[0]["answer"] and reveal[0]["key_points"] and len(reveal[0]["grades"]) == 5
    assert {"id", "essential", "weight", "text"} == set(reveal[0]["key_points"][0])
    assert item["key_points"]
    v.close()


@case
def a_whole_session_ends_with_its_figures_and_the_report():
    v = Viva()
    with v.clocked("solo", "--json", "--blueprint", "b30", "--seed", "7") as c:
        c.tell(do("next"))
        for _ in range(200):
            if c.process.poll() is not None:
                break
            c.tell(do("predict", grade=3) if events(c.out)[-1].get("phase") == "predict" else do("next"))
        assert c.finish() == 0
    last = events(c.out)[-1]
    assert last["event"] == "closing" and last["answered"] == 6 and last["graded"] == 6 and last["number"] == 1
    assert (v.work / last["report"]).exists() and last["next"]
    v.close()


HOSTILE = [
    b"", b"next", b"{", b"[1,2", b"{\"do\":\"fly\"}", b"{\"do\":\"next\",\"do\":\"next\"}", b"{\"do\":\"predict\",\"grade\":9}",
    b"{\"do\":\"tick\",\"key_point\":\"nothing\",\"mark\":\"yes\"}", b"\xff\xfe\x00", b"{\"do\":\"note\",\"text\":\"\xff\"}",
    b"{\"do\":\"note\",\"text\":\"\\u0000\"}", b"[" * 100_000, b"{\"do\":\"" + b"x" * 500_000 + b"\"}",
    b"{\"do\":\"note\",\"text\":\"" + b"y" * 300_000 + b"\"}", b"z" * 5_000_000, b"\x1b[2J", b"{\"do\":\"hint\"}",
    b"{\"do\":\"gap\",\"counts\":true}", b"{\"do\":\"grade\"}",
]


@case
def hostile_lines_are_answered_and_the_session_goes_on():
    v = Viva()
    data = b"\n".join([b'{"do":"undo"}', b'{"do":"next"}', *HOSTILE, b'{"do":"time"}'])
    result = v.run("solo", "--json", "--blueprint", "b30", "--seed", "7", data=data)
    assert result.status == 3 and result.err == "", result.err
    found = kinds(result.out)
    answers = [k for k in found if k in ("error", "refused", "message")]
    assert len(answers) == len(HOSTILE) + 1 + 1, (len(answers), len(HOSTILE), found)   # undo before; "Saved as"
    assert found[-2:] == ["time", "message"]
    errors = [e for e in events(result.out) if e["event"] == "error"]
    assert errors[0]["line"] == 3 and all(len(e["message"]) < 300 for e in errors)
    assert any("5000000 bytes" in e["message"] for e in errors)
    v.close()


@case
def a_text_of_the_largest_size_is_kept_and_one_byte_more_is_refused():
    v = Viva()
    most = 256 << 10
    with v.clocked("solo", "--json", "--blueprint", "b30", "--seed", "7") as c:
        c.tell(do("next"), json.dumps({"do": "note", "text": "é" * (most // 2)}), do("note", text="x" * (most + 1)))
        assert events(c.out)[-1]["event"] == "message" and str(most + 1) in events(c.out)[-1]["message"]
        assert [e["what"] for e in events(c.out) if e["event"] == "done"][-1] == "note"
        c.tell(do("quit"))
    notes = json.dumps(v.export(), ensure_ascii=False)
    assert "é" * (most // 2) in notes and "x" * 1000 not in notes
    v.close()


@case
def what_is_for_a_person_goes_to_standard_error():
    v = Viva()
    primary, secondary = os.openpty()
    process = subprocess.Popen([str(BINARY), "solo", "--json", "--seed", "7"], cwd=v.work, env=v.env, stdin=secondary,
                               stdout=subprocess.PIPE, stderr=secondary)
    os.close(secondary)
    os.write(primary, (do("quit") + "\n").encode())
    out = process.stdout.read().decode()
    assert process.wait() == 0
    assert kinds(out) == ["hello", "opening", "message"], out
    assert b"begins" in os.read(primary, 65536)
    os.close(primary)
    process.stdout.close()
    # With no person there, not even that.
    assert v.run("solo", "--json", "--seed", "7", lines=[do("quit")]).err == ""
    v.close()


@case
def help_json_names_every_event_and_command_there_is():
    v = Viva()
    page = v.run("help", "json").out
    first, second, _ = played(False)
    for kind in set(kinds(first + second)):
        assert f"\n  {kind} " in page, (kind, page)
    commands = next(e for e in events(first) if e["event"] == "help")["commands"]
    for command in commands:
        assert f"\n  {command['do']}" in page, command
    v.close()


main()
