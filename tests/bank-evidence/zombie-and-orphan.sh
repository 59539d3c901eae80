#!/bin/bash
# Item zombie-and-orphan: a parent that does not wait for its child, before and after the child ends.
# Shows state and name of the child as ps prints them.
export LC_ALL=C
/usr/bin/python3 -c '
import os, subprocess, time
pid = os.fork()
if pid == 0:
    time.sleep(0.5); os._exit(0)
def show(): print(subprocess.run(["ps", "-o", "stat,rss,args", "-p", str(pid)], capture_output=True, text=True).stdout.rstrip())
time.sleep(1); show()
os.kill(pid, 9); time.sleep(0.2); show()
os.wait(); show()
'
