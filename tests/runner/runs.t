# What a transcript may hold

Folders and variables carry over, and the folder is fresh and the home.

    $ pwd; ls
    $HOME
    $ mkdir inner; cd inner; name='a b'
    $ pwd; echo "$name"
    $HOME/inner
    a b

The environment is fixed.

    $ echo $PMO_TODAY $PMO_USER $LC_ALL $TZ $COLUMNS $EDITOR; date +%Z
    2026-11-20 PC C.UTF-8 UTC 80 false
    UTC

Both outputs come in order, and blank lines are kept inside.

    $ echo one; echo two >&2; echo; echo three
    one
    two

    three

Exit statuses, with and without output.

    $ false
    [1]
    $ echo no; (exit 3)
    no
    [3]

Commands of several lines, with quotes, and an empty standard input.

    $ cat <<END
    > it's "here"
    > 
    > END
    it's "here"

    $ cat
    $ for i in 1 2; do
    >     echo $i
    > done
    1
    2

Patterns.

    $ seq 10
    1
    ...
    [0-8]+ (re)
    9
    1? (glob)
    $ echo '$ command'; echo '...'; echo '[3]'; echo '> more'
    $ command (text)
    ...
    [3] (text)
    > more (text)
    $ echo something
    ...

What is not text, and an output without its newline.

    $ printf '\033[1mbold\033[0m\r\n'
    ^[[1mbold^[[0m^M
    $ printf x
    x (no newline)

The same in a block, which ends where it says so.

```console
$ echo a
a

$ [ -t 1 ]
[1]
```

```sh
$ false
```

<!-- not run -->
```console
$ false
```
