# Too much: of depth, of length, of number; and lists from elsewhere.
# shellcheck shell=sh disable=SC2154

repeat() { # COUNT TEXT
	awk -v count="$1" -v text="$2" 'BEGIN { while (count--) printf "%s", text }'
}

# One line of 10 MiB, in every style; a million brackets; a title of 1 MiB.
record() {
	try check
	try show RSK-1 --format json
	try risk --all
	try set RSK-1 impact=3
}
line=$work/line
repeat 10485760 x >"$line"
{ printf 'title: ' && cat "$line"; } >cadup/risks/RSK-001.yaml
record
{ printf 'title: "' && cat "$line" && echo '"'; } >cadup/risks/RSK-001.yaml
record
{ cat "$line" && echo ': x'; } >cadup/risks/RSK-001.yaml
record
{ printf 'title: x # ' && cat "$line"; } >cadup/risks/RSK-001.yaml
record
tr x '[' <"$line" >cadup/risks/RSK-001.yaml
record
tr x '{' <"$line" >cadup/risks/RSK-001.yaml
record
tr x ' ' <"$line" >cadup/risks/RSK-001.yaml
record
tr x '\n' <"$line" >cadup/risks/RSK-001.yaml
record
tr x '\000' <"$line" >cadup/risks/RSK-001.yaml
record
tr x '-' <"$line" >cadup/risks/RSK-001.yaml
record
tr x "'" <"$line" >cadup/risks/RSK-001.yaml
record
{ printf 'tags: [' && repeat 500000 'a, ' && echo ']'; } >cadup/risks/RSK-001.yaml
record
{ printf 'title: x\ntags:\n' && repeat 200000 '  - a
'; } >cadup/risks/RSK-001.yaml
record
repeat 200000 'title: x
' >cadup/risks/RSK-001.yaml
record
awk 'BEGIN { for (i = 0; i < 1000; i++) { for (j = 0; j < i; j++) printf " "; print "a:" } }' \
	>cadup/risks/RSK-001.yaml
record
{ printf 'title: "' && head -c 1048576 "$line" && echo '"'; } >cadup/risks/RSK-001.yaml
record
for format in table csv html md; do
	try risk --all --format "$format"
done
{ printf 'a: &a [x]\n' && awk 'BEGIN { for (i = 1; i < 30; i++) print "b" i ": &b" i " [*a, *a]" }'; } \
	>cadup/risks/RSK-001.yaml
record

# Lists from elsewhere.
plain_tree
csv() {
	try import "$1" --into risk --dry-run
	try import "$1" --into risk
}
tr x '"' <"$line" >list.csv && csv list.csv
{ printf 'title\n"' && cat "$line"; } >list.csv && csv list.csv
tr x ',' <"$line" >list.csv && csv list.csv
{ echo title && repeat 10000 ',,,,,,
'; } >list.csv && csv list.csv
printf 'title,title,title\n=1+1,@x,+y\n\033[2J,\377,\000\n' >list.csv && csv list.csv
printf '\377\376t\000i\000' >list.csv && csv list.csv
for format in json jsonl; do
	tr x '[' <"$line" >list.$format && csv list.$format
	{ printf '{"a":' && tr x '{' <"$line"; } >list.$format && csv list.$format
	printf '[{"title":"\\u0000\\ud800\\u202e\\u001b[2J","id":"../x"}]' >list.$format && csv list.$format
	printf '{"title":1e999999999,"title":-0,"owner":{"a":[1,{}]}}' >list.$format && csv list.$format
done
csv /dev/zero
csv .
csv nowhere.csv
readers
