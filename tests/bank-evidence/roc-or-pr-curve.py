# Item roc-or-pr-curve: the same score distributions of frauds and honest payments, two base rates.
# Shows ROC AUC, average precision, and false-positive rate and precision at a recall of 0.9.
import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

rng = np.random.default_rng(0)
print("frauds      ROC AUC  avg precision  at recall 0.9: FPR  precision")
for name, n in (("1 in 10", 100_000), ("1 in 1000", 1_000_000)):
    positive = n // int(name.split()[-1])
    y = np.zeros(n, int)
    y[:positive] = 1
    s = rng.normal(size=n) + 2.66 * y
    cut = np.quantile(s[y == 1], 0.1)
    alarm = s >= cut
    print(f"{name:<11} {roc_auc_score(y, s):>7.2f} {average_precision_score(y, s):>14.2f}"
          f" {alarm[y == 0].mean():>19.3f} {y[alarm].mean():>10.3f}")
