# Item stratify-group-time: twelve orders of four customers, in time order, three kinds of folds.
# Shows for each row in which fold it is a test row.
import numpy as np
from sklearn.model_selection import GroupKFold, StratifiedKFold, TimeSeriesSplit

customer = np.array(list("aabacbddbcdc"))
label = np.array([0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1])
X = np.zeros((12, 1))


def show(name, values):
    print(f"{name:<11}" + " ".join(str(v) for v in values))


show("customer", customer)
show("label", label)
for name, cv in (("stratified", StratifiedKFold(4)), ("grouped", GroupKFold(4)),
                 ("time", TimeSeriesSplit(3))):
    fold = np.full(12, "-")
    for i, (_, test) in enumerate(cv.split(X, label, customer)):
        fold[test] = i + 1
    show(name, fold)
