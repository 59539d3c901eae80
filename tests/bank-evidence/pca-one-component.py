# Item pca-one-component: five columns of households, two of them in euros a year.
# Shows explained variance, standard deviations and first component, raw and standardised.
import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(2)
n = 3000


def mix(r):                                             # size: what big households share
    return r * size + (1 - r * r) ** 0.5 * rng.normal(size=n)


size = rng.normal(size=n)
cols = {"income_eur": 38000 + 12000 * mix(0.4), "energy_eur": 2400 + 900 * mix(0.8),
        "rooms": np.round(4 + 1.5 * mix(0.8)), "persons": np.round(2.6 + 1.1 * mix(0.7)),
        "distance_km": rng.gamma(2, 6, n)}
X = np.column_stack(list(cols.values()))
raw, std = PCA().fit(X), PCA().fit(StandardScaler().fit_transform(X))


def line(v):
    return " ".join(f"{a:.3f}" for a in v)


print("share of variance by component:", line(raw.explained_variance_ratio_))
print("             std dev  weight in component 1")
for name, x, w in zip(cols, X.T, raw.components_[0]):
    print(f"{name:<11} {x.std():>8.1f} {abs(w):>22.3f}")
print("standardised:", line(std.explained_variance_ratio_))
print("             component 1  component 2")
for name, w in zip(cols, std.components_[:2].T):
    print(f"{name:<11} {w[0]:>12.2f} {w[1]:>12.2f}")
