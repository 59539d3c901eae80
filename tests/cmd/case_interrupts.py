"""What breaks into a sitting, while a text is being typed: alone, led, or marking as a later rater, it keeps the text."""
import os
import signal
import time

import disks
from cases import case, main
from sittings import WAYS
from viva import PATIENCE_S, Viva

DAY_MS = 86_400_000
HALF, REST = "half a text", "and its end"


def homes():
    """Each way to sit, with a home where it can begin."""
    for way in WAYS.values():
        v = Viva()
        way.prepare(v)
        yield v, way
        v.close()


def typing(v):
    return b"".join(p.read_bytes() for p in v.home.rglob("*.typing"))


def until(claim):
    deadline = time.monotonic() + PATIENCE_S
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def state(process):
    return open(f"/proc/{process.pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()[0]


def kept_once(v, way, text):
    """The text is in the records, also after the sitting went on and was left again."""
    for again in (True, False):
        texts, _ = way.part(v)
        assert texts == [text], texts
        if again:
            result = v.run(*way.again, lines=["q"])
            assert result.status == 3, (result.status, result.err)
    assert not typing(v).count(text.encode())
    assert v.run("db", "check").status == 0


@case
def a_signal_or_the_end_of_input_keeps_what_is_typed_and_leaves():
    ends = ((signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 3), (None, 3))
    for number, status in ends:
        for v, way in homes():
            with v.clocked(*way.args) as c:
                c.tell(*way.before, HALF)
                assert HALF.encode() in typing(v)
                if number is not None:
                    c.process.send_signal(number)
                    c.process.wait(PATIENCE_S)
                assert c.finish() == status, (way.args[0], number, c.process.returncode, c.err)
            kept_once(v, way, HALF)


@case
def a_closed_terminal_keeps_what_is_typed_and_exits_with_129():
    for v, way in homes():
        with v.screen(*way.args, TERM="dumb") as s:
            s.press(*[line + "\n" for line in (*way.before, HALF)])
            assert HALF.encode() in typing(v), s.text()
            s.hang_up()
            assert s.status() == 129, (way.args[0], s.process.returncode)
        kept_once(v, way, HALF)


@case
def on_the_full_screen_too_it_is_kept_and_the_terminal_given_back():
    """Marking has lines alone."""
    for end, status in ((signal.SIGTERM, 143), (signal.SIGHUP, 129), (None, 129)):
        for v, way in homes():
            if not way.timed:
                continue
            with v.screen(*way.args) as s:
                s.press("\r", "\r", "\r", way.before[-1], HALF)
                assert HALF in s.text(), s.text()
                s.process.send_signal(signal.SIGTSTP)
                until(lambda s=s: state(s.process) == "T")
                assert s.modes() == s.modes_before
                s.process.send_signal(signal.SIGCONT)
                s.sync()
                assert HALF in s.text(), s.text()
                if end is None:
                    s.hang_up()
                else:
                    s.process.send_signal(end)
                assert s.status() == status, (way.args[0], end, s.process.returncode)
                assert end is None or s.modes() == s.modes_before
            kept_once(v, way, HALF)


@case
def a_text_goes_on_after_a_stop():
    for v, way in homes():
        with v.clocked(*way.args) as c:
            c.tell(*way.before, HALF)
            for _ in range(3):
                c.process.send_signal(signal.SIGTSTP)
                until(lambda c=c: state(c.process) == "T")
                assert HALF.encode() in typing(v)
                c.process.send_signal(signal.SIGCONT)
                until(lambda c=c: state(c.process) != "T")
            assert "saved" in c.tell(REST, "."), (way.args[0], c.out[-300:])
            c.tell("q")
            assert c.finish() == 3
        kept_once(v, way, f"{HALF}\n{REST}")


@case
def a_second_viva_is_told_who_holds_it_and_disturbs_nothing():
    for v, way in homes():
        with v.clocked(*way.args) as c:
            c.tell(*way.before, HALF)
            for args in (way.again, way.again, ("forget", "Ada", "--yes")):
                other = v.run(*args, lines=["q"])
                assert other.status == 4 and other.err.count("\n") == 1, (args, other.status, other.err)
                assert args[0] == "forget" or str(c.process.pid) in other.err, other.err
            assert "saved" in c.tell(REST, "."), c.out[-300:]
            c.tell("q")
            assert c.finish() == 3
        kept_once(v, way, f"{HALF}\n{REST}")


def spent_ms(v):
    item = next(s for s in v.export()["sessions"] if s["candidate"] == "Ada")["items"][0]
    return item["read_ms"] + item["think_ms"] + item["answer_ms"]


@case
def three_days_of_sleep_count_for_nothing_unless_wanted():
    """In the middle of a text nothing can be asked, so they do not count.  Marks have no time."""
    for in_text, answer, counts in ((True, None, False), (False, "", False), (False, "y", True)):
        for v, way in homes():
            with v.clocked(*way.args) as c:
                c.tell(*way.before[:None if in_text else -1])
                for _ in range(5):
                    c.pass_ms(1_000)
                if in_text:
                    c.tell(HALF)
                said = " ".join(c.suspend(3 * DAY_MS).split())
                assert ("Shall it count?" in said) == (way.timed and not in_text), (way.args[0], said)
                assert ("does not count" in said) == (way.timed and in_text), (way.args[0], said)
                if "?" in said:
                    c.tell(answer)
                if not in_text:
                    c.tell(way.before[-1], HALF)
                c.tell(REST, ".")
                c.tell("q")
                assert c.finish() == 3, c.err
            if way.timed:
                spent = spent_ms(v)
                assert spent >= 3 * DAY_MS if counts else 5_000 <= spent <= 6_000, (way.args[0], answer, spent)
            kept_once(v, way, f"{HALF}\n{REST}")


@case
def a_clock_set_back_an_hour_in_a_text_changes_no_time_and_loses_nothing():
    for v, way in homes():
        with v.clocked(*way.args) as c:
            c.tell(*way.before)
            for _ in range(5):
                c.pass_ms(1_000)
            c.tell(HALF)
            os.write(c.clock, b"wall -3600000\n")
            for _ in range(5):
                c.pass_ms(1_000)
            c.tell(REST, ".")
            c.tell("q")
            assert c.finish() == 3, c.err
        session = next(s for s in v.export()["sessions"] if s["candidate"] == "Ada")
        if way.timed:
            assert 10_000 <= spent_ms(v) <= 11_000, (way.args[0], spent_ms(v))
            at = [e["at_ms"] for e in session["events"]]
            assert at == sorted(at)
        kept_once(v, way, f"{HALF}\n{REST}")


@case
def a_folder_that_may_not_be_written_any_more_refuses_in_one_line():
    disks.obey_modes()
    for v, way in homes():
        folder = v.db.parent
        with v.clocked(*way.args) as c:
            c.tell(*way.before, HALF)
            folder.chmod(0o500)
            try:
                c.tell(".")
                assert c.finish() == 7 and c.err.count("\n") == 1 and "cannot write" in c.err, (way.args[0], c.err)
                assert "saved" not in c.out.rsplit("Write", 1)[-1] and HALF.encode() in typing(v)
                held = v.run(*way.again, lines=["q"])
                assert held.status == 7 and held.err.count("\n") == 1, held.err
            finally:
                folder.chmod(0o700)
        assert v.run(*way.again, lines=["q"]).status == 3       # takes up what was typed
        kept_once(v, way, HALF)


@case
def a_read_only_folder_can_be_looked_at():
    disks.obey_modes()
    for v, way in homes():
        v.run(*way.args, lines=[*way.before, HALF, ".", "q"])
        before = v.export()
        v.db.parent.chmod(0o500)
        try:
            for args in (("history",), ("stats",), ("export",), ("db", "check"), ("report", "-o", "r.pdf"), ("people",)):
                result = v.run(*args)
                assert result.status == 0 and not result.err, (args, result.status, result.err)
            for args in (way.args, way.again, ("forget", "Ada", "--yes"), ("people", "rename", "Ada", "Eva")):
                result = v.run(*args, lines=["", "", "", "q"])
                assert result.status == 7 and result.err.count("\n") == 1, (args, result.status, result.err)
        finally:
            v.db.parent.chmod(0o700)
        assert v.export() == before


main()
