# Item bias-variance: polynomials fitted to 400 samples of 40 noisy points of a sine.
# Shows squared bias, variance and their sum with the noise, averaged over a grid, by degree.
import numpy as np

rng = np.random.default_rng(1)
grid = np.linspace(-0.9, 0.9, 101)
f = lambda x: np.sin(3 * x)
print("degree  bias^2  variance  bias^2 + variance + noise")
for d in (1, 3, 9):
    fits = []
    for _ in range(400):
        x = rng.uniform(-1, 1, 40)
        p = np.polynomial.Polynomial.fit(x, f(x) + rng.normal(0, 0.4, 40), d)
        fits.append(p(grid))
    fits = np.array(fits)
    b, v = np.mean((fits.mean(axis=0) - f(grid)) ** 2), fits.var(axis=0).mean()
    print(f"{d:>6} {b:>7.3f} {v:>9.3f} {b + v + 0.16:>26.3f}")
