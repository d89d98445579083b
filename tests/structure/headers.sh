#!/bin/sh
# Every header compiles alone, as strict C17.
#   headers.sh COMPILER [FLAG...]
set -eu
compiler=$1
shift
command -v "$compiler" >/dev/null || {
	echo "skipped, there is no $compiler"
	exit 77
}
failed=0
for header in $(find include lib cmd -name '*.h' | sort); do
	"$compiler" -std=c17 -pedantic -D_XOPEN_SOURCE=700 -Wall -Wextra -Werror -Iinclude -Ilib \
		-Icmd "$@" -fsyntax-only -include "$header" -x c - <<-END || failed=1
			extern int nothing;
		END
done
exit "$failed"
