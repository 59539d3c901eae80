"""SIGKILL in the middle of every command that changes something.

Between two changes of files nothing happens that a kill could spoil, so a command is killed at each system call that
changes one (strace does it), and besides at random moments.  After each kill the records must be sound, be those of
before or those of after, and the command must go through when it is given again.  VIVA_SOAK=1 tries every call.
"""
import collections
import functools
import os
import random
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import time

from cases import case, main
from sittings import WAYS
from viva import BINARY, PATIENCE_S, ROOT, START_S, Viva

SOAK = "VIVA_SOAK" in os.environ
AT_CALLS = 0 if SOAK else 3             # kills of each command; 0: at every call
AT_RANDOM = 400 if SOAK else 1
CHANGES = ("write", "pwrite64", "fsync", "fdatasync", "rename", "renameat2", "unlink", "unlinkat", "ftruncate", "link",
           "linkat", "mkdir", "fchmod", "openat")
MARK = "Zdzisława Żółć"
NOTE = "NOTE-mark-91bc"
NOTHING = '{"format": "viva-records", "version": 1,\n"people": [\n],\n"snapshots": [\n],\n"sessions": [\n]}\n'


def sit(v, seed, name, start_s, note):
    with v.clocked("solo", "--items", "1", "--seed", seed, "--as", name, start_s=start_s) as c:
        c.tell("", "", "")
        c.tell("n", note, ".")
        c.walk()


@functools.cache
def records():
    """Two people's sessions, a backup older than the second, an unfinished session, a document to import."""
    v = Viva()
    sit(v, 1, MARK, START_S, NOTE)
    assert v.run("db", "backup", "older.db").status == 0
    sit(v, 2, "Bob", START_S + 90_000, "bob's")
    (v.work / "records.json").write_text(v.run("export").out)
    assert v.run("solo", "--items", "1", "--seed", "3", "--as", "Bob", lines=["", "", "w", "half"]).status == 3
    for report in v.work.glob("*.pdf"):
        report.unlink()
    return v


def filled():
    return copy_of(records())


def empty(v):
    """The same without records: what imports."""
    for folder in ("share", "state"):
        shutil.rmtree(v.home / ".local" / folder / "viva")
    return v


def damaged(v):
    data = v.db.read_bytes()
    assert data.count(b"bob's") == 1
    v.db.write_bytes(data.replace(b"bob's", b"BOB's"))
    shutil.rmtree(v.db.parent / "backups")      # else it is found there
    return v


def copy_of(template):
    v = Viva()
    shutil.copytree(template.home, v.home, dirs_exist_ok=True, symlinks=True)
    return v


def strace(v, args, lines, *options):
    env = {**v.env, "ASAN_OPTIONS": "detect_leaks=0"}       # the leak sanitizer cannot work while it is traced
    return subprocess.run(["strace", "-f", "-qq", *options, str(BINARY), *map(str, args)], cwd=v.work, env=env,
                          input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=PATIENCE_S)


def calls_of(v, args, lines):
    """Every call of a whole run that changes a file, as (name, which of that name)."""
    log = v.home / "trace"
    done = strace(v, args, lines, "-e", "trace=" + ",".join(CHANGES), "-o", str(log))
    counts, points = collections.Counter(), []
    for line in log.read_text(errors="replace").splitlines():
        name = re.match(r"\d+ +(\w+)\(", line)
        if name is None:
            continue
        counts[name.group(1)] += 1
        if name.group(1) != "openat" or "O_CREAT" in line:
            points.append((name.group(1), counts[name.group(1)]))
    log.unlink()
    return done, points


def killed_at(v, args, lines, point):
    name, which = point
    return strace(v, args, lines, "-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={which}", "-o", "/dev/null")


