#include "viva/decode.h"

#include <stdlib.h>
#include <string.h>

#include "ui/sequence.h"
#include "viva/buf.h"
#include "viva/text.h"

#define ESC 0x1B
#define DEL 0x7F
#define PASTE_BEGINS "\033[200~"
#define PASTE_ENDS "\033[201~"
#define MARK_BYTES (sizeof(PASTE_ENDS) - 1)
#define REPLACEMENT 0xFFFDu
#define UTF8_MAX_BYTES 4

enum state { GROUND, ESCAPE, CSI, CSI_LINUX, SS3 };

/* An event; its text is a part of `text`, whose place moves as it grows. */
struct queued {
	struct key_press press;
	size_t at;
};

struct decoder {
	struct queued *queue;
	size_t queue_len, queue_capacity, queue_next;
	struct buf text;                /* of the queued pastes */
	bool failed;

	enum state state;
	struct sequence seq;            /* CSI and SS3: what came behind the introducer */
	char partial[UTF8_MAX_BYTES];   /* a character whose end has not come */
	size_t partial_len;
	bool partial_alt;               /* Escape stood before it */

	struct buf paste;               /* read, not yet queued */
	bool in_paste;                  /* between the marks */
	size_t mark_len;                /* of PASTE_ENDS that has come */
	bool after_cr;                  /* a newline now belongs to it */
	bool joins;                     /* the next piece goes on with one already queued */

	bool raw;                       /* this read is from a clipboard without marks */
	int64_t raw_until_ms;
	int64_t last_ms;                /* of the last byte */
};

struct decoder *
decoder_new(void)
{
	struct decoder *d = calloc(1, sizeof(*d));

	if (d != NULL)
		d->raw_until_ms = INT64_MIN;
	return d;
}

void
decoder_free(struct decoder *d)
{
	if (d == NULL)
		return;
	buf_finish(&d->text);
	buf_finish(&d->paste);
	free(d->queue);
	free(d);
}

/* ---- events ---- */

static void
queue(struct decoder *d, struct key_press press, size_t at)
{
	if (d->queue_len == d->queue_capacity) {
		size_t capacity = d->queue_capacity > 0 ? 2 * d->queue_capacity : 64;
		struct queued *grown = realloc(d->queue, capacity * sizeof(*grown));

		if (grown == NULL) {
			d->failed = true;
			return;
		}
		d->queue = grown;
		d->queue_capacity = capacity;
	}
	d->queue[d->queue_len++] = (struct queued){ .press = press, .at = at };
}

/* What was pasted so far becomes an event. */
static void
flush_paste(struct decoder *d)
{
	if (d->paste.len == 0)
		return;
	queue(d, (struct key_press){ .key = PRESS_PASTE, .len = d->paste.len, .joined = d->joins },
	    d->text.len);
	buf_add(&d->text, d->paste.data, d->paste.len);
	buf_clear(&d->paste);
	d->joins = true;
}

static bool
passes_raw(enum press key)
{
	switch (key) {
	case PRESS_UP:
	case PRESS_DOWN:
	case PRESS_LEFT:
	case PRESS_RIGHT:
	case PRESS_HOME:
	case PRESS_END:
	case PRESS_PAGE_UP:
	case PRESS_PAGE_DOWN:
	case PRESS_BACKSPACE:
		return true;
	default:
		return false;
	}
}

static void
press(struct decoder *d, struct key_press k)
{
	if (d->raw && !(passes_raw(k.key) && k.mods == 0))
		return;
	flush_paste(d);
	d->joins = false;
	queue(d, k, 0);
}

static void
press_key(struct decoder *d, enum press key, unsigned mods)
{
	press(d, (struct key_press){ .key = key, .mods = mods });
}

/* A character of a paste; CR and CR LF become newlines. */
static void
paste_char(struct decoder *d, uint32_t cp)
{
	bool after_cr = d->after_cr;

	d->after_cr = cp == '\r';
	if (cp == '\n' && after_cr)
		return;
	if (cp == '\r')
		cp = '\n';
	if ((cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= DEL && cp <= 0x9F))
		return;
	text_put(&d->paste, cp);
	if (d->in_paste && d->paste.len > DECODE_PASTE_BYTES - UTF8_MAX_BYTES)
		flush_paste(d);
}

