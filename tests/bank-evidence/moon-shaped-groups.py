# Item moon-shaped-groups: two crescents with stray points, grouped in five ways.
# Shows agreement with the true groups (adjusted Rand index) and the silhouette.
import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.mixture import GaussianMixture

rng = np.random.default_rng(1)
X, y = make_moons(600, noise=0.07, random_state=1)
stray = rng.uniform((-1.3, -0.9), (2.3, 1.4), (30, 2))
A = np.vstack([X, stray])
ways = {"k-means, 2": KMeans(2, n_init=10, random_state=0),
        "Gaussian mixture, 2": GaussianMixture(2, n_init=10, random_state=0),
        "single linkage, 2": AgglomerativeClustering(2, linkage="single"),
        "DBSCAN, eps 0.15": DBSCAN(eps=0.15, min_samples=8),
        "DBSCAN, eps 0.30": DBSCAN(eps=0.30, min_samples=8)}
print("                     groups   ARI silhouette")
for name, m in ways.items():
    g = m.fit_predict(A)
    k = g >= 0
    s = f"{silhouette_score(A[k], g[k]):>10.2f}" if len(set(g[k])) > 1 else "         -"
    print(f"{name:<20} {len(set(g[k])):>6} {adjusted_rand_score(y, g[:600]):>5.2f} {s}")
