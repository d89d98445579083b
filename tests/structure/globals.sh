#!/bin/sh
# The library has no writable data: all state is in what the caller hands in.
#   globals.sh OBJECT...
#
# One exception: the empty text that every empty buffer points to; its one byte is
# never written, but the buffer's pointer cannot say so.
set -eu
export LC_ALL=C
table=$(mktemp)
trap 'rm -f "$table"' EXIT
objdump -t "$@" >"$table"
awk '
	/file format/ { object = $1 }
	# address, flags, section, size, name; constant tables with pointers are .data.rel.ro
	/ O / {
		for (i = 1; i <= NF; i++)
			if ($i == "O")
				break
		section = $(i + 1)
		if (object ~ /lib\/base\/buffer\./ && $NF ~ /^nothing(\.[0-9]+)?$/)
			next
		if (section ~ /^\.(data|bss|tdata|tbss)/ && section !~ /^\.data\.rel\.ro/ || section == "*COM*") {
			print object " " $NF " is writable (" section ")"
			bad = 1
		}
	}
	END { exit bad }
' "$table"
