#!/usr/bin/python3
"""Every bank that is shipped loads without an error or a warning, and obeys the grammar."""
import os
import subprocess
from pathlib import Path

from cases import case, main

ROOT = Path(os.environ.get("ROOT", Path(__file__).resolve().parents[2]))
TOOL = Path(os.environ.get("BUILD", ROOT / "build")) / "tests/bank/tool_check"
BANKS = sorted((ROOT / "question-sets").glob("*.xml"))


def output(*argv):
    done = subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode()


@case
def every_shipped_bank_loads_clean():
    assert BANKS, "question-sets holds no bank"
    for bank in BANKS:
        assert output(TOOL, "-v", bank) == (0, f"ok {bank}\n"), output(TOOL, "-v", bank)[1][:2000]


@case
def every_shipped_bank_obeys_the_grammar():
    for bank in BANKS:
        status, text = output("jing", ROOT / "question-sets/item-bank.rng", bank)
        assert status == 0, text


@case
def the_example_in_the_authors_guide_is_a_clean_bank():
    guide = (ROOT / "question-sets/README.md").read_text()
    example = guide.split("```xml\n", 1)[1].split("```", 1)[0]
    path = Path(os.environ.get("TMPDIR", "/tmp")) / "example.xml"
    path.write_text(example)
    assert output(TOOL, "-v", path) == (0, f"ok {path}\n"), output(TOOL, "-v", path)[1]


main()
