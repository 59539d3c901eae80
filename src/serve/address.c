#include "serve/address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/serve.h"

#define PORT_MAX 65535

static int
parse_port(const char *text, in_port_t *port)
{
	char *end;
	long n;

	if (*text < '0' || *text > '9')
		return -1;
	n = strtol(text, &end, 10);
	if (*end != '\0' || n > PORT_MAX)
		return -1;
	*port = htons((in_port_t)n);
	return 0;
}

int
address_parse(const char *text, struct sockaddr_storage *out, socklen_t *len)
{
	struct sockaddr_in *v4 = (struct sockaddr_in *)out;
	struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)out;
	const char *colon = strrchr(text, ':');
	char host[INET6_ADDRSTRLEN];
	size_t n = colon != NULL ? (size_t)(colon - text) : 0;

	memset(out, 0, sizeof(*out));
	if (colon == NULL || n < 2 || n >= sizeof(host))
		return -1;
	if (text[0] == '[' && text[n - 1] == ']') {
		memcpy(host, text + 1, n - 2);
		host[n - 2] = '\0';
		v6->sin6_family = AF_INET6;
		*len = sizeof(*v6);
		if (inet_pton(AF_INET6, host, &v6->sin6_addr) != 1 || IN6_IS_ADDR_UNSPECIFIED(&v6->sin6_addr))
			return -1;
		return parse_port(colon + 1, &v6->sin6_port);
	}
	memcpy(host, text, n);
	host[n] = '\0';
	v4->sin_family = AF_INET;
	*len = sizeof(*v4);
	if (inet_pton(AF_INET, host, &v4->sin_addr) != 1 || v4->sin_addr.s_addr == htonl(INADDR_ANY))
		return -1;
	return parse_port(colon + 1, &v4->sin_port);
}

int
address_port(const struct sockaddr_storage *sa)
{
	if (sa->ss_family == AF_INET6)
		return ntohs(((const struct sockaddr_in6 *)sa)->sin6_port);
	return ntohs(((const struct sockaddr_in *)sa)->sin_port);
}

void
address_host(const struct sockaddr_storage *sa, char *out, size_t size)
{
	char host[INET6_ADDRSTRLEN] = "";

	if (sa->ss_family == AF_INET6) {
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)sa)->sin6_addr, host, sizeof(host));
		snprintf(out, size, "[%s]:%d", host, address_port(sa));
		return;
	}
	inet_ntop(AF_INET, &((const struct sockaddr_in *)sa)->sin_addr, host, sizeof(host));
	snprintf(out, size, "%s:%d", host, address_port(sa));
}

bool
address_is_loopback(const struct sockaddr_storage *sa)
{
	if (sa->ss_family == AF_INET6)
		return IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)sa)->sin6_addr);
	return ntohl(((const struct sockaddr_in *)sa)->sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
}

bool
serve_is_loopback(const char *address)
{
	struct sockaddr_storage sa;
	socklen_t len;

	return address_parse(address, &sa, &len) == 0 && address_is_loopback(&sa);
}

/* Reachable from elsewhere, and usable in a browser. */
static bool
is_useful(const struct sockaddr *sa)
{
	if (sa->sa_family == AF_INET)
		return true;
	return sa->sa_family == AF_INET6 &&
	    !IN6_IS_ADDR_LINKLOCAL(&((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr);
}

int
serve_addresses(char out[][SERVE_ADDRESS_BYTES], int max)
{
	struct ifaddrs *all = NULL;
	int n = 0;

	if (getifaddrs(&all) != 0)
		return 0;
	for (const struct ifaddrs *i = all; i != NULL && n < max; i = i->ifa_next) {
		struct sockaddr_storage sa = { .ss_family = AF_UNSPEC };

		if (i->ifa_addr == NULL || (i->ifa_flags & IFF_UP) == 0 ||
		    (i->ifa_flags & IFF_LOOPBACK) != 0 || !is_useful(i->ifa_addr))
			continue;
		memcpy(&sa, i->ifa_addr, i->ifa_addr->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6)
		    : sizeof(struct sockaddr_in));
		if (sa.ss_family == AF_INET6)
			((struct sockaddr_in6 *)&sa)->sin6_port = 0;
		else
			((struct sockaddr_in *)&sa)->sin_port = 0;
		address_host(&sa, out[n++], SERVE_ADDRESS_BYTES);
	}
	freeifaddrs(all);
	return n;
}
