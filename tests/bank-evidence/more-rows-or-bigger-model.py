# Item more-rows-or-bigger-model: a linear and a boosted model, by number of training rows.
# Shows training and validation error, mean of four draws (the last line has one draw only).
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(5)
w = rng.normal(size=12)


def draw(n):
    X = rng.normal(size=(n, 12))
    z = 0.4 * X @ w + 1.2 * X[:, 0] * X[:, 1] + 1.0 * np.sin(2 * X[:, 2]) * X[:, 3]
    return X, rng.random(n) < 1 / (1 + np.exp(-1.8 * z))


Xv, yv = draw(20000)
X, y = draw(16000)
for model in (LogisticRegression(), HistGradientBoostingClassifier(max_iter=60, random_state=0)):
    print("  rows  training  validation")
    for n in (500, 1000, 2000, 4000, 8000, 16000):
        err = []
        for _ in range(4 if n < 16000 else 1):
            k = rng.choice(16000, n, replace=False)
            model.fit(X[k], y[k])
            err.append((1 - model.score(X[k], y[k]), 1 - model.score(Xv, yv)))
        a, b = np.mean(err, axis=0)
        print(f"{n:>6} {a:>9.3f} {b:>11.3f}")
