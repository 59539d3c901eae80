"""A disk that is full, or may not be written: what was said to be saved is there, the rest is refused in one line.

The disk is a real one, a tmpfs mounted for this test alone, and full at a chosen moment of a sitting.  Where the kernel
allows no mounts, a limit on the size of files stands in: writing fails as well, with EFBIG for ENOSPC.
VIVA_SOAK=1 fills it before every line and with each little room that may be left.
"""
import os
import resource
import shutil

import disks
from cases import case, main
from sittings import WAYS
from viva import Viva

SOAK = "VIVA_SOAK" in os.environ
DISK_BYTES = 1 << 20
SLACKS = (*range(12), 16, 24, 50) if SOAK else (0, 3, 8, 50)        # pages left; 50 are enough for the rest of a session
EVERY = 1 if SOAK else 7                                            # moment in turn: a line and a slack
FULL = ("disk full: nothing that was saved in", "No space left on device")
LIMITED = (*FULL, "File too large", "disk I/O error", "cannot write")


class Place:
    """A home on a small disk, with what a template holds."""

    def __init__(self, template):
        self.v = Viva()
        kept = self.v.home / ".local"
        kept.mkdir(mode=0o700)
        self.disk = disks.SmallDisk(kept, DISK_BYTES) if disks.available() else None
        if (template.home / ".local").is_dir():
            shutil.copytree(template.home / ".local", kept, dirs_exist_ok=True)

    def fill(self, slack, process=None):
        if self.disk is not None:
            assert self.disk.fill(slack), "the disk is too small for this test"
        elif process is not None:
            self.hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)[1]
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (slack * disks.PAGE_BYTES, self.hard))

    def make_room(self):
        if self.disk is not None:
            self.disk.make_room()

    def close(self):
        if self.disk is not None:
            self.disk.close()
        self.v.close()


def sound(v):
    result = v.run("db", "check")
    assert result.status == 0, (result.status, result.out, result.err)


def sit_until_full(place, way, moment, slack):
    """Types the lines; before line `moment` the disk is filled.  The exit status, what was said and the error."""
    with place.v.clocked(*way.args) as c:
        for i, line in enumerate(way.lines):
            if i == moment:
                place.fill(slack, c.process)
            if c.process.poll() is not None:
                break
            c.tell(line)
        return c.finish(), c.out, c.err


def full_at(template, way, moment, slack):
    """True if the disk was too small for the rest."""
    place = Place(template)
    v = place.v
    status, out, err = sit_until_full(place, way, moment, slack)
    assert status in (0, 7), (status, err)
    if status == 7:
        *warnings, last = err.splitlines()
        assert all(w.startswith("viva: no backup was made: ") for w in warnings), err
        assert any(words in last for words in (FULL if place.disk else LIMITED)), err
    way.check(v, out)
    sound(v)
    place.make_room()
    before = way.part(v)
    if status == 7 and before is not None:
        again = v.run(*way.again, lines=["q"])
        assert again.status in (0, 3), (again.status, again.err)    # the closing takes q as a word
        texts, grades = way.part(v)
        # At most the text that was being typed has come to it.
        assert texts[:len(before[0])] == before[0] and len(texts) <= len(before[0]) + 1, (before, texts)
        assert len(set(texts)) == len(texts) and grades == before[1], (before, texts, grades)
    sound(v)
    place.close()
    return status == 7


@case
def a_disk_that_fills_up_during_a_sitting_loses_nothing_that_was_taken():
    for name, way in WAYS.items():
        template = Viva()
        way.prepare(template)
        moments = [(m, s) for m in range(len(way.lines)) for s in SLACKS][::EVERY]
        stopped = sum(full_at(template, way, *moment) for moment in moments)
        print(f"{name}: {len(moments)} times the disk filled up, {stopped} times too soon")
        assert len(moments) / 4 < stopped < len(moments), (name, stopped, len(moments))
        template.close()


@case
def a_full_disk_refuses_a_command_or_lets_it_do_all():
    """Where there are no mounts, `store/test_faults` alone shows this."""
    template = Viva()
    WAYS["rate"].prepare(template)
    shutil.copytree(template.home / ".local", template.home / "elsewhere")
    document = template.run("export").out
    commands = (("forget", "Ada", "--yes"), ("people", "rename", "Ada", "Adele"), ("people", "goal", "Ada", "4"),
                ("finish",), ("db", "restore"), ("import", "-"), ("db", "backup", ".local/copy.db"),
                ("export", "--csv", "../.local/tables"), ("report", "--session", "1", "-o", "../.local/r.pdf"))
    refused = 0
    for args in commands:
        v = Viva()
        shutil.copytree(template.home / ".local", v.home / ".local")
        if args[0] == "import":
            v.run("forget", "Ada", "--yes")
        before = v.run("export").out
        v.run(*args, data=document.encode())
        after = v.run("export").out
        v.close()
        for slack in (0, 1, 3, 7, 15, 60)[::1 if SOAK else 2]:
            place = Place(template)
            if args[0] == "import":
                assert place.v.run("forget", "Ada", "--yes").status == 0
            place.fill(slack)
            result = place.v.run(*args, data=document.encode())
            assert result.status in (0, 1, 7), (args, slack, result.status, result.err)
            refused += result.status == 7
            assert result.status != 7 or result.err.count("\n") == 1, (args, slack, result.err)
            sound(place.v)
            now = place.v.run("export").out
            assert now in (before, after), (args, slack)
            place.make_room()
            place.close()
    assert refused > len(commands) or not disks.available(), refused
    template.close()


main()
