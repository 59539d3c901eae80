"""`viva stats` and `viva next`: one set of figures in every form, and words for what is missing."""
import csv
import io
import json
import os
import re
import resource
import sqlite3
from xml.etree import ElementTree

from cases import case, main
from viva import START_S, Viva, reply

DAY_S = 24 * 3600


def sit(v, number, grades, *options, day=None, who="Ana"):
    """A session whose answers get these grades in turn; "s" passes.  Each answer takes a minute."""
    given = iter(grades)
    with v.clocked("solo", "--as", who, "--seed", number, *options,
                   start_s=START_S + (number if day is None else day) * DAY_S + number) as c:
        c.sync()
        grade = None
        for _ in range(600):
            if c.process.poll() is not None:
                break
            flat = " ".join(c.out[-300:].split())
            line = reply(c.out)
            if flat.endswith("I begin to answer."):
                grade = next(given, "3")
                if grade == "s":
                    line = "s"
            elif flat.endswith("? help)"):
                c.pass_ms(60_000)
            elif "Which grade will this answer get" in flat:
                line = "3"
            elif "Grade 0-4; Enter takes" in flat:
                line = str(grade)
            c.tell(line)
        assert c.finish() == 0, c.out[-500:]


def asked(v):
    """(grade, prediction, passed) of each item that was opened, by the export."""
    for s in v.export()["sessions"]:
        for i in s["items"]:
            for r in i["ratings"]:
                yield r["grade"], i["prediction"], i["state"], r["no_answer"]


@case
def before_the_first_session_each_form_says_what_is_missing():
    v = Viva()
    for command in ("stats", "next"):
        r = v.run(command)
        assert r.status == 0 and "viva solo --minutes 30" in " ".join(r.out.split()), r.out
    facts = v.run("stats", "--json").json()
    assert facts["answers"] == 0 and facts["overall"]["level"] is None and facts["trend"] == [], facts
    assert "viva solo" in facts["missing"], facts
    assert v.run("next", "--json").json()["items"] == []
    assert v.run("stats", "--csv").out.startswith("what,name,n,"), "no heads"
    assert "No session" in v.run("stats", "--format", "md").out
    v.close()


@case
def every_form_has_the_same_figures_and_they_are_those_of_the_answers():
    v = Viva()
    sit(v, 1, "1s243321", "--blueprint", "b30")
    sit(v, 2, "42", "--items", "2", "--topic", "data")
    facts = v.run("stats", "--json").json()
    rows = list(asked(v))
    grades = [g for g, *_ in rows]
    assert facts["answers"] == len(grades) == 8, facts
    assert facts["no_answers"] == 1 == sum(no for *_, no in rows)
    assert abs(facts["overall"]["mean"] - sum(grades) / len(grades)) < 1e-4, facts
    gaps = [p - g for g, p, _, no in rows if p is not None and not no]
    gap = facts["calibration"]["prediction_minus_grade"]
    assert gap["n"] == len(gaps) == 7 and abs(gap["mean"] - sum(gaps) / 7) < 1e-4, gap
    assert facts["time"]["n"] == 7, facts["time"]
    assert sum(t["n"] for t in facts["topics"]) == 8 == sum(a["n"] for a in facts["areas"])
    assert [t["drill"] for t in facts["trend"]] == [False, True]
    assert all(t["level"] is None for t in facts["trend"]), "a line from two sessions"
    assert facts["change"]["word"] == "too few sessions to tell"
    for t in facts["topics"]:
        assert (t["level"] is not None) == (t["n"] >= 3), t

    table = list(csv.DictReader(io.StringIO(v.run("stats", "--csv").out)))
    overall = table[0]
    assert overall["what"] == "overall" and int(overall["n"]) == 8
    assert abs(float(overall["level"]) - facts["overall"]["level"]) < 1e-3
    topics = {r["name"]: r for r in table if r["what"] == "topic"}
    for t in facts["topics"]:
        row = topics[t["topic"]]
        assert int(row["n"]) == t["n"] and (row["level"] != "") == (t["n"] >= 3), row
        assert row["mean"] == "" or abs(float(row["mean"]) - t["mean"]) < 1e-3, row

    words = " ".join(v.run("stats").out.split())
    level, low, high = (facts["overall"][k] for k in ("level", "low", "high"))
    assert "Ana, your own marks: 8 answers in 2 sessions, 1 passed." in words, words
    assert f"Level {level:.1f} of 4, range {low:.1f} to {high:.1f}." in words, words
    assert f"(7 answers)" in words and "%" not in words, words
    assert "rose" not in words and "fell" not in words, words
    page = v.run("stats", "--format", "md").out
    assert f"| overall | all | 8 | {facts['overall']['mean']:.1f} | {level:.1f} |" in page, page
    picture = v.run("stats", "--format", "svg").out
    texts = ["".join(t.itertext()) for t in ElementTree.fromstring(picture).iter() if t.tag.endswith("text")]
    assert f"{level:.1f}" in texts, texts
    v.close()


