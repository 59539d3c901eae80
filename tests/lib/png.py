"""Pictures of pages, small: pdftoppm draws, and the colours of a page fit a palette of 256."""
import struct
import subprocess
import zlib
from collections import Counter

DPI = 72


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def nearest(colour, palette):
    return min(range(len(palette)), key=lambda i: sum((a - b) ** 2 for a, b in zip(colour, palette[i])))


def write_png(path, width, height, pixels):
    """`pixels`: an RGB triple for each."""
    counts = Counter(pixels)
    palette = [colour for colour, _ in counts.most_common(256)]
    index = {colour: i for i, colour in enumerate(palette)}
    for colour in counts:
        if colour not in index:
            index[colour] = nearest(colour, palette)
    flat = bytes(index[colour] for colour in pixels)
    rows = b"".join(b"\0" + flat[y * width:(y + 1) * width] for y in range(height))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)) +
                     chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)) +
                     chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def read_ppm(data):
    _, size, _, pixels = data.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, list(zip(pixels[0::3], pixels[1::3], pixels[2::3]))


def page_pictures(pdf):
    """`report.pdf` becomes report-1.png and so on, or report.png where it has one page."""
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    pages = next(int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:"))
    for old in pdf.parent.glob(pdf.stem + "*.png"):
        old.unlink()
    for page in range(1, pages + 1):
        drawn = subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), pdf], check=True,
                               capture_output=True).stdout
        name = pdf.stem if pages == 1 else f"{pdf.stem}-{page}"
        write_png(pdf.with_name(name + ".png"), *read_ppm(drawn))
