"""Bad input gets one clear line and a documented status; nothing is lost, nothing half-written."""
import os
import resource
import sqlite3
import subprocess

from cases import case, main
from viva import BANK, BINARY, Viva



def one_line(result, status, *words):
    assert result.status == status, (result.status, result.err)
    lines = result.err.strip().split("\n")
    assert len(lines) == 1 and lines[0].startswith("viva: "), result.err
    for word in words:
        assert word in lines[0], lines[0]


@case
def unknown_commands_and_options_are_usage_errors():
    v = Viva()
    one_line(v.run("sol"), 2, 'no command "sol"')
    one_line(v.run("solo", "--sede", "7"), 2, "--sede", "viva solo --help")
    one_line(v.run("solo", "--seed"), 2, "--seed needs a value")
    one_line(v.run("solo", "--seed", "x"), 2, "--seed")
    one_line(v.run("solo", "--minutes", "x"), 2, "--minutes")
    one_line(v.run("history", "extra"), 2, "extra")
    one_line(v.run("finish", "--json"), 2, "no --json")
    one_line(v.run("solo", "-o", "x.pdf"), 2, "viva report")
    one_line(v.run("solo", "--sede", "7"), 2, "is it --seed?")
    one_line(v.run("solo", "--zzzzz"), 2, "no option --zzzzz (see")
    one_line(v.run("reusme"), 2, "is it resume?")
    one_line(v.run("zzzzz"), 2, 'no command "zzzzz" (see')
    one_line(v.run("db", "backup", ""), 2, "FILE")
    one_line(v.run("report", "-o", ""), 2, "--output (-o)")
    for factor in ("0x2", "1e0", "nan", "inf", "0.999", "4.001", "", "1.", ".5", "1.2345", "-1", " 1", "1 ", "99999999999"):
        one_line(v.run("solo", "--extra-time", factor), 2, "--extra-time")
    for factor in ("1", "1.5", "4", "4.000", "1.001"):
        assert v.run("solo", "--extra-time", factor).status == 0, factor
    v.close()


@case
def unknown_names_can_be_mended():
    v = Viva()
    one_line(v.run("solo", "--blueprint", "b46"), 1, 'no blueprint "b46"; it has b45, b30 and b60')
    one_line(v.run("solo", "--minutes", "1"), 1, "no blueprint of 1 minute; it has 30, 45 and 60")
    one_line(v.run("solo", "--minutes", "50"), 1, "no blueprint of 50 minutes; it has 45, 60 and 30")
    one_line(v.run("solo", "--topic", "metric"), 1, 'no topic "metric"; it has metrics, ', "and 4 more")
    one_line(v.run("bank", "new", "x", "--topic", "metric"), 1, 'no topic "metric"; it has metrics, ')
    one_line(v.run("bank", "show", "bias-varience"), 1, 'no item "bias-varience"; it has bias-variance, ')
    one_line(v.run("solo", "--bank", "nobank"), 1, 'no bank "nobank"')
    one_line(v.run("resume"), 1, "viva solo")
    one_line(v.run("report", "--session", "5"), 1)
    one_line(v.run("solo", "--as", "   "), 1)
    one_line(v.run("solo", "--as", b"\xff\xfe".decode("latin-1").encode("latin-1").decode("utf-8", "surrogateescape")), 1)
    v.close()


@case
def a_malformed_bank_is_named_with_its_place():
    v = Viva()
    bad = v.work / "bad.xml"
    bad.write_text(BANK.read_text().replace("</taxonomy>", "</taxonomi>", 1))
    result = v.run("bank", "check", bad)
    assert result.status == 1
    assert result.out.startswith(f"{bad}:"), result.out
    result = v.run("solo", "--bank", bad)
    assert result.status == 1 and f"{bad}:" in result.err, result.err
    v.close()


