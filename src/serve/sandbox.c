/*
 * What the helper gives up once it listens: files altogether (Landlock, where the kernel has it), and
 * every system call that serving does not need (seccomp): nothing can be opened, started or connected to.
 */
#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "serve/helper.h"

/* Every right that the first Landlock knows; later ones are closed by having no rule for them either. */
#define LANDLOCK_RIGHTS (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | \
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | \
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | \
    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

static bool
close_files(void)
{
	struct landlock_ruleset_attr attr = { .handled_access_fs = LANDLOCK_RIGHTS };
	long fd = syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	bool closed;

	if (fd < 0)
		return false;
	closed = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	close((int)fd);
	return closed;
}

static int
allow_calls(scmp_filter_ctx ctx)
{
	static const int calls[] = {
		SCMP_SYS(accept4),
		SCMP_SYS(brk),
		SCMP_SYS(clock_gettime),
		SCMP_SYS(close),
		SCMP_SYS(epoll_ctl),
		SCMP_SYS(epoll_pwait),
		SCMP_SYS(epoll_wait),
		SCMP_SYS(exit),
		SCMP_SYS(exit_group),
		SCMP_SYS(fcntl),
		SCMP_SYS(futex),
		SCMP_SYS(getpeername),
		SCMP_SYS(getpid),
		SCMP_SYS(getsockname),
		SCMP_SYS(getsockopt),
		SCMP_SYS(gettimeofday),
		SCMP_SYS(madvise),
		SCMP_SYS(mremap),
		SCMP_SYS(munmap),
		SCMP_SYS(poll),
		SCMP_SYS(ppoll),
		SCMP_SYS(read),
		SCMP_SYS(readv),
		SCMP_SYS(recvfrom),
		SCMP_SYS(recvmsg),
		SCMP_SYS(restart_syscall),
		SCMP_SYS(rt_sigaction),
		SCMP_SYS(rt_sigprocmask),
		SCMP_SYS(rt_sigreturn),
		SCMP_SYS(sendmsg),
		SCMP_SYS(sendto),
		SCMP_SYS(setsockopt),
		SCMP_SYS(shutdown),
		SCMP_SYS(sigaltstack),
		SCMP_SYS(time),
		SCMP_SYS(write),
		SCMP_SYS(writev),
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, calls[i], 0) != 0)
			return -1;
	/* Memory, but none that could hold code. */
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0 ? -1 : 0;
}

static int
close_calls(void)
{
	scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int rc = -1;

	if (ctx != NULL && allow_calls(ctx) == 0 && seccomp_load(ctx) == 0)
		rc = 0;
	seccomp_release(ctx);
	return rc;
}

int
sandbox_enter(bool *landlock)
{
	const struct rlimit none = { 0, 0 };

	/* No memory image after a crash: it would hold the token. */
	if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return -1;
	*landlock = close_files();
	return close_calls();
}
