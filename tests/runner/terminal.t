width: 60 terminal
needs: sh stty

# Output to a terminal

    $ [ -t 1 ] && [ -t 2 ] && echo both
    both
    $ stty size <&1
    50 60
    $ echo $COLUMNS $TERM
    60 xterm
    $ printf 'a\nb\n'
    a
    b
