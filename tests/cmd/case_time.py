"""The world around a session misbehaves: the machine sleeps, the clock is set back, others use the records."""
import os

from cases import case, main
from viva import START_S, Viva

DAY_MS = 86_400_000


@case
def a_suspend_of_three_days_counts_for_nothing_unless_it_is_wanted():
    for answer, counts in (("", False), ("y", True)):
        v = Viva()
        with v.clocked("solo", "--items", "1", "--seed", "1", "--as", "Ada") as c:
            c.tell("", "")
            for _ in range(5):
                c.pass_ms(1_000)
            said = c.suspend(3 * DAY_MS)
            assert "Shall it count?" in " ".join(said.split()), said
            c.tell(answer)
            c.walk()
        item = v.export()["sessions"][0]["items"][0]
        spent = sum(item[k] for k in item if k.endswith("_ms") and k in ("read_ms", "think_ms", "answer_ms"))
        assert (spent >= 3 * DAY_MS) == counts, (answer, item)
        assert v.run("db", "check").status == 0
        v.close()


@case
def a_clock_set_back_an_hour_changes_no_time_of_a_session():
    v = Viva()
    with v.clocked("solo", "--items", "1", "--seed", "1", "--as", "Ada") as c:
        c.tell("", "")
        for _ in range(5):
            c.pass_ms(1_000)
        os.write(c.clock, b"wall -3600000\n")
        for _ in range(5):
            c.pass_ms(1_000)
        c.walk()
    session = v.export()["sessions"][0]
    item = session["items"][0]
    assert 9_000 <= item["read_ms"] + item["think_ms"] + item["answer_ms"] <= 11_000, item
    at = [e["at_ms"] for e in session["events"]]
    assert at == sorted(at)
    assert v.run("db", "check").status == 0
    # And the next session, which begins before the end of the last one, is still the next.
    with v.clocked("solo", "--items", "1", "--seed", "2", "--as", "Ada", start_s=START_S - 3600) as c:
        c.tell("")
        c.walk()
    assert [s["number"] for s in v.export()["sessions"]] == [1, 2]
    assert v.run("db", "check").status == 0
    v.close()


@case
def reports_backups_exports_and_checks_run_beside_a_session():
    v = Viva()
    with v.clocked("solo", "--items", "1", "--seed", "1", "--as", "Ada") as c:
        c.walk()
    with v.clocked("solo", "--items", "2", "--seed", "2", "--as", "Ada", start_s=START_S + 100_000) as c:
        c.tell("")
        for i, command in enumerate([("report", "--session", "1"), ("db", "backup", "copy.db"), ("export",),
                                     ("db", "check"), ("history",), ("stats",), ("export", "--csv", "t"), ("draw",)] * 2):
            result = v.run(*command)
            assert result.status == 0, (command, result.status, result.err)
            assert "busy" not in result.err
            said = c.tell("n", f"note {i}", ".")
            assert "Your note is saved" in said, said
        c.tell("q")
        assert c.finish() == 3
    notes = [n["text"] for s in v.export()["sessions"] for i in s["items"] for n in i["notes"]]
    assert [f"note {i}" for i in range(16)] == [n for n in notes if n.startswith("note ")], notes
    v.close()


@case
def two_people_of_one_login_sit_on_one_database_at_once():
    v = Viva()
    with v.clocked("solo", "--items", "1", "--seed", "1", "--as", "Ada") as a, \
            v.clocked("solo", "--items", "1", "--seed", "2", "--as", "Bob", start_s=START_S + 7) as b:
        a.tell("")
        b.tell("")
        for i in range(10):
            assert "Your note is saved" in a.tell("n", f"ada {i}", ".")
            assert "Your note is saved" in b.tell("n", f"bob {i}", ".")
        a.walk()
        b.walk()
    for s in v.export()["sessions"]:
        notes = [n["text"] for i in s["items"] for n in i["notes"]]
        who = s["candidate"].lower()
        assert [n for n in notes if " " in n and n.split()[1].isdigit()] == [f"{who} {i}" for i in range(10)], notes
    assert v.run("db", "check").status == 0
    v.close()


main()
