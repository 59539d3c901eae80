# Item retrain-when: delivery minutes whose dependence on the inputs drifts slowly and jumps once.
# Replays history: a model trained on three months, its error by age, across and apart from the jump.
import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(6)
MONTHS, N, JUMP = 24, 3000, 18
data = []
for m in range(MONTHS):
    X = rng.normal(0, 1, (N, 3))
    w = np.array([6 + 0.3 * m, 4.0, 3 - 0.25 * m])
    y = 30 + X @ w + rng.normal(0, 5, N) + (6 if m >= JUMP else 0)
    data.append((X, y))
calm, jump = {}, {}
for start in range(MONTHS - 3):
    parts = data[start:start + 3]
    model = LinearRegression().fit(np.vstack([p[0] for p in parts]), np.hstack([p[1] for p in parts]))
    for age in range(1, 13):
        m = start + 2 + age
        if m < MONTHS:
            error = np.abs(model.predict(data[m][0]) - data[m][1]).mean()
            (jump if start + 2 < JUMP <= m else calm).setdefault(age, []).append(error)
print("months since training    1    3    6    9   12")
print("mean error, minutes   " + "".join(f"{np.mean(calm[a]):>5.1f}" for a in (1, 3, 6, 9, 12)))
after = np.mean([np.mean(jump[a]) for a in (1, 2, 3)])
print(f"in the three months after the new routes, model from before: {after:.1f}")
