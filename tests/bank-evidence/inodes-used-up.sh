#!/bin/bash
# Item inodes-used-up: a file system with room for few inodes, filled with small session files.
# Runs in a file system of its own (tmpfs in a mount namespace).
export LC_ALL=C
if [ -z "$EVIDENCE_NS" ]; then EVIDENCE_NS=1 exec unshare -rm "$0"; fi
d=$(mktemp -d) && mount -t tmpfs -o size=500m,nr_inodes=20001 tmpfs "$d" && cd "$d" || exit 1
mkdir sessions && cd sessions && seq -f 'sess_%05g' 1 19999 | xargs touch && cd ..
for i in $(seq 10001 10400); do echo x > "sessions/sess_$i"; done
echo '$ touch upload.tmp'
touch upload.tmp 2>&1
echo '$ df -h --output=size,used,avail,pcent .'
df -h --output=size,used,avail,pcent .
echo '$ df --output=itotal,iused,iavail,ipcent .'
df --output=itotal,iused,iavail,ipcent .
echo '$ du --inodes sessions'
du --inodes sessions
cd / && umount "$d" && rmdir "$d"
