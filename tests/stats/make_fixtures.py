#!/usr/bin/python3
"""Writes fixtures.h from SciPy (python3-scipy; made with 1.10.1).  The tests themselves need no Python.

    tests/stats/make_fixtures.py > tests/stats/fixtures.h

The levels are computed in another way than in src/stats: as exact rational moments of the
Dirichlet distribution of the five grades, summed over its covariance matrix, and the limits by
SciPy's inverse Beta.  Each is also compared with draws from that Dirichlet distribution.
"""
import itertools
import random
import sys
from fractions import Fraction

import numpy
import scipy
from scipy.stats import beta

COVER = 0.90
PRIOR = 4


def level(counts, own):
    a = [Fraction(PRIOR * (own[k] + 1), sum(own) + 5) + counts[k] for k in range(5)]
    s = sum(a)
    mean = sum(k * a[k] / s for k in range(5))
    var = Fraction(0)
    for i, j in itertools.product(range(5), repeat=2):
        cov = a[i] * ((s if i == j else 0) - a[j]) / (s * s * (s + 1))
        var += i * j * cov
    mu, v = mean / 4, var / 16
    nu = mu * (1 - mu) / v - 1
    alpha, beta_ = float(mu * nu), float((1 - mu) * nu)
    low, high = (4 * beta.ppf(p, alpha, beta_) for p in ((1 - COVER) / 2, (1 + COVER) / 2))
    check_by_draws(a, float(mean), low, high)
    return float(mean), low, high


def check_by_draws(a, mean, low, high):
    draws = numpy.random.default_rng(1).dirichlet([float(x) for x in a], 400_000) @ numpy.arange(5)
    got = numpy.quantile(draws, [(1 - COVER) / 2, (1 + COVER) / 2])
    assert abs(draws.mean() - mean) < 0.01, (draws.mean(), mean)
    # The Beta is an approximation of the shape; pages show a range from 3 answers on.
    near = 0.06 if sum(a) - PRIOR >= 3 else 0.15
    apart = max(abs(got[0] - low), abs(got[1] - high))
    print(f"n {float(sum(a)) - PRIOR:.0f}: limits {apart:.3f} from those of the draws", file=sys.stderr)
    assert apart < near, (a, got, low, high)


def main():
    print(f"/* Written by make_fixtures.py with SciPy {scipy.__version__}; not by hand. */")
    print("static const struct { double p, a, b, x; } beta_quantiles[] = {")
    shapes = [0.05, 0.3, 0.5, 1, 1.7, 2, 5, 13.25, 80, 2500]
    for p in (0.001, 0.05, 0.5, 0.95, 0.999):
        for a, b in itertools.product(shapes, repeat=2):
            x = beta.ppf(p, a, b)
            if 1e-12 < x < 1 - 1e-12:
                print(f"\t{{ {p!r}, {a!r}, {b!r}, {x!r} }},")
    print("};\n")
    print("static const struct { int counts[5], own[5]; double level, low, high; } levels[] = {")
    rnd = random.Random(20260308)
    cases = [([0] * 5, [0] * 5), ([0, 0, 0, 0, 3], [0, 0, 0, 0, 3]), ([3, 0, 0, 0, 0], [3, 0, 0, 0, 0]),
             ([0, 1, 2, 1, 0], [2, 5, 9, 7, 1]), ([0, 0, 0, 0, 12], [10, 0, 0, 0, 12]),
             ([0, 0, 90, 0, 0], [0, 0, 90, 0, 0])]
    for _ in range(30):
        counts = [rnd.randrange(rnd.choice((1, 3, 8))) for _ in range(5)]
        cases.append((counts, [c + rnd.randrange(12) for c in counts]))
    for counts, own in cases:
        row = ", ".join(map(repr, map(float, level(counts, own))))
        braces = [", ".join(map(str, v)) for v in (counts, own)]
        print(f"\t{{ {{ {braces[0]} }}, {{ {braces[1]} }}, {row} }},")
    print("};")


main()
