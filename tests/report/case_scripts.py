"""Names in every script we print, as they are seen: our page beside what Pango makes of the same text and fonts."""
import os
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

from cases import case, main

BUILD = Path(os.environ.get("BUILD", "build"))
TOOL = BUILD / "tests/report/tool_scripts"
FOLDER = tempfile.TemporaryDirectory(prefix="viva-scripts-")
LATO, DEJAVU, HAN = "Lato", "DejaVu Sans", "WenQuanYi Micro Hei"
SIZE = 24
LINES = [
    (LATO, "Nguyễn Thị Hằng"), (LATO, "Łukasz Żółć"), (LATO, "Dvořák Ňuňo"), (LATO, "Işıl Ğüzel"),
    (LATO, "Παπαδόπουλος"), (LATO, "Иван Ёлкин"), (DEJAVU, "שלום מקדם"), (DEJAVU, "שָׁלוֹם"),
    (DEJAVU, "محمد عبد الله"), (DEJAVU, "مُحَمَّد"), (DEJAVU, "فارسی پژگچ"), (HAN, "李明王小红"), (HAN, "김민준박서연"),
    (HAN, "田中さくらヴィヴァ"),
]
# What looks alike and is not: an accent lost, letters not joined, written backwards, another character.
WRONG = {
    "Nguyễn Thị Hằng": "Nguyen Thi Hang", "Łukasz Żółć": "Lukasz Zołc", "Dvořák Ňuňo": "Dvorak Nuno",
    "Işıl Ğüzel": "Isil Guzel", "Παπαδόπουλος": "Παπαδοπουλοσ", "Иван Ёлкин": "Иван Елкин", "שלום מקדם": "םדקמ םולש",
    "محمد عبد الله": "\u200c".join("محمد عبد الله"), "李明王小红": "李朋王小紅", "김민준박서연": "김민쥰박서언",
}


def run(argv, **options):
    return subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **options)


def page(lines):
    path = Path(FOLDER.name) / "page.pdf"
    done = run([TOOL, path, SIZE, *lines])
    assert done.returncode == 0 and done.stderr == b"", done.stderr
    return path


