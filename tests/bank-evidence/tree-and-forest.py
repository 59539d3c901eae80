# Item tree-and-forest: one tree, bagged trees and a forest, each trained on 10 fresh samples.
# Shows the mean test accuracy and how often two models of a kind disagree on a test row.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import BaggingClassifier, RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier

X, y = make_classification(n_samples=9000, n_features=20, n_informative=8, n_redundant=4,
                           flip_y=0.05, random_state=5)
Xt, yt = X[5000:], y[5000:]
kinds = {"one tree": lambda s: DecisionTreeClassifier(random_state=s),
         "100 bagged trees": lambda s: BaggingClassifier(DecisionTreeClassifier(), 100, random_state=s),
         "forest of 100": lambda s: RandomForestClassifier(100, random_state=s)}
print("                  accuracy  disagree")
for name, make in kinds.items():
    P = np.array([make(s).fit(X[500 * s:500 * s + 500], y[500 * s:500 * s + 500]).predict(Xt)
                  for s in range(10)])
    differ = np.mean([(P[i] != P[j]).mean() for i in range(10) for j in range(i)])
    print(f"{name:<17} {(P == yt).mean():>8.2f} {differ:>9.2f}")
