"""Answers of the draw compared with an independent integer program (glpsol).

VIVA_SOAK=1 compares 5,000 instances instead of 100.
"""
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import oracle
from cases import case, main

TOOL = Path(os.environ["BUILD"]).resolve() / "tests/draw/tool_draw"
SOAK = bool(os.environ.get("VIVA_SOAK"))
KINDS = ["concept", "scenario", "troubleshooting", "behavioural"]


def instances(first, count, items, name):
    command = [TOOL, str(first), str(count), str(items), "0", name]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def in_parallel(judge, found):
    with ThreadPoolExecutor(2) as pool:
        return [answer for answer in pool.map(judge, found) if answer]


def best_of(d):
    limits = oracle.Limits(d)
    wanted = oracle.targets(d, limits)
    return oracle.solve(d, limits, wanted) if wanted else None


@case
def feasibility_and_least_departure_equal_the_independent_optimum():
    if SOAK:
        found = instances(0, 4000, 0, "all") + instances(4000, 1000, 60, "scarce")
    else:
        found = instances(0, 66, 60, "all") + instances(700, 14, 160, "all") + instances(0, 20, 60, "scarce")

    def judge(d):
        best, got = best_of(d), d.get("departure")
        return None if best == got else f"seed {d['seed']} ({d['class']}): {got}, not {best}"

    wrong = in_parallel(judge, found)
    assert not wrong, wrong
    assert sum("form" in d for d in found) > len(found) / 2
    assert sum(d.get("departure", 0) > 0 for d in found) >= len(found) / 50, "too few need a departure"


def rule_of(limits, d, on, value):
    """Index of a quota in limits.quotas."""
    number = {"area": 0, "topic": 1, "kind": 2, "difficulty": 3}[on]
    v = KINDS.index(value) if on == "kind" else int(value.rsplit("-", 1)[-1])
    return [k for k, q in enumerate(limits.quotas) if q[0] == number and q[1] == v]


def change(limits, d, words, back=0):
    """Applies one change of a repair in words, `back` less of it."""
    def moved(old, new):
        assert old != new
        return new - back if new > old else new + back

    if m := re.fullmatch(r"(lower|raise) the items from (\d+) to (\d+)", words):
        n = moved(int(m[2]), int(m[3]))
        limits.items = (n, n)
    elif m := re.fullmatch(r"(?:lower|raise) the (least|most) answer minutes from (\d+) to (\d+)", words):
        low, high = limits.minutes
        new = moved(int(m[2]), int(m[3]))
        limits.minutes = (new, high) if m[1] == "least" else (low, new)
    elif m := re.fullmatch(r"raise topic-max from (\d+) to (\d+)", words):
        limits.topic_max = moved(int(m[1]), int(m[2]))
    elif m := re.fullmatch(r"let two of the enemies (g\d+) meet", words):
        if not back:
            del limits.enemies[int(m[1][1:])]
    elif m := re.fullmatch(r"do not require item (\S+)", words):
        if not back:
            limits.required.clear()     # there is never more than one
    else:
        m = re.fullmatch(r"(?:lower|raise) the (least|most) of (\w+) (\S+) from (\d+) to (\d+)", words)
        assert m, words
        new = moved(int(m[4]), int(m[5]))
        for k in rule_of(limits, d, m[2], m[3]):
            on, v, low, high = limits.quotas[k]
            limits.quotas[k] = (on, v, new, high) if m[1] == "least" else (on, v, low, new)


def loosened(d, changes, weaker=None):
    limits = oracle.Limits(d)
    for k, words in enumerate(changes):
        change(limits, d, words, back=int(k == weaker))
    return limits


def cost_of(words):
    """As src/draw/nearest.h weighs one change."""
    m = re.search(r"from (\d+) to (\d+)", words)
    each = 1 if "answer minutes" in words else 10 if "the items" in words else 5
    return 10 + each * abs(int(m[1]) - int(m[2]))


@case
def no_repair_by_numbers_is_cheaper_than_the_one_named():
    found = [d for d in instances(6000, 600 if SOAK else 30, 0, "impossible") if "repair" in d]

    def judge(d):
        best = oracle.repair_cost(d, oracle.Limits(d))
        got = sum(cost_of(words) for words in d["repair"].split(", and "))
        return None if got == best else f"seed {d['seed']}: {got}, not {best}: {d['repair']}"

    wrong = in_parallel(judge, found)
    assert not wrong, wrong
    assert len(found) > (500 if SOAK else 20)


@case
def every_repair_works_and_no_lesser_one_does():
    found = [d for d in instances(0, 700 if SOAK else 16, 0 if SOAK else 60, "impossible") if "repair" in d]

    def judge(d):
        changes = d["repair"].split(", and ")
        if oracle.solve(d, loosened(d, changes)) is None:
            return f"seed {d['seed']}: does not help: {d['repair']}"
        for k in range(len(changes)):
            if oracle.solve(d, loosened(d, changes, weaker=k)) is not None:
                return f"seed {d['seed']}: less would do: {d['repair']}"
        return None

    wrong = in_parallel(judge, found)
    assert not wrong, wrong
    assert len(found) > (400 if SOAK else 8)


def only(d, rules):
    """The limits of some rules alone."""
    every, limits = oracle.Limits(d), oracle.Limits(d)
    names = {on for on, _ in rules}
    limits.items = every.items if "items" in names else (0, 60)
    limits.minutes = every.minutes if "minutes" in names else None
    limits.topic_max = every.topic_max if "topic-max" in names else None
    limits.first = "first" in names
    limits.quotas = [every.quotas[k] for on, value in rules if on in ("area", "topic", "kind", "difficulty")
                     for k in rule_of(every, d, on, value)]
    limits.enemies = {g: m for g, m in every.enemies.items() if ("enemies", f"g{g}") in rules}
    limits.required = every.required if "required" in names else set()
    return limits


@case
def every_conflict_is_one_and_would_vanish_without_any_of_its_rules():
    found = instances(5000, 400, 0, "impossible") if SOAK else instances(5000, 12, 60, "impossible")
    found = [d for d in found if "repair" in d]

    def judge(d):
        rules = [tuple(r) for r in d["conflict"]]
        if oracle.solve(d, only(d, rules)) is not None:
            return f"seed {d['seed']}: no conflict: {rules}"
        for r in rules:
            if oracle.solve(d, only(d, [x for x in rules if x != r])) is None:
                return f"seed {d['seed']}: {r} is not needed in {rules}"
        return None

    wrong = in_parallel(judge, found)
    assert not wrong, wrong
    assert len(found) > (200 if SOAK else 6)


main()
