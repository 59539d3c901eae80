"""Whole solo sessions through the real binary: by pipe, at a terminal, against a scripted clock."""
import os
import re
import signal
import time

from cases import case, main
from viva import Viva


def whole_session(v, *args):
    with v.clocked("solo", *args) as c:
        said = c.walk()
        count = int(re.search(r"Question 1 of (\d+)", said).group(1))
        return c.finish(), said, count


@case
def a_seeded_practice_session_runs_to_its_report():
    v = Viva()
    status, said, count = whole_session(v, "--blueprint", "b30", "--seed", "7")
    assert status == 0, said
    assert count == 6
    assert f"You answered {count} of {count} questions" in said, said[-2000:]
    assert (v.work / "viva-session-1.pdf").read_bytes().startswith(b"%PDF-")
    history = v.run("history", "--json").json()["sessions"]
    assert [s["state"] for s in history] == ["ended"], history
    assert history[0]["rated"] == count
    v.close()


@case
def the_same_seed_and_script_give_the_same_records_and_the_same_pdf():
    results = []
    for _ in range(2):
        v = Viva()
        whole_session(v, "--blueprint", "b30", "--seed", "7", "--as", "Sample")
        results.append((v.run("export", "--json").out, (v.work / "viva-session-1.pdf").read_bytes()))
        v.close()
    assert results[0] == results[1]


@case
def nothing_of_the_key_is_shown_before_the_prediction():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        while "Which grade will this answer get" not in c.out:
            c.tell("")
        shown = c.out
    export = v.export()
    first = export["sessions"][0]["items"][0]["id"]
    key = v.run("bank", "show", first, "--json").json()
    for point in key["key_points"]:
        assert point["text"] not in re.sub(r"\s+", " ", shown), point
    assert key["answer"][:60] not in shown
    v.close()


@case
def read_think_and_answer_are_timed_apart_and_over_is_measured():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.pass_ms(10_000)
        c.tell("")                      # read for 10 s
        c.pass_ms(20_000)
        c.tell("")                      # thought for 20 s
        said = c.pass_ms(400_000)       # far over the limit
        assert "The limit is reached" in said, said
        c.tell("")
        c.tell("q")
        assert c.finish() == 3
    item = v.export()["sessions"][0]["items"][0]
    assert (item["read_ms"], item["think_ms"], item["answer_ms"]) == (10_000, 20_000, 400_000), item
    assert item["over_ms"] == 430_000 - item["limit_ms"], item
    v.close()


@case
def a_pause_and_an_extension_change_no_answer_time():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        c.pass_ms(5_000)
        assert "Paused" in c.tell("p")
        c.pass_ms(60_000)
        assert "Going on" in c.tell("p")
        c.tell("e")
        c.pass_ms(5_000)
        c.tell("")
        c.tell("q")
        c.finish()
    item = v.export()["sessions"][0]["items"][0]
    assert item["answer_ms"] == 10_000, item
    assert item["pause_ms"] == 60_000, item
    assert item["extended_ms"] == 60_000, item
    v.close()


@case
def a_suspend_stops_the_clock_and_asks():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        c.pass_ms(5_000)
        said = c.suspend(3 * 24 * 3600 * 1000)
        assert "4320:00 passed unseen" in said, said
        assert "does not count" in c.tell("")
        c.pass_ms(5_000)
        c.tell("")
        c.tell("q")
        c.finish()
    assert v.export()["sessions"][0]["items"][0]["answer_ms"] == 10_000
    v.close()


@case
def a_suspend_in_the_middle_of_a_text_takes_no_line_of_it():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        c.tell("w", "one")
        assert "does not count" in c.suspend(60_000)
        c.tell("two", ".", "q")
        c.finish()
    item = v.export()["sessions"][0]["items"][0]
    assert [n["text"] for n in item["notes"]] == ["one\ntwo"], item["notes"]
    assert item["answer_ms"] == 0, item
    v.close()


@case
def setting_the_wall_clock_changes_no_time():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        os.write(c.clock, b"wall -3600000\n")
        c.pass_ms(7_000)
        c.tell("")
        c.tell("q")
        c.finish()
    assert v.export()["sessions"][0]["items"][0]["answer_ms"] == 7_000
    v.close()


@case
def milestones_are_said_once_and_the_time_on_request():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        for _ in range(500):
            c.pass_ms(1_000)
        assert "Over by" in c.tell("t")
        for words in ("Half the time", "1:00 left", "0:30 left", "0:10 left", "The limit is reached"):
            assert c.out.count(words) == 1, (words, c.out.count(words))
    v.close()


