"""People: goals, extra time, one person entered twice; and that everything asking about someone knows it."""
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from viva import START_S, Viva                                          # noqa: E402


def moment(v):
    """When the next session of these records begins; no two at once, for ids come from the clock too."""
    v.sessions = getattr(v, "sessions", 0) + 1
    return START_S + v.sessions * 3600


def sit(v, name, items=3, grade="2", *options):
    """A solo drill of `name`, each answer marked `grade`; returns the opening."""
    with v.clocked("solo", "--as", name, "--items", items, *options, start_s=moment(v)) as c:
        opening = c.sync()
        while c.process.poll() is None and "Report: " not in c.out:
            told = " ".join(c.out[-600:].split())
            if "Grade 0-4; Enter takes" in told.rsplit("Graded", 1)[-1]:
                c.tell(grade)
            else:
                c.tell(step(told))
        assert c.finish() == 0, c.err
    return " ".join(opening.split())


def step(told):
    return "3" if told.rfind("Which grade will this answer get") > told.rfind("Enter:") else ""


def lead(v, candidate, interviewer):
    """A led session of one question, passed; returns the opening."""
    with v.clocked("lead", "--candidate", candidate, "--interviewer", interviewer, "--items", "1",
                   start_s=moment(v)) as c:
        opening = c.sync()
        c.tell("", "s", "")
        while c.process.poll() is None:
            c.tell("")
        assert c.finish() == 0, c.err
    return " ".join(opening.split())


def people(v):
    return {p["name"]: p for p in v.run("people", "--json").json()["people"]}


def start_of(session):
    return next(e["n"] for e in session["events"] if e["kind"] == "start")


@case
def roles_goals_and_extra_time_stand_in_the_list():
    v = Viva()
    sit(v, "Ana", 1)
    lead(v, "Ana", "Ben")
    for args, said in ((("goal", "ana", "4"), "The goal of Ana is grade 4."),
                       (("extra-time", "ANA", "1.25"), "Ana has every limit times 1.25 from now on")):
        r = v.run("people", *args)
        assert r.status == 0 and said in " ".join(r.out.split()), (r.out, r.err)
    p = people(v)
    assert (p["Ana"]["roles"], p["Ana"]["goal"], p["Ana"]["extra_time"]) == (["candidate"], 4, 1.25), p
    assert (p["Ben"]["roles"], p["Ben"]["goal"], p["Ben"]["extra_time"]) == (["interviewer"], None, 1.0), p
    table = v.run("people").out.splitlines()
    assert table[0].split() == ["name", "sat", "led", "rated", "goal", "time", "last", "session"], table
    assert table[1].split()[:6] == ["Ana", "2", "0", "0", "4", "x1.25"] and table[2].split()[:4] == ["Ben", "0", "1", "0"]
    assert v.run("people", "goal", "Ana", "usual", "--json").json() == {"name": "Ana", "goal": None, "extra_time": 1.25}
    assert v.run("people", "extra-time", "Ana", "1", "--json").json() == {"name": "Ana", "goal": None, "extra_time": 1.0}
    assert v.run("db", "check").status == 0
    v.close()


@case
def a_kept_extra_time_holds_solo_and_led_and_an_option_overrides_it():
    v = Viva()
    sit(v, "Ana", 1)
    assert v.run("people", "extra-time", "Ana", "1.5").status == 0
    opening = sit(v, "ana", 1)
    assert "Extra time: every limit times 1.50, as kept for them" in opening, opening
    assert "Extra time" in lead(v, "Ana", "Ben")
    opening = sit(v, "Ana", 1, "2", "--extra-time", "2")
    assert "every limit times 2.00" in opening and "as kept" not in opening, opening
    assert "Extra time" not in sit(v, "Ana", 1, "2", "--extra-time", "1")
    assert "Extra time" not in lead(v, "Ben", "Ana")
    sessions = v.export()["sessions"]
    assert [s["extra_time_permille"] for s in sessions] == [1000, 1500, 1500, 2000, 1000, 1000]
    assert sessions[1]["items"][0]["limit_ms"] == start_limit(sessions[1]) * 3 // 2
    v.close()


def start_limit(session):
    return next(e["n"][0] for e in session["events"] if e["kind"] == "draw")


