# Item loss-zigzag: mini-batch descent for a linear model of rents on raw flat size and room count.
# Shows the loss on all rows by step, the rate cut at step 8; weights; then standardised inputs.
import numpy as np

rng = np.random.default_rng(4)
n = 500
size, rooms = rng.uniform(30, 150, n), rng.integers(1, 6, n).astype(float)
y = 3 * size + 20 * rooms + rng.normal(0, 10, n)
raw = np.c_[size - size.mean(), rooms - rooms.mean()]
y -= y.mean()


def run(X, rates, steps):
    rng, w, seen = np.random.default_rng(1), np.zeros(2), {}
    for step in range(max(steps) + 1):
        rate = rates[0] if step < 8 else rates[1]
        seen[step] = w.copy()
        if step in steps:
            print(f"{step:>5} {rate:>8.5f} {np.mean((X @ w - y) ** 2):>7.0f}")
        b = rng.choice(n, 20, replace=False)
        w -= rate * 2 * X[b].T @ (X[b] @ w - y[b]) / 20
    return seen


print(" step     rate    loss")
seen = run(raw, (0.0008, 0.00004), (0, 1, 2, 3, 4, 5, 6, 7, 8, 50, 200, 1000))
print("        size  rooms")
for step in 3, 4, 5, 1000:
    print(f"{step:>4} {seen[step][0]:>7.2f} {seen[step][1]:>6.2f}")
best = np.linalg.lstsq(raw, y, rcond=None)[0]
print(f"best {best[0]:>7.2f} {best[1]:>6.2f}  (loss {np.mean((raw @ best - y) ** 2):.0f})")
std = raw / raw.std(axis=0)
print(" step     rate    loss")
run(std, (0.1, 0.1), (0, 1, 2, 5, 10, 20))
for name, X in ("raw", raw), ("standardised", std):
    lam = np.linalg.eigvalsh(2 * X.T @ X / n)
    print(f"curvature, {name}: {lam[1]:.1f} and {lam[0]:.1f}")
