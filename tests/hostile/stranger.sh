# A tree of another user, with a repository whose settings name programs.
# shellcheck shell=sh disable=SC2034,SC2154

git=yes
command -v git >/dev/null && {
	"$real_git" init -q . && "$real_git" add -A &&
		"$real_git" -c user.name=x -c user.email=x@x commit -q -m first
} >/dev/null 2>&1
cat >>.git/config <<END
[core]
	fsmonitor = $evil monitor
	pager = $evil pager
	editor = $evil editor
	sshCommand = $evil ssh
	askPass = $evil ask
	hooksPath = $work/hooks
	alternateRefsCommand = $evil refs
[pager]
	log = $evil pager
[diff]
	external = $evil diff
[diff "d"]
	command = $evil diff
	textconv = $evil conv
[filter "f"]
	clean = $evil clean
	smudge = $evil smudge
	process = $evil process
	required = true
[gpg]
	program = $evil gpg
[log]
	showSignature = true
[alias]
	log = !$evil alias
	show = !$evil alias
[credential]
	helper = !$evil credential
END
printf '* filter=f diff=d\n' >.gitattributes
mkdir -p "$work/hooks" .git/hooks
for hook in post-index-change reference-transaction pre-commit post-checkout; do
	cp "$evil" .git/hooks/$hook
	cp "$evil" "$work/hooks/$hook"
done
all() {
	readers
	try log --limit 5
	try --at HEAD risk --all
	try --at HEAD~1 risk
	try --at 2026-11-20 check
	try --at '--output=x' risk
	try --at '-x' risk
	try --at "HEAD:$(printf 'a\033b')" risk
	try doctor
	try set RSK-1 impact=2
	try action add 'New one'
	try undo
}
all

# The same for somebody else: nothing of it is this user's.
if [ "$(id -u)" -eq 0 ] && command -v runuser >/dev/null && runuser -u nobody true 2>/dev/null; then
	chmod 755 "$work" "$work/box" "$work/home"
	: >"$work/ran" && chmod 666 "$work/ran"
	snapshot >"$work/before"
	as='runuser -u nobody --'
	if $as test -x "$pmo"; then
		all
		chmod -R a+rwX .
		all
	fi
	as=
fi
# As if a repository stood in a file, or elsewhere.
rm -rf .git
echo 'gitdir: ../outside' >.git
try log
try --at HEAD risk
rm -f .git
mkfifo .git
try log
try --at HEAD risk
