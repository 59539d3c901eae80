# Item nested-cv: 80 rows whose labels are pure chance, 40 settings of a nearest-neighbour classifier.
# Shows the mean over 50 repetitions: best score of the search, nested score, accuracy on fresh rows.
import numpy as np
from sklearn.metrics import pairwise_distances
from sklearn.model_selection import StratifiedKFold

NEIGHBOURS, COLUMNS = (1, 3, 5, 7, 9, 11, 15, 19), (2, 4, 8, 12, 20)


def accuracy(D, y, train, test):
    """Accuracy of each setting, trained on one set of rows and tested on another."""
    out = []
    for c in COLUMNS:
        near = y[train[np.argsort(D[c][np.ix_(test, train)], axis=1)]]
        out += [((near[:, :k].mean(1) > 0.5) == y[test]).mean() for k in NEIGHBOURS]
    return np.array(out)


def search(D, y, rows, seed):
    """Mean fold accuracy of each setting."""
    cv = StratifiedKFold(5, shuffle=True, random_state=seed)
    return np.mean([accuracy(D, y, rows[a], rows[b]) for a, b in cv.split(rows, y[rows])], axis=0)


rng = np.random.default_rng(0)
result = []
for r in range(50):
    X = rng.normal(size=(480, 20))
    y = np.arange(480) % 2
    D = {c: pairwise_distances(X[:, :c]) for c in COLUMNS}
    dev, fresh = np.arange(80), np.arange(80, 480)
    scores = search(D, y, dev, r)
    nested = []
    for a, b in StratifiedKFold(5, shuffle=True, random_state=r + 1000).split(dev, y[dev]):
        nested.append(accuracy(D, y, a, b)[search(D, y, a, r).argmax()])
    result.append((scores.max(), np.mean(nested), accuracy(D, y, dev, fresh)[scores.argmax()]))
best, nested, fresh = np.mean(result, axis=0)
print(f"best of 40 settings, plain folds  {best:.2f}")
print(f"nested folds                      {nested:.2f}")
print(f"chosen setting on fresh rows      {fresh:.2f}")
