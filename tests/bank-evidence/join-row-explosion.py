# Item join-row-explosion: orders joined to a table with several rows per customer.
# Shows row count and revenue before and after the join, and the duplicate count of the key.
import numpy as np
import pandas as pd

rng = np.random.default_rng(7)
customers = np.arange(1000, 2000)
orders = pd.DataFrame({"order_id": np.arange(8000),
                       "customer_id": rng.choice(customers, 8000),
                       "amount": rng.integers(10, 91, 8000)})
per_customer = rng.choice([1, 2, 3, 4, 5], 1000, p=[.1, .25, .3, .25, .1])
addresses = pd.DataFrame({"customer_id": np.repeat(customers, per_customer)})
addresses["city"] = rng.choice(["Ghent", "Liege", "Namur"], len(addresses))

df = orders.merge(addresses, on="customer_id", how="left")
for name, t in ("orders", orders), ("addresses", addresses), ("df", df):
    total = f"  revenue {t.amount.sum():>8}" if "amount" in t else ""
    print(f"{name:<9} {len(t):>6} rows{total}")
print(addresses.customer_id.duplicated().sum(), "rows repeat an earlier customer_id")
