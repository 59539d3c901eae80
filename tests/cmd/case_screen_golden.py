"""Every phase on the full screen, at four sizes, as it should look.  VIVA_GOLDEN=write takes what is there."""
import os

from cases import case, main
from viva import ROOT, Viva

GOLDEN = ROOT / "tests/golden"
SMALL = GOLDEN / "small-bank.xml"
ENTER, ALT_ENTER, MENU, DOWN = "\r", "\x1b\r", "\x18", "\x1b[B"

# What is pressed, and what the frame after it shows; milliseconds pass where a number stands.
PRACTICE = (
    ([], "the opening"),
    ([ENTER], "a question to read"),
    ([3_000, ENTER], "thinking"),
    ([3_000, ENTER], "answering"),
    ([5_000, "w", "It is stored with the list, ", "so it is fast.", ENTER, "Ωmega 学習率"], "writing an answer"),
    ([MENU], "the menu in a text"),
    (["s"], "the answer is saved"),
    (["f", "p"], "paused and flagged"),
    (["p", 60_000], "half the time is over"),
    ([58_000], "over"),
    ([ENTER], "a follow-up"),
    ([ENTER], "the prediction"),
    (["3"], "a strong answer"),
    ([ENTER], "marking"),
    (["1", "2", "2", DOWN, DOWN, " "], "marked"),
    ([ENTER], "the grade"),
    ([ENTER], "the end of a question"),
    (["n", "say the limits first"], "a note"),
    ([ALT_ENTER, "m"], "the map"),
    ([" ", "?"], "help"),
    ([" ", ENTER], "the next question"),
    (["h"], "a fact"),
    (["s"], "passed"),
    ([ENTER, ENTER], "the end"),
)
LIVE = (
    ([ENTER, ENTER, ENTER, ENTER, ENTER, "4"], "between two questions"),
    ([ENTER, "s"], "after the last question"),
    ([ENTER], "the review begins"),
)
REVIEW = (
    ([], "read again"),
    (["a", "3"], "marked anew"),
    ([ENTER, ENTER], "graded anew"),
)


# A console, with a note of either kind, a message, and what is asked at the end.
LED = (
    ([], "the lobby"),
    ([ENTER], "read it aloud"),
    ([">", "Take your time"], "a line for the candidate"),
    ([ENTER], "it is shown"),
    ([3_000, ENTER, 3_000, ENTER], "listening"),
    ([5_000, "1", "2", "2", "H", "h", DOWN, DOWN, " "], "marks, a hint, a fact"),
    (["N", "speaks slowly"], "a note for coaches"),
    ([ALT_ENTER, "n", "say the limits first", ALT_ENTER], "notes are saved"),
    ([MENU], "the console's menu"),
    (["l"], "the link"),
    ([ENTER, "p"], "paused for both"),
    (["p", 130_000], "over"),
    ([ENTER], "a follow-up is asked"),
    ([ENTER], "their prediction"),
    (["3"], "the grade"),
    (["2"], "graded"),
    (["?"], "the console's help"),
    ([" ", ENTER], "the next one"),
    ([ENTER, ENTER, "h"], "a fact is given"),
    (["s"], "they pass"),
    ([ENTER], "the first thing asked at the end"),
    (["speaks to the point", ENTER], "the second"),
    ([ENTER] * 6, "the end"),
)


def frames(out, s, steps):
    for keys, name in steps:
        for key in keys:
            if isinstance(key, int):
                s.pass_ms(key)
            else:
                s.press(key)
        out.append(f"== {name}" + (" (cursor {}:{})".format(*s.cursor()) if s.cursor() else ""))
        out += s.text().split("\n")


def compare(name, lines):
    path = GOLDEN / name
    if os.environ.get("VIVA_GOLDEN") == "write":
        path.write_text("\n".join(lines) + "\n")
        return
    golden = path.read_text().split("\n")
    frame = ""
    for number, line in enumerate(lines):
        if line.startswith("== "):
            frame = line
        assert number < len(golden) and line == golden[number], f"{name}:{number + 1} {frame}: {line!r}, not {golden[number]!r}"
    assert len(lines) == len(golden) - 1, name


def all_frames(rows, columns):
    out = []
    common = ("--db", "viva.db", "--bank", str(SMALL), "--as", "Sample")
    v = Viva()
    with v.screen(*common, "solo", "--blueprint", "b5", "--seed", "3", rows=rows, columns=columns) as s:
        frames(out, s, PRACTICE)
        s.press(ENTER)
        assert s.status() == 0
    with v.screen(*common, "review", rows=rows, columns=columns) as s:
        frames(out, s, REVIEW)
    v.close()
    v = Viva()
    with v.screen(*common, "solo", "--blueprint", "b5", "--seed", "3", "--live", rows=rows, columns=columns) as s:
        frames(out, s, LIVE)
    v.close()
    return out


def led_frames(rows, columns):
    out = []
    v = Viva()
    with v.screen("--db", "viva.db", "--bank", str(SMALL), "lead", "--candidate", "Sample", "--interviewer", "Coach",
                  "--blueprint", "b5", "--seed", "3", rows=rows, columns=columns) as s:
        frames(out, s, LED)
        s.press(ENTER)
        assert s.status() == 0
    v.close()
    return out


def golden(rows, columns):
    compare(f"screen-{columns}x{rows}.txt", all_frames(rows, columns))


def led_golden(rows, columns):
    compare(f"led-{columns}x{rows}.txt", led_frames(rows, columns))


@case
def every_phase_looks_as_it_should_at_40x12():
    golden(12, 40)


@case
def every_phase_looks_as_it_should_at_80x24():
    golden(24, 80)


@case
def every_phase_looks_as_it_should_at_120x40():
    golden(40, 120)


@case
def every_phase_looks_as_it_should_at_200x60():
    golden(60, 200)


@case
def the_console_looks_as_it_should_at_40x12():
    led_golden(12, 40)


@case
def the_console_looks_as_it_should_at_80x24():
    led_golden(24, 80)


@case
def the_console_looks_as_it_should_at_100x30():
    led_golden(30, 100)


@case
def the_console_looks_as_it_should_at_160x50():
    led_golden(50, 160)


main()
