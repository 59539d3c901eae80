"""Everything that is printed fits 80 columns, and a terminal of 40."""
import re

import pexpect
from cases import case, main
from viva import BINARY, START_S, Viva

COMMANDS = ["solo", "resume", "finish", "history", "report", "bank", "export", "db", "help"]
SHOWN = [["help"], ["help", "keys"], ["help", "exit"], ["history"], ["bank", "stats"], ["bank", "list"],
         ["bank", "show", "bias-variance"], ["db", "check"], ["stats"], ["finish", "3"], ["--plain"]]
FAILING = [["solo", "--minutes", "47"], ["solo", "--topic", "metr"], ["bank", "show", "nothing"], ["nocommand"],
           ["solo", "--sede", "3"], ["resume", "99"], ["report", "--session", "99"]]


def practised():
    v = Viva()
    for number in range(3):
        with v.clocked("solo", "--blueprint", "b30", "--seed", number, "--as", "An Uncommonly Long Name Indeed",
                       start_s=START_S + number * 86400) as c:
            c.walk(None if number < 2 else "Question 3 of")
    return v


def cells(line):
    return len(line.expandtabs())


def too_wide(text, columns):
    """Lines beyond the width, but for a word that alone is longer, and code."""
    return [line for line in text.replace("\r", "").split("\n")
            if cells(line) > columns and cells(line.strip()) > columns - 10 and " " in line.strip()
            and not line.startswith("    ")]


def at_terminal(v, args, columns):
    child = pexpect.spawn(str(BINARY), args, cwd=str(v.work), env=v.env, dimensions=(50, columns), timeout=60,
                          encoding="utf-8", echo=False)
    if args == ["--plain"]:
        child.sendline("q")
    child.expect(pexpect.EOF)
    child.close()
    return child.before


@case
def piped_output_fits_80_columns():
    v = practised()
    for args in [[c, "--help"] for c in COMMANDS] + SHOWN[:-1]:
        out = v.run(*args).out
        assert not too_wide(out, 80), (args, too_wide(out, 80))
    v.close()


@case
def a_terminal_of_40_columns_shows_whole_words():
    v = practised()
    for args in [[c, "--help"] for c in COMMANDS] + SHOWN + FAILING:
        text = at_terminal(v, args, 40)
        assert text.strip() and not too_wide(text, 40), (args, too_wide(text, 40))
        # A word of the wide text that is in no line of the narrow one was broken.
        if args in FAILING:
            wide = re.findall(r"[\w`'-]+", v.run(*args).err)
            assert set(wide) <= set(re.findall(r"[\w`'-]+", text)), (args, text)
    v.close()


@case
def an_error_in_a_pipe_stays_one_line():
    v = Viva()
    for args in FAILING:
        assert v.run(*args).err.count("\n") == 1, v.run(*args).err
    v.close()


main()
