#!/bin/sh
# The completion of one shell, as a person meets it: in a terminal, with the tabulator
# key, down to what the completed line then does.
#   completion.sh SHELL PMO FIXTURES
set -eu
shell=$1
pmo=$2
fixtures=$3
for program in "$shell" script; do
	command -v "$program" >/dev/null || {
		echo "skipped, there is no $program"
		exit 77
	}
done
script --version 2>/dev/null | grep -q util-linux || {
	echo "skipped, there is no script of util-linux"
	exit 77
}
script -qc true /dev/null </dev/null >/dev/null 2>&1 || {
	echo "skipped, there are no terminals here"
	exit 77
}

work=$(mktemp -d)
finish() {
	if [ -n "${terminal:-}" ]; then
		exec 3>&- || :
		kill "$terminal" 2>/dev/null || :
		wait "$terminal" 2>/dev/null || :
	fi
	# The shell may be a moment longer about its last files.
	rm -rf "$work" 2>/dev/null || {
		sleep 1
		rm -rf "$work"
	}
}
trap finish EXIT
cp -R "$fixtures/cadup" "$work/tree"
PATH=$(dirname "$pmo"):$PATH
export PATH HOME="$work" PMO_USER=PC PMO_TODAY=2026-11-20 TERM=xterm HISTFILE=/dev/null LC_ALL=C.UTF-8
unset PMO_DIR PMO_PROJECT XDG_CONFIG_HOME XDG_DATA_HOME 2>/dev/null || :

mkdir "$work/functions"
"$pmo" completion "$shell" >"$work/functions/_pmo"
case $shell in
bash)
	bash -n "$work/functions/_pmo"
	start='bash --norc --noprofile -i'
	load=". $work/functions/_pmo"
	;;
zsh)
	zsh -n "$work/functions/_pmo"
	start='zsh -f -i'
	load="fpath=($work/functions \$fpath); autoload -U compinit; compinit -u -d $work/dump"
	;;
fish)
	fish --no-execute "$work/functions/_pmo"
	start='fish --no-config -i'
	load=". $work/functions/_pmo"
	;;
esac

# Waits until a command succeeds, half a minute at most.
wait_for() {
	tries=0
	until "$@" 2>/dev/null; do
		tries=$((tries + 1))
		[ "$tries" -lt 300 ] || {
			echo "waited in vain for: $*"
			cat -v "$work/output"
			exit 1
		}
		sleep 0.1
	done
}

mkfifo "$work/keys"
script -qfc "$start" "$work/output" <"$work/keys" >/dev/null 2>&1 &
terminal=$!
exec 3>"$work/keys"
printf '%s; cd %s; : >ready\r' "$load" "$work" >&3
wait_for test -e "$work/ready"

# A folder by the shell, then project, register, verb, id, field and person by pmo.
printf 'pmo -C tr\t -p cad\tris\tse\tRSK-003\town\tNE\t\r' >&3
wait_for grep -q '^owner: NET' "$work/tree/cadup/risks/RSK-003.yaml"
# Beginnings of several words stay; small letters do for large ones.
printf 'cd tree/cadup; pmo set rsk-00\t2 title=Changed\r' >&3
wait_for grep -q '^title: Changed' "$work/tree/cadup/risks/RSK-002.yaml"
# Nothing of pmo's to offer: a file.
: >"$work/tree/cadup/listed.tsv"
printf 'pmo risk list -o list\t\r' >&3
wait_for test -s "$work/tree/cadup/listed.tsv"
