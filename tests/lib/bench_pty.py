"""What benchmarks at a terminal share: a program at a pty with the real clock, and a commit to compare with."""
import fcntl
import os
import re
import select
import sqlite3
import struct
import subprocess
import tempfile
import termios
import time

PATIENCE_S = 20
COMMITS = 100


class Pty:
    def __init__(self, command, env, cwd, rows=24, columns=80):
        self.master, slave = os.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

        def place():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(command, cwd=cwd, env=env, stdin=slave, stdout=slave, stderr=slave, preexec_fn=place)
        os.close(slave)
        self.pid = self.process.pid

    def wait(self, seconds):
        return bool(select.select([self.master], [], [], seconds)[0])

    def read_until(self, pattern):
        """Everything up to and with what `pattern` matches."""
        got, end = b"", time.monotonic() + PATIENCE_S
        while not re.search(pattern, got) and time.monotonic() < end:
            if self.wait(0.1):
                got += os.read(self.master, 65536)
        assert re.search(pattern, got), (pattern, got[-300:])
        return got

    def quiet(self, seconds=0.03):
        while self.wait(seconds):
            os.read(self.master, 65536)

    def timed(self, key):
        """Milliseconds from the key to the first byte of what it paints."""
        self.quiet()
        begun = time.perf_counter()
        os.write(self.master, key)
        assert self.wait(PATIENCE_S), key
        took = (time.perf_counter() - begun) * 1000
        self.quiet(0.005)
        return took

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def commit_times(folder):
    """Milliseconds of inserts with the journal and syncs that the records use."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        return commits_in(own)


def commits_in(folder):
    db = sqlite3.connect(f"{folder}/peer.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)")
    times = []
    for i in range(COMMITS):
        begun = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO t VALUES (?, zeroblob(200))", (i,))
        db.execute("COMMIT")
        times.append((time.perf_counter() - begun) * 1000)
    db.close()
    return times