def killed_after(v, args, lines, seconds):
    process = subprocess.Popen([str(BINARY), *map(str, args)], cwd=v.work, env=v.env, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        process.stdin.write("".join(line + "\n" for line in lines).encode())
        process.stdin.flush()
    except BrokenPipeError:
        pass
    time.sleep(seconds)
    process.kill()
    out, err = process.communicate(timeout=PATIENCE_S)
    return subprocess.CompletedProcess(args, process.returncode, out, err)


def storm(template, args, check, lines=(), status=0):
    """Kills `args` at its calls and at random moments; `check(v, done, after)` looks at each home that is left."""
    v = copy_of(template)
    began = time.monotonic()
    done, points = calls_of(v, args, lines)
    took = time.monotonic() - began
    assert done.returncode == status, (args, done.returncode, done.stderr)
    after = v.run("export").out
    v.close()
    rng = random.Random(str(args))
    if AT_CALLS:
        points = [points[0], points[-1]] + rng.sample(points, min(AT_CALLS, len(points)) - 2)
    kills = 0
    for moment in points + [rng.random() * took for _ in range(AT_RANDOM)]:
        v = copy_of(template)
        done = killed_at(v, args, lines, moment) if isinstance(moment, tuple) else killed_after(v, args, lines, moment)
        kills += done.returncode == -signal.SIGKILL
        assert done.returncode in (-signal.SIGKILL, status), (args, moment, done.returncode, done.stderr)
        try:
            check(v, done, after)
        except AssertionError as error:
            raise AssertionError(f"killed at {moment}: {error}") from error
        v.close()
    assert kills >= len(points), (kills, len(points))
    print(f"{' '.join(map(str, args[:2]))}: {kills} kills, {len(points)} of them at a change of a file")


def timeless(document):
    """An export without the times at which texts were erased, which is now, or were lost, which counts as now."""
    return re.sub(r'"erased_at": "[^"]*"', "", document)


def sound(v):
    result = v.run("db", "check")
    assert result.status == 0, (result.status, result.out, result.err)


def marks_in(v, marks=(MARK, NOTE)):
    """Files that viva keeps in which the person is still to be found."""
    forms = [form for mark in marks for form in (mark.encode(), mark.encode("unicode_escape"))]
    return [str(p) for p in (v.home / ".local").rglob("*") if p.is_file() and any(f in p.read_bytes() for f in forms)]


def version(path):
    """The format of a database, as its header says."""
    return struct.unpack(">I", path.read_bytes()[60:64])[0]


def of_format(fixture):
    v = Viva()
    v.db.parent.mkdir(parents=True, mode=0o700)
    with sqlite3.connect(v.db) as old:
        old.executescript(fixture.read_text())
    old.close()
    v.db.chmod(0o600)
    return v


@case
def a_migration_leaves_the_old_format_or_the_new():
    fixtures = sorted((ROOT / "tests/store").glob("schema-*.sql"))
    first = of_format(fixtures[0])
    assert version(first.db) == 1 and first.run("history").status == 0
    now = version(first.db)
    first.close()
    assert now > 1
    for fixture in fixtures:
        template = of_format(fixture)
        before = version(template.db)

        def check(v, done, after):
            assert v.run("export").out == after
            assert version(v.db) == now
            kept = list((v.db.parent / "backups").glob(f"viva-format-{before}*.db"))
            assert any(version(p) == before for p in kept), kept
            sound(v)

        if before < now:
            storm(template, ("history",), check)
        template.close()


@case
def an_import_takes_all_or_nothing():
    template = empty(filled())
    without = (template.run("export").out, NOTHING)

    def check(v, done, after):
        before = v.run("export").out
        assert before in (after, *without), before[:200]
        result = v.run("import", "records.json")
        assert result.status == 0, result.err
        assert v.run("export").out == after
        sound(v)

    storm(template, ("import", "records.json"), check)
    template.close()


@case
def a_restore_leaves_the_file_of_before_or_the_backup():
    template = filled()
    before = template.run("export").out

    def check(v, done, after):
        sound(v)
        now = v.run("export").out
        assert now in (before, after) and before != after
        kept = [p for p in (v.db.parent / "backups").glob("viva-replaced-*.db")]
        assert now == before or any(v.run("export", "--db", p).out == before for p in kept), kept
        assert v.run("db", "restore", "older.db").status == 0
        assert v.run("export").out == after
        assert v.run("forget", MARK, "--yes").status == 0
        assert not marks_in(v), marks_in(v)

    storm(template, ("db", "restore", "older.db"), check)
    template.close()


@case
def a_backup_is_whole_or_not_there():
    template = filled()

    def check(v, done, after):
        sound(v)
        assert v.run("export").out == after
        if (v.work / "copy.db").exists():
            assert v.run("db", "check", "--db", "copy.db").status == 0
            assert v.run("export", "--db", "copy.db").out == after
        assert v.run("db", "backup", "again.db").status == 0

    storm(template, ("db", "backup", "copy.db"), check)
    template.close()


@case
def a_salvage_changes_nothing_and_what_it_made_is_sound():
    template = damaged(filled())
    v = copy_of(template)
    assert v.run("db", "salvage", "whole.db").status == 1
    bytes_before = v.db.read_bytes()

    def exported(v, name):
        return timeless(v.run("export", "--db", name).out)

    whole = exported(v, "whole.db")
    v.close()

    def check(v, done, after):
        assert v.db.read_bytes() == bytes_before
        if (v.work / "saved.db").exists():
            assert v.run("db", "check", "--db", "saved.db").status == 0
            assert exported(v, "saved.db") == whole
        assert v.run("db", "salvage", "again.db").status == 1
        assert exported(v, "again.db") == whole

    storm(template, ("db", "salvage", "saved.db"), check, status=1)
    template.close()


@case
def a_report_or_a_table_is_whole_or_not_there():
    template = filled()
    for args in (("report", "--session", "1", "-o", "r.pdf"), ("export", "--csv", "tables")):
        v = copy_of(template)
        assert v.run(*args).status == 0
        whole = {p.relative_to(v.work): p.read_bytes() for p in v.work.rglob("*") if p.suffix in (".pdf", ".csv")}
        v.close()
        assert whole

        def check(v, done, after):
            for name, data in whole.items():
                assert not (v.work / name).exists() or (v.work / name).read_bytes() == data, name
            assert v.run("export").out == after
            assert v.run(*args).status == 0
            assert all((v.work / name).read_bytes() == data for name, data in whole.items())

        storm(template, args, check)
    template.close()


@case
def forgetting_ends_when_it_is_asked_for_again():
    template = filled()
    before = template.run("export").out

    def check(v, done, after):
        sound(v)
        assert v.run("export").out in (before, after)
        assert v.run("forget", MARK, "--yes").status in (0, 1)
        assert not marks_in(v), marks_in(v)
        assert v.run("export").out == after
        sound(v)

    storm(template, ("forget", MARK, "--yes"), check)
    template.close()


@case
def forgetting_who_led_or_marked_ends_when_it_is_asked_for_again():
    template = filled()
    WAYS["rate"].prepare(template)
    assert template.run(*WAYS["rate"].args, lines=WAYS["rate"].lines).status == 0
    assert template.run("db", "backup", "all.db").status == 0
    for _ in range(2):
        assert template.run("db", "restore", "all.db").status == 0      # a managed backup that holds it all too
    before = timeless(template.run("export").out)
    for name, notes in (("Grace", ("what I saw", "noted")), ("Mary", ("Mary's note",))):
        assert all(marks_in(template, (text,)) for text in (name, *notes))

        def check(v, done, after):
            sound(v)
            after = timeless(after)
            assert timeless(v.run("export").out) in (before, after)
            assert v.run("forget", name, "--yes").status in (0, 1)
            assert not marks_in(v, (name, *notes)), marks_in(v, (name, *notes))
            assert timeless(v.run("export").out) == after
            sound(v)

        storm(template, ("forget", name, "--yes"), check)
    template.close()


@case
def a_name_changes_everywhere_or_nowhere():
    template = filled()
    before = template.run("export").out

    def check(v, done, after):
        sound(v)
        assert v.run("export").out in (before, after)
        assert v.run("people", "rename", "Bob", "Robert").status in (0, 1)
        assert v.run("export").out == after

    storm(template, ("people", "rename", "Bob", "Robert"), check)
    template.close()


def kill_sittings(name):
    way, template = WAYS[name], filled()
    way.prepare(template)
    probe = copy_of(template)
    said = probe.run(*way.args, lines=way.lines)
    assert "Graded" in said.out, said.out[-600:]
    probe.close()

    def check(v, done, after):
        sound(v)
        way.check(v, done.stdout.decode())
        mine = way.sitting(v)
        if mine is not None and mine["state"] not in ("ended", "done"):
            again = v.run(*way.args, lines=way.lines) if name == "rate" else v.run("finish", mine["number"])
            assert again.status in (0, 3), (again.status, again.err)
        sound(v)

    storm(template, way.args, check, way.lines, said.status)
    template.close()


@case
def what_a_session_said_was_saved_is_there():
    kill_sittings("solo")


@case
def what_a_led_session_said_was_saved_is_there():
    kill_sittings("lead")


@case
def what_a_later_rater_was_told_was_saved_is_there():
    kill_sittings("rate")


main()
