"""An interviewer's console on the full screen: what it shows, what its keys do, kills and resumes."""
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from screen import SECRETS, Events, Page, marked_bank                         # noqa: E402
from viva import PATIENCE_S, ROOT, START_S, Viva                        # noqa: E402

LEAD = ("lead", "--candidate", "Sample A", "--interviewer", "Sample Coach", "--seed", "3")
SMALL = (*LEAD, "--blueprint", "b5")
ENTER, ALT_ENTER, MENU, DOWN, PAGE_DOWN, TAB = "\r", "\x1b\r", "\x18", "\x1b[B", "\x1b[6~", "\t"
KILLS = 200 if "VIVA_SOAK" in os.environ else 5


def small(v):
    v.env["VIVA_BANK"] = str(ROOT / "tests/golden/small-bank.xml")
    return v


def until(said, s, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        got = what()
        if got:
            return got
        s.sync()
    raise AssertionError(f"no {said} on\n{s.text()}")


def another_address():
    """An address of this machine that is not loopback, as `viva lead --screen` would offer it, or None."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(("198.51.100.1", 9))      # sends nothing
            found = s.getsockname()[0]
        except OSError:
            return None
    return None if found.startswith("127.") else found


def to_phase(s, words, most=12):
    for _ in range(most):
        if words in s.words():
            return
        s.press(ENTER)
    raise AssertionError(f"no {words!r} on\n{s.text()}")


@case
def question_clock_key_and_status_stand_on_one_screen_at_80x24():
    v = small(Viva())
    with v.screen(*SMALL) as s:
        assert "An interview, led by Sample Coach" in s.text() and "Read aloud:" in s.text(), s.text()
        s.press(ENTER)
        for words in ("Question 1 of 2", "LEFT 02:00 of 02:00", "What does len(x) return", "Key points: for you alone",
                      "1 [no] The number of elements (essential)", "session 0:00 of 5:00"):
            assert words in s.words(), (words, s.text())
        s.pass_ms(61_000)
        assert "session 1:01 of 5:00" in s.text() and "LEFT 00:59" in s.text(), s.text()
    v.close()


@case
def digits_arrows_hints_and_facts_mark_while_listening_and_propose_a_grade():
    v = small(Viva())
    with v.screen(*SMALL) as s:
        s.press(ENTER)
        assert "A number means nothing here" in " ".join(s.press("1").split()), s.text()
        s.press(ENTER, ENTER, "1", "2", "2", "3", "H", "H")
        for words in ("1 [yes]", "2 [partly]", "3 [yes]", "hints 2", "propose 3 solid"):
            assert words in s.words(), (words, s.text())
        s.press(DOWN, " ")
        assert "m1 [yes]" in s.words() and "propose 2" in s.words(), s.text()
        s.press("9")
        assert "no key point of that number" in s.words(), s.text()
        to_phase(s, "Your grade, 0-4")
        assert "They would not say what they expect" in s.words() and ">2 adequate" in s.text(), s.text()
        s.press(ENTER, ENTER, ENTER, ENTER, "h")
        assert "Given: What changed on Monday?" in s.text() and "facts 1 of 2" in s.text(), s.text()
    v.close()


@case
def space_goes_on_marks_only_a_line_that_was_chosen():
    v = small(Viva())
    with v.screen(*SMALL) as s:
        s.press(ENTER, " ", " ", " ")
        assert "The arrow keys choose a line" in s.words() and "[yes]" not in s.text(), s.text()
        s.press(DOWN, " ")
        assert "1 [yes]" in s.text(), s.text()
    v.close()


@case
def a_tapped_prediction_and_the_state_of_the_page_show_on_the_console():
    v = small(Viva())
    with v.screen(*SMALL, "--screen", "127.0.0.1:0") as s:
        page = Page(s.text())
        assert page.url in s.text() and "no page is open" in s.text() and "opens on this machine alone" in s.words(), s.text()
        stream = Events(page)
        until("page", s, lambda: "Now: 1 page" in s.words())
        s.press(ENTER)
        stream.until('"position":0')
        assert "Sample A: 1 page, reached" in s.words(), s.text()
        s.press(">", "Take your time", ENTER)
        stream.until('"message":"Take your time"')
        s.press(">", ENTER)
        stream.until('"message":""')
        s.press(">", "not sent", "\x1b")
        s.pass_ms(200)
        assert "A line for the candidate" not in s.text(), s.text()
        to_phase(s, "Ask which grade")
        assert page.predict(0, 4) == 204
        until("prediction", s, lambda: "They expect 4 strong." in s.words())
        assert "Your grade, 0-4" in s.words(), s.text()
        s.press("2", "l")
        assert page.url in s.text(), s.text()
        stream.close()
        # Once a silent page was looked for in vain.
        s.press("q")
        until("loss", s, lambda: "no page is open" in s.words())
        assert "not sent" not in str(v.export())
    item = v.export()["sessions"][0]["items"][0]
    assert item["prediction"] == 4, item
    v.close()


@case
def the_lobby_shows_a_code_that_a_phone_can_read():
    address = another_address()
    v = small(Viva())
    with v.screen(*SMALL, "--screen", f"{address or '127.0.0.1'}:0") as s:
        page = Page(s.text())
        if address is None:
            assert not any(c in s.text() for c in "▀▄█"), s.text()
        else:
            assert s.text().split("\n")[1].strip() == page.url and "Whoever has this link" in s.text(), s.text()
            halves = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}
            # The model loses the ground of a row of blanks: the last of the quiet zone.
            inked = [[cell for cell in range(80) if s.model.buffer[row][cell].bg == "ffffff"] for row in range(24)]
            left = min(row[0] for row in inked if row)
            rows = []
            for y, row in enumerate(inked):
                if row:
                    cells = [halves[s.model.buffer[y][x].data] for x in range(left, max(row) + 1)]
                    rows += [[c[0] for c in cells], [c[1] for c in cells]]
            assert len({len(r) for r in rows}) == 1 and len(rows) >= 32, (len(rows), s.text())
            file = v.home / "code.pgm"
            pixels = b"".join(bytes(255 * c for c in r for _ in range(4)) for r in rows for _ in range(4))
            file.write_bytes(b"P5 %d %d 255\n" % (len(rows[0]) * 4, len(rows) * 4) + pixels)
            read = subprocess.run(["zbarimg", "-q", "--raw", file], capture_output=True, text=True, check=False).stdout.strip()
            assert read == page.url, (read, page.url)
    v.close()


@case
def notes_of_both_kinds_show_their_time_and_who_may_read_them():
    v = small(Viva())
    with v.screen(*SMALL, rows=50, columns=160) as s:
        s.press(ENTER)
        s.pass_ms(75_000)
        s.press("N", "seems tired", ALT_ENTER, "n", "clear words", ALT_ENTER)
        assert "1:15 private: seems tired" in s.text() and "1:15 to share: clear words" in s.text(), s.text()
        s.press("u")
        assert "clear words" not in s.text(), s.text()
        s.press("q")
        assert s.status() == 3
    notes = v.export()["sessions"][0]["items"][0]["notes"]
    assert ("seems tired", True) in [(n["text"], n["private"]) for n in notes], notes
    v.close()


@case
def the_end_asks_for_each_area_nudges_and_names_both_reports():
    v = Viva()
    with v.screen(*LEAD, "--items", "3", "--no-retry") as s:
        s.press(ENTER)
        for _ in range(3):
            to_phase(s, "Your grade, 0-4")
            s.press("2", ENTER)
        assert "All 3 grades are 2" in s.words(), s.text()
        s.press("saw the main point", ENTER)
        assert "> saw the main point" in s.text(), s.text()
        for _ in range(20):
            if "Overall" in s.text():
                break
            s.press(ENTER)
        s.press("a good hour", ENTER)
        assert "your mean grade is 2.0 of 4 (3 answers)" in s.words(), s.text()
        s.press(ENTER)
        assert s.status() == 0
        assert "viva-session-1.pdf" in s.words() and "For coaches: viva-session-1-coach.pdf" in s.words(), s.text()
        assert s.modes() == s.modes_before
    texts = [n["text"] for n in v.export()["sessions"][0]["notes"]]
    assert "Overall: a good hour" in texts and any(t.endswith("strength: saw the main point") for t in texts), texts
    v.close()


def killed_and_resumed(rng, most):
    """A led session on the screen with up to so many kills, of the helper too; the kills made."""
    v = Viva()
    s = v.screen(*LEAD, "--items", "4", "--screen", "127.0.0.1:0")
    page = Page(s.text())
    kills, later, note = 0, START_S, 0          # also in the closing
    s.press(ENTER)
    while s.process.poll() is None:
        shown = s.words()
        if "Overall, in a sentence" in shown:
            s.press("fine", ENTER)
        elif "The interview is over" in shown:
            s.press(ENTER)
        elif "viva The end" in shown:
            s.press(ENTER)
        elif "Your grade, 0-4" in shown:
            s.press("3")
        elif rng.random() < 0.2:
            note += 1
            s.press("N", f"note {note}, ")
        else:
            s.press(ENTER)
        writing = "A note for coaches alone" in s.text()
        over = "The interview is over" in s.text() or "viva The end" in s.words()
        # Empty replies of the closing are asked again after a kill: with many kills it would never end.
        if kills < most and s.process.poll() is None and rng.random() < (0.1 if over else 0.5):
            children = Path(f"/proc/{s.process.pid}/task/{s.process.pid}/children").read_text().split()
            if rng.random() < 0.5 and not over:
                os.kill(int(children[0]), signal.SIGKILL)
                until("new helper", s, lambda: "served again at the same link" in s.words())
            s.kill()
            s.__exit__()
            kills += 1
            later += 1
            s = v.screen("resume", start_s=later)
            assert writing == (f"note {note}," in s.text() and "recovered" in s.text()), s.text()
            if not over:
                with page.connect():
                    pass
        if writing:
            s.press("saved", ALT_ENTER)
    s.__exit__()
    assert s.process.returncode == 0, (s.process.returncode, s.text())
    session = v.export()["sessions"][0]
    assert [i["ratings"][0]["grade"] for i in session["items"]] == [3] * 4, session["items"]
    notes = [n["text"] for i in session["items"] for n in i["notes"]]
    assert notes == [f"note {n + 1}, saved" for n in range(note)], notes
    assert v.run("db", "check").status == 0
    v.close()
    return kills


@case
def a_console_killed_anywhere_resumes_on_the_screen_with_its_page_and_its_text():
    rng, kills, sessions = random.Random(11), 0, 0
    while kills < KILLS:
        kills += killed_and_resumed(rng, KILLS - kills)
        sessions += 1
    print(f"{kills} kills of {sessions} sessions")


@case
def a_closing_that_was_cut_off_goes_on_after_its_last_reply():
    for plain in (False, True):
        v = Viva()
        with v.screen(*LEAD, "--items", "2", "--no-retry", "--screen", "127.0.0.1:0") as s:
            s.press(ENTER)
            for _ in range(30):
                if "The interview is over" in s.text():
                    break
                s.press("3" if "Your grade, 0-4" in s.words() else ENTER)
            s.press("the first reply", ENTER, ENTER, "the third, unfin")
            s.kill()
        with v.screen("resume", "1", start_s=START_S + 30) as s:
            s.press("\x03")
            assert s.status() == 130 and "goes on with what was left to ask" in s.words(), s.text()
        if plain:
            with v.clocked("resume", start_s=START_S + 60) as c:
                c.sync()
                assert "one thing to change?" in c.out and "one strength" not in c.out, c.out
                while c.process.poll() is None:
                    c.tell("fine" if "Overall" in c.out else "")
                assert c.finish() == 0, (c.err, c.out)
        else:
            with v.screen("resume", start_s=START_S + 60) as s:
                assert "one thing to change?" in s.text() and "one strength" not in s.text(), s.text()
                for _ in range(20):
                    if "Overall" in s.text():
                        break
                    s.press(ENTER)
                s.press("fine", ENTER)
                assert "viva The end" in s.words(), s.text()
                s.press(ENTER)
                assert s.status() == 0
        texts = [n["text"] for n in v.export()["sessions"][0]["notes"]]
        assert texts[0].endswith("strength: the first reply") and texts[-1] == "Overall: fine", texts
        assert (v.work / "viva-session-1-coach.pdf").exists()
        r = v.run("resume")
        assert r.status == 1 and "no unfinished session" in r.err, r.err
        r = v.run("resume", "1")
        assert r.status == 1 and "is finished" in r.err, r.err
        v.close()


@case
def two_halves_follow_each_other_on_one_screen():
    v = Viva()
    with v.screen("lead", "--candidate", "Ana", "--interviewer", "Ben", "--swap-with", "Ana", "--items", "2", "--seed", "3",
                  "--screen", "127.0.0.1:0") as s:
        page = Page(s.text())
        for leads, asked in (("Ben", "Ana"), ("Ana", "Ben")):
            assert f"led by {leads}" in s.text() and page.url in s.text(), s.text()
            s.press(ENTER)
            assert f"{asked}: no page is open" in s.text(), s.text()
            for _ in range(60):
                if "viva The end" in s.words():
                    break
                s.press("3" if "Your grade, 0-4" in s.words() else ENTER)
            assert f"{asked} answered 2 of 2" in s.words(), s.text()
            s.press(ENTER)
        assert s.status() == 0
        for words in ("Ana answered 2 of 2", "Ben answered 2 of 2", "viva-session-2-coach.pdf"):
            assert words in s.words(), (words, s.text())
    one, two = v.export()["sessions"]
    assert (one["candidate"], two["candidate"]) == ("Ana", "Ben")
    assert v.run("db", "check").status == 0
    v.close()


@case
def nothing_of_the_key_leaves_the_console():
    v = Viva()
    marked_bank(v.home / "marked.xml")
    v.env["VIVA_BANK"] = str(v.home / "marked.xml")
    with v.screen(*LEAD, "--items", "2", "--screen", "127.0.0.1:0", rows=50, columns=160) as s:
        stream = Events(Page(s.text()))
        s.press(ENTER)
        told = stream.until('"position":0')
        assert "SECRETKEYPOINT" in s.text(), s.text()
        s.press(ENTER, ENTER, "1", "H", "h", "N", "SECRETNOTE", ALT_ENTER)
        to_phase(s, "Your grade, 0-4")
        s.press("3", ENTER)
        told += stream.until('"position":1')
        stream.close()
    assert "PLAIN" in told
    for word in (*SECRETS, "SECRETNOTE"):
        assert word not in told, word
    v.close()


@case
def a_second_terminal_shows_the_candidates_side_on_its_full_screen_and_ends_with_it():
    v = Viva()
    marked_bank(v.home / "marked.xml")
    v.env["VIVA_BANK"] = str(v.home / "marked.xml")
    with v.screen(*LEAD, "--items", "2") as s:
        s.press(ENTER)
        with v.screen("watch", rows=24, columns=100) as w:
            until("question", w, lambda: "Question 1 of 2" in w.text())
            assert "Listen, and read along." in w.text() and "LEFT 0" in w.text(), w.text()
            until("terminal on the console", s, lambda: "Sample A: 1 terminal" in s.text())
            first = w.text()
            w.pass_ms(61_000)           # its own clock counts
            assert w.text() != first, first
            s.press(">", "Take your time", ENTER)
            until("message", w, lambda: "From the interviewer: Take your time" in w.text())
            s.press("p")
            until("pause", w, lambda: "Paused." in w.text() and "PAUSED" in w.text())
            s.press("p")
            for rows, columns in ((1, 1), (12, 40), (50, 160), (5, 200), (24, 80)):
                w.resize(rows, columns)
                assert w.process.poll() is None
            w.press(PAGE_DOWN, "\x0c")
            s.press("1", "H", "N", "SECRETNOTE", ALT_ENTER)
            to_phase(s, "Ask which grade")
            until("scale", w, lambda: "Which grade do you expect? Say it aloud." in w.text())
            s.press("3")
            until("rest", w, lambda: "Thank you. The next question comes here." in w.text())
            s.kill()
            until("loss", w, lambda: "is away; waiting for it" in w.text())
            with v.screen("resume", start_s=START_S + 100) as again:
                again.press("2", ENTER)
                w.pass_ms(1000)         # looked for once a second
                until("next question", w, lambda: "Question 2 of 2" in w.text() and "away" not in w.text())
                again.press("s", ENTER)
                assert "The interview is over" in again.text(), again.text()
                assert w.status() == 0 and "The interview is over. Thank you." in w.text(), w.text()
            assert w.modes() == w.modes_before
            for word in (*SECRETS, "SECRETNOTE", "Graded"):
                assert word.encode() not in w.raw, word
    v.close()


@case
def a_watching_screen_can_be_left_and_the_interview_goes_on():
    v = small(Viva())
    with v.screen(*SMALL) as s:
        s.press(ENTER)
        for keys, status in ((["q"], 0), (["\x03"], 130)):
            with v.screen("watch") as w:
                until("question", w, lambda: "Question 1 of 2" in w.text())
                w.press(*keys)
                assert w.status() == status, w.text()
                assert w.modes() == w.modes_before
        assert "Question 1 of 2" in s.press("1"), s.text()
    v.close()


@case
def any_size_can_be_taken_in_the_middle_of_it():
    rng = random.Random(3)
    v = small(Viva())
    with v.screen(*SMALL, "--screen", "127.0.0.1:0") as s:
        def reshape():
            s.resize(rng.choice((1, 2, 5, 9, 12, 16, 24, 50)), rng.choice((1, 7, 30, 40, 64, 80, 100, 160)))
        reshape()
        s.resize(24, 80)
        s.press(ENTER)
        for keys in ((), (">", "hello"), (ENTER,), (ENTER, ENTER, "1"), ("N", "a note"), (ALT_ENTER,), (MENU,), ("l",), (" ", TAB, PAGE_DOWN),
                     (ENTER,), ("?",), (" ",)):
            s.press(*keys)
            for _ in range(3):
                reshape()
        s.resize(24, 80)
        first = s.text()
        s.press("\x0c")
        assert s.text() == first, (first, s.text())
        assert s.process.poll() is None
    v.close()


@case
def without_colour_every_state_is_a_word():
    v = small(Viva())
    with v.screen(*SMALL, NO_COLOR="1") as s:
        s.press(ENTER, ENTER, ENTER, "1", "2", "2", "p")
        for words in ("PAUSED", "[yes]", "[partly]", "[no]"):
            assert words in s.text(), s.text()
        s.press("p")
        s.pass_ms(125_000)
        assert "OVER +" in s.text(), s.text()
        assert not re.search(rb"\x1b\[(\d+;)*[34]\d(;\d+)*m", s.raw), s.raw
    v.close()


main()
