"""What may happen to a full screen: kills, resizes, pastes, stops, closed and stalled terminals, $EDITOR.

VIVA_SOAK=1 makes the long versions of these.
"""
import os
import random
import signal
import time

from cases import case, main
from viva import START_S, Viva

SOAK = "VIVA_SOAK" in os.environ
KILLS = 500 if SOAK else 10
RESIZES = 3000 if SOAK else 60
PASTES = 50 if SOAK else 1       # of each kind
SECONDS = 900 if SOAK else 300
B30 = ("--blueprint", "b30", "--seed", "7")
ENTER, ALT_ENTER, MENU = "\r", "\x1b\r", "\x18"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
WORDS = "gradient Łukasz données переобучение 学習率 ειδικά null hypothesis bias".split()


def answer_field(s):
    """The rows of the text being written."""
    rows = s.text().split("\n")
    top = next(i for i, row in enumerate(rows) if row.startswith("-- Your answer"))
    return "\n".join(rows[top + 1:s.size[0] - 3]).rstrip()


def holds(recovered, painted, extra):
    """All that was painted, perhaps with a beginning of `extra` where the cursor stood; lines may break elsewhere."""
    now, before = "".join(recovered.split()), "".join(painted.split())
    return any(now[at:at + n] == extra[:n] and (now[:at] + now[at + n:]).startswith(before)
               for n in range(len(extra) + 1) for at in range(len(before) + 1))


def notes(v):
    return [n["text"] for n in v.export()["sessions"][-1]["items"][0]["notes"]]


def wait_until(true):
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline, "nothing happened for 30 s"
        time.sleep(0.005)


@case
def a_kill_before_the_first_letter_comes_back_to_the_question():
    v = Viva()
    for kill, keys in enumerate(("", "x\x7f")):
        with v.screen("solo" if kill == 0 else "resume", *(B30 if kill == 0 else ()), start_s=START_S + 100 * kill) as s:
            s.press(*(ENTER, "w") if kill == 0 else ("n", "w"))
            s.press(*keys)
            assert answer_field(s) == "", s.text()
            s.kill()
    with v.screen("resume", start_s=START_S + 200) as s:
        assert "Shall it count?" in s.text() and "-- Your answer" not in s.text(), s.text()
        s.press("n", "w", "words")
        assert answer_field(s) == "words", s.text()
        s.press(MENU, "q")
        assert s.status() == 3
    assert notes(v) == ["words"], notes(v)
    v.close()


@case
def what_was_painted_is_recovered_after_a_kill():
    rng = random.Random(20260308)
    v = Viva()
    painted = ""
    s = v.screen("solo", *B30)
    s.press(ENTER, "w")
    for kill in range(KILLS):
        for _ in range(rng.randrange(1, 5)):
            key = rng.choice([rng.choice(WORDS) + " "] * 8 + ["\x7f", "\x17", "\x1b[D", "\x1f"])
            s.press(key)
            painted = answer_field(s)
        extra = ""
        if rng.random() < 0.5:          # one more, killed while it may be on its way
            extra = rng.choice(WORDS)
            os.write(s.master, extra.encode())
            for _ in range(rng.randrange(20_000)):
                pass
        s.kill()
        painted = answer_field(s) if "-- Your answer" in s.text() else painted
        s.__exit__()
        s = v.screen("resume", start_s=START_S + 10 * (kill + 1))
        recovered = answer_field(s) if "-- Your answer" in s.text() else ""
        assert holds(recovered, painted, extra), (kill, painted, extra, recovered)
        painted = recovered
        if len(painted) > 600:          # begin anew: the field shows it all
            s.press(ALT_ENTER, "u", "w")
            painted = ""
        if "Shall it count?" in s.text():       # nothing was written, so that it can be asked
            s.press("n")
        if "-- Your answer" not in s.text():
            s.press("w")
    s.press(MENU, "q")
    assert s.status() == 3
    s.__exit__()
    assert v.run("db", "check").status == 0
    v.close()


@case
def resizes_while_typing_lose_nothing_and_end_in_the_same_picture():
    rng = random.Random(5)
    v = Viva()
    typed = ""
    with v.screen("solo", *B30) as s:
        s.press(ENTER, ENTER, ENTER, "w")
        for i in range(RESIZES):
            s.resize(rng.randrange(1, 61), rng.randrange(1, 201))
            if i % 3 == 0:
                word = rng.choice(WORDS) + " "
                typed += word
                s.press(word)
        s.resize(24, 80)
        last = s.text()
        s.press("\x0c")                 # painted anew
        assert s.text() == last
        s.press(MENU, "q")
        assert s.status() == 3
    assert notes(v) == [typed.replace("  ", " ")] or notes(v) == [typed], (notes(v), typed)
    v.close()