@case
def a_hidden_clock_shows_no_time_and_records_it():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7", "--hide-clock") as c:
        c.tell("")
        c.tell("", "")
        for _ in range(40):
            c.pass_ms(10_000)
        c.tell("t", "e")
        assert not re.search(r"\d:\d\d (left|minutes|of)|limit is now|limit is reached", c.out), c.out
        c.tell("")
        c.tell("q")
        c.finish()
    assert v.export()["sessions"][0]["items"][0]["answer_ms"] == 400_000
    v.close()


@case
def a_strict_limit_ends_the_answer_and_leads_to_the_prediction():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7", "--strict") as c:
        c.tell("")
        c.tell("", "")
        assert "strict" in c.tell("p")
        said = c.pass_ms(3_600_000)
        assert "Which grade will this answer get" in said, said
        c.tell("2")
        c.tell("q")
        c.finish()
    item = v.export()["sessions"][0]["items"][0]
    assert item["over_ms"] == 0 and item["answer_ms"] == item["limit_ms"], item
    assert item["prediction"] == 2 and not item["ratings"], item
    v.close()


@case
def extra_time_widens_every_limit():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7", "--extra-time", "1.5") as c:
        c.tell("", "q")
        c.finish()
    items = v.export()["sessions"][0]["items"]
    minutes = {i["id"]: i["minutes"] for i in v.run("bank", "list", "--json").json()["items"]}
    for item in items:
        assert item["limit_ms"] == minutes[item["id"]] * 90_000, item
    v.close()


@case
def a_pass_is_no_answer_and_grade_0():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        said = c.tell("s")
        assert "No answer: recorded" in said and "A strong answer" in said, said
        c.tell("q")
        c.finish()
    rating = v.export()["sessions"][0]["items"][0]["ratings"][0]
    assert rating["no_answer"] is True and rating["grade"] == 0, rating
    v.close()


@case
def marks_propose_a_grade_and_enter_takes_it():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        while "Which grade will this answer get" not in c.out:
            c.tell("")
        c.tell("4", "")
        said = c.tell("1 2~")
        assert "[yes]" in said and "[partly]" in said, said
        c.tell("", "", "q")
        c.finish()
    session = v.export()["sessions"][0]
    item = session["items"][0]
    rating = item["ratings"][0]
    assert rating["ticks"]["k1"] == "yes" and rating["ticks"]["k2"] == "partly", rating
    assert rating["grade"] == rating["proposed"], rating
    assert item["prediction"] == 4
    v.close()


@case
def notes_and_answers_are_kept_whole_and_keys_inside_them_are_text():
    v = Viva()
    text = ["q", "s", "Nguyễn Łukasz Ωmega Иван", "x" * 70_000, "  leading blanks"]
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        c.tell("w", *text, ".")
        c.tell("n", "a note", ".")
        c.tell("q")
        c.finish()
    notes = v.export()["sessions"][0]["items"][0]["notes"]
    assert [n["text"] for n in notes] == ["\n".join(text), "a note"], [n["text"][:50] for n in notes]
    v.close()


@case
def undo_takes_back_a_grade_and_reaches_no_further_than_the_reveal():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        while "Which grade will this answer get" not in c.out:
            c.tell("")
        c.tell("3", "", "", "4")
        assert "Taken back: the grade" in c.tell("u")
        c.tell("1")
        for _ in range(8):
            said = c.tell("u")
        assert "Nothing to take back" in said, said
        c.tell("q")
        c.finish()
    item = v.export()["sessions"][0]["items"][0]
    assert item["prediction"] == 3, item
    v.close()


@case
def live_mode_reviews_at_the_end():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7", "--live") as c:
        c.tell("")
        for i in range(6):
            for _ in range(6):
                if c.out.count("That stands") == i + 1:
                    break
                c.tell("3" if c.out.rstrip().endswith("4 strong") else "")
            assert "A strong answer" not in c.out, c.out[-500:]
            c.tell("")
        for i in range(6):
            assert c.out.count("A strong answer") == i + 1, c.out[-800:]
            c.tell("", "", "", "")
        assert c.finish() == 0, c.out[-800:]
    items = v.export()["sessions"][0]["items"]
    assert all(len(i["ratings"]) == 1 and i["prediction"] == 3 for i in items), items
    v.close()


@case
def a_swap_keeps_the_form_admissible_and_records_the_known_item():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        said = c.tell("x")
        assert "Known: it is put aside" in said or "No other question keeps this form balanced" in said, said
        c.tell("q")
        c.finish()
        swapped = "Known: it is put aside" in c.out
    session = v.export()["sessions"][0]
    assert any(e["kind"] == "swap" for e in session["events"]) == swapped
    v.close()


