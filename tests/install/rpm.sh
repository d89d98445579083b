#!/bin/sh
# The packages for Fedora: pmo and pmo-devel as rpmbuild makes them, what they ask for and own,
# and, where there is root, installed in an empty tree, run there and removed.
#   rpm.sh BUILD CPACK
set -eu
build=$1
cpack=$2
command -v rpmbuild >/dev/null || {
	echo "skipped, there is no rpmbuild"
	exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DESTDIR
failed=0

wrong() {
	echo "$*"
	failed=1
}

# What a query of a package must have as a whole line.
#   has PACKAGE QUERY LINE
has() {
	rpm -qp "$2" "$1" >"$work/answer"
	grep -qxF -e "$3" "$work/answer" || wrong "${1##*/}: no $3 in $2"
}

# What a query must not have.
has_not() {
	rpm -qp "$2" "$1" >"$work/answer"
	! grep -qxF -e "$3" "$work/answer" || wrong "${1##*/}: $3 in $2"
}

"$cpack" --config "$build/CPackConfig.cmake" -G RPM -B "$work/made" \
	-D CPACK_PACKAGING_INSTALL_PREFIX=/usr >"$work/log" 2>&1 || {
	cat "$work/log"
	exit 1
}
! grep -i -A 4 'warning' "$work/log" || wrong "cpack warns"

tool=$(ls "$work"/made/pmo-[0-9]*.rpm)
devel=$(ls "$work"/made/pmo-devel-*.rpm)
version=$(rpm -qp --qf '%{version}-%{release}' "$tool")
for package in "$tool" "$devel"; do
	[ "$(rpm -qp --qf '%{license}' "$package")" = MIT ] || wrong "$package: another license"
	name=$(rpm -qp --qf '%{name}' "$package")
	has "$package" --licensefiles "/usr/share/licenses/$name/LICENSE"
	# Folders of the system are not ours to own.
	for folder in / /usr /usr/bin /usr/include /usr/lib /usr/lib64 /usr/lib/cmake \
		/usr/lib/pkgconfig /usr/libexec /usr/share /usr/share/licenses /usr/share/man \
		/usr/share/man/man1 /usr/share/bash-completion/completions \
		/usr/share/zsh/site-functions /usr/share/fish/vendor_completions.d; do
		has_not "$package" --list "$folder"
	done
done
has "$tool" --list /usr/bin/pmo
has "$tool" --list /usr/share/pmo
has "$tool" --list /usr/share/pmo/demo/pmo.yaml
has "$tool" --docfiles /usr/share/man/man1/pmo.1.gz
has "$devel" --list /usr/include/pmo/workspace.h
has_not "$tool" --list /usr/include/pmo/workspace.h
# What is needed is found in the programs themselves, by the names that the loader looks for.
rpm -qp --requires "$tool" >"$work/requires"
for library in libyaml-0 libutf8proc libmd libjansson libexpat libz libc; do
	grep -q "^$library\.so\.[0-9]" "$work/requires" || wrong "$tool does not ask for $library"
done
rpm -qp --provides "$tool" | grep -q '^libpmo\.so\.0' || wrong "$tool does not offer libpmo.so.0"
rpm -qp --requires "$devel" | grep -q "^pmo.* = $version\$" || wrong "$devel takes any pmo"

[ "$failed" -eq 0 ] || exit 1
[ "$(id -u)" -eq 0 ] || exit 0

root=$work/root
mkdir -p "$root"
rpm --root "$root" --initdb
rpm --root "$root" --nodeps -i "$tool" "$devel" 2>"$work/log" || {
	cat "$work/log"
	exit 1
}
rpm --root "$root" --nodeps -V pmo pmo-devel
! grep -rlF "$build" "$root/usr" || wrong "these name the build folder"
library=$(dirname "$(find "$root/usr" -name libpmo.so.0)")
if [ -e /proc/self/exe ]; then
	LD_LIBRARY_PATH=$library "$root/usr/bin/pmo" demo "$work/demo" >/dev/null
	LD_LIBRARY_PATH=$library "$root/usr/bin/pmo" -C "$work/demo/cadup" show RSK-3 >/dev/null
fi
rpm --root "$root" --nodeps -e pmo pmo-devel
left=$(find "$root/usr" ! -type d)
[ -z "$left" ] || wrong "left behind: $left"
[ "$failed" -eq 0 ]
