"""Interviews of two halves: roles swapped, nothing of the first half in the second, whatever is killed."""
import os
import random
import re
import sys
from pathlib import Path
from xml.dom import minidom

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from screen import Page                                                 # noqa: E402
from viva import BANK, Viva                                             # noqa: E402

SOAK = "VIVA_SOAK" in os.environ
SEEDS = 400 if SOAK else 8
KILLS = 100 if SOAK else 8
NAMES = ("--candidate", "Ana", "--interviewer", "Ben")
GRADE = "Your grade, 0-4"


def groups():
    """Each item of the shipped bank with the enemy groups it is in, read without viva."""
    items = minidom.parse(str(BANK)).getElementsByTagName("item")
    return {i.getAttribute("id"): set(i.getAttribute("enemies").split()) for i in items}


def check_apart(first, second, enemies):
    for one in first:
        for two in second:
            assert one != two, one
            assert not enemies[one] & enemies[two], (one, two)


def halves(v):
    """The items of two sessions, with those that were swapped away, from the events alone."""
    doc = v.export()
    names = {s["sha256"]: re.search(r'<item id="([^"]+)"', s["body"]).group(1) for s in doc["snapshots"]}
    return [{names[e["digest"]] for e in s["events"] if e["kind"] in ("draw", "swap")} for s in doc["sessions"]]


def step(c):
    """Answers what the console asks, once: grades 3, and an empty line elsewhere."""
    told = " ".join(c.out[-900:].split())
    return c.tell("3" if GRADE in told.rsplit("Graded", 1)[-1] else "")


def walk(c, until, most=200):
    start = len(c.out)
    for _ in range(most):
        if until in " ".join(c.out[start:].split()):
            return c.out[start:]
        if c.process.poll() is not None:
            break
        step(c)
    raise AssertionError(f"{until!r} never came: " + c.out[-600:])


def finish(c):
    while c.process.poll() is None:
        step(c)
    return c.finish()


def small_bank(path, count):
    """A bank of so many items of the shipped one, none an enemy of another."""
    doc, seen, kept = minidom.parse(str(BANK)), set(), 0
    for item in list(doc.getElementsByTagName("item")):
        mine = set(item.getAttribute("enemies").split())
        basic = item.getAttribute("difficulty") == "1" and item.getAttribute("status") in ("", "active")
        if kept < count and basic and not mine & seen:
            kept += 1
            seen |= mine
        else:
            item.parentNode.removeChild(item)
    path.write_bytes(doc.toxml(encoding="utf-8"))
    return str(path)


def state_files(v, ending):
    return [p.name for p in (v.home / ".local/state/viva").glob("*" + ending)]


@case
def after_the_first_half_the_roles_are_reversed_in_a_session_of_its_own():
    v = Viva()
    with v.clocked("lead", *NAMES, "--seed", "3", "--items", "2", "--swap-with", "ana") as c:
        walk(c, "Ask for their questions")
        assert state_files(v, ".halves")
        change = " ".join(walk(c, "An interview, led by Ana").split())
        assert "the roles of session 1 reversed: Ana asks now, Ben answers. Change seats." in change, change
        assert "Candidate: Ben" in " ".join(c.out.split())
        walk(c, "Question 2 of 2")
        assert finish(c) == 0
    one, two = v.export()["sessions"]
    assert (one["candidate"], one["interviewer"], two["candidate"], two["interviewer"]) == ("Ana", "Ben", "Ben", "Ana")
    assert [s["state"] for s in (one, two)] == ["ended", "ended"]
    assert [[r["rater"] for i in s["items"] for r in i["ratings"]] for s in (one, two)] == [["Ben"] * 2, ["Ana"] * 2]
    check_apart(*halves(v), groups())
    assert {"viva-session-1.pdf", "viva-session-2-coach.pdf"} <= {p.name for p in v.work.iterdir()}
    assert not state_files(v, ".halves")
    assert v.run("db", "check").status == 0
    v.close()


class Rules:
    """The shipped bank as its XML says it: which items may stand at the head of a form."""

    def __init__(self):
        bank = minidom.parse(str(BANK))
        self.blueprints = {b.getAttribute("id"): b for b in bank.getElementsByTagName("blueprint")}
        topics = {t.getAttribute("id"): t.parentNode.getAttribute("id") for t in bank.getElementsByTagName("topic")}
        self.items = {}
        for item in bank.getElementsByTagName("item"):
            if item.getAttribute("status") in ("", "active"):
                its = {name: item.getAttribute(name) for name in ("topic", "difficulty", "kind")}
                its |= {"area": topics[its["topic"]], "minutes": int(item.getAttribute("minutes"))}
                self.items[item.getAttribute("id")] = its

    def admissible(self, form, blueprint, enemies):
        its, rules = [self.items[i] for i in form], self.blueprints[blueprint]
        each = [t["topic"] for t in its]
        sums = [(sum(t["minutes"] for t in its), "answer-min", "answer-max", rules),
                (max(each.count(t) for t in each), "", "topic-max", rules)]
        for quota in rules.getElementsByTagName("quota"):
            on, = {"area", "topic", "difficulty", "kind"} & set(quota.attributes.keys())
            sums.append((sum(t[on] == quota.getAttribute(on) for t in its), "min", "max", quota))
        return its[0]["difficulty"] == "1" and all(
            int(e.getAttribute(low) or 0) <= n <= int(e.getAttribute(high) or n) for n, low, high, e in sums) and not any(
            enemies[a] & enemies[b] for i, a in enumerate(form) for b in form[:i])

    def instead_of_the_first(self, form, gone, blueprint, enemies):
        return [i for i in self.items if i not in form and i not in gone
                and self.admissible([i, *form[1:]], blueprint, enemies)]


