# Item score-depends-on-seed: one seed drives both the split and the forest; 300 rows, 60 for testing.
# Shows accuracy by seed, with one of the two held fixed, and the mean of 20 folds by seed.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score, train_test_split

X, y = make_classification(n_samples=300, n_features=10, n_informative=5, flip_y=0.15, random_state=1)


def forest(seed):
    return RandomForestClassifier(25, random_state=seed)


def run(split, seed):
    Xt, Xv, yt, yv = train_test_split(X, y, test_size=60, stratify=y, random_state=split)
    return forest(seed).fit(Xt, yt).score(Xv, yv)


def folds(seed):
    cv = RepeatedStratifiedKFold(n_splits=5, n_repeats=4, random_state=seed)
    return cross_val_score(forest(seed), X, y, cv=cv).mean()


def line(name, s):
    print(f"{name:<22}" + " ".join(f"{v:.2f}" for v in s) + f"   sd {np.std(s, ddof=1):.3f}")


line("seed 0 to 7", [run(s, s) for s in range(8)])
line("split fixed", [run(0, s) for s in range(8)])
line("forest fixed", [run(s, 0) for s in range(8)])
line("mean of 20 folds", [folds(s) for s in range(4)])
