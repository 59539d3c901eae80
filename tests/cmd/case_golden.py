"""Whole sessions as a person sees them, compared with what was read and found good.

After a change on purpose: VIVA_GOLDEN=write tests/run.py tests/cmd/case_golden, then read the difference.
"""
import os

from cases import case, main
from viva import ROOT, Viva

GOLDEN = ROOT / "tests" / "golden"


def compare(name, text):
    path = GOLDEN / name
    if os.environ.get("VIVA_GOLDEN") == "write":
        path.write_text(text)
    want = path.read_text().split("\n")
    for number, (line, expected) in enumerate(zip(text.split("\n"), want), 1):
        assert line == expected, f"{name}:{number}: {line!r}, not {expected!r}"
    assert len(text.split("\n")) == len(want), f"{name}: {len(text.splitlines())} lines"


def session(v, *args):
    """Every key once: facts, pause, time, extension, flag, text, undo, marks, grade, note, pass, help."""
    with v.clocked("solo", "--db", "records.db", "--bank", GOLDEN / "small-bank.xml", "--blueprint", "b5", "--seed", "1",
                   "--as", "Łukasz", *args) as c:
        c.tell("")
        c.pass_ms(15_000)
        c.tell("t", "")
        c.pass_ms(20_000)
        c.tell("f", "?", "")
        c.pass_ms(30_000)
        c.tell("p")
        c.pass_ms(300_000)
        c.tell("", "e", "w", "The number of elements.", ".", "")
        if "Follow-up, on its own time" in c.out:
            c.pass_ms(10_000)
            c.tell("")
        c.tell("5", "3", "")
        c.tell("1 3~", "m1", "u", "9", "", "4", "u", "", "n", "Say the iterator first.", ".", "")
        c.pass_ms(5_000)
        c.tell("", "")
        c.tell("h", "h", "h")
        c.pass_ms(150_000)
        c.tell("s", "", "")
        status = c.finish()
        assert status == 0, c.out
        return c.out


@case
def a_practice_session_reads_as_it_should():
    v = Viva()
    compare("solo-practice.txt", session(v))
    v.close()


@case
def the_export_of_that_session_is_byte_for_byte_the_same():
    v = Viva()
    session(v)
    compare("solo-practice.json", v.run("export", "--json", "--db", "records.db").out)
    v.close()


@case
def help_reads_as_it_should():
    v = Viva()
    compare("help.txt", v.run("--help").out + v.run("solo", "--help").out + v.run("help", "keys").out)
    v.close()


@case
def an_explained_draw_reads_as_it_should():
    v = Viva()
    compare("draw-explain.txt", v.run("draw", "--bank", GOLDEN / "small-bank.xml", "--blueprint", "b5", "--seed", "1",
                                      "--explain").out)
    v.close()


main()
