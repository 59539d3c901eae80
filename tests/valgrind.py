#!/usr/bin/python3
"""Every command, and every way to sit a session, once under valgrind: valgrind.py VIVA

The tests of the commands start the program some thousand times; under valgrind that is most of a day.  Here each command
runs once in one home, in an order in which each finds something to do.  One line a run; status 0 only if none had a
finding and each ended as it should.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
FINDING = 99
VALGRIND = ["valgrind", "-q", f"--error-exitcode={FINDING}", "--leak-check=full", "--errors-for-leak-kinds=definite"]
SOLO = ["", "", "", "h", "w", "an answer", ".", "n", "a note", ".", "", "", "3", "1 2~", "u", "1", "", "2", "n", "next time", ".", "", "", "", ""]
LED = ["", "", "", "1 2~", "H", "N", "private", ".", "", "", "3", "2", "", "", "", "", "fine", ""]
JSON = ['{"do":"next"}'] * 4 + ['{"do":"predict","grade":3}', "no JSON", '{"do":"leave"}']


def runs(bank, broken):
    """Arguments, lines, and the status that is wanted."""
    yield ("solo", "--items", "1", "--seed", "4", "--as", "Ada"), SOLO, 0
    yield ("solo", "--items", "2", "--seed", "5", "--as", "Bob", "--live"), ["", "", "", "", "3", "p", "p", "q"], 3
    yield ("resume", "--as", "Bob"), ["", "", "x", "s", "q"], 3
    yield ("finish",), [], 0
    yield ("solo", "--items", "1", "--seed", "6", "--as", "Ada", "--json"), JSON, 3
    yield ("finish",), [], 0
    yield ("lead", "--candidate", "Ada", "--interviewer", "Grace", "--items", "1", "--seed", "4", "--no-retry"), LED, 0
    yield ("tour",), [""] * 3 + ["q"], 0
    yield (), [], 0
    for words in ("history", "stats", "next", "people", "cohort", "draw --seed 1", "draw --explain --seed 2"):
        yield tuple(words.split()), [], 0
        yield (*words.split(), "--json"), [], 0
    yield ("review", "1"), ["", "q"], 0
    for form in ("pdf", "svg", "md", "json"):
        for what in (("--session", "1"), ("--progress",), ("--cohort",)):
            yield ("report", *what, "--as", "Ada", "--format", form, "-o", f"r{what[0]}.{form}"), [], 0
    yield ("bank", "check", bank), [], 0
    yield ("bank", "check", broken), [], 1
    for words in ("list", "show overfit-signs", "stats", "new mine"):
        yield ("bank", *words.split()), [], None
    yield ("export", "--csv", "tables"), [], 0
    yield ("people", "rename", "Bob", "Robert"), [], 0
    yield ("db", "check"), [], 0
    yield ("db", "backup", "copy.db"), [], 0
    yield ("db", "restore", "copy.db"), [], 0
    yield ("db", "salvage", "saved.db"), [], 0
    yield ("db", "path"), [], 0
    yield ("import", "--db", "other.db", "records.json"), [], 0
    yield ("import", "--db", "other.db", broken), [], 1
    yield ("history", "--db", broken), [], 5
    yield ("forget", "Ada", "--yes"), [], 0
    yield ("help",), [], 0
    yield ("help", "--man"), [], 0
    yield ("solo", "--minutes", "many"), [], 2
    yield ("watch",), [], 1


def main(viva):
    root = Path(__file__).resolve().parent.parent
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        work = Path(home) / "work"
        work.mkdir()
        broken = work / "broken.xml"
        broken.write_text("<item-bank xmlns='urn:viva:item-bank:1' id='x'><p>&nbsp;</p></item-bank>")
        env = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb",
               "VIVA_BANK": str(root / "question-sets/ml-engineer-junior.xml")}

        def run(wrapper, args, lines):
            return subprocess.run([*wrapper, viva, *args], cwd=work, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  input="".join(line + "\n" for line in lines).encode(), timeout=600)

        for args, lines, wanted in runs(env["VIVA_BANK"], str(broken)):
            if args[:1] == ("import",) and not (work / "records.json").exists():
                (work / "records.json").write_bytes(run([], ("export",), []).stdout)
            began = time.monotonic()
            done = run(VALGRIND, args, lines)
            good = done.returncode != FINDING and b"\n==" not in b"\n" + done.stderr and wanted in (None, done.returncode)
            failed += not good
            print(f"{'ok  ' if good else 'FAIL'} viva {' '.join(args)} ({time.monotonic() - began:.0f} s)", flush=True)
            if not good:
                print(f"     status {done.returncode}, wanted {wanted}\n     " +
                      "\n     ".join(done.stderr.decode("utf-8", "replace").splitlines()[-40:]))
    print(f"{failed} of the commands failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
