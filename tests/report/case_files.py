"""A report on its way to the disk: whatever goes wrong, the old file stands and one line says why."""
import os
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from cases import case, main
from viva import Viva

BUILD = Path(os.environ.get("BUILD", "build"))
TOOL = BUILD / "tests/report/tool_report"
FOLDER = tempfile.TemporaryDirectory(prefix="viva-files-")


def run(argv, **options):
    return subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **options)


def make(sample, path):
    done = run([TOOL, sample, path])
    assert done.returncode == 0 and done.stderr == b"", done.stderr
    return path


@case
def a_read_only_folder_leaves_the_old_file_as_it_was():
    folder = Path(FOLDER.name) / "locked"
    folder.mkdir()
    path = make("one", folder / "report.pdf")
    old = path.read_bytes()
    limited = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    os.chmod(FOLDER.name, 0o755)
    os.chmod(folder, 0o555)
    tool = Path(FOLDER.name) / "tool"
    tool.write_bytes(TOOL.read_bytes())
    tool.chmod(0o755)
    done = run([*limited, tool, "solo", path])
    os.chmod(folder, 0o755)
    assert done.returncode == 1 and b"cannot create a file beside" in done.stderr, done
    assert path.read_bytes() == old and os.listdir(folder) == ["report.pdf"], os.listdir(folder)


@case
def a_full_disk_leaves_the_old_file_as_it_was():
    folder = Path(FOLDER.name) / "full"
    folder.mkdir()
    path = make("one", folder / "report.pdf")
    old = path.read_bytes()
    # A limit on the size of files fails like a full disk; the signal that goes with it is ignored.
    done = run(["sh", "-c", f"trap '' XFSZ; ulimit -f 8; exec '{TOOL}' solo '{path}'"])
    assert done.returncode == 1 and b"cannot write" in done.stderr, done
    assert path.read_bytes() == old and os.listdir(folder) == ["report.pdf"], os.listdir(folder)


@case
def a_device_is_written_to_and_not_replaced():
    done = run([TOOL, "one", "/dev/full"])
    assert done.returncode == 1 and b"cannot write /dev/full" in done.stderr, done
    assert Path("/dev/full").is_char_device()
    assert run([TOOL, "one", "/dev/null"]).returncode == 0
    assert Path("/dev/null").is_char_device()


@case
def a_link_stays_a_link_and_its_file_is_replaced():
    folder = Path(FOLDER.name) / "links"
    folder.mkdir()
    (folder / "real.pdf").write_text("old")
    (folder / "link.pdf").symlink_to("real.pdf")
    make("one", folder / "link.pdf")
    assert (folder / "link.pdf").is_symlink()
    assert (folder / "real.pdf").read_bytes().startswith(b"%PDF-1.7")


@case
def a_folder_that_is_not_there_is_one_clear_line():
    done = run([TOOL, "one", Path(FOLDER.name) / "no" / "where.pdf"])
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1, done
    assert b"No such file or directory" in done.stderr, done


@case
def a_kill_at_any_moment_leaves_a_whole_file():
    folder = Path(FOLDER.name) / "killed"
    folder.mkdir()
    path = make("one", folder / "report.pdf")
    old = path.read_bytes()
    new = make("many", folder / "other.pdf").read_bytes()
    began = time.monotonic()
    make("many", folder / "other.pdf")
    whole_run = time.monotonic() - began
    rng = random.Random(7)
    for _ in range(400 if os.environ.get("VIVA_SOAK") else 25):
        path.write_bytes(old)
        process = subprocess.Popen([str(TOOL), "many", str(path)])
        # Most of the run works out the page; the file is written at the end of it.
        time.sleep(whole_run * rng.uniform(0.5, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        there = path.read_bytes()
        assert there in (old, new), len(there)
    # what a killed run left beside it does not stand in the way of the next
    assert make("many", path).read_bytes() == new


@case
def the_program_says_so_with_status_7():
    v = Viva()
    for target, why in (("/dev/full", "No space left on device"), ("/proc/report.pdf", "/proc/report.pdf"),
                        ("no/such/folder.pdf", "No such file or directory")):
        result = v.run("report", "--progress", "-o", target)
        assert result.status == 7 and result.err.count("\n") == 1 and why in result.err, (target, result)
        assert result.out == ""
    v.close()


main()
