#include "test.h"
#include "viva/rng.h"

TEST(the_generator_gives_the_published_numbers)
{
	/* xoshiro256** 1.0 from the state 1, 2, 3, 4: the authors' C code. */
	static const uint64_t want[] = {
		11520u, 0u, 1509978240u, 1215971899390074240u, 1216172134540287360u,
		607988272756665600u, 16172922978634559625u, 8476171486693032832u,
		10595114339597558777u, 2904607092377533576u,
	};
	struct rng r = { { 1, 2, 3, 4 } };

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		CHECK(rng_next(&r) == want[i]);
}

TEST(a_seed_without_a_purpose_fills_the_state_by_splitmix64)
{
	static const struct { uint64_t seed, s[4]; } cases[] = {
		{ 0, { 0xE220A8397B1DCDAFu, 0x6E789E6AA1B965F4u, 0x06C45D188009454Fu, 0xF88BB8A8724C81ECu } },
		{ 1234567, { 6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
			4593380528125082431u } },
	};
	struct rng r;

	for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); c++) {
		rng_seed(&r, cases[c].seed, NULL);
		for (size_t i = 0; i < 4; i++)
			CHECK(r.s[i] == cases[c].s[i]);
	}
}

TEST(a_stream_is_fixed_by_its_seed_and_purpose)
{
	struct rng a, b;

	rng_seed(&a, 42, "order");
	rng_seed(&b, 42, "order");
	for (int i = 0; i < 1000; i++)
		CHECK(rng_next(&a) == rng_next(&b));
}

TEST(purposes_and_neighbouring_seeds_give_unrelated_streams)
{
	static const char *const purposes[] = { NULL, "", "round", "count", "draw", "order" };
	enum { PURPOSES = sizeof(purposes) / sizeof(purposes[0]), SEEDS = 100, STREAMS = PURPOSES * SEEDS };
	static uint64_t first[STREAMS];
	int differing_bits = 0;

	for (size_t i = 0; i < STREAMS; i++) {
		struct rng r;

		rng_seed(&r, i / PURPOSES, purposes[i % PURPOSES]);
		first[i] = rng_next(&r);
		for (size_t k = 0; k < i; k++)
			CHECK(first[i] != first[k]);
		if (i > 0)
			differing_bits += __builtin_popcountll(first[i] ^ first[i - 1]);
	}
	/* Half of 64 bits on average; 6 sigma of the mean is below 1. */
	CHECK_NEAR((double)differing_bits / (STREAMS - 1), 32.0, 1.0);
}

TEST(a_number_below_n_is_below_n_even_at_the_edges)
{
	static const uint64_t bounds[] = { 1, 2, 3, 7, 255, 256, 1000003, UINT64_C(1) << 63,
		(UINT64_C(1) << 63) + 1, UINT64_MAX };
	struct rng r;

	rng_seed(&r, 5, "edges");
	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++)
		for (int k = 0; k < 10000; k++)
			CHECK(rng_below(&r, bounds[i]) < bounds[i]);
}

TEST(every_small_number_is_equally_likely)
{
	/* Chi-square with n - 1 degrees of freedom; its 1 - 1e-6 quantile by Wilson and Hilferty. */
	enum { DRAWS = 200000 };
	struct rng r;

	rng_seed(&r, 20240601, "chi");
	for (uint64_t n = 2; n <= 40; n++) {
		double count[40] = { 0 }, chi = 0, expected = (double)DRAWS / (double)n;
		double k = (double)(n - 1), cube = 1 - 2 / (9 * k) + 4.7534 * __builtin_sqrt(2 / (9 * k));

		for (int i = 0; i < DRAWS; i++)
			count[rng_below(&r, n)]++;
		for (uint64_t v = 0; v < n; v++)
			chi += (count[v] - expected) * (count[v] - expected) / expected;
		CHECK(chi < k * cube * cube * cube);
	}
}

TEST(numbers_below_three_quarters_of_the_range_are_not_biased_to_one_half)
{
	/* Without the rejection the lower half of each triple would come up half as often again. */
	const uint64_t n = (UINT64_C(3) << 62);
	int low = 0;
	struct rng r;

	rng_seed(&r, 7, "bias");
	for (int i = 0; i < 300000; i++)
		low += rng_below(&r, n) % 3 == 0;
	CHECK_NEAR(low / 300000.0, 1.0 / 3, 0.006);      /* 7 sigma */
}

TEST(a_unit_number_is_uniform_from_0_to_below_1)
{
	double sum = 0, squares = 0, least = 1, most = 0;
	enum { DRAWS = 200000 };
	struct rng r;

	rng_seed(&r, 11, "unit");
	for (int i = 0; i < DRAWS; i++) {
		double u = rng_unit(&r);

		CHECK(u >= 0 && u < 1);
		sum += u;
		squares += u * u;
		least = u < least ? u : least;
		most = u > most ? u : most;
	}
	CHECK_NEAR(sum / DRAWS, 0.5, 0.005);
	CHECK_NEAR(squares / DRAWS, 1.0 / 3, 0.005);
	CHECK(least < 0.001 && most > 0.999);
}
