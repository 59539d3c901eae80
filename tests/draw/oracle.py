"""The draw's answers from outside: targets as fractions, feasibility and least departure by glpsol.

Shares no code and no method with src/draw: targets by bisection over breakpoints, the rest as an
integer program with one variable for each item.
"""
import math
import re
import subprocess
import tempfile
from fractions import Fraction
from pathlib import Path

DIFFICULTIES, KINDS = (1, 2, 3), (0, 1, 2, 3)
EXCLUDED, REQUIRED = 2, 1


class Limits:
    """Hard rules as ranges; a copy may be loosened."""

    def __init__(self, d):
        self.items = (d["n"], d["n"])
        self.minutes = tuple(d["minutes"]) if d["minutes"][1] > 0 else None
        self.topic_max = d["topic_max"] or None
        self.quotas = [tuple(q) for q in d["quotas"]]
        self.first = len(d["quotas"]) > 0 and d["n"] > 0
        self.required = {i for i, it in enumerate(d["items"]) if it[4] == REQUIRED}
        self.enemies = {}
        for i, it in enumerate(d["items"]):
            for g in it[5] if it[4] != EXCLUDED else []:
                self.enemies.setdefault(g, []).append(i)


def eligible(d):
    return [i for i, it in enumerate(d["items"]) if it[4] != EXCLUDED]


def share(total, members):
    """Members (weight, low, high): x = clamp(weight * t) with sum `total`, or None."""
    if any(low > high for _, low, high in members):
        return None
    if sum(m[1] for m in members) > total or sum(m[2] for m in members) < total:
        return None

    def at(t):
        return [min(max(w * t, low), high) for w, low, high in members]

    points = sorted({Fraction(b) / w for w, low, high in members if w > 0 for b in (low, high)}
                    | {Fraction(0)})
    reached = [t for t in points if sum(at(t)) <= total]
    if not reached or sum(at(points[-1])) < total:
        # Even at their bounds the weighted ones leave a rest: it goes to those without weight, as equals.
        fixed = [high if w > 0 else None for w, low, high in members]
        rest = total - sum(x for x in fixed if x is not None)
        if all(x is not None for x in fixed):
            return fixed if rest == 0 else None
        inner = share(rest, [(1, low, high) for w, low, high in members if w == 0])
        return inner and [x if x is not None else inner.pop(0) for x in fixed]
    t = reached[-1]
    now, later = at(t), [p for p in points if p > t]
    if sum(now) == total or not later:
        return now
    nxt = at(later[0])
    part = (total - sum(now)) / (sum(nxt) - sum(now))
    return [a + (b - a) * part for a, b in zip(now, nxt)]


