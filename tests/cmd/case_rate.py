"""Further raters: blind marks, beside a running session too, kills, and the comparison."""
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from viva import BINARY, PATIENCE_S, Viva                               # noqa: E402

LEAD = ("lead", "--candidate", "Sample A", "--interviewer", "Sample Coach", "--seed", "3", "--no-retry")
KILLS = 300 if "VIVA_SOAK" in os.environ else 6


def lead(v, marks=("1 2~ m1", "2"), note=None, predictions=("3", "2"), typed=True, items=2):
    """A led session; each question gets one line of marks, a prediction and a grade."""
    with v.clocked(*LEAD, "--items", str(items)) as c:
        c.tell("", "", "")
        for i in range(items):
            if typed:
                c.tell("w", f"answer {i}", ".")
            c.tell(marks[i % len(marks)], *(["N", note, ".", "n", note + "-shared", "."] if note else []))
            while "Ask which grade" not in c.tell(""):
                pass
            c.tell("k" + predictions[i % len(predictions)])
            c.tell(str(int(predictions[i % len(predictions)]) - 1), "")
            if i + 1 < items:
                c.tell("", "")
        while "Overall, in a sentence?" not in c.out:
            c.tell("the closing " + (note or ""))
        c.tell("overall " + (note or ""))
        assert c.finish() == 0, c.err
    return v


def graded(v, rater, grades, *before):
    """Marks a session whole."""
    lines = list(before)
    for g in grades:
        lines += ["", str(g), ""]
    return v.run("rate", "1", "--rater", rater, lines=lines + ["d"])


def scorings(v):
    return {s["rater"]: s for s in v.export()["sessions"][0]["scorings"]}


@case
def marks_are_recorded_and_a_rater_goes_on_where_they_left():
    v = lead(Viva())
    first = v.run("rate", "1", "--rater", "Mary", lines=["1 2~", "", "3", "0", "3", "n", "my note", ".", "q"])
    assert first.status == 3 and "goes on" in first.out, first.err
    assert all(f"There is no question {n}: the session has 2." in first.out for n in (0, 3)), first.out
    assert v.run("rate", "--rater", "mary", lines=["", "1", "N", "for coaches", ".", "u", "u", "u", "", "4", "", "d"]).status == 0
    s = scorings(v)["Mary"]
    assert s["state"] == "done" and s["present"] == "typed"
    assert [r["grade"] for r in s["ratings"]] == [3, 4], s["ratings"]
    assert sorted(s["ratings"][0]["ticks"].values()).count("yes") == 1
    assert [(n["position"], n["text"], n["private"]) for n in s["notes"]] == [(0, "my note", False)], s["notes"]
    again = v.run("rate", "1", "--rater", "Mary")
    assert again.status == 1 and "is done with session 1" in again.err
    assert v.run("db", "check").status == 0


@case
def not_a_byte_of_what_is_shown_depends_on_anyone_elses_marks():
    """The same answers, marked, predicted, hinted at and noted differently: a rater sees the same bytes."""
    lines = ["1 2", "", "3", "", "2-", "", "0", "n", "x", ".", "u", "b", "?", "", "d"]
    seen = []
    for marks, note, predictions in ((("1 2~ m1", "2"), "SECRET-ONE", ("3", "2")), (("3 m1", "1 4"), "SECRET-TWO", ("1", "4"))):
        v = lead(Viva(), marks, note, predictions)
        assert graded(v, "Alan", [4, 1]).status == 0
        v.run("rate", "1", "--rater", "Eve", lines=["1", "n", note, ".", "q"])
        result = v.run("rate", "1", "--rater", "Mary", lines=lines)
        assert result.status == 0, result.err
        assert "SECRET" not in result.out + result.err and "Alan" not in result.out and "Eve" not in result.out
        early = v.run("compare", "1")
        assert early.status == 1 and "Eve" in early.err and "SECRET" not in early.out + early.err and early.out == ""
        seen.append(result.out)
        marked = scorings(v)["Alan"]["ratings"]
        assert len(marked) == 2
    assert seen[0] == seen[1]


