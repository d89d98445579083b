# Words that are more than words: escapes, directions, what cannot be seen, bytes.
# shellcheck shell=sh disable=SC2034,SC2154

esc=$(printf '\033') bel=$(printf '\007') cr=$(printf '\rx')
cr=${cr%x}
set -- "\\e[2J\\e]0;owned\\a" "\\r\\b\\x7f\\x01" "\\u202Egnp.exe\\u202C" "\\u2066a\\u2069\\u200F" \
	"\\u200B\\u200D\\uFEFF\\u2060" "\\x9b31m\\x85" "\\u2028two\\u2029lines" "%s%n%x" \
	"\$(touch x) \`id\` ; rm -rf /" "<script>alert(1)</script><img src=x onerror=y>" \
	"=cmd|' /C calc'!A0" "@SUM(1)" "| a | b |" "\\ta\\nb\\\\n" "\\U000E0041\\uFFF9" "../../x"
for words; do
	title=$(printf '%s' "$words" | sed 's/"/\\"/g; s/\\x7f/\\x7F/; s/`/\\x60/g')
	printf 'title: "%s"\nowner: NET\nnotes:\n  - "2026-11-20 %s"\ntags: ["%s"]\nhistory:\n  - "2026-11-20 a>b PC: %s"\n' \
		"$title" "$title" "$title" "$title" >cadup/risks/RSK-001.yaml
	printf '"%s":\n  name: "%s"\nNET:\n  name: "%s"\n' "$title" "$title" "$title" >people.yaml
	printf 'title: "%s"\nstatus: active\nweird: "%s"\n"%s": 1\n' "$title" "$title" "$title" \
		>cadup/project.yaml
	for format in table tsv csv json jsonl yaml md html ids; do
		try risk --all -c id,title,owner.name,tags --format "$format"
		try show RSK-1 --format "$format"
	done
	try check --all
	try check --all --format json
	try find a
	try person --all
	try set RSK-1 impact=3
	try risk --group title --count
	git=yes
	try log RSK-1
done

# The same as bytes in the file, and as arguments.
for bytes in "a${esc}[31mb" "a${bel}" "a${cr}b" "$(printf 'a\342\200\256b')" \
	"$(printf 'a\303(\377\376')" "$(printf 'a\355\240\200')" "$(printf 'a\364\220\200\200')" \
	"$(printf 'a\302\233b')" "$(printf 'a\300\257')"; do
	printf 'title: %s\nowner: NET\n' "$bytes" >cadup/risks/RSK-001.yaml
	try check --all
	try check --all --format json
	try show RSK-1
	try find a --format json
	try risk --all
	plain_tree
	try set RSK-1 "title=$bytes"
	try risk add "$bytes" "owner=$bytes"
	try show "$bytes"
	try find "$bytes"
	try "$bytes"
	try risk "--$bytes"
	try risk "title~$bytes"
	try risk --sort "$bytes" -c "$bytes"
	try -p "$bytes" risk
	try -C "$bytes" risk
	try config set "$bytes" "$bytes"
	try --as-of "$bytes" risk
	try risk --all
	try check
done

# A name of a file is words, too.
name=$(printf 'cadup/risks/RSK-002\033[2J\342\200\256.yaml')
printf 'title: x\n' >"$name"
try check --all
try check "$name"
try check --format json
try doctor
try risk --all
rm -f "$name"
