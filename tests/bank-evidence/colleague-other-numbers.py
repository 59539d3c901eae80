# Item colleague-other-numbers: the same 600 rows, fetched in another order, split and fitted with one seed.
# Shows both AUC values, hashes of the table as read and sorted, and the values after sorting.
import hashlib

import numpy as np
import pandas as pd
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

X, y = make_classification(600, 12, n_informative=4, flip_y=0.2, class_sep=0.7, random_state=3)
a = pd.DataFrame(X).round(6).assign(id=np.arange(600), y=y)
b = a.sample(frac=1, random_state=1).reset_index(drop=True)


def auc(df, seed=42):
    tr, te = train_test_split(df, test_size=0.25, random_state=seed, stratify=df.y)
    m = RandomForestClassifier(random_state=seed).fit(tr[list(range(12))].to_numpy(), tr.y)
    return roc_auc_score(te.y, m.predict_proba(te[list(range(12))].to_numpy())[:, 1])


def digest(df):
    return hashlib.sha256(df.to_csv(index=False).encode()).hexdigest()[:8]


both = ("first run", a), ("colleague", b)
for name, d in both:
    print(f"{name}   rows {len(d)}   positive {d.y.sum()}   AUC {auc(d):.3f}")
for name, d in both:
    print(f"{name}   as read {digest(d)}   sorted by id {digest(d.sort_values('id'))}")
for name, d in both:
    print(f"{name}   sorted by id first   AUC {auc(d.sort_values('id')):.3f}")
r = [auc(a, s) for s in range(20)]
print(f"first run, twenty seeds: mean {np.mean(r):.3f}, sd {np.std(r, ddof=1):.3f}")
