# Item unseen-category: a one-hot encoder meets a payment method that was not in the training rows.
# Shows the error, and the columns of the same row when unknown values are allowed.
import pandas as pd
from sklearn.preprocessing import OneHotEncoder

train = pd.DataFrame({"method": ["card", "invoice", "card", "transfer", "invoice"]})
new = pd.DataFrame({"method": ["card", "wallet"]})
try:
    OneHotEncoder().fit(train).transform(new)
except ValueError as e:
    print("ValueError:", e)
enc = OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit(train)
print("columns", *enc.categories_[0])
for m, row in zip(new.method, enc.transform(new).astype(int)):
    print(f"{m:<8}", *row)
