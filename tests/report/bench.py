#!/usr/bin/python3
"""`make bench`: the pages of a progress report, drawn by viva and by what one would take instead.

The same display list is replayed by reportlab and by cairo.  Drawing alone: without the start of Python, imports,
opening the fonts and reading the list; viva's includes its lint and the structure tree, which the others do not
have.  cairo is a C library: the time that the loop over the list takes in Python, measured with a pen that does
nothing, does not count for it.  Whole programs: from start to end.  Processor time of one core, medians.
"""
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cairo
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from long_history import lengthen, play  # noqa: E402
from viva import BINARY, Viva  # noqa: E402

TOOL = Path(os.environ["BUILD"]).resolve() / "tests/report/tool_bench"
RUNS = 15
FONTS = {"regular": ("Lato", "Regular"), "semibold": ("Lato Semibold", "Semibold"), "bold": ("Lato Bold", "Bold"),
         "mono": ("DejaVu Sans Mono", None)}
FONT_FILES = {"regular": "lato/Lato-Regular", "semibold": "lato/Lato-Semibold", "bold": "lato/Lato-Bold",
              "mono": "dejavu/DejaVuSansMono"}
BARS = {"reportlab": 8.0, "cairo": 1.0}


def colour(word):
    value = int(word.lstrip("#"), 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def parse(path):
    """Each op as (kind, numbers, attributes, text)."""
    ops = []
    for line in path.read_text().splitlines():
        text = re.search(r'"(.*)"$', line)
        head = line[:text.start()] if text else line
        words = head.split()
        if words[0] not in ("page", "rect", "line", "circle", "polygon", "text"):
            continue
        numbers = [float(w) for w in words[1:] if re.fullmatch(r"-?[0-9.]+", w)]
        named = dict(w.split("=", 1) for w in words[1:] if "=" in w)
        face = next((w for w in words[1:] if w in FONTS), None)
        ops.append((words[0], numbers, named, face, text.group(1) if text else None))
    return ops


def with_reportlab(ops):
    out = io.BytesIO()
    page = None
    height = 0
    for kind, n, named, face, text in ops:
        if kind == "page":
            if page is None:
                page = canvas.Canvas(out, pagesize=(n[0], n[1]))
            else:
                page.showPage()
            height = n[1]
            continue
        fill, stroke = named.get("fill"), named.get("stroke")
        if fill:
            page.setFillColorRGB(*colour(fill))
        if stroke:
            page.setStrokeColorRGB(*colour(stroke))
            page.setLineWidth(float(named.get("width", 1)))
        if kind == "text":
            page.setFont(face, n[2])
            page.drawString(n[0], height - n[1], text)
        elif kind == "rect":
            page.rect(n[0], height - n[1] - n[3], n[2], n[3], stroke=bool(stroke), fill=bool(fill))
        elif kind == "line":
            page.line(n[0], height - n[1], n[2], height - n[3])
        elif kind == "circle":
            page.circle(n[0], height - n[1], n[2], stroke=bool(stroke), fill=bool(fill))
        else:
            path = page.beginPath()
            path.moveTo(n[0], height - n[1])
            for i in range(2, len(n) - 1, 2):
                path.lineTo(n[i], height - n[i + 1])
            path.close()
            page.drawPath(path, stroke=bool(stroke), fill=bool(fill))
    page.save()
    return len(out.getvalue())


class IdlePen:
    """Draws nothing."""

    def nothing(self, *_):
        pass

    set_font_face = set_font_size = set_source_rgb = set_line_width = move_to = line_to = show_text = nothing
    rectangle = new_sub_path = arc = close_path = fill = fill_preserve = stroke = show_page = nothing


def with_cairo(ops, faces):
    out = io.BytesIO()
    surface = cairo.PDFSurface(out, 595.28, 841.89)
    move_pen(ops, faces, cairo.Context(surface))
    surface.finish()
    return len(out.getvalue())


def move_pen(ops, faces, pen):
    first = True
    for kind, n, named, face, text in ops:
        if kind == "page":
            if not first:
                pen.show_page()
            first = False
            continue
        fill, stroke = named.get("fill"), named.get("stroke")
        if kind == "text":
            pen.set_font_face(faces[face])
            pen.set_font_size(n[2])
            pen.set_source_rgb(*colour(fill))
            pen.move_to(n[0], n[1])
            pen.show_text(text)
            continue
        if kind == "rect":
            pen.rectangle(*n[:4])
        elif kind == "line":
            pen.move_to(n[0], n[1])
            pen.line_to(n[2], n[3])
        elif kind == "circle":
            pen.new_sub_path()
            pen.arc(n[0], n[1], n[2], 0, 6.283185307)
        else:
            for i in range(0, len(n) - 1, 2):
                pen.line_to(n[i], n[i + 1])
            pen.close_path()
        if fill:
            pen.set_source_rgb(*colour(fill))
            (pen.fill_preserve if stroke else pen.fill)()
        if stroke:
            pen.set_line_width(float(named.get("width", 1)))
            pen.set_source_rgb(*colour(stroke))
            pen.stroke()


def reportlab_fonts():
    for face, file in FONT_FILES.items():
        pdfmetrics.registerFont(TTFont(face, f"/usr/share/fonts/truetype/{file}.ttf"))


def timed(draw):
    times, size = [], 0
    for _ in range(RUNS):
        start = time.process_time()
        size = draw()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), size