@case
def next_names_what_the_draw_will_ask_again():
    v = Viva()
    sit(v, 1, "140344", "--blueprint", "b30")
    plan = v.run("next", "--json").json()
    assert [i["grade"] for i in plan["items"]] == [0, 1], plan
    drawn = v.run("draw", "--as", "Ana", "--blueprint", "b30", "--seed", "5", "--json").json()["items"]
    retries = [i["id"] for i in drawn if i["reason"] == "retry"]
    assert retries and retries[0] in [i["id"] for i in plan["items"]], (retries, plan)
    words = " ".join(v.run("next").out.split())
    for i in plan["items"]:
        assert i["minutes"] > 0 and f"{i['minutes']} minutes" in words, words
        assert f"`viva bank show {i['id']}`" in words, words
    assert plan["topic"]["minutes"] > 0 and plan["topic"]["topic"] in words, words
    shown = v.run("bank", "show", plan["items"][0]["id"])
    assert shown.status == 0 and plan["items"][0]["title"] in " ".join(shown.out.split()), "no such command"
    v.close()


def flat(text):
    return " ".join(text.split())


@case
def the_end_of_a_session_and_home_say_what_next_says():
    v = Viva()
    with v.clocked("solo", "--as", "Ana", "--seed", "1", "--blueprint", "b30") as c:
        c.sync()
        for _ in range(400):
            if c.process.poll() is not None:
                break
            c.tell("1" if "Grade 0-4; Enter takes" in flat(c.out[-300:]) else reply(c.out))
        assert c.finish() == 0
        end = flat(c.out.rsplit("Next:", 1)[1])
    with v.clocked("next", "--as", "Ana", "--json", start_s=START_S + DAY_S) as c:
        c.sync()
        assert c.finish() == 0
        plan = json.loads(c.out)
    with v.clocked("--as", "Ana", start_s=START_S + DAY_S) as c:
        c.sync()
        assert c.finish() == 0
        home = flat(c.out)
    assert len(plan["items"]) == 3 and plan["topic"], plan
    places = [end.index(f"bank show {i['id']}`") for i in plan["items"]]
    assert places == sorted(places), (end, plan)
    assert "grade 1, today. Say it aloud from memory tomorrow" in end, end
    assert flat(plan["topic"]["reason"]) in end, end
    assert flat(plan["items"][0]["reason"]) in home, home       # the single most useful step
    v.close()


@case
def a_session_ends_well_where_the_bank_is_gone():
    v = Viva()
    bank = v.work / "mine.xml"
    bank.write_text(open(v.env["VIVA_BANK"], encoding="utf-8").read(), encoding="utf-8")
    with v.clocked("solo", "--as", "Ana", "--seed", "1", "--items", "1", "--bank", bank) as c:
        c.sync()
        bank.unlink()
        for _ in range(60):
            if c.process.poll() is not None:
                break
            c.tell("1" if "Grade 0-4; Enter takes" in flat(c.out[-300:]) else reply(c.out))
        assert c.finish() == 0, c.err
        assert c.err == "" and "Say it again" in flat(c.out.rsplit("Next:", 1)[1]), c.out
    v.close()


