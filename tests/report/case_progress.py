"""Progress and cohort reports from outside: sound files, the same figures as `viva stats`, the same bytes."""
import json
import re
import subprocess
import sys

from cases import case, main
from viva import ROOT, START_S, Viva

sys.path.insert(0, str(ROOT / "tests"))
from make_samples import DAY_S, Person, sit  # noqa: E402

PLAYED = Viva()


def played():
    """Two people and five sessions, once for all cases."""
    if not PLAYED.db.exists():
        people = [Person("Nguyễn Thị Hằng", 3, level=0.4, growth=0.2), Person("Łukasz Żółć", 4, level=-0.2)]
        for i in range(5):
            sit(PLAYED, people[0] if i != 3 else people[1], START_S + i * 3 * DAY_S, "--blueprint", "b30", "--seed", 20 + i)
    return PLAYED


def run(*argv):
    return subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False)


def made(name, *options, **env):
    v = played()
    result = v.run("report", *options, "-o", name, **env)
    assert result.status == 0 and result.out == f"{name}\n", result.out + result.err
    return v.work / name


def words(path):
    return " ".join(run("pdftotext", "-layout", path, "-").stdout.decode().split())


REPORTS = {"progress.pdf": ["--progress", "--as", "Nguyễn Thị Hằng"], "letter.pdf": ["--as", "Łukasz Żółć", "--paper", "letter"],
           "coach.pdf": ["--as", "Nguyễn Thị Hằng", "--edition", "coach"], "cohort.pdf": ["--cohort"],
           "nobody.pdf": ["--as", "Somebody new"]}


@case
def qpdf_and_poppler_have_nothing_to_say():
    for name, options in REPORTS.items():
        path = made(name, *options)
        done = run("qpdf", "--check", path)
        assert done.returncode == 0 and b"No syntax or stream encoding errors" in done.stdout, done.stdout + done.stderr
        for argv in (["pdftotext", path, "-"], ["pdffonts", path], ["pdfinfo", "-struct-text", path],
                     ["pdftoppm", "-r", "30", path, path.with_suffix("")]):
            done = run(*argv)
            assert done.returncode == 0 and done.stderr == b"", (argv, done.stderr)


def own_grades(export, name):
    """First meetings with their grade, recomputed from the export alone."""
    met, grades, within, answered = set(), [], 0, 0
    for session in sorted(export["sessions"], key=lambda s: s["started_at"]):
        if session["candidate"] != name:
            continue
        for item in session["items"]:
            first = item["id"] not in met
            if item["state"] in ("pending", "not_asked", "not asked"):
                continue
            met.add(item["id"])
            ratings = item["ratings"]
            if first and ratings:
                grades.append(ratings[-1]["grade"])
            if first and not (ratings and ratings[-1]["no_answer"]) and item["state"] in ("answered", "rated"):
                answered += 1
                within += item["over_ms"] == 0
    return grades, within, answered


@case
def the_figures_on_the_page_are_those_of_stats_and_of_the_records():
    v = played()
    text = words(made("progress.pdf", *REPORTS["progress.pdf"]))
    stats = v.run("stats", "--json", "--as", "Nguyễn Thị Hằng").json()
    grades, within, answered = own_grades(v.export(), "Nguyễn Thị Hằng")
    assert stats["answers"] == len(grades), (stats["answers"], len(grades))
    assert f"4 sessions · {len(grades)} answers" in text, text[:300]
    assert f"{within} of {answered}" in text, (within, answered)
    for topic in stats["topics"]:
        if topic["n"] >= 3:
            assert f"{topic['low']:.1f}–{topic['high']:.1f}" in text, topic
    as_json = json.loads(made("progress.json", "--as", "Nguyễn Thị Hằng", "--format", "json").read_text())
    assert as_json["topics"] == stats["topics"] and as_json["overall"] == stats["overall"]


@case
def a_report_is_the_same_bytes_wherever_and_whenever_it_is_made():
    v = played()
    one = made("progress.pdf", *REPORTS["progress.pdf"]).read_bytes()
    again = made("again.pdf", *REPORTS["progress.pdf"], TZ="Asia/Tokyo", LC_ALL="C", LANG="de_DE.UTF-8").read_bytes()
    assert one == again
    assert made("dated.pdf", *REPORTS["progress.pdf"], "--date", "2026-05-01").read_bytes() != one
    v.run("report", "--cohort", "-o", "c.pdf")
    assert (v.work / "c.pdf").read_bytes() == made("cohort.pdf", "--cohort", TZ="America/Lima").read_bytes()


@case
def pseudonyms_leave_no_name_in_any_form():
    for form in ("pdf", "md", "json"):
        for options in (["--cohort"], ["--as", "Łukasz Żółć"]):
            path = made(f"hidden.{form}", *options, "--pseudonyms", "--format", form)
            text = words(path) if form == "pdf" else path.read_text()
            assert "Hằng" not in text and "Żółć" not in text, (form, options)
            assert "Candidate 0" in text, (form, options)


@case
def a_record_of_nobody_gives_a_page_that_says_how_to_begin():
    v = Viva()
    result = v.run("report")
    assert result.status == 0 and result.out == "viva-progress.pdf\n", result.err
    text = words(v.work / "viva-progress.pdf")
    assert "No session yet" in text and "viva solo" in text, text
    assert v.run("report", "--cohort").status == 0
    v.close()


@case
def markdown_and_svg_say_what_the_page_says():
    text = made("progress.md", "--as", "Nguyễn Thị Hằng", "--format", "md").read_text()
    assert text.startswith("PROGRESS REPORT\n\n# Nguyễn Thị Hằng\n"), text[:80]
    headline = text.split("\n\n")[3]
    page = words(made("progress.pdf", *REPORTS["progress.pdf"]))
    assert headline.replace("\\", "") in page, headline
    assert re.search(r"^\| Topic \| Mean grade \|", text, re.M), "no table"
    v = played()
    result = v.run("report", "--as", "Nguyễn Thị Hằng", "--format", "svg", "-o", "p.svg")
    assert result.out.split() == ["p-1.svg", "p-2.svg", "p-3.svg", "p-4.svg"], result.out + result.err
    assert (v.work / "p-1.svg").read_text().startswith("<svg") or "<svg" in (v.work / "p-1.svg").read_text()[:200]


@case
def three_reports_at_once_are_a_usage_error():
    v = played()
    assert v.run("report", "--cohort", "--session", "1").status == 2
    assert v.run("report", "--format", "doc").status == 2


main()
PLAYED.close()
