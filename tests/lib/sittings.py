"""The three ways to sit at viva, as tables: alone, led, and marking as a later rater.

Each is a command, the lines a person types, and what must be in the records once the screen has said that it is.
"""
import re

CANDIDATE, RATER = "Ada", "Mary"
SOLO = ("solo", "--items", "1", "--seed", "4", "--as", CANDIDATE)
SOLO_LINES = ("", "", "", "w", "what I said", ".", "n", "noted", ".", "", "", "3", "", "", "", "", "")
LED = ("lead", "--candidate", CANDIDATE, "--interviewer", "Grace", "--items", "1", "--seed", "4", "--no-retry")
LED_LINES = ("", "", "", "1", "H", "N", "what I saw", ".", "n", "noted", ".", "", "", "3", "2", "", "", "", "fine")
LED_TYPED = (*LED_LINES[:3], "w", "what they said", ".", *LED_LINES[3:])
RATE = ("rate", "last", "--rater", RATER)
RATE_LINES = ("1 2~", "", "3", "n", "Mary's note", ".", "", "d")
SAID = {"Your answer is saved": "what I said", "Your note is saved": "noted", "Your private note is saved": "what I saw"}


class Way:
    """`text` is typed after `before`, for a note or an answer; `again` goes on with what was begun."""

    def __init__(self, args, lines, before, again):
        self.args, self.lines, self.before, self.again = args, lines, before, again
        self.timed = args != RATE

    def prepare(self, v):
        """What is there before: somebody else's session; to mark, one that was led, with a typed answer."""
        assert v.run("solo", "--items", "1", "--as", "Bob", lines=["", "q"]).status == 3
        assert v.run("finish").status == 0
        if self.args == RATE:
            result = v.run(*LED, lines=LED_TYPED)
            assert result.status == 0, result.err

    def sitting(self, v):
        """The session, or the marks, in the export; None if they were not begun."""
        mine = [s for s in v.export()["sessions"] if s["candidate"] == CANDIDATE]
        assert len(mine) < 2, mine
        if self.args == RATE:
            mine = [g for s in mine for g in s["scorings"] if g["rater"] == RATER]
        return mine[0] if mine else None

    def part(self, v):
        """What was kept of it: (texts, grades), or None."""
        mine = self.sitting(v)
        if mine is None:
            return None
        parts = [mine] if self.args == RATE else mine["items"]
        return [n["text"] for p in parts for n in p["notes"]], [r["grade"] for p in parts for r in p["ratings"]]

    def check(self, v, out):
        """All that `out` says was taken is in the records."""
        out, part = " ".join(out.split()), self.part(v)
        assert part is not None or not any(words in out for words in ("Question 1", "Marks of")), out[-300:]
        texts, grades = part or ([], [])
        for words, text in SAID.items():
            text = "Mary's note" if self.args == RATE else text
            assert words not in out or text in texts, (words, texts)
        said = re.findall(r"Graded (\d)", out)
        assert not said or grades[-1:] == [int(said[-1])], (said, grades)


WAYS = {
    "solo": Way(SOLO, SOLO_LINES, ("", "", "", "w"), ("resume",)),
    "lead": Way(LED, LED_LINES, ("", "", "", "1", "N"), ("resume",)),
    "rate": Way(RATE, RATE_LINES, ("1 2~", "n"), RATE),
}
