# Item units-changed: a delivery distance in kilometres that arrives in metres from one morning on.
# Daily mean, the quantiles that tell a unit from one wild value, and the scores of an unchanged model.
import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

rng = np.random.default_rng(8)
x = rng.gamma(3, 4, 5000)
model = GradientBoostingClassifier(n_estimators=30, random_state=0).fit(
    x[:, None], rng.random(5000) < 1 / (1 + np.exp(3 - 0.12 * x)))
days = {d: rng.gamma(3, 4, 4000) * k for d, k in (("Mon", 1), ("Tue", 1), ("Wed", 1000))}
print("day  rows  mean distance  mean score")
for d, v in days.items():
    print(f"{d}  {len(v)} {v.mean():>14.1f} {model.predict_proba(v[:, None])[:, 1].mean():>11.2f}")
print("day      min   median      max")
for d in "Tue", "Wed":
    v = days[d]
    print(f"{d} {v.min():>8.1f} {np.median(v):>8.1f} {v.max():>8.1f}")
wed = model.predict_proba(days["Wed"][:, None])[:, 1]
back = model.predict_proba(days["Wed"][:, None] / 1000)[:, 1].mean()
print(f"different scores on Wed: {len(np.unique(wed.round(6)))}; mean score after division by 1000: {back:.2f}")
