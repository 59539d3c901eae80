#ifndef VIVA_STORE_BYTES_H
#define VIVA_STORE_BYTES_H
#include <stdint.h>
/* Numbers as bytes, most significant first: what is hashed or kept reads the same on every machine. */

static inline void
put_be64(uint8_t *out, int64_t value)
{
	uint64_t v = (uint64_t)value;

	for (int i = 0; i < 8; i++)
		out[i] = (uint8_t)(v >> (56 - 8 * i));
}

static inline int64_t
get_be64(const uint8_t *in)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | in[i];
	return (int64_t)v;
}

static inline void
put_be32(uint8_t *out, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t)(v >> (24 - 8 * i));
}

static inline uint32_t
get_be32(const uint8_t *in)
{
	return (uint32_t)in[0] << 24 | (uint32_t)in[1] << 16 | (uint32_t)in[2] << 8 | in[3];
}

#endif
