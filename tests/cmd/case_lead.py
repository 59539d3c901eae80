"""Sessions that an interviewer leads: console, candidate's page, records, kills."""
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from screen import SECRETS, Page, marked_bank                         # noqa: E402
from viva import BINARY, PATIENCE_S, Viva                               # noqa: E402

LEAD = ("lead", "--candidate", "Sample A", "--interviewer", "Sample Coach", "--seed", "3", "--no-retry")
KILLS = 300 if "VIVA_SOAK" in os.environ else 6


def only_session(v):
    sessions = v.export()["sessions"]
    assert len(sessions) == 1
    return sessions[0]


def until(said, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        got = what()
        if got:
            return got
    raise AssertionError(said)


@case
def marks_hints_facts_predictions_and_notes_of_both_kinds_are_recorded():
    v = Viva()
    with v.clocked(*LEAD, "--items", "2") as c:
        opening = c.sync()
        assert "led by Sample Coach" in opening and "Read aloud:" in opening and "warm up" in opening
        first = c.tell("")
        assert "For you alone" in first and "Key points:" in first
        c.tell("", "")
        c.pass_ms(1000)
        heard = c.tell("1 2~ m1")
        assert "Heard: 1, 2 partly; mistake m1." in heard, heard
        assert "Hint counted: 1" in c.tell("H")
        c.tell("h", "N", "seemed tired", ".", "n", "clear words", ".")
        c.tell("")
        while "Ask which grade" not in c.tell(""):
            pass
        assert "They expect 3" in c.tell("k3")
        assert "Graded 2" in c.tell("2")
        c.tell("")
        c.tell("", "", "", "")
        if "Your grade" not in c.out.rsplit("Question 2", 1)[1]:
            c.tell("")
        c.tell("4", "")
        while "Overall, in a sentence?" not in c.out:
            c.tell("a line")
        c.tell("well done")
        assert c.finish() == 0, c.err
        assert "your mean grade is 3.0 of 4 (2 answers)" in " ".join(c.out.split()), c.out[-900:]
    s = only_session(v)
    assert (s["mode"], s["candidate"], s["interviewer"], s["state"]) == ("led", "Sample A", "Sample Coach", "ended")
    one, two = s["items"]
    assert one["hints"] == 1 and one["prediction"] == 3 and two["prediction"] is None, (one, two)
    (rating,) = one["ratings"]
    assert (rating["role"], rating["grade"]) == ("interviewer", 2)
    assert sorted(rating["ticks"].values()).count("yes") == 1 and len(rating["mistakes"]) == 1
    assert {(n["text"], n["private"]) for n in one["notes"]} == {("seemed tired", True), ("clear words", False)}
    texts = [n["text"] for n in s["notes"]]
    assert "Overall: well done" in texts and any(t.endswith("strength: a line") for t in texts), texts
    assert v.run("db", "check").status == 0
    pdf = {name: subprocess.run(["pdftotext", v.work / name, "-"], capture_output=True, text=True, check=True).stdout
           for name in ("viva-session-1.pdf", "viva-session-1-coach.pdf")}
    assert "seemed tired" in pdf["viva-session-1-coach.pdf"] and "seemed tired" not in pdf["viva-session-1.pdf"]
    told = {}
    for edition in ("candidate", "coach"):
        assert v.run("report", "--session", "1", "--format", "json", "--edition", edition, "-o", "r.json").status == 0
        told[edition] = json.loads((v.work / "r.json").read_text())
    answer = told["candidate"]["answers"][0]
    assert {p["id"] for p in answer["key_points"]} == set(rating["ticks"]) and all(p["text"] for p in answer["key_points"])
    assert answer["interviewer"]["ticks"] == rating["ticks"] and answer["interviewer"]["mistakes"] == rating["mistakes"]
    assert answer["own"] is None and answer["hints"] == 1
    assert [n["text"] for n in answer["notes"]] == ["clear words"], answer["notes"]
    assert {n["text"] for n in told["coach"]["answers"][0]["notes"]} == {"seemed tired", "clear words"}
    assert {n["text"] for n in told["coach"]["notes"]} == set(texts)
    v.close()


@case
def equal_grades_get_a_nudge_and_others_none():
    for grades, nudged in ((("2", "2", "2"), True), (("2", "3", "2"), False)):
        v = Viva()
        with v.clocked(*LEAD, "--items", "3") as c:
            c.tell("")
            for grade in grades:
                while "Your grade, 0-4" not in " ".join(c.tell("").split()):
                    pass
                c.tell(grade, "")
            while "Overall" not in c.out:
                c.tell("")
            c.tell("")
            assert c.finish() == 0
            assert ("All 3 grades are 2" in c.out) == nudged, c.out[-600:]
        v.close()


@case
def five_minutes_before_the_end_of_the_plan_one_line_says_so():
    v = Viva()
    with v.clocked(*LEAD, "--blueprint", "b30") as c:
        c.tell("")
        assert "Five minutes" not in c.pass_ms(24 * 60_000)
        assert "Five minutes are left of the 30 planned." in c.pass_ms(60_000)
        assert "Five minutes" not in c.pass_ms(60_000)
    v.close()


@case
def the_page_follows_the_console_and_a_tapped_prediction_counts():
    v = Viva()
    with v.clocked(*LEAD, "--items", "2", "--screen", "127.0.0.1:0") as c:
        page = Page(c.sync())
        stream = page.events()
        assert '"view":null' in stream.until("}")
        c.tell("")
        assert '"position":0' in stream.until('"message":""}}')
        assert "connected" in c.out or "connected" in c.sync()
        assert "On the candidate's screen." in c.tell("> Take your time")
        stream.until('"message":"Take your time"')
        c.tell("", "", "")
        if "Ask which grade" not in c.out:
            c.tell("")
        stream.until('"phase":"predict"')
        assert page.predict(0, 4) == 204
        until("the tap", lambda: "They expect 4" in c.out or c.sync() is None)
        assert page.predict(0, 1) == 409
        c.tell("p")
        stream.until('"state":"paused"')
        c.tell("p", "q")
        assert c.finish() == 3
        stream.close()
    item = only_session(v)["items"][0]
    assert item["prediction"] == 4
    tap = [e for e in only_session(v)["events"] if e["kind"] == "predict"]
    assert [e["actor"] for e in tap] == ["candidate"], tap
    v.close()


def kill(c, rng, line):
    """Between two lines, or at any moment after the next was sent."""
    if rng.random() < 0.5:
        try:
            c.process.stdin.write((line + "\n").encode())
            c.process.stdin.flush()
        except BrokenPipeError:
            pass
        time.sleep(rng.random() * 0.01)
    c.kill()
    c.__exit__()


def killed_and_resumed(rng, most):
    """A led session with up to so many kills; the kills made."""
    v = Viva()
    c = v.clocked(*LEAD, "--items", "4", "--screen", "127.0.0.1:0")
    links = {Page(c.sync()).url}
    c.tell("")
    graded = kills = 0
    while c.process.poll() is None:
        told = " ".join(c.out[-1500:].split())
        grading = "Your grade, 0-4" in told and told.rindex("Your grade") > max(told.rfind("Graded"), 0)
        closing = "Ask for their questions" in c.out
        if kills < most and not closing and rng.random() < 0.3:
            kill(c, rng, "3" if grading else "")
            kills += 1
            c = v.clocked("resume")
            if "Ask for their questions" not in c.sync():
                links.add(Page(c.out).url)
        elif grading:
            graded += "Graded 3" in c.tell("3")
        elif "Overall, in a sentence" in told:
            c.tell("fine")
        else:
            c.tell("")
    status = c.finish()
    c.__exit__()
    assert status == 0, (status, c.err, c.out[-500:])
    assert len(links) == 1, links
    s = only_session(v)
    assert [i["ratings"][0]["grade"] for i in s["items"]].count(3) >= graded
    assert all(i["ratings"][0]["role"] == "interviewer" for i in s["items"])
    assert v.run("db", "check").status == 0
    assert not list((v.home / ".local/state/viva").glob("*.screen"))
    v.close()
    return kills


@case
def a_killed_console_is_resumed_with_the_same_link_and_loses_nothing():
    rng, kills, sessions = random.Random(5), 0, 0
    while kills < KILLS:
        kills += killed_and_resumed(rng, KILLS - kills)
        sessions += 1
    print(f"{kills} kills of {sessions} led sessions")


@case
def a_helper_that_dies_is_replaced_at_the_same_link_and_the_session_goes_on():
    v = Viva()
    with v.clocked(*LEAD, "--items", "2", "--screen", "127.0.0.1:0") as c:
        page = Page(c.sync())
        c.tell("")
        children = Path(f"/proc/{c.process.pid}/task/{c.process.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        until("the new helper", lambda: "served again at the same link" in c.out or c.sync() is None)
        stream = page.events()
        assert '"position":0' in stream.until("}}")
        c.tell("")
        stream.until('"phase":"think"')
        stream.close()
    v.close()


class Watch:
    """`viva watch` in a second terminal; its own clock is the real one."""

    def __init__(self, v, *args):
        self.process = subprocess.Popen([BINARY, "watch", *args], cwd=v.work, env=v.env, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.out = ""

    def until(self, text):
        def read():
            part = self.process.stdout.read()
            self.out += (part or b"").decode()
            return " ".join(text.split()) in " ".join(self.out.split())
        until(f"{text!r} on the candidate's terminal: {self.out[-300:]}", read)

    def end(self):
        status = self.process.wait(PATIENCE_S)
        self.out += (self.process.stdout.read() or b"").decode()
        self.process.stdin.close()
        self.process.stdout.close()
        return status


@case
def a_second_terminal_shows_the_questions_and_their_clock_and_nothing_else():
    v = Viva()
    marked_bank(v.home / "marked.xml")
    v.env["VIVA_BANK"] = str(v.home / "marked.xml")
    with v.clocked(*LEAD, "--items", "2") as c:
        c.tell("")
        w = Watch(v)
        w.until("Question 1 of 2")
        w.until("Listen, and read along.")
        c.tell("> Take your time")
        w.until("From the interviewer: Take your time")
        c.tell("", "")
        w.until("Answer aloud.")
        w.process.stdin.write(b"t\n")
        w.process.stdin.flush()
        w.until("left of")
        c.tell("p")
        w.until("Paused.")
        c.tell("p", "1", "H", "h", "e")
        w.until("The clock runs again.")
        w.until("More time: the limit is now")
        while "Ask which grade" not in c.tell(""):
            pass
        w.until("Which grade do you expect? Say it aloud:")
        c.tell("3")
        w.until("Thank you. The next question comes here.")
        c.tell("2", "n", "SECRETNOTE", ".", "")
        w.until("Question 2 of 2")
        c.tell("s", "")
        while "Overall" not in c.out:
            c.tell("SECRETNOTE")
        w.until("The interview is over.")
        assert w.end() == 0
        c.tell("")
        assert c.finish() == 0
    assert "SECRETANSWER" in c.out and "PLAIN" in w.out
    for word in (*SECRETS, "SECRETNOTE", "Graded"):
        assert word not in w.out, word
    v.close()


@case
def a_watching_terminal_waits_for_a_console_that_is_away():
    v = Viva()
    with v.clocked(*LEAD, "--items", "2", "--screen", "127.0.0.1:0") as c:
        c.tell("")
        assert list((v.home / ".local/state/viva").glob("*.screen"))
        w = Watch(v, "1")
        w.until("Question 1 of 2")
        socket_file = next((v.home / ".local/state/viva").glob("*.watch"))
        assert socket_file.stat().st_mode & 0o777 == 0o600
        c.kill()
    w.until("The interviewer's viva is away; waiting for it.")
    with v.clocked("resume") as c:
        c.tell("", "")
        w.until("Answer aloud.")
        c.kill()
    assert v.run("finish").status == 0
    w.until("The interview is over.")
    assert w.end() == 0
    assert not list((v.home / ".local/state/viva").glob("*.screen"))
    v.close()


@case
def only_a_led_session_that_goes_on_can_be_watched():
    v = Viva()
    r = v.run("watch")
    assert (r.status, r.err) == (1, "viva: no session to watch: `viva lead --candidate NAME` begins one\n"), r.err
    with v.clocked("solo", "--items", "1") as c:
        c.tell("", "q")
    r = v.run("watch", "1")
    assert r.status == 1 and "solo" in r.err, r.err
    assert v.run("finish").status == 0
    assert v.run("watch", "1").status == 1
    v.close()


@case
def what_cannot_be_is_one_clear_line():
    v = Viva()
    for args, status, words in (
            (("lead",), 2, "--candidate"),
            (("lead", "--candidate", ""), 1, "name"),
            (("lead", "--candidate", "A", "--interviewer", "A"), 1, "cannot interview themselves"),
            (("lead", "--candidate", "A", "--screen"), 2, "address"),
            (("lead", "--candidate", "A", "--screen", "0.0.0.0:0"), 2, "no address"),
            (("lead", "--candidate", "A", "--screen", "192.0.2.1:0"), 8, "192.0.2.1")):
        r = v.run(*args)
        assert r.status == status and words in r.err and r.err.count("\n") == 1, (args, r.status, r.err)
    assert not v.db.exists() or v.run("history", "--json").json()["sessions"] == []
    v.close()


@case
def a_session_that_was_never_begun_leaves_nothing():
    v = Viva()
    r = v.run(*LEAD, "--items", "2", "--screen", "127.0.0.1:0", lines=["q"])
    assert r.status == 0 and "Nothing was begun" in r.out, (r.status, r.err)
    assert v.run("history", "--json").json()["sessions"] == []
    v.close()


main()
