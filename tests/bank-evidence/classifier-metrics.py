# Item classifier-metrics: four sets of scores for the same test rows, one in five positive.
# Shows accuracy and F1 at 0.5, log loss and ROC AUC of each.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, log_loss, roc_auc_score
from sklearn.naive_bayes import GaussianNB

X, y = make_classification(n_samples=12000, n_features=12, n_informative=5, n_redundant=5, flip_y=0.02,
                           weights=[0.8], class_sep=0.8, random_state=3)
Xt, yt, X, y = X[:2000], y[:2000], X[2000:], y[2000:]
logistic = LogisticRegression(max_iter=1000).fit(Xt, yt).predict_proba(X)[:, 1]
bayes = GaussianNB().fit(Xt, yt).predict_proba(X)[:, 1]
rows = (("A logistic regression", logistic), ("B naive Bayes", bayes), ("C scores of A, halved", logistic / 2),
        ("D always 0.2", np.full(len(y), 0.2)))
print("                       accuracy    F1  log loss  ROC AUC")
for name, p in rows:
    hard = p >= 0.5
    print(f"{name:<22} {accuracy_score(y, hard):>8.2f} {f1_score(y, hard):>5.2f}"
          f" {log_loss(y, p, eps=1e-6):>9.2f} {roc_auc_score(y, p):>8.2f}")
