# Item hourly-series-gaps: a year of hourly use with daily and weekly rhythm; gaps are cut into known hours.
# Shows the mean error of two ways to fill, by the length of the gap.
import numpy as np

rng = np.random.default_rng(2)
n = 24 * 7 * 52
h = np.arange(n)
noise = np.zeros(n)
for t in range(1, n):
    noise[t] = 0.9 * noise[t - 1] + rng.normal(0, 0.15)
use = (5 + 2 * np.sin((h % 24 - 9) / 24 * 2 * np.pi) + 1.2 * (h % 24 > 17)
       - 1.5 * (h // 24 % 7 > 4) + noise)
print("gap       straight line  same hour, weeks around")
for length in (1, 3, 6, 24, 72):
    line, week = [], []
    for start in rng.integers(400, n - 400, 400):
        k = np.arange(start, start + length)
        ends = [start - 1, start + length]
        line.append(abs(np.interp(k, ends, use[ends]) - use[k]).mean())
        week.append(abs((use[k - 168] + use[k + 168]) / 2 - use[k]).mean())
    print(f"{length:>3} h     {np.mean(line):>13.2f} {np.mean(week):>24.2f}")
