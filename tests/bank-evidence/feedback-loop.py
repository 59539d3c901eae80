# Item feedback-loop: fraud checks in two shops with the same true fraud rate of 5 %, 100 checks a week.
# Greedy: all checks where most fraud per case was booked; then with twenty checks a week placed at random.
import numpy as np


def run(seed, random_checks):
    rng = np.random.default_rng(seed)
    checks, found = np.zeros(2, int), np.zeros(2, int)
    booked = np.array([6, 5])
    for week in range(52):
        lead = int(np.argmax(booked))
        n = np.zeros(2, int)
        n[lead] += 100 - random_checks
        n += np.array([random_checks // 2, random_checks - random_checks // 2])
        hits = rng.binomial(n, 0.05)
        checks, found, booked = checks + n, found + hits, booked + hits
    return checks, found


print("after 52 weeks      shop A   shop B")
for name, r in ("ranked", 0), ("ranked and random", 20):
    checks, found = run(2, r)
    print(name)
    print(f"  checks          {checks[0]:>8} {checks[1]:>8}")
    print(f"  fraud found     {found[0]:>8} {found[1]:>8}")
    rate = [f"{f / c:.1%}" if c else "-" for c, f in zip(checks, found)]
    print(f"  found per check {rate[0]:>8} {rate[1]:>8}")
