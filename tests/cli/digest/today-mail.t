# The morning screen as a letter

    $ pmo demo d > /dev/null; cd d
    $ pmo today --mail coordinator
    1 draft in outbox/
    $ pmo today --mail coordinator
    $ ls outbox
    2026-11-20-today-pc.eml
    $ pmo -p cadup today --mail V2
    1 draft in outbox/
    $ grep -c 'contingency\|Overall' outbox/2026-11-20-today-cadup-v2.eml
    0
    [1]
    $ pmo today --mail nobody
    pmo: 'nobody' is nobody in people.yaml, nor a role that project.yaml names
    [3]
    $ pmo today --send
    pmo: --send and --quiet-if-empty go with --mail
    [2]
