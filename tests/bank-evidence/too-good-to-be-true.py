# Item too-good-to-be-true: a column that is filled in after the customer has left.
# Shows AUC with all columns, AUC of single columns, and AUC without the suspect.
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(5)
n = 6000
months = rng.integers(1, 60, n)
calls = rng.poisson(1.5, n)
bill = rng.normal(45, 12, n)
age = rng.integers(18, 80, n)
z = -1.6 - 0.03 * (months - 30) + 0.45 * (calls - 1.5) + 0.02 * (bill - 45)
left = (rng.random(n) < 1 / (1 + np.exp(-z))).astype(int)
refund = (rng.random(n) < np.where(left == 1, 0.998, 0.0008)) * rng.uniform(5, 60, n)
X = pd.DataFrame({"months": months, "service_calls": calls, "monthly_bill": bill, "age": age,
                  "final_refund": refund})
Xt, Xv, yt, yv = train_test_split(X, left, test_size=0.25, random_state=0)


def auc(cols):
    m = RandomForestClassifier(60, min_samples_leaf=5, random_state=0).fit(Xt[cols], yt)
    return roc_auc_score(yv, m.predict_proba(Xv[cols])[:, 1])


print(f"all columns           {auc(list(X)):.3f}")
for c in X:
    a = roc_auc_score(yv, Xv[c])
    print(f"{c:<20}  {max(a, 1 - a):.3f}")
print(f"without final_refund  {auc([c for c in X if c != 'final_refund']):.3f}")
paid = Xv.final_refund > 0
print(f"refund paid to {paid[yv == 1].sum()} of {(yv == 1).sum()} who left,"
      f" {paid[yv == 0].sum()} of {(yv == 0).sum()} who stayed")