@case
def the_goal_is_the_measure_everywhere():
    """Answers marked 3: done with the usual goal, short of a goal of 4."""
    v = Viva()
    sit(v, "Ana", 4, "3")

    def figures():
        stats = v.run("stats", "--json").json()
        member = v.run("cohort", "--json").json()["members"][0]
        later = json.loads(v.run("next", "--json", "--clock", "fd:0@%d" % (START_S + 3 * 86400)).out)
        return stats["goal"], member["goal"], len(later["items"])

    assert figures() == (3.0, 3.0, 0), figures()
    assert v.run("people", "goal", "Ana", "4").status == 0
    assert figures() == (4.0, 4.0, 3), figures()
    assert "goal 4.0" in " ".join(v.run("stats").out.lower().split()).replace("goal is 4.0", "goal 4.0"), v.run("stats").out
    path = v.run("report").out.strip()
    text = subprocess.run(["pdftotext", "-layout", v.work / path, "-"], capture_output=True, text=True, check=True).stdout
    assert "goal 4.0 of 4" in text and "The goal of 4.0 lies above the range" in text, text[:800]
    assert "each again until it is strong" in " ".join(text.split())
    path = v.run("report", "--cohort").out.strip()
    text = subprocess.run(["pdftotext", v.work / path, "-"], capture_output=True, text=True, check=True).stdout
    assert "goal 4.0" in text.lower(), text[:800]
    v.close()


@case
def a_person_entered_twice_is_one_in_every_answer_and_can_be_taken_apart():
    v = Viva()
    sit(v, "Ana", 3, "1", "--topic", "data")
    sit(v, "Anna M.", 3, "2", "--topic", "deep")
    lead(v, "Cleo", "Anna M.")
    before = v.export()
    r = v.run("people", "merge", "Anna M.", "Ana")
    assert r.status == 0 and 'unmerge "Anna M."' in " ".join(r.out.split()), (r.out, r.err)
    p = people(v)
    assert set(p) == {"Ana", "Cleo"} and p["Ana"]["also"] == ["Anna M."], p
    assert (p["Ana"]["sat"], p["Ana"]["led"], p["Ana"]["roles"]) == (2, 1, ["candidate", "interviewer"]), p
    for name in ("Ana", "anna m."):
        assert [s["candidate"] for s in v.run("history", "--as", name, "--json").json()["sessions"]] == ["Ana"] * 2
        stats = v.run("stats", "--as", name, "--json").json()
        assert (stats["candidate"], stats["answers"]) == ("Ana", 6), str(stats)[:300]
        assert len(v.run("next", "--as", name, "--json", "--clock", "fd:0@%d" % (START_S + 9 * 86400)).json()["items"]) == 3
        met = v.run("draw", "--as", name, "--items", "40", "--no-retry", "--json").json()["items"]
        assert not {i["id"] for i in met} & {i["id"] for s in before["sessions"][:2] for i in s["items"]}
        path = v.run("report", "--as", name).out.strip()
        text = subprocess.run(["pdftotext", v.work / path, "-"], capture_output=True, text=True, check=True).stdout
        assert "Ana" in text and "Anna M." not in text
    assert [m["candidate"] for m in v.run("cohort", "--json").json()["members"]] == ["Ana", "Cleo"]
    assert "Candidate: Ana" in " ".join(v.run("solo", "--as", "Anna M.", "--items", "1", lines=["q"]).out.split())
    assert "is also Anna M." in v.run("people").out and "Ana" in v.run("--as", "anna m.").out
    r = v.run("lead", "--candidate", "Ana", "--interviewer", "Anna M.")
    assert r.status == 1 and "cannot interview themselves" in r.err, r.err
    after = v.export()
    assert [s["chain"] for s in after["sessions"]] == [s["chain"] for s in before["sessions"]]
    assert v.run("db", "check").status == 0

    other = Viva()
    (other.work / "all.json").write_text(json.dumps(after))
    assert other.run("import", "all.json").status == 0
    assert other.export() == after and set(people(other)) == {"Ana", "Cleo"}
    assert other.run("forget", "anna m.", "--yes").status == 0
    assert all(name == "Cleo" or name.startswith("removed person") for name in people(other)), people(other)
    assert "Ana" not in (left := json.dumps(other.export()["people"])) and "Anna" not in left, left
    other.close()

    sit(v, "Anna M.", 1)
    r = v.run("people", "unmerge", "ANNA M.")
    assert r.status == 0 and "sessions begun since the merge stay with Ana" in " ".join(r.out.split()), r.out
    p = people(v)
    assert (p["Ana"]["sat"], p["Anna M."]["sat"], p["Anna M."]["led"], p["Ana"]["led"]) == (2, 1, 1, 0), p
    assert v.run("db", "check").status == 0
    v.close()


