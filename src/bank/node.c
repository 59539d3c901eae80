#include <stdarg.h>
#include <stdio.h>
#include "bank/node.h"

static const struct value *
find_value(const struct node *n, enum attribute a)
{
	for (size_t i = 0; n != NULL && n->rule->attrs[i].name != NULL; i++)
		if (n->rule->attrs[i].attribute == a)
			return n->values[i].text != NULL ? &n->values[i] : NULL;
	return NULL;
}

const char *
node_value(const struct node *n, enum attribute a)
{
	const struct value *v = find_value(n, a);

	return v != NULL ? v->text : NULL;
}

int
node_number(const struct node *n, enum attribute a, int absent)
{
	const struct value *v = find_value(n, a);

	return v != NULL ? v->number : absent;
}

static const struct node *
first_named(const struct node *n, enum element e)
{
	while (n != NULL && (n->rule == NULL || n->rule->element != e))
		n = n->next;
	return n;
}

const struct node *
node_child(const struct node *n, enum element e)
{
	return n != NULL ? first_named(n->first, e) : NULL;
}

const struct node *
node_again(const struct node *n)
{
	return first_named(n->next, n->rule->element);
}

size_t
node_count(const struct node *n, enum element e)
{
	size_t count = 0;

	for (n = node_child(n, e); n != NULL; n = node_again(n))
		count++;
	return count;
}

const char *
node_text(const struct node *n)
{
	return n != NULL && n->first != NULL && n->first->rule == NULL ? n->first->text : "";
}

const struct node *
node_subject(const struct node *n)
{
	while (n != NULL && !n->rule->subject)
		n = n->parent;
	return n;
}

#define MESSAGE_BYTES 700       /* names and quoted values are cut long before */

__attribute__((format(printf, 5, 0)))
static void
report(struct diags *d, const struct node *n, struct place at, bool warning, const char *fmt, va_list ap)
{
	const struct node *subject = node_subject(n);
	const char *id = node_value(subject, A_ID);
	char message[MESSAGE_BYTES], prefix[MESSAGE_BYTES] = "";

	vsnprintf(message, sizeof(message), fmt, ap);
	if (id != NULL)
		snprintf(prefix, sizeof(prefix), "%s \"%s\": ", subject->rule->name, id);
	else if (subject != NULL)
		snprintf(prefix, sizeof(prefix), "%s without id: ", subject->rule->name);
	if (warning)
		diag_warning(d, at, "%s%s", prefix, message);
	else
		diag_error(d, at, "%s%s", prefix, message);
}

int
node_error(struct diags *d, const struct node *n, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(d, n, n->at, false, fmt, ap);
	va_end(ap);
	return -1;
}

int
node_warning(struct diags *d, const struct node *n, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(d, n, n->at, true, fmt, ap);
	va_end(ap);
	return 0;
}

int
node_error_at(struct diags *d, const struct node *n, struct place at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(d, n, at, false, fmt, ap);
	va_end(ap);
	return -1;
}
