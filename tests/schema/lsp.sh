#!/bin/sh
# Runs lsp.mjs over a fresh demo where node and yaml-language-server are there.
#
#   tests/schema/lsp.sh PMO
#
# The server is YAML_LANGUAGE_SERVER, else the one in PATH, else npm's global one.
set -eu
skip() {
	echo "skipped, there is no $1"
	exit 77
}

pmo=$1
command -v node >/dev/null || skip node
server=${YAML_LANGUAGE_SERVER:-$(command -v yaml-language-server || :)}
if [ -z "$server" ] && command -v npm >/dev/null; then
	server=$(npm root -g 2>/dev/null)/yaml-language-server/bin/yaml-language-server
fi
[ -e "$server" ] || skip yaml-language-server

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PMO_DIR PMO_PROJECT
PMO_TODAY=2026-11-20
export PMO_TODAY
"$pmo" demo "$work/demo" >/dev/null
node "$(dirname "$0")/lsp.mjs" "$pmo" "$server" "$work/demo"
