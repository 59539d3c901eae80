"""Solo sessions on the full screen, at a pty with a scripted clock."""
import os
import re
import signal
import time

from cases import case, main
from viva import ROOT, START_S, Viva

SMALL = ROOT / "tests/golden/small-bank.xml"
B30 = ("--blueprint", "b30", "--seed", "7")
ENTER, ALT_ENTER, MENU = "\r", "\x1b\r", "\x18"
DOWN, PAGE_DOWN = "\x1b[B", "\x1b[6~"


def small(v):
    v.env["VIVA_BANK"] = str(SMALL)
    return "solo", "--blueprint", "b5", "--seed", "3"


def answer_until(s, words, most=12):
    """Enter by Enter, until the screen shows `words`."""
    for _ in range(most):
        if words in s.words():
            return
        s.press(ENTER)
    raise AssertionError(f"no {words!r} on\n{s.text()}")


def clock(s):
    """The clock in the title: its word and its seconds."""
    word, minutes, seconds = re.search(r"(LEFT|OVER \+|PAUSED|USED) ?(\d+):(\d\d)", s.text()).groups()
    return word, int(minutes) * 60 + int(seconds)


@case
def a_practice_session_runs_to_its_report():
    v = Viva()
    with v.screen(*small(v)) as s:
        assert "A mock interview, alone" in s.text()
        s.press(ENTER)
        for number in (1, 2):
            assert f"Question {number} of 2" in s.text(), s.text()
            answer_until(s, "Which grade will this answer get")
            s.press("3")
            assert "A strong answer" in s.text(), s.text()
            answer_until(s, "Enter takes")
            s.press("2")
            assert "Graded 2 adequate" in s.text(), s.text()
            s.press(ENTER)
        assert "You answered 2 of 2 questions, 2 of them within the limit; mean grade 2.0 of 4" in s.words(), s.text()
        s.press(ENTER)
        assert s.status() == 0
        assert "Report: " in s.words() and "viva-session-1.pdf" in s.words(), s.text()
        assert s.modes() == s.modes_before
    assert (v.work / "viva-session-1.pdf").read_bytes().startswith(b"%PDF-")
    session = v.export()["sessions"][0]
    assert [i["prediction"] for i in session["items"]] == [3, 3]
    assert [i["ratings"][0]["grade"] for i in session["items"]] == [2, 2]
    v.close()


@case
def the_clock_counts_each_second_down_and_then_what_is_over():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        for second in range(1, 241):
            s.pass_ms(1000)
            assert clock(s) == ("LEFT", 240 - second), s.text()
        for second in range(1, 66):
            s.pass_ms(1000)
            assert clock(s) == ("OVER +", second), s.text()
    v.close()


@case
def what_time_does_by_itself_is_painted_at_its_moment():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        s.pass_ms(999)
        assert clock(s) == ("LEFT", 240), s.text()
        s.pass_ms(1)
        assert clock(s) == ("LEFT", 239), s.text()
        moments = {"Half the time: 2:00 left": 120, "Time: 1:00 left": 60, "Time: 0:30 left": 30, "Time: 0:10 left": 10,
                   "The limit is reached": 0}
        said = []
        for _ in range(250):
            s.pass_ms(1000)
            for words, seconds in moments.items():
                if words in s.words() and words not in said:
                    said.append(words)
                    assert clock(s)[1] == seconds, s.text()
        assert len(said) == 5, said
    v.close()


@case
def read_think_and_answer_are_timed_apart():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        for ms in (10_000, 20_000, 70_000):
            s.pass_ms(ms)
            s.press(ENTER)
        s.press("q")
        assert s.status() == 3
    item = v.export()["sessions"][0]["items"][0]
    assert (item["read_ms"], item["think_ms"], item["answer_ms"]) == (10_000, 20_000, 70_000), item
    v.close()


@case
def pause_extension_flag_and_pass_do_what_their_keys_say():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        s.pass_ms(5_000)
        s.press("p")
        assert clock(s) == ("PAUSED", 235), s.text()
        s.pass_ms(60_000)
        assert clock(s) == ("PAUSED", 235), s.text()
        s.press(ENTER)
        assert clock(s) == ("LEFT", 235), s.text()
        s.press("e")
        assert clock(s) == ("LEFT", 295) and "60 seconds more" in s.text(), s.text()
        s.press("f")
        assert "FLAGGED" in s.text(), s.text()
        s.press("u")
        assert "Taken back: the flag." in s.text() and "FLAGGED" not in s.text(), s.text()
        s.press("s")
        assert "No answer: recorded." in s.text(), s.text()
        s.press("q")
        s.status()
    item = v.export()["sessions"][0]["items"][0]
    assert item["pause_ms"] == 60_000 and item["extended_ms"] == 60_000, item
    assert item["ratings"][0]["no_answer"] and not item["flagged"], item
    v.close()


