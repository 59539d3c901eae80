# Item solver-no-convergence: logistic regression on 30 measurements of very different size.
# Shows the warning, the column sizes, then steps and test log loss: as it is, more steps, scaled.
import warnings

from sklearn.datasets import load_breast_cancer
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
Xt, Xv, yt, yv = train_test_split(X, y, test_size=0.4, random_state=0, stratify=y)
ways = (("as it is", LogisticRegression()),
        ("max_iter=10000", LogisticRegression(max_iter=10000)),
        ("scaled", make_pipeline(StandardScaler(), LogisticRegression())))
rows = []
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", ConvergenceWarning)
    for name, m in ways:
        m.fit(Xt, yt)
        last = m[-1] if hasattr(m, "steps") else m
        rows.append(f"{name:<15} {last.n_iter_[0]:>9} {log_loss(yv, m.predict_proba(Xv)):>14.3f}")
print("ConvergenceWarning:", "\n".join(str(caught[0].message).splitlines()[:2]))
s = Xt.std(0)
print(f"standard deviation of the 30 columns: smallest {s.min():.4f}, largest {s.max():.0f}")
print("                    steps  test log loss")
print("\n".join(rows))
