#include "viva/digest.h"

#include <sha2.h>

void
digest_sha256(uint8_t out[DIGEST_BYTES], const void *data, size_t len)
{
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, data, len);
	SHA256Final(out, &ctx);
}
