# Item mape-explodes: weekly sales of fast and slow articles, forecast by the mean of the past year.
# Shows MAPE with two floors and for a forecast of zero, then WAPE and MASE by group.
import numpy as np

rng = np.random.default_rng(1)
groups = {"fast": rng.uniform(40, 120, 300), "slow": rng.uniform(0.2, 1.2, 300)}
out = []
for name, rate in groups.items():
    sales = rng.poisson(rate[:, None] * (rng.gamma(1, 1, (300, 60)) if name == "slow" else 1), (300, 60))
    past, y = sales[:, :52], sales[:, 52:]
    f = past.mean(1)[:, None] + 0 * y
    ape = abs(y - f) / np.maximum(y, 0.01)
    ape0 = abs(y) / np.maximum(y, 0.01)
    naive = abs(np.diff(past, axis=1)).mean(1)
    mase = (abs(y - f).mean(1) / naive).mean()
    out.append((name, ape, ape0, y, abs(y - f), mase))
print("sellers  weeks without sale  MAPE %")
for name, ape, _, y, _, _ in out:
    print(f"{name:<8} {(y == 0).mean():>17.0%} {100 * ape.mean():>8.0f}")
print("sellers  MAPE % if the forecast is 0")
for name, _, ape0, _, _, _ in out:
    print(f"{name:<8} {100 * ape0.mean():>6.0f}")
print("sellers  WAPE %  MASE")
for name, _, _, y, e, mase in out:
    print(f"{name:<8} {100 * e.sum() / y.sum():>6.0f} {mase:>5.2f}")
sales = out[1][3]
forecast_error = out[1][4]
print(f"slow sellers, floor 0.1 instead of 0.01: {100 * (forecast_error / np.maximum(sales, 0.1)).mean():.0f}")
