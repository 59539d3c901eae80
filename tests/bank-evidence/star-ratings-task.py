# Item star-ratings-task: ratings from 1 to 5 made by cutting a hidden satisfaction at four points.
# Shows mean absolute error, exact hits and order on test rows, for three ways to learn them.
import numpy as np
from scipy.stats import spearmanr
from sklearn.linear_model import LinearRegression, LogisticRegression

rng = np.random.default_rng(7)
n = 6000
X = rng.normal(size=(n, 10))
s = X @ np.linspace(1, 0.1, 10) * 0.8 + rng.logistic(size=n)
y = np.digitize(s, [-3.0, -2.0, -1.0, 0.5]) + 1
tr, te = slice(0, 3000), slice(3000, None)
print("share of 1 to 5 stars:", *[f"{np.mean(y == k):.2f}" for k in range(1, 6)])
reg = LinearRegression().fit(X[tr], y[tr]).predict(X[te])
clf = LogisticRegression(max_iter=500).fit(X[tr], y[tr])
P = np.zeros((3000, 5))
up = [LogisticRegression().fit(X[tr], y[tr] > k).predict_proba(X[te])[:, 1] for k in (1, 2, 3, 4)]
at = np.c_[np.ones(3000), np.array(up).T, np.zeros(3000)]
P = at[:, :-1] - at[:, 1:]
med = (np.array(up) > 0.5).sum(axis=0) + 1
print("                     MAE  exact  rank corr")
for name, hard, soft in (("regression, rounded", np.clip(np.round(reg), 1, 5), reg),
                         ("five classes", clf.predict(X[te]), clf.predict_proba(X[te]) @ np.arange(1, 6)),
                         ("four thresholds", med, P @ np.arange(1, 6)),
                         ("always 5", np.full(3000, 5), None)):
    t = f"{spearmanr(soft, y[te])[0]:.2f}" if soft is not None else "-"
    print(f"{name:<20} {np.abs(hard - y[te]).mean():.2f} {np.mean(hard == y[te]):>6.2f} {t:>10}")
