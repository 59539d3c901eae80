"use strict";
// Shows the view that the interviewer's viva sends and counts its clock down in between.
// All text arrives as data and is set as text; nothing is ever read as markup.

const LOST_AFTER_MS = 12000;    // two and a half keep-alives
const MILESTONES = [[60000, "One minute left"], [30000, "30 seconds left"], [10000, "10 seconds left"]];
// What is to be done, as the heading of the page.
const PHASES = {
	read: "Listen, and read along", think: "Think", answer: "Answer aloud", "follow-up": "Answer the follow-up",
	predict: "How well did you answer?", closed: "Thank you",
};
const LEVELS = ["", "basic", "core", "stretch"];
const $ = (id) => document.getElementById(id);

let view = null;
let remainingMs = 0;            // at `toldAt`
let toldAt = 0;
let heardAt = performance.now();
let announced = null;           // milestones of this question that have been said
let shownQuestion = -1;
let tapped = null;              // {position, grade} that was taken
let tickTimer = 0;

function element(tag, text, ...children) {
	const e = document.createElement(tag);
	if (text) e.textContent = text;
	e.append(...children);
	return e;
}

function runs(list) {
	const tags = { code: "code", em: "em", strong: "strong" };
	return list.map((r) => tags[r.style] ? element(tags[r.style], r.text) : document.createTextNode(r.text));
}

function block(b) {
	if (b.type === "list")
		return element(b.numbered ? "ol" : "ul", "", ...b.entries.map((entry) => element("li", "", ...runs(entry))));
	if (b.type === "code") {
		const pre = element("pre", "", element("code", b.code));
		pre.tabIndex = 0;       // so that the keyboard can scroll it
		pre.setAttribute("role", "region");
		pre.setAttribute("aria-label", b.caption || { code: "Code", log: "Log", data: "Data" }[b.role]);
		return element("figure", "", ...(b.caption ? [element("figcaption", b.caption)] : []), pre);
	}
	return element("p", "", ...runs(b.runs));
}

// What has not changed stays as it is: scrolled, selected, read.
function blocks(parent, list) {
	const told = JSON.stringify(list);
	if (parent.dataset.told === told) return;
	parent.dataset.told = told;
	parent.replaceChildren(...list.map(block));
}

function clockText(ms) {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
}

function counting() {
	return view && (view.clock.state === "running" || view.clock.state === "over");
}

function remaining() {
	return counting() ? remainingMs - (performance.now() - toldAt) : remainingMs;
}

function say(text) {
	$("status").textContent = text;
}

function announce(left) {
	if (!counting() || view.clock.hidden) return;
	const half = view.clock.limit_ms / 2;
	const near = MILESTONES.filter(([at]) => at <= view.clock.limit_ms * 0.8 && Math.abs(at - half) >= 5000);
	for (const [at, text] of [[half, "Half of the time is left"], ...near, [0, "Time is over. You may finish."]]) {
		if (left > at || announced.has(text)) continue;
		announced.add(text);
		if (at - left < 1500) say(text);        // a page opened later says only what comes
	}
}

function paintClock() {
	const left = remaining(), c = view ? view.clock : null;
	const over = c && counting() && left < 0;
	clearTimeout(tickTimer);
	$("clock").classList.toggle("over", Boolean(over));
	$("bar").hidden = !c || c.state === "off" || c.hidden;
	if (!c || c.state === "off" || view.state === "ended") {
		$("clock-word").textContent = $("clock-time").textContent = "";
		return;
	}
	const paused = c.state === "paused" || view.state === "paused";
	$("clock-word").textContent = paused ? "Paused" : c.hidden ? "" : over ? "Over" : "Left";
	$("clock-time").textContent = c.hidden ? "" : over ? "+" + clockText(-left - 999) : clockText(left);
	$("bar-left").style.transform = "scaleX(" + Math.max(0, Math.min(1, left / c.limit_ms)) + ")";
	announce(left);
	if (counting())                 // at the next change of a second, as the interviewer's screen
		tickTimer = setTimeout(paintClock, ((left % 1000) + 1000) % 1000 + 5);
}

function paintFacts() {
	$("facts").hidden = view.facts.length === 0;
	$("facts").querySelector("dl").replaceChildren(...view.facts.flatMap((f) => {
		const dd = element("dd");
		blocks(dd, f.fact);
		return [element("dt", f.ask), dd];
	}));
}

