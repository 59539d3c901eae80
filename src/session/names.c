#include "viva/record.h"

#define NAME_OF(table, value) \
	((size_t)(value) < sizeof(table) / sizeof((table)[0]) && (table)[value] != NULL ? \
	    (table)[value] : "unknown")

const char *
phase_name(enum phase p)
{
	static const char *const names[] = {
		[PHASE_NONE] = "none", [PHASE_READ] = "read", [PHASE_THINK] = "think",
		[PHASE_ANSWER] = "answer", [PHASE_FOLLOW_UP] = "follow-up", [PHASE_PREDICT] = "predict",
		[PHASE_BETWEEN] = "between", [PHASE_REVEAL] = "reveal", [PHASE_TICK] = "tick",
		[PHASE_GRADE] = "grade", [PHASE_NOTE] = "note", [PHASE_CLOSED] = "closed",
	};

	return NAME_OF(names, p);
}

const char *
event_kind_name(enum event_kind k)
{
	static const char *const names[] = {
		[EV_START] = "start", [EV_DRAW] = "draw", [EV_OPEN] = "open", [EV_PHASE] = "phase",
		[EV_PAUSE] = "pause", [EV_RESUME] = "resume", [EV_EXTEND] = "extend", [EV_FACT] = "fact",
		[EV_HINT] = "hint", [EV_FLAG] = "flag", [EV_TICK] = "tick", [EV_MISTAKE] = "mistake",
		[EV_PREDICT] = "predict", [EV_GRADE] = "grade", [EV_PASS] = "pass", [EV_SWAP] = "swap",
		[EV_NOTE] = "note", [EV_UNDO] = "undo", [EV_GAP] = "gap", [EV_END] = "end",
		[EV_AMEND] = "amend",
	};

	return NAME_OF(names, k);
}

const char *
session_state_name(enum session_state s)
{
	static const char *const names[] = {
		[SESSION_DRAWN] = "drawn", [SESSION_RUNNING] = "running", [SESSION_PAUSED] = "paused",
		[SESSION_ENDED] = "ended",
	};

	return NAME_OF(names, s);
}

const char *
item_state_name(enum item_state s)
{
	static const char *const names[] = {
		[ITEM_PENDING] = "pending", [ITEM_OPEN] = "open", [ITEM_ANSWERED] = "answered",
		[ITEM_RATED] = "rated", [ITEM_NOT_ASKED] = "not-asked",
	};

	return NAME_OF(names, s);
}
