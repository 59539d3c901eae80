#!/bin/bash
# Item too-many-open-files: a service that never closes its log handle, one more per request, under a limit of 64.
# Shows the error, and what the open descriptors point to just before it.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
ulimit -n 64
cat > worker.py <<'END'
import os
os.closerange(3, 64)
handles = []
def handle(n):
    handles.append(open("audit.log", "a"))
try:
    for n in range(1, 1000): handle(n)
except OSError as e:
    print(f"request {n}: {e}")
    handles.pop().close()
    os.system("ls -l /proc/%d/fd | awk 'NF > 9 { sub(\".*/\", \"\", $NF); print $NF }' | sort | uniq -c | sort -rn | head -n 1" % os.getpid())
    os.system("grep 'open files' /proc/%d/limits | sed 's/ *$//'" % os.getpid())
END
/usr/bin/python3 worker.py < /dev/null 2>&1
