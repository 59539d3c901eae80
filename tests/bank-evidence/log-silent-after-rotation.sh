#!/bin/bash
# Item log-silent-after-rotation: a writer keeps its file open while the log is renamed and created anew.
# Shows sizes and the file behind the descriptor.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
exec 3>> app.log
for i in 1 2 3; do echo "10:0$i request $i" >&3; done
mv app.log app.log.1 && : > app.log
for i in 4 5 6; do echo "10:0$i request $i" >&3; done
wc -c app.log app.log.1
readlink /proc/$$/fd/3 | sed 's#.*/##'
tail -n 1 app.log.1