@case
def a_paste_of_64_KiB_is_kept_byte_for_byte():
    rng = random.Random(11)
    for marked in [True, False] * PASTES:
        v = Viva()
        lines = []
        while sum(len(line.encode()) + 1 for line in lines) < 65_536:
            lines.append(" ".join(rng.choice(WORDS) for _ in range(12)))
        text = "\n".join(lines)
        with v.screen("solo", *B30) as s:
            s.press(ENTER, ENTER, ENTER, "w")
            # A terminal sends what is on the clipboard with carriage returns.
            data = text.replace("\n", "\r")
            s.press(PASTE + data + PASTED if marked else data)
            s.pass_ms(100)
            s.press(ALT_ENTER)
            assert "Your answer is saved." in s.text(), s.text()
            s.press("q")
            assert s.status() == 3
        assert notes(v) == [text], (marked, len(notes(v)[0]), len(text))
        v.close()


@case
def control_characters_in_a_paste_press_no_key():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, "w", PASTE + "one\x18q\x03\x1a two" + PASTED)
        assert "two" in s.text() and s.process.poll() is None, s.text()
        s.press(ALT_ENTER, PASTE + "qqq" + PASTED)
        assert "w begins an answer" in s.text() and s.process.poll() is None, s.text()
        s.press("q")
        assert s.status() == 3
    v.close()


@case
def a_closed_terminal_saves_all_and_exits_with_129():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, ENTER, ENTER, "w", "before the line went dead")
        began = time.monotonic()
        s.hang_up()
        assert s.status() == 129
        took = time.monotonic() - began
        assert took < 10, took
    assert notes(v) == ["before the line went dead"]
    v.close()


@case
def signals_save_leave_and_give_the_terminal_back():
    for number, status in ((signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 3)):
        v = Viva()
        with v.screen("solo", *B30) as s:
            s.press(ENTER, "w", "some words")
            s.process.send_signal(number)
            assert s.status() == status, (number, s.process.returncode)
            assert s.modes() == s.modes_before, number
            assert b"\x1b[?1049l" in s.raw and b"\x1b[?2004l" in s.raw, number
        assert notes(v) == ["some words"], number
        v.close()


@case
def a_crash_gives_the_terminal_back():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        s.process.send_signal(signal.SIGABRT)
        assert s.status() == -signal.SIGABRT
        assert s.modes() == s.modes_before
        assert b"\x1b[?1049l" in s.raw
    v.close()


@case
def a_stop_pauses_and_gives_the_terminal_back_until_it_goes_on():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, ENTER)
        for _ in range(50 if SOAK else 3):
            before = s.text()
            s.process.send_signal(signal.SIGTSTP)
            wait_until(lambda: open(f"/proc/{s.process.pid}/stat").read().split()[2] == "T")
            assert s.modes() == s.modes_before
            s.process.send_signal(signal.SIGCONT)
            s.sync()
            assert "PAUSED" in s.text(), s.text()
            assert s.modes() != s.modes_before
            s.press(ENTER)
            assert s.text().replace("Going on.", "").split() == before.replace("Going on.", "").split(), (before, s.text())
        s.press("q")
        s.status()
        assert s.modes() == s.modes_before
    v.close()


@case
def control_z_where_no_shell_waits_goes_on_at_once():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER, "\x1a")
        assert "PAUSED" in s.text(), s.text()
        s.press(ENTER)
        assert "LEFT" in s.text(), s.text()
    v.close()


@case
def a_terminal_that_is_not_read_stops_nothing():
    v = Viva()
    with v.screen("solo", *B30, rows=60, columns=200) as s:
        s.press(ENTER, ENTER, ENTER, "w")
        typed = 0
        for _ in range(300):            # nobody reads what is painted
            os.write(s.master, b"word ")
            os.write(s.clock, b"+1000\n")
            typed += 5
            time.sleep(0.001)
        files = list(v.home.rglob("*.typing"))
        wait_until(lambda: files[0].stat().st_size >= 2048 + typed)     # all is journalled though nothing is shown
        s.pass_ms(1000)
        s.pass_ms(1000)
        assert "OVER +01:0" in s.text() or "OVER" in s.text(), s.text()
        s.press(MENU, "q")
        assert s.status() == 3
    assert notes(v) == ["word " * 300], len(notes(v)[0])
    v.close()


