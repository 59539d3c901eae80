#ifndef VIVA_STORE_CHAIN_H
#define VIVA_STORE_CHAIN_H
#include <stddef.h>
#include <stdint.h>

#include "viva/digest.h"
#include "viva/store.h"
struct event;
struct person_row;
struct scoring_head;
struct session_head;
/*
 * What vouches for stored values.  Numbers are 8 bytes, big-endian, two's complement; a text is
 * its length as a number and its bytes.  H is SHA-256.
 *
 *      chain[0] = H("viva session 1\n" id mode review flags extra_time_permille candidate
 *                   interviewer seed created_us utc_offset_min bank_sha256
 *                   text(bank_id) text(bank_version) text(bank_title)
 *                   text(blueprint) text(blueprint_title))
 *      chain[n] = H(chain[n-1] session seq kind item at_ms wall_us actor n1 n2 n3 n4
 *                   has_digest [digest])
 *
 * candidate and interviewer are person ids (0: none), so that a person can be renamed; the
 * number is left out, so that a session keeps its chain in another file.  has_digest is 0 or 1.
 * What no chain covers carries a seal against damage:
 *
 *      person.seal  = H("viva person 1\n" id created_us text(name))
 *                     where nothing but the name is known of them, as in files of version 1, else
 *                     H("viva person 2\n" id created_us goal extra_time_permille same_as text(name))
 *                     with a goal of -1 and a same_as of 0 for none
 *      session.seal = H("viva number 1\n" number id)
 *
 * A scoring begins with the session it is of, and goes on as a session does, with its own id:
 *
 *      chain[0] = H("viva scoring 1\n" id session rater present created_us chain[0] of the session)
 */
void chain_begin(uint8_t chain[DIGEST_BYTES], const struct session_head *h, int64_t candidate,
    int64_t interviewer);
/* Replaces `chain` by the link of `ev`. */
void chain_add(uint8_t chain[DIGEST_BYTES], int64_t session, const struct event *ev, int64_t wall_us);
/* `of_session` is the first link of its session; rater is a person id. */
void chain_begin_scoring(uint8_t chain[DIGEST_BYTES], const struct scoring_head *h, int64_t rater,
    const uint8_t of_session[DIGEST_BYTES]);
void seal_person(uint8_t seal[DIGEST_BYTES], int64_t id, const struct person_row *p);
void seal_session(uint8_t seal[DIGEST_BYTES], int64_t number, int64_t id);
/* What the event of a text carries: H(salt data); without the salt a short text could be guessed. */
void digest_text(uint8_t out[DIGEST_BYTES], const uint8_t salt[STORE_SALT_BYTES], const char *data,
    size_t len);

#endif
