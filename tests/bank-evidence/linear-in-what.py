# Item linear-in-what: distance of braking against speed, fitted by least squares on three sets of inputs.
# Shows R squared of plain linear regression on fresh rows, with the inputs that it was given.
import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
v = rng.uniform(5, 40, 400)
y = 1.0 * v + 0.07 * v ** 2 + rng.normal(0, 6, 400)
for name, X in (("speed", np.c_[v]), ("speed, speed squared", np.c_[v, v ** 2])):
    m = LinearRegression().fit(X[:200], y[:200])
    print(f"{name:<22} R2 {m.score(X[200:], y[200:]):.3f}  weights", *[f"{c:.3f}" for c in m.coef_])