@case
def an_unreadable_bank_is_one_line():
    v = Viva()
    result = v.run("bank", "check", v.work / "absent.xml")
    assert result.status == 1 and "absent.xml" in result.out, result.out
    result = v.run("bank", "check", v.work)
    assert result.status == 1 and result.out.count("\n") == 1, result.out
    v.close()


@case
def a_foreign_database_is_refused_and_unchanged():
    v = Viva()
    v.db.parent.mkdir(parents=True)
    with sqlite3.connect(v.db) as db:
        db.execute("create table t(x)")
    before = v.db.read_bytes()
    for command in (["solo"], ["history"], ["db", "check"], ["export"]):
        one_line(v.run(*command), 5, "viva.db")
    assert v.db.read_bytes() == before
    v.db.write_bytes(b"no database at all, only text" * 100)
    one_line(v.run("history"), 5, "viva.db")
    v.close()


@case
def a_newer_database_is_refused_politely_and_unchanged():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "q"])
    with sqlite3.connect(v.db) as db:
        db.execute("pragma user_version = 9999")
    before = v.db.read_bytes()
    one_line(v.run("history"), 6)
    one_line(v.run("solo"), 6)
    assert v.db.read_bytes() == before
    v.close()


@case
def a_directory_as_database_is_an_io_or_foreign_error():
    v = Viva()
    result = v.run("history", "--db", v.work)
    assert result.status in (5, 7) and result.err.count("\n") == 1, (result.status, result.err)
    v.close()


def run_with_file_limit(v, limit, *args, lines=()):
    """A disk that is full after `limit` bytes of one file, as the kernel can say it without a disk."""
    def limits():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run([str(BINARY), *args], cwd=v.work, env=v.env, preexec_fn=limits, capture_output=True,
                          input="".join(l + "\n" for l in lines).encode(), timeout=60)


@case
def a_full_disk_loses_nothing_that_was_accepted():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "s", "n", "kept", ".", "q"])
    before = v.export()
    size = os.path.getsize(v.db)
    done = run_with_file_limit(v, size - size % 512, "resume", lines=["", "n", "y" * 200_000, ".", "q"])
    assert done.returncode == 7, (done.returncode, done.stderr)
    assert done.stderr.decode().count("\n") == 1, done.stderr
    assert v.run("db", "check").status == 0
    after = v.export()
    assert after["sessions"][0]["items"][0]["notes"][0] == before["sessions"][0]["items"][0]["notes"][0]
    v.close()


@case
def a_report_that_cannot_be_written_leaves_the_old_one():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "s", "", "", "q"])
    assert v.run("report", "-o", "r.pdf").status == 0
    before = (v.work / "r.pdf").read_bytes()
    done = run_with_file_limit(v, 4096, "report", "-o", "r.pdf")
    assert done.returncode == 7, (done.returncode, done.stderr)
    assert (v.work / "r.pdf").read_bytes() == before
    assert [p.name for p in v.work.iterdir()] == ["r.pdf"], list(v.work.iterdir())
    one_line(v.run("report", "-o", "/nowhere/r.pdf"), 7, "/nowhere")
    v.close()


@case
def invalid_utf_8_in_a_note_is_refused_by_line_and_the_rest_kept():
    v = Viva()
    data = b"\n\n\nw\ngood\n\xff\xfebad\nalso good\n.\nq\n"
    result = v.run("solo", "--blueprint", "b30", "--seed", "7", data=data)
    assert result.status == 3 and "not valid UTF-8" in result.out, result.out
    assert v.export()["sessions"][0]["items"][0]["notes"][0]["text"] == "good\nalso good"
    v.close()


@case
def a_line_of_10_mb_is_cut_with_a_word_and_the_session_goes_on():
    v = Viva()
    for key in (b"", b"w\n"):
        data = b"\n\n\n" + key + b"z" * 10_000_000 + b"\n.\nq\n"
        result = v.run("solo", "--blueprint", "b30", "--seed", "7", data=data)
        assert result.status == 3, (result.status, result.err)
        assert "10000000 bytes" in result.out, result.out[-500:]
        v.run("finish")
    v.close()


