"""Help, the manual page made of the same tables, and completion in real shells."""
import os
import re
import subprocess

import pexpect
import pyte
from cases import case, main
from viva import BINARY, PATIENCE_S, ROOT, START_S, Viva

PAGE = ROOT / "src" / "cli" / "viva.1"
COMPLETION = ROOT / "src" / "cli" / "completion"


def listed(v, heading):
    part = v.run("help").out.split(heading)[1].split("\n\n")[0]
    return re.findall(r"^  ([\w-]+) +\S", part, re.M)


@case
def every_topic_that_help_lists_has_a_page():
    v = Viva()
    v.db.parent.mkdir(parents=True)
    (v.db.parent / "question-sets").symlink_to(ROOT / "question-sets")
    topics = listed(v, "Topics, with viva help TOPIC:\n")
    assert {"keys", "draw", "grades", "time", "files", "json", "exit-status", "plain", "privacy", "report"} <= set(topics)
    for topic in topics:
        page = v.run("help", topic)
        assert page.status == 0 and page.out.count("\n") >= 5, (topic, page.out)
        # What a page tells to type is understood.
        for words in re.findall(r"^ +viva ((?:solo|history|draw|bank|db|report|export)\b[^;]*?)(?:  |$)", page.out, re.M):
            if "ID" not in words and "FILE" not in words:
                result = v.run(*words.split())
                assert result.status in (0, 1), (topic, words, result.err)
                assert result.status == 0 or "no session" in result.err or "no records" in result.err or "there is no" in result.err, (words, result.err)
    assert v.run("help", "exit").out == v.run("help", "exit-status").out
    v.close()


@case
def a_page_that_is_not_there_names_what_may_be_meant():
    v = Viva()
    result = v.run("help", "tiem")
    assert result.status == 2 and "is it time?" in result.err
    assert "a command or a topic" in v.run("help", "qqqqqqqq").err
    assert v.run("help", "keys", "grades").status == 2
    v.close()


@case
def key_help_is_the_table_everywhere():
    v = Viva()
    table = (ROOT / "src/ui/keys.c").read_text()
    keys = re.findall(r"^\t\{ '(.)', \w+, \w+, \"\w+\", \"(.*?)\", (\w+)", table, re.M)
    assert len(keys) >= 13
    page, man = " ".join(v.run("help", "keys").out.split()), " ".join(PAGE.read_text().split())
    session = " ".join(v.run("solo", "--seed", "7", lines=["", "?", "q"]).out.split())
    for letter, text, where in keys:
        assert f"{letter} {text}" in page, (letter, page)
        assert text.replace("-", "\\-").split("`")[0] in man, text
        assert (f"{letter}: {text}" in session) == (where != "KEY_IN_LED"), (letter, session)
    v.close()


