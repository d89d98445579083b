needs: git

# Doctor

It reads, and says what it found.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ EDITOR=cat pmo doctor
    workspace  $HOME/d
    projects   bwcst, cadup, netref
    you        PC, from PMO_USER
    today      2026-11-20 (as asked for), time zone America/Chicago
    .pmo       not there yet: the first change makes it
    folder     mode * (glob)
    git        * (glob)
               the workspace is in no repository
    editor     cat (*/cat) (glob)
    pager      cat (*/cat) (glob)
    terminal   no terminal, 80 columns, no color, LC_ALL=C.UTF-8
    zones      *zoneinfo (glob)
    pmo        0.*, libyaml 0.*, utf8proc * (glob)
    $ ls -A
    README.txt
    bwcst
    cadup
    calendars
    netref
    people.yaml
    pmo.yaml
    vendors.yaml

An editor that is not there, and leftovers of a killed command, need somebody.

    $ pmo set ACT-12 due=2026-12-01 >out
    $ touch .pmo/tmp/part.0; mkdir .pmo/kept; echo x >.pmo/kept/edit.1
    $ EDITOR=nosuch pmo doctor
    workspace  $HOME/d
    projects   bwcst, cadup, netref
    you        PC, from PMO_USER
    today      2026-11-20 (as asked for), time zone America/Chicago
    .pmo       the lock, and the files of the last 1 command as they were
               before (? kB, pmo undo --list); git does not keep it (glob)
             ! 1 leftover in .pmo/tmp
                 the next change completes and cleans; or pmo doctor --clean
             ! 1 file in .pmo/kept: bytes that pmo would not throw away
                 .pmo/kept/edit.1
                 compare them with your files, then remove them by hand
    folder     mode * (glob)
    git        * (glob)
               the workspace is in no repository
    editor     nosuch
             ! there is no such program: pmo config editor=PROGRAM
    pager      cat (*/cat) (glob)
    terminal   no terminal, 80 columns, no color, LC_ALL=C.UTF-8
    zones      *zoneinfo (glob)
    pmo        0.*, libyaml 0.*, utf8proc * (glob)
    [1]
    $ EDITOR=cat pmo doctor --clean | head -n 1
    cleaned .pmo
    $ ls .pmo/tmp .pmo/kept
    .pmo/kept:
    edit.1

    .pmo/tmp:

In a repository it says whether .pmo is kept out of it.

    $ git init -q -b main .
    $ EDITOR=cat pmo doctor | grep -A 1 ^git
    git        * (glob)
               repository $HOME/d, branch main
    $ echo >.pmo/.gitignore
    $ EDITOR=cat pmo doctor | grep ignored
             ! .pmo is not ignored: add the line .pmo/ to .gitignore

Outside a workspace there is still something to say.

    $ mkdir ../out.d; cd ../out.d
    $ EDITOR=cat pmo doctor | head -n 1
    workspace  none here; `pmo` alone says how to start
    $ pmo doctor --clean
    pmo: there is no workspace here to clean
    [2]
