#!/bin/bash
# Item disk-full-du-small: a file is removed while a process has it open.
# Runs in a file system of its own where possible, so that df shows nothing else.
export LC_ALL=C
if [ -z "$EVIDENCE_NS" ]; then EVIDENCE_NS=1 exec unshare -rm "$0"; fi
d=$(mktemp -d) && mount -t tmpfs -o size=100m tmpfs "$d" && cd "$d" || exit 1
exec 3> app.log
sleep 60 & writer=$!
exec 3>&-
dd if=/dev/zero of=app.log bs=1M count=100 conv=notrunc status=none
rm app.log
show() { df -BM --output=target,size,used,avail,pcent . | sed "s#$d#/srv/app#" | awk '{ printf "%-10s %8s %6s %6s %5s\n", $1, $(NF-3), $(NF-2), $(NF-1), $NF }' | tail -n 1; }
echo "Mounted on     Size   Used  Avail  Use%"
show
du -sBM . | sed 's#\t.*#      /srv/app#'
stat -L -c '%s bytes, %h links' /proc/$writer/fd/3
: > /proc/$writer/fd/3
show
kill $writer; wait $writer 2> /dev/null
cd / && umount "$d" && rmdir "$d"
exit 0
