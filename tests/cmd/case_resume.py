"""Nothing accepted is ever lost: sessions killed at random moments and resumed."""
import os
import random
import re
import signal

from cases import case, main
from viva import START_S, Viva, reply

KILLS = 1000 if os.environ.get("VIVA_SOAK") else 20


def kill_in_the_middle(c, rng):
    """Sends a line and kills at once: its effect may or may not have happened."""
    try:
        c.process.stdin.write((reply(c.out) + "\n").encode())
        c.process.stdin.flush()
    except BrokenPipeError:
        pass
    for _ in range(rng.randrange(20_000)):
        pass
    c.kill()
    c.__exit__()


def stormy_session(v, rng, number, kills):
    """One session with up to `kills` kills; returns the kills made and the notes that were acknowledged."""
    notes, made = [], 0
    c = v.clocked("solo", "--blueprint", "b45", "--seed", number, start_s=START_S + number)
    c.sync()
    while c.process.poll() is None:
        begun = "Question" in c.out
        if begun and rng.random() < 0.15:
            text = f"note {number}.{len(notes)}"
            if "Your note is saved" in c.tell("n", text, "."):
                notes.append(text)
        elif begun and made < kills and rng.random() < 0.4:
            kill_in_the_middle(c, rng)
            made += 1
            ended = v.run("history", "--json").json()["sessions"][number - 1]["state"] == "ended"
            if ended:
                return made, notes
            c = v.clocked("resume")
            c.sync()
        else:
            c.tell(reply(c.out))
    assert c.finish() == 0, (c.err, c.out[-1000:])
    c.__exit__()
    assert (v.work / f"viva-session-{number}.pdf").exists()
    return made, notes


@case
def sessions_killed_at_random_moments_end_with_every_accepted_input():
    v = Viva()
    rng = random.Random(20260308)
    kills, expected = 0, []
    while kills < KILLS:
        made, notes = stormy_session(v, rng, len(expected) + 1, KILLS - kills)
        kills += made
        expected.append(notes)
    assert v.run("db", "check").status == 0
    sessions = v.export()["sessions"]
    assert len(sessions) == len(expected)
    for session, notes in zip(sessions, expected):
        texts = [n["text"] for item in session["items"] for n in item["notes"]]
        assert [t for t in texts if t in notes] == notes, (texts, notes)
        assert all(len(item["ratings"]) == 1 for item in session["items"]), session["items"]
        assert all(item["prediction"] == 3 for item in session["items"])
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
    assert [i["state"] for i in items[2:]] == ["not-asked"] * 4, [i["state"] for i in items]
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
