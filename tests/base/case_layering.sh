#!/bin/sh
# tests/layering.sh holds for our sources, and finds each kind of fault when it is there.
set -eu
cd "$(dirname "$0")/../.."
check=$PWD/tests/layering.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

verdict() {     # name, what was found, what was wanted
	if [ "$2" = "$3" ]; then
		echo "pass $1"
	else
		echo "fail $1: found \"$2\", not \"$3\"" | tr '\n' ' '
		echo
		failed=1
	fi
}

# A tree that keeps every rule, with all that could be mistaken for a fault.
plant() {
	rm -rf "$tree"
	mkdir -p "$tree/include/viva" "$tree/src/base" "$tree/src/bank" "$tree/src/draw" "$tree/src/session" \
	    "$tree/src/store" "$tree/src/stats" "$tree/src/report" "$tree/src/ui" "$tree/src/serve" "$tree/src/cli"
	for h in err text prose draw record view store stats report; do
		echo "/* contract */" >"$tree/include/viva/$h.h"
	done
	cat >"$tree/include/viva/bank.h" <<'C'
#include "viva/prose.h"
struct item {
	const char *id, *title;
	const char *source_note;        /* or NULL */
};
C
	cat >"$tree/src/draw/pick.c" <<'C'
#include <string.h>
#include "draw/pick.h"
#include "viva/draw.h"
#include "viva/bank.h"
#include "viva/err.h"
/* This prints nothing: printf("x"), exit(1) and
 * clock_gettime() stand in a comment, as does stdout. */
const char *help = "exit(1), printf(2), stdout and time(NULL) // in a string";
int x = session_exit(1) + s->time(2) + next_time(3) + snprintf(b, n, "%s", it->title);
C
	echo '/* private */' >"$tree/src/draw/pick.h"
	cat >"$tree/src/cli/main.c" <<'C'
#include "viva/store.h"
#include "viva/bank.h"
int main(void) { printf("%s\n", getenv("HOME")); exit(0); }
void comma(void) { putchar('<'), print_visible(stdout, it->title), printf(">"), puts(f(it->id)); }
void show(void) { buf_puts(&b, it->title); fputs(buf_text(&b), stdout); }
C
	echo 'int now(void) { return clock_gettime(1, &t) + poll(f, 1, 2); }' >"$tree/src/cli/world.c"
	echo '#include <hpdf.h>' >"$tree/src/report/pdf.c"
	echo '#include <sqlite3.h>' >"$tree/src/store/db.c"
	echo '#include <libxml/parser.h>' >"$tree/src/bank/reader.c"
}

# name, file, its added line, the rule that must be named (nothing else may be)
finds() {
	plant
	printf '\n%s\n' "$3" >>"$tree/$2"
	line=$(grep -c '' "$tree/$2")
	found=$("$check" "$tree" 2>&1) && found="nothing, status 0"
	verdict "$1" "$found" "$2:$line: $4"
}

if found=$("$check" 2>&1); then found=clean; fi
verdict our_sources_keep_every_rule "$found" clean

plant
if found=$("$check" "$tree" 2>&1); then found=clean; fi
verdict comments_strings_and_names_alike_are_no_faults "$found" clean

mkdir "$tree/empty"
if found=$("$check" "$tree/empty" 2>&1); then found=clean; else found=refused; fi
verdict a_tree_without_sources_is_refused_and_not_called_clean "$found" refused

finds base_includes_nothing_of_ours src/base/err.c '#include "viva/bank.h"' \
    'src/base may not include viva/bank.h'
finds bank_does_not_know_draw src/bank/reader.c '#include "viva/draw.h"' 'src/bank may not include viva/draw.h'
finds draw_does_not_know_the_record src/draw/pick.c '#include "viva/record.h"' \
    'src/draw may not include viva/record.h'
finds session_does_not_know_the_store src/session/step.c '#include "viva/store.h"' \
    'src/session may not include viva/store.h'
finds store_does_not_know_stats src/store/db.c '#include "viva/stats.h"' 'src/store may not include viva/stats.h'
finds stats_do_not_know_the_store src/stats/level.c '#include "viva/store.h"' \
    'src/stats may not include viva/store.h'
finds report_does_not_know_the_store src/report/pdf.c '#include "viva/store.h"' \
    'src/report may not include viva/store.h'
finds ui_does_not_know_the_store src/ui/paint.c '#include "viva/store.h"' 'src/ui may not include viva/store.h'
finds the_served_page_does_not_know_the_bank src/serve/page.c '#include "viva/bank.h"' \
    'src/serve may not include viva/bank.h'
finds a_contract_keeps_the_arrows_too include/viva/prose.h '#include "viva/store.h"' \
    'src/bank may not include viva/store.h'
finds a_private_header_stays_in_its_folder src/cli/main.c '#include "draw/pick.h"' 'private to src/draw: draw/pick.h'
finds a_contract_includes_no_private_header include/viva/draw.h '#include "draw/pick.h"' \
    'a public header includes no private one: draw/pick.h'
finds a_new_header_must_be_entered include/viva/err.h '#include "viva/novel.h"' \
    'viva/novel.h belongs to no folder: enter it in tests/layering.sh'
finds sqlite_stays_in_the_store src/cli/main.c '#include <sqlite3.h>' 'only src/store includes <sqlite3.h>'
finds libxml_stays_in_the_bank src/draw/pick.c '#include <libxml/tree.h>' 'only src/bank includes <libxml/tree.h>'
finds libharu_stays_in_the_report src/cli/main.c '#include <hpdf.h>' 'only src/report includes <hpdf.h>'
finds one_file_alone_knows_libharu src/report/svg.c '#include <hpdf.h>' 'only one file includes <hpdf.h>: src/report/pdf.c'
for call in 'clock_gettime(CLOCK_BOOTTIME, &t)' 'time(NULL)' 'getrandom(p, 8, 0)' 'poll (f, 1, -1)' 'nanosleep(&t, 0)'; do
	name=$(printf '%s' "$call" | sed 's/[^a-z_].*//')
	finds "${name}_is_called_in_one_file_alone" src/cli/main.c "	x = $call;" \
	    'only src/cli/world.c reads a clock, waits or takes random bits'
done
for call in 'exit(1)' 'getenv("HOME")' '_exit(2)'; do
	name=$(printf '%s' "$call" | sed 's/[^a-z_].*//')
	finds "${name}_is_called_by_cli_alone" src/store/db.c "	$call;" \
	    'only src/cli reads arguments and environment, and exits'
done
for call in 'printf("%d", x)' 'fputs("x", stdout)' 'fprintf(stderr, "x")' 'perror("x")'; do
	name=$(printf '%s' "$call" | tr -cs 'a-z\n' '_')
	finds "${name}_is_called_by_cli_alone" src/ui/paint.c "	$call;" \
	    'only src/cli prints; others fill a buffer or the stream they are given'
done
finds a_title_does_not_reach_a_stream_raw src/cli/main.c '	printf("%s\n", it->title);' \
    'text of a bank or a note reaches a stream without text_visible()'
finds nor_does_it_over_two_lines src/ui/paint.c '	fprintf(out, "%s: %s\n",
	    label, bank->items[i].source_note);' 'text of a bank or a note reaches a stream without text_visible()'
finds nor_does_it_as_the_second_call src/cli/main.c '	puts("x"), puts(f(it->title));' \
    'text of a bank or a note reaches a stream without text_visible()'
finds a_note_does_not_reach_a_stream_raw src/ui/paint.c '	fputs(note->text, p->out);' \
    'text of a bank or a note reaches a stream without text_visible()'

exit $failed
