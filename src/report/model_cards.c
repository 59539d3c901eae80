#include "report/model_detail.h"
#include "viva/arena.h"
#include "viva/buf.h"

/* A card for each question that was asked: what exactly was asked, said and missed. */

#define DOT " \xc2\xb7 "

static bool
for_coach(const struct model_maker *k)
{
	return k->options->edition == EDITION_COACH;
}

/* The words of blocks in one paragraph; a log or table in it is named, not shown. */
static const char *
say_blocks(struct model_maker *k, const struct blocks *blocks)
{
	const char *out = "";

	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *b = &blocks->v[i];

		if (b->type == BLOCK_CODE)
			out = say(k, "%s%s[%s]", out, out[0] != '\0' ? " " : "",
			    b->caption != NULL            ? b->caption :
			        b->role == CODE_ROLE_LOG  ? "log" :
			        b->role == CODE_ROLE_DATA ? "data" :
			    "code");
		for (size_t j = 0; b->type != BLOCK_CODE && j < b->prose_count; j++)
			out = say(k, "%s%s%s%s", out, out[0] != '\0' ? " " : "",
			    b->type == BLOCK_LIST ? "\xe2\x80\x93 " : "", say_prose(k, &b->prose[j]));
	}
	return out;
}

static const char *
join(struct model_maker *k, const char *so_far, const char *more)
{
	return say(k, "%s%s%s", so_far, so_far[0] != '\0' ? DOT : "", more);
}

static void
figures(struct model_maker *k, struct card *c, const struct item_record *it)
{
	const struct session_row *row = c->row;
	const char *out = row->time_caption;

	if (row->over_ms > 0)
		out = join(k, out, row->over_caption);
	if (row->prediction >= 0)
		out = join(k, out, say(k, "predicted %d", row->prediction));
	if (row->own != NULL)
		out = join(k, out, say(k, "own grade %d", row->own->grade));
	if (it->facts > 0)
		out = join(k, out, say_count(k, it->facts, "fact asked for", "facts asked for"));
	if (it->follow_up_ms > 0)
		out = join(k, out, say(k, "follow-up %s", say_clock(k, it->follow_up_ms, false)));
	if (row->remarks[0] != '\0')
		out = join(k, out, row->remarks);
	c->figures = out;
}

/*
 * Key points of an answer that nobody marked stay unseen by the candidate: they may mark it yet,
 * or meet it again.
 */
static bool
may_see_points(const struct model_maker *k, const struct session_row *row)
{
	return row->rating != NULL || for_coach(k);
}

static void
points(struct model_maker *k, struct card *c)
{
	const struct session_row *row = c->row;
	struct card_point *v;

	c->withheld = "";
	if (!may_see_points(k, row)) {
		c->withheld = "The key points show once this answer is marked.";
		return;
	}
	v = arena_alloc(k->arena, row->point_count, sizeof *v);
	if (v == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; i < row->point_count; i++)
		v[i] = (struct card_point){ say_prose(k, &row->item->key_points[i].text), row->essential[i],
			row->rating != NULL ? row->rating->ticks[i] : -1,
			row->own != NULL ? row->own->ticks[i] : -1 };
	c->points = v;
	c->point_count = row->point_count;
}

static void
mistakes(struct model_maker *k, struct card *c)
{
	const struct session_row *row = c->row;

	c->mistakes = arena_alloc(k->arena, row->item->mistake_count, sizeof *c->mistakes);
	if (c->mistakes == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; row->rating != NULL && i < row->item->mistake_count && i < MISTAKES_MAX; i++)
		if (row->rating->mistakes >> i & 1)
			c->mistakes[c->mistake_count++] = say(k, "\xe2\x80\x9c%s\xe2\x80\x9d %s",
			    say_prose(k, &row->item->mistakes[i].claim),
			    say_prose(k, &row->item->mistakes[i].correction));
}

static void
notes(struct model_maker *k, struct card *c)
{
	const struct record *r = k->record;

	c->notes = arena_alloc(k->arena, r->note_count, sizeof *c->notes);
	if (c->notes == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; i < r->note_count; i++) {
		const struct note *n = &r->notes[i];

		if (n->position + 1 == c->row->number && report_shows_note(n, k->options))
			c->notes[c->note_count++] =
			    (struct card_note){ say(k, "Note by %s%s", model_note_author(k, n),
				                    n->private_note ? ", private" : ""),
				    say(k, "%s", n->text) };
	}
}

static const char *
strong(struct model_maker *k, const struct session_row *row)
{
	const struct prose *anchor;

	if (!may_see_points(k, row) || (row->rating != NULL && row->rating->grade == GRADE_MAX))
		return "";
	anchor = bank_anchor(row->bank, row->item, GRADE_MAX);
	return anchor != NULL ? say_prose(k, anchor) : "";
}

static void
fill_card(struct model_maker *k, struct card *c, size_t i)
{
	const struct session_row *row = &k->m->rows[i];

	*c = (struct card){ .row = row, .stem = say_blocks(k, &row->item->stem) };
	c->meta = say(k, "%s" DOT "%s" DOT "%s", difficulty_name(row->item->difficulty),
	    kind_name(row->item->kind), row->topic);
	c->grade = row->rating == NULL ? "no grade" : row->passed ? "0 passed" :
	    say(k, "%d %s", row->rating->grade, grade_word(row, row->rating->grade));
	c->marked_by = row->rating == NULL ? "" : row->rating == &k->record->items[i].interviewer ?
	    say(k, "marked by %s", model_interviewer(k)) : "own marks";
	figures(k, c, &k->record->items[i]);
	points(k, c);
	mistakes(k, c);
	notes(k, c);
	c->strong = strong(k, row);
	c->command = say(k, "viva bank show %s", row->item->id);
}

void
model_cards(struct model_maker *k)
{
	struct session_detail *d = k->m->detail;

	d->cards = arena_alloc(k->arena, k->m->row_count, sizeof *d->cards);
	if (d->cards == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; i < k->m->row_count; i++)
		if (k->m->rows[i].asked)
			fill_card(k, &d->cards[d->card_count++], i);
}
