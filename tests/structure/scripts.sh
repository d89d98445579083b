#!/bin/sh
# The project's own scripts are free of shellcheck's complaints.
set -eu
command -v shellcheck >/dev/null || {
	echo "skipped, there is no shellcheck"
	exit 77
}
shellcheck bootstrap .ci/run docs/generate tests/coverage tests/structure/*.sh tests/install/*.sh tests/schema/*.sh tests/golden/reports tests/hostile/run tests/hostile/*.sh
