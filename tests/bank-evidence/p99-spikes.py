# Item p99-spikes: one worker, a first-come queue, and one request in a thousand that carries 300 rows.
# Shows percentiles, waiting and working time of slow requests, and two repairs.
import heapq

import numpy as np

rng = np.random.default_rng(3)
N, RATE = 300000, 100
arrive = np.cumsum(rng.exponential(1000 / RATE, N))
bulk = rng.random(N) < 0.001
rows = np.where(bulk, 300, 1)
work = 2 + 1.0 * rows * rng.uniform(0.8, 1.2, N)


def fifo(arrive, work, workers=1):
    free, start = [0.0] * workers, np.empty(len(arrive))
    for i in range(len(arrive)):
        start[i] = max(arrive[i], heapq.heappop(free))
        heapq.heappush(free, start[i] + work[i])
    return start


def line(name, latency):
    high, higher = np.quantile(latency, [0.99, 0.999])
    print(f"{name:<22} {np.median(latency):>4.0f} ms {high:>5.0f} ms {higher:>5.0f} ms")


start = fifo(arrive, work)
latency = start + work - arrive
print(f"requests {N}  median {np.median(latency):.0f} ms  99th percentile {np.quantile(latency, 0.99):.0f} ms")
slow = latency > 100
wait = start - arrive
print(f"slower than 100 ms: {slow.mean():.1%} of the requests")
print("            requests  mean wait  mean work")
for name, part in ("slow", slow), ("the others", ~slow):
    print(f"{name:<11} {part.sum():>8} {wait[part].mean():>7.0f} ms {work[part].mean():>7.0f} ms")
print("rows per request      requests  slow")
print(f"{'1':<21} {(~bulk).sum():>8} {(slow & ~bulk).sum():>5}")
print(f"{'300':<21} {bulk.sum():>8} {(slow & bulk).sum():>5}")
print("requests of one row     median     99th   99.9th")
line("as it is", latency[~bulk])
line("two workers, one queue", (fifo(arrive, work, 2) + work - arrive)[~bulk])
own = fifo(arrive[~bulk], work[~bulk]) + work[~bulk] - arrive[~bulk]
line("bulk on its own worker", own)
