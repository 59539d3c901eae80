# Item latency-50ms: waiting for a free worker at 300 requests a second, before and after the work is shortened.
# Random arrivals, exponential working times, one queue; simulated with a fixed seed.
import heapq

import numpy as np


def waits(rate, mean, workers, n=400000, seed=1):
    rng = np.random.default_rng(seed)
    arrive = np.cumsum(rng.exponential(1000 / rate, n))
    work = rng.exponential(mean, n)
    free = [0.0] * workers
    out = np.empty(n)
    for i in range(n):
        start = max(arrive[i], heapq.heappop(free))
        heapq.heappush(free, start + work[i])
        out[i] = start - arrive[i]
    return out[n // 10:]


print("work per request  workers  busy  mean wait  99th percentile")
for mean, workers in (72, 24), (24, 24), (24, 12):
    w = waits(300, mean, workers)
    print(f"{mean:>13} ms {workers:>9} {300 * mean / 1000 / workers:>5.0%} {w.mean():>7.1f} ms"
          f" {np.quantile(w, 0.99):>13.0f} ms")
