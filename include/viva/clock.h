#ifndef VIVA_CLOCK_H
#define VIVA_CLOCK_H
#include <stdint.h>
/* The time as one reading; a value that pure modules are handed.  Only world.h reads clocks. */
struct clock_reading {
	int64_t boot_ms;        /* CLOCK_BOOTTIME: goes on during suspend, never back */
	int64_t mono_ms;        /* CLOCK_MONOTONIC: stands still during suspend */
	int64_t wall_us;        /* microseconds since 1970-01-01 UTC; may jump */
};

#endif