static void
take_control(struct decoder *d, unsigned char b, unsigned mods)
{
	/* What control bytes stand for, with Ctrl held down. */
	static const char names[] = "@abcdefghijklmnopqrstuvwxyz[\\]^_";

	if (b == '\r' || b == '\n')
		press_key(d, PRESS_ENTER, mods);
	else if (b == '\t')
		press_key(d, PRESS_TAB, mods);
	else if (b == DEL || b == '\b')
		press_key(d, PRESS_BACKSPACE, mods);
	else
		press(d, (struct key_press){ .key = PRESS_CHAR, .mods = mods | PRESS_CTRL,
		    .cp = (unsigned char)names[b] });
}

/* A whole character outside marks. */
static void
take_char(struct decoder *d, uint32_t cp, bool alt)
{
	unsigned mods = alt ? PRESS_ALT : 0;

	if (d->raw && cp != DEL)
		paste_char(d, cp);
	else if (cp < 0x20 || cp == DEL)
		take_control(d, (unsigned char)cp, mods);
	else if (cp > 0x9F || cp < DEL)
		press(d, (struct key_press){ .key = PRESS_CHAR, .mods = mods, .cp = cp });
}

/* ---- UTF-8 that may come in parts ---- */

/* Whether the partial character may become whole by bytes to come. */
static bool
may_complete(const struct decoder *d)
{
	/*
	 * Completed by bytes that would do, it must be a character; only two leads refuse 0x80 behind them.
	 */
	char whole[UTF8_MAX_BYTES];
	unsigned char lead = (unsigned char)d->partial[0];
	size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	const char *s = whole;

	if (lead < 0xC2 || lead > 0xF4 || d->partial_len >= need)
		return false;
	memset(whole, 0x80, sizeof(whole));
	if (lead == 0xE0 || lead == 0xF0)
		whole[1] = (char)0xBF;
	memcpy(whole, d->partial, d->partial_len);
	return text_next(&s, whole + need) != TEXT_BAD;
}

static void
take_code_point(struct decoder *d, uint32_t cp)
{
	if (d->in_paste)
		paste_char(d, cp);
	else
		take_char(d, cp, d->partial_alt);
	d->partial_alt = false;
}

/* Gives up the first byte of the partial character, and all that cannot be completed behind it. */
static void
settle_partial(struct decoder *d)
{
	while (d->partial_len > 0 && !may_complete(d)) {
		const char *s = d->partial;
		uint32_t cp = text_next(&s, d->partial + d->partial_len);

		take_code_point(d, cp == TEXT_BAD ? REPLACEMENT : cp);
		d->partial_len -= (size_t)(s - d->partial);
		memmove(d->partial, s, d->partial_len);
	}
}

static void
break_partial(struct decoder *d)
{
	for (; d->partial_len > 0; d->partial_len--)
		take_code_point(d, REPLACEMENT);
}

static void
take_text_byte(struct decoder *d, unsigned char b)
{
	if (b < 0x80) {
		break_partial(d);
		take_code_point(d, b);
		return;
	}
	d->partial[d->partial_len++] = (char)b;
	settle_partial(d);
}

/* ---- pastes with marks ---- */

static void
end_paste(struct decoder *d)
{
	break_partial(d);
	flush_paste(d);
	d->in_paste = false;
	d->joins = false;
	d->after_cr = false;
	d->mark_len = 0;
}

static void
begin_paste(struct decoder *d)
{
	flush_paste(d);
	d->in_paste = true;
	d->joins = false;
	d->after_cr = false;
}

static void
take_pasted_byte(struct decoder *d, unsigned char b)
{
	size_t came = d->mark_len;

	if (b == (unsigned char)PASTE_ENDS[came]) {
		if (++d->mark_len == MARK_BYTES)
			end_paste(d);
		return;
	}
	/* No mark after all: its bytes were text, but for the Escape. */
	d->mark_len = b == ESC;
	if (came > 0)
		take_text_byte(d, ESC);
	for (size_t i = 1; i < came; i++)
		take_text_byte(d, (unsigned char)PASTE_ENDS[i]);
	if (b != ESC)
		take_text_byte(d, b);
}

/* ---- keys ---- */

static void
begin_sequence(struct decoder *d, enum state state)
{
	d->state = state;
	memset(&d->seq, 0, sizeof(d->seq));
}

static void
take_after_escape(struct decoder *d, unsigned char b)
{
	d->state = GROUND;
	if (b == '[') {
		begin_sequence(d, CSI);
	} else if (b == 'O') {
		begin_sequence(d, SS3);
	} else if (b == ESC) {
		press_key(d, PRESS_ESCAPE, 0);
		d->state = ESCAPE;
	} else {
		d->partial_alt = true;
		take_text_byte(d, b);
	}
}

