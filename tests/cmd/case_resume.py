"""Nothing accepted is ever lost: sessions killed at random moments and resumed."""
import os
import random
import re

from cases import case, main
from viva import Viva

KILLS = int(os.environ.get("VIVA_KILLS", "20"))


def reply(screen):
    """What a person would type next, by the last thing the screen asks."""
    asks = [
        ("Enter: begin", ""),
        ("Enter: I have read it", ""),
        ("Enter: I begin to answer", ""),
        ("Enter: I am done", ""),
        ("Answer aloud. Enter: done", ""),
        ("Which grade will this answer get", "3"),
        ("Enter: mark your key points", ""),
        ("m1 a mistake made. Enter: the grade", ""),
        ("Enter takes", ""),
        ("Enter: go on.", ""),
        ("Enter: the next question", ""),
        ("Enter: the review", ""),
        ("Enter or p: go on", ""),
        ("Shall it count?", ""),
        ("Enter: the key points, and a note", ""),
    ]
    where, line = max((screen.rfind(ask), answer) for ask, answer in asks)
    assert where >= 0, screen[-500:]
    return line


@case
def a_session_killed_at_random_moments_ends_with_every_accepted_input():
    v = Viva()
    rng = random.Random(20260308)
    accepted_notes, kills, number = [], 0, 0
    screen = ""
    c = v.clocked("solo", "--blueprint", "b30", "--seed", "7")
    screen = c.sync()
    for turn in range(2000):
        if c.process.poll() is not None:
            break
        if rng.random() < 0.15 and "Question" in c.out and "Enter: begin" not in screen[-200:]:
            number += 1
            text = f"note number {number}"
            said = c.tell("n", text, ".")
            if "Your note is saved" in said:
                accepted_notes.append(text)
            screen += said
        if kills < KILLS and "Question 1 of" in c.out + screen and rng.random() < 0.35:
            # In the middle of things: the line is sent, its effect may or may not have happened.
            try:
                c.process.stdin.write((reply(screen) + "\n").encode())
                c.process.stdin.flush()
            except BrokenPipeError:
                pass
            for _ in range(rng.randrange(4000)):
                pass
            c.kill()
            c.__exit__()
            kills += 1
            c = v.clocked("resume")
            screen = c.sync()
            continue
        screen += c.tell(reply(screen))
    status = c.finish()
    assert kills == KILLS, kills
    assert status == 0, (status, c.err, c.out[-1000:])
    assert v.run("db", "check").status == 0
    session = v.export()["sessions"][0]
    texts = [n["text"] for item in session["items"] for n in item["notes"]]
    assert [t for t in texts if t in accepted_notes] == accepted_notes, (texts, accepted_notes)
    assert all(len(item["ratings"]) == 1 for item in session["items"]), session["items"]
    assert all(item["prediction"] == 3 for item in session["items"])
    assert (v.work / "viva-session-1.pdf").exists()
    v.close()


@case
def lines_of_an_unfinished_text_survive_a_kill():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        c.tell("w", "first line", "second line, Łukasz")
        c.kill()
    with v.clocked("resume") as c:
        said = c.sync()
        assert "recovered" in said, said
        c.tell("q")
        c.finish()
    notes = v.export()["sessions"][0]["items"][0]["notes"]
    assert [n["text"] for n in notes] == ["first line\nsecond line, Łukasz"], notes
    v.close()


@case
def the_clock_goes_on_from_the_last_heartbeat():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        c.tell("", "")
        for _ in range(30):
            c.pass_ms(1_000)
        c.kill()
    with v.clocked("resume") as c:
        os.write(c.clock, b"wall 600000\n")
        c.sync()
        c.pass_ms(10_000)
        c.tell("")
        c.tell("q")
        c.finish()
    answer_ms = v.export()["sessions"][0]["items"][0]["answer_ms"]
    assert 39_000 <= answer_ms <= 40_000, answer_ms
    v.close()


@case
def leaving_pauses_and_resume_shows_the_same_question():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        first = c.tell("")
        c.tell("q")
        assert c.finish() == 3
    with v.clocked("resume") as c:
        again = c.sync()
        assert "Paused" in again, again
        stem = re.search(r"Question 1 of 6.*?Read\. Enter", first, re.S).group(0).rsplit("\n", 2)[0]
        assert stem in again, (stem, again)
        c.tell("")
        c.tell("q")
        c.finish()
    v.close()


@case
def end_of_input_saves_and_exits_with_3():
    v = Viva()
    result = v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "", ""])
    assert result.status == 3, result.err
    assert "viva resume" in result.out
    assert v.run("db", "check").status == 0
    v.close()


@case
def a_closed_terminal_saves_and_exits_with_129():
    v = Viva()
    with v.terminal("solo", "--blueprint", "b30", "--seed", "7") as t:
        t.expect("Enter: begin")
        t.line()
        t.expect("Read. Enter")
        import signal
        t.child.kill(signal.SIGHUP)
        assert t.status() == 129
    assert v.run("history", "--json").json()["sessions"][0]["state"] == "paused"
    v.close()


@case
def an_interrupt_saves_and_exits_with_130():
    v = Viva()
    with v.terminal("solo", "--blueprint", "b30", "--seed", "7") as t:
        t.expect("Enter: begin")
        t.line()
        t.expect("Read. Enter")
        t.child.sendintr()
        assert t.status() == 130
    v.close()


@case
def a_second_viva_on_one_session_is_told_who_holds_it():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        result = v.run("resume")
        assert result.status == 4 and str(c.process.pid) in result.err, result.err
        c.tell("q")
        c.finish()
    v.close()


@case
def finish_ends_a_session_and_the_rest_is_not_asked():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "s", "", ""])
    assert v.run("finish").status == 0
    items = v.export()["sessions"][0]["items"]
    assert [i["state"] for i in items[2:]] == ["not asked"] * 4, [i["state"] for i in items]
    assert v.run("resume").status == 1
    v.close()


@case
def resume_needs_no_bank_file():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", ""])
    result = v.run("resume", "--bank", "/nowhere.xml", lines=["", "x"])
    assert result.status == 3 and "bank of this session is not at hand" in result.out, result.out + result.err
    v.close()


main()
