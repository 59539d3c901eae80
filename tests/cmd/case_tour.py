"""The tour: a guided session that teaches the keys by using them, and leaves nothing behind."""
import re
import signal
import subprocess

from cases import case, main
from viva import BINARY, ROOT, Viva

# What each lesson says to do, in its order.
WALK = [
    ("Enter begins", [""]), ("Read the question, then Enter", [""]), ("Enter when you begin to speak", [""]),
    ("say it aloud", [""]), ("grade from 0 to 4", ["3"]), ("compare with what you said", [""]),
    ("mark what you said", ["1 3~", "m1", "?", ""]), ("takes the proposed grade", ["u", "", ""]),
    ("n writes a note", ["n", "Say where it lies.", ".", ""]), ("press p", ["p", "", ""]), ("e gives 60 seconds", ["e", ""]),
    ("h asks for a fact", ["h", ""]), ("s would have passed", ["2"]), ("from here as before", ["", "", "", ""]),
]


def traces(v):
    """Files that a tour may have left, but for what the test put there."""
    return sorted(str(p.relative_to(v.home)) for p in v.home.rglob("*") if p.is_file())


@case
def following_each_lesson_leads_through_and_stores_nothing():
    v = Viva()
    v.env["TMPDIR"] = str(v.home)
    with v.clocked("tour") as c:
        c.sync()
        for lesson, keys in WALK:
            said = " ".join(c.out.split()).lower()
            assert lesson.lower() in said, (lesson, c.out[-900:])
            c.pass_ms(2_000)
            c.tell(*keys)
        assert c.finish() == 0, c.out
        assert "is no key here" not in c.out and "Not now" not in c.out, c.out
        words = " ".join(c.out.split())
        assert "nothing of this was stored" in words and "viva solo --minutes 30" in words
        assert "Saved as session" not in words and "Report:" not in words
    assert traces(v) == [], traces(v)
    assert not list(v.home.glob("viva-tour*"))
    v.close()


@case
def its_clock_has_twenty_seconds():
    v = Viva()
    with v.clocked("tour") as c:
        c.tell("")
        assert "0:20 minutes" in " ".join(c.out.split())
        assert "The limit is reached" not in c.pass_ms(19_999)
        assert "The limit is reached" in " ".join(c.pass_ms(1).split())
    v.close()


@case
def leaving_it_in_any_way_leaves_nothing():
    v = Viva()
    v.env["TMPDIR"] = str(v.home)
    for lines in (["q"], ["", "q"], ["", "", "", "w", "half a sentence"], []):
        result = v.run("tour", lines=lines)
        assert result.status == 0 and "nothing of it was stored" in result.out, result.out + result.err
        assert "Saved" not in result.out and traces(v) == [], (lines, traces(v))
    for number, status in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        with v.clocked("tour") as c:
            c.tell("", "")
            c.process.send_signal(number)
            assert c.finish() == status
        assert traces(v) == [], traces(v)
    v.close()


@case
def a_temporary_directory_that_cannot_be_used_is_one_line():
    v = Viva()
    result = v.run("tour", TMPDIR="/nowhere/at/all")
    assert result.status == 7 and result.err.count("\n") == 1 and "/nowhere/at/all" in result.err, result.err
    v.close()


@case
def its_questions_are_a_bank_like_any_other():
    bank = ROOT / "src" / "cli" / "tour.xml"
    done = subprocess.run(["xmllint", "--noout", "--relaxng", str(ROOT / "question-sets" / "item-bank.rng"), str(bank)],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    v = Viva()
    check = v.run("bank", "check", bank)
    assert check.status == 0 and "error" not in check.out, check.out
    # It is in the program: no file of that kind is opened.
    assert b"urn:viva:item-bank:1" in BINARY.read_bytes() and re.search(rb'id="tour" format', BINARY.read_bytes())
    v.close()


main()
