#!/usr/bin/python3
"""Every command, and every way to sit a session, once under valgrind: valgrind.py VIVA [VALGRIND OPTION...]

The tests of the commands start the program some thousand times; under valgrind that is most of a day.  Here each command
runs once in one home, in an order in which each finds something to do, and then the full screens.  One line a run;
status 0 only if none had a finding and each ended as it should.  Without VALGRIND the runs are tried as they are.
"""
import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from screen import Page                                                 # noqa: E402
from viva import START_S, Viva                                          # noqa: E402

SOLO = ["", "", "", "h", "w", "an answer", ".", "n", "a note", ".", "", "", "3", "1 2~", "u", "1", "", "2", "n", "next time", ".",
        "", "", "", ""]
LED = ["", "", "w", "an answer", ".", "", "1 2~", "H", "N", "private", ".", "", "", "3", "2", "", "", "", "", "fine", ""]
MARKED = ["1 2~", "", "3", "n", "seen otherwise", ".", "d"]
JSON = ['{"do":"next"}'] * 4 + ['{"do":"predict","grade":3}', "no JSON", '{"do":"leave"}']
ENTER, ALT_ENTER, MENU, DOWN, PAGE_DOWN = "\r", "\x1b\r", "\x18", "\x1b[B", "\x1b[6~"


class Watched(Viva):
    """viva, each process of which valgrind watches."""

    patience_s = 900

    def __init__(self, binary, valgrind):
        super().__init__()
        self.logs = self.home / "valgrind"
        self.logs.mkdir()
        self.command = (*valgrind, *([f"--log-file={self.logs}/%p"] if valgrind else []), binary)

    def findings(self):
        """What valgrind has said since the last call."""
        said = [log.read_text(errors="replace") for log in sorted(self.logs.iterdir())]
        shutil.rmtree(self.logs)
        self.logs.mkdir()
        return "".join(said)


def runs(v, broken):
    """Arguments, lines, and the status that is wanted."""
    yield ("solo", "--items", "1", "--seed", "4", "--as", "Ada"), SOLO, 0
    yield ("solo", "--items", "2", "--seed", "5", "--as", "Bob", "--live"), ["", "", "", "", "3", "p", "p", "q"], 3
    yield ("resume", "--as", "Bob"), ["", "", "x", "s", "q"], 3
    yield ("finish",), [], 0
    yield ("solo", "--items", "1", "--seed", "6", "--as", "Ada", "--json"), JSON, 3
    yield ("finish",), [], 0
    yield ("lead", "--candidate", "Ada", "--interviewer", "Grace", "--items", "1", "--seed", "4", "--no-retry"), LED, 0
    yield ("lead", "--swap-with", "Grace", "--seed", "5"), ["", "q"], 3
    yield ("finish",), [], 0
    yield ("rate", "4", "--rater", "Mary"), [*MARKED[:2], "q"], 3
    yield ("rate", "4", "--rater", "Mary"), MARKED, 0
    yield ("rate", "4", "--rater", "Grace"), [], 1
    yield ("compare", "4"), [], 0
    yield ("compare", "4", "--json"), [], 0
    yield ("tour",), [""] * 3 + ["q"], 0
    yield (), [], 0
    for words in ("history", "stats", "next", "people", "cohort", "draw --seed 1", "draw --explain --seed 2"):
        yield tuple(words.split()), [], 0
        yield (*words.split(), "--json"), [], 0
    yield ("review", "1"), ["", "q"], 0
    for form in ("pdf", "svg", "md", "json"):
        for what in (("--session", "4"), ("--progress",), ("--cohort",)):
            yield ("report", *what, "--as", "Ada", "--format", form, "-o", f"r{what[0]}.{form}"), [], 0
    yield ("bank", "check", v.env["VIVA_BANK"]), [], 0
    yield ("bank", "check", broken), [], 1
    for words in ("list", "show drift-kinds", "stats", "new mine"):
        yield ("bank", *words.split()), [], 0
    yield ("export", "--csv", "tables"), [], 0
    yield ("people", "goal", "Ada", "2"), [], 0
    yield ("people", "extra-time", "Ada", "1.5"), [], 0
    yield ("people", "rename", "Bob", "Robert"), [], 0
    yield ("people", "merge", "Robert", "Ada"), [], 0
    yield ("people", "unmerge", "Robert"), [], 0
    yield ("db", "check"), [], 0
    yield ("db", "backup", "copy.db"), [], 0
    yield ("db", "restore", "copy.db"), [], 0
    yield ("db", "salvage", "saved.db"), [], 0
    yield ("db", "path"), [], 0
    yield ("export", "--json"), [], 0
    yield ("import", "--db", "other.db", "printed"), [], 0
    yield ("import", "--db", "other.db", broken), [], 1
    yield ("history", "--db", broken), [], 5
    yield ("help",), [], 0
    yield ("help", "--man"), [], 0
    yield ("solo", "--minutes", "many"), [], 2
    yield ("watch",), [], 1


