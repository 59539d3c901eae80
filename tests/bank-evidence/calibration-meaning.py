# Item calibration-meaning: naive Bayes on two signals, each measured five times over.
# Shows mean score and share of positives by bin, and AUC and Brier score before and after repair.
import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.naive_bayes import GaussianNB

rng = np.random.default_rng(8)
y = (rng.random(40000) < 0.3).astype(int)
signal = rng.normal(size=(40000, 2)) + 0.7 * y[:, None]
X = np.repeat(signal, 5, axis=1) + 0.3 * rng.normal(size=(40000, 10))
Xt, yt, Xv, yv = X[:20000], y[:20000], X[20000:], y[20000:]
p = GaussianNB().fit(Xt, yt).predict_proba(Xv)[:, 1]
print("score      rows  mean score  positive")
for a in (0.0, 0.2, 0.4, 0.6, 0.8):
    k = (p >= a) & ((p < a + 0.2) | (a == 0.8))
    print(f"{a:.1f}-{a + 0.2:.1f} {k.sum():>7} {p[k].mean():>11.2f} {yv[k].mean():>9.2f}")
repaired = CalibratedClassifierCV(GaussianNB(), method="isotonic", cv=5).fit(Xt, yt)
q = repaired.predict_proba(Xv)[:, 1]
print("            ROC AUC   Brier")
for name, s in (("as trained", p), ("calibrated", q)):
    print(f"{name:<11} {roc_auc_score(yv, s):>7.3f} {brier_score_loss(yv, s):>7.3f}")
k = q >= 0.6
print(f"calibrated, scores from 0.6: mean {q[k].mean():.2f}, positive {yv[k].mean():.2f}, {k.sum()} rows")
