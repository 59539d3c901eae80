"""Rebuilds a session from nothing but its exported events: items, ratings and times.

Written from the rules in DESIGN and session.h, in another language and with no line of the program, so
that a fault in the engine's projections cannot hide behind itself.  `rebuild(session, snapshots)` gives
what the export should say of the items; `chain(session)` recomputes every link.
"""
import copy
import hashlib
import re
import struct
import xml.etree.ElementTree as ET

NS = "{urn:viva:item-bank:1}"
PHASES = ["none", "read", "think", "answer", "follow-up", "predict", "between", "reveal", "tick", "grade", "note",
          "closed"]
ON_THE_CLOCK = ("read", "think", "answer")
COUNTED = {"read": "read_ms", "think": "think_ms", "answer": "answer_ms", "follow-up": "follow_up_ms"}
TICKS = ("no", "partly", "yes")
KINDS = ["", "start", "draw", "open", "phase", "pause", "resume", "extend", "fact", "hint", "flag", "tick",
         "mistake", "predict", "grade", "pass", "swap", "note", "undo", "gap", "end", "amend"]


# ---- the chain ----

def number(value):
    return struct.pack(">q", value if value < 1 << 63 else value - (1 << 64))


def text(value):
    data = value.encode()
    return number(len(data)) + data


def microseconds(stamp):
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{6})Z", stamp)
    y, mo, d, h, mi, s, us = (int(x) for x in match.groups())
    days = sum(366 if (i % 4 == 0 and i % 100 != 0) or i % 400 == 0 else 365 for i in range(1970, y))
    leap = (y % 4 == 0 and y % 100 != 0) or y % 400 == 0
    days += sum([31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][:mo - 1]) + d - 1
    return ((days * 24 + h) * 60 + mi) * 60_000_000 + s * 1_000_000 + us


def chain(session):
    """Every link, as the export should have it."""
    link = first_link(session)
    links = []
    for e in session["events"]:
        row = b"".join(number(n) for n in (
            int(session["id"]), e["seq"], KINDS.index(e["kind"]), e["item"], e["at_ms"], microseconds(e["written_at"]),
            ["system", "candidate", "interviewer"].index(e["actor"]), *e["n"], e["digest"] is not None))
        link = hashlib.sha256(link + row + (bytes.fromhex(e["digest"]) if e["digest"] else b"")).digest()
        links.append(link.hex())
    return links


def first_link(session):
    flags = session["strict"] + 2 * session["clock_hidden"] + 4 * (not session["follow_ups"])
    return hashlib.sha256(b"viva session 1\n" + b"".join(number(n) for n in (
        int(session["id"]), session["mode"] == "led", session["review"] == "end", flags,
        session["extra_time_permille"], int(session["candidate_id"]), int(session["interviewer_id"] or 0),
        int(session["seed"]), microseconds(session["started_at"]), session["utc_offset_min"])) +
        bytes.fromhex(session["bank_sha256"]) + b"".join(text(session[k]) for k in (
            "bank", "bank_version", "bank_title", "blueprint", "blueprint_title"))).digest()


# ---- the state ----

class Item:
    """What a snapshot says that events name by its place."""

    def __init__(self, body):
        item = ET.fromstring(body).find(NS + "item")
        self.id, self.revision = item.get("id"), int(item.get("revision"))
        self.facts = [e.get("id") for e in item.findall(NS + "on-request")]
        self.points = [e.get("id") for e in item.find(NS + "key-points").findall(NS + "key-point")]
        self.mistakes = [e.get("id") for e in item.findall(NS + "mistake")]


class Marks:
    """One rater's marks for one answer."""

    def __init__(self):
        self.ticks, self.mistakes, self.no_answer, self.settled = {}, set(), False, None

    def settle(self, event, grade, proposed):
        self.settled = {"seq": event["seq"], "grade": grade, "proposed": proposed, "rated_at": event["written_at"]}


class Position:
    def __init__(self, snapshot, limit_ms, retry):
        self.snapshot, self.limit_ms, self.retry = snapshot, limit_ms, retry
        self.state, self.phase, self.opened_ms, self.prediction = "pending", "none", None, None
        for name in ("read_ms", "think_ms", "answer_ms", "follow_up_ms", "review_ms", "pause_ms", "extended_ms",
                     "swapped_ms", "hints", "pauses"):
            setattr(self, name, 0)
        self.known = self.flagged = self.no_answer = False
        self.facts = []
        self.marks = {"candidate": Marks(), "interviewer": Marks()}
        self.replaced = []      # settled marks that an amendment took the place of: (rater, Marks)

    def used_ms(self):
        return self.read_ms + self.think_ms + self.answer_ms