@case
def a_cohort_says_who_needs_whom_by_which_rule_and_what_interviewers_do():
    v = Viva()
    lead(v, "Ana", "Zoe")
    lead(v, "Ana", "Kim")
    lead(v, "Ben", "Zoe")
    lead(v, "Ben", "Zoe")
    sit(v, "Cleo", 3)
    cohort = v.run("cohort", "--json", "--clock", f"fd:0@{START_S + 20 * 86400}").json()
    assert "not led by anyone for 28 days or more, where others are" in cohort["rules"], cohort["rules"]
    members = {m["candidate"]: m for m in cohort["members"]}
    assert list(members) == ["Ana", "Ben", "Cleo"]
    assert [members[n]["with"] for n in members] == ["Kim", "Zoe", "Kim"], members         # Kim led fewer
    assert [members[n]["days_since_led"] for n in members] == [20, 20, None]
    assert "not_led_lately" in members["Cleo"]["needs"] and "not_led_lately" not in members["Ana"]["needs"]
    assert members["Cleo"]["series"] == "own" and members["Cleo"]["by_series"]["interviewers"]["answers"] == 0
    assert members["Ana"]["by_series"] == {"interviewers": {"answers": 2, "mean": 0.0},
                                           "own": {"answers": 0, "mean": None}}, members["Ana"]
    load = {i["interviewer"]: (i["sessions"], i["sessions_lately"], i["candidates"], i["rated"])
            for i in cohort["interviewers"]}
    assert load == {"Kim": (1, 1, 1, 0), "Zoe": (3, 3, 2, 0)}, load
    said = " ".join(v.run("cohort", "--clock", f"fd:0@{START_S + 20 * 86400}").out.split())
    for words in ("not led by anyone for 28 days or more, where others are: Cleo", "Cleo: with Kim; nobody led them yet",
                  "Ben: with Zoe, who led 20 days ago", "who led fewest in the last 28 days, the first by name"):
        assert words in said, (words, said)
    path = v.run("report", "--cohort", "--date", "2026-03-30").out.strip()
    text = subprocess.run(["pdftotext", v.work / path, "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(text.split())
    assert "nobody led" in text and "With Kim" in text and "who led fewest in the last 28 days" in text, text[:1500]
    path = v.run("report", "--cohort", "--pseudonyms").out.strip()
    text = subprocess.run(["pdftotext", v.work / path, "-"], capture_output=True, text=True, check=True).stdout
    assert not any(name in text for name in ("Ana", "Ben", "Cleo", "Kim", "Zoe")) and "Interviewer 1" in text, text[:500]
    v.close()


@case
def two_people_who_met_cannot_be_one():
    v = Viva()
    lead(v, "Ana", "Ben")
    lead(v, "Ben", "Ana")
    r = v.run("people", "merge", "Ana", "Ben")
    assert r.status == 1 and "both have a part in session 1: they are two people" in r.err, r.err
    assert set(people(v)) == {"Ana", "Ben"}
    v.close()


@case
def what_people_cannot_take_is_one_clear_line():
    v = Viva()
    sit(v, "Ana", 1)
    for args, status, words in (
            (("promote", "Ana"), 2, "is not rename, merge"), (("goal", "Ana"), 2, "a name and a grade"),
            (("goal", "Ana", "5"), 2, "a grade from 1 to 4"), (("goal", "Ana", "0"), 2, "1 to 4"),
            (("goal", "Eve", "2"), 1, "nobody here is called \"Eve\""), (("extra-time", "Ana", "5"), 2, "1 (none) to 4"),
            (("extra-time", "Ana", "0.5"), 2, "1 (none) to 4"), (("merge", "Ana"), 2, "two names"),
            (("merge", "Ana", "Eve"), 1, "nobody here is called \"Eve\""), (("merge", "Ana", "ana"), 1, "one person"),
            (("unmerge", "Ana"), 1, "nobody's second name"), (("unmerge", "Eve"), 1, "nobody here"),
            (("rename", "Eve", "Ada"), 1, "nobody here is called")):
        r = v.run("people", *args)
        assert r.status == status and words in r.err and r.err.count("\n") == 1, (args, r.status, r.err)
    v.close()


main()
