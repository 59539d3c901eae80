# Item missing-mechanisms: one column made incomplete in three ways; the mean is 50 by construction.
# Shows the mean of the observed values, and the mean after filling from an observed column.
import numpy as np

rng = np.random.default_rng(3)
n = 200_000
age = rng.normal(0, 1, n)                              # always observed
income = 50 + 6 * age + rng.normal(0, 8, n)
keep = {"MCAR": rng.random(n) < 0.6,
        "MAR": rng.random(n) < 1 / (1 + np.exp(1.5 * age - 0.5)),
        "MNAR": rng.random(n) < 1 / (1 + np.exp(0.15 * (income - 50) - 0.5))}
print("       observed rows  filled by age")
for name, k in keep.items():
    slope, offset = np.polyfit(age[k], income[k], 1)
    filled = np.where(k, income, offset + slope * age)
    print(f"{name:<6} {income[k].mean():>13.1f} {filled.mean():>14.1f}")