def editor_script(v, body):
    path = v.home / "my-editor"
    path.write_text("#!/bin/sh\n" + body)
    path.chmod(0o755)
    return str(path)


def wait_for(s, words):
    deadline = time.monotonic() + 30
    while words not in s.words() and time.monotonic() < deadline:
        s.sync()
    assert words in s.words(), s.text()


@case
def the_own_editor_gets_the_text_and_the_clock_rests_meanwhile():
    v = Viva()
    go = v.home / "go"
    script = editor_script(v, f'while [ ! -e {go} ]; do sleep 0.02; done; echo "and more" >>"$1"; stat -c %a "$1" >{v.home}/mode\n'
                           f"cat /proc/self/status | grep SigBlk >{v.home}/blocked; stty -a >{v.home}/modes\n")
    with v.screen("solo", *B30, EDITOR=script) as s:
        s.press(ENTER, ENTER, ENTER, "w", "first line")
        os.write(s.master, b"\x18e")
        s.pass_ms(60_000)
        go.touch()
        wait_for(s, "and more")
        assert "LEFT 04:00" in s.text(), s.text()
        s.press(ALT_ENTER, "q")
        assert s.status() == 3
        assert s.modes() == s.modes_before
    assert notes(v) == ["first line\nand more"], notes(v)
    assert (v.home / "mode").read_text().strip() == "600"
    assert int((v.home / "blocked").read_text().split()[1], 16) == 0
    assert " icanon" in (v.home / "modes").read_text()
    assert not list(v.home.rglob("session-*.text-*"))
    item = v.export()["sessions"][0]["items"][0]
    assert item["pause_ms"] == 60_000 and item["answer_ms"] == 0, item
    v.close()


@case
def an_editor_that_fails_leaves_the_text_as_it_was():
    v = Viva()
    for command, words in (("false", "status 1"), ("/no/such/editor", "status 127"), ("sh -c 'kill -9 $$'", "status 137")):
        with v.screen("solo", *B30, start_s=START_S + len(command), EDITOR=command) as s:
            s.press(ENTER, "w", "kept")
            os.write(s.master, b"\x18e")
            wait_for(s, words)
            assert "kept" in s.text(), s.text()
            assert "LEFT" in s.text(), s.text()
            s.press(ALT_ENTER, "q")
            assert s.status() == 3
        assert notes(v) == ["kept"], notes(v)
    with v.screen("solo", *B30, start_s=START_S + 500) as s:
        s.press(ENTER, "w", MENU, "e")
        assert "Set EDITOR" in s.words(), s.text()
    v.close()


@case
def a_hangup_while_the_own_editor_runs_keeps_what_it_saved():
    v = Viva()
    script = editor_script(v, f'echo "saved there" >"$1"; touch {v.home}/there; sleep 60\n')
    with v.screen("solo", *B30, EDITOR=script) as s:
        s.press(ENTER, "w", "first")
        os.write(s.master, b"\x18e")
        wait_until((v.home / "there").exists)
        s.process.send_signal(signal.SIGHUP)
        assert s.status() == 129
    assert notes(v) == ["saved there"], notes(v)
    v.close()


@case
def minutes_pass_second_by_second_without_a_wrong_frame():
    v = Viva()
    began = time.monotonic()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        for second in range(1, SECONDS + 1):
            s.pass_ms(1000)
            left = 240 - second
            clock = f"LEFT {left // 60:02}:{left % 60:02} of" if left >= 0 else f"OVER +{-left // 60:02}:{-left % 60:02} of"
            assert clock in s.model.display[0], (second, s.text())
            assert s.model.display[1].count("#") == max(0, left * 1000 // 240) * 80 // 1000, (second, s.text())
    took = time.monotonic() - began
    print(f"{SECONDS} seconds of a session took {took:.1f} s")
    v.close()


@case
def a_tick_of_the_clock_costs_few_bytes_and_erases_nothing():
    v = Viva()
    with v.screen("solo", *B30) as s:
        s.press(ENTER)
        s.pass_ms(1000)
        before = len(s.raw)
        for _ in range(100):
            s.pass_ms(1000)
        sent = s.raw[before:]
        assert len(sent) <= 40 * 100, len(sent)
        assert b"\x1b[2J" not in sent and b"\x1b[J" not in sent
    v.close()


main()
