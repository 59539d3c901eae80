#ifndef VIVA_SERVE_HELPER_H
#define VIVA_SERVE_HELPER_H
#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viva/buf.h"
#include "viva/serve.h"
/*
 * Inside the helper process.  Lines from the parent:
 *
 *      config ADDRESS TOKEN                            the first
 *      view REMAINING_MS RUNNING POSITION JSON         POSITION takes a prediction now, or -1
 *
 * and to it:
 *
 *      listening HOST:PORT                             or: failed TEXT
 *      held landlock|seccomp
 *      screens N                                       also every SCREENS_MS while a page is reached
 *      predict POSITION GRADE
 */
#define SERVE_LINE_MAX_BYTES (1u << 20)         /* one view; the longest stem and facts of a bank fit */
#define CONNECTIONS_MAX 64                      /* screens, and what loads their page */
#define CONNECTIONS_PER_ADDRESS 40              /* a classroom behind one address; the rest stays for others */
#define CONNECTION_POOL_BYTES (16u << 10)       /* headers beyond it are refused with 431 */
#define HEADER_DEADLINE_MS 5000                 /* a request must be complete; idle ones are closed too */
#define CONNECTION_IDLE_S 20                    /* a screen that takes nothing for so long is gone; >
						 * KEEP_ALIVE_MS */
#define KEEP_ALIVE_MS 5000                      /* each page is sent the clock so often, and a closed one is
						 * noticed */
#define BODY_MAX_BYTES 64                       /* position=N&grade=G */
#define REQUESTS_PER_SECOND 500                 /* beyond it 503; a page needs four */
#define PREDICTIONS_PER_SECOND 5                /* a person taps */
#define HOST_BYTES 80
#define POSITION_MAX 9999
#define SERVE_GRADE_MAX 4
#define CLOCK_MAX_MS (INT64_C(1) << 50)         /* of a remaining time, either way */

struct stream;

/* An open connection, by its socket; only there to end slow ones. */
struct caller {
	int fd;                         /* -1: free */
	bool served;                    /* the request is complete and being answered */
	int64_t since_ms;
};

/* How many of something a second allows: refilled each second. */
struct allowance {
	int64_t second;
	int used;
};

struct helper {
	int fd;                         /* to the parent */
	struct MHD_Daemon *daemon;
	char token[SERVE_TOKEN_BYTES];
	char hosts[2][HOST_BYTES];      /* what the Host header may say; "" unused */

	struct buf in;                  /* bytes of the parent not yet taken */
	struct buf view;                /* JSON, "null" before the first */
	int64_t remaining_ms, told_ms;  /* as told, and when */
	bool running;
	int predict_position;           /* -1: none is asked for */
	uint64_t generation;            /* of the view; grows with each */

	int64_t now_ms;                 /* read once a turn */
	struct stream *streams;
	int stream_count, told_count;
	int64_t reached_ms, told_reached_ms;    /* a page was last reached; told so */
	struct caller callers[CONNECTIONS_MAX];
	struct allowance requests, predictions;
	bool closing;
};

/* ---- http.c ---- */

/* The daemon on a listening socket, which it then owns. */
int http_start(struct helper *h, int listen_fd);
void http_stop(struct helper *h);
/* Ends connections whose request is overdue; returns when to look again. */
int64_t http_deadlines(struct helper *h);

/* ---- stream.c ---- */

/* An answer that never ends, or NULL if all screens are taken or memory ran out. */
struct MHD_Response *stream_new(struct helper *h, struct MHD_Connection *connection);
/* Lets every page look for news. */
void streams_wake(struct helper *h);
/* Wakes those whose keep-alive is due; returns when to look again. */
int64_t streams_keep_alive(struct helper *h);

/* ---- loop.c ---- */

/* One line to the parent; false if it did not get through (the parent is stopped). */
bool helper_tell(struct helper *h, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
bool allow(struct allowance *a, int64_t now_ms, int per_second);
/* The clock that pages show, now. */
int64_t helper_remaining_ms(const struct helper *h);

/* ---- sandbox.c ---- */

/*
 * Gives up all that serving does not need.  Returns -1 if even seccomp failed; `*landlock` says whether files
 * are closed by the kernel too.
 */
int sandbox_enter(bool *landlock);

#endif