@case
def over_many_seeds_the_second_half_shares_no_item_and_no_enemy_with_the_first():
    enemies, rules, swapped, refusals = groups(), Rules(), 0, 0
    shapes = ("--blueprint=b30", "--blueprint=b45", "--blueprint=b60", "--items=15")
    assert sum(map(bool, enemies.values())) > 50
    for seed in range(SEEDS):
        v, shape = Viva(), shapes[seed % len(shapes)]
        said = [v.run("lead", *NAMES, "--seed", seed, shape, lines=["", "x", "x", "q"]),
                v.run("lead", "--swap-with", "Ben", "--seed", seed, lines=["", "x", "q"])]
        assert [r.status for r in said] == [3, 3], [r.err for r in said]
        one, two = v.export()["sessions"]
        assert one["state"] == "ended" and len(one["items"]) == len(two["items"]), (one["state"], shape)
        assert one["blueprint"] == two["blueprint"]
        asked = halves(v)
        gone = set()
        for session, its, r, wanted in zip((one, two), asked, said, (2, 1)):
            form = [i["id"] for i in session["items"]]
            swaps = len(its) - len(form)
            swapped += swaps
            if session["blueprint"] in rules.blueprints:
                assert rules.admissible(form, session["blueprint"], enemies), (seed, form)
            if swaps < wanted:          # refused, and there is none
                refusals += 1
                assert "No other question keeps this form balanced" in " ".join(r.out.split()), (seed, swaps)
                other = rules.instead_of_the_first(form, gone | its, session["blueprint"], enemies)
                assert not other, (seed, session["number"], form, other)
            gone |= {i for i in rules.items if i in its or any(enemies[i] & enemies[a] for a in its)}
        check_apart(*asked, enemies)
        v.close()
    print(f"{SEEDS} pairs of halves, {swapped} swaps, {refusals} forms for which there was none")
    assert swapped > 2 * SEEDS


@case
def what_was_swapped_away_in_the_first_half_does_not_come_in_the_second():
    """With a bank of 5: a form of 2 and one left as known leave just 2 for the second half."""
    v = Viva()
    v.env["VIVA_BANK"] = small_bank(v.home / "five.xml", 5)
    assert v.run("lead", *NAMES, "--items", "2", "--seed", "1", lines=["", "q"]).status == 3
    known = v.export()["sessions"][0]["items"][0]["id"]
    r = v.run("resume", lines=["", "x", "q"])
    assert r.status == 3, r.err
    now = v.export()["sessions"][0]["items"][0]["id"]
    assert now != known
    assert v.run("lead", "--swap-with", "Ana", lines=["", "q"]).status == 3
    one, two = halves(v)
    assert known in one and len(one) == 3 and len(two) == 2 and not one & two, (known, one, two)
    r = v.run("resume", lines=["", "x", "q"])
    assert r.status == 3 and "No other question keeps this form balanced" in " ".join(r.out.split()), r.out[-400:]
    v.close()


@case
def where_no_second_half_can_be_drawn_one_line_says_why_and_the_first_is_safe():
    v = Viva()
    v.env["VIVA_BANK"] = small_bank(v.home / "three.xml", 3)
    with v.clocked("lead", *NAMES, "--items", "2", "--swap-with", "Ben") as c:
        assert "After this form the second half cannot be drawn: " in " ".join(c.sync().split()), c.out
        walk(c, "Overall, in a sentence")
        assert finish(c) == 1
    assert re.fullmatch(r"viva: no second half: .*1.*2.*; session 1 is as it was\n", c.err), c.err
    (one,) = v.export()["sessions"]
    assert one["state"] == "ended" and all(i["ratings"][0]["grade"] == 3 for i in one["items"])
    r = v.run("lead", "--swap-with", "Ben")
    assert r.status == 1 and r.err.count("\n") == 1 and "no second half" in r.err, r.err
    assert len(v.export()["sessions"]) == 1
    v.close()


