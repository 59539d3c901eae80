#include "cli/bank_new.h"

#include <string.h>

#include "cli/no_such.h"

static bool
is_id(const char *s)
{
	size_t len = strlen(s);

	if (len == 0 || len >= BANK_ID_BYTES || s[0] < 'a' || s[0] > 'z')
		return false;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

static void
print_facts(void)
{
	fputs(
	    "  <!-- A fact that is given only when asked for; scenario and troubleshooting have one to three. -->\n"
	    "  <on-request id=\"r1\" ask=\"What the candidate should think of asking\">\n"
	    "   <p>The fact.</p>\n"
	    "  </on-request>\n",
	    stdout);
}

static void
print_item(const char *id, const char *topic, const char *difficulty, const char *kind)
{
	printf(
	    " <item id=\"%s\" revision=\"1\" topic=\"%s\" difficulty=\"%s\" kind=\"%s\" minutes=\"4\" status=\"draft\">\n",
	    id, topic, difficulty, kind);
	fputs("  <title>At most ten words</title>\n"
	      "  <stem><p>The question, as you would say it.</p></stem>\n", stdout);
	if (strcmp(kind, "scenario") == 0 || strcmp(kind, "troubleshooting") == 0)
		print_facts();
	fputs("  <answer><p>What a strong candidate says: right, with the why and the limits.</p></answer>\n"
	      "  <key-points>\n"
	      "   <!-- Three to six, each to be heard in an answer and ticked; one to three essential. -->\n"
	      "   <key-point id=\"k1\" essential=\"yes\">The first thing a good answer says</key-point>\n"
	      "   <key-point id=\"k2\">The second</key-point>\n"
	      "   <key-point id=\"k3\">The third</key-point>\n"
	      "  </key-points>\n"
	      "  <follow-up id=\"f1\" minutes=\"1\">\n"
	      "   <stem><p>A probe that tells knowing from having heard of.</p></stem>\n"
	      "   <answer><p>Its answer.</p></answer>\n"
	      "  </follow-up>\n"
	      "  <mistake id=\"m1\">\n"
	      "   <claim>What candidates wrongly say.</claim>\n"
	      "   <correction>What is true instead.</correction>\n"
	      "  </mistake>\n"
	      " </item>\n", stdout);
}

int
bank_new(const struct bank *b, const struct args *args, struct err *err)
{
	const char *topic = args_value(args, "topic"), *kind = args_value(args, "kind");
	const char *difficulty = args_value(args, "difficulty");
	const char *id = args->word_count > 1 ? args->words[1] : "";
	long d;

	if (!is_id(id))
		return cmd_usage(args, err, "new needs an ID: a-z, 0-9 and -, a letter first, at most %d characters",
		    BANK_ID_BYTES - 1), -1;
	if (bank_find_item(b, id) != SIZE_MAX)
		return err_set(err, EXIT_FINDINGS, "the bank has an item \"%s\" already", id);
	if (topic != NULL && bank_find_topic(b, topic) == SIZE_MAX)
		return no_such_topic(b, topic, err);
	if (kind != NULL && kind_from_name(kind) < 0)
		return cmd_usage(args, err, "--kind takes concept, scenario, troubleshooting or behavioural"), -1;
	if (difficulty != NULL && parse_int(difficulty, 1, DIFFICULTY_COUNT, &d) != 0)
		return cmd_usage(args, err, "--difficulty takes 1 (basic), 2 (core) or 3 (stretch)"), -1;
	print_item(id, topic != NULL ? topic : b->topics[0].id, difficulty != NULL ? difficulty : "1",
	    kind != NULL ? kind : "concept");
	return 0;
}
