#!/bin/sh
# Calls and habits that are not used: functions that overrun or hide a shell,
# jumps other than to `done`, line comments, notes to do something later.
set -eu
here=$(dirname "$0")
failed=0

for file in $(find include lib cmd tests -name '*.[ch]' | sort); do
	awk -f "$here/strip.awk" "$file" | awk -v name="$file" '
		function wrong(reason) {
			print name ":" NR ": " reason
			bad = 1
		}
		match($0, /(^|[^a-zA-Z0-9_.>])(strcpy|strcat|strncpy|strncat|sprintf|vsprintf|atoi|atol|atof|strtok|system|popen|gets|alloca|rand|srand|tmpnam|mktemp)\(/) {
			wrong("banned: " substr($0, RSTART, RLENGTH) ")")
		}
		/(^|[ \t])goto / && !/goto done;/ { wrong("a jump that is not to done") }
		/\/\// { wrong("a line comment") }
		/^typedef (struct|union|enum)[^(]*(;|\{|$)/ { wrong("a typedef that hides a struct") }
		END { exit bad }
	' || failed=1
	if grep -nE '\b(TODO|FIXME|XXX|HACK)\b' "$file" /dev/null; then
		failed=1
	fi
done
exit "$failed"
