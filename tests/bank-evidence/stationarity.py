# Item stationarity: two thousand pairs of independent random walks of 200 steps.
# Shows how often their levels, and how often their differences, seem to be correlated.
import numpy as np

rng = np.random.default_rng(1)
steps = rng.normal(size=(2000, 2, 200))
walks = steps.cumsum(axis=2)


def share(z):
    r = np.array([np.corrcoef(a, b)[0, 1] for a, b in z])
    return (abs(r) > 0.5).mean()


print(f"levels        {share(walks):.0%}")
print(f"differences   {share(np.diff(walks, axis=2)):.0%}")
print("variance at step  " + "  ".join(f"{t}: {walks[:, :, t - 1].var():.0f}" for t in (10, 50, 200)))