def run(v, args, lines, wanted):
    done = v.run(*args, lines=lines)
    assert done.status == wanted, f"status {done.status}, wanted {wanted}: {done.err}"
    (v.work / "printed").write_text(done.out)


# ---- full screens ----

def keys_until(s, words, key=ENTER, most=12):
    for _ in range(most):
        if words in s.words():
            return
        s.press(key)
    raise AssertionError(f"no {words!r} on\n{s.text()}")


def ends(s, wanted):
    status = s.status()
    assert status == wanted, f"status {status}, wanted {wanted}:\n{s.text()}"


def a_session_alone_killed_and_resumed(v):
    """The screen of `viva solo`: texts, help, menu and map, a pause, any size, marks, the end."""
    with v.screen("solo", "--items", "1", "--seed", "7", "--as", "Cy") as s:
        keys_until(s, "Answer aloud")
        s.press("w", "an answer", "\x1b[200~pasted\nlines\x1b[201~", "\x1f", ALT_ENTER, "?", PAGE_DOWN, ENTER, MENU, "m", ENTER, "e", "f")
        s.press("n", "half a no")
        s.kill()
    with v.screen("resume", "--as", "Cy", start_s=START_S + 60) as s:
        assert "half a no" in s.text(), s.text()
        s.press("te", ALT_ENTER)
        for rows, columns in ((1, 1), (10, 30), (50, 160), (24, 80)):
            s.resize(rows, columns)
        s.pass_ms(300_000)
        assert "OVER" in s.text(), s.text()
        keys_until(s, "Which grade will this answer get")
        s.press("3", ENTER, DOWN, " ", "2", "u", ENTER, "2")
        assert "Graded 2 adequate" in s.text(), s.text()
        keys_until(s, "You answered 1 of 1")
        s.press(ENTER)
        ends(s, 0)


def home_and_what_it_leads_to(v):
    with v.screen(start_s=START_S + 120) as s:
        s.press("?", "q", DOWN, DOWN, "s", "q", "h", PAGE_DOWN, "q", "v", "q", "q")
        ends(s, 0)


def the_tour(v):
    with v.screen("tour") as s:
        s.press(ENTER, ENTER, ENTER)
        assert "Tour:" in s.text(), s.text()
        s.press("q")
        ends(s, 0)


def two_halves_with_a_page_and_a_terminal_that_watches(v):
    """The console of `viva lead`, and `viva watch`.  The helper behind the page runs as it is: valgrind ends at seccomp."""
    with v.screen("lead", "--candidate", "Ana", "--interviewer", "Ben", "--swap-with", "Ana", "--items", "1", "--seed", "3",
                  "--screen", "127.0.0.1:0", start_s=START_S + 180) as s:
        page = Page(s.text())
        listening = page.events()
        s.press(ENTER)
        listening.until('"position":0')
        with v.screen("watch") as w:
            while "Question 1 of 1" not in w.text():
                w.sync()
            s.press(">", "Take your time", ENTER, "p", "p", "1", "h", "H", "N", "a note", ALT_ENTER)
            w.pass_ms(1000)
            w.resize(12, 40)
            keys_until(s, "Ask which grade")
            assert page.predict(0, 3) == 204
            w.press("q")
            ends(w, 0)
        listening.close()
        for asked in ("Ana", "Ben"):
            for _ in range(40):
                if "viva The end" in s.words():
                    break
                s.press("3" if "Your grade, 0-4" in s.words() else ENTER)
            assert f"{asked} answered 1 of 1" in s.words(), s.text()
            s.press(ENTER)
            if asked == "Ana":
                s.press(ENTER)
        ends(s, 0)


SCREENS = (a_session_alone_killed_and_resumed, home_and_what_it_leads_to, the_tour, two_halves_with_a_page_and_a_terminal_that_watches)


def main(binary, valgrind):
    v = Watched(os.path.abspath(binary), valgrind)
    broken = v.work / "broken.xml"
    broken.write_text("<item-bank xmlns='urn:viva:item-bank:1' id='x'><p>&nbsp;</p></item-bank>")
    failed = 0

    def check(name, step, *args):
        began, why = time.monotonic(), ""
        try:
            step(v, *args)
        except Exception as error:      # whatever went wrong in one run, the others are tried
            why = f"{type(error).__name__}: {error}\n"
        why += v.findings()
        print(f"{'FAIL' if why else 'ok  '} {name} ({time.monotonic() - began:.0f} s)", flush=True)
        if why:
            print("     " + "\n     ".join(why.splitlines()))
        return bool(why)

    for args, lines, wanted in runs(v, str(broken)):
        failed += check("viva " + " ".join(args), run, args, lines, wanted)
    for screen in SCREENS:
        failed += check(screen.__name__.replace("_", " "), screen)
    failed += check("viva forget Ada", run, ("forget", "Ada", "--yes"), [], 0)
    failed += check("viva db check", run, ("db", "check"), [], 0)
    v.close()
    print(f"{failed} runs failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
