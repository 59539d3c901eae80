"""Drives the real binary: by pipes, by a terminal, with a scripted clock, in a home of its own.

    v = Viva()                          a fresh home; v.run("history") -> Result
    v.run("solo", "--seed", "7", lines=["", "", ...])
    with v.terminal("solo") as t:       a pty; t.expect("Enter: begin"), t.line("")
    with v.clocked("solo") as c:        pipes and a clock that moves only by c.pass_ms(1000)
    with v.screen("solo") as s:         the full screen at a pty, with such a clock: s.press("w"), s.text()

Terminals are dumb but for v.screen(), so that `terminal` sees plain lines.
"""
import fcntl
import json
import os
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

import pexpect
import pyte

ROOT = Path(os.environ.get("ROOT", Path(__file__).resolve().parent.parent.parent))
BINARY = Path(os.environ.get("BUILD", ROOT / "build")) / "viva"
BANK = ROOT / "question-sets" / "ml-engineer-junior.xml"
PATIENCE_S = 60
CLOCK_FD = 200          # above what a test has open
START_S = 1772971200    # 2026-03-08T12:00:00Z; sessions of one database begin at different times

# What a person types next, by the last thing the screen asks.
ASKS = {
    "Enter: begin": "",
    "Enter: I have read it": "",
    "Enter: I begin to answer": "",
    "Enter: I am done": "",
    "Answer aloud. Enter: done": "",
    "Which grade will this answer get": "3",
    "Enter: mark your key points": "",
    "m1 a mistake made. Enter: the grade": "",
    "Grade 0-4; Enter takes": "",
    "n: a note for next time. Enter: go on": "",
    "Enter: the next question": "",
    "Enter: the review": "",
    "Enter or p: go on": "",
    "Shall it count?": "",
    "Enter: the key points, and a note": "",
}


def reply(screen):
    flat = " ".join(screen[-4000:].split())
    where, line = max((flat.rfind(ask), line) for ask, line in ASKS.items())
    assert where >= 0, "the screen asks nothing: " + flat[-300:]
    return line


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8", "strict")
        self.err = done.stderr.decode("utf-8", "strict")

    def json(self):
        return json.loads(self.out)


class Viva:
    command = (str(BINARY),)    # what starts it
    patience_s = PATIENCE_S

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(prefix="home-"))
        self.work = self.home / "work"
        self.work.mkdir()
        self.env = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                    "TERM": "dumb", "VIVA_BANK": str(BANK)}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]

    @property
    def db(self):
        return self.home / ".local/share/viva/viva.db"

    def run(self, *args, lines=None, data=None, **env):
        if lines is not None:
            data = "".join(line + "\n" for line in lines).encode()
        done = subprocess.run([*self.command, *map(str, args)], cwd=self.work, env={**self.env, **env},
                              input=data if data is not None else b"", stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=self.patience_s)
        return Result(done)

    def terminal(self, *args, rows=24, columns=80):
        return Terminal(self, args, rows, columns)

    def clocked(self, *args, start_s=START_S):
        return Clocked(self, args, start_s)

    def screen(self, *args, rows=24, columns=80, start_s=START_S, **env):
        return Screen(self, args, rows, columns, start_s, env)

    def export(self):
        result = self.run("export", "--json")
        assert result.status == 0, result.err
        return result.json()

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)


class Terminal:
    """A session at a pty.  What it prints is text to wait for; nothing here sleeps."""

    def __init__(self, viva, args, rows, columns):
        self.child = pexpect.spawn(viva.command[0], [*viva.command[1:], *map(str, args)], cwd=str(viva.work), env=viva.env,
                                   dimensions=(rows, columns), timeout=viva.patience_s, encoding="utf-8", echo=False)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.child.close(force=True)

    def expect(self, text):
        self.child.expect_exact(text)
        return self.child.before

    def line(self, text=""):
        self.child.sendline(text)

    def status(self):
        self.child.expect(pexpect.EOF)
        self.child.wait()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus


