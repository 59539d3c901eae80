"""One script through plain lines, lines of JSON and the full screen gives the same records."""
import json

from cases import case, main
from viva import ROOT, Viva

SMALL = ROOT / "tests/golden/small-bank.xml"
SOLO = ("--bank", str(SMALL), "--as", "Sample", "solo", "--blueprint", "b5", "--seed", "3")
ALT_ENTER, DOWN = "\x1b\r", "\x1b[B"

# What is done: for plain lines, as JSON, and as keys; a number lets milliseconds pass.
NEXT = ([""], [{"do": "next"}], ["\r"])
SCRIPT = (
    NEXT, 3_000, NEXT, 4_000, NEXT, 5_000,
    (["w", "It is stored, Łukasz,", "so it is fast.", "."],
     [{"do": "write", "text": "It is stored, Łukasz,\nso it is fast."}],
     ["w", "It is stored, Łukasz,", "\r", "so it is fast.", ALT_ENTER]),
    7_000,
    (["p"], [{"do": "pause"}], ["p"]), 60_000, (["p"], [{"do": "pause"}], ["p"]),
    (["e"], [{"do": "extend"}], ["e"]),
    (["f"], [{"do": "flag"}], ["f"]),
    (["u"], [{"do": "undo"}], ["u"]),
    200_000,
    NEXT, 6_000, NEXT,
    (["3"], [{"do": "predict", "grade": 3}], ["3"]), 2_000,
    NEXT,
    (["1"], [{"do": "tick", "key_point": "k1", "mark": "yes"}], ["1"]),
    (["3", "3~"], [{"do": "tick", "key_point": "k3", "mark": "yes"}, {"do": "tick", "key_point": "k3", "mark": "partly"}], ["3", "3"]),
    (["m1"], [{"do": "mistake", "mistake": "m1", "made": True}], [DOWN, " "]),
    NEXT,
    (["2"], [{"do": "grade", "grade": 2}], ["2"]),
    (["n", "the limits first", "."], [{"do": "note", "text": "the limits first"}], ["n", "the limits first", ALT_ENTER]),
    NEXT, 1_000,
    (["h"], [{"do": "fact"}], ["h"]), 1_000,
    (["s"], [{"do": "pass"}], ["s"]),
    NEXT, NEXT,
)


LED = ("--bank", str(SMALL), "lead", "--candidate", "Sample", "--interviewer", "Coach", "--blueprint", "b5", "--seed", "3")
UP = "\x1b[A"
LED_SCRIPT = (
    NEXT, 3_000, NEXT, 4_000, NEXT, 5_000,
    (["1 2"], None, ["1", "2"]), 1_000,
    (["2~"], None, ["2"]),
    (["m1"], None, [DOWN, DOWN, " "]),
    (["m1-"], None, [" "]),
    (["H"], None, ["H"]), 2_000,
    (["N", "seems tired", "."], None, ["N", "seems tired", ALT_ENTER]),
    (["> take your time"], None, [">", "take your time", "\r"]),
    (["p"], None, ["p"]), 30_000, (["p"], None, ["p"]),
    (["e"], None, ["e"]),
    NEXT, 2_000,
    (["3"], None, ["3"]), 1_000,
    NEXT,
    (["k3"], None, ["k", "3"]), 1_000,
    (["u"], None, ["u"]),
    (["2"], None, ["2"]), 1_000,
    (["3"], None, ["3"]),
    (["n", "clear words", "."], None, ["n", "clear words", ALT_ENTER]),
    NEXT, 1_000, NEXT, NEXT,
    (["h"], None, ["h"]), 1_000,
    (["1"], None, [DOWN, " "]),
    NEXT, 500,
    NEXT, 500,          # they would rather not say
    NEXT, NEXT,
    (["starts with the question"], None, ["starts with the question", "\r"]),
    NEXT, NEXT,
    (["measure first"], None, ["measure first", "\r"]),
    NEXT, NEXT,
    (["good"], None, ["good", "\r"]),
)


def by_lines(v, which, *args, session=SOLO, script=SCRIPT):
    with v.clocked(*args, *session) as c:
        for step in script:
            if isinstance(step, int):
                c.pass_ms(step)
                continue
            for line in step[which]:
                c.tell(line if isinstance(line, str) else json.dumps(line))
        assert c.finish() == 0, (which, c.out[-2000:])


def by_keys(v, session=SOLO, script=SCRIPT):
    with v.screen(*session) as s:
        for step in script:
            if isinstance(step, int):
                s.pass_ms(step)
            else:
                s.press(*step[2])
        s.press("\r")
        assert s.status() == 0, s.text()


@case
def plain_lines_json_and_the_full_screen_give_the_same_records():
    exports = []
    for way in (lambda v: by_lines(v, 0), lambda v: by_lines(v, 1, "--json"), by_keys):
        v = Viva()
        way(v)
        assert v.run("db", "check").status == 0
        exports.append(v.run("export", "--json").out)
        v.close()
    first = json.loads(exports[0])["sessions"][0]["events"]
    for other in exports[1:]:
        for a, b in zip(first, json.loads(other)["sessions"][0]["events"]):
            assert a == b, (a, b)
        assert other == exports[0]
    assert {"extend", "pause", "undo", "note", "fact", "pass", "tick", "mistake"} <= {e["kind"] for e in first}


@case
def plain_lines_and_the_full_screen_of_a_console_give_the_same_records():
    exports = []
    for way in (lambda v: by_lines(v, 0, session=LED, script=LED_SCRIPT), lambda v: by_keys(v, LED, LED_SCRIPT)):
        v = Viva()
        way(v)
        assert v.run("db", "check").status == 0
        exports.append(v.run("export", "--json").out)
        v.close()
    plain, screen = (json.loads(e)["sessions"][0] for e in exports)
    for a, b in zip(plain["events"], screen["events"]):
        assert a == b, (a, b)
    assert exports[0] == exports[1]
    assert {"hint", "fact", "tick", "mistake", "note", "predict", "grade", "undo", "pause", "extend"} <= {e["kind"] for e in screen["events"]}
    assert [i["prediction"] for i in screen["items"]] == [2, None], screen["items"]
    assert "Overall: good" in [n["text"] for n in screen["notes"]]


main()
