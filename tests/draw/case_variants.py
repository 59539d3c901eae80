"""The same draws from other compilers and optimisations, and with searching in place of counting."""
import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cases import case, main

ROOT = Path(os.environ["ROOT"])
SOURCES = [str(p) for p in sorted((ROOT / "src/draw").glob("*.c"))] + [
    str(ROOT / p) for p in ("src/base/rng.c", "src/base/arena.c", "src/base/buf.c", "src/base/err.c",
                            "src/base/line.c", "src/base/text.c", "src/bank/bank.c", "src/bank/rules.c",
                            "tests/draw/tool_draw.c")]
# What the draw does not call may need libraries that it does not.
UNUSED_OUT = ["-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections"]
SOAK = bool(os.environ.get("VIVA_SOAK"))


def build(name, compiler, *flags):
    tool = Path(os.environ["TMPDIR"], f"tool_draw-{name}")
    command = [compiler, "-std=c11", "-D_GNU_SOURCE", "-ffp-contract=off", *flags, *UNUSED_OUT]
    places = [f"-I{ROOT}/include", f"-I{ROOT}/src"]
    subprocess.run([*command, *places, "-o", tool, *SOURCES, "-lutf8proc"], check=True)
    return tool


def draws(tool, count, items, name):
    command = [tool, "0", str(count), str(items), "0", name]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    for d in found:
        del d["ms"]
    return found


@case
def gcc_and_clang_at_any_optimisation_draw_the_same_forms():
    wanted = [("O0", "gcc", "-O0"), ("O3", "gcc", "-O3")]
    if shutil.which("clang"):
        wanted.append(("clang", "clang", "-O2"))
    with ThreadPoolExecutor(2) as pool:
        tools = list(pool.map(lambda w: build(*w), wanted))
        found = list(pool.map(lambda t: draws(t, 2000 if SOAK else 84, 60, "all"), tools))
    assert len(found[0]) == (2000 if SOAK else 84)
    for (name, *_), other in zip(wanted, found):
        for a, b in zip(found[0], other):
            assert a == b, f"{name}: seed {a['seed']} ({a['class']})"


@case
def searching_finds_the_same_departures_as_counting():
    counting = build("count", "gcc", "-O2")
    searching = build("search", "gcc", "-O2", "-DEFFORT_STATES=60")
    other_forms = 0
    for a, b in zip(draws(counting, 60, 60, "scarce"), draws(searching, 60, 60, "scarce")):
        assert ("form" in a) == ("form" in b), f"seed {a['seed']}"
        assert a.get("departure") == b.get("departure"), f"seed {a['seed']}"
        other_forms += a.get("form") != b.get("form")
    assert other_forms > 5, "the states were hardly ever too many"


main()
