#!/bin/sh
# Limits with teeth: file 600 lines, header 300, command file 400, function 60,
# parameters 5, nesting 4, line 100 columns (a tab is 8).
set -eu
here=$(dirname "$0")
failed=0

say() {
	echo "$*"
	failed=1
}

for file in $(find include lib cmd tests -name '*.[ch]' | sort); do
	lines=$(wc -l <"$file")
	case $file in
	*.h) limit=300 ;;
	cmd/*/*.c) limit=600 ;;
	cmd/*.c) limit=400 ;;
	*) limit=600 ;;
	esac
	[ "$lines" -le "$limit" ] || say "$file: $lines lines, at most $limit"
	case $file:$(sed -n 1p "$file") in
	*':/*'* | tests/*) ;;
	*) say "$file:1: does not begin with a comment that says what it is for" ;;
	esac
	# without the later bytes of a character, so that each counts as one column
	LC_ALL=C tr -d '\200-\277' <"$file" | expand | awk -v name="$file" '
		length($0) > 100 { print name ":" NR ": " length($0) " columns, at most 100"; bad = 1 }
		END { exit bad }' || failed=1
	awk -f "$here/strip.awk" "$file" | awk -v name="$file" '
		function wrong(line, reason) {
			print name ":" line ": " reason
			bad = 1
		}
		# Parameters between the outermost parentheses; "..." is none.
		function parameters(text, i, c, depth, count, inner) {
			for (i = index(text, "("); i && i <= length(text); i++) {
				c = substr(text, i, 1)
				if (c == "(" && ++depth == 1)
					continue
				if (c == ")" && --depth == 0)
					break
				if (c == "," && depth == 1)
					count++
				inner = inner c
			}
			return inner ~ /\.\.\./ ? count : count + 1
		}
		function judge_signature(line) {
			sub(/__attribute__.*/, "", signature)
			if (signature ~ /^[a-zA-Z].*[a-z0-9_]\(/ && signature !~ /=/ &&
			    parameters(signature) > 5)
				wrong(line, parameters(signature) " parameters, at most 5")
		}
		/^#/ || /^$/ { next }
		/^[a-zA-Z_]/ { signature = $0; start = NR }
		!/^[a-zA-Z_{}]/ && !body { signature = signature " " $0 }
		/;[ \t]*$/ && !body { judge_signature(start); signature = "" }
		/^\{/ { judge_signature(start); body = NR; signature = "" }
		/^\}/ {
			if (body && NR - body - 1 > 60)
				wrong(start, "a function of " NR - body - 1 " lines, at most 60")
			body = 0
			signature = ""
		}
		body && /^\t\t\t\t\t+(if|for|while|do|switch)[ (]/ { wrong(NR, "nested deeper than 4") }
		END { exit bad }
	' || failed=1
done
exit "$failed"
