"""--speak reads the questions aloud and nothing else, and does without where there is no voice."""
import json
import re
import time

from cases import case, main
from viva import PATIENCE_S, ROOT, Viva

MARK = "xyzzysecret"


def marked_bank(v):
    """The small bank with a mark in every text of an answer, and in each of its titles."""
    text = (ROOT / "tests" / "golden" / "small-bank.xml").read_text()
    follow_up = re.search(r"<follow-up.*?</follow-up>", text, re.S).group(0)
    marked = re.sub(r"(<answer><p>)", rf"\1{MARK} ", text)
    for name in ("key-point", "claim", "correction", "anchor"):
        marked = re.sub(rf"(<{name}(?: [^>]*)?>)", rf"\1{MARK} ", marked)
    marked = re.sub(r"(<item [^>]*>\s*<title>)", rf"\1{MARK} ", marked)
    marked = marked.replace('xml:lang="en"', 'xml:lang="de-AT"')
    assert marked.count(MARK) >= 15 and follow_up
    path = v.work / "marked.xml"
    path.write_text(marked)
    assert v.run("bank", "check", path).status == 0, v.run("bank", "check", path).out
    return path


def voice(v, script):
    """A spd-say that writes down what it is given, a JSON list for each call."""
    place = v.home / "voice"
    place.mkdir()
    program = place / "spd-say"
    program.write_text(script.replace("SPOKEN", str(v.home / "spoken")))
    program.chmod(0o755)
    v.env["PATH"] = f"{place}:{v.env['PATH']}"


RECORDS = """#!/usr/bin/python3
import json, sys
with open("SPOKEN", "a") as f:
    f.write(json.dumps(sys.argv[1:]) + "\\n")
"""


def spoken(v, count):
    """Waits for the child processes to have spoken so often."""
    deadline = time.monotonic() + PATIENCE_S
    path = v.home / "spoken"
    while time.monotonic() < deadline:
        lines = path.read_text().splitlines() if path.exists() else []
        if len(lines) >= count:
            return [json.loads(line) for line in lines]
        time.sleep(0.01)
    raise AssertionError(f"spoken {len(lines)} times, not {count}: {lines}")


def whole_session(v, *args):
    bank = marked_bank(v)
    with v.clocked("solo", "--bank", bank, "--blueprint", "b5", "--seed", "1", *args) as c:
        c.tell("")
        yield c, 1
        c.tell("", "", "")
        yield c, 2
        c.walk("Question 2 of 2")
        yield c, 3
        c.tell("h", "", "")
        c.walk()
        assert c.finish() == 0, c.out
        assert MARK in c.out
        yield c, 3


@case
def each_question_is_read_in_its_language_and_no_word_of_an_answer():
    v = Viva()
    voice(v, RECORDS)
    for _, count in whole_session(v, "--speak"):
        said = spoken(v, count)
        assert len(said) == count, said
    for words in said:
        assert words[:3] == ["--language", "de", "--"] and len(words) == 4, words
        assert MARK not in words[3] and "number of elements" not in words[3], words
    assert "What does len(x) return, and when is it slow" in said[0][3]
    assert "And of a dictionary?" in said[1][3]
    assert "A job is slow since Monday." in said[2][3] and "Nguyễn, Łukasz, Ωmega and Иван" in said[2][3]
    v.close()


@case
def without_speak_nothing_is_read():
    v = Viva()
    voice(v, RECORDS)
    for _ in whole_session(v):
        pass
    assert not (v.home / "spoken").exists()
    v.close()


@case
def a_question_is_read_again_when_its_session_is_resumed():
    v = Viva()
    voice(v, RECORDS)
    v.run("solo", "--bank", marked_bank(v), "--blueprint", "b5", "--seed", "1", lines=["", "q"])
    v.run("resume", "--speak", lines=["q"])
    assert "What does len(x) return" in spoken(v, 1)[0][3]
    v.close()


@case
def without_a_voice_the_session_is_the_same_and_says_so_once():
    records = []
    for missing in (False, True):
        v = Viva()
        if missing:
            v.env["PATH"] = str(v.home / "nothing")
        else:
            voice(v, RECORDS)
        for c, _ in whole_session(v, "--speak"):
            pass
        assert c.out.count("No voice:") == (1 if missing else 0), c.out
        assert c.err == ""
        records.append([[e["kind"] for e in s["events"]] for s in v.export()["sessions"]])
        v.close()
    assert records[0] == records[1]


@case
def a_voice_that_fails_is_noticed_and_one_that_hangs_holds_nothing_up():
    v = Viva()
    voice(v, "#!/bin/sh\nexit 1\n")
    with v.clocked("solo", "--speak", "--seed", "7") as c:
        c.tell("")
        deadline = time.monotonic() + PATIENCE_S
        while "No voice:" not in c.out and time.monotonic() < deadline:
            c.pass_ms(1000)
        assert c.out.count("No voice:") == 1
        c.tell("q")
    v.close()
    v = Viva()
    voice(v, "#!/bin/sh\nexec sleep 100\n")
    started = time.monotonic()
    for c, _ in whole_session(v, "--speak"):
        pass
    assert "No voice:" not in c.out and time.monotonic() - started < 50
    v.close()


@case
def a_stem_that_looks_like_an_option_or_holds_controls_is_text():
    v = Viva()
    voice(v, RECORDS)
    bank = v.work / "odd.xml"
    bank.write_text((ROOT / "tests" / "golden" / "small-bank.xml").read_text().replace(
        "What does <code>len(x)</code> return", "--wait -x `rm` $(rm) &#x202E;"))
    with v.clocked("solo", "--bank", bank, "--blueprint", "b5", "--seed", "1", "--speak") as c:
        c.tell("")
        words = spoken(v, 1)[0]
    assert words[2] == "--" and "--wait -x `rm` $(rm)" in words[3], words
    assert "\u202e" not in words[3]
    v.close()


main()
