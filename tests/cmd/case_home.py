"""Home at a real terminal: what it shows, what its keys do, and how it gives the terminal back."""
import os
import re
import termios
import time

import pexpect
import pyte
from cases import case, main
from viva import BANK, BINARY, PATIENCE_S, ROOT, START_S, Viva

TYPE = "screen-256color"        # a terminal whose every sequence pyte knows
DOWN, UP, PAGE_DOWN, END = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[F"


class Home:
    """viva at a pty, read through a terminal's model.  Waits for what it shall show; nothing sleeps."""

    def __init__(self, v, *args, rows=24, columns=80, **env):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(str(BINARY), list(args), cwd=str(v.work), env={**v.env, "TERM": TYPE, **env},
                                   dimensions=(rows, columns), timeout=PATIENCE_S, encoding="utf-8", echo=True)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.child.close(force=True)

    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, *words):
        deadline = time.monotonic() + PATIENCE_S
        while not all(word in " ".join(self.text().split()) for word in words):
            assert time.monotonic() < deadline, (words, self.text())
            try:
                part = self.child.read_nonblocking(65536, timeout=1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError((words, self.text())) from None
            self.raw += part
            self.stream.feed(part)
        return self.text()

    def press(self, key, *words):
        self.child.send(key)
        return self.until(*words)

    def selected(self):
        """The row in reverse video, apart from the title."""
        rows = [y for y in range(1, self.screen.lines) if self.screen.buffer[y][3].reverse]
        return " ".join(" ".join(self.screen.display[y] for y in rows).split())

    def status(self):
        while True:
            try:
                part = self.child.read_nonblocking(65536, timeout=PATIENCE_S)
            except pexpect.EOF:
                break
            self.raw += part
            self.stream.feed(part)
        self.child.wait()
        return self.child.exitstatus if self.child.exitstatus is not None else 128 + self.child.signalstatus


def practised():
    v = Viva()
    for number in range(3):
        with v.clocked("solo", "--blueprint", "b30", "--seed", number, "--as", "sample",
                       start_s=START_S + number * 86400) as c:
            c.walk(None if number < 2 else "Question 3 of")
    return v


@case
def a_fresh_home_says_what_to_do_and_begins_in_two_key_presses():
    v = Viva()
    with Home(v) as h:
        h.until("No session yet", "Sit a first interview of 30 minutes", "q: leave")
        assert h.selected().startswith("1 30 minutes: 6 questions"), h.selected()
        assert "history" not in h.text() and "report" not in h.text()       # nothing to look at yet
        h.press("\r", "begin")
        h.press("\r", "Question 1 of 6")
    assert v.run("history", "--json").json()["sessions"][0]["blueprint"] == "b30"
    v.close()


@case
def an_unfinished_session_stands_first_and_goes_on_in_one():
    v = practised()
    with Home(v) as h:
        h.until("Session 3 of sample is unfinished: 2 of 6 questions answered", "q: leave")
        assert h.selected().startswith("g go on with session 3")
        h.press("\r", "Question 3 of 6")
    v.close()


@case
def letters_take_their_choice_and_arrows_move_to_it():
    v = practised()
    with Home(v) as h:
        h.until("q: leave")
        for _ in range(3):
            h.child.send(DOWN)
        h.child.send(UP)
        deadline = time.monotonic() + PATIENCE_S
        while not h.selected().startswith("2 45 minutes"):
            assert time.monotonic() < deadline, h.selected()
            h.stream.feed(h.child.read_nonblocking(65536, timeout=PATIENCE_S))
        h.press("d", "A drill")
    with Home(v) as h:
        h.until("q: leave")
        h.press("z" + "q")
        assert h.status() == 0
    v.close()


@case
def reviewing_the_last_finished_session_leads_back_home():
    v = practised()
    with Home(v) as h:
        h.until("Session 3 of sample is unfinished", "q: leave")
        h.press("v", "Question 1 of", "You expected")
        h.press("q", "Session 3 of sample is unfinished", "q: leave")
        h.press("q")
        assert h.status() == 0
    v.close()


@case
def the_reports_offered_are_those_that_are_written():
    v = practised()
    for key, name in (("r", "viva-session-2"), ("p", "progress")):
        with Home(v) as h:
            h.until("q: leave")
            h.press(key)
            assert h.status() == 0
        assert [p.name for p in v.work.glob("*.pdf") if name in p.name], (key, list(v.work.iterdir()))
    v.close()


@case
def history_statistics_and_what_to_practise_are_pages_of_the_commands_words():
    v = practised()
    for key, title, command in (("h", "History", "history"), ("s", "Statistics", "stats"), ("n", "What to practise", "next")):
        lines = v.run(command, COLUMNS="80").out.rstrip("\n").split("\n")
        with Home(v, rows=24) as h:
            h.until("q: leave")
            h.press(key, title, f"lines 1-{min(21, len(lines))} of {len(lines)}")
            shown = h.text().split("\n")[1:22]
            assert shown[:min(21, len(lines))] == lines[:21], (shown, lines[:21])
            if len(lines) > 21:
                h.press(END, f"-{len(lines)} of {len(lines)}")
                assert h.text().split("\n")[1:22] == lines[-21:]
            h.press("q", "Up, Down: choose")
    v.close()


@case
def another_question_set_is_chosen_and_begun():
    v = Viva()
    del v.env["VIVA_BANK"]
    v.db.parent.mkdir(parents=True)
    (v.db.parent / "question-sets").symlink_to(ROOT / "question-sets")
    with Home(v) as h:
        h.until("viva: Junior machine-learning engineer", "another question set")
        h.press("b", "Which question set?", "behavioural", "ml-engineer-junior")
        h.press("1", "viva: Behavioural questions for technical juniors", "q: leave")
        h.press("\r", "begin")
        h.press("\r", "Question 1 of")
    assert v.run("history", "--json").json()["sessions"][0]["bank"] == "behavioural"
    v.close()


@case
def help_names_every_choice_that_is_there():
    v = practised()
    with Home(v, rows=40) as h:
        h.until("q: leave")
        choices = re.findall(r"^  (\w)  (\S.*)$", h.text(), re.M)
        assert len(choices) >= 10, h.text()
        h.press("?", "Help", "viva help TOPIC")
        for key, label in choices:
            assert f"  {key} {label}" in h.text(), (key, h.text())
    v.close()


@case
def every_size_down_to_one_cell_is_survived_and_the_picture_follows():
    v = practised()
    with Home(v) as h:
        h.until("q: leave")
        for rows, columns in ((1, 1), (2, 2), (5, 12), (60, 200), (12, 40)):
            h.screen.resize(rows, columns)
            h.child.setwinsize(rows, columns)
        h.until("q: leave", "go on with session 3")
        fresh = Home(v, rows=12, columns=40)
        with fresh:
            fresh.until("q: leave")
            assert h.text() == fresh.text()
        h.press("s", "Statistics")
        h.screen.resize(24, 80)
        h.child.setwinsize(24, 80)
        h.until("lines 1-21 of")
        h.press("q", "choose")
        h.press("q")
        assert h.status() == 0
    v.close()


@case
def the_terminal_is_given_back_as_it_was_on_every_way_out():
    v = practised()
    for leave, status in (("q", 0), ("\x03", 130), ("TERM", 143)):
        with Home(v) as h:
            # The modes before: what a pty of pexpect begins with.
            with Home(v, "--version") as other:
                before = termios.tcgetattr(other.child.child_fd)
            h.until("q: leave")
            assert termios.tcgetattr(h.child.child_fd)[3] != before[3]
            if leave == "TERM":
                h.child.kill(15)
            else:
                h.child.send(leave)
            assert h.status() == status, leave
            assert h.raw.rstrip().endswith("\x1b>") or "\x1b[?1049l" in h.raw, repr(h.raw[-80:])
    v.close()


@case
def colour_is_left_out_where_it_is_not_wanted_and_escapes_where_there_is_no_screen():
    v = practised()
    colour = re.compile(r"\x1b\[[0-9;]*\b(3[0-7]|38|4[0-7]|48|9[0-7])[0-9;]*m")
    with Home(v) as h:
        h.until("q: leave")
        assert colour.search(h.raw)
    with Home(v, NO_COLOR="1") as h:
        h.until("q: leave")
        assert not colour.search(h.raw) and h.selected().startswith("g go on")
    for env in ({"TERM": "dumb"}, {"TERM": "nonsense"}, {"VIVA_PLAIN": "1"}):
        with Home(v, **env) as h:
            h.until("g go on with session 3 (Enter)", "h history", " >")       # more choices where sets lie beside
            assert "\x1b" not in h.raw, repr(h.raw)
            h.child.send("q\n")
            assert h.status() == 0
    piped = v.run()
    assert "\x1b" not in piped.out and "\r" not in piped.out and piped.status == 0
    assert "Session 3 of sample is unfinished" in piped.out and "viva resume" in piped.out
    v.close()


@case
def a_bank_with_errors_is_named_and_nothing_is_painted():
    v = Viva()
    bad = v.work / "bad.xml"
    bad.write_text(BANK.read_text().replace("</taxonomy>", "</taxonomi>", 1))
    with Home(v, "--bank", str(bad)) as h:
        assert h.status() == 1
        assert "error" in h.raw and "\x1b" not in h.raw
    assert os.listdir(v.work) == ["bad.xml"]
    v.close()


main()
