# Item latest-order-per-customer: six orders, among them two of one customer at the same time.
# Shows the table, the answer by row_number, and the extra row of the join on max().
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE orders (order_id, customer_id, ordered_at, amount)")
db.executemany("INSERT INTO orders VALUES (?, ?, ?, ?)", [
    (1, 7, "2026-03-02 09:10", 40), (2, 8, "2026-03-02 11:45", 15), (3, 7, "2026-03-05 16:20", 60),
    (4, 8, "2026-03-06 08:00", 25), (5, 8, "2026-03-06 08:00", 30), (6, 9, "2026-03-06 12:30", 80)])
LATEST = """SELECT order_id, customer_id, ordered_at, amount FROM (
  SELECT o.*, ROW_NUMBER() OVER (
           PARTITION BY customer_id
           ORDER BY ordered_at DESC, order_id DESC) AS rn
  FROM orders AS o) AS ranked
WHERE rn = 1 ORDER BY customer_id"""
MAX = """SELECT o.order_id, o.customer_id, o.ordered_at, o.amount FROM orders AS o
JOIN (SELECT customer_id, MAX(ordered_at) AS last FROM orders GROUP BY customer_id) AS m
  ON m.customer_id = o.customer_id AND m.last = o.ordered_at ORDER BY o.order_id"""


def show(rows):
    for r in rows:
        print(f"{r[0]:>8} {r[1]:>11}  {r[2]} {r[3]:>6}")


print("order_id customer_id  ordered_at       amount")
show(db.execute("SELECT * FROM orders ORDER BY order_id"))
show(db.execute(LATEST))
show(db.execute(MAX))