class Clocked:
    """A session at pipes whose time is a script: `tell` sends lines, `pass_ms` moves the clock.

    After each call everything that was due has been done and printed (the program answers `?`).
    """

    def __init__(self, viva, args, start_s):
        clock_read, self.clock = os.pipe()
        self.answer, answer_write = os.pipe()
        os.set_inheritable(clock_read, True)

        def place():
            # The program answers on the descriptor after the script's.
            os.dup2(clock_read, CLOCK_FD)
            os.dup2(answer_write, CLOCK_FD + 1)

        self.process = subprocess.Popen([*viva.command, "--clock", f"fd:{CLOCK_FD}@{start_s}", *map(str, args)],
                                        cwd=viva.work, env=viva.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, close_fds=False, preexec_fn=place)
        os.close(clock_read)
        os.close(answer_write)
        fcntl.fcntl(self.process.stdout, fcntl.F_SETFL, os.O_NONBLOCK)
        self.out, self.patience_s = "", viva.patience_s

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass
        os.close(self.clock)
        os.close(self.answer)

    def _drain(self):
        got = b""
        while True:
            try:
                part = os.read(self.process.stdout.fileno(), 65536)
            except BlockingIOError:
                break
            if not part:
                break
            got += part
        text = got.decode("utf-8")
        self.out += text
        return text

    def sync(self):
        """Waits until all that was sent is done; returns what was printed since the last call."""
        if self.process.poll() is None:
            try:
                os.write(self.clock, b"?\n")
            except BrokenPipeError:
                pass
            deadline = time.monotonic() + self.patience_s
            while time.monotonic() < deadline:
                ready, _, _ = select.select([self.answer], [], [], 0.05)
                if ready and os.read(self.answer, 1):
                    break
                if self.process.poll() is not None:
                    break
            else:
                raise TimeoutError("no answer from viva")
        return self._drain()

    def tell(self, *lines):
        assert self.process.poll() is None, "viva has ended: " + self.out[-500:]
        try:
            self.process.stdin.write("".join(line + "\n" for line in lines).encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self.sync()

    def pass_ms(self, ms):
        os.write(self.clock, f"+{ms}\n".encode())
        return self.sync()

    def suspend(self, ms):
        os.write(self.clock, f"suspend {ms}\n".encode())
        return self.sync()

    def kill(self):
        self.process.kill()
        self.process.wait()
        return self._drain()

    def walk(self, until=None, most=500):
        """Answers what the screen asks, until it shows `until` or the program ends."""
        start = len(self.out)
        self.sync()
        for _ in range(most):
            if self.process.poll() is not None or (until and until in " ".join(self.out[start:].split())):
                return self.out[start:]
            self.tell(reply(self.out))
        raise AssertionError("no end: " + self.out[-500:])

    def finish(self):
        """End of input; returns the exit status."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        status = self.process.wait(timeout=self.patience_s)
        self._drain()
        self.err = self.process.stderr.read().decode("utf-8")
        return status


class Model(pyte.Screen):
    """A terminal that also knows how to scroll a region, which pyte's own does not."""

    def _in_region(self, change, count):
        at = self.cursor.y, self.cursor.x
        self.cursor.y = self.margins.top if self.margins else 0
        change(count or 1)
        self.cursor.y, self.cursor.x = at

    def scroll_up(self, count=1):
        self._in_region(self.delete_lines, count)

    def scroll_down(self, count=1):
        self._in_region(self.insert_lines, count)


class Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"scroll_up", "scroll_down"}


