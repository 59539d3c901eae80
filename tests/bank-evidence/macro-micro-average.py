# Item macro-micro-average: three classes of support tickets, one of them rare.
# Shows the confusion matrix, F1 by class and the three averages.
import numpy as np
from sklearn.metrics import accuracy_score, f1_score

names = ["billing", "delivery", "legal"]
counts = np.array([[560, 40, 0], [60, 290, 0], [20, 20, 10]])
y = np.repeat([0, 0, 0, 1, 1, 1, 2, 2, 2], counts.ravel())
p = np.repeat([0, 1, 2] * 3, counts.ravel())
f1 = f1_score(y, p, average=None)
print("true class  said billing  delivery  legal     F1")
for i, n in enumerate(names):
    print(f"{n:<11} {counts[i, 0]:>12} {counts[i, 1]:>9} {counts[i, 2]:>6} {f1[i]:>6.2f}")
print("F1  " + "   ".join(f"{a} {f1_score(y, p, average=a):.2f}" for a in ("macro", "weighted", "micro"))
      + f"   accuracy {accuracy_score(y, p):.2f}")
