# Item pca-components: 8 x 8 digits, 64 pixels, components fitted on training rows.
# Shows the share of variance kept and the accuracy of a nearest-neighbour model by count.
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

X, y = load_digits(return_X_y=True)
Xt, Xv, yt, yv = train_test_split(X, y, test_size=0.5, random_state=0, stratify=y)
print("components  variance kept  accuracy")
for n in (2, 5, 10, 20, 40, 64):
    m = make_pipeline(PCA(n, random_state=0), KNeighborsClassifier(5)).fit(Xt, yt)
    print(f"{n:>10} {m[0].explained_variance_ratio_.sum():>14.2f} {m.score(Xv, yv):>9.2f}")
