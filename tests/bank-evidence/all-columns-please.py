# Item all-columns-please: 900 columns, of which few carry signal, 3,000 older and 3,000 newer customers.
# Shows AUC on the newer customers for logistic regression, weakly penalised or tuned, and for boosted trees, by columns used.
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(9)
X = rng.normal(size=(6000, 900))
w = np.r_[np.linspace(0.5, 0.1, 25), np.zeros(875)]
y = rng.random(6000) < 1 / (1 + np.exp(2 - X @ w))
Xt, yt, Xv, yv = X[:3000], y[:3000], X[3000:], y[3000:]
print("columns  weak penalty  tuned penalty  boosted trees")
for k in (900, 100, 30):
    out = []
    for m in (LogisticRegression(C=1.0, max_iter=500),
              LogisticRegressionCV(Cs=[1e-4, 1e-3, 1e-2, 0.1], cv=3, scoring="roc_auc"),
              HistGradientBoostingClassifier(max_iter=30, random_state=0)):
        p = make_pipeline(StandardScaler(), SelectKBest(k=k), m).fit(Xt, yt)
        out.append(roc_auc_score(yv, p.predict_proba(Xv)[:, 1]))
    print(f"{k:>7} {out[0]:>13.2f} {out[1]:>14.2f} {out[2]:>14.2f}")
