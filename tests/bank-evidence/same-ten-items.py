# Item same-ten-items: 200 articles, ten are shown, the ranking learns weekly from clicks on what was shown.
# Shows concentration and click rate by week, the true appeal, and runs with exploration and another score.
import numpy as np


def run(explore, rate=False, weeks=(1, 2, 4, 8, 12)):
    rng = np.random.default_rng(3)
    appeal = rng.beta(2, 30, 200)
    clicks = rng.poisson(2, 200).astype(float)
    out, total_shown, total_got = [], np.zeros(200), np.zeros(200)
    for w in range(1, 13):
        shown, got = np.zeros(200), np.zeros(200)
        for batch in range(700):
            score = (total_got + 2) / (total_shown + 30) if rate else clicks
            top = np.argsort(-(score + rng.exponential(0 if rate else 6, 200)))[:10 - explore]
            rest = np.setdiff1d(np.arange(200), top)
            items = np.concatenate([top, rng.choice(rest, explore, replace=False)]).astype(int)
            c = rng.random((20, 10)) < appeal[items]
            shown[items] += 20
            got[items] += c.sum(0)
        clicks = clicks + got / 10
        total_shown, total_got = total_shown + shown, total_got + got
        if w in weeks:
            share = np.sort(got)[::-1][:10].sum() / got.sum()
            places = np.sort(shown)[::-1].cumsum()
            needed = int((places < 0.9 * places[-1]).sum()) + 1
            out.append((w, needed, share, got.sum() / shown.sum()))
    return out, appeal, (total_got + 2) / (total_shown + 30) if rate else clicks


out, appeal, clicks = run(0)
print("week  articles that fill 90% of places  clicks on top ten  click rate")
for w, n, s, r in out:
    print(f"{w:>4} {n:>33} {s:>18.0%} {r:>11.1%}")
best = set(np.argsort(-appeal)[:10])
ten = np.argsort(-clicks)[:10]
print("among the ten best in truth:", len(best & set(ten)))
print(f"true appeal: the ten {appeal[ten].mean():.1%}, the best ten {np.sort(appeal)[-10:].mean():.1%}")
print("week 12                          click rate  of the ten best")
for name, e, r in ("as it is", 0, 0), ("two random places", 2, 0), ("the same, clicks per display", 2, 1):
    out, appeal, score = run(e, r)
    print(f"{name:<30} {out[-1][3]:>12.1%} {len(best & set(np.argsort(-score)[:10])):>16}")
