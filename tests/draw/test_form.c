#include "test.h"
#include "lab.h"

TEST(every_form_keeps_every_hard_rule)
{
	int drawn = 0, none = 0;

	for (uint64_t seed = 0; seed < 350; seed++) {
		struct lab l;
		struct form *f;
		struct conflict *why;
		struct err err = { 0 };
		size_t items[64];
		int result;

		lab_make(&l, seed, seed % 2 ? 160 : 90, 8 + (int)(seed % 9), (enum lab_class)(seed % LAB_IMPOSSIBLE));
		result = draw_form(&f, &why, &l.request, &err);
		CHECK(result >= 0);
		CHECK((f != NULL) == (result == 0) && (why != NULL) == (result == DRAW_INFEASIBLE));
		if (result == 0) {
			drawn++;
			if (draw_check(&l.request, items, lab_form_items(f, items), &err) != 0)
				TEST_FAIL("seed %d: %s", (int)seed, err.text);
		} else {
			none++;
		}
		form_free(f);
		conflict_free(why);
		lab_free(&l);
	}
	CHECK(drawn > 10 * none && none > 0);
}
