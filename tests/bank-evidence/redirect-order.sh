#!/bin/bash
# Item redirect-order: the same two redirections in both orders.
# Shows what still reaches the terminal, and how many lines the file got.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
touch here
run() { echo "$ $1"; eval "$1"; }
{
run 'ls here gone 2>&1 >a.txt'
run 'ls here gone >b.txt 2>&1'
run 'wc -l a.txt b.txt'
} 2>&1