@case
def the_second_half_by_itself_takes_after_the_first_and_ends_it():
    v = Viva()
    assert v.run("lead", *NAMES, "--blueprint", "b30", "--strict", lines=["", "", "q"]).status == 3
    r = v.run("lead", "--swap-with", "Ana", lines=["q"])
    assert r.status == 0 and "Session 1 is unfinished and ends when this one begins" in " ".join(r.out.split())
    assert "Nothing was begun, nothing is stored" not in r.out and 'viva lead --swap-with "Ana"' in r.out
    assert v.export()["sessions"][0]["state"] != "ended"
    assert v.run("lead", "--swap-with", "ANA", lines=["", "q"]).status == 3
    one, two = v.export()["sessions"]
    assert one["state"] == "ended" and [i["state"] for i in one["items"]][1:] == ["not-asked"] * (len(one["items"]) - 1)
    assert (two["candidate"], two["interviewer"], two["blueprint"]) == ("Ben", "Ana", "b30")
    start = next(e for e in two["events"] if e["kind"] == "start")
    assert start["n"] == next(e for e in one["events"] if e["kind"] == "start")["n"], start
    assert v.run("db", "check").status == 0
    v.close()


@case
def the_page_goes_on_at_its_link_and_shows_nothing_of_the_first_half():
    v = Viva()
    with v.clocked("lead", *NAMES, "--seed", "5", "--items", "2", "--swap-with", "Ana", "--screen",
                   "127.0.0.1:0") as c:
        page = Page(c.sync())
        stream = page.events()
        c.tell("", "> A word to Ana")
        first = stream.until('"message":"A word to Ana"')
        walk(c, "Ask for their questions")
        rest = stream.until("The second half follows here")
        assert '"position":-1' in rest and '"stem":null' in rest.rsplit("event:", 1)[-1], rest[-400:]
        assert "ended" not in rest.rsplit("event:", 1)[-1], rest[-400:]
        walk(c, "An interview, led by Ana")
        assert Page(c.out[c.out.rindex("The candidate's page"):]).url == page.url
        c.tell("")
        second = stream.until('"message":""}}')
        assert '"position":0' in second and '"position":-1' not in second.rsplit("event:", 1)[-1]
        assert "A word to Ana" not in second and "roles reversed" not in second.rsplit("event:", 1)[-1]
        asked = [s["items"][0]["id"] for s in v.export()["sessions"]]
        assert asked[0] != asked[1] and first != second
        stream.close()
        c.tell("q")
        assert c.finish() == 3
    v.close()


@case
def a_kill_in_either_half_or_between_loses_nothing_and_the_link_stays():
    rng, all_kills, interviews = random.Random(3), 0, 0
    while all_kills < KILLS:
        v = Viva()
        c = v.clocked("lead", *NAMES, "--items", "2", "--swap-with", "Ben", "--screen", "127.0.0.1:0")
        links, kills, between = {Page(c.sync()).url}, 0, False
        c.tell("")
        while c.process.poll() is None:
            tail = " ".join(c.out.rsplit("Question", 1)[-1].split())
            waits = "Change seats" in tail and "An interview, led by Ana" in tail
            closing = "Ask for their questions" in tail
            if waits and not between or kills < 4 and rng.random() < 0.2 and not closing and not waits:
                c.kill()
                c.__exit__()
                kills, between = kills + 1, between or waits
                c = v.clocked(*(("lead", "--swap-with", "Ana") if waits else ("resume",)))
                links.add(Page(c.sync()).url)
                if not waits:
                    assert "where it stood" in c.out
            else:
                step(c)
        assert c.finish() == 0, (c.err, c.out[-500:])
        c.__exit__()
        assert between and len(links) == 1, (kills, links)
        one, two = v.export()["sessions"]
        assert {s["state"] for s in (one, two)} == {"ended"}
        assert (one["candidate"], two["candidate"]) == ("Ana", "Ben")
        check_apart(*halves(v), groups())
        assert not state_files(v, ".halves") and not state_files(v, ".screen")
        assert v.run("db", "check").status == 0
        v.close()
        all_kills, interviews = all_kills + kills, interviews + 1
    print(f"{all_kills} kills of {interviews} interviews of two halves")


@case
def what_cannot_be_swapped_is_one_clear_line():
    v = Viva()
    for args, status, words in (
            (("--swap-with", "Ana"), 1, "no first half"),
            ((*NAMES, "--swap-with", "Cleo"), 1, "names one of the two, Ana or Ben"),
            (("--candidate", "Ana", "--swap-with", "ana", "--interviewer", "ANA"), 1, "cannot interview themselves"),
            (("--swap-with", "Ana", "--interviewer", "Ben"), 2, "--candidate too"),
            (("--swap-with", ""), 1, "no first half")):
        r = v.run("lead", *args)
        assert r.status == status and words in r.err and r.err.count("\n") == 1, (args, r.status, r.err)
    assert v.run("lead", "--candidate", "Ana", "--swap-with", "Ben", "--items", "1", lines=["", "q"]).status == 3
    assert v.export()["sessions"][0]["interviewer"] == "Ben"
    with v.clocked("resume") as c:
        c.tell("")
        r = v.run("lead", "--swap-with", "Ana", lines=["", "q"])
        assert r.status == 4 and "another viva" in r.err, (r.status, r.err)
        assert len(v.export()["sessions"]) == 1
    r = v.run("lead", "--swap-with", "Ana", "--bank", Path(__file__).parent.parent / "golden" / "small-bank.xml")
    assert r.status == 1 and "was drawn from the bank" in r.err, r.err
    v.close()


main()
