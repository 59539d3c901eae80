# Item scaling-heavy-tail: nearest neighbours on an amount with a long tail and an age.
# Shows the share of correct answers in cross-validation, by the way in which the inputs are scaled.
import numpy as np
from sklearn.compose import make_column_transformer
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (FunctionTransformer, MinMaxScaler, QuantileTransformer,
                                   StandardScaler)

rng = np.random.default_rng(5)
n = 3000
amount = np.exp(rng.normal(4, 1.6, n))                 # euros
age = rng.uniform(18, 80, n)
t = np.sin(2.5 * (np.log(amount) - 4) / 1.6) + 1.2 * np.sin(age / 6)
y = rng.random(n) < 1 / (1 + np.exp(-4 * t))
X = np.c_[100 * amount, age]                            # cents, years
print(f"median {np.median(amount):.0f}, mean {amount.mean():.0f}, largest {amount.max():.0f}")
print(f"below one per cent of the largest: {np.mean(amount < 0.01 * amount.max()):.2f}")
log = make_pipeline(FunctionTransformer(np.log1p), StandardScaler())
both = {"as it is": "passthrough", "min-max": MinMaxScaler(), "standardised": StandardScaler()}
both["log, then standardised"] = make_column_transformer((log, [0]), (StandardScaler(), [1]))
both["ranks"] = QuantileTransformer(n_quantiles=500)
print("amount and age            accuracy")
for name, prep in both.items():
    m = make_pipeline(prep, KNeighborsClassifier(25))
    print(f"{name:<26} {cross_val_score(m, X, y, cv=10).mean():.2f}")
