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


def by_lines(v, which, *args):
    with v.clocked(*args, *SOLO) as c:
        for step in SCRIPT:
            if isinstance(step, int):
                c.pass_ms(step)
                continue
            for line in step[which]:
                c.tell(line if isinstance(line, str) else json.dumps(line))
        assert c.finish() == 0, (which, c.out[-2000:])


def by_keys(v):
    with v.screen(*SOLO) as s:
        for step in SCRIPT:
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


main()
