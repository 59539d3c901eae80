#!/bin/bash
# Item ten-seconds-to-stop: a Python program as an ordinary process and as process 1 of a namespace gets SIGTERM.
# No container engine is involved; a PID namespace behaves as in a container.
export LC_ALL=C
try() {
    sleep 0.5
    kill -TERM "$1"; sleep 1
    if kill -0 "$1" 2> /dev/null; then echo "$2: still running one second after SIGTERM"; kill -KILL "$1"
    else echo "$2: gone"; fi
    wait "$1" 2> /dev/null
}
/usr/bin/python3 -c 'import time; time.sleep(30)' & try $! "ordinary process"
unshare -rpf --kill-child /usr/bin/python3 -c 'import time; time.sleep(30)' &
sleep 0.7; inner=$(pgrep -P $!)
try "$inner" "process 1       "
unshare -rpf --kill-child /usr/bin/python3 -c 'import signal, sys, time
signal.signal(signal.SIGTERM, lambda *a: sys.exit(0)); time.sleep(30)' &
sleep 0.7; inner=$(pgrep -P $!)
try "$inner" "with a handler  "
wait
