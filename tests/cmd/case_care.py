"""The care of the records from outside: backups, restore, salvage, what is said of a damaged file."""
import os

from cases import case, main
from viva import START_S, Viva


def drill(v, seed, name="Ada", note=None, start_s=START_S):
    """A drill of one item from beginning to end, with a note."""
    with v.clocked("solo", "--items", "1", "--seed", seed, "--as", name, start_s=start_s) as c:
        c.tell("", "", "")
        if note is not None:
            c.tell("w", note, ".")
        c.walk()


def backups(v):
    folder = v.db.parent / "backups"
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


@case
def a_backup_is_made_when_a_session_ends_and_when_the_next_use_begins():
    v = Viva()
    drill(v, 1)
    assert backups(v) == ["viva-20260308-120000.db"] or len(backups(v)) == 1, backups(v)
    drill(v, 2, start_s=START_S + 86400)
    assert len(backups(v)) == 2, backups(v)
    newest = v.db.parent / "backups" / backups(v)[-1]
    assert v.run("export", "--db", newest).out == v.run("export").out
    v.close()


@case
def restore_puts_the_newest_backup_back_and_says_where_the_old_file_is():
    v = Viva()
    drill(v, 1)
    before = v.run("export").out
    result = v.run("solo", "--items", "1", "--seed", "5", "--as", "Bob", lines=["", "q"])
    assert result.status == 3 and v.run("export").out != before
    result = v.run("db", "restore")
    assert result.status == 0 and "The file before is kept as " in result.out, result.out + result.err
    assert v.run("export").out == before
    kept = result.out.split("kept as ")[1].strip()
    assert v.run("db", "restore", kept, "--json").json()["restored"] == kept
    assert v.run("export").out != before
    v.close()


@case
def backup_and_restore_are_a_round_trip():
    v, other = Viva(), Viva()
    drill(v, 1, note="kept")
    copy = v.work / "copy.db"
    assert v.run("db", "backup", copy).status == 0
    assert other.run("db", "restore", copy).status == 0
    assert other.run("export").out == v.run("export").out
    assert other.run("db", "check").status == 0
    v.close()
    other.close()


@case
def nothing_is_restored_while_a_session_runs():
    v = Viva()
    drill(v, 1)
    with v.clocked("solo", "--items", "1", "--seed", "2", "--as", "Ada", start_s=START_S + 60) as c:
        c.tell("")
        result = v.run("db", "restore")
        assert result.status == 4 and "a session is running" in result.err, result.err
        c.tell("q")
        c.finish()
    assert v.run("db", "restore", "no-such.db").status == 7
    v.close()


@case
def a_damaged_file_is_named_with_what_helps_and_left_as_it_is():
    v = Viva()
    drill(v, 1, note="my words")
    v.db.write_bytes(v.db.read_bytes().replace(b"my words", b"MY words"))
    damaged = v.db.read_bytes()
    result = v.run("db", "check")
    assert result.status == 5 and "its text is not the one that was written" in result.out, result.out
    assert "puts the newest backup in its place, /" in result.err and "viva db salvage" in result.err, result.err
    raw = v.db.read_bytes()
    v.db.write_bytes(raw[:100] + b"\0" * 4000 + raw[4100:])
    for words in (["db", "check"], ["history"], ["solo"], ["export"], ["report"]):
        result = v.run(*words, lines=[])
        assert result.status == 5, (words, result.status, result.err)
        assert "viva db salvage" in result.err and "viva db restore" in result.err, result.err
    assert v.db.read_bytes() == raw[:100] + b"\0" * 4000 + raw[4100:] and damaged == raw
    v.close()


@case
def salvage_saves_what_it_can_and_says_what_is_lost():
    v = Viva()
    drill(v, 1, note="my words")
    for path in (v.db.parent / "backups").iterdir():
        path.unlink()
    v.db.write_bytes(v.db.read_bytes().replace(b"my words", b"MY words"))
    damaged = v.db.read_bytes()
    result = v.run("db", "salvage", "saved.db")
    assert result.status == 1 and "notes or answers lost: 1" in result.out, result.out + result.err
    assert "1 session saved whole, 0 in part, 0 lost" in result.out, result.out
    assert v.db.read_bytes() == damaged
    assert sorted(os.listdir(v.work)) == ["saved.db", "viva-session-1.pdf"], os.listdir(v.work)
    assert v.run("db", "restore", "saved.db").status == 0
    assert v.run("db", "check").status == 0
    assert v.run("db", "salvage").status == 2
    assert v.run("db", "salvage", "saved.db").status == 1
    v.close()


main()
