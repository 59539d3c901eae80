/* Help on what stands around an interview: questions, records, files. */
#include <stddef.h>

#include "cli/pages.h"

static const struct part draw[] = {
	TEXT("A blueprint says how many questions of which area, topic, kind and difficulty make a form, "
	    "and how many minutes. Of all the forms that keep every rule one is drawn by exact counting: "
	    "each is equally likely, apart from what you have met. Questions that give each other away "
	    "never stand in one form."),
	TEXT("What you have met does not come back while other questions make a form. What went badly "
	    "comes back on another day, in up to a fifth of the form; `--no-retry` leaves it out. "
	    "`--focus weak` leans towards the two topics with the lowest level."),
	TEXT("The same seed, bank and history give the same form on every machine:"),
	EXAMPLE("viva draw --seed 7 --explain"),
	TEXT("A drill follows no blueprint: some questions of the topics, difficulty or kind you name."),
	EXAMPLE("viva solo --items 3 --topic metrics --kind concept"),
	TEXT("Where no form can keep the rules, viva names those that cannot hold together and the "
	    "smallest change that would help."),
	END
};
const struct help_page page_draw = { "draw", "how questions are chosen; drills", draw };

static const struct part banks[] = {
	TEXT("A bank is one XML file. `--bank` takes a file, or a name that is looked up in the question "
	    "sets of your data directory and then of the installation; VIVA_BANK sets another default."),
	EXAMPLE("viva solo --bank behavioural"),
	TERM("viva bank list", "the items"),
	TERM("viva bank show ID", "one item; with `--candidate` only what a candidate sees"),
	TERM("viva bank stats", "how the stock covers topics and difficulties, and what use says of each "
	    "item"),
	TERM("viva bank new ID", "an item to fill in"),
	TERM("viva bank check FILE", "every problem as `file:line:column`, and how many sessions a "
	    "blueprint lasts"),
	TEXT("A session keeps its own copy of the questions it was drawn with: changing a bank changes "
	    "no record."),
	END
};
const struct help_page page_banks = { "banks", "question sets: choosing, reading, writing one", banks };

static const struct part report[] = {
	TEXT("A session that ends writes its report into the current directory, or into the data "
	    "directory where that cannot be written. Any time later:"),
	EXAMPLE("viva report --session 3"),
	TEXT("It is readable by you alone; `chmod` it to share it."),
	TEXT("The page leads with the finding, then shows each question with marks, time and the texts "
	    "you wrote. `--edition coach` adds private notes. The same records give the same bytes; a "
	    "date is printed only where `--date` gives one."),
	END
};
const struct help_page page_report = { "report", "the PDF of a session", report };

static const struct part people[] = {
	TEXT("A name is entered with its first session. `viva people` lists who sat, led and rated, with their goals "
	    "and extra time; `--as NAME` says who sits alone, `--candidate` and `--interviewer` who is led by whom."),
	TERM("viva people goal NAME G", "the grade to reach, 1 to 4, or usual (3): what levels are held against, and below "
	    "which an answer comes back"),
	TERM("viva people extra-time NAME F", "every limit of theirs times F, 1 (none) to 4, alone or led; `--extra-time` "
	    "gives another for one session"),
	TERM("viva people rename NAME NEW", "another name, in all sessions"),
	TERM("viva people merge NAME INTO", "who was entered twice is one person, called INTO, with the goal and extra "
	    "time of INTO; both names mean them. No record is rewritten. Two people who had a part in one session "
	    "cannot be one"),
	TERM("viva people unmerge NAME", "takes them apart again; sessions begun since the merge stay with INTO"),
	TERM("viva forget NAME", "takes a person away for good, under all their names"),
	END
};
const struct help_page page_people = { "people", "names, goals, extra time; who was entered twice", people };

static const struct part files[] = {
	TERM("$XDG_DATA_HOME/viva/viva.db", "the records: one SQLite file, readable by you alone "
	    "(usually under ~/.local/share). `--db` or VIVA_DB names another"),
	TERM("$XDG_DATA_HOME/viva/question-sets", "your own banks; `--bank NAME` finds NAME.xml there"),
	TERM("$XDG_STATE_HOME/viva", "what is being typed in a running session, and who holds it "
	    "(usually under ~/.local/state); gone when the session ends"),
	TEXT("Reports are written to the current directory. Nothing else is written."),
	TERM("viva db path", "where the records are"),
	TERM("$XDG_DATA_HOME/viva/backups", "copies that viva makes by itself; see `viva help safety`"),
	TERM("viva db check", "whether they are whole"),
	TERM("viva db backup FILE", "a checked copy, also during a session"),
	TERM("viva export --json", "everything, as one JSON document; `viva import FILE` takes it in again"),
	TEXT("Environment: HOME, XDG_DATA_HOME, XDG_STATE_HOME, VIVA_DB, VIVA_BANK, NO_COLOR, TERM."),
	END
};
const struct help_page page_files = { "files", "where records, banks and reports are; environment", files };

