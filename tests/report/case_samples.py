"""The sample reports in reports/ are what `make samples` makes today."""
import os
import subprocess
import tempfile
from pathlib import Path

from cases import case, main
from viva import ROOT


@case
def the_kept_samples_are_those_that_would_be_made_now():
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["/usr/bin/python3", ROOT / "tests" / "make_samples.py", work], check=True,
                       stdout=subprocess.DEVNULL, env={**os.environ, "ROOT": str(ROOT)})
        for made in sorted(Path(work).glob("*.pdf")):
            kept = ROOT / "reports" / made.name
            assert kept.exists() and kept.read_bytes() == made.read_bytes(), \
                f"reports/{made.name} is not what the program makes: look at the change and run make samples"


main()
