fixture: cadup
needs: git

# The project as it was

`--at` answers any reading command from a commit: by its name, or by a date.

    $ git init --quiet . && echo .cache > .gitignore && git add . && GIT_COMMITTER_DATE='2026-10-01 12:00 -0500' git commit --quiet -m start
    $ pmo risk set 3 impact=2 --on 2026-10-30
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk add 'Fog on the mountain' --on 2026-10-30
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git add . && GIT_COMMITTER_DATE='2026-10-30 23:30 -0500' git commit --quiet -m 'late that day' && git tag review
    On branch main
    nothing to commit, working tree clean
    [1]
    $ pmo risk set 3 impact=5 --on 2026-11-10
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git add . && GIT_COMMITTER_DATE='2026-11-10 09:00 -0600' git commit --quiet -m more
    On branch main
    nothing to commit, working tree clean
    [1]
    $ pmo risk set 3 probability=1 --on 2026-11-12
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

The files say what holds now, a commit what held then.

    $ pmo risk list --where 'owner = DSP' --columns 'id probability impact score'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD risk list --where 'owner = DSP' --columns 'id probability impact score'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at review risk list --where 'owner = DSP' --columns 'id probability impact score'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk list --at HEAD~2 --format ids
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

A date means the last commit by the end of that day in the zone of pmo.yaml: 23:30 in Chicago is the
next day in London.

    $ pmo --at 2026-10-30 risk show RSK-6 | sed 1q
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    $ pmo --at 2026-10-29 risk show RSK-6
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at 'Oct 30 2026' risk list --format ids | wc -l
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    0

Words for dates are counted from today; what git knows by that name comes first.

    $ pmo --at -10d risk list --where 'owner = DSP' --columns 'id impact'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git branch yesterday HEAD~2
    fatal: not a valid object name: 'HEAD~2'
    [128]
    $ pmo --at yesterday risk list --where 'owner = DSP' --columns 'id impact'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

As-of is that day, or the commit's; what is typed comes before it.

    $ pmo --at 2026-10-30 risk show 3 | sed -n 2p
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    $ pmo --at review risk show 3 | sed -n 2p
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    $ pmo --at review --as-of 2026-11-03 risk show 3 | sed -n 2p
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory

Every command that reads can be asked.

    $ pmo --at HEAD~2 find fog
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD find fog
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD~2 show ISS-6 | sed 1q
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    $ pmo --at HEAD~2 check | tail -1
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory

What was then cannot be changed.

    $ pmo --at HEAD risk close 3 --note x
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD risk set 3 impact=1 --dry-run
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD undo
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

The past has only what git was given: RSK-003 as it is now was never committed, and reading left no trace.

    $ git status --short
