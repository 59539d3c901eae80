#!/bin/bash
# Item green-here-red-in-ci: one moment in time, formatted under the time zones of a laptop and of a build server.
# Shows the last lines of the test run in both.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > test_invoice.py <<'END'
import datetime, unittest
def invoice_day(paid_at):
    return datetime.datetime.fromtimestamp(paid_at).strftime("%Y-%m-%d")
class Invoice(unittest.TestCase):
    def test_day(self):
        self.assertEqual(invoice_day(1767222900), "2026-01-01")
unittest.main()
END
TZ=Europe/Berlin /usr/bin/python3 test_invoice.py 2>&1 | tail -n 1
TZ=UTC /usr/bin/python3 test_invoice.py 2>&1 | sed -n '/^AssertionError/p; $p'
