# Things that are no files, where files are expected.
# shellcheck shell=sh disable=SC2154

# A thing of a kind at a path.
place() {
	rm -rf "$2"
	case $1 in
	fifo) mkfifo "$2" ;;
	folder) mkdir "$2" && echo x >"$2/x" ;;
	loop) ln -s "$(basename "$2")" "$2" ;;
	up) ln -s .. "$2" ;;
	away) ln -s "$canary/file" "$2" ;;
	nowhere) ln -s "$canary/new" "$2" ;;
	zero) ln -s /dev/zero "$2" ;;
	terminal) ln -s /dev/tty "$2" ;;
	root) ln -s / "$2" ;;
	empty) : >"$2" ;;
	locked) echo x >"$2" && chmod 0 "$2" ;;
	many) dd if=/dev/zero of="$2" bs=1048576 count=0 seek=70 2>/dev/null ;;
	esac
}

for path in cadup/risks/RSK-001.yaml cadup/risks cadup/project.yaml cadup pmo.yaml people.yaml \
	cadup/actions.yaml calendars .pmo .pmo/lock .pmo/journal .pmo/tmp .pmo/undo .pmo/.gitignore; do
	for kind in fifo folder loop up away nowhere zero terminal root empty locked many; do
		rm -rf cadup people.yaml pmo.yaml calendars .pmo
		plain_tree
		mkdir .pmo
		place "$kind" "$path"
		try risk --all
		try show RSK-1
		try check
		try set RSK-1 impact=3
		try action add 'New one' owner=NET
		[ "$kind" != fifo ] && [ "$kind" != zero ] && [ "$kind" != many ] && continue
		try find radios
		try doctor
		try doctor --fix
		try undo
		try export
		try config
	done
done
