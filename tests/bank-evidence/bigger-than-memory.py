# Item bigger-than-memory: 200,000 rows of a log file with four columns, held with three sets of types.
# Shows the bytes per row in memory.
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
n = 200_000
df = pd.DataFrame({"user": rng.integers(0, 2_000_000, n),
                   "event": rng.choice(["view", "click", "basket", "purchase"], n),
                   "country": rng.choice(["Portugal", "Norway", "Hungary", "Greece"], n),
                   "amount": rng.random(n) * 100})


def per_row(d):
    return d.memory_usage(deep=True, index=False).sum() / n


small = df.astype({"user": "int32", "event": "category", "country": "category", "amount": "float32"})
print(f"as read                       {per_row(df):>5.0f} bytes a row")
print(f"categories, 32-bit numbers    {per_row(small):>5.0f} bytes a row")
print(f"two of these columns          {per_row(small[['user', 'amount']]):>5.0f} bytes a row")
