#!/bin/sh
# Runs one fuzz target for some seconds: run.sh TARGET SECONDS
set -eu
target=$1
seconds=$2
name=$(basename "$target")
here=$(dirname "$0")
corpus=$BUILD/corpus/$name
mkdir -p "$corpus" "$BUILD/crashes"
set -- "-max_total_time=$seconds" -max_len=16384 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
    "-artifact_prefix=$BUILD/crashes/$name-"
[ -f "$here/$name.dict" ] && set -- "$@" "-dict=$here/$name.dict"
set -- "$@" "$corpus"
[ -d "$here/$name.seeds" ] && set -- "$@" "$here/$name.seeds"
if "$target" "$@" >"$BUILD/$name.log" 2>&1; then
	echo "ok   $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$BUILD/$name.log") runs in $seconds s"
else
	tail -n 40 "$BUILD/$name.log"
	echo "FAIL $name: see $BUILD/crashes"
	exit 1
fi
