# Item negative-r2: least squares with nearly as many columns as rows.
# Shows R squared on training and test rows, of the mean, and with a ridge penalty.
import numpy as np
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression, RidgeCV
from sklearn.metrics import r2_score

rng = np.random.default_rng(0)
X = rng.normal(size=(590, 60))
w = np.zeros(60)
w[:8] = 0.5
y = X @ w + rng.normal(size=590) * 1.31
Xt, yt, Xv, yv = X[:90], y[:90], X[90:], y[90:]
first = LinearRegression().fit(Xt, yt)
print(f"test {r2_score(yv, first.predict(Xv)):.2f}")
for name, m in (("linear regression", LinearRegression()), ("training mean", DummyRegressor()),
                ("ridge, strength by folds", RidgeCV(np.logspace(-2, 4, 25)))):
    m.fit(Xt, yt)
    print(f"{name:<26} train {r2_score(yt, m.predict(Xt)):>5.2f}   test {r2_score(yv, m.predict(Xv)):>5.2f}")
