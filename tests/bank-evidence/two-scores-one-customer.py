# Item two-scores-one-customer: one customer scored by a nightly job and by a service with one model.
# The two input rows differ in two columns; swapping them one at a time shows which one matters.
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(5)
n = 20000
X = pd.DataFrame({"age": rng.integers(18, 80, n), "income": rng.normal(3000, 700, n).round(),
                  "orders_30d": rng.poisson(3, n), "complaints": rng.poisson(0.4, n)})
z = -0.9 - 0.0011 * (X.income - 3000) - 0.25 * (X.orders_30d - 3) + 0.8 * (X.complaints - 0.4)
y = rng.random(n) < 1 / (1 + np.exp(-z))
X.loc[rng.random(n) < 0.2, "income"] = np.nan
model = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression()).fit(X, y)


def score(row):
    return model.predict_proba(row)[0, 1]


night = pd.DataFrame({"age": [41], "income": [np.nan], "orders_30d": [2], "complaints": [1]})
live = pd.DataFrame({"age": [41], "income": [0.0], "orders_30d": [4], "complaints": [1]})
print(f"nightly table  {score(night):.2f}")
print(f"service        {score(live):.2f}")
print("            nightly  service")
for c in X:
    a, b = night[c][0], live[c][0]
    print(f"{c:<11} {'empty' if np.isnan(a) else int(a):>7} {int(b):>8}")
print("nightly row with the service's value of one column")
for c in "orders_30d", "income":
    print(f"{c:<11} {score(night.assign(**{c: live[c]})):>7.2f}")