class Sitting:
    def __init__(self, session, snapshots):
        self.items = {sha: Item(body) for sha, body in snapshots.items()}
        self.form, self.open, self.paused, self.ended = [], None, False, False
        self.clock_ms = self.gap_ms = 0
        self.before = {}        # seq: what an undo of that event leads back to
        _, _, flags, self.permille = session["events"][0]["n"]
        self.led, self.live = session["mode"] == "led", session["mode"] == "solo" and session["review"] == "end"
        self.strict = flags & 1 == 1
        self.rater = "interviewer" if self.led else "candidate"
        for event in session["events"]:
            self.apply(event)

    def limit(self, ms):
        return ms * self.permille // 1000

    def spend(self, ms):
        """Time passes for the open item; what a strict limit does not let count as answer time is review."""
        p = self.form[self.open]
        if self.paused:
            p.pause_ms += ms
            return ms
        counted = ms
        if self.strict and p.phase in ON_THE_CLOCK:
            counted = min(ms, p.limit_ms - p.used_ms())
        name = COUNTED.get(p.phase, "review_ms")
        setattr(p, name, getattr(p, name) + counted)
        return counted

    def leave(self):
        if self.open is not None and self.form[self.open].phase == "note":
            self.form[self.open].phase = "closed"

    def apply(self, e):
        if self.open is not None:
            passed = e["at_ms"] - self.clock_ms
            unspent = passed - self.spend(passed)
            self.form[self.open].review_ms += unspent
            self.before[e["seq"]] = (copy.deepcopy(self.form[self.open]), self.paused, self.gap_ms, e["at_ms"])
        self.clock_ms = e["at_ms"]
        getattr(self, "on_" + e["kind"])(e, self.form[self.open] if self.open is not None else None, *e["n"])

    def on_start(self, e, p, *n):
        pass

    def on_draw(self, e, p, limit_ms, retry, *n):
        self.form.append(Position(e["digest"], self.limit(limit_ms), retry == 1))

    def on_open(self, e, p, *n):
        self.leave()
        self.open, self.paused = e["item"], False
        p = self.form[self.open]
        p.state, p.phase, p.opened_ms = "open", "read", e["at_ms"]

    def on_phase(self, e, p, phase, *n):
        if e["item"] != self.open:
            self.leave()
            self.open = e["item"]
            p = self.form[self.open]
        p.phase = PHASES[phase]
        if p.phase in ("follow-up", "predict"):
            p.state = "answered"

    def on_pause(self, e, p, *n):
        self.paused = True
        p.pauses += 1

    def on_resume(self, e, p, *n):
        self.paused = False

    def on_extend(self, e, p, ms, *n):
        p.extended_ms += ms
        p.limit_ms += ms

    def on_fact(self, e, p, index, *n):
        p.facts.append(index)

    def on_hint(self, e, p, *n):
        p.hints += 1

    def on_flag(self, e, p, on, *n):
        p.flagged = on == 1

    def on_tick(self, e, p, point, tick, *n):
        p.marks[self.rater].ticks[point] = tick

    def on_mistake(self, e, p, index, made, *n):
        (p.marks[self.rater].mistakes.add if made else p.marks[self.rater].mistakes.discard)(index)

    def on_predict(self, e, p, grade, *n):
        p.prediction = grade if grade >= 0 else None
        p.phase = "grade" if self.led else "between" if self.live else "reveal"

    def on_grade(self, e, p, grade, proposed, *n):
        p.marks[self.rater].settle(e, grade, proposed)
        p.state, p.phase = "rated", "note"

    def on_pass(self, e, p, *n):
        p.marks[self.rater] = Marks()
        p.marks[self.rater].no_answer = p.no_answer = True
        p.marks[self.rater].settle(e, 0, 0)
        p.state, p.phase = "rated", "note" if self.led else "between" if self.live else "reveal"

    def on_swap(self, e, p, limit_ms, retry, *n):
        new = Position(e["digest"], self.limit(limit_ms), retry == 1)
        new.state, new.phase, new.opened_ms, new.known = "open", "read", p.opened_ms, True
        new.pause_ms, new.pauses, new.swapped_ms = p.pause_ms, p.pauses, p.swapped_ms + p.used_ms()
        self.form[self.open] = new

    def on_note(self, e, p, *n):
        pass

    def on_undo(self, e, p, seq, *n):
        before, self.paused, gap_ms, at_ms = copy.deepcopy(self.before[seq])
        before.pause_ms += e["at_ms"] - at_ms + self.gap_ms - gap_ms
        self.form[self.open] = before

    def on_gap(self, e, p, ms, counts, *n):
        if p is not None and counts and not self.paused:
            self.gap_ms += self.spend(ms)

    def on_end(self, e, p, *n):
        self.leave()
        for position in self.form:
            if position.state == "pending":
                position.state = "not-asked"
        self.open, self.ended = None, True

    def on_amend(self, e, p, grade, proposed, ticks, mistakes):
        p = self.form[e["item"]]
        if p.marks[e["actor"]].settled:
            p.replaced.append((e["actor"], p.marks[e["actor"]]))
        marks = p.marks[e["actor"]] = Marks()
        item = self.items[p.snapshot]
        marks.ticks = {k: ticks >> 2 * k & 3 for k in range(len(item.points))}
        marks.mistakes = {m for m in range(len(item.mistakes)) if mistakes >> m & 1}
        marks.no_answer = mistakes >> 32 & 1 == 1
        marks.settle(e, grade, proposed)
        p.state = "rated"

    # ---- as the export says it ----

    def rating(self, session, rater, item, marks, replaces):
        return {"rater": session[rater], "role": rater,
                "ticks": {k: TICKS[marks.ticks.get(i, 0)] for i, k in enumerate(item.points)},
                "mistakes": [m for i, m in enumerate(item.mistakes) if i in marks.mistakes],
                "no_answer": marks.no_answer, "proposed": marks.settled["proposed"], "grade": marks.settled["grade"],
                "rated_at": marks.settled["rated_at"], "seq": marks.settled["seq"], "replaces": replaces}

    def ratings(self, session, p):
        out = []
        for rater in ("candidate", "interviewer"):
            given = [m for who, m in p.replaced if who == rater]
            given += [p.marks[rater]] if p.marks[rater].settled else []
            before = None
            for marks in given:
                out.append(self.rating(session, rater, self.items[p.snapshot], marks, before))
                before = marks.settled["seq"]
        return out

    def notes(self, session, position):
        undone = {e["n"][0] for e in session["events"] if e["kind"] == "undo"}
        return [{"kind": "answer" if e["n"][0] else "note", "by": e["actor"], "private": e["n"][1] == 1,
                 "text": e["text"]["body"], "written_at": e["written_at"], "seq": e["seq"]}
                for e in session["events"]
                if e["kind"] == "note" and e["item"] == position and e["seq"] not in undone]

    def exported(self, session):
        out = []
        for i, p in enumerate(self.form):
            item = self.items[p.snapshot]
            out.append({
                "position": i, "id": item.id, "revision": item.revision, "snapshot": p.snapshot, "state": p.state,
                "phase": p.phase, "limit_ms": p.limit_ms, "read_ms": p.read_ms, "think_ms": p.think_ms,
                "answer_ms": p.answer_ms, "follow_up_ms": p.follow_up_ms, "review_ms": p.review_ms,
                "pause_ms": p.pause_ms, "extended_ms": p.extended_ms, "swapped_ms": p.swapped_ms,
                "over_ms": max(0, p.used_ms() - p.limit_ms), "opened_ms": p.opened_ms, "facts": len(p.facts),
                "facts_given": [item.facts[f] for f in sorted(p.facts)], "hints": p.hints, "pauses": p.pauses,
                "known": p.known, "retry": p.retry, "flagged": p.flagged, "no_answer": p.no_answer,
                "prediction": p.prediction, "ratings": self.ratings(session, p), "notes": self.notes(session, i)})
        return out


