#!/bin/sh
# What the shared library exports begins with pmo_ and is declared in a public
# header, and what a public header declares as PMO_API exists.
#   symbols.sh LIBRARY
set -eu
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

nm -D --defined-only "$1" | awk '$2 ~ /^[A-Z]$/ && $3 !~ /^_(init|fini|edata|end|_bss_start)$/ { print $3 }' |
	sort -u >"$work/exported"
cat include/pmo/*.h | awk -f "$(dirname "$0")/strip.awk" | tr '\n' ' ' | tr ';{}' '\n' |
	sed -n 's/.*PMO_API.*[ *]\(pmo_[a-z0-9_]*\)[ ]*[([].*/\1/p' | sort -u >"$work/declared"

comm -23 "$work/exported" "$work/declared" | sed 's/$/: exported, but not declared PMO_API in include\/pmo/' >"$work/wrong"
comm -13 "$work/exported" "$work/declared" | sed 's/$/: declared PMO_API in include\/pmo, but nowhere defined/' >>"$work/wrong"
cat "$work/wrong"
[ -s "$work/exported" ] && [ ! -s "$work/wrong" ]
