/*
 * The typefaces of the reports, linked into the program so that a page looks the same on every
 * machine and no file from outside is ever parsed as a font.  FONT_DIR comes from the Makefile.
 */
	.section .rodata

	.macro embed symbol, directory, file
	.balign 16
	.globl \symbol
	.hidden \symbol
	.type \symbol, %object
\symbol:
	.incbin "\directory/\file"
	.globl \symbol\()_end
	.hidden \symbol\()_end
\symbol\()_end:
	.size \symbol, . - \symbol
	.endm

	embed font_lato_regular, FONT_DIR, "lato/Lato-Regular.ttf"
	embed font_lato_semibold, FONT_DIR, "lato/Lato-Semibold.ttf"
	embed font_lato_bold, FONT_DIR, "lato/Lato-Bold.ttf"
	embed font_dejavu_sans, FONT_DIR, "dejavu/DejaVuSans.ttf"
	embed font_dejavu_sans_bold, FONT_DIR, "dejavu/DejaVuSans-Bold.ttf"
	embed font_dejavu_sans_mono, FONT_DIR, "dejavu/DejaVuSansMono.ttf"

	embed font_wqy_microhei, FONT_DIR, "wqy/wqy-microhei.ttc"

	.section .note.GNU-stack,"",%progbits
