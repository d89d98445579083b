# Things that are no files, where files are expected.
# shellcheck shell=sh disable=SC2154

# A socket with a name, which no shell makes by itself; a pipe where nothing else can.
make_socket() {
	if command -v perl >/dev/null; then
		perl -MSocket -e 'socket(S, PF_UNIX, SOCK_STREAM, 0) or die;
			chdir($1) or die if $ARGV[0] =~ s{^(.*)/}{};
			bind(S, sockaddr_un($ARGV[0])) or die' "$1"
	elif [ -x /usr/bin/python3 ]; then
		/usr/bin/python3 -c 'import os, socket, sys
folder, name = os.path.split(sys.argv[1])
os.chdir(folder or ".")
socket.socket(socket.AF_UNIX).bind(name)' "$1"
	else
		mkfifo "$1"
	fi
}

# A thing of a kind at a path.
place() {
	rm -rf "$2"
	case $1 in
	fifo) mkfifo "$2" ;;
	socket) make_socket "$2" ;;
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

everything() {
	try risk --all
	try check
	try set RSK-1 impact=3
	try action add 'New one' owner=NET
	try undo
}

# What every kind of thing does in every place, and what more commands do with the worst.
for path in cadup/risks/RSK-001.yaml cadup/risks cadup/project.yaml pmo.yaml people.yaml \
	.pmo .pmo/lock .pmo/journal .pmo/tmp .pmo/undo; do
	for kind in fifo socket folder loop away nowhere zero root many; do
		rm -rf cadup people.yaml pmo.yaml calendars .pmo
		plain_tree
		mkdir .pmo
		place "$kind" "$path"
		case $kind,$path in
		fifo,* | socket,* | *,.pmo/*) everything ;;
		*)
			try risk --all
			try set RSK-1 impact=3
			;;
		esac
	done
done
for kind in fifo socket zero up terminal empty locked; do
	rm -rf cadup people.yaml pmo.yaml calendars .pmo
	plain_tree
	for path in cadup/risks/RSK-002.yaml cadup/issues calendars .pmo cadup/actions.yaml; do
		place "$kind" "$path"
	done
	everything
	try find radios
	try show RSK-2
	try export
	try config
	try doctor
	try doctor --fix
	try import cadup/risks/RSK-002.yaml --into risk
	try layout risk file
done
