"""viva review: an ended session read again, and answers marked anew."""
from cases import case, main
from viva import ROOT, START_S, Viva

SMALL = ROOT / "tests/golden/small-bank.xml"
ENTER = "\r"


def reviewed(written="my answer"):
    """A home with one ended session of two questions, both graded 0 and expected 3."""
    v = Viva()
    v.env["VIVA_BANK"] = str(SMALL)
    with v.clocked("solo", "--blueprint", "b5", "--seed", "3") as c:
        c.tell("", "", "", "", "w", written, "second line", ".")
        c.walk()
        assert c.finish() == 0, c.out
    return v


def ratings(v, position=0):
    return v.export()["sessions"][0]["items"][position]["ratings"]


@case
def without_a_terminal_all_questions_are_printed_with_answer_notes_and_key_points():
    v = reviewed()
    result = v.run("review")
    assert result.status == 0, result.err
    for words in ("Question 1 of 2", "Question 2 of 2", "Your answer:\nmy answer\nsecond line\n", "A strong answer:",
                  "The number of elements (essential)", "The length is kept with the list.", "You expected 3 solid."):
        assert words in result.out, (words, result.out)
    assert "\x1b" not in result.out and "Enter" not in result.out, result.out
    only = v.run("review", "last", "--question", "2").out
    assert "Question 2 of 2" in only and "Question 1 of 2" not in only, only
    v.close()


@case
def an_unfinished_session_and_a_question_that_is_not_there_are_clear_lines():
    v = reviewed()
    for args, status, words in ((["review", "--question", "3"], 2, "from 1 to 2"), (["review", "9"], 1, "viva history"),
                                (["review", "--question", "x"], 2, "from 1 to 2")):
        result = v.run(*args)
        assert result.status == status and words in result.err and result.out == "", (args, result.err)
    with v.clocked("solo", "--blueprint", "b5", "--seed", "4", start_s=START_S + 9) as c:
        c.tell("", "q")
        c.finish()
    result = v.run("review", "2")
    assert result.status == 1 and "viva resume" in result.err, result.err
    v.close()


@case
def an_answer_is_marked_anew_on_the_screen_and_the_old_grade_stays_on_record():
    v = reviewed()
    before = ratings(v)
    with v.screen("review", "1") as s:
        assert "Graded 0 nothing usable." in s.words() and "my answer" in s.text(), s.text()
        s.press("a", "1", "2", "3")
        assert "propose 4" in s.text(), s.text()
        s.press(ENTER, "3")
        assert "Graded 3 solid. Before: 0 nothing usable." in s.words(), s.text()
        s.press("q")
        assert s.status() == 0 and s.modes() == s.modes_before
    after = ratings(v)
    assert after[0]["grade"] == before[0]["grade"] == 0, after
    assert (after[-1]["grade"], after[-1]["proposed"]) == (3, 4), after
    assert after[-1]["ticks"] == {"k1": "yes", "k2": "yes", "k3": "yes"}, after
    assert [e["kind"] for e in v.export()["sessions"][0]["events"]][-1] == "amend"
    assert v.run("db", "check").status == 0
    v.close()


@case
def marking_anew_can_be_left_as_it_was():
    v = reviewed()
    events = len(v.export()["sessions"][0]["events"])
    with v.screen("review", "1") as s:
        s.press("a", "1", ENTER, "q")
        assert "Graded 0 nothing usable." in s.words(), s.text()
        s.press("q")
        assert s.status() == 0
    assert len(v.export()["sessions"][0]["events"]) == events
    v.close()


@case
def plain_lines_turn_pages_and_mark_anew_as_the_screen_does():
    v, w = reviewed(), reviewed()
    with v.terminal("review", "1", columns=100) as t:
        t.expect("a: mark it anew")
        t.line("2")
        t.expect("Question 2 of 2")
        t.expect("Enter: leave. a: mark it anew")
        t.line("b")
        t.expect("Question 1 of 2")
        t.expect("a: mark it anew")
        t.line("a")
        t.expect("Enter: the grade")
        t.line("1 3 m1")
        t.expect("m1 [yes]")
        t.expect("Enter: the grade")
        t.line()
        t.expect("Enter takes 2 adequate")
        t.line()
        t.expect("Graded 2 adequate; what it was before stays on record.")
        t.expect("Before: 0 nothing usable")
        t.line("q")
        assert t.status() == 0
    with w.screen("review", "1") as s:
        s.press(ENTER, "b", "a", "1", "3", "\x1b[B", " ", ENTER, ENTER, "q")
        assert s.status() == 0
    strip = ("rated_at", "at_ms", "wall_us", "id", "number", "started_at", "written_at", "seq")
    for a, b in zip(ratings(v), ratings(w)):
        assert {k: x for k, x in a.items() if k not in strip} == {k: x for k, x in b.items() if k not in strip}, (a, b)
    assert len(ratings(v)) == len(ratings(w)) == 2
    v.close()
    w.close()


@case
def a_wide_screen_shows_the_own_answer_beside_the_strong_one():
    v = reviewed()
    with v.screen("review", rows=30, columns=120) as s:
        row = next(line for line in s.text().split("\n") if "This question" in line)
        assert "A strong answer" in row, s.text()
        assert any("What does" in line and "number of elements" in line or "Graded" in line and "number" in line
                   for line in s.text().split("\n")), s.text()
        s.press(ENTER, ENTER)
        assert s.status() == 0
    v.close()


@case
def what_was_not_answered_cannot_be_marked():
    v = Viva()
    v.env["VIVA_BANK"] = str(SMALL)
    with v.clocked("solo", "--blueprint", "b5", "--seed", "3") as c:
        c.tell("", "q")
        c.finish()
    assert v.run("finish").status == 0
    with v.screen("review") as s:
        s.press("a")
        assert "nothing to mark" in s.words(), s.text()
        s.press("q")
        assert s.status() == 0
    v.close()


main()
