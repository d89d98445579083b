fixture: cadup
needs: git

# When there is no such past

    $ pmo --at HEAD risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git init --quiet .
    $ pmo --at HEAD risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at 2026-10-30 risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ git add people.yaml && git commit --quiet -m people
    $ pmo --at nonesuch risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at '' risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at "$(printf 'HEAD\nHEAD')" risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at --version risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD^{tree} risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at 2026-10-30 risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

A project that was not there yet.

    $ pmo --at HEAD risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ mkdir sub && printf 'format: 1\n' > sub/pmo.yaml && cd sub
    $ pmo --at HEAD risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ cd ..

A clone of the last part of the history says so.

    $ git add . && GIT_COMMITTER_DATE='2026-11-21 12:00 +0000' git commit --quiet -m all
    $ git clone --quiet --depth 1 "file://$HOME" shallow
    $ cd shallow
    $ pmo --at 2026-11-21 risk list --format ids | sed 1q
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    $ pmo --at 2026-11-20 risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD~1 risk list
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ cd ..

Without git.

    $ (pmo=$(command -v pmo); PATH=/nowhere "$pmo" --at HEAD risk list)
    /tmp/gitw/b/pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

Links and submodules of then are told, and not followed.

    $ ln -s ../../people.yaml cadup/risks/RSK-009.yaml && git add cadup && git commit --quiet -m link
    $ rm cadup/risks/RSK-009.yaml
    $ pmo --at HEAD risk show RSK-9
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