def state(sitting):
    if sitting.ended:
        return "ended"
    return "paused" if sitting.paused else "drawn" if sitting.open is None else "running"


# ---- further raters ----

def scoring_chain(session, scoring):
    link = hashlib.sha256(b"viva scoring 1\n" + b"".join(number(n) for n in (
        int(scoring["id"]), int(session["id"]), int(scoring["rater_id"]),
        ["typed", "yes", "no"].index(scoring["present"]), microseconds(scoring["created_at"]))) +
        first_link(session)).digest()
    links = [link.hex()]
    for e in scoring["events"]:
        row = b"".join(number(n) for n in (int(scoring["id"]), e["seq"], KINDS.index(e["kind"]), e["item"], 0,
                                           microseconds(e["written_at"]), 0, *e["n"], e["digest"] is not None))
        link = hashlib.sha256(link + row + (bytes.fromhex(e["digest"]) if e["digest"] else b"")).digest()
        links.append(link.hex())
    return links


class Scoring:
    """One rater's marks: position to what stands there, from the events alone."""
    def __init__(self, events):
        self.at, self.before, self.notes, self.done = {}, [], {}, False
        for e in events:
            self.take(e)

    def take(self, e):
        kind, item, n = e["kind"], e["item"], e["n"]
        if kind == "open":
            self.at[item] = {"snapshot": e["digest"], "ticks": [0] * n[0], "mistakes": set(), "given": None}
            self.before = []
        elif kind == "undo":
            undone = self.before.pop()
            assert undone["seq"] == n[0]
            self.at[item] = undone["mark"]
            self.notes.pop(n[0], None)
        elif kind == "end":
            self.done = True
        else:
            self.before.append({"seq": e["seq"], "mark": copy.deepcopy(self.at[item])})
            self.mark(e, self.at[item])

    def mark(self, e, mark):
        kind, n = e["kind"], e["n"]
        if kind == "note":
            self.notes[e["seq"]] = {"position": e["item"], "private": n[0] == 1, "text": e["text"]["body"],
                                    "written_at": e["written_at"], "seq": e["seq"]}
            return
        if kind == "tick":
            mark["ticks"][n[0]], mark["given"] = n[1], None
            return
        if kind == "mistake":
            (mark["mistakes"].add if n[1] else mark["mistakes"].discard)(n[0])
            mark["given"] = None
            return
        if kind == "amend":
            mark["ticks"] = [n[2] >> 2 * i & 3 for i in range(len(mark["ticks"]))]
            mark["mistakes"] = {i for i in range(32) if n[3] >> i & 1}
        passed = kind == "pass" or (kind == "amend" and bool(n[3] >> 32 & 1))
        mark["given"] = {"no_answer": passed, "proposed": 0 if kind == "pass" else n[1],
                         "grade": 0 if kind == "pass" else n[0], "rated_at": e["written_at"], "seq": e["seq"]}

    def ratings(self, form, snapshots):
        out = []
        for position in sorted(self.at):
            mark = self.at[position]
            if mark["given"] is None or mark["snapshot"] != form[position]:
                continue
            item = ET.fromstring(snapshots[mark["snapshot"]]).find(NS + "item")
            points = [k.get("id") for k in item.iter(NS + "key-point")]
            mistakes = [k.get("id") for k in item.iter(NS + "mistake")]
            out.append({"position": position, "item": item.get("id"),
                        "ticks": {p: TICKS[t] for p, t in zip(points, mark["ticks"], strict=True)},
                        "mistakes": [m for i, m in enumerate(mistakes) if i in mark["mistakes"]], **mark["given"]})
        return out


