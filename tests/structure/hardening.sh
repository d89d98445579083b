#!/bin/sh
# What is shipped is built so that a fault is hard to use: position independent, its
# tables read-only once it runs, no stack to execute, stack and lengths checked, jumps
# marked where the processor checks them.
#   hardening.sh PROGRAM LIBRARY OBJECT...
set -eu
export LC_ALL=C
command -v readelf >/dev/null || {
	echo "skipped, there is no readelf"
	exit 77
}
program=$1
library=$2
shift 2
facts=$(mktemp)
trap 'rm -f "$facts"' EXIT
failed=0

# Says what is missing: file, what readelf must show, what that means.
expect() {
	grep -Eq -e "$2" "$facts" || {
		echo "$1: $3"
		failed=1
	}
}

for file in "$program" "$library"; do
	readelf -Whdl --dyn-syms "$file" >"$facts"
	expect "$file" 'Type: *DYN' "not position independent"
	expect "$file" 'GNU_RELRO' "no read-only relocations (RELRO)"
	expect "$file" '\((FLAGS|FLAGS_1)\).*NOW' "relocations are not all done at the start (-z now)"
	expect "$file" 'GNU_STACK.* RW +0x' "the stack is executable"
	expect "$file" '__stack_chk_fail' "no stack protector"
	! grep -q 'TEXTREL' "$facts" || expect "$file" 'never' "relocations in the code"
	# musl checks lengths in its headers, if at all, and leaves no such names.
	! grep -q 'NEEDED.*libc\.so\.6' "$facts" ||
		expect "$file" '__(v?s?n?printf|v?fprintf|memcpy|read|readlink|realpath)_chk' \
			"no checked lengths (FORTIFY)"
done
readelf -d "$library" >"$facts"
expect "$library" 'SONAME.*\[libpmo\.so\.0\]' "its name is not libpmo.so.0"

# The system's own start files decide whether the whole is marked; ours all are.
if [ "$(uname -m)" = x86_64 ]; then
	for object; do
		readelf -n "$object" >"$facts"
		expect "$object" 'IBT, SHSTK' "jumps and returns are not marked (CET)"
	done
fi
exit "$failed"
