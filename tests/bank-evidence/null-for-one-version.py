# Item null-for-one-version: share of empty values in one field by day, and by app version.
# Version 7.3 never sends the field, and its share of the requests grows day by day.
import numpy as np

rng = np.random.default_rng(4)
SHARE = {"Mon": 0.00, "Tue": 0.02, "Wed": 0.05, "Thu": 0.11, "Fri": 0.19}
table = {}
for day, share in SHARE.items():
    n = 20000 + int(rng.integers(-500, 500))
    new = rng.random(n) < share
    mid = ~new & (rng.random(n) < 0.8)
    empty = new | (rng.random(n) < 0.02)
    table[day] = n, new, mid, empty
print("day   requests  empty")
for day, (n, new, mid, empty) in table.items():
    print(f"{day} {n:>11} {empty.mean():>6.1%}")
print("version   Mon rows  empty   Fri rows   empty")
for name in "7.1", "7.2", "7.3":
    cells = ""
    for day in "Mon", "Fri":
        n, new, mid, empty = table[day]
        part = {"7.1": ~new & ~mid, "7.2": mid, "7.3": new}[name]
        cells += f" {part.sum():>9} {f'{empty[part].mean():.1%}' if part.any() else '-':>7}"
    print(f"{name:<7}{cells}")
