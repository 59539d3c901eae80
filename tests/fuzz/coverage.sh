#!/bin/sh
# Runs each fuzz target over what was found so far ($CORPUS) and its seeds, and prints how much of each reader
# that reaches: coverage.sh TARGET...
set -eu
here=$(dirname "$0")
readers="src/bank src/store src/ui/plain_parse.c src/ui/decode.c src/cli/args.c src/cli/front_json.c src/base/text"
objects=
rm -f "$BUILD"/*.profraw
for target in "$@"; do
	name=$(basename "$target")
	set --
	for folder in "$CORPUS/$name" "$here/$name.seeds"; do
		[ -d "$folder" ] && set -- "$@" "$folder"
	done
	LLVM_PROFILE_FILE="$BUILD/$name.profraw" "$target" -runs=0 "$@" >"$BUILD/$name.log" 2>&1
	objects="$objects -object $target"
done
llvm-profdata merge -o "$BUILD/all.profdata" "$BUILD"/*.profraw
# shellcheck disable=SC2086  # lists of words
llvm-cov report -instr-profile="$BUILD/all.profdata" ${objects# -object } >"$BUILD/coverage.txt"
for reader in $readers; do
	awk -v reader="${reader#src/}" 'index($1, reader) == 1 || index($1, "src/" reader) {
		printf "%-32s %6d lines, %s reached\n", $1, $8, $10 }' "$BUILD/coverage.txt"
done
