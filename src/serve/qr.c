#include <errno.h>
#include <qrencode.h>

#include "viva/buf.h"
#include "viva/err.h"
#include "viva/serve.h"

#define QUIET 2         /* light cells around it; readers manage with less than the standard's four (measured) */

/* The quiet zone is light; the half row that an odd side leaves over has no ink at all. */
static bool
has_ink(const QRcode *qr, int row, int column, bool light_text)
{
	bool light = true;

	if (row >= qr->width + 2 * QUIET)
		return false;
	row -= QUIET;
	column -= QUIET;
	if (row >= 0 && column >= 0 && row < qr->width && column < qr->width)
		light = (qr->data[row * qr->width + column] & 1) == 0;
	return light == light_text;
}

int
serve_qr(struct buf *out, const char *url, int indent, bool light_text, struct err *err)
{
	/* By upper and lower half: no ink, upper, lower, both. */
	static const char *const blocks[] = { " ", "\xe2\x96\x80", "\xe2\x96\x84", "\xe2\x96\x88" };
	QRcode *qr = QRcode_encodeString(url, 0, QR_ECLEVEL_L, QR_MODE_8, 1);
	int side;

	if (qr == NULL)
		return errno == ENOMEM ? err_memory(err) : err_errno(err, "the link as a QR code");
	side = qr->width + 2 * QUIET;
	for (int row = 0; row < side; row += 2) {
		for (int i = 0; i < indent; i++)
			buf_putc(out, ' ');
		for (int column = 0; column < side; column++) {
			bool upper = has_ink(qr, row, column, light_text);
			bool lower = has_ink(qr, row + 1, column, light_text);

			buf_puts(out, blocks[(upper ? 1 : 0) + (lower ? 2 : 0)]);
		}
		buf_putc(out, '\n');
	}
	QRcode_free(qr);
	return buf_failed(out) ? err_memory(err) : side;
}