@case
def a_drill_with_focus_takes_half_from_the_two_lowest_topics():
    v = Viva()
    sit(v, 1, "41043214", "--blueprint", "b45")
    plan = v.run("next", "--json").json()
    for n in (1, 2, 3, 5, 8, 20):
        for seed in range(3):
            form = v.run("draw", "--as", "Ana", "--items", n, "--seed", seed, "--focus", "weak", "--json").json()
            topics = [i["topic"] for i in form["items"]]
            two = sorted((topics.count(t) for t in set(topics)), reverse=True)[:2]
            assert len(topics) == n and 2 * sum(two) >= n, (n, topics)
            assert plan["topic"]["topic"] in topics, (plan["topic"], topics)
    weak = plan["topic"]["topic"]
    only = v.run("draw", "--as", "Ana", "--items", "3", "--topic", weak, "--focus", "weak", "--json").json()
    assert [i["topic"] for i in only["items"]] == [weak] * 3, only
    for seed in range(5):
        form = v.run("draw", "--as", "Ana", "--blueprint", "b45", "--seed", seed, "--focus", "weak", "--json").json()
        assert weak in [i["topic"] for i in form["items"]], "within the blueprint at least one"
    v.close()


@case
def nothing_asked_today_is_repeated_today():
    v = Viva()
    sit(v, 1, "11", "--items", "2", day=0)
    with v.clocked("next", "--as", "Ana", "--json", start_s=START_S + 3600) as c:
        c.sync()
        assert c.finish() == 0
        assert json.loads(c.out)["items"] == [], c.out
    with v.clocked("next", "--as", "Ana", "--json", start_s=START_S + DAY_S) as c:
        c.sync()
        assert c.finish() == 0
        assert len(json.loads(c.out)["items"]) == 2, c.out
    v.close()


@case
def a_group_is_shown_by_name_with_rules_and_no_figures_of_four():
    v = Viva()
    empty = v.run("cohort")
    assert empty.status == 0 and "viva solo --as NAME" in empty.out, empty.out
    names = ["Zoe", "adam", "Bea", "Cem", "Dan"]
    for number, who in enumerate(names, 1):
        sit(v, number, "03" if who == "Dan" else "0121", "--items", "2" if who == "Dan" else "4", "--topic", "data",
            day=30 if who == "Bea" else 10, who=who)
        if number < 4:
            continue
        with v.clocked("cohort", "--json", start_s=START_S + 31 * DAY_S) as c:
            c.sync()
            assert c.finish() == 0
            group = json.loads(c.out)
        data = next(t for t in group["topics"] if t["topic"] == "data")
        assert group["grouped"] == (number == 5) == (data["mean"] is not None), group
        assert data["members"] == number, data
    assert [m["candidate"] for m in group["members"]] == ["adam", "Bea", "Cem", "Dan", "Zoe"], group
    needs = {m["candidate"]: m["needs"] for m in group["members"]}
    assert needs["Dan"] == ["too_few_answers", "no_session_lately"], needs
    assert needs["Bea"] == ["below_goal"] and "no_session_lately" in needs["Zoe"], needs
    assert group["members"][3]["level"] is None, "a level from two answers"
    with v.clocked("cohort", start_s=START_S + 31 * DAY_S) as c:
        c.sync()
        assert c.finish() == 0
        words = flat(c.out)
    for rule in group["rules"]:
        assert rule in words, (rule, words)
    assert "no session for 14 days or more: adam, Cem, Dan, Zoe" in words, words
    assert "the level fell: nobody" in words, words
    for columns in (40, 80):
        with v.terminal("cohort", columns=columns) as t:
            assert t.status() == 0
            lines = t.child.before.replace("\r", "").split("\n")
        assert max(map(len, lines)) <= columns, max(lines, key=len)
    v.close()