@case
def a_written_answer_and_a_note_are_saved_and_keys_in_them_are_text():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, ENTER, ENTER)
        s.press("w", "qsp Łukasz Ωmega Иван", ENTER, "second line")
        assert "second line" in s.text() and "Your answer" in s.text(), s.text()
        s.press(ALT_ENTER)
        assert "Your answer is saved." in s.text(), s.text()
        s.press("n", "a note", MENU, "s")
        assert "Your note is saved." in s.text(), s.text()
        s.press("q")
        s.status()
    notes = v.export()["sessions"][0]["items"][0]["notes"]
    assert [n["text"] for n in notes] == ["qsp Łukasz Ωmega Иван\nsecond line", "a note"], notes
    v.close()


@case
def leaving_in_the_middle_of_a_text_saves_it():
    for keys, status in ((["q"], 3), ([MENU, "q"], 3), (["\x03", "\x03"], 130), (["\x1c"], 3)):
        v = Viva()
        with v.screen("solo", *B30) as s:
            s.press(ENTER, "w", "half a sen")
            s.press(*keys)
            if keys == ["q"]:           # a letter is text
                assert "half a senq" in s.text(), s.text()
                s.press(MENU, "q")
            assert s.status() == status
            assert "Saved as session 1" in s.text(), s.text()
            assert s.modes() == s.modes_before
        notes = v.export()["sessions"][0]["items"][0]["notes"]
        assert notes[0]["text"].startswith("half a sen"), notes
        v.close()


@case
def nothing_of_the_key_is_shown_before_the_prediction():
    v = Viva()
    with v.screen("solo", *B30, rows=60, columns=200) as s:
        s.press(ENTER)
        answer_until(s, "Which grade will this answer get")
        s.press("?", ENTER, "m", ENTER)
        shown = re.sub(r"\s+", " ", s.raw.decode())
        s.press("q")
        s.status()
    first = v.export()["sessions"][0]["items"][0]["id"]
    key = v.run("bank", "show", first, "--json").json()
    for point in key["key_points"]:
        assert point["text"][:30] not in shown, point
    assert key["answer"][:40] not in shown
    v.close()


@case
def marks_are_made_by_number_and_by_line_and_propose_a_grade():
    v = Viva()
    with v.screen(*small(v)) as s:
        s.press(ENTER)
        answer_until(s, "Which grade will this answer get")
        s.press("4", ENTER)
        assert "1 [no]" in s.text() and "propose 0" in s.text(), s.text()
        s.press("1", "2", "2", "3")
        assert "1 [yes]" in s.text() and "2 [partly]" in s.text() and "propose 3" in s.text(), s.text()
        s.press(DOWN, " ")
        assert "m1 [yes]" in s.text() and "propose 2" in s.text(), s.text()
        s.press(" ")
        s.press(ENTER)
        assert ">3 solid" in s.text(), s.text()
        s.press(ENTER, "q")
        s.status()
    rating = v.export()["sessions"][0]["items"][0]["ratings"][0]
    assert rating["ticks"] == {"k1": "yes", "k2": "partly", "k3": "yes"}, rating
    assert rating["grade"] == rating["proposed"] == 3 and rating["mistakes"] == [], rating
    v.close()


@case
def a_long_text_scrolls_and_says_where_it_stands():
    v = Viva()
    with v.screen("solo", *B30, rows=12, columns=40) as s:
        s.press(ENTER)
        seen = s.text()
        assert re.search(r"1-\d+ of (\d+), PgDn", seen), seen
        for _ in range(9):
            seen += s.press(PAGE_DOWN)
        assert "PgUp" in s.text(), s.text()
        s.press("q")
        s.status()
    first = v.export()["sessions"][0]["items"][0]["id"]
    stem = v.run("bank", "show", first, "--json").json()["stem"]
    for word in re.findall(r"\w+", stem):
        assert word in seen, (word, seen)
    v.close()


@case
def live_mode_shows_no_answer_before_the_last_question_is_answered():
    v = Viva()
    with v.screen(*small(v), "--live") as s:
        s.press(ENTER)
        for _ in range(2):
            answer_until(s, "Which grade will this answer get")
            assert b"A strong answer" not in s.raw
            s.press("3", ENTER)
        for _ in range(2):
            assert "A strong answer" in s.text(), s.text()
            s.press(ENTER, ENTER, ENTER, ENTER)
        assert "You answered 2 of 2" in s.words(), s.text()
        s.press(ENTER)
        assert s.status() == 0
    v.close()