function paintPredict() {
	const asked = view.phase === "predict" && view.state === "running";
	$("predict").hidden = !asked;
	if (!asked) return;
	const mine = tapped && tapped.position === view.position ? tapped.grade : -1;
	$("grades").replaceChildren(...view.grades.map((word, grade) => {
		const button = element("button", "", element("b", String(grade)), element("span", word || ""));
		button.type = "button";
		button.setAttribute("aria-pressed", String(grade === mine));
		button.addEventListener("click", () => predict(view.position, grade));
		return button;
	}));
}

async function predict(position, grade) {
	let text = "That did not get through. Say it aloud, or tap again.";
	try {
		const answer = await fetch("predict", {
			method: "POST", cache: "no-store", headers: { "Content-Type": "application/x-www-form-urlencoded" },
			body: "position=" + position + "&grade=" + grade,
		});
		if (answer.ok) {
			tapped = { position, grade };
			text = "Sent: " + grade + " " + (view.grades[grade] || "") + ".";
		}
	} catch (error) { /* said below */ }
	if (view.position === position) paintPredict();
	$("predict-state").textContent = text;
}

function paint() {
	const ended = view && view.state === "ended";
	if (!view || view.position < 0 || ended) {
		$("place").textContent = "";
		$("topic").textContent = "";
		$("title").textContent = ended ? "The interview is over" : "Waiting for the interviewer";
		blocks($("stem"), ended ? [{ type: "paragraph", runs: [{ style: "plain", text: "You can close this page." }] }] :
			[{ type: "paragraph", runs: [{ style: "plain", text: "This page will show each question and its clock. Keep it open." }] }]);
		for (const id of ["follow-up", "facts", "predict", "again"]) $(id).hidden = true;
		shownQuestion = -1;
	} else {
		$("place").textContent = "Question " + (view.position + 1) + " of " + view.count;
		$("title").textContent = view.state === "paused" ? "Paused" : PHASES[view.phase] || "Question " + (view.position + 1);
		$("topic").textContent = [view.topic, LEVELS[view.difficulty], view.kind].filter(Boolean).join(" · ");
		blocks($("stem"), view.stem || []);
		$("follow-up").hidden = !view.follow_up;
		blocks($("follow-up").querySelector("div"), view.follow_up || []);
		paintFacts();
		paintPredict();
		$("again").hidden = $("predict").hidden && $("follow-up").hidden;
	}
	document.title = view && view.position >= 0 && !ended ? "Question " + (view.position + 1) + " – interview" : "Interview";
	$("message").hidden = !(view && view.message);
	$("message").textContent = view ? view.message : "";
}

function arrived(next) {
	const stem = next && JSON.stringify(next.stem);
	const fresh = next && next.position >= 0 && next.state !== "ended" &&
		(next.position !== shownQuestion || (view && stem !== JSON.stringify(view.stem)));
	const before = view;
	view = next;
	if (fresh) {
		announced = new Set();
		tapped = null;          // also after the roles were swapped: that was someone else's
		shownQuestion = view.position;
		$("predict-state").textContent = "";
	}
	paint();
	$("title").setAttribute("aria-label", [$("place").textContent, $("title").textContent].filter(Boolean).join(": "));
	if (fresh) {
		scrollTo(0, 0);
		$("title").focus({ preventScroll: true });
	} else if (before && view && before.phase !== view.phase && PHASES[view.phase]) {
		scrollTo(0, 0);
		say(PHASES[view.phase]);
	} else if (before && view && view.facts.length > before.facts.length) {
		const fact = view.facts.findIndex((f) => !before.facts.some((b) => b.ask === f.ask));
		say("You asked: " + view.facts[fact].ask);
		$("facts").querySelectorAll("dt")[fact].scrollIntoView({ block: "center" });
	}
	if (before && view && before.state !== view.state && view.state === "paused") say("Paused");
	if (before && view && before.state === "paused" && view.state === "running") say("The clock runs again");
	paintClock();
}

function heard(ms) {
	remainingMs = ms;
	toldAt = heardAt = performance.now();
	$("lost").hidden = true;
}

function follow() {
	const source = new EventSource("events");
	source.addEventListener("view", (event) => {
		const told = JSON.parse(event.data);
		heard(told.remaining_ms);
		arrived(told.view);
	});
	source.addEventListener("clock", (event) => {
		heard(JSON.parse(event.data).remaining_ms);
		paintClock();
	});
	source.addEventListener("error", () => {
		$("lost").hidden = false;
		if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
	});
	setInterval(() => {             // a network that fell silent says no error
		if (performance.now() - heardAt > LOST_AFTER_MS) $("lost").hidden = false;
	}, 1000);
}

announced = new Set();
follow();
