"""A database of many sessions for the bench: a few that were played, copied row by row."""
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import make_samples  # noqa: E402

HOUR_US = 3600 * 1_000_000
FIRST_COPY = 1_000_000        # ids of played ones are above
PLAYED = 4
OF_A_SESSION = ("event", "entry", "item", "rating")


def play(v):
    person = make_samples.Person("Sample Candidate", 11, level=-0.25, growth=0.13, bias=0.5, pace=0.82)
    for i in range(PLAYED):
        make_samples.sit(v, person, make_samples.START_S + i * 4 * make_samples.DAY_S, "--blueprint", "b45",
                         "--seed", 100 + i)


def columns(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def copy_session(db, source, number):
    """The chain of events would not pass `viva db check`; reports do not look at it."""
    copy = FIRST_COPY + number
    changed = {"id": str(copy), "number": str(number)}
    names = columns(db, "session")
    values = [changed.get(name, f"{name} + {number * HOUR_US}" if name.endswith("_us") else name) for name in names]
    db.execute(f"INSERT INTO session ({','.join(names)}) SELECT {','.join(values)} FROM session WHERE id = ?",
               (source,))
    for table in OF_A_SESSION:
        names = columns(db, table)
        values = [str(copy) if name == "session" else name for name in names]
        db.execute(f"INSERT INTO {table} ({','.join(names)}) SELECT {','.join(values)} FROM {table} "
                   "WHERE session = ?", (source,))


def lengthen(path, total):
    """Copies sessions until there are `total`."""
    db = sqlite3.connect(path)
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute(f'DROP TRIGGER "{name}"')
    played = [row[0] for row in db.execute("SELECT id FROM session ORDER BY number LIMIT ?", (PLAYED,))]
    last = db.execute("SELECT max(number) FROM session").fetchone()[0]
    for number in range(last + 1, total + 1):
        copy_session(db, played[number % len(played)], number)
    db.execute("UPDATE counter SET value = ?", (total,))
    for _, sql in guards:
        db.execute(sql)
    db.commit()
    db.close()
