#!/usr/bin/python3
"""Reruns the scripts behind the logs of the question sets and compares.

Every log of an item comes from a real run: the script named after the item prints each
`code-block role="log"` of that item verbatim.  An item whose logs have no script says in its
source-note where they come from.

    compare.py [ITEM...]        all items, or these
"""
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETS = HERE.parent.parent / "question-sets"
NS = "{urn:viva:item-bank:1}"
TIMEOUT_S = 300


def text_of(block):
    """Code as a bank keeps it: no newline at either end, no blanks at line ends."""
    lines = "".join(block.itertext()).strip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def items():
    for path in sorted(SETS.glob("*.xml")):
        for item in ET.parse(path).getroot().iter(NS + "item"):
            logs = [text_of(b) for b in item.iter(NS + "code-block") if b.get("role") == "log"]
            yield item.get("id"), logs, item.find(NS + "source-note") is not None


def script_of(name):
    for suffix, runner in ((".py", "/usr/bin/python3"), (".sh", "/bin/bash")):
        path = HERE / (name + suffix)
        if path.exists():
            return [runner, str(path)]
    return None


def judge(entry):
    name, logs, noted = entry
    argv = script_of(name)
    if argv is None:
        return name, None if noted or not logs else "has logs, but neither script nor source-note"
    with tempfile.TemporaryDirectory() as work:
        env = {"PATH": os.environ["PATH"], "HOME": work, "LC_ALL": "C.UTF-8", "TZ": "UTC", "OMP_NUM_THREADS": "1"}
        try:
            done = subprocess.run(argv, cwd=work, env=env, capture_output=True, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            return name, f"ran for more than {TIMEOUT_S} s"
    if done.returncode != 0:
        return name, "failed: " + done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
    printed = "\n".join(line.rstrip() for line in done.stdout.decode("utf-8", "replace").split("\n"))
    for log in logs:
        if log not in printed:
            return name, "does not print this log:\n" + log
    return name, None


def main(wanted):
    entries = [e for e in items() if not wanted or e[0] in wanted]
    known = {e[0] for e in entries}
    passed = failed = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for name, problem in pool.map(judge, entries):
            if problem is not None:
                print(f"fail {name}: {problem}")
                failed += 1
            elif script_of(name) is not None:
                print(f"pass {name}")
                passed += 1
    for path in sorted(HERE.glob("*.[ps][yh]")) if not wanted else []:
        if path.stem not in known and path.name != "compare.py":
            print(f"fail {path.name}: belongs to no item")
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))
