/* The candidate's page, linked into the program so that the helper opens no file. */
	.section .rodata

	.macro embed symbol, file
	.globl \symbol
	.hidden \symbol
	.type \symbol, %object
\symbol:
	.incbin "src/serve/page/\file"
	.globl \symbol\()_end
	.hidden \symbol\()_end
\symbol\()_end:
	.size \symbol, . - \symbol
	.endm

	embed page_html, "page.html"
	embed page_css, "page.css"
	embed page_js, "page.js"

	.section .note.GNU-stack,"",%progbits
