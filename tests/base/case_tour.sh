#!/bin/sh
# src/README.md names files and functions; each of them is there.
set -eu
cd "$(dirname "$0")/../.."
guide=src/README.md
failed=0

verdict() {     # name, what is missing
	if [ -z "$2" ]; then
		echo "pass $1"
	else
		echo "fail $1: $guide:$2"
		failed=1
	fi
}

# shellcheck disable=SC2016  # backquotes are what is looked for
named() {       # the words in backquotes that match
	grep -o '`[^`]*`' "$guide" | tr -d '`' | grep -xE "$1" | LC_ALL=C sort -u
}

missing=
for file in $(named '[a-z_./-]+\.(c|h|sh|md|rnc)'); do
	[ -e "$file" ] || [ -e "src/$file" ] || [ -e "include/viva/$file" ] || [ -e "src/cli/$file" ] || missing="$missing $file"
done
verdict the_tour_names_only_files_that_exist "$missing"

missing=
for call in $(named '[a-z_]+\(\)'); do
	grep -rqE "(^|[ *])${call%()}\(" src include || missing="$missing $call"
done
verdict the_tour_names_only_functions_that_exist "$missing"

missing=
for folder in $(find src -mindepth 1 -maxdepth 1 -type d | LC_ALL=C sort); do
	[ -z "$(ls "$folder")" ] || named '[a-z/]+' | grep -qxF "$folder" || missing="$missing $folder"
done
for header in include/viva/*.h; do
	named '[a-z_]+\.h' | grep -qxF "$(basename "$header")" || missing="$missing $header"
done
verdict the_map_leaves_out_no_folder_and_no_contract "$missing"

exit $failed
