#include "test.h"
#include "viva/digest.h"

static const char *
hex(const void *data, size_t len)
{
	static char text[2 * DIGEST_BYTES + 1];
	uint8_t digest[DIGEST_BYTES];

	digest_sha256(digest, data, len);
	for (size_t i = 0; i < DIGEST_BYTES; i++)
		snprintf(text + 2 * i, 3, "%02x", digest[i]);
	return text;
}

TEST(the_digest_is_sha256_as_published)
{
	/* FIPS 180-4 examples, and the empty message. */
	static const struct { const char *message, *digest; } cases[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		CHECK_STR(hex(cases[i].message, strlen(cases[i].message)), cases[i].digest);
}

TEST(a_million_letters_have_the_published_digest)
{
	char *letters = malloc(1000000);

	memset(letters, 'a', 1000000);
	CHECK_STR(hex(letters, 1000000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(letters);
}
