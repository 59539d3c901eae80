# Item boosting-parameters: gradient boosting with three learning rates and two depths.
# Shows the validation log loss after 25 to 400 trees, and the best count for each setting.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import log_loss

X, y = make_classification(n_samples=3000, n_features=10, n_informative=8, n_redundant=0, flip_y=0.1,
                           class_sep=0.9, random_state=4)
Xt, yt, Xv, yv = X[:1000], y[:1000], X[1000:], y[1000:]
shown = (25, 100, 400)
print("rate  depth" + "".join(f"{n:>7}" for n in shown) + "   best")
for rate, depth in ((0.5, 3), (0.1, 3), (0.03, 3), (0.1, 1)):
    model = GradientBoostingClassifier(n_estimators=400, learning_rate=rate, max_depth=depth,
                                       subsample=0.5, random_state=0).fit(Xt, yt)
    loss = [log_loss(yv, p) for p in model.staged_predict_proba(Xv)]
    best = int(np.argmin(loss))
    print(f"{rate:>4} {depth:>6}" + "".join(f"{loss[n - 1]:>7.2f}" for n in shown)
          + f"   {loss[best]:.2f} at {best + 1}")
