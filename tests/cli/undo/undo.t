# Undo

The last command is taken back, and then the one before.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup; cp -r cadup ../before
    $ pmo undo
    pmo: there is nothing to undo
    [3]
    $ pmo set RSK-3 next_review=2026-12-01 >out
    $ pmo layout risk file >out
    $ pmo undo --list --format table
    No  Date        By  Files  Command
     2  2026-11-20  PC     13  pmo layout risk file
     1  2026-11-20  PC      1  pmo set RSK-3 next_review=2026-12-01
    $ pmo undo
    took back: pmo layout risk file   (2026-11-20 PC, 13 files)
    $ pmo undo
    took back: pmo set RSK-3 next_review=2026-12-01   (2026-11-20 PC, 1 file)
    $ diff -r cadup ../before && echo the same
    the same

A file that changed since is not touched.

    $ pmo set ACT-12 due=2026-12-01 >out
    $ echo '# a last thought' >>cadup/actions.yaml
    $ pmo undo
    cadup/actions.yaml: error: was changed after 'set ACT-12 due=2026-12-01' [undo-conflict]
    [3]
    $ tail -n 1 cadup/actions.yaml
    # a last thought
    $ pmo undo --list --format json
    [
      {
        "number": 1,
        "date": "2026-11-20",
        "by": "PC",
        "files": 1,
        "command": "set ACT-12 due=2026-12-01"
      }
    ]
