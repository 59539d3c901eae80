#ifndef VIVA_TESTS_FAULT_ALLOC_H
#define VIVA_TESTS_FAULT_ALLOC_H
#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/*
 * The allocator of a test program, in the place of the C library's: everything that is linked in, ours, SQLite,
 * libxml2, libharu, HarfBuzz and the C library itself, asks here.  While it is armed it can refuse the
 * n-th request, or that and all later ones, and it keeps the balance of what was given out.
 */
static struct {
	bool armed;
	long calls;                     /* requests while armed */
	long fail_at;                   /* the first that is refused; 0: none */
	bool for_ever;                  /* and all after it */
	long refused;
	long balance;                   /* given out less given back, while armed */
	struct { uintptr_t from, to; } spared[4];       /* code of libraries whose requests are never refused */
	int spared_count;
} alloc;

#if defined(__SANITIZE_ADDRESS__)
#define REAL(name) __interceptor_##name
#define ALLOC_KEEPS_BALANCE 0   /* strdup() and its like go past us there; the sanitizer looks for leaks itself */
#else
#define REAL(name) __libc_##name
#define ALLOC_KEEPS_BALANCE 1
#endif
void *REAL(malloc)(size_t);
void *REAL(calloc)(size_t, size_t);
void *REAL(realloc)(void *, size_t);
void *REAL(memalign)(size_t, size_t);
void REAL(free)(void *);

static bool
refuses(const void *caller)
{
	if (!alloc.armed)
		return false;
	for (int i = 0; i < alloc.spared_count; i++)
		if ((uintptr_t)caller >= alloc.spared[i].from && (uintptr_t)caller < alloc.spared[i].to)
			return false;
	alloc.calls++;
	if (alloc.fail_at == 0 || alloc.calls < alloc.fail_at || (alloc.calls > alloc.fail_at && !alloc.for_ever))
		return false;
	alloc.refused++;
	errno = ENOMEM;
	return true;
}

static void *
given(void *p)
{
	if (alloc.armed && p != NULL)
		alloc.balance++;
	return p;
}

void *
malloc(size_t size)
{
	return refuses(__builtin_return_address(0)) ? NULL : given(REAL(malloc)(size));
}

void *
calloc(size_t count, size_t size)
{
	return refuses(__builtin_return_address(0)) ? NULL : given(REAL(calloc)(count, size));
}

void *
realloc(void *p, size_t size)
{
	void *new;

	if (refuses(__builtin_return_address(0)))
		return NULL;
	new = REAL(realloc)(p, size);
	if (p == NULL)
		return given(new);
	if (size == 0 && new == NULL && alloc.armed)
		alloc.balance--;
	return new;
}

void *
memalign(size_t alignment, size_t size)
{
	return refuses(__builtin_return_address(0)) ? NULL : given(REAL(memalign)(alignment, size));
}

void *
aligned_alloc(size_t alignment, size_t size)
{
	return memalign(alignment, size);
}

int
posix_memalign(void **out, size_t alignment, size_t size)
{
	void *p = memalign(alignment, size);

	if (p == NULL)
		return ENOMEM;
	*out = p;
	return 0;
}

void
free(void *p)
{
	if (alloc.armed && p != NULL)
		alloc.balance--;
	REAL(free)(p);
}

static void
alloc_arm(long fail_at, bool for_ever)
{
	alloc.calls = alloc.refused = alloc.balance = 0;
	alloc.fail_at = fail_at;
	alloc.for_ever = for_ever;
	alloc.armed = true;
}

static int
spare_if_named(struct dl_phdr_info *info, size_t size, void *name)
{
	(void)size;
	for (int i = 0; i < info->dlpi_phnum && strstr(info->dlpi_name, name) != NULL; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];

		if (p->p_type == PT_LOAD && (p->p_flags & PF_X) != 0 && alloc.spared_count < 4) {
			alloc.spared[alloc.spared_count].from = info->dlpi_addr + p->p_vaddr;
			alloc.spared[alloc.spared_count++].to = info->dlpi_addr + p->p_vaddr + p->p_memsz;
		}
	}
	return 0;
}

/* Requests from the code of shared libraries whose name contains `name` are granted: their faults are not ours. */
static void
alloc_spare(const char *name)
{
	dl_iterate_phdr(spare_if_named, (void *)name);
}

static void
alloc_disarm(void)
{
	alloc.armed = false;
}

#endif
