"""Two editions of each report on led sessions, in every format: what is private is in the coach's and nowhere else."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from viva import START_S, Viva                                          # noqa: E402

FORMATS = ("pdf", "svg", "md", "json")


def lead(v, n=0, *options):
    """A led session of three questions with a private and a shared note on each, and everything asked at the end."""
    with v.clocked("lead", "--candidate", "Ana", "--interviewer", "Ben", "--items", "3", "--seed", n, *options,
                   start_s=START_S + 86400 * n) as c:
        c.tell("")
        for i in range(3):
            c.tell("N", f"PRIVATENOTE{i}", ".", "n", f"SHAREDNOTE{i}", ".")
            while "Your grade, 0-4" not in " ".join(c.out.rsplit("Question", 1)[-1].split()):
                c.tell("")
            c.tell("2" if i else "3")
            c.tell("N", f"PRIVATELATER{i}", ".", "")
        asked = closing(c)
        assert c.finish() == 0, c.err
    return asked


def closing(c):
    """Answers each closing question with what it asks for; returns what was asked, in order."""
    asked = []
    while c.process.poll() is None and "Report: " not in c.out:
        question = re.findall(r"(?:([A-Z][\w ,]*): one (strength|thing|resource)|(Overall), in a sentence)",
                              " ".join(c.out.split()))[-1]
        asked.append(question)
        c.tell("CLOSING" + "".join(question).upper().replace(" ", ""))
    return asked


def report(v, kind, edition, form):
    """Its words; of a PDF also every string that is stored without being shown."""
    r = v.run("report", *kind, "--edition", edition, "--format", form, "-o", f"out.{form}")
    assert r.status == 0, r.err
    paths = [v.work / name for name in r.out.split()]
    if form == "pdf":
        shown = subprocess.run(["pdftotext", paths[0], "-"], capture_output=True, text=True, check=True).stdout
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", paths[0], "-"], capture_output=True,
                               check=True).stdout
        hexed = b" ".join(bytes.fromhex(h.decode()) for h in re.findall(rb"<([0-9A-Fa-f]{4,})>", plain) if len(h) % 2 == 0)
        return shown + " " + (plain + hexed).replace(b"\0", b"").decode("latin-1")
    text = " ".join(path.read_text() for path in paths)
    return text if form != "svg" else text + " " + re.sub(r"<[^>]*>", "", text)


@case
def private_notes_are_in_the_coachs_session_report_and_in_no_byte_of_the_candidates():
    v = Viva()
    lead(v, 1)
    for form in FORMATS:
        mine, coachs = (report(v, ("--session", "1"), e, form) for e in ("candidate", "coach"))
        assert "PRIVATE" not in mine, (form, mine[max(0, mine.find("PRIVATE") - 80):][:200])
        for i in range(3):
            for word in (f"PRIVATENOTE{i}", f"PRIVATELATER{i}"):
                assert word in coachs, (form, word)
            assert f"SHAREDNOTE{i}" in mine and f"SHAREDNOTE{i}" in coachs, (form, i)
        if form == "pdf":
            assert "candidate edition" in mine.lower() and "coach edition" in coachs.lower(), mine[:300]
    for name, private in (("viva-session-1.pdf", False), ("viva-session-1-coach.pdf", True)):
        text = subprocess.run(["pdftotext", v.work / name, "-"], capture_output=True, text=True, check=True).stdout
        assert ("PRIVATE" in text) == private, name
    v.close()


@case
def reports_over_sessions_show_no_note_in_any_edition():
    v = Viva()
    for n in range(1, 3):
        lead(v, n)
    for kind in (("--progress", "--as", "Ana"), ("--cohort",)):
        for edition in ("candidate", "coach"):
            for form in FORMATS:
                text = report(v, kind, edition, form)
                assert "PRIVATE" not in text and "SHAREDNOTE" not in text and "CLOSING" not in text, (kind, edition, form)
                assert "Ana" in text, (kind, edition, form)
    v.close()


@case
def the_closing_asks_each_area_for_a_strength_a_change_and_a_resource_and_the_whole_last():
    v = Viva()
    asked = lead(v, 4, "--live")
    areas = list(dict.fromkeys(a for a, _, overall in asked if not overall))
    assert asked == [(a, what, "") for a in areas for what in ("strength", "thing", "resource")] + [("", "", "Overall")]
    session = v.export()["sessions"][0]
    notes = [n["text"] for n in session["notes"]]
    assert len(notes) == 3 * len(areas) + 1 and notes[-1] == "Overall: CLOSINGOVERALL", notes
    assert [n["private"] for n in session["notes"]] == [False] * len(notes)
    assert notes[0] == f"{areas[0]}, strength: CLOSING{areas[0].upper().replace(' ', '')}STRENGTH", notes
    topics = {t.attrib["id"]: t for t in bank_topics()}
    wanted = {topics[topic].parent for topic in topics_of(v)}
    assert set(areas) == wanted, (areas, wanted)
    for edition in ("candidate", "coach"):
        text = " ".join(report(v, ("--session", "1"), edition, "pdf").split())
        for note in notes:
            assert note.split(": ", 1)[1] in text, (edition, note)
    v.close()


def bank_topics():
    from xml.etree import ElementTree
    from viva import BANK
    root = ElementTree.parse(BANK).getroot()
    ns = {"b": "urn:viva:item-bank:1"}
    for area in root.iter("{urn:viva:item-bank:1}area"):
        title = area.find("b:title", ns).text
        for topic in area.iter("{urn:viva:item-bank:1}topic"):
            yield Topic(topic.attrib, title)


class Topic:
    def __init__(self, attrib, parent):
        self.attrib, self.parent = attrib, parent


def topics_of(v):
    from xml.etree import ElementTree
    from viva import BANK
    topic = {i.attrib["id"]: i.attrib["topic"] for i in
             ElementTree.parse(BANK).getroot().iter("{urn:viva:item-bank:1}item")}
    return [topic[i["id"]] for i in v.export()["sessions"][0]["items"]]


main()
