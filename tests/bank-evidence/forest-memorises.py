# Item forest-memorises: fully grown forest on 800 rows, a fifth of the labels random.
# Shows accuracy on training, out-of-bag and test rows, by leaf size and by number of rows.
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression

X, y = make_classification(n_samples=6000, n_features=12, n_informative=5, n_redundant=0,
                           flip_y=0.3, class_sep=0.8, random_state=1)
Xv, yv = X[4000:], y[4000:]


def forest(rows, leaf):
    return RandomForestClassifier(100, min_samples_leaf=leaf, oob_score=True,
                                  random_state=0).fit(X[:rows], y[:rows])


f = forest(800, 1)
print(f"training rows  {f.score(X[:800], y[:800]):.2f}")
print(f"test rows      {f.score(Xv, yv):.2f}")
print(f"out-of-bag accuracy of the 800 training rows: {f.oob_score_:.2f}")
print("smallest leaf  training   test")
for leaf in (1, 5, 20, 80):
    f = forest(800, leaf) if leaf > 1 else f
    print(f"{leaf:>13} {f.score(X[:800], y[:800]):>9.2f} {f.score(Xv, yv):>6.2f}")
print("training rows  test, forest  test, logistic regression")
for rows in (200, 800, 3200):
    lin = LogisticRegression().fit(X[:rows], y[:rows])
    print(f"{rows:>13} {forest(rows, 1).score(Xv, yv):>13.2f} {lin.score(Xv, yv):>26.2f}")
