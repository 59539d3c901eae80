#ifndef VIVA_DIGEST_H
#define VIVA_DIGEST_H
#include <stddef.h>
#include <stdint.h>
/* SHA-256 (FIPS 180-4), by libmd. */
#define DIGEST_BYTES 32

void digest_sha256(uint8_t out[DIGEST_BYTES], const void *data, size_t len);

#endif
