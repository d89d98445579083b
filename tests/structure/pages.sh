#!/bin/sh
# Manual pages and program agree: every command that `pmo help` names has a page with just
# the options that its -h shows and with examples, and pmo-messages(7) explains every code
# of a diagnostic that the sources have, and no other.
#
#   tests/structure/pages.sh PMO    from the top of the sources
set -eu
LC_ALL=C
export LC_ALL
pmo=$1
man=docs/man
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 'format: 1' >"$work/pmo.yaml"
unset PMO_DIR PMO_PROJECT PMO_TODAY PMO_USER

fail() {
	echo "$1"
	failed=1
}

# The long options in the usage of a command or of a register's verb, one a line.
shown() {
	"$pmo" -C "$work" help "$@" | sed -n 's/^ *\(-., \)\{0,1\}--\([a-z0-9-]*\) .*/\2/p'
}

# The long options that a page describes as items of a list.
described() {
	sed -n '/^\.It Fl/p' "$1" | tr ',' '\n' |
		sed -n -e 's/^.*Fl -\([a-z][a-z0-9-]*\).*/\1/p' -e 's/^ -\([a-z][a-z0-9-]*\).*/\1/p'
}

# compare PAGE: the options of the lists `wanted` and `found` below the work folder
compare() {
	sort -u "$work/wanted" >"$work/wanted.sorted"
	sort -u "$work/found" >"$work/found.sorted"
	for option in $(comm -23 "$work/wanted.sorted" "$work/found.sorted"); do
		fail "$1: --$option is not described"
	done
	for option in $(comm -13 "$work/wanted.sorted" "$work/found.sorted"); do
		fail "$1: --$option is described, but -h does not show it"
	done
}

# Options of every command stand in pmo(1); -h is not in its own list.
shown version | sort -u >"$work/global"
[ -s "$work/global" ] || fail "pmo help version shows no options"
cp "$work/global" "$work/wanted"
described "$man/pmo.1" | grep -vx help >"$work/found"
compare "$man/pmo.1"

commands=$("$pmo" -C "$work" help | sed -n 's/^  pmo \([^ ]*\) .*/\1/p' | sort -u)
[ -n "$commands" ] || fail "pmo help shows no commands"
for command in $commands; do
	case $command in
	+) page=$man/pmo-capture.1 ;;
	risk) page=$man/pmo-register.1 ;;
	*) page=$man/pmo-$command.1 ;;
	esac
	[ -e "$page" ] || {
		fail "pmo $command has no page $page"
		continue
	}
	if [ "$command" = risk ]; then
		for verb in $("$pmo" -C "$work" help risk | sed -n 's/^  pmo risk \([a-z]*\) .*/\1/p') \
			close void; do
			shown risk "$verb"
		done
	else
		shown "$command"
	fi | sort -u | comm -23 - "$work/global" >"$work/wanted"
	described "$page" >"$work/found"
	compare "$page"
	grep -q '^\.Sh EXAMPLES' "$page" || fail "$page: has no examples"
	grep -q "Xr $(basename "$page" .1) 1" "$man/pmo.1" || fail "pmo.1 does not name $page"
done

# Codes: what is given to pmo_diag_add as a literal, and every literal of the sources that
# begins like a documented code, because helpers hand codes on. Rules of registers are told
# by `pmo schema`.
sed -n 's/^\.It Li \([a-z-]*\)$/\1/p' "$man/pmo-messages.7" | sort >"$work/explained"
uniq -d "$work/explained" | while read -r code; do
	echo "pmo-messages.7: $code stands twice"
done >"$work/twice"
[ ! -s "$work/twice" ] || fail "$(cat "$work/twice")"
families=$(sed -n 's/-.*//p' "$work/explained" | sort -u | tr '\n' '|')
find lib cmd -name '*.c' ! -path 'lib/registers/*' -exec cat {} + >"$work/sources"
{
	tr '\n\t' '  ' <"$work/sources" | sed 's/  */ /g' |
		grep -oE 'PMO_(ERROR|WARNING|ADVICE), "[a-z-]+"' | sed 's/.*"\(.*\)"/\1/'
	grep -oE "\"(${families%|})-[a-z-]+\"" "$work/sources" | tr -d '"'
	grep -oE 'PMO_ERROR, .* \? "[a-z-]+" : "[a-z-]+"' "$work/sources" |
		grep -oE '"[a-z-]+"' | tr -d '"'
} | sort -u >"$work/used"
for code in $(comm -23 "$work/used" "$work/explained"); do
	fail "pmo-messages.7 does not explain $code: $(grep -rlF "\"$code\"" lib cmd | head -n 1)"
done
for code in $(comm -13 "$work/used" "$work/explained"); do
	fail "pmo-messages.7 explains $code, which no source has"
done
exit "$failed"
