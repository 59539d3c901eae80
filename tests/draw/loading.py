"""Loading a bank apart from drawing: files of four sizes, beside `xmllint --stream` on the same file."""
import os
import random
import statistics
import subprocess
import tempfile
from pathlib import Path

TOOL = Path(os.environ["BUILD"]).resolve() / "tests/bank/tool_check"
SMALL = Path(os.environ.get("ROOT", ".")) / "tests/golden/small-bank.xml"
SIZES = [(160, 21), (1000, 11), (10000, 5), (100000, 3)]
BARS_MS = {10000: 100, 100000: 1000}
WORDS = """a an and are as at because before between by cache can check choose clear compare cost count data
deploy does each error every fail fast feature first fit for from give graph hidden how if in input is it keep kind
layer less limit list load long loss many mean measure memory metric model more name network next not number of on
one order other over part plan question rate reason row rule sample same say score set share should simple since size
slow some split stand state step test than that the them then there they this time to topic train true two under use
value wait weight what when where which why with without work wrong""".split()


def words(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()


def item(rng, n):
    """About 1.4 KB, as an author writes them."""
    points = "\n".join(f'   <key-point id="k{k}"{" essential=" + chr(34) + "yes" + chr(34) if k == 1 else ""}>'
                       f"{words(rng, 11)}</key-point>" for k in (1, 2, 3, 4))
    return f""" <item id="item-{n:06d}" revision="1" topic="{rng.choice(("alpha", "beta"))}" difficulty="{rng.randint(1, 3)}"
   kind="{rng.choice(("concept", "scenario"))}" minutes="{rng.randint(2, 5)}">
  <title>{words(rng, 5)} {n}</title>
  <stem><p>{words(rng, 30)}, <code>{rng.choice(WORDS)}</code> and <em>{words(rng, 3)}</em>?</p></stem>
  <answer><p>{words(rng, 40)}.</p><list><li>{words(rng, 8)}.</li><li>{words(rng, 8)}.</li></list></answer>
  <key-points>
{points}
  </key-points>
  <follow-up id="f1" minutes="1"><stem><p>{words(rng, 9)}?</p></stem><answer><p>{words(rng, 14)}.</p></answer></follow-up>
  <mistake id="m1"><claim>{words(rng, 8)}.</claim><correction>{words(rng, 12)}.</correction></mistake>
 </item>
"""


def write_bank(path, count):
    rng = random.Random(count)
    head = SMALL.read_text().split(" <item ")[0]
    with path.open("w") as out:
        out.write(head)
        for n in range(count):
            out.write(item(rng, n))
        out.write("</item-bank>\n")


def cpu_ms(*command):
    """Processor time of a command that must succeed."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return (usage.ru_utime + usage.ru_stime) * 1000


def bench():
    print("loading, processor time in ms, programs started each time")
    print(f"  {'items':>7} {'MB':>7} {'viva':>9} {'xmllint --stream':>17} {'ratio':>7}")
    for count, runs in SIZES:
        with tempfile.TemporaryDirectory() as place:
            path = Path(place, "bank.xml")
            write_bank(path, count)
            mb = path.stat().st_size / 1e6
            times = [(cpu_ms(TOOL, path), cpu_ms("xmllint", "--stream", "--noout", path)) for _ in range(runs)]
        ours, theirs = (statistics.median(t) for t in zip(*times))
        bar = f"  bar: {BARS_MS[count]}" if count in BARS_MS else ""
        print(f"  {count:>7} {mb:>7.1f} {ours:>9.1f} {theirs:>17.1f} {ours / theirs:>7.2f}{bar}")
