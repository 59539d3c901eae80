#!/bin/bash
# Item password-in-history: a password is committed, then removed by a second commit.
# Shows that the history still has it.
export LC_ALL=C GIT_CONFIG_NOSYSTEM=1 HOME=/nonexistent
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
git init -q -b main . && git config user.name dev && git config user.email dev@example.org
echo 'db_password = "tulip-77"' > settings.ini && git add . && git commit -qm "settings for the shop"
echo 'db_password = read from environment' > settings.ini && git commit -qam "remove password"
run() { echo "$ $1"; eval "$1" 2>&1; }
run 'grep -r tulip-77 settings.ini; echo "status $?"'
run 'git show HEAD~1:settings.ini'
