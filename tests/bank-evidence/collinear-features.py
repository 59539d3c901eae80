# Item collinear-features: two inputs with correlation 0 or 0.98, 200 samples of 100 rows each.
# Shows how far a coefficient and the sum of both vary, and the error on fresh rows.
import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(6)


def draw(n, r):
    a, e = rng.normal(size=(2, n))
    X = np.c_[a, r * a + np.sqrt(1 - r * r) * e]
    return X, X.sum(axis=1) + rng.normal(0, 2, n)


print("corr   SD of first weight  SD of sum  test RMSE  RMSE, link broken")
for r in (0.0, 0.98):
    w, err, off = [], [], []
    for _ in range(300):
        m = LinearRegression().fit(*draw(100, r))
        w.append(m.coef_)
        for q, to in ((r, err), (-r, off)):
            X, y = draw(1000, q)
            to.append(np.mean((m.predict(X) - y) ** 2))
    w = np.array(w)
    print(f"{r:.2f} {w[:, 0].std():>18.2f} {w.sum(axis=1).std():>10.2f}"
          f" {np.sqrt(np.mean(err)):>10.2f} {np.sqrt(np.mean(off)):>18.2f}")
