# Item duplicates-effect: 2,000 rows with noisy labels, and 1,200 copies drawn from the first 600 of them.
# Shows test accuracy after a random split: all test rows, those with a twin in training, the others.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = make_classification(n_samples=2000, n_features=10, n_informative=5, flip_y=0.3,
                           random_state=3)
rows = np.r_[np.arange(2000), np.random.default_rng(0).choice(600, 1200)]
models = {"nearest neighbour": KNeighborsClassifier(1), "logistic regression": LogisticRegression()}
print("                     all test rows  with twin  without")
for name, m in models.items():
    hits, twins = [], []
    for seed in range(20):
        tr, te = train_test_split(rows, test_size=0.25, random_state=seed)
        hits.append(m.fit(X[tr], y[tr]).predict(X[te]) == y[te])
        twins.append(np.isin(te, tr))
    h, t = np.concatenate(hits), np.concatenate(twins)
    print(f"{name:<20} {h.mean():>13.2f} {h[t].mean():>10.2f} {h[~t].mean():>8.2f}")
print(f"{t.mean():.0%} of the test rows have a twin")
