# Item overnight-drop: two days of loan decisions by one unchanged rule, with a new mix of channels.
# Shows the daily totals, the rates by channel, and the drop that the mix alone explains.
import numpy as np

rng = np.random.default_rng(21)
MEAN = {"branch": 655, "web": 630, "partner": 565}
DAYS = {"Mon": (400, 900, 150), "Tue": (410, 880, 160), "Wed": (390, 910, 890)}
count, rate = {}, {}
for day, sizes in DAYS.items():
    for channel, n in zip(MEAN, sizes):
        score = rng.normal(MEAN[channel], 60, n)
        count[day, channel], rate[day, channel] = n, (score >= 600).mean()
print("day  applications  approved")
total = {}
for day in DAYS:
    n = sum(count[day, c] for c in MEAN)
    total[day] = sum(count[day, c] * rate[day, c] for c in MEAN) / n
    print(f"{day:<4} {n:>12} {total[day]:>8.0%}")
print("              Tue               Wed")
print("channel   rows  approved    rows  approved")
for c in MEAN:
    print(f"{c:<8} {count['Tue', c]:>5} {rate['Tue', c]:>8.0%} {count['Wed', c]:>8} {rate['Wed', c]:>8.0%}")
mix = sum(count["Wed", c] * rate["Tue", c] for c in MEAN) / sum(count["Wed", c] for c in MEAN)
print(f"Wednesday's mix at Tuesday's rates: {mix:.0%}")
