#!/bin/bash
# Item listens-on-loopback: a web server bound to 127.0.0.1, asked by loopback and by another address of the machine.
# Runs in a network namespace of its own, so that port and addresses are free.
export LC_ALL=C
if [ -z "$EVIDENCE_NS" ]; then EVIDENCE_NS=1 exec unshare -rn "$0"; fi
d=$(mktemp -d) && cd "$d" && trap 'kill $server; rm -rf "$d"' EXIT
ip link set lo up && ip address add 192.0.2.10/32 dev lo
/usr/bin/python3 -m http.server -b 127.0.0.1 8080 > /dev/null 2>&1 & server=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8080/ && break; sleep 0.1; done
run() { echo "$ $1"; eval "$1" 2>&1; }
export format='HTTP %{http_code}, curl status %{exitcode}\n'
# shellcheck disable=SC2016  # run prints it first, then expands it
run 'curl -s -o /dev/null -w "$format" 127.0.0.1:8080'
# shellcheck disable=SC2016  # run prints it first, then expands it
run 'curl -s -o /dev/null -w "$format" 192.0.2.10:8080'
run 'ss -ltn' | awk '/^\$/ { print; next } { printf "%-8s%-8s%-8s%-21s%s\n", $1, $2, $3, $4 ($4 == "Local" ? " " $5 : ""), $4 == "Local" ? $6 " Address:Port" : $5 }' | sed 's/ *$//'
