# Item penalties-l1-l2: least squares, ridge and lasso on five standardised columns.
# Shows the coefficients; a and b are nearly copies, c matters, d and e are noise.
import numpy as np
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(4)
n = 120
a = rng.normal(size=n)
X = np.c_[a, a + 0.1 * rng.normal(size=n), rng.normal(size=(n, 3))]
y = 2 * a + 1 * X[:, 2] + rng.normal(scale=2, size=n)
X = StandardScaler().fit_transform(X)
print("            a      b      c      d      e")
for name, m in (("none", LinearRegression()), ("L2", Ridge(alpha=20)), ("L1", Lasso(alpha=0.3))):
    print(f"{name:<6}" + "".join(f"{w + 0.0:>7.2f}" for w in m.fit(X, y).coef_))
