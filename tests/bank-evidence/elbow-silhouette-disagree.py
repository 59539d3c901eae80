# Item elbow-silhouette-disagree: seven tight groups that sit in three regions.
# Shows inertia and silhouette by k, and the agreement of fits on two halves of the rows.
import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

rng = np.random.default_rng(5)
C = np.array([[0, 0], [2.2, 0], [1.1, 2.0], [11, 0], [13.2, 0.4], [5, 9], [7.4, 9.2]])
X = np.vstack([rng.normal(c, 0.16, (90, 2)) for c in C])
print("k   inertia  silhouette")
for k in range(2, 10):
    m = KMeans(k, n_init=10, random_state=0).fit(X)
    print(f"{k} {m.inertia_:>9.0f} {silhouette_score(X, m.labels_):>11.2f}")
print("k   agreement of two halves")
for k in range(2, 10):
    a = []
    for s in range(10):
        p = np.random.default_rng(s).permutation(len(X))
        h = [KMeans(k, n_init=5, random_state=s).fit(X[i]).predict(X) for i in np.array_split(p, 2)]
        a.append(adjusted_rand_score(*h))
    print(f"{k} {np.mean(a):>12.2f}")
