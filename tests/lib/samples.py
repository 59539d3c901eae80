"""Plays a sample again and compares it with the one that is kept."""
import os
import subprocess
import tempfile
from pathlib import Path

from viva import ROOT


def made_as_kept(name):
    env = {key: value for key, value in os.environ.items() if key != "TMPDIR"}
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["/usr/bin/python3", ROOT / "tests" / "make_samples.py", work, name], check=True,
                       stdout=subprocess.DEVNULL, env={**env, "ROOT": str(ROOT), "SAMPLES_NO_PICTURES": "1"})
        made = Path(work, f"{name}-report.pdf").read_bytes()
    kept = ROOT / "reports" / f"{name}-report.pdf"
    assert kept.exists() and kept.read_bytes() == made, \
        f"reports/{kept.name} is not what the program makes: look at the change and run make samples"
