"""The finished PDF, looked at from outside with qpdf and poppler."""
import json
import os
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

from cases import case, main

BUILD = Path(os.environ.get("BUILD", "build"))
TOOL = BUILD / "tests/report/tool_report"
SAMPLES = ["solo", "led", "empty", "unmarked", "one", "passed", "many", "long", "scripts"]
NAMES = ["Nguyễn Thị Hằng", "Łukasz Żółć", "Ωmega Παπαδόπουλος", "Иван Ёлкин", "Dvořák Ňuňo", "Işıl Ğüzel", "A. Å. Ø",
         "François Œuvré", "Ưng Ỗ Ẵ"]
FOLDER = tempfile.TemporaryDirectory(prefix="viva-pdf-")


def run(argv, **options):
    return subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **options)


def make(sample, *options, path=None, env=None):
    path = path or Path(FOLDER.name) / f"{sample}.pdf"
    done = run([TOOL, sample, path, *options], env={**os.environ, **(env or {})})
    assert done.returncode == 0 and done.stderr == b"", done.stderr
    return path


def text(path):
    return run(["pdftotext", "-layout", path, "-"]).stdout.decode()


@case
def qpdf_finds_every_sample_sound():
    for sample in SAMPLES:
        done = run(["qpdf", "--check", make(sample)])
        assert done.returncode == 0 and b"No syntax or stream encoding errors" in done.stdout, done.stdout + done.stderr


@case
def popplers_tools_have_nothing_to_complain_of():
    for sample in SAMPLES:
        path = make(sample)
        for argv in (["pdftotext", path, "-"], ["pdffonts", path], ["pdfinfo", path], ["pdfinfo", "-struct-text", path],
                     ["pdftoppm", "-r", "40", path, Path(FOLDER.name) / "page"]):
            done = run(argv)
            assert done.returncode == 0 and done.stderr == b"", (argv, done.stderr)


@case
def every_font_is_embedded_as_a_subset_with_a_way_back_to_unicode():
    for sample in SAMPLES:
        rows = run(["pdffonts", make(sample)]).stdout.decode().splitlines()[2:]
        assert 3 <= len(rows) <= 7, rows
        for row in rows:
            assert re.match(r"[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", row), row


@case
def a_report_in_latin_text_has_four_fonts_and_is_small():
    path = make("solo")
    assert len(run(["pdffonts", path]).stdout.splitlines()) == 2 + 4
    assert path.stat().st_size < 65000, path.stat().st_size


@case
def names_come_back_code_point_for_code_point():
    for name in NAMES:
        path = make("one", "-n", name)
        name = unicodedata.normalize("NFC", name)
        assert name in text(path), (name, text(path)[:200])
        assert name in run(["pdfinfo", path]).stdout.decode(), name
        assert any(name in line for line in run(["pdfinfo", "-struct-text", path]).stdout.decode().splitlines()), name


@case
def a_name_no_font_has_is_a_box_and_a_report_all_the_same():
    assert "\ufffd\ufffd" in text(make("one", "-n", "\u0905\u092c"))       # Devanagari
    assert "^[[31mA<202E>" in text(make("one", "-n", "\x1b[31mA\u202e"))


@case
def a_stacked_accent_is_drawn():
    def name_pixels(name):
        stem = Path(FOLDER.name) / "crop"
        # the box of the name at 200 dpi: 45..300 pt across, 50..82 pt down
        done = run(["pdftoppm", "-r", "200", "-x", "125", "-y", "148", "-W", "700", "-H", "80", "-singlefile",
                    make("one", "-n", name), stem])
        assert done.returncode == 0
        return stem.with_suffix(".ppm").read_bytes()

    assert name_pixels("Nguyễn") != name_pixels("Nguyen")
    assert name_pixels("Nguyễn") != name_pixels("Nguyên")
    assert name_pixels("Nguyễn") == name_pixels("Nguye\u0302\u0303n")       # composed before it is drawn
    assert name_pixels("\u00a0") != name_pixels("Nguyen")


