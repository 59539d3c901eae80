#!/bin/sh
# Keeps the arrows of src/README.md true.  Prints `file:line: rule` for each line that
# breaks one and exits with 1 if any did.
#
#     tests/layering.sh [DIR]         DIR has include/viva and src; default: this repository
#
# The tables stand first; a new header or library is entered there.
set -eu
cd "${1:-$(dirname "$0")/..}"

files=$(find include/viva src -name '*.[ch]' 2>/dev/null | LC_ALL=C sort)
[ -n "$files" ] || { echo "layering: no sources under $PWD" >&2; exit 1; }

# shellcheck disable=SC2086  # a list of words; our paths have no blanks
LC_ALL=C awk '
function table(t, key, words,    list, n, i) {
	n = split(words, list, " ")
	for (i = 1; i <= n; i++)
		t[key, list[i]] = 1
}

function owns(module, headers,    list, n, i) {
	n = split(headers, list, " ")
	for (i = 1; i <= n; i++)
		owner[list[i]] = module
}

BEGIN {
	# Which folder implements a public header.
	owns("base", "err diag arena buf text rng clock digest")
	owns("bank", "bank prose")
	owns("draw", "draw history")
	owns("session", "session record view scoring")
	owns("store", "store typing answers")
	owns("stats", "stats advice next item_stats estimate progress cohort compare")
	owns("report", "report display_list")
	owns("ui", "plain home json_lines keys words screen canvas passage decode editor term")
	owns("serve", "serve")
	owns("cli", "world")

	# Which public headers a folder may include beside its own and those of base.
	table(may, "bank", "")
	table(may, "draw", "bank prose")
	table(may, "session", "bank prose draw")
	table(may, "store", "bank prose history record session scoring")
	table(may, "stats", "bank prose history record answers scoring")
	table(may, "report", "bank prose history record stats advice next answers estimate progress cohort")
	table(may, "ui", "bank prose record view session stats advice next estimate progress")
	table(may, "serve", "prose view")
	cli_may_include_all = 1

	# Libraries and the folders they stay in.
	library["libxml/"] = "bank"
	library["sqlite3.h"] = "store"
	library["hpdf.h"] = "report"
	library["hb"] = "report"
	library["fribidi"] = "report"
	library["libdeflate.h"] = "report"
	library["utf8proc.h"] = "base"
	library["curses"] = "ui"
	library["ncurses"] = "ui"
	library["term.h"] = "ui"
	library["microhttpd.h"] = "serve"
	library["qrencode.h"] = "serve"
	library["seccomp.h"] = "serve"

	# Libraries that one file knows.
	alone["hpdf.h"] = 1
	alone["ncurses.h"] = 1
	alone["term.h"] = 1

	# Calls that make a result depend on more than its arguments: one file makes them.
	world = "clock_gettime|clock|time|gettimeofday|timespec_get|getrandom|getentropy|rand|random|" \
	    "srand|drand48|arc4random|localtime|localtime_r|gmtime|poll|ppoll|select|pselect|epoll_wait|" \
	    "sleep|usleep|nanosleep|clock_nanosleep"
	surroundings = "getenv|secure_getenv|exit|_exit|_Exit|quick_exit|getopt|getopt_long"
	printing = "printf|vprintf|puts|putchar|putchar_unlocked|perror"
	# What writes to a stream or a descriptor as it is given.
	streams = "printf|vprintf|fprintf|vfprintf|dprintf|vdprintf|puts|fputs|fwrite|write"
	before = "(^|[^A-Za-z0-9_.>])("
}

function broken(rule) {
	printf "%s:%d: %s\n", FILENAME, FNR, rule
	count++
}

# The line without comments and without what stands inside quotes.
function code_of(line,    out, c, two, i, n) {
	out = ""
	n = length(line)
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 1)
		two = substr(line, i, 2)
		if (in_comment) {
			if (two == "*/") { in_comment = 0; i++ }
		} else if (quote != "") {
			if (c == "\\") i++
			else if (c == quote) { out = out c; quote = "" }
		} else if (two == "/*") {
			in_comment = 1; out = out " "; i++
		} else if (two == "//") {
			break
		} else {
			if (c == "\"" || c == "\047") quote = c
			out = out c
		}
	}
	quote = ""
	return out
}

function calls(text, names) {
	return text ~ (before names ")[ \t]*\\(")
}

