# Item gap-between-groups: the main input is noisy where the credit file is short, which is common in group B.
# Shows refusals and errors by group, outcome by score band, then both again with the short file as an input.
import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(9)
n = 40000
g = rng.random(n) < 0.15
short = rng.random(n) < np.where(g, 0.8, 0.1)
risk = rng.normal(0, 1, n)
y = rng.random(n) < 1 / (1 + np.exp(-(1.6 * risk - 1.6)))
x = risk + rng.normal(0, np.where(short, 1.8, 0.5))
t = np.arange(n) < n // 2


def report(X):
    p = LogisticRegression().fit(X[t], y[t]).predict_proba(X[~t])[:, 1]
    G, Y, stop = g[~t], y[~t], p >= 0.3
    print("group   rows  default  refused  payer refused  default missed")
    for name, k in ("A", ~G), ("B", G):
        print(f"{name} {k.sum():>10} {Y[k].mean():>8.0%} {stop[k].mean():>8.0%}"
              f" {stop[k & ~Y].mean():>14.0%} {(~stop[k & Y]).mean():>15.0%}")
    print("scores 0.3-0.5   rows  mean score  defaults")
    for name, k in ("A", ~G), ("B", G):
        m = k & (p >= 0.3) & (p < 0.5)
        print(f"{name} {m.sum():>19} {p[m].mean():>11.2f} {Y[m].mean():>9.2f}")


report(x[:, None])
report(np.stack([x, short, x * short], axis=1))
print(f"short file: {short[~g].mean():.0%} of A, {short[g].mean():.0%} of B")
