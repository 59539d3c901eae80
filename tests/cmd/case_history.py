"""What a candidate has met shapes the next form."""
import json

from cases import case, main
from viva import START_S, Viva, reply

DAY_S = 24 * 3600


def sit(v, number, grade, day, *options):
    """A whole b30 session on day `day`, every answer graded `grade`; returns the ids asked."""
    with v.clocked("solo", "--blueprint", "b30", "--seed", number, *options,
                   start_s=START_S + day * DAY_S + number) as c:
        c.sync()
        for _ in range(400):
            if c.process.poll() is not None:
                break
            flat = " ".join(c.out[-300:].split())
            c.tell(str(grade) if "Grade 0-4; Enter takes" in flat else reply(c.out))
        assert c.finish() == 0, c.out[-500:]
    return [i["id"] for i in v.export()["sessions"][number - 1]["items"]]


@case
def nothing_met_returns_while_unmet_items_make_a_form():
    v = Viva()
    met = []
    for number in (1, 2):
        met += sit(v, number, 4, number)
    assert len(set(met)) == len(met), met
    v.close()


@case
def an_answer_graded_low_returns_in_a_retry_slot_but_not_the_same_day():
    v = Viva()
    met = sit(v, 1, 1, 0)
    draw = ["draw", "--blueprint", "b30", "--seed", "5", "--json"]
    with v.clocked(*draw) as c:
        c.sync()
        assert c.finish() == 0
        same_day = json.loads(c.out)["items"]
    assert all(i["reason"] != "retry" for i in same_day), same_day
    later = v.run(*draw).json()["items"]
    retries = [i["id"] for i in later if i["reason"] == "retry"]
    assert len(retries) == 1 and retries[0] in met, later
    told = v.run(*draw[:-1], "--explain").out
    assert "retry: met 1 time, last in session 1" in told, told
    assert max(map(len, told.splitlines())) <= 80, told
    without = v.run(*draw, "--no-retry").json()["items"]
    assert all(i["reason"] == "new" for i in without), without
    v.close()


@case
def a_retry_is_recorded_as_one():
    v = Viva()
    sit(v, 1, 1, 0)
    sit(v, 2, 4, 1)
    items = v.export()["sessions"][1]["items"]
    assert [i["retry"] for i in items].count(True) == 1, items
    v.close()


@case
def focus_weak_leans_towards_the_lowest_topics_within_the_rules():
    v = Viva()
    assert v.run("draw", "--focus", "strong").status == 2
    sit(v, 1, 1, 0)
    topics = {i["id"]: i["topic"] for i in v.run("bank", "list", "--json").json()["items"]}
    asked = {topics[i["id"]] for i in v.export()["sessions"][0]["items"]}
    order = [t["topic"] for t in v.run("bank", "stats", "--json").json()["topics"]]
    weak = [t for t in order if t in asked][:2]     # all graded alike: the first two of the taxonomy
    plain = leaning = 0
    for seed in range(20):
        for focus in ([], ["--focus", "weak"]):
            form = v.run("draw", "--items", "4", "--seed", seed, "--json", *focus).json()["items"]
            hits = sum(i["topic"] in weak for i in form)
            plain, leaning = (plain, leaning + hits) if focus else (plain + hits, leaning)
    # Two of twelve topics: about a sixth of 80 items without the wish, half with it.
    assert plain < 30 and 32 <= leaning <= 48, (leaning, plain, weak)
    v.close()


main()
