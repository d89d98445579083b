fixture: cadup
needs: git

# The log and git

What the records do not say themselves git knows: which fields changed, when, by whom, and what the
person wrote who committed it. Authors are shown by their handles.

    $ git init --quiet . && echo .cache > .gitignore
    $ git add . && GIT_COMMITTER_DATE='2026-11-01 12:00 -0500' git commit --quiet -m start
    $ pmo risk close 3 --on 2026-11-02 --note 'permit granted'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo risk set 3 tags=cjis
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ GIT_COMMITTER_DATE='2026-11-02 23:00 -0600' git commit --quiet -am 'after the meeting'
    On branch main
    nothing to commit, working tree clean
    [1]
    $ pmo action set 4 due=2026-12-15
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ sed -i 's/title: Hire two/title: Hire three/' cadup/actions.yaml
    $ echo '# a remark' >> pmo.yaml
    $ GIT_COMMITTER_DATE='2026-11-03 12:00 -0600' GIT_AUTHOR_NAME='D. Park' GIT_AUTHOR_EMAIL=park@example.org \
    >     git commit --quiet -am 'three, not two'
    $ pmo action set 9 due=2026-12-20
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log RSK-3
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log ACT-4
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log ACT-9
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log cadup
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log --since 2026-11-02
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

With --at the story ends there.

    $ pmo --at HEAD~1 log ACT-4
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo --at HEAD~1 log ACT-9
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]

A record keeps its story when its register becomes a file.

    $ git commit --quiet -am 'one more' && pmo layout risk file && git add . && git commit --quiet -m 'one file'
    On branch main
    nothing to commit, working tree clean
    [1]
    $ pmo risk set 3 tags=ori && git commit --quiet -am 'ori, then'
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log RSK-3 | tail -3
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory

A commit with many files shows the first ones and counts the others; a limit says how far back to look.

    $ for i in 1 2 3 4 5 6 7 8 9 11 12 13 14 15 16; do printf 'title: Issue %s\n' $i > cadup/issues/ISS-10$i.yaml; done
    $ git add . && GIT_COMMITTER_DATE='2026-11-21 12:00 -0600' git commit --quiet -m 'from the old list'
    $ pmo log --since 2026-11-21
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
    $ pmo log --limit 2 --format table
    pmo: error while loading shared libraries: libpmo.so.0: cannot open shared object file: No such file or directory
    [127]
