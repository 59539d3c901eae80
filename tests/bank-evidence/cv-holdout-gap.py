# Item cv-holdout-gap: columns chosen by the label before the folds are cut.
# Shows fold and hold-out AUC, the choice moved inside the folds, and both with shuffled labels.
import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

rng = np.random.default_rng(436)
y = rng.integers(0, 2, 1200)
X = rng.normal(size=(1200, 1000))
X[:, :10] += 0.28 * (2 * y[:, None] - 1)               # ten weak signals, 990 columns of noise
X_dev, y_dev, X_hold, y_hold = X[:200], y[:200], X[200:], y[200:]
model = LogisticRegression()


def folds(estimator, X, y):
    return cross_val_score(estimator, X, y, cv=5, scoring="roc_auc").mean()


best = SelectKBest(k=40).fit(X_dev, y_dev)
Z_dev, Z_hold = best.transform(X_dev), best.transform(X_hold)
print(f"folds    {folds(model, Z_dev, y_dev):.2f}")
model.fit(Z_dev, y_dev)
print(f"hold-out {roc_auc_score(y_hold, model.predict_proba(Z_hold)[:, 1]):.2f}")
pipe = make_pipeline(SelectKBest(k=40), model)
scores = []
for _ in range(20):
    z = rng.permutation(y_dev)
    scores.append((folds(model, SelectKBest(k=40).fit_transform(X_dev, z), z), folds(pipe, X_dev, z)))
before, inside = np.mean(scores, axis=0)
print("                   real labels  shuffled labels")
print(f"chosen before         {folds(model, Z_dev, y_dev):>8.2f} {before:>16.2f}")
print(f"chosen in each fold   {folds(pipe, X_dev, y_dev):>8.2f} {inside:>16.2f}")
