# Undo

The last command is taken back, and then the one before.

    $ pmo demo d >out; cd d; cp -r cadup ../before
    $ pmo undo
    pmo: there is nothing to undo
    [3]
    $ pmo set RSK-3 next_review=2026-12-01 >out
    pmo: there is no option --format here; -h shows those there are
    [2]
    $ pmo layout risk file >out
    error: which project is meant? [project-unclear]
    [2]
    $ pmo undo --list --format table
    No  Date  By  Files  Command
    $ pmo undo
    pmo: there is nothing to undo
    [3]
    $ pmo undo
    pmo: there is nothing to undo
    [3]
    $ diff -r cadup ../before && echo the same
    the same

A file that changed since is not touched.

    $ pmo set ACT-12 due=2026-12-01 >out
    error: which project is meant? [project-unclear]
    [2]
    $ echo '# a last thought' >>cadup/actions.yaml
    $ pmo undo
    pmo: there is nothing to undo
    [3]
    $ tail -n 1 cadup/actions.yaml
    # a last thought
    $ pmo undo --list --format json
    []
