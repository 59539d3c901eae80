"""`viva stats` and `viva next`: one set of figures in every form, and words for what is missing."""
import csv
import io
import json
import re

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
