#include "cli/sheet.h"

#include <string.h>

#include "viva/diag.h"
#include "viva/digest.h"
#include "viva/err.h"

#define MS_PER_TENTH 6000       /* a tenth of a minute */

int
sheet_make(struct sheet *s, const struct bank *from, size_t item, bool retry, struct err *err)
{
	struct diags d;
	int rc;

	memset(s, 0, sizeof(*s));
	buf_init(&s->snapshot);
	if (bank_write_item(&s->snapshot, from, item, err) != 0)
		return -1;
	diags_init(&d, from->items[item].id);
	rc = bank_load_memory(&s->bank, s->snapshot.data, s->snapshot.len, &d);
	if (rc != 0)
		err_set(err, EXIT_FINDINGS, "item \"%s\" cannot be kept: %s", from->items[item].id,
		    d.count > 0 ? d.v[0].text : "out of memory");
	diags_finish(&d);
	if (rc != 0)
		return -1;
	s->item = (struct session_item){ .bank = s->bank, .item = &s->bank->items[0], .retry = retry,
		.limit_ms = (int64_t)s->bank->items[0].limit_tenths * MS_PER_TENTH };
	digest_sha256(s->item.snapshot, s->snapshot.data, s->snapshot.len);
	return 0;
}

void
sheet_finish(struct sheet *s)
{
	buf_finish(&s->snapshot);
	bank_free(s->bank);
}
