# Item dates-mixed-format: a spreadsheet set to month/day/year opened dates written day/month/year.
# Shows cell types, examples of both kinds, and the range of the converted dates.
import datetime as dt

import numpy as np
import pandas as pd

rng = np.random.default_rng(1)
true = pd.Timestamp("2026-01-01") + pd.to_timedelta(rng.integers(0, 181, 5000), unit="D")
cells = []
for t in true:
    d, m, y = t.day, t.month, t.year
    cells.append(dt.datetime(y, d, m) if d <= 12 else f"{d:02}/{m:02}/{y}")
s = pd.Series(cells, dtype=object)
kind = s.map(lambda v: type(v).__name__)
print(kind.value_counts().to_string())
print("text      ", *s[kind == "str"].head(3))
conv = pd.to_datetime(s[kind == "datetime"])
print("converted ", *conv.head(3).dt.date)
print("converted dates run from", conv.min().date(), "to", conv.max().date())
text = pd.to_datetime(s[kind == "str"], format="%d/%m/%Y")
swap = pd.to_datetime(conv.dt.strftime("%Y-%d-%m"), format="%Y-%m-%d")
fixed = pd.concat([text, swap]).sort_index()
assert (fixed.values == true.values).all()
print("text: days", text.dt.day.min(), "to", text.dt.day.max(), " converted back: days", swap.dt.day.min(), "to", swap.dt.day.max())
print("repaired dates run from", fixed.min().date(), "to", fixed.max().date())
