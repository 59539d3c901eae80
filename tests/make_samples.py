#!/usr/bin/python3
"""Plays a seeded sample candidate through the real program and keeps the report.

    tests/make_samples.py DIR           writes DIR/session-report.pdf and .png

No row is made by hand: every figure comes from a session that was held, with a scripted clock.
"""
import os
import random
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from viva import Viva, reply  # noqa: E402

CANDIDATE = "Sample Candidate"


def marks(rng, out):
    """Which key points the sample candidate said: most of them, some in part."""
    listed = re.findall(r"^ +(\d+) \[", out.rsplit("Key points: which did you say?", 1)[-1], re.M)
    said = [k + rng.choice("+++~") for k in listed if rng.random() < 0.75]
    return " ".join(said) or "1+"


def sit(v, rng, *options):
    with v.clocked("solo", "--as", CANDIDATE, *options) as c:
        c.sync()
        marked = False
        while c.process.poll() is None:
            flat = " ".join(c.out[-6000:].split())
            line = reply(c.out)
            if flat.endswith("I have read it."):
                c.pass_ms(rng.randrange(8_000, 30_000))
            elif flat.endswith("I begin to answer."):
                c.pass_ms(rng.randrange(10_000, 50_000))
            elif flat.endswith("? help)"):
                c.pass_ms(rng.randrange(90_000, 290_000))
            elif flat.endswith("Enter: done."):
                c.pass_ms(rng.randrange(20_000, 60_000))
            elif flat.endswith("4 strong") and "Which grade will" in flat[-400:]:
                line = str(rng.choice([1, 2, 3, 3, 4]))
                marked = False
            elif flat.endswith("Enter: the grade.") and not marked:
                line = marks(rng, c.out)
                marked = True
            c.tell(line)
        assert c.finish() == 0, c.err


def main(target):
    target.mkdir(parents=True, exist_ok=True)
    v = Viva()
    sit(v, random.Random(2), "--blueprint", "b45", "--seed", "45")
    out = target / "session-report.pdf"
    result = v.run("report", "--session", "1", "-o", out)
    assert result.status == 0, result.err
    subprocess.run(["pdftoppm", "-r", "80", "-png", "-f", "1", "-l", "1", "-singlefile", str(out),
                    str(out.with_suffix(""))], check=True)
    v.close()
    print(out)


if __name__ == "__main__":
    os.umask(0o022)
    main(Path(sys.argv[1]).resolve())
