fixture: cadup
needs: git

# One command, one commit

With `commit: auto` each command commits the files that it wrote, and says so in the records' terms.

    $ git init --quiet . && printf '.cache\n*.local.yaml\n' > .gitignore && echo 'commit: auto' >> pmo.yaml
    $ git add . && git commit --quiet -m start
    $ pmo risk close 3 --note 'permit granted'
    RSK-003  active > closed
    $ pmo risk add 'Fog on the mountain; and what follows from it'
    RSK-006  Fog on the mountain; and what follows from it
    $ pmo issue escalate 6
    ISS-006  waiting > escalated, escalated_on none > 2026-11-20
    $ pmo risk set 1 2 owner=DSP
    RSK-001  owner NET > DSP
    RSK-002  owner PROC > DSP
    $ pmo set RSK-4 RSK-5 tags+=cjis
    RSK-004  tags + cjis
    RSK-005  tags + cjis
    $ pmo set RSK-4 ACT-4 owner=PROC
    RSK-004  owner NET > PROC
    ACT-004  owner DSP > PROC
    $ pmo task set 1 percent=10 duration=20d
    TSK-001  duration 10d > 20d, percent none > 10%
    cadup/plan.yaml:6:12: warning: TSK-001 is 10% done without a start date [task-not-started]
    $ pmo + note the mayor called
    LOG-001  the mayor called
             change: pmo set . FIELD=VALUE      undo: pmo undo
    $ git log --reverse --format='%s%n%w(0,4,4)%b'
    start

    RSK-003 close: active>closed
        permit granted

    RSK-006 add: Fog on the mountain; and what follows from it

    ISS-006 escalate: waiting>escalated

    2 risks set
        RSK-001 set: owner NET>DSP
        RSK-002 set: owner PROC>DSP

    2 risks set: tags +cjis
        RSK-004 set: tags +cjis
        RSK-005 set: tags +cjis

    RSK-004 set: owner NET>PROC (and 1 more)
        RSK-004 set: owner NET>PROC
        ACT-004 set: owner DSP>PROC

    TSK-001 set: duration 10d>20d, percent none>10

    LOG-001 add: the mayor called

Exactly the files of the command are committed; what else is changed or staged stays as it is.

    $ echo '# a remark' >> people.yaml && echo '# one more' >> pmo.yaml && git add people.yaml
    $ pmo risk set 1 impact=5
    RSK-001  impact none > 5
    $ git status --short
    M  people.yaml
     M pmo.yaml
    $ git show --stat --format=%s
    RSK-001 set: impact none>5

     cadup/risks/RSK-001.yaml | 1 +
     1 file changed, 1 insertion(+)
    $ git checkout --quiet HEAD people.yaml pmo.yaml

Undo is a commit, too, and so is another layout, with the files that go.

    $ pmo undo
    took back: pmo risk set 1 impact=5   (2026-11-20 PC, 1 file)
    $ git log -1 --format=%s
    undo: RSK-001 set: impact none>5
    $ pmo layout risk file
    risks: 6 records from cadup/risks/ to cadup/risks.yaml
    take it back: pmo undo
    $ git log -1 --format=%s --name-status | sort | sed 3q

    A	cadup/risks.yaml
    D	cadup/risks/RSK-001.yaml
    $ git status --short

What changes nothing commits nothing, and neither does a rehearsal.

    $ git rev-list --count HEAD > before
    $ pmo risk set 1 owner=DSP
    RSK-001  is so already
    $ pmo risk set 1 owner=NET --dry-run | wc -l
    12
    $ git rev-list --count HEAD | diff before - && rm before

Commands that were given by hand on a file that git ignores save it, and that is all.

    $ echo cadup/notes.yaml >> .gitignore && git rm --quiet --cached cadup/notes.yaml
    $ git commit --quiet -am 'notes stay here'
    $ pmo + note the mayor called again
    LOG-002  the mayor called again
             change: pmo set . FIELD=VALUE      undo: pmo undo
    $ git log -1 --format=%s
    notes stay here

# When git cannot

The data are saved; a warning has git's own words.

    $ mkdir -p .git/hooks && printf '#!/bin/sh\necho no commits on Fridays\nexit 1\n' > .git/hooks/pre-commit
    $ chmod +x .git/hooks/pre-commit
    $ pmo risk set 1 impact=4
    RSK-001  impact none > 4
    warning: saved, but not committed to git: no commits on Fridays [git-commit]
    $ git status --short
     M cadup/risks.yaml
    $ rm .git/hooks/pre-commit && git commit --quiet -am 'by hand'

In the middle of a merge a commit of ours would end the merge.

    $ git branch other && pmo risk set 1 impact=3 && git checkout --quiet other
    RSK-001  impact 4 > 3
    $ pmo risk set 1 impact=1 && git merge --quiet main > merge 2>&1; rm merge
    RSK-001  impact 4 > 1
    $ git checkout --quiet --ours cadup/risks.yaml
    $ pmo action set 4 due=2026-12-24
    ACT-004  due 2026-12-01 > 2026-12-24
    warning: saved, but not committed to git: a merge is going on [git-commit]
    $ git merge --abort

Another git at work is waited for, and then told about.

    $ touch .git/index.lock
    $ pmo risk set 1 impact=2
    RSK-001  impact 1 > 2
    warning: saved, but not committed to git: Unable to create '$HOME/.git/index.lock': File exists. [git-commit]
    $ rm .git/index.lock

A folder that is not kept with git, and a machine without git.

    $ mv .git away
    $ pmo risk set 1 impact=5
    RSK-001  impact 2 > 5
    warning: saved, but not committed to git: not a git repository (or any of the parent directories): .git [git-commit]
    $ (pmo=$(command -v pmo); PATH=/nowhere "$pmo" risk set 1 impact=4)
    RSK-001  impact 5 > 4
    warning: saved, but not committed to git: there is no git in PATH [git-commit]
    $ sed -i '/^commit/d' pmo.yaml
    $ pmo risk set 1 impact=3
    RSK-001  impact 4 > 3
