# Item linear-assumptions: a straight line fitted to a curved relation whose noise grows.
# Shows count, mean and spread of the residuals by fifth of the fitted value.
import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(3)
x = rng.uniform(0, 10, 1000)
y = 20 + 2 * x + 0.4 * x ** 2 + rng.normal(0, 0.5 + 0.6 * x)
fit = LinearRegression().fit(x[:, None], y).predict(x[:, None])
res = y - fit
print("fitted value  mean residual  spread")
for part in np.array_split(np.argsort(fit), 5):
    print(f"{fit[part].min():>5.0f} to {fit[part].max():>2.0f} {res[part].mean():>15.1f} {res[part].std():>7.1f}")
