# Item gradient-descent: one pass over 10,000 rows of a linear task with batches of three sizes.
# Shows the number of updates and the loss on all rows after one pass and after ten.
import numpy as np

rng = np.random.default_rng(0)
n = 10_000
X = rng.normal(size=(n, 20))
y = X @ rng.normal(size=20) + rng.normal(size=n)
print("batch  updates per pass  loss after 1 pass  after 10 passes")
for size, lr in ((n, 0.1), (100, 0.1), (1, 0.005)):
    w, out = np.zeros(20), {}
    for epoch in range(1, 11):
        order = rng.permutation(n)
        for i in range(0, n, size):
            b = order[i:i + size]
            w -= lr * X[b].T @ (X[b] @ w - y[b]) / len(b)
        out[epoch] = np.mean((X @ w - y) ** 2)
    print(f"{size:>5} {n // size:>17} {out[1]:>18.2f} {out[10]:>16.2f}")