function check_own_include(header,    part, name) {
	split(header, part, "/")
	if (part[1] != "viva") {
		if (is_public)
			broken("a public header includes no private one: " header)
		else if (part[1] != module)
			broken("private to src/" part[1] ": " header)
		return
	}
	name = substr(part[2], 1, length(part[2]) - 2)
	if (!(name in owner))
		broken("viva/" name ".h belongs to no folder: enter it in tests/layering.sh")
	else if (owner[name] != "base" && owner[name] != module && !((module, name) in may) &&
	    !(module == "cli" && cli_may_include_all))
		broken("src/" module " may not include " header)
}

function check_library(header,    prefix) {
	for (prefix in library)
		if (index(header, prefix) == 1 && library[prefix] != module)
			broken("only src/" library[prefix] " includes <" header ">")
	if (header in alone && module == library[header]) {
		if (alone_in[header] != "" && alone_in[header] != FILENAME)
			broken("only one file includes <" header ">: " alone_in[header])
		else
			alone_in[header] = FILENAME
	}
}

# Strings of a bank, by name: they pass text_visible() (by way of buf_text()) before a stream sees them.
function collect_bank_strings(text,    list, n, i, name) {
	if (FILENAME !~ /\/(bank|prose)\.h$/ || text !~ /^[ \t]*(struct [a-z_]+ \{ )?const char \*/)
		return
	sub(/^.*const char /, "", text)
	sub(/;.*/, "", text)
	n = split(text, list, ",")
	for (i = 1; i <= n; i++) {
		name = list[i]
		gsub(/[^a-z_]/, "", name)
		# Ids are checked when a bank is loaded; the others name too much else.
		if (name != "id" && name != "text" && name != "name" && name != "v")
			bank_string[name] = 1
	}
}

function names_bank_string(text,    name) {
	for (name in bank_string)
		if (text ~ ("(->|\\.)" name "([^A-Za-z0-9_(]|$)"))
			return 1
	return text ~ /(run|runs\[[^\]]*\]|note|notes\[[^\]]*\])(->|\.)text([^A-Za-z0-9_]|$)/
}

# From an opening bracket to the one that closes it.
function bracket(text,    depth, i, c) {
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		depth += (c == "(") - (c == ")")
		if (depth == 0)
			return substr(text, 1, i)
	}
	return text
}

function check_statement(text,    arguments) {
	while (match(text, before streams ")[ \t]*\\(")) {
		text = substr(text, RSTART + RLENGTH - 1)
		arguments = bracket(text)
		text = substr(text, length(arguments))
		if (names_bank_string(arguments))
			broken("text of a bank or a note reaches a stream without text_visible()")
	}
}

FNR == 1 {
	split(FILENAME, path, "/")
	is_public = path[1] == "include"
	module = path[2]
	in_comment = 0
	quote = ""
	statement = ""
	if (is_public) {
		name = path[3]
		sub(/\.h$/, "", name)
		module = owner[name]
		if (module == "")
			broken("viva/" name ".h belongs to no folder: enter it in tests/layering.sh")
	}
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, part, "\"")
	if (module != "")
		check_own_include(part[2])
	next
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	header = $0
	sub(/^[^<]*</, "", header)
	sub(/>.*/, "", header)
	check_library(header)
	next
}

{
	code = code_of($0)
	if (is_public) {
		collect_bank_strings(code)
		next
	}
	# The helper behind the page is a process of its own, with a clock and a loop of its own; tty.c asks
	# whether a terminal takes bytes, which changes nothing but when they go.
	if (calls(code, world) && FILENAME != "src/cli/world.c" && FILENAME != "src/serve/loop.c" &&
	    !(FILENAME == "src/ui/tty.c" && calls(code, "poll")))
		broken("only src/cli/world.c reads a clock, waits or takes random bits")
	if (module != "cli") {
		# A child that could not become the helper ends at once.
		if (calls(code, surroundings) && FILENAME != "src/serve/serve.c")
			broken("only src/cli reads arguments and environment, and exits")
		if (calls(code, printing) || code ~ /(^|[^A-Za-z0-9_])(stdout|stderr)([^A-Za-z0-9_]|$)/)
			broken("only src/cli prints; others fill a buffer or the stream they are given")
	}
	statement = statement " " code
	while (match(statement, /[;{}]/)) {
		end = RSTART            # check_statement() matches too
		check_statement(substr(statement, 1, end))
		statement = substr(statement, end + 1)
	}
}

END { exit count > 0 }
' $files
