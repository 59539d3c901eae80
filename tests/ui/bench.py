#!/usr/bin/python3
"""How fast the full screen answers, at a real terminal with the real clock.

Each key is timed from its write to the first byte painted.  Beside them stand, in the same run, what the
machine itself takes: an echo of the kernel's own line discipline, and a write with fsync like a commit's.
Bars (issue: the terminal): keys that change no record p50 1 ms, p99 16 ms; a commit plus 2 ms; idle 0.05 % of
a core and 3 wake-ups a second; 6 MB; from a fresh install to the first question within a second.
"""
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from bench_pty import Pty, commit_times                                 # noqa: E402
from viva import BINARY, Viva                                           # noqa: E402

KEYS = 400
COMMITS = 100
IDLE_S = 30


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
    row("a key that commits (flag)", flags)
    row("  peer: one SQLite commit of that kind", commit_times(v.home))
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