@case
def a_strange_key_is_answered_and_changes_nothing():
    v = Viva()
    result = v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "zzz", "\x1b[2J", "9", "q"])
    assert result.status == 3 and "is no key here" in result.out
    assert "\x1b" not in result.out
    assert len(v.export()["sessions"][0]["events"]) <= 6 + 3
    v.close()


@case
def hostile_names_are_shown_harmlessly():
    v = Viva()
    result = v.run("solo", "--as", "A\x1b[31mB\u202eC", lines=["q"])
    assert "\x1b" not in result.out + result.err and "\u202e" not in result.out + result.err
    v.close()


@case
def no_home_is_one_clear_line():
    v = Viva()
    env = {k: e for k, e in v.env.items() if k != "HOME"}
    done = subprocess.run([str(BINARY), "history"], env=env, cwd=v.work, capture_output=True)
    assert done.returncode == 7 and b"HOME" in done.stderr and b"--db FILE" in done.stderr, done.stderr
    # The advice works.
    for db in ("x.db", str(v.work / "deep" / "y.db")):
        done = subprocess.run([str(BINARY), "solo", "--seed", "7", "--db", db], env=env, cwd=v.work, input=b"\nq\n",
                              capture_output=True)
        assert done.returncode == 3, done.stderr
        done = subprocess.run([str(BINARY), "history", "--json", "--db", db], env=env, cwd=v.work, capture_output=True)
        assert done.returncode == 0 and b'"items": 9' in done.stdout, done
    v.close()


@case
def a_state_directory_that_cannot_be_written_is_noticed_before_the_opening():
    v = Viva()
    (v.home / "file").write_text("")
    result = v.run("solo", lines=[""], XDG_STATE_HOME=str(v.home / "file"))
    assert result.status == 7 and result.out == "" and "/file: " in result.err, (result.out, result.err)
    state = v.home / ".local/state/viva"
    assert v.run("solo", lines=["q"]).status == 0
    assert list(state.iterdir()) == []          # nothing was begun, nothing is left
    v.close()


@case
def a_database_deleted_during_a_session_is_said_and_not_written_to_nowhere():
    v = Viva()
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.tell("")
        v.db.unlink()
        c.tell("")
        assert c.finish() == 7
        assert "was deleted or moved while it was in use" in c.err and str(v.db) in c.err, c.err
    v.close()


@case
def a_full_standard_output_is_reported():
    v = Viva()
    with open("/dev/full", "w") as full:
        done = subprocess.run([str(BINARY), "help"], env=v.env, cwd=v.work, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 7, done.returncode
    v.close()


@case
def files_are_private_under_any_umask():
    v = Viva()
    old = os.umask(0)
    try:
        v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "q"])
    finally:
        os.umask(old)
    found = [p for p in v.home.rglob("*") if p.is_file()]
    assert found
    for path in found:
        assert path.stat().st_mode & 0o077 == 0, path
    v.close()


@case
def a_session_that_nobody_can_see_is_left_and_saved():
    v = Viva()
    for full in (False, True):
        read_end, write_end = os.pipe()
        out = open("/dev/full", "wb") if full else os.fdopen(write_end, "wb")
        process = subprocess.Popen([str(BINARY), "solo", "--blueprint", "b30", "--seed", "7"], cwd=v.work, env=v.env,
                                   stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE)
        out.close()
        if full:
            os.close(write_end)
        else:
            while b"Enter: begin" not in os.read(read_end, 65536):
                pass
        os.close(read_end)
        try:
            process.stdin.write(b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            pass
        # Its input stays open: it must end by itself.
        assert process.wait(timeout=30) == (7 if full else 3)
        said = process.stderr.read().decode()
        assert said == ("viva: writing to standard output: No space left on device\n" if full else ""), said
        process.stdin.close()
    assert [s["state"] for s in v.run("history", "--json").json()["sessions"]] == ["paused"]
    v.close()


main()
