#ifndef VIVA_SERVE_ADDRESS_H
#define VIVA_SERVE_ADDRESS_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>
/*
 * "192.168.1.20:38080" or "[fd00::1]:0": numbers only, no name is ever looked up.  0, or -1 for
 * anything else, the wildcard address and zone ids (browsers cannot open them) among it.
 */
int address_parse(const char *text, struct sockaddr_storage *out, socklen_t *len);
/* The same form, which is also what a Host header says. */
void address_host(const struct sockaddr_storage *sa, char *out, size_t size);
bool address_is_loopback(const struct sockaddr_storage *sa);
int address_port(const struct sockaddr_storage *sa);
#endif
