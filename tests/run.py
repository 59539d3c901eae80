#!/usr/bin/python3
"""Runs every test and counts: unit test programs, then tests/*/case_*.py and case_*.sh.

Each prints `pass NAME` or `fail NAME: why`, one line a case, and exits with 0 only if all
passed.  A program that dies, hangs or prints no case counts as failed.  The last line is
`N passed, N failed`.

    tests/run.py [--unit] [PART...]     only unit tests; only programs whose path has PART
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / os.environ.get("BUILD", "build")
WRAPPER = shlex.split(os.environ.get("VIVA_TEST_WRAPPER", ""))
JOBS = int(os.environ.get("VIVA_TEST_JOBS", 0)) or os.cpu_count() or 1
# Which size a property test takes, see test_size() in lib/test.h; whatever wraps a test is taken to be slow.
SIZE = {"VIVA_SOAK": os.environ["VIVA_SOAK"]} if "VIVA_SOAK" in os.environ else {"VIVA_SLOW": "1"} if WRAPPER else {}
FINDING = re.compile(r"==\d+==")      # begins a line of valgrind or a sanitizer, in a child too that the test kills
TIMEOUT_S = 6 * 3600 if "VIVA_SOAK" in SIZE else 3600 if WRAPPER else 900


def programs(unit_only, parts):
    found = []
    for source in sorted(ROOT.glob("tests/*/test_*.c")):
        found.append((source.relative_to(ROOT), WRAPPER + [str(BUILD / source.relative_to(ROOT).with_suffix(""))]))
    if not unit_only:
        for script in sorted(ROOT.glob("tests/*/case_*.py")):
            found.append((script.relative_to(ROOT), ["/usr/bin/python3", str(script)]))
        for script in sorted(ROOT.glob("tests/*/case_*.sh")):
            found.append((script.relative_to(ROOT), ["/bin/sh", str(script)]))
    return [p for p in found if not parts or any(part in str(p[0]) for part in parts)]


def run(program):
    name, argv = program
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="viva-test-") as home:
        os.chmod(home, 0o711)   # tests that run as another user must get through to their files
        env = {k: v for k, v in os.environ.items() if not k.startswith(("VIVA_", "XDG_", "MAKE"))}
        env.update(SIZE, HOME=home, BUILD=str(BUILD), ROOT=str(ROOT), TMPDIR=home, LC_ALL="C.UTF-8", TZ="UTC",
                   PYTHONDONTWRITEBYTECODE="1",
                   PYTHONPATH=str(ROOT / "tests" / "lib"), ASAN_OPTIONS="detect_leaks=1:abort_on_error=0",
                   UBSAN_OPTIONS="print_stacktrace=1")
        try:
            done = subprocess.run(argv, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=TIMEOUT_S)
            out, code = done.stdout.decode("utf-8", "replace"), done.returncode
        except subprocess.TimeoutExpired as late:
            out, code = (late.stdout or b"").decode("utf-8", "replace"), "timeout"
        except OSError as error:
            out, code = str(error), "not started"
    lines = out.splitlines()
    passed = sum(line.startswith("pass ") for line in lines)
    failed = sum(line.startswith("fail ") for line in lines)
    findings = sum(FINDING.match(line) is not None for line in lines)
    if failed == 0 and (code != 0 or passed == 0 or findings):
        failed = 1
        lines.append(f"fail {name}: exit {code} with {passed} cases" + (", and a finding above" if findings else ""))
    return name, passed, failed, lines, time.monotonic() - began


def main(args):
    unit_only = "--unit" in args
    parts = [a for a in args if not a.startswith("--")]
    passed = failed = 0
    with ThreadPoolExecutor(max_workers=JOBS) as pool:
        for name, good, bad, lines, seconds in pool.map(run, programs(unit_only, parts)):
            passed += good
            failed += bad
            print(f"{'ok  ' if bad == 0 else 'FAIL'} {name}: {good} passed" + (f", {bad} failed" if bad else "") +
                  (f" ({seconds:.0f} s)" if SIZE else ""), flush=True)
            if bad:
                for line in lines:
                    if not line.startswith("pass "):
                        print("     " + line)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
