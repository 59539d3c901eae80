/*
 * A screen with one text field, for tests at a real terminal: the widgets without a session.
 *
 *     tool_field FILE [TEXT-FILE]     begins with the text of TEXT-FILE; ^X q writes the text to FILE and ends
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/decode.h"
#include "viva/editor.h"
#include "viva/err.h"
#include "viva/term.h"

struct field {
	struct term *term;
	struct decoder *decoder;
	struct editor *editor;
	struct canvas *canvas;
	bool menu, done, stalled;
	long reads;
};

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
stop(struct field *f)
{
	term_suspend(f->term);
	raise(SIGSTOP);
	term_resume(f->term);
}

static void
take_key(struct field *f, const struct key_press *k)
{
	struct editor_edit edit;

	if (f->menu && k->key == PRESS_CHAR && k->cp == 'q')
		f->done = true;
	else if (k->key == PRESS_CHAR && k->mods == PRESS_CTRL && k->cp == 'z')
		stop(f);
	else if (k->key == PRESS_CHAR && k->mods == PRESS_CTRL && k->cp == 'l')
		term_redraw(f->term);
	else
		editor_key(f->editor, k);
	f->menu = k->key == PRESS_CHAR && k->mods == PRESS_CTRL && k->cp == 'x';
	while (editor_next_edit(f->editor, &edit))
		;
}

static void
take_keys(struct field *f)
{
	struct key_press k;

	while (!f->done && decoder_next(f->decoder, &k))
		take_key(f, &k);
}

static void
paint(struct field *f)
{
	struct err err;
	int rows, columns;

	term_size(f->term, &rows, &columns);
	if (rows != canvas_rows(f->canvas) || columns != canvas_columns(f->canvas))
		canvas_resize(f->canvas, rows, columns);
	canvas_clear(f->canvas);
	canvas_printf(f->canvas, 0, 0, STYLE_TITLE, " %zu characters, %d x %d", editor_characters(f->editor), columns, rows);
	canvas_rule_titled(f->canvas, 1, "Text", NULL);
	editor_paint(f->editor, f->canvas, (struct pane){ 2, 0, rows - 3, columns }, true);
	canvas_put(f->canvas, rows - 1, 0, STYLE_DIM, "^X q quit");
	switch (term_paint(f->term, f->canvas, &err)) {
	case 0:
		f->stalled = false;
		break;
	case TERM_STALLED:
		f->stalled = true;
		break;
	default:
		f->done = true;
	}
}

static int
patience(const struct field *f)
{
	int64_t wait = decoder_deadline(f->decoder);

	if (wait != INT64_MAX)
		wait = wait > now_ms() ? wait - now_ms() : 0;
	if (f->stalled && wait > TERM_RETRY_MS)
		wait = TERM_RETRY_MS;
	return wait == INT64_MAX ? -1 : (int)wait;
}

static void
loop(struct field *f, int signal_fd)
{
	static char bytes[65536];

	while (!f->done) {
		struct pollfd fds[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = signal_fd, .events = POLLIN } };
		struct signalfd_siginfo info;
		ptrdiff_t n;

		paint(f);
		if (f->done)
			return;
		poll(fds, 2, patience(f));
		if (fds[1].revents != 0 && read(signal_fd, &info, sizeof(info)) > 0) {
			if (info.ssi_signo != SIGWINCH)
				return;
			term_redraw(f->term);
		}
		if (fds[0].revents != 0) {
			n = term_read(f->term, bytes, sizeof(bytes));
			f->reads++;
			if (n == TERM_GONE)
				return;
			decoder_feed(f->decoder, bytes, (size_t)n, now_ms());
			take_keys(f);
		} else if (now_ms() >= decoder_deadline(f->decoder)) {
			decoder_tick(f->decoder, now_ms());
			take_keys(f);
		}
	}
}

static int
signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGWINCH);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void
read_text(struct editor *e, const char *path)
{
	FILE *in = fopen(path, "re");
	char bytes[4096];
	struct buf b;
	size_t n;

	buf_init(&b);
	while (in != NULL && (n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		buf_add(&b, bytes, n);
	editor_set(e, buf_text(&b), b.len);
	buf_finish(&b);
	if (in != NULL)
		fclose(in);
}

int
main(int argc, char **argv)
{
	struct term_options o = { .in_fd = STDIN_FILENO, .out_fd = STDOUT_FILENO, .type = getenv("TERM") };
	struct field f = { .decoder = decoder_new(), .editor = editor_new(), .canvas = canvas_new(1, 1) };
	int signal_fd = signals();
	struct err err;
	size_t len;
	FILE *out;

	if (argc < 2 || term_open(&f.term, &o, &err) != 0) {
		fprintf(stderr, "tool_field: %s\n", argc < 2 ? "FILE" : err.text);
		return 1;
	}
	if (argc > 2)
		read_text(f.editor, argv[2]);
	loop(&f, signal_fd);
	term_close(f.term);
	editor_text(f.editor, &len);
	out = fopen(argv[1], "we");
	if (out == NULL || fwrite(editor_text(f.editor, NULL), 1, len, out) != len || fclose(out) != 0)
		return 1;
	printf("%ld reads\n", f.reads);
	editor_free(f.editor);
	decoder_free(f.decoder);
	canvas_free(f.canvas);
	return 0;
}
