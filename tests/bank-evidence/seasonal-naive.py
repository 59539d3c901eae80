# Item seasonal-naive: three years of daily sales with a weekly rhythm and a slow rise, 20 origins.
# Shows the mean absolute error over the next 14 days of three simple forecasts.
import numpy as np

rng = np.random.default_rng(6)
t = np.arange(1095)
week = np.array([90, 85, 88, 95, 130, 160, 70])
y = week[t % 7] + 0.03 * t + rng.normal(0, 12, len(t))
err = {"last value": [], "same weekday last week": [], "mean of all days": []}
for origin in range(1095 - 20 * 14, 1095, 14):
    past, future = y[:origin], y[origin:origin + 14]
    err["last value"].append(abs(future - past[-1]).mean())
    err["same weekday last week"].append(abs(future - np.tile(past[-7:], 2)).mean())
    err["mean of all days"].append(abs(future - past.mean()).mean())
for name, e in err.items():
    print(f"{name:<23} {np.mean(e):>5.1f}  worst origin {np.max(e):>5.1f}")
