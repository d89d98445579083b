/*
 * libyaml's faults in words that say what to do.
 *
 * The parser's own text is terse and its mark is often where it noticed, not where
 * the mistake is: an unclosed quote is noticed at the end of the file, a missing
 * colon on the line after. The table says which mark to show.
 */
#include "parse.h"

#include <string.h>
#include <yaml.h>

struct explanation {
	const char *problem, *context; /* how libyaml's words begin; NULL: any */
	bool at_context;               /* the mistake is where the context began */
	const char *code, *message, *hint;
};

static const struct explanation explanations[] = {
	{ "found unexpected end of stream", "while scanning a quoted scalar", true, "yaml-quote",
	  "this quote is never closed", "put the closing quote at the end of the text" },
	{ "found unexpected document indicator", "while scanning a quoted scalar", true,
	  "yaml-quote", "this quote is never closed",
	  "put the closing quote at the end of the text" },
	{ "found unknown escape character", NULL, false, "yaml-escape",
	  "a backslash in double quotes begins no known escape",
	  "write \\\\ for a backslash, or use single quotes" },
	{ "did not find expected ',' or ']'", NULL, true, "yaml-bracket",
	  "the list that begins here is not closed as expected",
	  "check for a missing ] or comma, and quote text that has commas" },
	{ "did not find expected ',' or '}'", NULL, true, "yaml-bracket",
	  "the mapping that begins here is not closed as expected",
	  "check for a missing } or comma, and quote text that has commas" },
	{ "mapping values are not allowed", NULL, false, "yaml-colon",
	  "a second ': ' in this value, or a wrong indentation",
	  "put a value that contains ': ' in quotes" },
	{ "could not find expected ':'", "while scanning a simple key", true, "yaml-missing-colon",
	  "expected 'field: value' here, found a line without a colon",
	  "write the field's name, a colon and a blank; indent text that goes on from above" },
	{ "did not find expected key", NULL, false, "yaml-indent",
	  "this line is not indented like the lines it belongs to",
	  "align it with the fields above, with blanks" },
	{ "did not find expected '-' indicator", NULL, false, "yaml-indent",
	  "this line is not indented like the items it belongs to",
	  "align its dash with the dashes above" },
	{ "found a tab character", NULL, false, "yaml-tab", "a tab is used for indentation",
	  "use blanks" },
	{ "found character that cannot start any token", NULL, false, "yaml-character",
	  "text cannot begin with this character", "put the text in quotes" },
	{ "did not find expected node content", NULL, false, "yaml-character",
	  "expected a value here, found a bracket or a comma",
	  "put text that begins with this character in quotes" },
	{ "block sequence entries are not allowed", NULL, false, "yaml-dash",
	  "a list cannot begin on the line of its field",
	  "write each item on a line of its own, or put text that begins with a dash in quotes" },
	{ NULL, "while scanning a block scalar", true, "yaml-block",
	  "text of several lines does not begin like this",
	  "end the line behind | or >, or put text that begins so in quotes" },
	{ "found incompatible YAML document", NULL, false, "yaml-version",
	  "this asks for another version of YAML", "take the %YAML line away" },
	{ NULL, "while scanning a directive", true, "yaml-directive",
	  "a line that begins with % is no record", "take the line away" },
	{ NULL, "while scanning a tag", true, "yaml-tag", "tags (!) are not accepted",
	  "take the tag away, or put text that begins with ! in quotes" },
	{ NULL, "while parsing a tag", true, "yaml-tag", "tags (!) are not accepted",
	  "take the tag away, or put text that begins with ! in quotes" },
	{ "found undefined tag handle", NULL, false, "yaml-tag", "tags (!) are not accepted",
	  "take the tag away, or put text that begins with ! in quotes" },
	{ NULL, "while scanning an a", true, "yaml-anchor", /* anchor, alias */
	  "anchors (&) and aliases (*) are not accepted",
	  "write the value out, or put text that begins with & or * in quotes" },
	{ "did not find expected <document start>", NULL, false, "yaml-documents",
	  "the document ended above", "take the line with ... or % away" },
};

static const struct explanation wrong_indent = {
	NULL,
	NULL,
	false,
	"yaml-indent",
	"this line is not indented like the lines it belongs to",
	"align it with the fields above, with blanks"
};

static const struct explanation not_open = { NULL,
					     NULL,
					     false,
					     "yaml-bracket",
					     "this bracket closes nothing",
					     "take it away, or look for the one that opens" };

/* What stands behind a closing quote or bracket is no matter of indentation. */
static const struct explanation rest_of_line = {
	NULL,
	NULL,
	false,
	"yaml-rest",
	"expected the end of the line here, found more",
	"put the whole value in quotes, or begin a comment with ' #'"
};

