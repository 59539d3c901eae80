#!/bin/sh
# Item top-client-addresses: the classic counting pipeline on a small access log.
# Prints the log, and the result of the pipeline with and without the first sort.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > access.log <<'END'
192.0.2.7 - - [04/Mar/2026:10:00:01] "GET /login" 200
198.51.100.4 - - [04/Mar/2026:10:00:01] "GET /" 200
192.0.2.7 - - [04/Mar/2026:10:00:02] "POST /login" 401
192.0.2.7 - - [04/Mar/2026:10:00:02] "POST /login" 401
203.0.113.9 - - [04/Mar/2026:10:00:03] "GET /" 200
192.0.2.7 - - [04/Mar/2026:10:00:04] "POST /login" 401
198.51.100.4 - - [04/Mar/2026:10:00:05] "GET /cart" 200
END
cat access.log
awk '{ print $1 }' access.log | sort | uniq -c | sort -rn | head -n 2
echo "without the first sort:"
awk '{ print $1 }' access.log | uniq -c
