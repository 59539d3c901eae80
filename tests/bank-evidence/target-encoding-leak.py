# Item target-encoding-leak: a shop code with many values, encoded by its mean outcome.
# Shows AUC on training rows and on later rows for three ways to build the column.
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold

rng = np.random.default_rng(8)
n, shops = 12000, 4000
df = pd.DataFrame({"shop": rng.integers(0, shops, n), "x1": rng.normal(size=n),
                   "x2": rng.normal(size=n)})
effect = rng.normal(0, 0.5, shops)
z = -1.4 + 0.8 * df.x1 + 0.5 * df.x2 + effect[df.shop]
df["y"] = (rng.random(n) < 1 / (1 + np.exp(-z))).astype(int)
train, test = df[:8000].copy(), df[8000:].copy()
prior = train.y.mean()


def rates(rows, m):
    g = rows.groupby("shop").y.agg(["sum", "count"])
    return (g["sum"] + m * prior) / (g["count"] + m)


def auc(name, cols):
    m = HistGradientBoostingClassifier(max_iter=60, random_state=0).fit(train[cols], train.y)
    a, b = (roc_auc_score(d.y, m.predict_proba(d[cols])[:, 1]) for d in (train, test))
    print(f"{name:<26} {a:.2f}   {b:.2f}")


print(f"rows per shop in training: median {train.groupby('shop').size().median():.0f}")
print("shop codes shuffled: correlation with the outcome", end=" ")
fake = train.assign(shop=rng.permutation(train.shop))
print(f"{np.corrcoef(fake.shop.map(rates(fake, 0)), fake.y)[0, 1]:.2f}")
print("                           train  test")
train["te"], test["te"] = train.shop.map(rates(train, 0)), test.shop.map(rates(train, 0)).fillna(prior)
auc("with shop rate", ["x1", "x2", "te"])
auc("without shop", ["x1", "x2"])
for fit, out in KFold(5, shuffle=True, random_state=0).split(train):
    r = train.iloc[out].shop.map(rates(train.iloc[fit], 20)).fillna(prior)
    train.loc[train.index[out], "te"] = r
test["te"] = test.shop.map(rates(train, 20)).fillna(prior)
print("                           train  test")
auc("rate from the other folds", ["x1", "x2", "te"])
