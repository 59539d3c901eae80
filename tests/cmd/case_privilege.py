"""What viva may do, shown from outside: modes of files, links that are not followed, no network, a hardened binary."""
import os
import re
import shutil
import stat
import subprocess

from cases import case, main
from viva import BINARY, START_S, Viva

SANITIZED = b"__asan_init" in BINARY.read_bytes()


def sit(v, seed=1, name="Ada", start_s=START_S):
    with v.clocked("solo", "--items", "1", "--seed", seed, "--as", name, start_s=start_s) as c:
        c.tell("", "", "")
        c.tell("w", "private words", ".")
        c.walk()


def kept(v):
    """Everything that viva keeps for itself."""
    return [p for p in (v.home / ".local").rglob("*")]


@case
def what_viva_keeps_is_for_its_owner_alone_under_any_umask():
    for mask in (0o000, 0o022, 0o077):
        old = os.umask(mask)
        try:
            v = Viva()
            sit(v)
            sit(v, 2, "Bob", START_S + 90_000)
            v.run("solo", "--items", "1", "--as", "Ada", lines=["", "", "w", "unfinished"])
            assert v.run("db", "backup", "copy.db").status == 0
            assert v.run("db", "salvage", "saved.db").status == 0
            assert v.run("db", "restore").status == 0
            assert v.run("export", "--csv", "tables").status == 0
            assert v.run("report", "-o", "progress.pdf").status == 0
        finally:
            os.umask(old)
        ours = kept(v) + [v.work / "copy.db", v.work / "saved.db", *(v.work / "tables").iterdir(),
                         *v.work.glob("*.pdf")]
        assert len(ours) > 16, ours
        for path in ours:
            mode = stat.S_IMODE(path.lstat().st_mode)
            # Directories of the user that were not there (~/.local) are made as the XDG rules say: 0700.
            assert mode == (0o700 if path.is_dir() else 0o600), (oct(mask), path, oct(mode))
        v.close()


@case
def links_put_in_the_way_are_not_followed():
    v = Viva()
    sit(v)
    victim = v.home / "victim"
    victim.write_text("precious")
    victim.chmod(0o644)
    number = v.export()["sessions"][0]["id"]
    assert v.run("solo", "--items", "1", "--as", "Ada", lines=["", ""]).status == 3
    unfinished = v.export()["sessions"][1]["id"]
    typing = v.home / ".local/state/viva" / f"session-{unfinished}.typing"
    typing.unlink(missing_ok=True)
    typing.symlink_to(victim)
    assert v.run("resume", lines=["", "q"]).status == 7
    typing.unlink()
    (v.work / "copy.db").symlink_to(victim)
    assert v.run("db", "backup", "copy.db").status == 1
    (v.work / "tables").mkdir()
    (v.work / "tables" / "events.csv").symlink_to(victim)
    assert v.run("export", "--csv", "tables").status == 0
    assert not (v.work / "tables" / "events.csv").is_symlink()
    backups = v.db.parent / "backups"
    shutil.move(backups, v.home / "moved")
    backups.symlink_to(v.home / "moved")
    before = sorted(p.name for p in (v.home / "moved").iterdir())
    sit(v, 5, start_s=START_S + 500_000)
    assert sorted(p.name for p in (v.home / "moved").iterdir()) == before
    v.db.rename(v.home / "real.db")
    v.db.symlink_to(v.home / "real.db")
    assert v.run("history").status == 5
    assert victim.read_text() == "precious" and stat.S_IMODE(victim.stat().st_mode) == 0o644
    assert number
    v.close()


@case
def links_put_in_the_way_of_a_led_session_are_not_followed():
    v = Viva()
    lead = ("lead", "--candidate", "Ada", "--interviewer", "Grace", "--items", "1", "--screen", "127.0.0.1:0")
    assert v.run(*lead, lines=["", "q"]).status == 3
    session = v.export()["sessions"][0]["id"]
    victim = v.home / "victim"
    victim.write_text("precious")
    victim.chmod(0o644)
    state = v.home / ".local/state/viva"
    for ending in ("screen", "watch"):
        path = state / f"{session}.{ending}"
        path.unlink(missing_ok=True)
        path.symlink_to(victim)
    assert v.run("resume", lines=["", "q"]).status in (3, 7)
    (v.work / "saved.db").symlink_to(victim)
    assert v.run("db", "salvage", "saved.db").status == 1
    assert v.run("db", "restore", "saved.db").status != 0
    assert victim.read_text() == "precious" and stat.S_IMODE(victim.stat().st_mode) == 0o644
    v.close()


def traced(v, *args, lines=()):
    log = v.home / "trace"
    data = "".join(line + "\n" for line in lines).encode()
    env = {**v.env, "ASAN_OPTIONS": "detect_leaks=0"}       # the leak sanitizer cannot work while it is traced
    done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=%network,%file", "-o", str(log), str(BINARY),
                           *map(str, args)], input=data, cwd=v.work, env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60)
    return done.returncode, log.read_text(errors="replace").splitlines()


