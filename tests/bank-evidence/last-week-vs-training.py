# Item last-week-vs-training: four inputs of 200,000 training rows against 40,000 rows of one week.
# Population stability index on ten training quantiles, KS test, and the mean change of the model's score.
import numpy as np
import pandas as pd
from scipy.stats import ks_2samp
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(12)


def rows(n, distance, weight, age, hour):
    return pd.DataFrame({"distance": rng.gamma(4, distance, n), "weight": rng.lognormal(weight, 0.6, n),
                         "age": rng.normal(age, 12, n), "hour": rng.normal(hour, 3, n)})


train, week = rows(200000, 5.0, 1.0, 44, 14), rows(40000, 5.1, 1.0, 44, 16)
week["weight"] *= 1.35
z = -3 + 0.01 * train.distance + 0.45 * train.weight + 0.01 * train.age + 0.02 * (train.hour - 14)
model = LogisticRegression(max_iter=1000).fit(train, rng.random(len(train)) < 1 / (1 + np.exp(-z)))
base = model.predict_proba(train)[:, 1].mean()
print("column    PSI   KS p-value  change of mean score")
for c in train:
    edges = np.quantile(train[c], np.linspace(0.1, 0.9, 9))
    p, q = (np.bincount(np.searchsorted(edges, t[c]), minlength=10) / len(t) for t in (train, week))
    psi = ((q - p) * np.log(q / p)).sum()
    mixed = train.assign(**{c: rng.choice(week[c], len(train))})
    shift = model.predict_proba(mixed)[:, 1].mean() - base
    pv = ks_2samp(train[c], week[c]).pvalue
    print(f"{c:<9}{psi:.3f}  {'below 0.001' if pv < 0.001 else f'{pv:11.2f}'} {round(shift, 3) + 0.0:>+12.3f}")
print(f"mean score in training {base:.3f}, last week {model.predict_proba(week)[:, 1].mean():.3f}")