static const struct part privacy[] = {
	TEXT("Everything stays in the files of `viva help files`, readable by you alone. viva opens no "
	    "network connection, sends nothing and asks nobody. There is no account, no telemetry and no "
	    "check for updates."),
	TEXT("To take the records elsewhere, copy them with `viva db backup`; to end it all, delete the "
	    "files."),
	TEXT("`viva forget NAME` takes one person away for good: their sessions, what they typed, and both "
	    "in the backups that viva made. Marks that they gave to others stay, without their name and "
	    "without their notes. It does not reach reports, exports and copies that were "
	    "written elsewhere, nor what a disk still holds of deleted files."),
	END
};
const struct help_page page_privacy = { "privacy", "what is kept, where, and what is sent: nothing", privacy };

static const struct part safety[] = {
	TEXT("What the screen has shown as done is saved before it is shown. It survives viva being killed, the terminal "
	    "closing and the power failing; of the clock a second may be lost, and of a text that is just being typed "
	    "what the last seconds brought, if the power fails. A disk that reports writes as done before they are, as "
	    "some cheap ones do, can lose more; nothing a program does helps against that."),
	TEXT("A full disk, a failing one or too little memory ends in one line that says what was not saved; what was "
	    "saved before stays. A command that is killed leaves the records of before or those of after: give it again. "
	    "Every record carries a chain of digests, so that damage is found, not shown: `viva db "
	    "check` looks at everything. The chain shows accidents and edits by other programs. Somebody who writes their own "
	    "program can forge a whole file."),
	TERM("viva db restore", "puts the newest copy back, or a named one; the file it replaces is kept and named"),
	TERM("viva db salvage NEW", "saves what can be read of a damaged file, with the help of the copies, and says what "
	    "is lost; the damaged file stays as it is"),
	TEXT("A copy is made when a session ends, when use begins again after half an hour, and before the format of "
	    "the file changes; the latest five stay, and one for each of the last seven days, eight weeks and twelve "
	    "months of use."),
	END
};
const struct help_page page_safety = { "safety", "what survives what; copies, damage, what helps", safety };

static const struct part completion[] = {
	TEXT("`make install` puts completion for bash, zsh and fish where the shells look. Commands, "
	    "options, banks, blueprints, topics, items, sessions and candidates complete. From a build "
	    "tree, in bash:"),
	EXAMPLE("source src/cli/completion/viva.bash"),
	TEXT("The shells ask the program: `viva help --complete -- WORD...` prints what could stand in "
	    "the place of the last word, each with a tab and a description. A line `:file` stands for "
	    "names of files."),
	END
};
const struct help_page page_completion = { "completion", "completion in bash, zsh and fish", completion };

static const struct part json[] = {
	TEXT("Commands that print facts print them as JSON with `--json`: one object, field names with "
	    "units, ids as strings, times in UTC."),
	EXAMPLE("viva history --json"),
	TEXT("With `viva solo --json` and `viva resume --json` a program sits in front of the session: "
	    "one JSON object a line, events on standard output, commands on standard input, anything for "
	    "a person on standard error. The same steps at the same moments give the same records as "
	    "plain lines and the full screen do."),
	EXAMPLE("printf '{\"do\":\"next\"}\\n{\"do\":\"quit\"}\\n' | viva solo --json"),
	TEXT("A command is an object with `do`, and with the fields named here:"),
	{ PART_JSON, NULL, NULL },
	TEXT("An event is an object with `event`; texts are plain and wrapped to 80 columns, positions "
	    "count from 1, times are milliseconds:"),
	TERM("hello", "the first line: `schema`, which is 1 and rises when a field changes its meaning, "
	    "and the version. New fields and events may come any time: pass over what you do not know"),
	TERM("opening", "who sits, which form, which rules; `next` begins, `quit` leaves and stores "
	    "nothing"),
	TERM("item", "the question: `stem`, `topic`, `difficulty`, `kind`, `limit_ms`, `facts` given so "
	    "far"),
	TERM("done", "a step that is saved: `what`, `seq` and `at_ms` as in `viva export --json`, and "
	    "what it changed"),
	TERM("reveal", "once it may be seen: `answer`, `key_points`, `mistakes`, `follow_ups`, `grades`"),
	TERM("state", "after each step: `state`, `phase`, `clock`, later `ticks`, `mistakes` and the "
	    "`proposed` grade"),
	TERM("milestone", "`half`, `60s`, `30s`, `10s` or `over`"),
	TERM("time", "the `clock`, after `time`"),
	TERM("gap", "time passed unseen; nothing but `gap`, `help` and `quit` is taken until it is "
	    "answered"),
	TERM("refused", "`why` a command meant nothing here: `not_here`, `paused`, `strict`, "
	    "`no_more_facts`, `nothing_to_undo`, `out_of_range`, `not_led`, `no_change`"),
	TERM("message", "a line for the person"),
	TERM("error", "a line that is no command: its number and what is wrong; the session goes on"),
	TERM("closing", "the end: figures, what to do `next`, the `report`"),
	TEXT("The end of the input is `quit`: all is saved, exit status 3."),
	END
};
const struct help_page page_json = { "json", "output for programs", json };

static const struct part exit_status[] = {
	{ PART_EXITS, NULL, NULL },
	END
};
const struct help_page page_exit_status = { "exit-status", "what the exit statuses mean", exit_status };
