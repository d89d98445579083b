# The runner itself: what differs is told and fails

    $ cat >wrong.t <<'END'
    > A difference, a wrong exit status, a command that ends the shell.
    > 
    >     $ echo one; echo two; echo three
    >     one
    >     zwei
    >     three
    >     $ false
    >     $ echo a; exit 0
    >     a
    > END
    $ transcript wrong.t
    wrong.t:3: $ echo one; echo two; echo three
      one
    - zwei
    + two
      three
    wrong.t:7: $ false
    - [0]
    + [1]
    wrong.t:8: $ echo a; exit 0
      a
    ! the shell ended, or was silent too long, here or before
    wrong.t: 3 commands, 3 differ
    [1]

`--update` keeps what matches and writes the rest, in a form that reads back.

    $ cat >old.t <<'END'
    > Prose stays.
    > 
    >     $ seq 4
    >     1
    >     ...
    >     [2-3] (re)
    >     5
    >     $ echo '$ x'; false
    >     [4]
    > 
    > More prose.
    > END
    $ transcript --update old.t
    old.t: 2 commands, 0 differ
    $ cat old.t
    Prose stays.

        $ seq 4
        1
        ...
        [2-3] (re) (text)
        4
        $ echo '$ x'; false
        $ x (text) (text)
        [1]

    More prose.
    $ transcript old.t
    old.t: 2 commands, 0 differ

What makes no sense is not run.

    $ printf 'only prose\n' >empty.t; transcript empty.t
    transcript: empty.t: no command in it
    [2]
    $ printf 'fixture: nowhere\n\n    $ ls\n' >lost.t; transcript --fixtures . lost.t
    transcript: lost.t: there is no fixture $HOME/nowhere
    [2]
    $ printf '```console\n$ ls\n' >open.t; transcript open.t
    transcript: open.t:1: the block does not end
    [2]
    $ printf 'needs: no-such-program\n\n    $ ls\n' >needs.t; transcript needs.t
    needs.t: skipped, there is no no-such-program
    [77]

A fixture is copied, so the original stays.

    $ mkdir -p box/inner; echo text >box/inner/file
    $ printf 'fixture: box\n\n    $ cat inner/file; rm -r inner\n    text\n' >copy.t
    $ transcript --fixtures . copy.t; cat box/inner/file
    copy.t: 1 commands, 0 differ
    text