static void
end_sequence(struct decoder *d, unsigned char final)
{
	struct key_press k;
	bool csi = d->state == CSI;

	d->state = GROUND;
	if (csi && final == '~' && sequence_is(&d->seq, "200"))
		begin_paste(d);
	else if (csi ? sequence_csi(&d->seq, final, &k) : sequence_ss3(&d->seq, final, &k))
		press(d, k);
}

static void
take_byte(struct decoder *d, unsigned char b)
{
	if (d->in_paste) {
		take_pasted_byte(d, b);
		return;
	}
	switch (d->state) {
	case GROUND:
		if (b != ESC) {
			take_text_byte(d, b);
			return;
		}
		break_partial(d);
		d->state = ESCAPE;
		return;
	case ESCAPE:
		take_after_escape(d, b);
		return;
	case CSI_LINUX:
		d->state = GROUND;
		return;
	case CSI:
	case SS3:
		break;
	}
	if (d->state == CSI && b == '[' && d->seq.len == 0) {
		d->state = CSI_LINUX;           /* a function key of the Linux console: one letter follows */
	} else if (b >= 0x20 && b <= 0x3F) {
		sequence_add(&d->seq, (char)b);
	} else if (b >= 0x40 && b <= 0x7E) {
		end_sequence(d, b);
	} else {
		d->state = GROUND;              /* broken off */
		take_byte(d, b);
	}
}

/* ---- reads and time ---- */

/* Bytes of a read that stand outside the marks of pastes. */
static size_t
bytes_outside(const struct decoder *d, const char *bytes, size_t len)
{
	const char *s = bytes, *end = bytes + len;
	bool inside = d->in_paste;
	size_t count = 0;

	while (s < end) {
		const char *mark = memmem(
		    s, (size_t)(end - s), inside ? PASTE_ENDS : PASTE_BEGINS, MARK_BYTES);
		const char *stop = mark != NULL ? mark : end;

		if (!inside)
			count += (size_t)(stop - s);
		s = mark != NULL ? mark + MARK_BYTES : end;
		inside = !inside;
	}
	return count;
}

static void
start_over(struct decoder *d)
{
	d->queue_len = d->queue_next = 0;
	buf_clear(&d->text);
}

static int
outcome(const struct decoder *d)
{
	return d->failed || buf_failed(&d->text) || buf_failed(&d->paste) ? -1 : 0;
}

int
decoder_feed(struct decoder *d, const char *bytes, size_t len, int64_t now_ms)
{
	size_t outside = bytes_outside(d, bytes, len);

	start_over(d);
	if (len == 0)
		return outcome(d);
	d->raw = outside > DECODE_RAW_BYTES || (outside > 0 && now_ms <= d->raw_until_ms);
	if (d->raw)
		d->raw_until_ms = now_ms + DECODE_RAW_MS;
	else if (!d->in_paste)
		d->joins = d->after_cr = false;
	for (size_t i = 0; i < len; i++)
		take_byte(d, (unsigned char)bytes[i]);
	if (!d->in_paste)
		flush_paste(d);
	d->raw = false;
	d->last_ms = now_ms;
	return outcome(d);
}

int64_t
decoder_deadline(const struct decoder *d)
{
	if (d->in_paste)
		return d->last_ms + DECODE_PASTE_MS;
	return d->state != GROUND ? d->last_ms + DECODE_ESCAPE_MS : INT64_MAX;
}

int
decoder_tick(struct decoder *d, int64_t now_ms)
{
	enum state state = d->state;

	start_over(d);
	if (now_ms < decoder_deadline(d))
		return outcome(d);
	d->state = GROUND;
	if (d->in_paste)
		end_paste(d);
	else if (state == ESCAPE)
		press_key(d, PRESS_ESCAPE, 0);
	else if (state == CSI && d->seq.len == 0)
		press(d, (struct key_press){ .key = PRESS_CHAR, .mods = PRESS_ALT, .cp = '[' });
	else if (state == SS3 && d->seq.len == 0)
		press(d, (struct key_press){ .key = PRESS_CHAR, .mods = PRESS_ALT, .cp = 'O' });
	return outcome(d);
}

bool
decoder_next(struct decoder *d, struct key_press *out)
{
	const struct queued *q;

	if (d->queue_next == d->queue_len || outcome(d) != 0)
		return false;
	q = &d->queue[d->queue_next++];
	*out = q->press;
	if (out->key == PRESS_PASTE)
		out->text = d->text.data + q->at;
	return true;
}
