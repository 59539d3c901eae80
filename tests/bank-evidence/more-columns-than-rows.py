# Item more-columns-than-rows: 80 rows, 500 columns, of which ten matter.
# Shows R squared on training rows and on 2,000 fresh rows, by model.
import numpy as np
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LassoCV, LinearRegression, RidgeCV
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline

rng = np.random.default_rng(12)
X = rng.normal(size=(2080, 500))
y = X[:, :10] @ np.linspace(2, 0.5, 10) + rng.normal(size=2080)
models = {"least squares": LinearRegression(), "ridge": RidgeCV(np.logspace(0, 4, 9)),
          "lasso": LassoCV(cv=5, random_state=0),
          "PCA 20 + least squares": make_pipeline(PCA(20, random_state=0), LinearRegression()),
          "5 nearest neighbours": KNeighborsRegressor(5),
          "forest": RandomForestRegressor(100, max_features=1 / 3, random_state=0)}
print("R squared               training  fresh")
for name, m in models.items():
    m.fit(X[:80], y[:80])
    print(f"{name:<23} {m.score(X[:80], y[:80]):>8.2f} {m.score(X[80:], y[80:]):>6.2f}")