@case
def who_was_not_there_marks_typed_answers_alone():
    v = lead(Viva(), typed=False)
    asked = v.run("rate", "1", "--rater", "Mary", lines=[])
    assert asked.status == 3 and "Were you there when Sample A gave them?" in asked.out, (asked.status, asked.out)
    assert scorings(v) == {} and "Mary" not in {p["name"] for p in v.export()["people"]}
    away = v.run("rate", "1", "--rater", "Mary", lines=["what?", "n"])
    assert away.status == 1 and scorings(v) == {} and "none was typed, and you were not there" in away.err, away.err
    assert graded(v, "Alan", [2, 3], "y").status == 0
    assert {r: s["present"] for r, s in scorings(v).items()} == {"Alan": "yes"}
    typed = lead(Viva())
    assert "Were you there" not in typed.run("rate", "1", "--rater", "Mary", lines=["q"]).out


@case
def marks_of_the_session_itself_are_not_given_twice():
    v = lead(Viva())
    led = v.run("rate", "1", "--rater", "sample COACH", lines=["q"])
    assert led.status == 1 and "stand in session 1 itself" in led.err
    v.run("solo", "--items", "1", "--seed", "3", "--as", "Bob", lines=["", "", "w", "typed", ".", "", "", "2", "", "1", "", "", "", ""])
    assert v.run("rate", "2", "--rater", "Bob", lines=["q"]).status == 1
    assert v.run("rate", "2", "--rater", "Ann", lines=["", "2", "", "d"]).status == 0
    assert v.run("rate", "1").status == 2 and v.run("rate", "99", "--rater", "Ann").status == 1
    assert v.run("rate", "1", "--rater", "", lines=["q"]).status == 1


@case
def two_programs_do_not_make_the_same_marks_at_once():
    v = lead(Viva())
    with v.terminal("rate", "1", "--rater", "Mary") as t:
        t.expect("Question 1 of 2")
        other = v.run("rate", "1", "--rater", "Mary", lines=["q"])
        assert other.status == 4, (other.status, other.err)
        assert v.run("forget", "Mary", "--yes").status == 4
        assert v.run("rate", "1", "--rater", "Alan", lines=["q"]).status == 3
        t.line("q")
        t.expect("Saved")


@case
def the_candidates_own_marks_come_after_the_session_and_count_as_theirs():
    v = Viva()
    lead(v, items=2)
    before = v.run("stats", "--as", "Sample A", "--json").json()
    with v.terminal("--as", "Sample A") as t:
        t.expect("your own marks for session 1")
        t.line("o")
        t.expect("Marks of Sample A for session 1")
        t.line("q")
        t.expect("Saved")
    own = graded(v, "Sample A", [4, 3])
    assert own.status == 0 and "Your answer:" in own.out and "Their answer:" not in own.out, own.err
    after = v.run("stats", "--as", "Sample A", "--json").json()
    assert before["calibration"]["agreement"]["n"] == 0 and after["calibration"]["agreement"]["n"] == 2, after["calibration"]
    compared = v.run("compare", "1", "--json").json()
    assert [(r["name"], r["role"]) for r in compared["raters"]] == [("Sample Coach", "interviewer"), ("Sample A", "candidate")]


@case
def raters_are_compared_farthest_apart_first():
    v = lead(Viva(), predictions=("1", "4"))         # graded 0 and 3
    assert v.run("compare", "1").status == 1
    graded(v, "Mary", [1, 3])
    graded(v, "Alan", [4, 2])
    further = v.run("stats", "--as", "Sample A", "--json").json()["calibration"]["further_raters"]
    assert further == {"n": 4, "exact": 1, "within_one": 3, "kappa": None}, further
    assert "Grades that count and those of further raters: 1 of 4" in " ".join(v.run("stats", "--as", "Sample A").out.split())
    result = v.run("compare", "1", "--json").json()
    assert [r["name"] for r in result["raters"]] == ["Sample Coach", "Mary", "Alan"]
    assert [(i["position"], i["grades"], i["difference"]) for i in result["items"]] == [(0, [0, 1, 4], 4), (1, [3, 3, 2], 1)]
    pairs = {(p["first"], p["second"]): (p["answers"], p["exact"], p["within_one"], p["kappa"]) for p in result["agreement"]}
    assert pairs == {("Sample Coach", "Mary"): (2, 1, 2, None), ("Sample Coach", "Alan"): (2, 0, 1, None),
                     ("Mary", "Alan"): (2, 0, 1, None)}
    text = " ".join(v.run("compare", "1").out.split())
    assert text.index("Two grades apart or more") < text.index("Sample Coach 0, Mary 1, Alan 4") < text.index("The others:")
    assert "1 of 2 answers the same, 2 within one; too few for kappa" in text


