# Item semi-supervised: six labelled rows and 494 without labels, two crescents, two ways to label them.
# Shows accuracy on the unlabelled rows: nearest labelled row, then label spreading, mean of 20 draws.
import numpy as np
from sklearn.datasets import make_moons
from sklearn.neighbors import KNeighborsClassifier
from sklearn.semi_supervised import LabelSpreading

print("boundary                  six labels only  label spreading")
for name in ("in the gap", "across both crescents"):
    a, b = [], []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        X, y = make_moons(500, noise=0.08, random_state=seed)
        if name.startswith("across"):
            y = (X[:, 0] > 0.5).astype(int)
        few = np.concatenate([rng.choice(np.where(y == k)[0], 3, False) for k in (0, 1)])
        part = np.full(500, -1)
        part[few] = y[few]
        rest = part == -1
        base = KNeighborsClassifier(1).fit(X[few], y[few])
        a.append(base.score(X[rest], y[rest]))
        m = LabelSpreading("rbf", gamma=100, alpha=0.9, max_iter=500).fit(X, part)
        b.append(np.mean(m.transduction_[rest] == y[rest]))
    print(f"{name:<25} {np.mean(a):>15.2f} {np.mean(b):>16.2f}")
