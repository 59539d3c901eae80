#!/bin/sh
# Runs each fuzz target over what was found so far ($CORPUS) and its seeds, and prints how much of each file that reads
# something from outside is reached: coverage.sh TARGET...
set -eu
here=$(dirname "$0")
readers="src/bank/build src/bank/check.c src/bank/guard.c src/bank/link.c src/bank/load.c src/bank/node.c src/bank/parse.c
    src/bank/prose.c src/bank/reader.c src/bank/value.c src/bank/write.c
    src/store/adopt.c src/store/chain.c src/store/check.c src/store/doc.c src/store/guard.c src/store/import.c src/store/open.c
    src/store/read.c src/store/salvage src/store/session_json.c src/store/typing.c
    src/serve/address.c src/serve/decode.c src/serve/http.c src/serve/serve.c src/serve/stream.c src/serve/words.c
    src/ui/plain_parse.c src/ui/decode.c src/ui/sequence.c src/ui/json_parse.c src/ui/editor
    src/cli/args.c src/cli/app.c src/base/text"
objects=
rm -f "$BUILD"/*.profraw
for target in "$@"; do
	name=$(basename "$target")
	set --
	for folder in "$CORPUS/$name" "$here/$name.seeds"; do
		[ -d "$folder" ] && set -- "$@" "$folder"
	done
	if ! LLVM_PROFILE_FILE="$BUILD/$name.profraw" "$target" -runs=0 "$@" >"$BUILD/$name.log" 2>&1; then
		tail -n 20 "$BUILD/$name.log"
		exit 1
	fi
	objects="$objects -object $target"
done
llvm-profdata merge -o "$BUILD/all.profdata" "$BUILD"/*.profraw
# shellcheck disable=SC2086  # lists of words
llvm-cov report -instr-profile="$BUILD/all.profdata" ${objects# -object } >"$BUILD/coverage.txt"
for reader in $readers; do
	awk -v reader="$reader" 'match($1, /src\/[a-z]+\/[a-z_0-9]+\.[ch]$/) && index(substr($1, RSTART), reader) == 1 && $8 > 0 {
		printf "%-32s %5d lines, %s reached\n", substr($1, RSTART), $8, $10 }' "$BUILD/coverage.txt"
done