@case
def a_strict_limit_ends_the_answer_and_saves_what_was_written():
    v = Viva()
    with v.screen(*small(v), "--strict") as s:
        s.press(ENTER, ENTER, ENTER, "w", "as far as I came")
        s.pass_ms(119_999)
        assert "Write your answer" in s.words(), s.text()
        s.pass_ms(1)
        assert "Which grade will this answer get" in s.words(), s.text()
        assert "as far as I came" in s.text() and "Your answer is saved." in s.text(), s.text()
        s.press("2", "q")
        s.status()
    item = v.export()["sessions"][0]["items"][0]
    assert item["over_ms"] == 0 and item["prediction"] == 2, item
    assert [n["text"] for n in item["notes"]] == ["as far as I came"], item
    v.close()


@case
def a_hidden_clock_shows_no_time_and_says_that_it_runs():
    v = Viva()
    with v.screen("solo", *B30, "--hide-clock") as s:
        s.press(ENTER, ENTER, ENTER)
        for _ in range(40):
            s.pass_ms(10_000)
            assert "RUNNING" in s.text() and not re.search(r"\d:\d\d", s.text()), s.text()
        s.press("p")
        assert "PAUSED" in s.text() and not re.search(r"\d:\d\d", s.text()), s.text()
    v.close()


@case
def a_suspend_asks_and_the_clock_stands_meanwhile():
    for key, seconds in (("y", 240 - 5 - 60), ("n", 235), (ENTER, 235)):
        v = Viva()
        with v.screen("solo", *B30) as s:
            s.press(ENTER)
            s.pass_ms(5_000)
            s.tell_clock("suspend 60000")
            assert "1:00 passed unseen" in s.words(), s.text()
            s.pass_ms(30_000)
            s.press("x")
            assert "1:00 passed unseen" in s.words(), s.text()
            s.press(key)
            assert clock(s) == ("LEFT", seconds), s.text()
        v.close()


@case
def a_swap_a_fact_and_the_map_show_themselves():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        s.press("x")
        assert "Known: it is put aside" in s.text() or "No other question" in s.text(), s.text()
        s.press("m")
        rows = [line for line in s.text().split("\n") if "to come" in line]
        assert len(rows) == 5 and "open, now" in s.text(), s.text()
        s.press("q")
        assert "open, now" not in s.text(), s.text()         # any key comes back, and does no more
        assert s.process.poll() is None
    v.close()


@case
def every_menu_entry_shows_its_letter_at_the_smallest_size():
    v = Viva()
    with v.screen("solo", *B30, rows=12, columns=40) as s:
        s.press(ENTER, MENU)
        for word in ("s save the text", "p pause", "+ 60 seconds more", "e your editor", "k pass", "h ask for a fact",
                     "f flag", "u undo", "x swap", "m map", "? help", "q save and leave"):
            assert word in s.text(), (word, s.text())
        s.press("\x1b")
        s.pass_ms(200)
        assert "save and leave" not in s.text(), s.text()
    v.close()


@case
def resume_shows_the_same_question_and_takes_up_the_text():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, ENTER, ENTER, "w", "the first half, ")
        s.kill()
    with v.screen("resume", start_s=START_S + 100) as s:
        assert "the first half," in s.text() and "recovered" in s.text(), s.text()
        s.press("and the second", ALT_ENTER)
        s.press("q")
        assert s.status() == 3
    notes = v.export()["sessions"][0]["items"][0]["notes"]
    assert [n["text"] for n in notes] == ["the first half, and the second"], notes
    v.close()


@case
def plain_lines_are_taken_where_they_are_asked_for_or_nothing_else_works():
    v = Viva()
    for args, env in ((["--plain"], {}), ([], {"VIVA_PLAIN": "1"}), ([], {"TERM": "dumb"}), ([], {"TERM": "no-such-terminal"}),
                      ([], {"TERM": ""})):
        with v.screen(*args, "solo", *B30, **env) as s:
            assert "Enter: begin" in s.words() and b"\x1b" not in s.raw, (args, env, s.raw)
            s.press("q\n")
            assert s.status() == 0, s.text()
    v.close()


@case
def without_colour_no_colour_is_sent():
    for env, colour in (({"NO_COLOR": "1"}, False), ({}, True), ({"TERM": "vt100"}, False)):
        v = Viva()
        with v.screen("solo", *B30, **env) as s:
            s.press(ENTER)
            s.pass_ms(235_000)
            s.press(ENTER, "?")
            assert bool(re.search(rb"\x1b\[(\d+;)*[34]\d(;\d+)*m", s.raw)) == colour, (env, s.raw)
        v.close()


main()
