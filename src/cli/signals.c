#include "cli/signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

int
signals_open(sigset_t *before, struct err *err)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT, SIGWINCH, SIGCHLD };
	sigset_t set;
	int fd;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaddset(&set, signals[i]);
	if (sigprocmask(SIG_BLOCK, &set, before) != 0)
		return err_errno(err, "blocking signals");
	fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return fd >= 0 ? fd : err_errno(err, "signalfd");
}

void
signals_close(int fd, const sigset_t *before)
{
	if (fd < 0)
		return;
	close(fd);
	sigprocmask(SIG_SETMASK, before, NULL);
}

int
signals_take(int fd)
{
	struct signalfd_siginfo info;

	return read(fd, &info, sizeof(info)) == sizeof(info) ? (int)info.ssi_signo : 0;
}

enum exit_status
signals_status(int signo)
{
	switch (signo) {
	case SIGINT: return EXIT_INTERRUPT;
	case SIGHUP: return EXIT_HANGUP;
	case SIGQUIT: return EXIT_STOPPED;      /* a key too near others to dump core for */
	default: return EXIT_TERMINATED;
	}
}

void
signals_stop_job(void)
{
	sigset_t stop, before;

	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
}
