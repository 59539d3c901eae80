#ifndef VIVA_WORLD_H
#define VIVA_WORLD_H
#include <stddef.h>
#include <stddef.h>
#include "viva/clock.h"
struct err;
/*
 * Time and chance from outside: the one place that reads a clock, waits, or takes
 * random bits.  A world is either the real one or a scripted one for tests
 * (`--clock=fd:N`), where time moves only when told to and "random" bits come from a
 * counter, so that a whole run is reproducible byte for byte.
 */
struct world;

/* The real clocks and the kernel's random bits.  NULL only when out of memory. */
struct world *world_real(void);
/*
 * A scripted world that reads lines from descriptor `fd` when asked to wait:
 * `+MS` advances all clocks, `suspend MS` advances boot and wall only, `wall MS` moves
 * the wall clock alone (may be negative), `?` is answered by one byte on descriptor fd + 1 once
 * all that was due has been done.  It starts at boot 0 and wall `start_wall_us`.
 */
struct world *world_scripted(int fd, int64_t start_wall_us);
void world_free(struct world *w);
struct clock_reading world_now(struct world *w);
/*
 * Waits until `in_fd` or `other_fd` is readable, the deadline passes or a signal in `signal_fd` is
 * pending (-1: none).  `deadline_boot_ms` is absolute, INT64_MAX for none.
 * Returns a mask of WORLD_INPUT, WORLD_OTHER, WORLD_SIGNAL (0: the deadline), or -1.
 * In a scripted world input comes first; only when there is none is the next line of
 * the script read, and end of script waits for input alone.
 */
enum { WORLD_INPUT = 1, WORLD_SIGNAL = 2, WORLD_OTHER = 4 };
int world_wait(
    struct world *w, int in_fd, int signal_fd, int other_fd, int64_t deadline_boot_ms, struct err *err);
/* Fills `out` with random bytes (scripted: a counter through SHA-256). */
int world_random(struct world *w, void *out, size_t len, struct err *err);
/*
 * A positive 63-bit id: 41 bits of milliseconds since 2024-01-01, 22 random bits.  Ids of one world never
 * repeat.
 */
int world_id(struct world *w, int64_t *id, struct err *err);
/* Offset of local time from UTC in minutes at `wall_us` (scripted: 0). */
int world_utc_offset_min(struct world *w, int64_t wall_us);

#endif