def targets(d, limits):
    """{'area': [...], 'topic': [...], 'kind': {...}, 'difficulty': {...} or None}, or None without room."""
    items, n = d["items"], d["n"]
    fixed = [items[i] for i in limits.required]
    banned = {g for it in fixed for g in it[5]}
    # At hand: what no required item rules out.
    stock = fixed + [items[i] for i in eligible(d)
                     if i not in limits.required and not banned & set(items[i][5])]

    def bounds(key, on, value, low=0, high=10**6):
        low = max(low, sum(key(it) for it in fixed))
        high = min(high, sum(key(it) for it in stock), 60)
        for q in limits.quotas:
            if q[0] == on and q[1] == value:
                low, high = max(low, q[2]), min(high, q[3])
        return low, high

    topics = range(len(d["topics"]))
    most = limits.topic_max or 60
    topic_bounds = [bounds(lambda it, t=t: it[0] == t, 1, t, high=most) for t in topics]
    weight = [d["topics"][t][1] if any(it[0] == t for it in stock) else 0 for t in topics]
    areas = []
    for a in range(d["areas"]):
        mine = [t for t in topics if d["topics"][t][0] == a]
        low, high = bounds(lambda it, a=a: d["topics"][it[0]][0] == a, 0, a)
        low = max(low, sum(topic_bounds[t][0] for t in mine))
        high = min(high, sum(topic_bounds[t][1] for t in mine))
        areas.append((sum(weight[t] for t in mine), low, high))
    area = share(Fraction(n), areas)
    if area is None:
        return None
    topic = [None] * len(d["topics"])
    for a in range(d["areas"]):
        mine = [t for t in topics if d["topics"][t][0] == a]
        got = share(area[a], [(weight[t], *topic_bounds[t]) for t in mine])
        if got is None:
            return None
        for t, x in zip(mine, got):
            topic[t] = x

    def family(index, on, values):
        wishes = {}
        for q in limits.quotas:
            if q[0] == on and q[1] not in wishes:
                wishes[q[1]] = Fraction(min(q[2], n) + min(q[3], n), 2)
        limit = [bounds(lambda it, v=v: it[index] == v, on, v, low=int(on == 3 and v == 1 and limits.first))
                 for v in values]
        rest = n - sum(wishes.values())
        open_ones = [v for v, b in zip(values, limit) if v not in wishes and b[1] > 0]
        even = rest / len(open_ones) if open_ones and rest > 0 else Fraction(0)
        weights = [wishes.get(v, even if v in open_ones else Fraction(0)) for v in values]
        got = share(Fraction(n), [(w, *b) for w, b in zip(weights, limit)])
        return got and dict(zip(values, got))

    kind = family(2, 2, KINDS)
    difficulty = family(1, 3, DIFFICULTIES) if any(q[0] == 3 for q in limits.quotas) else {}
    if kind is None or difficulty is None:
        return None
    return {"area": area, "topic": topic, "kind": kind, "difficulty": difficulty}


def model(d, limits, wanted):
    """An integer program in CPLEX LP format; least departure from `wanted`, or mere feasibility."""
    items, rows, integers = d["items"], [], []
    binaries = [f"x{i}" for i in eligible(d)]
    shortfalls = []

    def total(test):
        return " + ".join(f"x{i}" for i in eligible(d) if test(items[i])) or "0 none"

    def between(test, low, high):
        rows.append(f"{total(test)} >= {low}")
        rows.append(f"{total(test)} <= {high}")

    def near(test, target):
        s, e = f"s{len(shortfalls)}", f"e{len(shortfalls)}"
        rows.append(f"{total(test)} + {s} >= {math.floor(target)}")
        rows.append(f"{total(test)} - {e} <= {math.ceil(target)}")
        shortfalls.extend([s, e])
        integers.extend([s, e])

    tests = {0: lambda v: lambda it: d["topics"][it[0]][0] == v, 1: lambda v: lambda it: it[0] == v,
             2: lambda v: lambda it: it[2] == v, 3: lambda v: lambda it: it[1] == v}
    between(lambda it: True, *limits.items)
    if limits.minutes:
        terms = " + ".join(f"{items[i][3]} x{i}" for i in eligible(d)) or "0 none"
        rows.append(f"{terms} >= {10 * limits.minutes[0]}")
        rows.append(f"{terms} <= {10 * limits.minutes[1]}")
    for on, value, low, high in limits.quotas:
        between(tests[on](value), low, high)
    if limits.topic_max:
        for t in range(len(d["topics"])):
            between(tests[1](t), 0, limits.topic_max)
    if limits.first:
        between(tests[3](1), 1, 60)
    for members in limits.enemies.values():
        if len(members) > 1:
            rows.append(" + ".join(f"x{i}" for i in members) + " <= 1")
    for i in limits.required:
        rows.append(f"x{i} = 1")
    if wanted:
        for on, name in ((0, "area"), (1, "topic")):
            for v, target in enumerate(wanted[name]):
                near(tests[on](v), target)
        for on, name in ((2, "kind"), (3, "difficulty")):
            for v, target in wanted[name].items():
                near(tests[on](v), target)
    lines = ["Minimize", " cost: " + (" + ".join(shortfalls) or "0 none"), "Subject To"]
    lines += [f" r{k}: {row}" for k, row in enumerate(rows)]
    lines += ["Bounds", " none = 0"]
    lines += ["Generals", " " + "\n ".join(integers)] if integers else []
    lines += ["Binaries", " " + "\n ".join(binaries), "End", ""]
    return "\n".join(lines)


