# Item row-loop-slow: prices looked up row by row against one map; counts Python function calls.
# Shows the calls for two table lengths, and that both ways give the same total.
import cProfile
import pstats

import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
prices = pd.DataFrame({"sku": np.arange(5000), "price": rng.integers(1, 100, 5000)})


def loop(orders):
    total = []
    for _, row in orders.iterrows():
        price = prices[prices.sku == row.sku].price.iloc[0]
        total.append(row.qty * price)
    return pd.Series(total)


def columns(orders):
    return orders.qty * orders.sku.map(prices.set_index("sku").price)


def calls(f, *a):
    p = cProfile.Profile()
    p.enable()
    r = f(*a)
    p.disable()
    return pstats.Stats(p).total_calls, r


loop(pd.DataFrame({"sku": [1], "qty": [1]})), columns(pd.DataFrame({"sku": [1], "qty": [1]}))
print("  rows  calls, loop  calls, columns  same totals")
for n in 1000, 2000:
    orders = pd.DataFrame({"sku": rng.integers(0, 5000, n), "qty": rng.integers(1, 5, n)})
    (a, x), (b, y) = calls(loop, orders), calls(columns, orders)
    print(f"{n:>6} {round(a, -5):>12} {round(b, -2):>15}  {bool((x == y).all())}")