@case
def the_manual_page_is_what_the_program_says_and_groff_finds_nothing():
    v = Viva()
    assert v.run("help", "--man").out == PAGE.read_text(), "write it again: make man"
    done = subprocess.run(["groff", "-man", "-ww", "-b", "-z", "-Tutf8", str(PAGE)], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    shown = subprocess.run(["groff", "-man", "-Tutf8", "-P-cbou", str(PAGE)], capture_output=True, text=True).stdout
    for command in listed(v, "Commands:\n"):
        assert re.search(rf"^   viva {command}\b", shown, re.M), command
    for option in re.findall(r"^  (--[\w-]+)", v.run("solo", "--help").out, re.M):
        assert option in shown, option
    # What one copies from the page is what one types.
    assert "viva solo --minutes 30 --live" in shown and "`" not in shown
    v.close()


# ---- what could stand next ----

def offers(v, *words, **env):
    result = v.run("help", "--complete", "--", *words, **env)
    assert result.status == 0 and result.err == "", result.err
    return [line.split("\t")[0] for line in result.out.splitlines()]


def practised():
    v = Viva()
    for number, name in enumerate(["Ann Lee", "Ben", "Ann Lee"]):
        with v.clocked("solo", "--blueprint", "b30", "--seed", number, "--as", name, start_s=START_S + number * 99999) as c:
            if number < 1:
                c.walk()
            else:
                c.tell("", "q")
    return v


@case
def commands_options_and_names_are_offered_where_they_fit():
    v = practised()
    commands = listed(v, "Commands:\n")
    assert offers(v, "") == commands and offers(v) == commands
    assert offers(v, "so") == ["solo"]
    assert offers(v, "solo", "--blue") == ["--blueprint"]
    assert offers(v, "solo", "--blueprint", "") == ["b30", "b45", "b60"]
    assert offers(v, "solo", "--blueprint=b4") == ["--blueprint=b45"]
    assert offers(v, "solo", "--minutes", "") == ["30", "45", "60"]
    assert "metrics" in offers(v, "solo", "--items", "3", "--topic", "")
    assert offers(v, "solo", "--kind", "s") == ["scenario"]
    assert offers(v, "--as", "") == ["Ann Lee", "Ben"] and offers(v, "solo", "--as", "B") == ["Ben"]
    assert offers(v, "report", "--session", "") == ["3", "2", "1", "last"]
    assert offers(v, "resume", "") == ["3", "2", "last"]
    assert offers(v, "report", "-o", "") == [":file"] and offers(v, "db", "backup", "") == [":file"]
    assert offers(v, "bank", "s") == ["show", "stats"]
    assert "bias-variance" in offers(v, "bank", "show", "bias")
    assert offers(v, "--bank", str(ROOT / "tests/golden/small-bank.xml"), "solo", "--blueprint", "") == ["b5"]
    assert offers(v, "help", "exit") == ["exit-status"]
    assert offers(v, "nonsense", "") == [] and offers(v, "solo", "--items", "") == []
    assert "--clock" not in offers(v, "--")
    v.close()


@case
def what_cannot_be_read_offers_nothing_and_says_nothing():
    v = Viva()
    assert offers(v, "solo", "--blueprint", "", VIVA_BANK="/nowhere.xml") == []
    assert offers(v, "report", "--session", "") == [] and offers(v, "--as", "") == []
    (v.work / "bad.db").write_bytes(b"no database at all" * 100)
    assert offers(v, "--db", str(v.work / "bad.db"), "--as", "") == []
    assert not v.db.exists()
    v.close()


def bash(v, *words):
    """What bash makes of a tab after these words."""
    script = (f". {COMPLETION}/viva.bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _viva; "
              "printf '%s\\n' \"${COMPREPLY[@]}\"")
    done = subprocess.run(["bash", "--norc", "-c", script, "bash", str(BINARY), *words], env=v.env, cwd=v.work,
                          capture_output=True, text=True, timeout=PATIENCE_S)
    assert done.stderr == "", done.stderr
    return done.stdout.split("\n")[:-1]


@case
def bash_completes_from_the_program():
    v = practised()
    (v.work / "my copy.db").write_text("")
    assert bash(v, "re") == ["resume", "review", "report"]
    assert bash(v, "solo", "--blueprint", "b") == ["b30", "b45", "b60"]
    assert bash(v, "--bank", "=", str(ROOT / "tests/golden/small-bank.xml"), "solo", "--blueprint", "=") == ["b5"]
    assert bash(v, "--as", "A") == ["Ann\\ Lee"] and bash(v, "--as", "Ann\\ L") == ["Ann\\ Lee"]
    assert bash(v, "db", "backup", "my") == ["my copy.db"]
    v.close()


def shell_screen(v, command, keys, until):
    """A real shell at a terminal: types `keys`, waits until the screen shows `until`."""
    screen = pyte.Screen(100, 40)
    stream = pyte.Stream(screen)
    env = {**v.env, "PATH": f"{BINARY.parent}:{os.environ['PATH']}", "TERM": "xterm", "ZDOTDIR": str(v.home), "PS1": "> "}
    child = pexpect.spawn(command[0], command[1:], cwd=str(v.work), env=env, dimensions=(40, 100), timeout=PATIENCE_S,
                          encoding="utf-8")

    def wait(text):
        while not any(text in line for line in screen.display):
            stream.feed(child.read_nonblocking(65536, timeout=PATIENCE_S))

    try:
        wait("> ")
        child.send(keys)
        wait(until)
    except (pexpect.TIMEOUT, pexpect.EOF):
        raise AssertionError("\n".join(line.rstrip() for line in screen.display if line.strip())) from None
    finally:
        child.close(force=True)


@case
def bash_at_a_terminal_completes():
    v = practised()
    (v.home / "rc").write_text(f"PS1='> '; . {COMPLETION}/viva.bash\nbind 'set enable-bracketed-paste off'\n")
    shell_screen(v, ["bash", "--rcfile", str(v.home / "rc"), "-i"], "viva solo --bl\tb4\t", "viva solo --blueprint b45")
    v.close()


@case
def zsh_at_a_terminal_completes():
    v = practised()
    (v.home / ".zshrc").write_text(f"PS1='> '; fpath=({COMPLETION} $fpath); autoload -Uz compinit; compinit -u -d {v.home}/dump\n")
    shell_screen(v, ["zsh", "-i"], "viva solo --bl\tb4\t", "viva solo --blueprint b45")
    shell_screen(v, ["zsh", "-i"], "viva --as An\t", "viva --as Ann\\ Lee")
    v.close()


@case
def fish_completes():
    v = practised()
    env = {**v.env, "PATH": f"{BINARY.parent}:{os.environ['PATH']}"}
    for line, want in (("viva solo --blueprint b4", "b45"), ("viva re", "resume"), ("viva --as An", "Ann Lee"),
                       ("viva solo --blueprint=b6", "--blueprint=b60")):
        done = subprocess.run(["fish", "--no-config", "-c", f"source {COMPLETION}/viva.fish; complete -C '{line}'"],
                              env=env, cwd=v.work, capture_output=True, text=True, timeout=PATIENCE_S)
        assert want in [got.split("\t")[0] for got in done.stdout.splitlines()], (line, done.stdout, done.stderr)
    v.close()


@case
def installing_puts_everything_where_it_is_looked_for_and_takes_it_away_again():
    v = Viva()
    place = ["-s", f"BUILD={BINARY.parent}", f"DESTDIR={v.home}/root", "PREFIX=/usr"]
    subprocess.run(["make", *place, "-o", str(BINARY), "install"], cwd=ROOT, check=True, capture_output=True)
    found = {str(p.relative_to(v.home / "root/usr")) for p in (v.home / "root").rglob("*") if p.is_file()}
    assert {"bin/viva", "share/man/man1/viva.1", "share/bash-completion/completions/viva",
            "share/zsh/site-functions/_viva", "share/fish/vendor_completions.d/viva.fish",
            "share/viva/question-sets/ml-engineer-junior.xml"} <= found, found
    subprocess.run(["make", *place, "uninstall"], cwd=ROOT, check=True, capture_output=True)
    assert [p for p in (v.home / "root").rglob("*") if p.is_file()] == []
    v.close()


main()
