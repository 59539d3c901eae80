# Item ship-preprocessing: the same one-hot and scaling calls on training rows and on one request.
# Shows that a step fitted again on the request makes other columns and a constant zero.
import pandas as pd
from sklearn.preprocessing import StandardScaler

train = pd.DataFrame({"country": ["AT", "CZ", "PL", "PL"], "age": [25, 35, 45, 55]})
request = pd.DataFrame({"country": ["CZ"], "age": [54]})
print("train    ", list(pd.get_dummies(train)))
print("request  ", list(pd.get_dummies(request)))
stored = StandardScaler().fit(train[["age"]])
print(f"age 54, stored scaler {stored.transform(request[['age']])[0, 0]:.2f},",
      f"refitted {StandardScaler().fit_transform(request[['age']])[0, 0]:.2f}")
