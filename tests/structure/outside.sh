#!/bin/sh
# The library never prints, ends the process or asks for the environment, the
# clock, the locale or the current directory: its objects do not call for it.
#   outside.sh OBJECT...
#
# One exception: lib/base/os.c waits for a lock, by a clock that counts from nowhere.
set -eu
export LC_ALL=C
table=$(mktemp)
trap 'rm -f "$table"' EXIT
nm -A -u "$@" >"$table"
awk '
	BEGIN {
		split("printf vprintf puts putchar putc perror stdout stderr stdin exit abort quick_exit " \
		      "atexit getenv secure_getenv setenv environ time clock clock_gettime gettimeofday " \
		      "localtime localtime_r tzset getcwd chdir setlocale newlocale uselocale srand rand " \
		      "random isatty sleep nanosleep system popen strcpy strcat sprintf vsprintf strtok", names, " ")
		for (i in names)
			banned[names[i]] = 1
	}
	{
		object = $1
		name = $NF
		sub(/@.*/, "", name)
		sub(/^__/, "", name)
		sub(/_chk$/, "", name)
		if (object ~ /lib\/base\/os\./ && (name == "clock_gettime" || name == "nanosleep"))
			next
		if (name in banned) {
			print object " " name
			bad = 1
		}
	}
	END { exit bad }
' "$table"