def comma_locale():
    """An environment whose decimal point is a comma, built here: few machines have one installed."""
    folder = Path(FOLDER.name) / "locale"
    if not folder.exists():
        folder.mkdir()
        run(["localedef", "-i", "de_DE", "-f", "UTF-8", "--no-archive", folder / "de_DE.UTF-8"])
    env = {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8"}
    point = run(["locale", "decimal_point"], env={**os.environ, **env}).stdout
    assert point == b",\n", point
    return {**env, "ASAN_OPTIONS": "detect_leaks=0"}        # the C library keeps LOCPATH in pieces


@case
def the_same_record_gives_the_same_file_whatever_the_place_and_time():
    first = make("solo").read_bytes()
    elsewhere = Path(FOLDER.name) / "elsewhere"
    elsewhere.mkdir()
    for number, env in enumerate([{}, {"TZ": "Pacific/Auckland"}, comma_locale(), {"LC_ALL": "C"},
                                  {"TZ": "America/New_York", "HOME": "/"}]):
        path = make("solo", path=elsewhere / f"again-{number}.pdf", env=env)
        assert path.read_bytes() == first, env
    done = run([TOOL.resolve(), "solo", "here.pdf"], cwd=elsewhere)
    assert done.returncode == 0 and (elsewhere / "here.pdf").read_bytes() == first
    assert make("solo", "-d", "2026-03-08").read_bytes() != first


@case
def advice_has_a_decimal_point_in_every_locale():
    for env in ({}, comma_locale()):
        said = text(make("gap", path=Path(FOLDER.name) / "gap.pdf", env=env))
        assert "You predicted 2.3 higher than the grades" in " ".join(said.split()), said


@case
def the_file_carries_title_language_and_structure():
    path = make("solo")
    info = run(["pdfinfo", path]).stdout.decode()
    for line in (r"Title: +Session report · Nguyễn Thị Hằng · 8 March 2025", r"Author: +viva", r"Tagged: +yes",
                 r"PDF version: +1\.7", r"Page size: +595\.28 x 841\.89 pts \(A4\)"):
        assert re.search(line, info), info
    assert "CreationDate" not in info
    plain = run(["qpdf", "--qdf", "--object-streams=disable", path, "-"]).stdout
    for part in (b"/Lang (en)", b"/DisplayDocTitle true", b"/Marked true", b"/Type /StructTreeRoot", b"/PageLabels"):
        assert part in plain, part
    meta = run(["pdfinfo", "-meta", path]).stdout.decode()
    for part in ("<rdf:li xml:lang=\"x-default\">Session report · Nguyễn Thị Hằng · 8 March 2025</rdf:li>",
                 "<dc:language><rdf:Bag><rdf:li>en</rdf:li>", "<dc:format>application/pdf</dc:format>"):
        assert part in meta, meta
    hostile = run(["pdfinfo", "-meta", make("one", "-n", "<&>")])
    assert "&lt;&amp;&gt;" in hostile.stdout.decode()


@case
def the_structure_reads_in_the_order_of_the_page():
    tree = run(["pdfinfo", "-struct-text", make("solo")]).stdout.decode()
    order = ["SESSION REPORT", "H1 ", "Nguyễn Thị Hằng", "You answered 5 of 6", "2.2 mean of 6", "H2 ",
             "How did each", "Table", "TH", "Scope /Column", "TR", "Scope /Row", "Link", "1 Train, validation", "Figure", "2:20 of 3:00",
             "Keep", "LI", "LBody", "Link", "Question 1", "Three things", "How sure is this?", "Where did the minutes",
             "Table", "Scope /Row", "Is this usual?", "Figure", "Which kind", "How these figures", "one by one", "H3",
             "1 Train, validation", "Table", "Scope /Column", "Each split answers", "said"]
    at = 0
    for part in order:
        found = tree.find(part, at)
        assert found >= 0, (part, tree[at:at + 300])
        at = found
    assert "chain" not in tree      # the footer is no part of the text


def objects(path):
    """The objects of a file as Python values; texts as such."""
    document = json.loads(run(["qpdf", "--json=2", "--json-key=qpdf", path]).stdout)["qpdf"][1]
    return [o["value"] if "value" in o else o["stream"]["dict"] for name, o in document.items() if name != "trailer"]


def texts(path, key):
    return [o[key][2:] for o in objects(path) if isinstance(o, dict) and o.get(key, "").startswith("u:")]


@case
def every_chart_has_words_for_those_who_do_not_see_it_and_says_where_it_is():
    path = make("solo")
    figures = [o for o in objects(path) if isinstance(o, dict) and o.get("/S") == "/Figure"]
    alts = texts(path, "/Alt")
    assert len(alts) == len(figures) == 30, (len(alts), len(figures))
    assert "Bar: 9:21 of 8:00 minutes used, 1:21 over the limit." in alts, alts
    assert "Axis from 0 to 4: grade 4, predicted 3." in alts, alts
    assert any(alt.startswith("Question 5 began at minute ") and "1:21 of it over the limit" in alt for alt in alts), alts
    for figure in figures:
        left, bottom, right, top = figure["/A"]["/BBox"]
        assert 44 <= left < right <= 551 and 0 < bottom <= top < 842, figure


@case
def bookmarks_have_levels_and_links_belong_to_the_text():
    path = make("solo")
    titles = texts(path, "/Title")
    assert "How did each question go?" in titles and "Three things to do next" in titles, titles
    under = [o for o in objects(path) if isinstance(o, dict) and o.get("/Title") == "u:Question 6"]
    top = next(o for o in objects(path) if isinstance(o, dict) and o.get("/Title") == "u:The questions one by one")
    assert len(under) == 1 and abs(top["/Count"]) == 6, (top, under)
    links = [o for o in objects(path) if isinstance(o, dict) and o.get("/Subtype") == "/Link"]
    assert len(links) == 12 and all("/StructParent" in o and o["/Contents"] for o in links)
    owners = [o for o in objects(path) if isinstance(o, dict) and o.get("/S") == "/Link"]
    assert len(owners) == 12 and all(any(isinstance(k, dict) and k.get("/Type") == "/OBJR" for k in o["/K"]) for o in owners)


@case
def no_word_stands_outside_the_margins_or_on_another():
    for sample in SAMPLES:
        boxes = run(["pdftotext", "-bbox", make(sample), "-"]).stdout.decode("utf-8", "replace")
        for page in boxes.split("<page ")[1:]:
            words = [tuple(map(float, w)) for w in
                     re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)]
            assert words, sample
            # boxes are line high: less a quarter at the top, less a bit at the bottom, they are the ink
            words = [(a, b + 0.26 * (d - b), c, d - 0.1 * (d - b)) for a, b, c, d in words]
            for i, (a, b, c, d) in enumerate(words):
                assert a >= 44 and c <= 551.5 and b >= 41 and d <= 822, (sample, words[i])
                for e, f, g, h in words[:i]:
                    assert min(c, g) - max(a, e) <= 0.4 or min(d, h) - max(b, f) <= 0.4, (sample, words[i], (e, f, g, h))


