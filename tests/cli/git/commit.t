fixture: cadup
needs: git

# One command, one commit

With `commit: auto` each command commits the files that it wrote, and says so in the records' terms.

    $ git init --quiet . && printf '.cache\n*.local.yaml\n' > .gitignore && echo 'commit: auto' >> pmo.yaml
    $ git add . && git commit --quiet -m start
    $ pmo risk close 3 --note 'permit granted'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk add 'Fog on the mountain; and what follows from it'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo issue escalate 6
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk set 1 2 owner=DSP
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo set RSK-4 RSK-5 tags+=cjis
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo set RSK-4 ACT-4 owner=PROC
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo task set 1 percent=10 duration=20d
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo + note the mayor called
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git log --reverse --format='%s%n%w(0,4,4)%b'
    start

Exactly the files of the command are committed; what else is changed or staged stays as it is.

    $ echo '# a remark' >> people.yaml && echo '# one more' >> pmo.yaml && git add people.yaml
    $ pmo risk set 1 impact=5
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git status --short
    M  people.yaml
     M pmo.yaml
    $ git show --stat --format=%s
    start

     .gitignore                |  2 ++
     cadup/actions.yaml        | 16 ++++++++++++++++
     cadup/issues/ISS-006.yaml |  9 +++++++++
     cadup/plan.yaml           |  5 +++++
     cadup/project.yaml        |  5 +++++
     cadup/risks/RSK-001.yaml  |  4 ++++
     cadup/risks/RSK-002.yaml  |  6 ++++++
     cadup/risks/RSK-003.yaml  | 24 ++++++++++++++++++++++++
     cadup/risks/RSK-004.yaml  |  6 ++++++
     cadup/risks/RSK-005.yaml  |  7 +++++++
     calendars/fairmont.yaml   |  6 ++++++
     people.yaml               | 15 +++++++++++++++
     pmo.yaml                  | 25 +++++++++++++++++++++++++
     13 files changed, 130 insertions(+)
    $ git checkout --quiet HEAD people.yaml pmo.yaml

Undo is a commit, too, and so is another layout, with the files that go.

    $ pmo undo
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git log -1 --format=%s
    start
    $ pmo layout risk file
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git log -1 --format=%s --name-status | sort | sed 3q

    A	.gitignore
    A	cadup/actions.yaml
    $ git status --short

What changes nothing commits nothing, and neither does a rehearsal.

    $ git rev-list --count HEAD > before
    $ pmo risk set 1 owner=DSP
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk set 1 owner=NET --dry-run | wc -l
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    0
    $ git rev-list --count HEAD | diff before - && rm before

Commands that were given by hand on a file that git ignores save it, and that is all.

    $ echo cadup/notes.yaml >> .gitignore && git rm --quiet --cached cadup/notes.yaml
    fatal: pathspec 'cadup/notes.yaml' did not match any files
    [128]
    $ git commit --quiet -am 'notes stay here'
    $ pmo + note the mayor called again
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git log -1 --format=%s
    notes stay here

# When git cannot

The data are saved; a warning has git's own words.

    $ mkdir -p .git/hooks && printf '#!/bin/sh\necho no commits on Fridays\nexit 1\n' > .git/hooks/pre-commit
    $ chmod +x .git/hooks/pre-commit
    $ pmo risk set 1 impact=4
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git status --short
    $ rm .git/hooks/pre-commit && git commit --quiet -am 'by hand'
    On branch main
    nothing to commit, working tree clean
    [1]

In the middle of a merge a commit of ours would end the merge.

    $ git branch other && pmo risk set 1 impact=3 && git checkout --quiet other
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk set 1 impact=1 && git merge --quiet main > merge 2>&1; rm merge
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    rm: cannot remove 'merge': No such file or directory
    [1]
    $ git checkout --quiet --ours cadup/risks.yaml
    error: pathspec 'cadup/risks.yaml' did not match any file(s) known to git
    [1]
    $ pmo action set 4 due=2026-12-24
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git merge --abort
    fatal: There is no merge to abort (MERGE_HEAD missing).
    [128]

Another git at work is waited for, and then told about.

    $ touch .git/index.lock
    $ pmo risk set 1 impact=2
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ rm .git/index.lock

A folder that is not kept with git, and a machine without git.

    $ mv .git away
    $ pmo risk set 1 impact=5
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ (pmo=$(command -v pmo); PATH=/nowhere "$pmo" risk set 1 impact=4)
    /tmp/gitw/b/pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ sed -i '/^commit/d' pmo.yaml
    $ pmo risk set 1 impact=3
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