static const struct explanation no_key = { NULL,
					   NULL,
					   false,
					   "yaml-key",
					   "a colon stands here without a name before it",
					   "write the field's name before the colon" };

static bool begins(const char *text, const char *start)
{
	return !start || (text && strncmp(text, start, strlen(start)) == 0);
}

static const struct explanation *find_explanation(const struct parse_fault *fault)
{
	for (size_t i = 0; i < sizeof(explanations) / sizeof(explanations[0]); i++)
		if (begins(fault->problem, explanations[i].problem) &&
		    begins(fault->context, explanations[i].context))
			return &explanations[i];
	return NULL;
}

static bool begins_line(const struct pmo_source *source, size_t offset)
{
	while (offset > 0 && strchr(" -\t", source->bytes[offset - 1]))
		offset--;
	return offset == 0 || source->bytes[offset - 1] == '\n';
}

/* Whether the last line with words above an offset is `...` or begins with %. */
static bool ends_document_above(const struct pmo_source *source, size_t offset)
{
	while (offset > 0 && strchr(" \t\r\n", source->bytes[offset - 1]))
		offset--;
	size_t line = offset;
	while (line > 0 && source->bytes[line - 1] != '\n')
		line--;
	return source->bytes[line] == '%' ||
	       (offset - line >= 3 && memcmp(source->bytes + line, "...", 3) == 0);
}

/* The better words where libyaml's message does not tell cases apart. */
static const struct explanation *refine(const struct explanation *known,
					const struct pmo_source *source, size_t offset)
{
	if (offset >= source->length)
		return known;
	if (strcmp(known->code, "yaml-documents") == 0 && !ends_document_above(source, offset))
		return &wrong_indent;
	if (strcmp(known->code, "yaml-indent") != 0)
		return known;
	if (source->bytes[offset] == ':')
		return &no_key;
	if (source->bytes[offset] == ']' || source->bytes[offset] == '}')
		return &not_open;
	return begins_line(source, offset) ? known : &rest_of_line;
}

/* libyaml may point at a byte inside of a character; the character's first byte is meant. */
static size_t first_byte(const struct pmo_source *source, const struct parse_fault *fault)
{
	size_t offset = fault->problem_offset;
	if (!fault->problem || !strstr(fault->problem, "trailing"))
		return offset;
	size_t back = offset;
	while (back > 0 && offset - back < 3 && ((unsigned char)source->bytes[back - 1] & 0x80)) {
		back--;
		if (((unsigned char)source->bytes[back] & 0xc0) == 0xc0)
			return back;
	}
	return offset;
}

static void explain_byte(const struct parse_fault *fault, struct pmo_place *place,
			 struct pmo_diags *diags)
{
	place->offset = first_byte(place->source, fault);
	if (fault->problem && strstr(fault->problem, "control characters")) {
		pmo_diag_add(diags, PMO_ERROR, "yaml-byte", place,
			     "the control character 0x%02x is not accepted",
			     (unsigned)fault->value);
		pmo_diag_hint(diags,
			      "delete it; it often comes from pasting out of another program");
		return;
	}
	unsigned char byte = place->offset < place->source->length
				     ? (unsigned char)place->source->bytes[place->offset]
				     : 0;
	pmo_diag_add(diags, PMO_ERROR, "yaml-encoding", place, "this byte (0x%02x) is not UTF-8",
		     (unsigned)byte);
	pmo_diag_hint(diags, "save the file as UTF-8; editors call the other one Latin-1 or ANSI");
}

void parse_explain(const struct ydoc *doc, const struct parse_fault *fault, struct pmo_diags *diags)
{
	struct pmo_place place = { .source = &doc->source, .length = 1 };
	if (fault->error == YAML_READER_ERROR) {
		explain_byte(fault, &place, diags);
		return;
	}
	const struct explanation *known = find_explanation(fault);
	if (!known) {
		place.offset = fault->problem_at;
		pmo_diag_add(diags, PMO_ERROR, "yaml-syntax", &place, "this is not valid YAML: %s",
			     fault->problem ? fault->problem : "unknown reason");
		pmo_diag_hint(diags, "put the text in quotes, or write it more simply");
		return;
	}
	place.offset = known->at_context && fault->context ? fault->context_at : fault->problem_at;
	if (place.offset < doc->source.length && doc->source.bytes[place.offset] == '\t') {
		pmo_diag_add(diags, PMO_ERROR, "yaml-tab", &place, "a tab is used for indentation");
		pmo_diag_hint(diags, "use blanks");
		return;
	}
	known = refine(known, &doc->source, place.offset);
	pmo_diag_add(diags, PMO_ERROR, known->code, &place, "%s", known->message);
	pmo_diag_hint(diags, "%s", known->hint);
}
