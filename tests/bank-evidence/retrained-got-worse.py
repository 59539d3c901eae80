# Item retrained-got-worse: fraud reports arrive up to twelve weeks late; a missing report counts as "no fraud".
# A payment method launched four weeks ago is risky, but its rows have hardly any labels yet.
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(17)


def rows(weeks, n):
    t = pd.DataFrame({"week": rng.choice(weeks, n), "amount": rng.normal(0, 1, n), "age": rng.normal(0, 1, n)})
    t["wallet"] = (rng.random(n) < 0.3) & (t.week >= 37)
    z = -4.3 + 1.1 * t.amount - 0.9 * t.age + 1.9 * t.wallet
    t["fraud"] = rng.random(n) < 1 / (1 + np.exp(-z))
    return t


data = rows(np.arange(1, 41), 120000)
data["delay"] = rng.uniform(2, 12, len(data))
review = rows(np.arange(37, 41), 8000)
cols = ["amount", "age", "wallet"]


def fit(last, now):
    part = data[data.week <= last]
    label = part.fraud & (part.week + part.delay <= now)
    return LogisticRegression(C=100).fit(part[cols].astype(float), label), part, label


def show(name, model):
    p = model.predict_proba(review[cols].astype(float))[:, 1]
    print(f"{name:<28} {roc_auc_score(review.fraud, p):.3f} {p.mean():>11.1%}")


live, new = fit(27, 28)[0], fit(40, 41)[0]
print("                               AUC  mean score")
show("live, trained in week 28", live)
show("new, trained in week 41", new)
print(f"fraud among the reviewed payments: {review.fraud.mean():.1%}")
part, label = fit(40, 41)[1:]
print("weeks     1-8   9-16  17-24  25-28  29-32  33-36  37-40")
bins = [(1, 8), (9, 16), (17, 24), (25, 28), (29, 32), (33, 36), (37, 40)]
print("fraud  " + " ".join(f"{label[part.week.between(a, b)].mean():>6.1%}" for a, b in bins))
print("mean score    reviewed  live   new  fraud")
for name, w in ("card", False), ("wallet", True):
    r = review[review.wallet == w]
    print(f"{name:<13} {len(r):>8} {live.predict_proba(r[cols].astype(float))[:, 1].mean():>5.1%}"
          f" {new.predict_proba(r[cols].astype(float))[:, 1].mean():>5.1%} {r.fraud.mean():>6.1%}")
show("new, without last 12 weeks", fit(29, 41)[0])
