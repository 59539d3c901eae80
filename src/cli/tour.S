/* The bank of `viva tour`, linked into the program so that the tour needs no file. */
	.section .rodata
	.globl tour_bank
	.hidden tour_bank
	.type tour_bank, %object
tour_bank:
	.incbin "src/cli/tour.xml"
	.globl tour_bank_end
	.hidden tour_bank_end
tour_bank_end:
	.size tour_bank, . - tour_bank

	.section .note.GNU-stack,"",%progbits