def whole(*command, env=None):
    """Processor time of a whole run, start of the program and fonts included."""
    times = []
    for _ in range(5):
        child = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, env=env)
        usage = os.wait4(child.pid, 0)[2]
        child.returncode = 0
        times.append((usage.ru_utime + usage.ru_stime) * 1000)
    return statistics.median(times)


def tool(*args):
    return json.loads(subprocess.run([TOOL, *map(str, args)], capture_output=True, text=True, check=True).stdout)


def bench():
    with tempfile.TemporaryDirectory() as place:
        dump = Path(place, "pages.txt")
        own = tool(12, RUNS, dump)
        ops = parse(dump)
        runs = {"viva": whole(TOOL, 12, 1)}
        for name in BARS:
            runs[name] = whole("/usr/bin/python3", __file__, name, dump)
    reportlab_fonts()
    faces = {face: cairo.ToyFontFace(name) for face, (name, _) in FONTS.items()}
    idle_ms, _ = timed(lambda: move_pen(ops, faces, IdlePen()))
    cairo_ms, cairo_bytes = timed(lambda: with_cairo(ops, faces))
    others = {"reportlab": timed(lambda: with_reportlab(ops)), "cairo": (cairo_ms - idle_ms, cairo_bytes)}
    print(f"progress report, 4 pages, {len(ops)} shapes and texts: ms of processor time, bytes")
    print(f"  {'viva, drawing':<22} {own['draw_ms']:>9.2f} {own['bytes']:>9}  bar: 66560 bytes")
    print(f"  {'viva, with figures':<22} {own['figures_ms'] + own['layout_ms'] + own['draw_ms']:>9.2f}")
    for name, (ms, size) in others.items():
        print(f"  {name:<22} {ms:>9.2f} {size:>9}  {ms / own['draw_ms']:.1f} times viva's drawing; "
              f"bar {BARS[name]:.0f}")
    print("the same as whole programs, from start to end (of viva with the figures, of the others without)")
    for name, ms in runs.items():
        print(f"  {name:<22} {ms:>9.1f}  {ms / runs['viva']:.1f} times viva")
    print("long files: ms, ms a page, memory at most")
    for pages in (100, 200, 500, 1000):
        m = tool("pages", pages)
        print(f"  {m['pages']:>5} pages {m['ms']:>12.1f} {m['ms'] / m['pages']:>9.3f} {m['rss_kb'] / 1024:>8.1f} MB")
    print("long histories, figures to finished file: ms")
    for sessions, bar in ((200, 500), (10000, 3000)):
        m = tool(sessions, 3)
        print(f"  {sessions:>5} sessions {m['figures_ms'] + m['layout_ms'] + m['draw_ms']:>9.1f}  bar {bar}")


    long_histories()


def long_histories():
    """The program itself, from the database to the finished file."""
    print("the same by the program, from a database: ms of processor time")
    v = Viva()
    play(v)
    for sessions, bar in ((200, 500), (10000, 3000)):
        lengthen(v.db, sessions)
        out = v.work / "report.pdf"
        ms = whole(BINARY, "report", "--progress", "-o", out, env=v.env)
        print(f"  {sessions:>5} sessions {ms:>9.1f}  bar {bar}; {v.db.stat().st_size / 1e6:.0f} MB of database")
    v.close()


def draw_once(name, dump):
    ops = parse(Path(dump))
    if name == "reportlab":
        reportlab_fonts()
        with_reportlab(ops)
    else:
        with_cairo(ops, {face: cairo.ToyFontFace(family) for face, (family, _) in FONTS.items()})


if len(sys.argv) > 2:
    draw_once(*sys.argv[1:3])
else:
    bench()
