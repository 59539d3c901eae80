# Item rmse-up-mae-down: repair costs with a long tail; the new model learns the logarithm of the cost.
# Shows MAE, RMSE and sums, errors by size of claim, and the remedy of a corrected back-transformation.
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor

rng = np.random.default_rng(5)
n = 12000
X = rng.normal(size=(n, 6))
y = np.exp(6.3 + 0.6 * X[:, 0] + 0.3 * X[:, 1] + 0.8 * rng.normal(size=n))
Xt, yt, Xv, yv = X[:6000], y[:6000], X[6000:], y[6000:]
model = GradientBoostingRegressor(n_estimators=60, max_depth=3, random_state=0)
old = model.fit(Xt, yt).predict(Xv)
inner = model.fit(Xt, np.log(yt))
new = np.exp(inner.predict(Xv))
part = GradientBoostingRegressor(n_estimators=60, max_depth=3, random_state=0)
part.fit(Xt[2000:], np.log(yt[2000:]))                 # the factor comes from rows that this fit has not seen
factor = yt[:2000].mean() / np.exp(part.predict(Xt[:2000])).mean()


def line(name, p):
    e = p - yv
    print(f"{name:<10} {abs(e).mean():>6.0f} {np.sqrt((e ** 2).mean()):>6.0f} {p.sum() / 1e6:>10.2f}")


print("              MAE   RMSE  sum (mil)")
line("old", old)
line("new", new)
print(f"actual {yv.sum() / 1e6:>28.2f}")
print("claims      share  MAE old  MAE new  mean error new")
for name, m in (("to 2000", yv <= 2000), ("above", yv > 2000)):
    print(f"{name:<11} {m.mean():>5.0%} {abs(old - yv)[m].mean():>8.0f} {abs(new - yv)[m].mean():>8.0f}"
          f" {(new - yv)[m].mean():>15.0f}")
line(f"new x {factor:.2f}", new * factor)
