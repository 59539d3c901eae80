#!/usr/bin/python3
"""`make bench`: the draw at four sizes of bank, beside simpler ways and an integer program.

Processor time of one core; loading stands apart.  GLPK solves a model with a variable for each item and random costs,
as a second draw by an optimiser needs; it is left out where one solution takes minutes.
"""
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import loading
import oracle

BUILD = Path(os.environ["BUILD"]).resolve() / "tests/draw"
SIZES = [(160, 60, 20), (1000, 40, 10), (10000, 20, 5), (100000, 6, 5)]
GLPK_SIZES = (160, 1000)
GLPK_INSTANCES = 12
BARS = {1000: 5, 10000: 15, 100000: 60}


def glpk(size):
    """Milliseconds of each solution, and how many were admissible."""
    topics = 12 if size < 500 else 20
    command = [BUILD / "tool_draw", "1", str(GLPK_INSTANCES), str(size), str(topics), "free"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    times, solved = [], 0
    for d in map(json.loads, lines):
        if "form" not in d:
            continue
        costs = " + ".join(f"{random.randrange(4096)} x{i}" for i in oracle.eligible(d))
        text = oracle.model(d, oracle.Limits(d), None).replace(" cost: 0 none", f" cost: {costs}")
        with tempfile.TemporaryDirectory() as place:
            program = Path(place, "model.lp")
            program.write_text(text)
            start = time.monotonic()
            run = subprocess.run(["glpsol", "--lp", program, "--pcost", "--tmlim", "60"], capture_output=True,
                                 text=True, check=False)
            times.append((time.monotonic() - start) * 1000)
            solved += "INTEGER OPTIMAL SOLUTION FOUND" in run.stdout
    return times, solved


def row(name, median, p99, admissible, note=""):
    print(f"  {name:<22} {median:>10.3f} {p99:>10.3f} {100 * admissible:>11.3f} %  {note}")


def bench():
    for size, banks, draws in SIZES:
        command = [BUILD / "tool_bench", str(size), str(banks), str(draws)]
        d = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"{size} items, {d['draws']} draws; memory added by drawing {d['added_mb']} MB (bar 64)")
        print(f"  {'':<22} {'median ms':>10} {'p99 ms':>10} {'admissible':>13}")
        bar = f"bar: median {BARS[size]}, p99 500" if size in BARS else ""
        for name in ("viva", "plain random", "per-topic quotas"):
            m = d[name]
            row(name, m["median_ms"], m["p99_ms"], m["admissible"], bar if name == "viva" else "")
        if size in GLPK_SIZES:
            times, solved = glpk(size)
            row("GLPK, item model", statistics.median(times), max(times), solved / len(times),
                f"{len(times)} solutions, never equally likely; with starting glpsol")


loading.bench()
bench()