@case
def no_command_but_the_served_page_speaks_to_a_network():
    v = Viva()
    sit(v)
    out = v.run("export").out
    (v.work / "records.json").write_text(out)
    commands = [((), ()), (("history",), ()), (("report",), ()), (("draw", "--seed", "1"), ()), (("stats",), ()),
                (("solo", "--items", "1", "--as", "Ada"), ("", "", "", "", "3", "", "", "", "", "", "")),
                (("bank", "check", v.env["VIVA_BANK"]), ()), (("export", "--csv", "t"), ()), (("db", "check"), ()),
                (("import", "records.json"), ()), (("db", "salvage", "s.db"), ()), (("forget", "Ada", "--yes"), ())]
    for args, lines in commands:
        status, calls = traced(v, *args, lines=lines)
        assert status in (0, 3), (args, status)
        network = [c for c in calls if re.search(r" (socket|connect|bind|listen|send\w*|recv\w*)\(", c)
                   and "AF_UNIX" not in c]
        assert not network, (args, network[:3])
        assert len(calls) > 5
    v.close()


@case
def no_file_outside_its_own_places_is_written():
    v = Viva()
    status, calls = traced(v, "solo", "--items", "1", "--as", "Ada", "--seed", "2",
                           lines=("", "", "", "", "3", "", "", "", "", "", ""))
    assert status in (0, 3), status
    written = [m.group(1) for c in calls if (m := re.search(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", O_(?:RDWR|WRONLY)', c))]
    assert written
    for path in written:
        path = os.path.normpath(v.work / path)
        assert path.startswith(str(v.home)) or path.startswith("/dev/"), path
    # Names of temporary files are not to be guessed: they are made with O_EXCL.
    for call in calls:
        if "O_CREAT" in call and "-journal" not in call and ".typing" not in call:
            assert "O_EXCL" in call, call
    v.close()


@case
def the_binary_is_hardened():
    def readelf(*options):
        return subprocess.run(["readelf", "-W", *options, str(BINARY)], check=True, stdout=subprocess.PIPE, text=True).stdout

    headers, dynamic = readelf("-hl"), readelf("-d")
    symbols = readelf("-s", "--dyn-syms")
    assert re.search(r"Type:\s+DYN \(Position-Independent", headers), "position-independent"
    assert "GNU_RELRO" in headers and re.search(r"(BIND_NOW|FLAGS_1.*NOW)", dynamic), "full RELRO"
    stack = re.search(r"GNU_STACK.*", headers).group(0)
    assert re.search(r" RW +0x", stack) and "RWE" not in headers, "no executable stack"
    assert "TEXTREL" not in dynamic and "RPATH" not in dynamic and "RUNPATH" not in dynamic
    if not SANITIZED:
        assert "__stack_chk_fail" in symbols, "stack protector"
        assert len(set(re.findall(r"__\w+_chk\b", symbols))) > 5, "fortified functions"


@case
def names_and_notes_with_anything_in_them_stay_text():
    hostile = ["\x1b[31mred\x1b]0;title\x07", "\u202egnp.exe", "zero\u200bwidth\u2060joiner", "\u2066isolated",
               "tab\tand \u0085 next line", "x" * 1_000_000, "\ufeffbom", "\U000e0041tags", "'; DROP TABLE event; --",
               "%s%n%p", "<script>alert(1)</script>", "=cmd|' /C calc'!A0"]
    v = Viva()
    for i, text in enumerate(hostile):
        with v.clocked("solo", "--items", "1", "--seed", i, "--as", "Ada", start_s=START_S + 10_000 * i) as c:
            c.tell("", "", "")
            c.tell("w", text, ".")
            c.tell("n", text, ".")
            c.walk()
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069]", c.out), (i, repr(c.out[-300:]))
    shown = v.run("history").out + v.run("stats").out + v.run("report", "--format", "md", "-o", "-").out
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", shown)
    notes = [n["text"] for s in v.export()["sessions"] for i in s["items"] for n in i["notes"]]
    assert len(notes) >= 2 * len(hostile) - 2, len(notes)
    assert v.run("db", "check").status == 0
    for name in ("\u202eevil", "a\u200bb", "A" * 200, "Ⅷ", "İstanbul", "‮‮‮"):
        result = v.run("solo", "--items", "1", "--as", name, lines=["q"])
        assert result.status in (0, 1), (name, result.err)
        assert not re.search("[\u202a-\u202e]", result.out + result.err), name
    for name in ("", " ", "\x1b[2J", "a\nb", "A" * 201, "y" * 5000):
        assert v.run("solo", "--items", "1", "--as", name, lines=[""]).status in (1, 2), name[:20]
    v.close()


main()
