fixture: cadup
needs: git

# When there is no such past

    $ pmo --at HEAD risk list
    error: $HOME is not kept with git, which --at needs [git-none]
    [3]
    $ git init --quiet .
    $ pmo --at HEAD risk list
    error: there is no commit here yet [revision-missing]
    [3]
    $ pmo --at 2026-10-30 risk list
    error: there is no commit here yet [revision-missing]
    [3]
    $ git add people.yaml && git commit --quiet -m people
    $ pmo --at nonesuch risk list
    error: --at 'nonesuch' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ pmo --at '' risk list
    error: --at '' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ pmo --at "$(printf 'HEAD\nHEAD')" risk list
    error: --at 'HEAD HEAD' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ pmo --at --version risk list
    error: --at '--version' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ pmo --at HEAD^{tree} risk list
    error: --at 'HEAD^{tree}' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ pmo --at 2026-10-30 risk list
    error: there is no commit by the end of 2026-10-30; the first one is of 2026-11-20 [revision-missing]
    [3]

A project that was not there yet.

    $ pmo --at HEAD risk list
    error: there is no project in this workspace [project-missing]
    [2]
    $ mkdir sub && printf 'format: 1\n' > sub/pmo.yaml && cd sub
    $ pmo --at HEAD risk list
    error: the folder sub/ was not there at 6f38c29689f6 [revision-missing]
    [3]
    $ cd ..

A clone of the last part of the history says so.

    $ git add . && GIT_COMMITTER_DATE='2026-11-21 12:00 +0000' git commit --quiet -m all
    $ git clone --quiet --depth 1 "file://$HOME" shallow
    $ cd shallow
    $ pmo --at 2026-11-21 risk list --format ids | sed 1q
    RSK-003
    $ pmo --at 2026-11-20 risk list
    error: there is no commit by the end of 2026-11-20; the first one in this clone is of 2026-11-21 [revision-missing]
    [3]
    $ pmo --at HEAD~1 risk list
    error: --at 'HEAD~1' is no revision that git knows here, and no date [revision-missing]
    [3]
    $ cd ..

Without git.

    $ (pmo=$(command -v pmo); PATH=/nowhere "$pmo" --at HEAD risk list)
    error: --at needs git, and there is none in PATH [git-missing]
    [4]

Links and submodules of then are told, and not followed.

    $ ln -s ../../people.yaml cadup/risks/RSK-009.yaml && git add cadup && git commit --quiet -m link
    $ rm cadup/risks/RSK-009.yaml
    $ pmo --at HEAD risk show RSK-9
    RSK-009  (no title)
             identified

    its file cannot be read
    cadup/risks/RSK-009.yaml: error: is a link or lies behind one [link]
    [3]
