/*
 * The requests: a page, its style and script, a stream of views, and the one message a page may send.
 * Everything else is refused, with as little work as possible.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "serve/helper.h"
#include "serve/page.h"
#include "serve/words.h"

#define LAST_RUNS 4     /* turns in which the last view still reaches the pages */

/* A request under way: its body, if it may have one. */
struct request {
	char body[BODY_MAX_BYTES + 1];
	size_t len;
	bool too_long;
};

struct header { const char *name, *value; };

static const struct header common[] = {
	{ "Cache-Control", "no-store" },
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
	    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Referrer-Policy", "no-referrer" },
	{ "X-Content-Type-Options", "nosniff" },
};

static enum MHD_Result
send_response(struct MHD_Connection *c, unsigned status, const char *type, struct MHD_Response *response)
{
	enum MHD_Result sent = MHD_NO;

	if (response == NULL)
		return MHD_NO;
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (MHD_add_response_header(response, common[i].name, common[i].value) != MHD_YES)
			goto out;
	if (type != NULL && MHD_add_response_header(response, "Content-Type", type) != MHD_YES)
		goto out;
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED &&
	    MHD_add_response_header(response, "Allow", "GET") != MHD_YES)
		goto out;
	if (status == MHD_HTTP_SERVICE_UNAVAILABLE &&
	    MHD_add_response_header(response, "Retry-After", "5") != MHD_YES)
		goto out;
	sent = MHD_queue_response(c, status, response);
out:
	MHD_destroy_response(response);
	return sent;
}

static enum MHD_Result
send_static(struct MHD_Connection *c, unsigned status, const char *type, const char *data, size_t len)
{
	/* The library takes a pointer to data it may not change in persistent mode. */
	union { const char *in; void *out; } unconst = { data };

	return send_response(
	    c, status, type, MHD_create_response_from_buffer(len, unconst.out, MHD_RESPMEM_PERSISTENT));
}

static enum MHD_Result
refuse(struct MHD_Connection *c, unsigned status, const char *why)
{
	return send_static(c, status, "text/plain; charset=utf-8", why, strlen(why));
}

/* Takes the same time wherever the first difference stands. */
static bool
same_bytes(const char *a, const char *b, size_t len)
{
	unsigned differ = 0;

	for (size_t i = 0; i < len; i++)
		differ |= (unsigned char)a[i] ^ (unsigned char)b[i];
	return differ == 0;
}

/* What follows "/c/TOKEN" of a path with the right token, or NULL. */
static const char *
path_inside(const struct helper *h, const char *url)
{
	size_t len = SERVE_TOKEN_BYTES - 1;

	if (strncmp(url, "/c/", 3) != 0 || strlen(url + 3) < len || !same_bytes(url + 3, h->token, len))
		return NULL;
	return url + 3 + len;
}

static bool
host_known(const struct helper *h, struct MHD_Connection *c)
{
	const char *host = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Host");

	for (size_t i = 0; i < 2; i++)
		if (host != NULL && h->hosts[i][0] != '\0' && strcmp(host, h->hosts[i]) == 0)
			return true;
	return false;
}

/* A form of another site could not know the token; this holds even if it did. */
static bool
origin_ours(const struct helper *h, struct MHD_Connection *c)
{
	const char *origin = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Origin");

	if (origin == NULL)
		return true;
	if (strncmp(origin, "http://", 7) != 0)
		return false;
	for (size_t i = 0; i < 2; i++)
		if (h->hosts[i][0] != '\0' && strcmp(origin + 7, h->hosts[i]) == 0)
			return true;
	return false;
}

static enum MHD_Result
take_prediction(struct helper *h, struct MHD_Connection *c, const struct request *r)
{
	const char *body = r->body;
	int64_t position, grade;

	if (r->too_long)
		return refuse(c, MHD_HTTP_CONTENT_TOO_LARGE, "too long\n");
	if (!origin_ours(h, c))
		return refuse(c, MHD_HTTP_NOT_FOUND, "not found\n");
	if (!take_word(&body, "position=") || !take_number(&body, 0, POSITION_MAX, &position) ||
	    !take_word(&body, "&grade=") || !take_number(&body, 0, SERVE_GRADE_MAX, &grade) ||
	    body != r->body + r->len)
		return refuse(c, MHD_HTTP_BAD_REQUEST, "position=N&grade=0..4\n");
	if (position != h->predict_position)
		return refuse(c, MHD_HTTP_CONFLICT, "no prediction is asked for here now\n");
	if (!allow(&h->predictions, h->now_ms, PREDICTIONS_PER_SECOND) ||
	    !helper_tell(h, "predict %d %d", (int)position, (int)grade))
		return refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, "try again\n");
	return send_static(c, MHD_HTTP_NO_CONTENT, NULL, "", 0);
}

static enum MHD_Result
send_stream(struct helper *h, struct MHD_Connection *c)
{
	struct MHD_Response *response = stream_new(h, c);

	if (response == NULL)
		return refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, "all screens are taken\n");
	return send_response(c, MHD_HTTP_OK, "text/event-stream", response);
}

