width: 100 terminal

# What a terminal is shown does not drive it

CSV keeps what is in its cells, but not here.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ printf 'title: "a\\e[2J\\u202Eb\\rc\\td"\n' >cadup/risks/RSK-050.yaml
    $ pmo risk id=RSK-050 -c id,title --format csv
    id,title
    RSK-050,"a\x1b[2J<U+202E>b\rc	d"
    $ pmo risk id=RSK-050 -c id,title --format csv | od -c | sed -n 's/.*\(342 200 256\).*/\1/p'
    342 200 256
    $ pmo set RSK-50 title="$(printf 'x\033]0;y\007\302\233z')"
    RSK-050  title a\x1b[2J<U+202E>b c d > x\x1b]0;y\x07\x9bz
    $ pmo undo
    took back: pmo set RSK-50 title=x ]0;y \x9bz   (2026-11-20 PC, 1 file)
