# Item importance-disagree: two near copies that matter, one modest column, one random number.
# Shows impurity-based and permutation importance of one forest, then of the pair shuffled together.
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(3)
n = 8000
wealth = rng.normal(size=n)
income = wealth + 0.1 * rng.normal(size=n)
limit = wealth + 0.1 * rng.normal(size=n)
late = rng.integers(0, 2, n)
noise = rng.permutation(n)
z = 1.2 * wealth + 2.0 * (late - 0.5)
y = rng.random(n) < 1 / (1 + np.exp(-z))
names = ["income", "limit", "late_before", "customer_no"]
X = np.c_[income, limit, late, noise]
tr, te = slice(0, 2000), slice(2000, None)
m = RandomForestClassifier(100, min_samples_leaf=2, max_features=2, random_state=0).fit(X[tr], y[tr])
p = permutation_importance(m, X[te], y[te], n_repeats=5, random_state=0, scoring="roc_auc")
print("             built-in  permutation")
for i, name in enumerate(names):
    print(f"{name:<12} {m.feature_importances_[i]:>8.2f} {p.importances_mean[i].round(2) + 0.0:>12.2f}")
def auc(m, Z):
    return roc_auc_score(y[te], m.predict_proba(Z)[:, 1])


base, drop = auc(m, X[te]), []
for _ in range(5):
    Z = X[te].copy()
    Z[:, :2] = Z[rng.permutation(len(Z)), :2]
    drop.append(base - auc(m, Z))
print(f"income and limit shuffled together: {np.mean(drop):.2f}")
print("customer_no correlates with the outcome:", f"{abs(np.corrcoef(noise, y)[0, 1]):.2f}")
for name, cut in (("all four columns", [0, 1, 2, 3]), ("without customer_no", [0, 1, 2]),
                  ("without limit", [0, 2, 3]), ("without income and limit", [2, 3])):
    q = RandomForestClassifier(100, min_samples_leaf=20, max_features=2, random_state=0)
    print(f"{name:<27} {auc(q.fit(X[tr][:, cut], y[tr]), X[te][:, cut]):.2f}")
