# Item parametric-or-not: a linear model, a tree and nearest neighbours on a wavy curve, by number of rows.
# Shows RMSE on fresh rows and how many numbers the fitted model has to store.
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.neighbors import KNeighborsRegressor
from sklearn.tree import DecisionTreeRegressor

rng = np.random.default_rng(2)


def draw(n):
    x = rng.uniform(-3, 3, (n, 1))
    return x, x[:, 0] + np.sin(3 * x[:, 0]) + rng.normal(0, 0.3, n)


Xv, yv = draw(5000)
print("  rows  line: RMSE stored  tree: RMSE stored  15-NN: RMSE stored")
for n in (30, 300, 3000, 30000):
    X, y = draw(n)
    out = []
    for m, size in ((LinearRegression(), lambda m: 2),
                    (DecisionTreeRegressor(min_samples_leaf=15, random_state=0), lambda m: m.tree_.node_count),
                    (KNeighborsRegressor(15), lambda m: 2 * n)):
        m.fit(X, y)
        out += [np.sqrt(np.mean((m.predict(Xv) - yv) ** 2)), size(m)]
    print(f"{n:>6} {out[0]:>11.2f} {out[1]:>6} {out[2]:>11.2f} {out[3]:>6} {out[4]:>12.2f} {out[5]:>6}")
