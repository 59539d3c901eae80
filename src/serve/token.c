#include "viva/serve.h"

void
serve_token(const uint8_t random[SERVE_TOKEN_RANDOM], char out[SERVE_TOKEN_BYTES])
{
	static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	unsigned bits = 0;
	int have = 0, n = 0;

	for (int i = 0; i < SERVE_TOKEN_RANDOM; i++) {
		bits = bits << 8 | random[i];
		for (have += 8; have >= 5; have -= 5) {
			if (n % 5 == 4)
				out[n++] = '-';
			out[n++] = alphabet[bits >> (have - 5) & 31];
		}
		bits &= (1u << have) - 1;
	}
	out[n] = '\0';
}
