#!/bin/bash
# Item export-and-children: which variables a child process sees, and what a child can change.
# Prints the same variables in a child, in the parent, and after sourcing.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > app.sh <<'END'
echo "name=[$name] stage=[$stage]"
stage=test
END
run() { echo "$ $1"; eval "$1"; }
unset name stage
run 'name=shop; export stage=prod'
run 'bash app.sh'
# shellcheck disable=SC2016  # run prints it first, then expands it
run 'echo "$stage"'
run '. ./app.sh'
# shellcheck disable=SC2016  # run prints it first, then expands it
run 'echo "$stage"'
