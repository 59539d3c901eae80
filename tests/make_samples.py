#!/usr/bin/python3
"""Plays sample candidates through the real program and keeps the reports.

    tests/make_samples.py DIR [NAME...]     all samples, or those named: session led progress cohort

No row is made by hand: every figure comes from a session that was held, with a scripted clock.  What the
candidates know, how fast they are and how well they judge themselves comes from a seed.
"""
import math
import os
import random
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from png import page_pictures  # noqa: E402
from viva import START_S, Viva, reply  # noqa: E402

DAY_S = 86400
HARDER = {"basic": 0.9, "core": 0.0, "stretch": -0.9}
COHORT = 24


class Person:
    """Someone with strengths: the chance of a key point is logistic in the sum of them."""

    def __init__(self, name, seed, level=0.3, growth=0.0, bias=0.4, pace=0.85):
        self.name, self.level, self.growth, self.bias, self.pace = name, level, growth, bias, pace
        self.seed = seed
        self.rng = random.Random(seed)
        self.sessions = 0

    def topic(self, title):
        """Own to the person and the topic, whenever it comes up."""
        return random.Random(f"{self.seed} {title}").gauss(0, 0.6)

    def strength(self, title, difficulty):
        return self.level + self.growth * self.sessions + self.topic(title) + HARDER[difficulty]

    def slowness(self, title):
        return self.pace * math.exp(random.Random(f"pace {self.seed} {title}").gauss(0, 0.25))


class Question:
    """What the screen says of the question that is open, and what becomes of it."""
    HEAD = re.compile(r"Question (\d+) of \d+ - (.+) - (basic|core|stretch) \S+ - ([0-9.]+) minutes?")

    def __init__(self, person, head):
        self.number = head.group(1)
        rng = person.rng
        self.chance = 1 / (1 + math.exp(-person.strength(head.group(2), head.group(3)) - rng.gauss(0, 0.7)))
        limit_ms = float(head.group(4)) * 60_000
        used_ms = limit_ms * person.slowness(head.group(2)) * math.exp(rng.gauss(0, 0.3))
        self.read_ms, self.think_ms = int(0.12 * used_ms), int(0.2 * used_ms)
        self.answer_ms = int(used_ms) - self.read_ms - self.think_ms
        self.passes = self.chance < 0.3 and rng.random() < 0.25
        self.marked = False


def marks(question, rng, out):
    """The key points that were said: yes, or partly where it was near."""
    listed = re.findall(r"^ +(\d+) \[", out.rsplit("Key points: which did you say?", 1)[-1], re.M)
    said = [(k, question.chance - rng.random()) for k in listed]
    return " ".join(k + ("+" if by > 0 else "~") for k, by in said if by > -0.12) or "1-"


def answer(person, question, c):
    """Moves the clock where the screen waits for a person, and returns what they type."""
    rng = person.rng
    flat = " ".join(c.out[-700:].split())
    if flat.endswith("I have read it."):
        c.pass_ms(question.read_ms)
    elif flat.endswith("I begin to answer."):
        c.pass_ms(question.think_ms)
    elif flat.endswith("? help)"):
        if question.passes:
            return "s"
        c.pass_ms(question.answer_ms)
    elif flat.endswith("Enter: done."):
        c.pass_ms(rng.randrange(20_000, 60_000))
    elif "Which grade will this answer get" in flat[-250:]:
        return str(min(4, max(0, round(4 * question.chance + person.bias + rng.gauss(0, 0.7)))))
    elif flat.endswith("Enter: the grade.") and not question.marked:
        question.marked = True
        return marks(question, rng, c.out[-6000:])
    return reply(c.out)


def sit(v, person, start_s, *options, play=answer, mode=("solo", "--as")):
    """One whole session; `start_s` is when it begins, `play` what is typed."""
    with v.clocked(*mode, person.name, *options, start_s=start_s) as c:
        question = None
        seen = 0
        c.sync()
        while c.process.poll() is None:
            head = Question.HEAD.search(" ".join(c.out[seen:].split()))
            seen = len(c.out)
            if head and (question is None or head.group(1) != question.number):
                question = Question(person, head)
            c.tell(play(person, question, c))
        assert c.finish() == 0, c.err
    person.sessions += 1


# ---- led by someone else ----

# What the interviewer says at the end, by area; of the others nothing.
CLOSING = {"Evaluation: one strength you saw?": "The metric followed from the decision.",
           "Evaluation: one thing to change?": "Say how many of the rare cases the test must hold.",
           "Modelling: one strength you saw?": "A baseline came first, unasked.",
           "Production: one thing to change?": "Look at segments before blaming the model.",
           "Production: one resource that helps?": "One drawing of the request's path, from client to model.",
           "Overall, in a sentence?": "Sound ideas; the proof of them comes late."}


