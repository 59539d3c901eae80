/* Prints the QR code of argv[1]; argv[2] is 1 for light text on dark. */
#include <stdio.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/err.h"
#include "viva/serve.h"

int
main(int argc, char **argv)
{
	struct buf out = { 0 };
	struct err err = { EXIT_DONE, "" };

	if (argc != 3 || serve_qr(&out, argv[1], 0, strcmp(argv[2], "1") == 0, &err) < 0)
		return EXIT_USAGE;
	fputs(buf_text(&out), stdout);
	buf_finish(&out);
	return EXIT_DONE;
}