def scoring_differences(session, scoring, names, snapshots):
    where = f"session {session['number']}, marks of {scoring['rater']}: "
    links = scoring_chain(session, scoring)
    if [e["chain"] for e in scoring["events"]] != links[1:] or scoring["chain"] != links[-1]:
        yield where + "chain"
    marks = Scoring(scoring["events"])
    if marks.ratings([i["snapshot"] for i in session["items"]], snapshots) != scoring["ratings"]:
        yield where + "ratings"
    if list(marks.notes.values()) != scoring["notes"]:
        yield where + "notes"
    if scoring["state"] != ("done" if marks.done else "open") or names[scoring["rater_id"]] != scoring["rater"]:
        yield where + "head"
    for e in scoring["events"]:
        text_of = e.get("text")
        if text_of and text_of["erased_at"] is None and hashlib.sha256(
                bytes.fromhex(text_of["salt"]) + text_of["body"].encode()).hexdigest() != e["digest"]:
            yield f"{where}text of event {e['seq']}"


def differences(document):
    """What of an export does not follow from its events, as lines."""
    snapshots = {s["sha256"]: s["body"] for s in document["snapshots"]}
    entries = {p["id"]: p for p in document["people"]}
    names = {i: entries[p["same_as"] or i]["name"] for i, p in entries.items()}
    found = [f"snapshot {sha}" for sha, body in snapshots.items() if hashlib.sha256(body.encode()).hexdigest() != sha]
    for session in document["sessions"]:
        where = f"session {session['number']}"
        links = chain(session)
        if [e["chain"] for e in session["events"]] != links or session["chain"] != links[-1]:
            found.append(where + ": chain")
        for e in session["events"]:
            text_of = e.get("text")
            if text_of and text_of["erased_at"] is None and hashlib.sha256(
                    bytes.fromhex(text_of["salt"]) + text_of["body"].encode()).hexdigest() != e["digest"]:
                found.append(f"{where}: text of event {e['seq']}")
        sitting = Sitting(session, snapshots)
        if state(sitting) != session["state"]:
            found.append(f"{where}: state {session['state']}, not {state(sitting)}")
        if names[session["candidate_id"]] != session["candidate"]:
            found.append(where + ": candidate")
        if sitting.notes(session, -1) != session["notes"]:
            found.append(where + ": notes of the whole session")
        for got, want in zip(session["items"], sitting.exported(session)):
            found += [f"{where}, item {want['position'] + 1}: {k} is {got.get(k)!r}, not {want[k]!r}"
                      for k in want if got.get(k) != want[k]]
        for scoring in session["scorings"]:
            found += scoring_differences(session, scoring, names, snapshots)
        if len(session["items"]) != len(sitting.form):
            found.append(where + ": number of items")
    return found
