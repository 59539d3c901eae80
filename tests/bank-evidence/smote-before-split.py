# Item smote-before-split: machine failures, one row per machine and week, two per cent positive.
# Shows recall by folds and on later weeks, with resampling before and inside the folds.
import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import make_pipeline
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_score

rng = np.random.default_rng(11)
machines, weeks = 200, 30
own = rng.normal(0, 1, (machines, 6))
parts = []
for w in range(1, weeks + 1):
    x = own + rng.normal(0, 1.0, (machines, 6))
    z = 1.5 * x[:, 0] + 1.2 * x[:, 1] * x[:, 2] - 7.6 + 0.5 * own[:, 3]
    d = pd.DataFrame(x, columns=[f"s{i}" for i in range(6)])
    d["failed"] = (rng.random(machines) < 1 / (1 + np.exp(-z))).astype(int)
    d["machine"], d["week"] = np.arange(machines), w
    parts.append(d)
df = pd.concat(parts, ignore_index=True)
cols = [f"s{i}" for i in range(6)]
hold, dev = df[df.week > 20], df[df.week <= 20]

X, y = SMOTE(random_state=0).fit_resample(dev[cols], dev.failed)
forest = RandomForestClassifier(20, random_state=0)
folds = StratifiedKFold(5, shuffle=True, random_state=0)
r = cross_val_score(forest, X, y, cv=folds, scoring="recall")
print(f"folds    {r.mean():.2f}")
forest.fit(X, y)
p = forest.predict(hold[cols])
print(f"hold-out {recall_score(hold.failed, p):.2f}")
print(f"positive: {dev.failed.mean():.1%} before SMOTE, {y.mean():.0%} after")
print(f"failures: {dev.failed.sum()} in weeks 1 to 20, {hold.failed.sum()} later")
inside = make_pipeline(SMOTE(random_state=0), RandomForestClassifier(20, random_state=0))
r = cross_val_score(inside, dev[cols], dev.failed, cv=folds, scoring="recall")
print(f"SMOTE inside the folds             {r.mean():.2f}")
r = cross_val_score(inside, dev[cols], dev.failed, cv=GroupKFold(5), groups=dev.machine, scoring="recall")
print(f"SMOTE inside, folds by machine     {r.mean():.2f}")
