# Item cv-helper-call: delivery times in a table sorted by region.
# Shows the five scores of the call as written and with shuffled folds.
import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import KFold, cross_val_score

rng = np.random.default_rng(4)
n = 1000
region = np.arange(n) // 200
km = rng.gamma(3, 2, n)
hour = rng.uniform(8, 20, n)
y = 10 + 3 * km + np.array([0, 2, 1, 3, 16])[region] + 2 * np.sin(hour) + rng.normal(0, 3, n)
X = np.column_stack([km, hour, region])
model = RandomForestRegressor(n_estimators=50, min_samples_leaf=5, random_state=0)
for cv in (5, KFold(5, shuffle=True, random_state=0)):
    s = cross_val_score(model, X, y, cv=cv, scoring="neg_mean_absolute_error")
    print(s.round(1))
    print(f"{s.mean():.1f} +- {s.std():.1f}")
