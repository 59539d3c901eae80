# Item feature-selection-families: two columns that matter only together, one useful alone, five noise.
# Shows a univariate score, coefficients of L1 logistic regression and permutation importance of a forest.
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import f_classif
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
X = rng.normal(size=(3000, 8))
y = X[:, 0] * X[:, 1] + 0.8 * X[:, 2] + 0.3 * rng.normal(size=3000) > 0
F = f_classif(X[:2000], y[:2000])[0]
w = LogisticRegression(penalty="l1", C=0.02, solver="liblinear").fit(X[:2000], y[:2000]).coef_[0]
m = RandomForestClassifier(100, random_state=0).fit(X[:2000], y[:2000])
p = permutation_importance(m, X[2000:], y[2000:], n_repeats=5, random_state=0).importances_mean
print("column           a      b      c  largest of five noise columns")
for name, v, f in (("F score", F, "7.1f"), ("L1 weight", abs(w), "7.2f"), ("forest", p, "7.2f")):
    print(f"{name:<11}" + "".join(f"{x:{f}}" for x in v[:3]) + f"{max(v[3:]):{f}}")
