#include <assert.h>
#include "report/pdf.h"
#include "viva/text.h"

void
pdf_put_hex(struct buf *out, size_t value, int digits)
{
	static const char hex[] = "0123456789ABCDEF";
	char text[8];

	assert(digits <= (int)sizeof text);
	for (int i = digits - 1; i >= 0; i--, value /= 16)
		text[i] = hex[value % 16];
	buf_add(out, text, (size_t)digits);
}

void
pdf_put_utf16(struct buf *out, const char *s, size_t len)
{
	for (const char *end = s + len; s < end;) {
		uint32_t cp = text_next(&s, end);
		unsigned int units[2] = { cp, 0 };

		if (cp > 0x10FFFF)
			units[0] = 0xFFFD;
		if (cp > 0xFFFF && cp <= 0x10FFFF) {
			units[0] = 0xD800 + ((cp - 0x10000) >> 10);
			units[1] = 0xDC00 + ((cp - 0x10000) & 0x3FF);
		}
		for (int i = 0; i < 2 && (i == 0 || units[1] != 0); i++) {
			buf_putc(out, (char)(units[i] >> 8));
			buf_putc(out, (char)(units[i] & 0xFF));
		}
	}
}

void
pdf_put_to_unicode(struct buf *out, const struct pdf_font *font)
{
	enum { BLOCK = 100 };           /* the most entries that one bfchar block may have */
	struct buf utf16;
	size_t left = 0;

	buf_init(&utf16);
	buf_puts(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (size_t i = 0; i < font->count; i++)
		left += font->codes[i].length > 0;
	for (size_t i = 0, listed = 0; i < font->count; i++) {
		if (font->codes[i].length == 0)
			continue;
		if (listed % BLOCK == 0)
			buf_printf(out, "%zu beginbfchar\n", left < BLOCK ? left : (size_t)BLOCK);
		buf_printf(out, "<%04zX> <", i + 1);
		buf_clear(&utf16);
		pdf_put_utf16(&utf16, font->codes[i].text, font->codes[i].length);
		for (size_t k = 0; k < utf16.len; k++)
			pdf_put_hex(out, (unsigned char)utf16.data[k], 2);
		buf_puts(out, ">\n");
		listed++;
		left--;
		if (listed % BLOCK == 0 || left == 0)
			buf_puts(out, "endbfchar\n");
	}
	buf_puts(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	if (buf_failed(&utf16))
		out->failed = true;
	buf_finish(&utf16);
}
