#!/bin/sh
# Runs one fuzz target for some seconds, or with FUZZ_RUNS set for so many runs: run.sh TARGET SECONDS
set -eu
target=$1
seconds=$2
name=$(basename "$target")
here=$(dirname "$0")
corpus=$BUILD/corpus/$name
mkdir -p "$corpus" "$BUILD/crashes"
max_len=16384
[ -f "$here/$name.max_len" ] && max_len=$(cat "$here/$name.max_len")
bound=-max_total_time=$seconds
[ -n "${FUZZ_RUNS:-}" ] && bound=-runs=$FUZZ_RUNS
set -- "$bound" "-max_len=$max_len" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
    "-artifact_prefix=$BUILD/crashes/$name-"
[ -f "$here/$name.dict" ] && set -- "$@" "-dict=$here/$name.dict"
set -- "$@" "$corpus"
[ -d "$here/$name.seeds" ] && set -- "$@" "$here/$name.seeds"
# A smaller quarantine and shorter stacks: a third more runs in the same time.
export ASAN_OPTIONS="quarantine_size_mb=4:malloc_context_size=5${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
began=$(date +%s)
if "$target" "$@" >"$BUILD/$name.log" 2>&1; then
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$BUILD/$name.log")
	edges=$(sed -n 's/^#.* cov: \([0-9]*\) .*/\1/p' "$BUILD/$name.log" | tail -n 1)
	echo "ok   $name: $runs runs in $(($(date +%s) - began)) s, $edges edges of the program reached"
else
	tail -n 40 "$BUILD/$name.log"
	echo "FAIL $name: see $BUILD/crashes"
	exit 1
fi
