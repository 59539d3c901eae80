# Item learning-curves-read: a network with room to memorise 400 rows.
# Shows loss on training and validation rows, and validation accuracy, by epoch.
import warnings

from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score, log_loss
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
X, y = make_classification(n_samples=2400, n_features=30, n_informative=8, flip_y=0.1,
                           class_sep=1.0, random_state=2)
Xt, yt, Xv, yv = X[:400], y[:400], X[400:], y[400:]
net = MLPClassifier((128, 64), learning_rate_init=1e-3, batch_size=32, alpha=0, random_state=0)
print("epoch  train loss  val loss  val acc")
for epoch in range(1, 101):
    net.partial_fit(Xt, yt, classes=[0, 1])
    if epoch in (1, 3, 6, 10, 20, 40, 100):
        v = net.predict_proba(Xv)
        print(f"{epoch:>5} {log_loss(yt, net.predict_proba(Xt)):>11.2f} {log_loss(yv, v):>9.2f}"
              f" {accuracy_score(yv, v.argmax(1)):>8.2f}")