def reader(child):
    os.set_blocking(child.stdout.fileno(), False)
    seen = []

    def read(until):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            data = child.stdout.read()
            if data:
                seen.append(data)
            if until in b"".join(seen):
                out = b"".join(seen)
                seen.clear()
                return out.decode()
            time.sleep(0.002)
        raise AssertionError(f"no {until!r} in {b''.join(seen)[-500:]!r}")
    return read


def rate_process(v, rater="Mary", number="1"):
    return subprocess.Popen([str(BINARY), "rate", number, "--rater", rater], cwd=v.work, env=v.env, stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


@case
def a_session_runs_and_is_marked_at_the_same_time():
    v = Viva()
    with v.clocked(*LEAD, "--items", "2") as c:
        c.tell("", "", "")
        nothing = v.run("rate", "1", "--rater", "Mary", lines=["y"])
        assert nothing.status == 1 and "yet: come back" in nothing.err, nothing.err
        while "Ask which grade" not in c.tell(""):
            pass
        child = rate_process(v)
        read = reader(child)
        child.stdin.write(b"y\n")
        child.stdin.flush()
        read(b"Question 1 of 2")
        child.stdin.write(b"1 2\n\n3\n")
        child.stdin.flush()
        read(b"Graded 3")
        own = v.run("rate", "1", "--rater", "Sample A", lines=["q"])
        assert own.status == 1 and "still runs" in own.err
        c.tell("k3", "2", "", "", "")
        child.stdin.write(b"\nd\n")
        child.stdin.flush()
        assert "1 of 1 answers so far are marked" in " ".join(read(b"you are done when it is over").split())
        while "Ask which grade" not in c.tell(""):
            pass
        child.stdin.write(b"\n")
        child.stdin.flush()
        read(b"Question 2 of 2")
        c.tell("k1", "4", "")
        while "Overall, in a sentence?" not in c.out:
            c.tell("")
        c.tell("")
        assert c.finish() == 0, c.err
    child.stdin.write(b"\n1\n\nd\n")
    child.stdin.flush()
    child.stdin.close()
    assert child.wait(PATIENCE_S) == 0
    assert [r["grade"] for r in scorings(v)["Mary"]["ratings"]] == [3, 1]
    assert v.run("db", "check").status == 0


@case
def what_was_accepted_survives_a_kill():
    """The oracle: a grade is accepted once the screen says so.  None may be lost, and the chain must hold."""
    v = lead(Viva())
    rng = random.Random(7)
    grade = None
    for _ in range(KILLS):
        child = rate_process(v)
        read = reader(child)
        read(b"? lists the keys")
        for _ in range(rng.randrange(4)):
            wish = rng.randrange(5)
            child.stdin.write(f"1\na\n\n{wish}\n".encode())
            child.stdin.flush()
            assert f"Graded {wish}" in read(f"Graded {wish}".encode())
            grade = wish
        if rng.random() < 0.7:
            child.stdin.write(b"a\n1\n2~\nn\nhalf a note\n"[:rng.randrange(25)])
            child.stdin.flush()
            time.sleep(rng.random() * 0.02)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdin.close()
        child.stdout.close()
        now = scorings(v)["Mary"]
        events = [e for e in now["events"] if e["kind"] == "grade"]
        assert (events[-1]["n"][0] if events else None) == grade, (events[-1:], grade)
        assert v.run("db", "check").status == 0


main()