@case
def markdown_carries_the_same_words_and_figures():
    for sample in ("solo", "led", "many", "scripts"):
        said = make(sample, path=Path(FOLDER.name) / "report.md").read_text().replace("\\", "")
        for alt in texts(make(sample), "/Alt"):
            assert alt in said, (sample, alt)
        words = set(run(["pdftotext", "-nodiag", make(sample), "-"]).stdout.decode().split())
        figures = {w for w in words if re.fullmatch(r"\d+\.\d|\d+:\d\d", w)}
        assert len(figures) > 10 and not {w for w in figures if w not in said}, (sample, figures)
        for heading in ("## How did each question go?", "## Keep", "## Three things to do next", "## The questions one by one"):
            assert heading in said, (sample, heading)


@case
def the_svg_is_well_formed_and_says_what_the_page_says():
    path = make("solo", path=Path(FOLDER.name) / "page.svg")
    assert run(["xmllint", "--noout", path]).returncode == 0
    content = path.read_text()
    assert "Nguyễn Thị Hằng" in content and "Three things to do next" in content
    hostile = make("one", "-n", '<script>"&', path=Path(FOLDER.name) / "hostile.svg")
    assert run(["xmllint", "--noout", hostile]).returncode == 0
    assert "&lt;script&gt;&quot;&amp;" in hostile.read_text()


main()