def heard(question, rng, out):
    """The key points an interviewer hears, of those listed in the key."""
    listed = out.rsplit("\nKey points", 1)[-1].split("\nCommon mistakes", 1)[0]
    said = [(k, question.chance - rng.random()) for k in re.findall(r"^ +(\d+) ", listed, re.M)]
    return " ".join(k + ("" if by > 0 else "~") for k, by in said if by > -0.12)


def lead(person, question, c):
    """Moves the clock where the interviewer waits for the candidate, and returns what the interviewer types."""
    rng = person.rng
    flat = " ".join(c.out[-700:].split())
    asked = next((ask for ask in CLOSING if flat.endswith(f"{ask} (Enter: none)")), None)
    if asked is not None:
        return CLOSING[asked]
    if flat.endswith("it is read."):
        c.pass_ms(question.read_ms)
    elif flat.endswith("they begin to answer."):
        c.pass_ms(question.think_ms)
    elif flat.endswith("counts a hint. Enter: they are done."):
        c.pass_ms(question.answer_ms)
        return heard(question, rng, c.out)
    elif flat.endswith("Listen on. Enter: they are done."):
        c.pass_ms(rng.randrange(20_000, 60_000))
    elif "Ask which grade, 0 to 4, they expect." in flat[-250:]:
        return str(min(4, max(0, round(4 * question.chance + person.bias + rng.gauss(0, 0.7)))))
    return ""


def report(v, out, *options):
    result = v.run("report", *options, "-o", out)
    assert result.status == 0, result.err


def make_session(v, out):
    sit(v, Person("Sample Candidate", 45, level=0.5), START_S, "--blueprint", "b45", "--seed", "45")
    report(v, out, "--session", "1")


def make_led(v, out):
    """An interview that someone led, who said a few things at the end."""
    person = Person("Sample Candidate", 46, level=0.4)
    sit(v, person, START_S, "--interviewer", "Sample Interviewer", "--blueprint", "b30", "--seed", "46", play=lead,
        mode=("lead", "--candidate"))
    report(v, out, "--session", "1")


def make_progress(v, out):
    """Twelve sessions in seven weeks: ten interviews and two drills, a level that rises."""
    person = Person("Sample Candidate", 11, level=-0.25, growth=0.13, bias=0.5, pace=0.82)
    for i in range(12):
        options = ["--items", "5"] if i in (4, 8) else ["--blueprint", "b45"]
        sit(v, person, START_S + i * 4 * DAY_S + i % 3 * 7200, *options, "--seed", 100 + i)
    report(v, out, "--progress", "--as", person.name)


def make_cohort(v, out):
    """24 people, most with three interviews, some new, some long away."""
    rng = random.Random(24)
    people = [Person(f"Sample candidate {n:02}", 500 + n, level=rng.gauss(0.3, 0.7), growth=rng.gauss(0.12, 0.1),
                     bias=rng.gauss(0.3, 0.4), pace=rng.gauss(0.85, 0.12)) for n in range(1, COHORT + 1)]
    plan = []
    for n, person in enumerate(people):
        sessions = 1 if n % 8 == 5 else 5 if n % 8 == 2 else 3
        away = 18 if n % 9 == 4 else 0
        plan += [((i * 7 + n % 7 + (5 - sessions) * 7 - away) * DAY_S + n * 900, person, 1000 + n * 10 + i)
                 for i in range(sessions)]
    for start_s, person, seed in sorted(plan, key=lambda p: p[0]):
        sit(v, person, START_S + start_s, "--blueprint", "b30", "--seed", seed)
    report(v, out, "--cohort")


MAKERS = {"session": make_session, "led": make_led, "progress": make_progress, "cohort": make_cohort}


def make(target, names):
    for name in names or MAKERS:
        v = Viva()
        out = target / f"{name}-report.pdf"
        MAKERS[name](v, out)
        v.close()
        print(out, flush=True)


def main(target, names):
    target.mkdir(parents=True, exist_ok=True)
    make(target, names)
    if not os.environ.get("SAMPLES_NO_PICTURES"):
        for name in names or MAKERS:
            page_pictures(target / f"{name}-report.pdf")


if __name__ == "__main__":
    os.umask(0o022)
    # Thousands of commits, each with its syncs: in memory where the machine has a place for that.
    if "TMPDIR" not in os.environ and os.access("/dev/shm", os.W_OK):
        os.environ["TMPDIR"] = "/dev/shm"
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