class Screen:
    """The full screen at a pty, read through a terminal's model; time is a script as in Clocked.

    After each call everything that was due has been done and painted: the kernel hands over what was
    written to a terminal before poll() looks at it, and the program answers `?` after its frame.
    """

    TERM = "xterm-256color"

    def __init__(self, viva, args, rows, columns, start_s, env):
        self.master, self.slave = os.openpty()
        self.modes_before = termios.tcgetattr(self.slave)
        self.size, self.patience_s = None, viva.patience_s
        self.model = Model(columns, rows)
        self.stream = Stream(self.model)
        self._set_size(rows, columns)
        clock_read, self.clock = os.pipe()
        self.answer, answer_write = os.pipe()
        self.raw = b""

        def place():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            os.dup2(clock_read, CLOCK_FD)
            os.dup2(answer_write, CLOCK_FD + 1)
            for fd in (self.master, self.slave, self.clock, self.answer, clock_read, answer_write):
                os.close(fd)

        self.process = subprocess.Popen(
            [*viva.command, "--clock", f"fd:{CLOCK_FD}@{start_s}", *map(str, args)], cwd=viva.work,
            env={**viva.env, "TERM": self.TERM, **env}, stdin=self.slave, stdout=self.slave, stderr=self.slave,
            close_fds=False, preexec_fn=place)
        os.close(clock_read)
        os.close(answer_write)
        os.set_blocking(self.master, False)
        self.sync()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for fd in (self.master, self.slave, self.clock, self.answer):
            if fd is not None:
                os.close(fd)

    def _set_size(self, rows, columns):
        self.size = rows, columns
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _drain(self):
        """Takes what is printed; True if there was anything."""
        got = b""
        while True:
            try:
                part = os.read(self.master, 65536)
            except (BlockingIOError, OSError):
                break
            if not part:
                break
            got += part
        self.raw += got
        self.stream.feed(got)
        return got != b""

    def _answered(self):
        try:
            os.write(self.clock, b"?\n")
        except BrokenPipeError:
            pass
        deadline = time.monotonic() + self.patience_s
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.answer, self.master], [], [], 0.05)
            if self.master in ready:
                self._drain()
            if self.answer in ready:
                if not os.read(self.answer, 1):
                    self.process.wait(timeout=self.patience_s)
                return
            if self.process.poll() is not None:
                return
        raise TimeoutError("no answer from viva: " + self.text())

    def sync(self):
        self._answered()
        while self._drain() and self.process.poll() is None:
            self._answered()        # what the terminal did not take at once is painted now

    def press(self, *keys):
        """Keys as a terminal sends them, each painted before the next is pressed."""
        for key in keys:
            data = key.encode() if isinstance(key, str) else key
            while data:
                try:
                    data = data[os.write(self.master, data):]
                except BlockingIOError:
                    select.select([], [self.master], [], 0.05)
                    self._drain()
            self.sync()
        return self.text()

    def pass_ms(self, ms):
        os.write(self.clock, f"+{ms}\n".encode())
        self.sync()
        return self.text()

    def tell_clock(self, line):
        os.write(self.clock, f"{line}\n".encode())
        self.sync()
        return self.text()

    def resize(self, rows, columns):
        self._drain()
        self.model.resize(rows, columns)
        self._set_size(rows, columns)
        self.sync()
        return self.text()

    def text(self):
        """The screen as it is seen, without blanks at the ends of its rows."""
        return "\n".join(line.rstrip() for line in self.model.display)

    def words(self):
        return " ".join(self.text().split())

    def cursor(self):
        """Row and column, or None while it is hidden."""
        return None if self.model.cursor.hidden else (self.model.cursor.y, self.model.cursor.x)

    def modes(self):
        return termios.tcgetattr(self.slave)

    def hang_up(self):
        """The terminal goes away."""
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = None

    def kill(self):
        self.process.kill()
        self.process.wait()
        self._drain()

    def status(self):
        if self.master is None:
            return self.process.wait(timeout=self.patience_s)
        deadline = time.monotonic() + self.patience_s
        while self.process.poll() is None and time.monotonic() < deadline:
            select.select([self.master], [], [], 0.02)
            self._drain()
        self._drain()
        return self.process.poll()