@case
def a_session_at_a_terminal_prints_no_escape_and_no_redraw():
    v = Viva()
    with v.terminal("solo", "--blueprint", "b30", "--seed", "7", columns=60) as t:
        seen = t.expect("Enter: begin")
        t.line()
        seen += t.expect("Read. Enter")
        t.line("s")
        seen += t.expect("Enter: the key points")
        t.line("q")
        assert t.status() == 3
        assert "\x1b" not in seen
        assert all(len(line) <= 62 for line in seen.split("\r\n")), [l for l in seen.split("\r\n") if len(l) > 62]
    v.close()


@case
def leaving_at_the_opening_stores_nothing():
    v = Viva()
    result = v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["q"])
    assert result.status == 0 and "Nothing was begun" in result.out
    assert v.run("history", "--json").json()["sessions"] == []
    v.close()


@case
def the_opening_names_the_candidate_and_how_to_change_it():
    v = Viva()
    result = v.run("solo", "--blueprint", "b30", "--as", "  Nguyễn Thị Hằng ", lines=["q"])
    assert "Nguyễn Thị Hằng\n" in result.out, result.out
    v.close()


@case
def a_drill_asks_only_what_was_wanted():
    v = Viva()
    result = v.run("draw", "--items", "2", "--topic", "data", "--seed", "3", "--json")
    assert result.status == 0, result.err
    items = result.json()["items"]
    assert len(items) == 2 and {i["topic"] for i in items} == {"data"}, items
    assert v.run("solo", "--items", "2", "--blueprint", "b30").status == 2
    v.close()


@case
def a_mark_said_twice_stays_as_it_was_said():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        while "Which grade will this answer get" not in c.out:
            c.tell("")
        c.tell("3", "", "1 m1")
        said = c.tell("1 2 m1")
        assert " 1 [yes]" in said and " 2 [yes]" in said and " m1 [yes]" in said, said
        said = c.tell("1- m1-")
        assert " 1 [no]" in said and " m1 [no]" in said, said
        c.tell("q")
        c.finish()
    v.close()


@case
def a_signal_or_the_end_of_input_at_the_opening_says_that_nothing_is_stored():
    v = Viva()
    for end, status in ((lambda t: t.child.kill(signal.SIGINT), 130), (lambda t: t.child.sendeof(), 0)):
        with v.terminal("solo", "--blueprint", "b30") as t:
            t.expect("the clock starts.\r\n> ")
            end(t)
            t.expect("\r\nNothing was begun, nothing is stored.\r\n")
            assert t.status() == status
    v.close()


@case
def coming_back_after_a_stop_says_where_it_stands():
    v = Viva()
    with v.terminal("solo", "--blueprint", "b30", "--seed", "7") as t:
        t.expect("Enter: begin")
        t.line()
        t.expect("Read. Enter: I have read it.")
        for keys, words in (([], "Welcome back. Paused; Enter or p: go on."),
                            (["p", "w"], "Welcome back, the clock goes on. Write on; a line with a single . ends it.")):
            for key in keys:
                t.line(key)
            if keys:
                t.expect("Write your answer")
            t.child.kill(signal.SIGTSTP)
            t.expect("Paused. Enter or p: go on.")
            t.child.kill(signal.SIGCONT)
            t.expect(words)
        t.line("some words")
        t.line(".")
        t.expect("Your answer is saved.")
        t.line("q")
        assert t.status() == 3
    v.close()


@case
def an_answer_is_refused_before_it_is_typed_not_after():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("", "", "", "p")
        said = c.tell("w")
        assert "Paused. Enter or p: go on." in said and "Write" not in said, said
        c.tell("p", "w", "my answer", ".")
        while "Which grade will this answer get" not in c.out:
            c.tell("")
        c.tell("3", "")
        said = c.tell("w")
        assert "Not now" in said and "Write" not in said, said
        c.tell("q")
        c.finish()
    assert [n["text"] for n in v.export()["sessions"][0]["items"][0]["notes"]] == ["my answer"]
    v.close()


@case
def an_answer_left_by_a_stop_and_a_kill_is_kept():
    v = Viva()
    with v.terminal("solo", "--blueprint", "b30", "--seed", "7") as t:
        t.expect("Enter: begin")
        for key, words in (("", "I have read it"), ("w", "Write your answer")):
            t.line(key)
            t.expect(words)
        t.line("words before the stop")
        t.line("more words")
        while b"more words" not in b"".join(p.read_bytes() for p in v.home.rglob("*.typing")):
            time.sleep(0.01)
        t.child.kill(signal.SIGTSTP)
        t.expect("Paused. Enter or p: go on.")
        t.child.kill(signal.SIGKILL)
        t.child.wait()
    result = v.run("resume", lines=["q"])
    assert "kept as a note" in result.out, result.out
    assert [n["text"] for n in v.export()["sessions"][0]["items"][0]["notes"]] == ["words before the stop\nmore words"]
    v.close()


main()
