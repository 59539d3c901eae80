# Item half-point-better: two classifiers on the same 1200 test rows.
# Shows F1, the disagreements, bootstrap intervals of the difference, and F1 by training seed.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier

rng = np.random.default_rng(0)
X, y = make_classification(n_samples=4000, n_features=20, n_informative=8, weights=[0.75], flip_y=0.12,
                           class_sep=1.0, random_state=12)
Xt, yt, Xv, yv = X[:2000], y[:2000], X[2000:3200], y[2000:3200]


def predict(columns, seed):
    return RandomForestClassifier(40, max_features=columns, random_state=seed).fit(Xt, yt).predict(Xv)


def f1(y, p, w=1):
    return 2 * (y * p * w).sum() / ((y + p) * w).sum()


old, new = predict(4, 0), predict(6, 0)
n = len(yv)
paired, apart = [], []
for _ in range(2000):
    v, w = (np.bincount(rng.integers(0, n, n), minlength=n) for _ in range(2))
    paired.append(f1(yv, new, w) - f1(yv, old, w))
    apart.append(f1(yv, new, w) - f1(yv, old, v))
print(f"F1  old {f1(yv, old):.3f}  new {f1(yv, new):.3f}")
print(f"right only by old {((old == yv) & (new != yv)).sum()}, only by new {((old != yv) & (new == yv)).sum()}")
for name, d in (("same rows for both", paired), ("rows drawn apart", apart)):
    print("95% interval, {:<19} {:+.3f} to {:+.3f}".format(name, *np.quantile(d, [0.025, 0.975])))
for name, c in (("old", 4), ("new", 6)):
    print(f"{name}, five seeds  " + "  ".join(f"{f1(yv, predict(c, s)):.3f}" for s in range(5)))
