#!/bin/sh
# An installation is whole: all files are where they belong, the program runs wherever the
# folder is moved, programs build against the library by pkg-config and by CMake, and
# uninstalling leaves nothing.
#   installed.sh BUILD CMAKE GENERATOR
set -eu
build=$1
cmake=$2
generator=$3
work=$(mktemp -d)
saved=
finish() {
	[ -z "$saved" ] || mv "$saved" "$build/install_manifest.txt"
	rm -rf "$work"
}
trap finish EXIT
unset DESTDIR
if [ -e "$build/install_manifest.txt" ]; then
	mv "$build/install_manifest.txt" "$work/manifest"
	saved=$work/manifest
fi

"$cmake" --install "$build" --prefix "$work/first" >"$work/log" || {
	cat "$work/log"
	exit 1
}
cp -R "$work/first" "$work/moved"
prefix=$work/moved

failed=0
for file in bin/pmo include/pmo/workspace.h share/man/man1/pmo.1 share/man/man5/pmo-workspace.5 \
	share/pmo/demo/pmo.yaml share/pmo/limits/purchases.yaml \
	share/pmo/limits/jurisdictions/federal.yaml share/pmo/holidays/us_federal.yaml \
	share/bash-completion/completions/pmo \
	share/zsh/site-functions/_pmo share/fish/vendor_completions.d/pmo.fish; do
	[ -s "$prefix/$file" ] || {
		echo "not installed: $file"
		failed=1
	}
done
for name in pmo.pc pmo-config.cmake pmo-config-version.cmake pmo-targets.cmake; do
	[ -n "$(find "$prefix" -name "$name")" ] || {
		echo "not installed: $name"
		failed=1
	}
done
# Nothing installed knows where it was built.
if grep -rlF "$build" "$prefix"; then
	echo "these name the build folder"
	failed=1
fi
[ "$failed" -eq 0 ]

if [ -e /proc/self/exe ]; then
	"$prefix/bin/pmo" demo "$work/demo" >/dev/null
	"$prefix/bin/pmo" -C "$work/demo/cadup" show RSK-3 >/dev/null
fi

cat >"$work/user.c" <<'EOF2'
#include <pmo/result.h>
#include <string.h>
int main(void) { return strcmp(pmo_result_name(PMO_OK), "") == 0; }
EOF2
library=$(dirname "$(find "$prefix" -name pmo-targets.cmake)")/../..
flags=$(PKG_CONFIG_PATH=$library/pkgconfig pkg-config --cflags --libs pmo)
# shellcheck disable=SC2086 # several flags
"${CC:-cc}" "$work/user.c" -o "$work/user" $flags
LD_LIBRARY_PATH=$library DYLD_LIBRARY_PATH=$library "$work/user"

mkdir "$work/project"
cp "$work/user.c" "$work/project/"
cat >"$work/project/CMakeLists.txt" <<'EOF2'
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES C)
find_package(pmo 0.1 REQUIRED)
add_executable(user user.c)
target_link_libraries(user PRIVATE pmo::libpmo)
EOF2
{
	"$cmake" -S "$work/project" -B "$work/project/build" -G "$generator" \
		-DCMAKE_PREFIX_PATH="$prefix" &&
		"$cmake" --build "$work/project/build"
} >"$work/log" 2>&1 || {
	cat "$work/log"
	exit 1
}
"$work/project/build/user"

source=$(cd "$(dirname "$0")/../.." && pwd)
(cd "$build" && "$cmake" -P "$source/cmake/uninstall.cmake" >"$work/log" 2>&1) || {
	cat "$work/log"
	exit 1
}
left=$(find "$work/first" ! -type d)
[ -z "$left" ] || {
	echo "left behind: $left"
	exit 1
}