def read_pgm(data):
    """Width, height and bytes of a binary PGM."""
    head = re.match(rb"P5\s+(?:#.*\n)*(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def ink(width, height, pixels, top=0, bottom=None):
    """Rows of ink inside its own box, as lists of 0 (paper) to 255."""
    rows = [[255 - p for p in pixels[y * width:(y + 1) * width]] for y in range(top, bottom or height)]
    used = [i for i, row in enumerate(rows) if max(row) > 96]
    if not used:
        return []
    rows = rows[used[0]:used[-1] + 1]
    columns = [x for x in range(width) if max(row[x] for row in rows) > 96]
    return [row[columns[0]:columns[-1] + 1] for row in rows]


GRID_W, GRID_H = 96, 24


def grid(rows):
    """The share of ink in each cell of a fixed grid laid over the box, so that sizes need not agree to the pixel."""
    if not rows:
        return [0.0] * (GRID_W * GRID_H)
    height, width = len(rows), len(rows[0])
    cells = []
    for j in range(GRID_H):
        y0, y1 = j * height // GRID_H, max(j * height // GRID_H + 1, (j + 1) * height // GRID_H)
        for i in range(GRID_W):
            x0, x1 = i * width // GRID_W, max(i * width // GRID_W + 1, (i + 1) * width // GRID_W)
            cells.append(sum(sum(row[x0:x1]) for row in rows[y0:y1]) / ((y1 - y0) * (x1 - x0) * 255.0))
    return cells


def likeness(a, b):
    """Correlation of two grids: 1 is the same picture."""
    n = len(a)
    ma, mb = sum(a) / n, sum(b) / n
    top = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    return top / max(1e-9, sum((x - ma) ** 2 for x in a) ** 0.5 * sum((y - mb) ** 2 for y in b) ** 0.5)


def ours(lines):
    """A grid for each line of our page."""
    stem = Path(FOLDER.name) / "ours"
    done = run(["pdftoppm", "-r", "144", "-gray", "-singlefile", page(lines), stem])
    assert done.returncode == 0 and done.stderr == b"", done.stderr
    width, height, pixels = read_pgm(stem.with_suffix(".pgm").read_bytes())
    scale = 144 / 72
    boxes = []
    for i in range(len(lines)):
        baseline = (100 + 3 * SIZE * i) * scale
        boxes.append(ink(width, height, pixels, int(baseline - 1.6 * SIZE * scale), int(baseline + 1.2 * SIZE * scale)))
    return boxes


def theirs(font, line):
    """The same text by Pango, which shapes, joins and reorders by its own means."""
    out = Path(FOLDER.name) / "theirs.png"
    done = run(["pango-view", "--no-display", "--backend=cairo", f"--font={font} {SIZE}", "--dpi=144", "--margin=20",
                "--hinting=none", f"--text={line}", "-o", out])
    assert done.returncode == 0, done.stderr
    return ink(*read_pgm(png_to_pgm(out)))


def png_to_pgm(path):
    import struct
    import zlib
    data, at, body = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
        if kind == b"IDAT":
            body += data[at + 8:at + 8 + length]
        at += 12 + length
    assert depth == 8, depth
    step = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    raw, row_bytes, out, before = zlib.decompress(body), width * step, bytearray(), bytearray(width * step)
    for y in range(height):
        kind, row = raw[y * (row_bytes + 1)], bytearray(raw[y * (row_bytes + 1) + 1:(y + 1) * (row_bytes + 1)])
        for x in range(row_bytes):
            a = row[x - step] if x >= step else 0
            b, c = before[x], before[x - step] if x >= step else 0
            if kind == 1:
                row[x] = (row[x] + a) & 255
            elif kind == 2:
                row[x] = (row[x] + b) & 255
            elif kind == 3:
                row[x] = (row[x] + (a + b) // 2) & 255
            elif kind == 4:
                nearest = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
                row[x] = (row[x] + nearest) & 255
        before = row
        out += row[::step]
    return b"P5 %d %d 255\n" % (width, height) + bytes(out)


@case
def every_name_is_seen_as_another_renderer_shows_it():
    for (font, line), box in zip(LINES, ours([line for _, line in LINES])):
        other = theirs(font, line)
        assert box and other, line
        same = likeness(grid(box), grid(other))
        shape = (len(box[0]) / len(box)) / (len(other[0]) / len(other))
        assert same > 0.9 and 0.97 < shape < 1.03, (line, same, shape)


@case
def what_is_not_the_name_looks_different():
    for font, line in LINES:
        if line in WRONG:
            box, = ours([line])
            right, wrong = (likeness(grid(box), grid(theirs(font, text))) for text in (line, WRONG[line]))
            assert wrong < right - 0.03, (line, WRONG[line], right, wrong)


@case
def names_are_copied_out_in_the_order_they_are_read():
    path = page([line for _, line in LINES])
    got = unicodedata.normalize("NFKC", run(["pdftotext", path, "-"]).stdout.decode())
    got = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", got)
    for _, line in LINES:
        if not any(unicodedata.combining(c) for c in line):     # poppler puts vowel points on lines of their own
            assert line in got, (line, got)
    # what reads aloud gets every name as it is written, points included
    done = run(["qpdf", "--json=2", "--json-key=qpdf", path])
    for _, line in LINES:
        if unicodedata.bidirectional(line[0]) in ("R", "AL"):
            assert f'"/ActualText": "u:{unicodedata.normalize("NFC", line)}"' in done.stdout.decode(), line


@case
def every_script_is_embedded_and_no_tool_complains():
    path = page([line for _, line in LINES])
    rows = run(["pdffonts", path]).stdout.decode().splitlines()[2:]
    assert len(rows) == 3 and all(" yes yes yes " in row for row in rows), rows
    for argv in (["qpdf", "--check", path], ["pdftotext", path, "-"], ["pdfinfo", "-struct-text", path]):
        done = run(argv)
        assert done.returncode == 0 and done.stderr == b"", (argv, done.stderr)


@case
def no_character_that_a_line_needs_is_an_empty_or_missing_glyph():
    # A line of one character each: all have ink, and none is the box of a missing glyph.
    missing, = ours(["\u0905"])         # Devanagari: in none of our fonts, shown as U+FFFD
    characters = sorted({c for _, line in LINES for c in line if not c.isspace() and not unicodedata.combining(c)})
    boxes = ours(characters)
    for character, box in zip(characters, boxes):
        assert box, character
        assert likeness(grid(box), grid(missing)) < 0.95, character


main()
