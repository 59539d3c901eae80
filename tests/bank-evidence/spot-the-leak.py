# Item spot-the-leak: a centred moving average contains the target itself and the days after it.
# Shows the error as written, then with one repair at a time.
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(3)
n = 730
t = np.arange(n)
price = 2 - 0.3 * (rng.random(n) < 0.2) + rng.normal(0, 0.05, n)
level = np.zeros(n)
for i in range(1, n):
    level[i] = 0.8 * level[i - 1] + rng.normal(0, 8)
sales = 200 + level - 60 * (price - 2) + 12 * (t % 7 == 5) + rng.normal(0, 12, n)
df = pd.DataFrame({"day": t, "sales": sales, "price": price})
df["saturday"] = (df.day % 7 == 5).astype(float)


def run(centred, scale_all):
    d = df.copy()
    d["week_mean"] = d.sales.rolling(7, center=True).mean() if centred else d.sales.shift(1).rolling(7).mean()
    d = d[:-3].dropna()                                  # so that the 90 test days are the same in all runs
    X, y = d[["week_mean", "price", "saturday"]], d.sales
    X = StandardScaler().fit(X if scale_all else X[:-90]).transform(X)
    model = Ridge().fit(X[:-90], y[:-90])
    return mean_absolute_error(y[-90:], model.predict(X[-90:]))


print(f"error in units sold {run(True, True):.1f}")
print(f"scaler on training rows only     {run(True, False):.1f}")
print(f"mean of the seven days before    {run(False, True):.1f}")
print(f"both                             {run(False, False):.1f}")
