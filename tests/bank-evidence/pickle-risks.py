# Item pickle-risks: a file that calls a function while it is unpickled, and one that only holds a name.
# The called function is a harmless print.
import pickle
import pickletools

import numpy as np
from sklearn.linear_model import LogisticRegression


class Model:
    def __reduce__(self):
        return print, ("this ran inside pickle.load",)


result = pickle.loads(pickle.dumps(Model()))
print("loaded object:", result)
fitted = LogisticRegression().fit(np.array([[0.0], [1.0]]), [0, 1])
texts = [str(arg) for op, arg, pos in pickletools.genops(pickle.dumps(fitted, protocol=2)) if op.name == "GLOBAL"]
print("names in a fitted LogisticRegression:")
for text in dict.fromkeys(texts):
    print(" ", text)
