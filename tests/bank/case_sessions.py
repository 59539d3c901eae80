"""Candidates sit session after session through the real draw, and meet no question twice.

Each run draws with a seed of its own, then retires what was drawn in a copy of the bank.
"""
import re

from cases import case, main
from viva import ROOT, Viva

SEEDS = range(3)


def sessions(v, bank, blueprint, seed, most):
    """How many forms can be drawn one after the other without a repeat, at most `most`."""
    text = (ROOT / "question-sets" / bank).read_text()
    copy = v.work / f"{blueprint}-{seed}.xml"
    for done in range(most):
        copy.write_text(text)
        result = v.run("draw", "--bank", copy, "--blueprint", blueprint, "--seed", seed * 1000 + done, "--json")
        if result.status != 0:
            return done
        for item in result.json()["items"]:
            text, changed = re.subn(f'<item id="{item["id"]}" ', f'<item id="{item["id"]}" status="retired" ', text)
            assert changed == 1, item
    return most


def lasts(bank, blueprint, wanted):
    v = Viva()
    for seed in SEEDS:
        got = sessions(v, bank, blueprint, seed, wanted)
        assert got == wanted, (bank, blueprint, seed, got)
    v.close()


@case
def the_junior_bank_gives_ten_interviews_of_30_minutes_without_a_repeat():
    lasts("ml-engineer-junior.xml", "b30", 10)


@case
def the_junior_bank_gives_ten_interviews_of_45_minutes_without_a_repeat():
    lasts("ml-engineer-junior.xml", "b45", 10)


@case
def the_junior_bank_gives_ten_interviews_of_60_minutes_without_a_repeat():
    lasts("ml-engineer-junior.xml", "b60", 10)


@case
def the_further_sets_give_as_many_as_they_say():
    for bank in ("linux-devops-junior.xml", "behavioural.xml"):
        text = (ROOT / "question-sets" / bank).read_text()
        said = re.findall(r'<blueprint id="(b\d+)"[^>]* sessions="(\d+)"', text)
        assert len(said) == 2, said
        for blueprint, wanted in said:
            lasts(bank, blueprint, int(wanted))


main()
