# Item forecast-one-step-late: a linear model on the last seven values of a price that is nearly a random walk.
# Shows a piece of the plot as numbers, the scores, the error by shift, and the model on differences.
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error, r2_score

rng = np.random.default_rng(14)
p = 100 + np.cumsum(rng.normal(0, 1, 1500))
X = np.stack([p[i:len(p) - 7 + i] for i in range(7)], axis=1)
y = p[7:]
a = 1100
f = Ridge().fit(X[:a], y[:a]).predict(X[a:])
z = y[a:]
k = slice(40, 47)
print("day       " + "".join(f"{i:>7}" for i in range(1, 8)))
print("actual    " + "".join(f"{v:>7.1f}" for v in z[k]))
print("forecast  " + "".join(f"{v:>7.1f}" for v in f[k]))
print(f"test days {len(z)}  R2 {r2_score(z, f):.2f}  MAE {mean_absolute_error(z, f):.2f}")
print(f"MAE of yesterday's value  {mean_absolute_error(z, X[a:, -1]):.2f}")
print("correlation of forecast with the actual value")
for s, name in (0, "same day"), (1, "day before"):
    print(f"  {name:<10} {np.corrcoef(f[1:], z[1 - s:len(z) - s])[0, 1]:.3f}")
d = np.diff(p)
D = np.stack([d[i:len(d) - 6 + i] for i in range(6)], axis=1)
e = d[6:]
g = Ridge().fit(D[:a], e[:a]).predict(D[a:])
print(f"R2 for the daily change   {r2_score(e[a:], g):.2f}")
