# Item coefficient-wrong-sign: weekly sales; the price is raised in weeks of high demand.
# Shows the fit, the correlation and its inflation factor, resampled signs, and two better fits.
import numpy as np

rng = np.random.default_rng(11)
n = 208
season = np.sin(2 * np.pi * np.arange(n) / 52)          # summer and winter, four years
demand = 30 * season + rng.normal(0, 4, n)
price = 5 + 0.5 * season + rng.normal(0, 0.15, n)
rival = price + rng.normal(0, 0.25, n)
adverts = rng.poisson(3, n)
sales = 200 + demand - 20 * (price - 5) + 6 * (rival - 5) + 2 * adverts + rng.normal(0, 5, n)


def ols(cols, y, rows=slice(None)):
    A = np.column_stack([np.ones(n)] + cols)[rows]
    b, *_ = np.linalg.lstsq(A, y[rows], rcond=None)
    r = y[rows] - A @ b
    s2 = r @ r / (len(A) - A.shape[1])
    return b, np.sqrt(s2 * np.diag(np.linalg.inv(A.T @ A)))


def show(names, cols):
    b, se = ols(cols, sales)
    for name, c, s in zip(names, b[1:], se[1:]):
        print(f"{name:<12} {c:>11.1f} {s:>10.1f}")


print("             coefficient  std error")
show(("price", "rival price", "adverts"), [price, rival, adverts])
r = np.corrcoef(price, rival)[0, 1]
b = ols([rival, adverts], price)[0]
e = price - np.column_stack([np.ones(n), rival, adverts]) @ b
print(f"correlation of price and rival price {r:.2f}, variance inflation factor {price.var() / e.var():.1f}")
signs = [ols([price, rival, adverts], sales, rng.integers(0, n, n))[0][1] > 0 for _ in range(1000)]
print(f"price positive in {np.sum(signs)} of 1000 resampled fits")
sea = [season, np.cos(2 * np.pi * np.arange(n) / 52)]
show(("price", "rival price", "adverts"), [price, rival, adverts] + sea)
