# Item auc-same-alerts-double: the new version was trained after most negatives had been thinned out.
# Shows AUC and alerts at a fixed threshold, scores against outcomes, and the corrected scores.
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(2)
n = 60000
X = rng.normal(size=(n, 8))
y = (rng.random(n) < 1 / (1 + np.exp(-(X[:, :4] @ [1.2, 0.9, 0.7, 0.5] - 4)))).astype(int)
Xt, yt, Xv, yv = X[:40000], y[:40000], X[40000:], y[40000:]
old = LogisticRegression().fit(Xt, yt).predict_proba(Xv)[:, 1]
keep = (yt == 1) | (rng.random(len(yt)) < 0.5)
new = LogisticRegression().fit(Xt[keep], yt[keep]).predict_proba(Xv)[:, 1]
odds = new / (1 - new) * 0.5
fixed = odds / (1 + odds)
print("version  ROC AUC  alerts")
for name, p in (("old", old), ("new", new)):
    print(f"{name:<8} {roc_auc_score(yv, p):>7.3f} {(p >= 0.2).sum():>7}")
print("version    mean score  positive  precision  recall")
for name, p in (("old", old), ("new", new), ("corrected", fixed)):
    a = p >= 0.2
    print(f"{name:<10} {p.mean():>10.3f} {yv.mean():>9.3f} {yv[a].mean():>10.2f} {yv[a].sum() / yv.sum():>7.2f}")
print(f"alerts: corrected {(fixed >= 0.2).sum()}, new with threshold 1/3 {(new >= 1 / 3).sum()}")
