#!/usr/bin/python3
"""How fast the full screen answers, at a real terminal with the real clock.

Each key is timed from its write to the first byte painted.  Beside them stand, in the same run, what the
machine itself takes: an echo of the kernel's own line discipline, and a write with fsync like a commit's.
Bars (issue: the terminal): keys that change no record p50 1 ms, p99 16 ms; a commit plus 2 ms; idle 0.05 % of
a core and 3 wake-ups a second; 6 MB; from a fresh install to the first question within a second.
"""
import fcntl
import os
import select
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from viva import BINARY, Viva                                           # noqa: E402

KEYS = 400
COMMITS = 100
IDLE_S = 30
PATIENCE_S = 20


class Pty:
    def __init__(self, command, env, cwd):
        self.master, slave = os.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def place():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(command, cwd=cwd, env=env, stdin=slave, stdout=slave, stderr=slave, preexec_fn=place)
        os.close(slave)

    def wait(self, seconds):
        return bool(select.select([self.master], [], [], seconds)[0])

    def read_until(self, text):
        got, end = b"", time.monotonic() + PATIENCE_S
        while text not in got and time.monotonic() < end:
            if self.wait(0.1):
                got += os.read(self.master, 65536)
        assert text in got, (text, got[-300:])

    def quiet(self, seconds=0.03):
        while self.wait(seconds):
            os.read(self.master, 65536)

    def timed(self, key):
        """Milliseconds from the key to the first byte of what it paints."""
        self.quiet()
        begun = time.perf_counter()
        os.write(self.master, key)
        assert self.wait(PATIENCE_S), key
        took = (time.perf_counter() - begun) * 1000
        self.quiet(0.005)
        return took

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def row(name, times, unit="ms"):
    times = sorted(times)
    print(f"  {name:<44}{times[len(times) // 2]:>9.2f}{times[min(len(times) - 1, int(len(times) * 0.99))]:>9.2f} {unit}")


def first_question(v):
    begun = time.perf_counter()
    p = Pty([str(BINARY)], {**v.env, "TERM": "xterm-256color"}, v.work)
    p.read_until(b"choose")
    os.write(p.master, b"\r")
    p.read_until(b"begin, the clock starts")
    os.write(p.master, b"\r")
    p.read_until(b"Question 1 of")
    return p, (time.perf_counter() - begun) * 1000


def to_answer(p):
    for text in (b"begin to answer", b"I am done"):
        p.quiet()
        os.write(p.master, b"\r")
        p.read_until(text)


def echo_peer():
    p = Pty(["cat"], dict(os.environ), "/")
    time.sleep(0.1)
    times = [p.timed(b"x") for _ in range(KEYS)]
    p.close()
    return times


def commit_peer(folder):
    """An insert with the journal and syncs that the records use."""
    db = sqlite3.connect(f"{folder}/peer.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)")
    times = []
    for i in range(COMMITS):
        begun = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO t VALUES (?, zeroblob(200))", (i,))
        db.execute("COMMIT")
        times.append((time.perf_counter() - begun) * 1000)
    db.close()
    return times


def status(pid):
    text = Path(f"/proc/{pid}/status").read_text()
    return {line.split(":")[0]: line.split(":")[1].split()[0] for line in text.splitlines() if ":" in line and line.split(":")[1].split()}


def cpu_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(p):
    p.quiet()
    pid = p.process.pid
    before, cpu, begun, painted = status(pid), cpu_s(pid), time.monotonic(), 0
    while time.monotonic() - begun < IDLE_S:
        if p.wait(0.2):
            painted += len(os.read(p.master, 65536))
    after = status(pid)
    wakes = int(after["voluntary_ctxt_switches"]) - int(before["voluntary_ctxt_switches"])
    print(f"  idle for {IDLE_S} s: {100 * (cpu_s(pid) - cpu) / IDLE_S:.3f} % of a core, {wakes / IDLE_S:.1f} wake-ups/s, "
          f"{painted / IDLE_S:.0f} bytes/s; RssAnon {int(after['RssAnon']) / 1024:.1f} MB")


def main():
    starts = []
    for _ in range(5):
        v = Viva()
        p, took = first_question(v)
        starts.append(took)
        p.close()
        v.close()
    v = Viva()
    p, _ = first_question(v)
    to_answer(p)
    print("the full screen at 80x24                            median      p99")
    row("fresh install to the first question, 2 keys", starts)
    flags = [p.timed(b"f") for _ in range(COMMITS)]
    with tempfile.TemporaryDirectory(dir=v.home) as folder:
        row("a key that commits (flag)", flags)
        row("  peer: one SQLite commit of that kind", commit_peer(folder))
    row("a key that only shows (help, and back)", [p.timed(k) for _ in range(KEYS // 2) for k in (b"?", b"q")])
    idle(p)
    p.quiet()
    os.write(p.master, b"w")
    p.read_until(b"Alt-Enter")
    row("a letter in the editor, journalled", [p.timed(b"x") for _ in range(KEYS)])
    row("  peer: echo by the kernel", echo_peer())
    p.close()
    v.close()


main()
