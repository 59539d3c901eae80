# Item tsne-as-evidence: 300 rows of pure noise, ten independent columns, drawn by t-SNE.
# Shows silhouettes of five k-means groups of the picture, and how far two pictures agree.
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.manifold import TSNE
from sklearn.metrics import adjusted_rand_score, silhouette_score

warnings.filterwarnings("ignore")
X = np.random.default_rng(0).normal(size=(300, 10))
found = []
print("picture  perplexity  in the picture  in the columns")
for name, perplexity, seed in (("A", 5, 0), ("B", 5, 1), ("C", 30, 0)):
    T = TSNE(perplexity=perplexity, init="random", learning_rate="auto", n_iter=500,
             random_state=seed).fit_transform(X)
    g = KMeans(5, n_init=10, random_state=0).fit_predict(T)
    found.append(g)
    print(f"{name:<7} {perplexity:>11} {silhouette_score(T, g):>15.2f} {silhouette_score(X, g):>15.2f}")
print(f"adjusted Rand index of the groups of A and B: {adjusted_rand_score(*found[:2]):.2f}")
