#!/bin/bash
# Item unquoted-file-names: a loop over the words of ls, where one file name contains a blank.
# Shows which files the clean-up script removes.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > clean.sh <<'END'
for f in $(ls shelf | grep old); do
    rm -v shelf/$f
done
END
mkdir shelf
touch shelf/notes shelf/old 'shelf/old report' shelf/report
run() { echo "$ $1"; eval "$1"; }
run 'ls -1 shelf'
run 'sh clean.sh 2>&1'
