#include "store/chain.h"

#include <sha2.h>
#include <string.h>

#include "store/bytes.h"
#include "store/rows.h"
#include "viva/record.h"
#include "viva/scoring.h"

static void
add_number(SHA2_CTX *c, int64_t value)
{
	uint8_t bytes[8];

	put_be64(bytes, value);
	SHA256Update(c, bytes, sizeof bytes);
}

static void
add_text(SHA2_CTX *c, const char *text)
{
	size_t len = text != NULL ? strlen(text) : 0;

	add_number(c, (int64_t)len);
	SHA256Update(c, (const uint8_t *)(text != NULL ? text : ""), len);
}

/* What is hashed for one purpose can never be taken for another. */
static void
begin(SHA2_CTX *c, const char *purpose)
{
	SHA256Init(c);
	SHA256Update(c, (const uint8_t *)purpose, strlen(purpose));
}

void
chain_begin(uint8_t chain[DIGEST_BYTES], const struct session_head *h, int64_t candidate,
    int64_t interviewer)
{
	SHA2_CTX c;

	begin(&c, "viva session 1\n");
	add_number(&c, h->id);
	add_number(&c, h->mode);
	add_number(&c, h->review);
	add_number(&c, h->flags);
	add_number(&c, h->extra_time_permille);
	add_number(&c, candidate);
	add_number(&c, interviewer);
	add_number(&c, (int64_t)h->seed);
	add_number(&c, h->created_us);
	add_number(&c, h->utc_offset_min);
	SHA256Update(&c, h->bank_sha256, sizeof h->bank_sha256);
	add_text(&c, h->bank_id);
	add_text(&c, h->bank_version);
	add_text(&c, h->bank_title);
	add_text(&c, h->blueprint);
	add_text(&c, h->blueprint_title);
	SHA256Final(chain, &c);
}

void
chain_add(uint8_t chain[DIGEST_BYTES], int64_t session, const struct event *ev, int64_t wall_us)
{
	SHA2_CTX c;

	SHA256Init(&c);
	SHA256Update(&c, chain, DIGEST_BYTES);
	add_number(&c, session);
	add_number(&c, ev->seq);
	add_number(&c, ev->kind);
	add_number(&c, ev->item);
	add_number(&c, ev->at_ms);
	add_number(&c, wall_us);
	add_number(&c, ev->actor);
	for (int i = 0; i < EVENT_NUMBERS; i++)
		add_number(&c, ev->n[i]);
	add_number(&c, ev->has_digest);
	if (ev->has_digest)
		SHA256Update(&c, ev->digest, sizeof ev->digest);
	SHA256Final(chain, &c);
}

void
chain_begin_scoring(uint8_t chain[DIGEST_BYTES], const struct scoring_head *h, int64_t rater,
    const uint8_t of_session[DIGEST_BYTES])
{
	SHA2_CTX c;

	begin(&c, "viva scoring 1\n");
	add_number(&c, h->id);
	add_number(&c, h->session);
	add_number(&c, rater);
	add_number(&c, h->present);
	add_number(&c, h->created_us);
	SHA256Update(&c, of_session, DIGEST_BYTES);
	SHA256Final(chain, &c);
}

void
seal_person(uint8_t seal[DIGEST_BYTES], int64_t id, const struct person_row *p)
{
	bool bare = p->goal == PERSON_NO_GOAL && p->extra_time_permille == PERSON_NO_EXTRA_TIME &&
	    p->same_as == 0;
	SHA2_CTX c;

	begin(&c, bare ? "viva person 1\n" : "viva person 2\n");
	add_number(&c, id);
	add_number(&c, p->created_us);
	if (!bare) {
		add_number(&c, p->goal);
		add_number(&c, p->extra_time_permille);
		add_number(&c, p->same_as);
	}
	add_text(&c, p->name);
	SHA256Final(seal, &c);
}

void
seal_session(uint8_t seal[DIGEST_BYTES], int64_t number, int64_t id)
{
	SHA2_CTX c;

	begin(&c, "viva number 1\n");
	add_number(&c, number);
	add_number(&c, id);
	SHA256Final(seal, &c);
}

void
digest_text(uint8_t out[DIGEST_BYTES], const uint8_t salt[STORE_SALT_BYTES], const char *data, size_t len)
{
	SHA2_CTX c;

	SHA256Init(&c);
	SHA256Update(&c, salt, STORE_SALT_BYTES);
	SHA256Update(&c, (const uint8_t *)data, len);
	SHA256Final(out, &c);
}