@case
def a_person_gets_another_name_everywhere():
    v = Viva()
    assert "viva solo --as NAME" in v.run("people").out
    sit(v, 1, "3", "--items", "1", who="ana")
    sit(v, 2, "3", "--items", "1", who="Ben")
    people = v.run("people", "--json").json()["people"]
    assert [(p["name"], p["sat"], p["led"]) for p in people] == [("ana", 1, 0), ("Ben", 1, 0)], people
    assert people[0]["last_session_at"].startswith("2026-03-09T12:00:"), people
    for bad, status in ((["rename", "Zoe", "Zed"], 1), (["rename", "ana", "BEN"], 1), (["rename", "ana", " "], 1),
                        (["rename", "ana"], 2), (["goal"], 2)):
        r = v.run("people", *bad)
        assert r.status == status and r.err.count("\n") == 1 and r.out == "", (bad, r.status, r.err)
    assert v.run("people", "rename", "ANA", "  Ána Lima ").status == 0
    assert v.run("people", "rename", "ána lima", "Ána LIMA", "--quiet").out == ""      # only the case
    assert v.run("history", "--as", "Ána Lima", "--json").json()["sessions"][0]["candidate"] == "Ána LIMA"
    assert v.run("history", "--as", "ana", "--json").json()["sessions"] == []
    assert v.run("stats", "--as", "Ána Lima", "--json").json()["answers"] == 1
    check = v.run("db", "check")
    assert check.status == 0, check.out
    v.close()


def multiply(db, sessions):
    """Repeats the rows of a database until it has so many sessions, for reading only: they have no events."""
    con = sqlite3.connect(db)
    columns = {t: [r[1] for r in con.execute(f"PRAGMA table_info({t})")] for t in ("session", "item", "rating")}
    first = [r[0] for r in con.execute("SELECT id FROM session ORDER BY number")]
    for n in range(len(first), sessions):
        new = {"id": str(10**12 + n), "session": str(10**12 + n), "number": str(n + 1),
               "created_us": f"created_us + {n} * 86400000000"}
        for table, names in columns.items():
            con.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(new.get(c, c) for c in names)} "
                        f"FROM {table} WHERE {'id' if table == 'session' else 'session'} = ?", (first[n % len(first)],))
    con.commit()
    con.close()


@case
def a_long_history_is_read_in_one_go():
    v = Viva()
    sit(v, 1, "1s243321", "--blueprint", "b30")
    sit(v, 2, "42", "--items", "2", "--topic", "data")
    before = v.run("stats", "--json").json()
    for sessions, seconds in ((200, 0.5), (10_000 if "VIVA_SOAK" in os.environ else 1_000, 3.0)):
        multiply(v.db, sessions)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        after = v.run("stats", "--json").json()
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
        assert taken < seconds * (10 if os.environ.get("ASAN_OPTIONS") else 1), (sessions, taken)
        assert after["answers"] == before["answers"], "later meetings counted as first ones"
        assert after["retries"]["answers"] == before["answers"] * (sessions // 2 - 1), after["retries"]
    v.close()


@case
def no_line_is_wider_than_the_terminal():
    v = Viva()
    sit(v, 1, "1s243321", "--blueprint", "b30")
    sit(v, 2, "42", "--items", "3", "--topic", "data")
    for columns in (40, 60, 80):
        for command in ("stats", "next"):
            with v.terminal(command, columns=columns) as t:
                assert t.status() == 0
                lines = t.child.before.replace("\r", "").split("\n")
            assert len(lines) > 5 and max(map(len, lines)) <= columns, (columns, max(lines, key=len))
            assert not re.search("\x1b", "".join(lines)), "an escape"
    v.close()


@case
def two_forms_at_once_and_unknown_ones_are_usage_errors():
    v = Viva()
    for options in (["--csv", "--json"], ["--format", "md", "--csv"], ["--format", "pdf"]):
        r = v.run("stats", *options)
        assert r.status == 2 and r.out == "" and r.err.count("\n") == 1, r.err
    v.close()


@case
def another_bank_has_its_own_figures():
    v = Viva()
    sit(v, 1, "44", "--items", "2")
    other = v.work / "other.xml"
    text = (v.env["VIVA_BANK"] and open(v.env["VIVA_BANK"], encoding="utf-8").read())
    other.write_text(text.replace('id="ml-engineer-junior"', 'id="another"', 1), encoding="utf-8")
    facts = v.run("stats", "--json", "--bank", other).json()
    assert facts["bank"] == "another" and facts["answers"] == 0, facts
    v.close()


main()