static enum MHD_Result
send_page(struct helper *h, struct MHD_Connection *c, const char *inside)
{
	static const struct { const char *path, *type; const char *data, *end; } files[] = {
		{ "/", "text/html; charset=utf-8", page_html, page_html_end },
		{ "/page.css", "text/css; charset=utf-8", page_css, page_css_end },
		{ "/page.js", "text/javascript; charset=utf-8", page_js, page_js_end },
	};

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (strcmp(inside, files[i].path) == 0)
			return send_static(c, MHD_HTTP_OK, files[i].type, files[i].data,
			    (size_t)(files[i].end - files[i].data));
	if (strcmp(inside, "/events") == 0)
		return send_stream(h, c);
	return refuse(c, MHD_HTTP_NOT_FOUND, "not found\n");
}

static enum MHD_Result
answer(
    struct helper *h, struct MHD_Connection *c, const char *url, const char *method, const struct request *r)
{
	const char *inside = path_inside(h, url);
	bool post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;

	if (!allow(&h->requests, h->now_ms, REQUESTS_PER_SECOND))
		return refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, "too many requests\n");
	if (!post && strcmp(method, MHD_HTTP_METHOD_GET) != 0)
		return refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED, "GET only\n");
	if (!host_known(h, c))
		return refuse(c, MHD_HTTP_MISDIRECTED_REQUEST, "not the address of this page\n");
	if (inside == NULL)
		return refuse(c, MHD_HTTP_NOT_FOUND, "not found\n");
	h->reached_ms = h->now_ms;
	if (!post)
		return send_page(h, c, inside);
	if (strcmp(inside, "/predict") != 0)
		return refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED, "GET only\n");
	return take_prediction(h, c, r);
}

/* ---- what the library calls ---- */

static enum MHD_Result
on_request(void *closure, struct MHD_Connection *c, const char *url, const char *method, const char *version,
    const char *data, size_t *data_len, void **state)
{
	struct helper *h = closure;
	struct request *r = *state;
	const union MHD_ConnectionInfo *info;

	(void)version;
	if (r == NULL) {
		*state = r = calloc(1, sizeof(*r));
		return r != NULL ? MHD_YES : MHD_NO;
	}
	if (*data_len > 0) {
		if (*data_len > BODY_MAX_BYTES - r->len)
			r->too_long = true;
		else
			memcpy(r->body + r->len, data, *data_len);
		r->len += r->too_long ? 0 : *data_len;
		*data_len = 0;
		return MHD_YES;
	}
	info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	if (info != NULL && info->socket_context != NULL)
		((struct caller *)info->socket_context)->served = true;
	return answer(h, c, url, method, r);
}

static void
on_completed(void *closure, struct MHD_Connection *c, void **state, enum MHD_RequestTerminationCode code)
{
	struct helper *h = closure;
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct caller *caller = info != NULL ? info->socket_context : NULL;

	(void)code;
	free(*state);
	*state = NULL;
	if (caller != NULL) {           /* it may ask again, but not idle */
		caller->served = false;
		caller->since_ms = h->now_ms;
	}
}

static void
on_connection(
    void *closure, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode code)
{
	struct helper *h = closure;
	const union MHD_ConnectionInfo *info;

	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		if (*context != NULL)
			((struct caller *)*context)->fd = -1;
		return;
	}
	info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);
	for (size_t i = 0; i < CONNECTIONS_MAX && info != NULL; i++) {
		if (h->callers[i].fd >= 0)
			continue;
		h->callers[i] = (struct caller){ .fd = info->connect_fd, .since_ms = h->now_ms };
		*context = &h->callers[i];
		return;
	}
}

int64_t
http_deadlines(struct helper *h)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0; i < CONNECTIONS_MAX; i++) {
		struct caller *caller = &h->callers[i];

		if (caller->fd < 0 || caller->served)
			continue;
		if (caller->since_ms + HEADER_DEADLINE_MS <= h->now_ms) {
			shutdown(caller->fd, SHUT_RDWR);        /* the library sees the end and closes it */
			caller->since_ms = h->now_ms;
		}
		if (caller->since_ms + HEADER_DEADLINE_MS < next)
			next = caller->since_ms + HEADER_DEADLINE_MS;
	}
	return next;
}

int
http_start(struct helper *h, int listen_fd)
{
	for (size_t i = 0; i < CONNECTIONS_MAX; i++)
		h->callers[i].fd = -1;
	h->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, on_request, h,
	    MHD_OPTION_LISTEN_SOCKET, listen_fd,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
	    MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)CONNECTIONS_PER_ADDRESS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_POOL_BYTES,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)CONNECTION_IDLE_S,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1,
	    MHD_OPTION_NOTIFY_COMPLETED, on_completed, h,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, h, MHD_OPTION_END);
	return h->daemon != NULL ? 0 : -1;
}

void
http_stop(struct helper *h)
{
	if (h->daemon == NULL)
		return;
	/* A suspended connection at the end makes the library abort. */
	h->closing = true;
	streams_wake(h);
	for (int i = 0; i < LAST_RUNS; i++)
		MHD_run(h->daemon);
	MHD_stop_daemon(h->daemon);
	h->daemon = NULL;
}
