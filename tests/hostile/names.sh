# Ids and handles that are paths, options, devices, numbers without end; and arguments.
# shellcheck shell=sh disable=SC1003,SC2016,SC2034,SC2154

long=$(printf '%102400s' '' | tr ' ' x)
set -- ../x ../../outside/file .git .pmo -rf --help -- - '' ' ' . .. / /etc/passwd con.yaml nul \
	RSK-999999999999 RSK-99999999999999999999999 RSK-0 RSK--1 RSK-1e9 rsk 1 -1 0 @ =x += -= x= \
	'%s%n%s' '%n' '*' '?' '~' '!' '\' "'" '"' '$(id)' '`id`' ';' '|' '&' '#' 'RSK-1/../RSK-1' \
	cadup/../RSK-1 ../tree/RSK-1 cadup/RSK-1/x 'title=x=y' owner.name owner.name.x a.b.c.d \
	"$long" "x=$long" "title~$long" 9999999999999999999999 0x10 1e309 nan -0 2026-02-30 10000-01-01
for word; do
	try "$word"
	try show "$word"
	try risk "$word"
	try set RSK-1 "$word"
	try set "$word" title=x
	try risk add -- "$word"
	try person add -- "$word"
	try find -- "$word"
	try -p "$word" risk
	try -C "$word" risk
	try --as-of "$word" risk
	try check -- "$word"
	try schema "$word"
done
set -- ../x .git -rf con.yaml RSK-999999999999 '%n' "$long" "$(printf 'a\377')" . '' 2147483648
for word; do
	try set ACT-1 "due=$word"
	try set TSK-1 "duration=$word"
	try set TSK-1 "preds+=$word"
	try risk --limit "$word"
	try risk --sort "$word" --group "$word" -c "$word"
	try risk --format "$word"
	try -o "$word/x" risk
	try import "$word"
	try init "$word"
	try link RSK-1 "$word"
	try undo "$word"
	try edit "$word"
	try renumber "$word"
	try layout "$word" "$word"
	try config set "$word" "$word"
	try help "$word"
	try --at "$word" risk
	try log "$word" --since "$word"
	try + "$word"
	try completion "$word"
	git=yes
done
try
try set
try set RSK-1
try +
for number in 9 99 999 9999 99999; do
	try set ACT-1 due=+${number}d
	try set ACT-1 due=+${number}${number}w
	try set ACT-1 due=${number}-01-01
	try set TSK-1 duration=${number}${number}${number}d
	try --as-of ${number}-12-31 check
done
for date in 0000-01-01 0001-01-01 9999-12-31 2038-01-19 1970-01-01 2026-02-29 12/31/99 eoy tomorrow; do
	try set ACT-1 "due=$date"
	try --as-of "$date" action --all
	try --as-of "$date" check
done

# Names of files and keys that are no ids.
for name in ../x -rf con .git 'RSK-1 (copy)' RSK-99999999999999999999 RSK-1.yaml; do
	case $name in */*) continue ;; esac
	echo 'title: x' >"cadup/risks/$name.yaml"
done
printf '"../x":\n  title: up\n"-rf":\n  title: x\nACT-99999999999999999999:\n  title: x\n"":\n  title: x\nACT-1:\n  title: x\n' >>cadup/actions.yaml
printf '"../x":\n  name: up\n".git":\n  name: x\n"a b":\n  name: x\n"-p":\n  name: x\n' >>people.yaml
mkdir -- -rf && echo 'title: x' >./-rf/project.yaml
readers
writers
try layout action folder
try check --all
try risk add one
