#!/bin/sh
# Manual pages are free of mandoc's complaints.
set -eu
command -v mandoc >/dev/null || {
	echo "skipped, there is no mandoc"
	exit 77
}
failed=0
for page in docs/man/*.[1-9] docs/man/registers/*.[1-9]; do
	[ -e "$page" ] || continue
	# Pages refer to each other before they are installed.
	complaints=$(mandoc -T lint -W style "$page" | grep -v 'referenced manual not found' || :)
	[ -z "$complaints" ] || {
		echo "$complaints"
		failed=1
	}
	missing=$(sed -n 's/^\.Xr \(pmo[a-z-]*\) \([1-9]\).*/\1.\2/p' "$page" |
		while read -r name; do
			[ -e "docs/man/$name" ] || echo "$page: refers to $name, which does not exist"
		done)
	[ -z "$missing" ] || {
		echo "$missing"
		failed=1
	}
done
exit "$failed"
