# Item missing-in-code: a small table with gaps, one of them hidden behind a code for "unknown".
# Shows the count of gaps per column, before and after the code is turned into a gap.
import numpy as np
import pandas as pd

df = pd.DataFrame({"age": [34, np.nan, 51, 999, 28, np.nan],
                   "city": ["Graz", "Linz", None, "Graz", "", "Wels"]})
print(df.isna().sum().to_string())
clean = df.replace({"age": {999: np.nan}, "city": {"": np.nan}})
print("after recoding")
print(clean.isna().sum().to_string())
