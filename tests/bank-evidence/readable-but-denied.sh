#!/bin/bash
# Item readable-but-denied: chmod -R 644 on a directory tree takes away the right to enter directories.
# Root ignores the bits, so as root everything is done by nobody.
export LC_ALL=C
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid 65534 --regid 65534 --clear-groups /bin/bash "$(readlink -f "$0")"; fi
d=$(mktemp -d /tmp/XXXXXX) && cd "$d" && trap 'chmod u+x data; rm -rf "$d"' EXIT
mkdir data && echo 42 > data/daily.csv && touch data/index
chmod -R 644 data 2> /dev/null
run() { echo "$ $1"; eval "$1" 2>&1; }
run 'cat data/daily.csv'
run 'ls -l data'
run "stat -c '%A %n' data"