def loose_model(d, limits):
    """The same with every number open to change: the least cost, as src/draw/nearest.h weighs changes."""
    items, rows, integers, costs = d["items"], [], [], []
    binaries = [f"x{i}" for i in eligible(d)]
    n = limits.items[0]

    def total(test, minutes=False):
        return " + ".join(f"{items[i][3] if minutes else 1} x{i}" for i in eligible(d) if test(items[i])) or "0 none"

    def change(weight):
        """A pair of amounts, less and more, of one rule, and what changing it at all costs."""
        k = len(binaries)
        less, more, any_ = f"l{k}", f"m{k}", f"b{k}"
        integers.extend([less, more])
        binaries.append(any_)
        rows.append(f"{less} + {more} - 10000 {any_} <= 0")
        costs.append(f"10 {any_} + {weight} {less} + {weight} {more}")
        return less, more

    def between(test, low, high, weight=5):
        less, more = change(weight)
        rows.append(f"{total(test)} + {less} >= {low}")
        rows.append(f"{total(test)} - {more} <= {high}")

    tests = {0: lambda v: lambda it: d["topics"][it[0]][0] == v, 1: lambda v: lambda it: it[0] == v,
             2: lambda v: lambda it: it[2] == v, 3: lambda v: lambda it: it[1] == v}
    less, more = change(10)
    rows.append(f"{total(lambda it: True)} + {less} - {more} = {n}")
    rows.append(f"{total(lambda it: True)} >= 1")
    rows.append(f"{total(lambda it: True)} <= {min(2 * n, 60)}")
    if limits.minutes:
        less, more = change(1)
        rows.append(f"{total(lambda it: True, minutes=True)} + 10 {less} >= {10 * limits.minutes[0]}")
        rows.append(f"{total(lambda it: True, minutes=True)} - 10 {more} <= {10 * limits.minutes[1]}")
    for on, value, low, high in limits.quotas:
        between(tests[on](value), low, high)
    if limits.topic_max:
        _, more = change(5)
        for t in range(len(d["topics"])):
            rows.append(f"{total(tests[1](t))} - {more} <= {limits.topic_max}")
    if limits.first:
        rows.append(f"{total(tests[3](1))} >= 1")
    for members in limits.enemies.values():
        if len(members) > 1:
            rows.append(" + ".join(f"x{i}" for i in members) + " <= 1")
    for i in limits.required:
        rows.append(f"x{i} = 1")
    lines = ["Minimize", " cost: " + " + ".join(costs), "Subject To"]
    lines += [f" r{k}: {row}" for k, row in enumerate(rows)]
    lines += ["Bounds", " none = 0", "Generals", " " + "\n ".join(integers)]
    lines += ["Binaries", " " + "\n ".join(binaries), "End", ""]
    return "\n".join(lines)


def solve(d, limits, wanted=None, seconds=60):
    """The least departure (0 without `wanted`), or None: infeasible."""
    return optimum(model(d, limits, wanted), seconds)


def repair_cost(d, limits, seconds=60):
    """The cost of the cheapest change of numbers, or None: none helps."""
    return optimum(loose_model(d, limits), seconds)


def optimum(text, seconds):
    with tempfile.TemporaryDirectory() as place:
        program, answer = Path(place, "model.lp"), Path(place, "answer")
        program.write_text(text)
        run = subprocess.run(["glpsol", "--lp", program, "-o", answer, "--pcost", "--tmlim", str(seconds)],
                             capture_output=True, text=True, check=False)
        said = run.stdout
        if "NO PRIMAL FEASIBLE" in said or "NO INTEGER FEASIBLE" in said or "NO FEASIBLE" in said:
            return None
        if "INTEGER OPTIMAL SOLUTION FOUND" not in said:
            raise TimeoutError(f"glpsol: {said[-300:]}")
        found = re.search(r"^Objective:\s+cost = ([-\d.e+]+)", answer.read_text(), re.M)
        return round(float(found.group(1)))
