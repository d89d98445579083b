# Work, people and time

Eighty hours of work take one person ten days and two people five.

    $ pmo init "Move" move > /dev/null; cd move; export PMO_TODAY=2026-11-20 PMO_USER=PC
    $ pmo person add PC "Pat Coordinator" > /dev/null; pmo person add NET "Noel Teague" > /dev/null
    $ pmo set project start=2026-11-30 > /dev/null
    $ pmo task add "Pull cable" effort=80h assignees=NET > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-11
    $ pmo set TSK-1 assignees+=PC > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-04

With a duration of its own the time stays, whoever comes; with fixed_work the work does.

    $ pmo set TSK-1 duration=10d > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-11
    $ pmo set TSK-1 sizing=fixed_work > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-04
    $ pmo set TSK-1 assignees='NET 50%' > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-25

With fixed_duration effort says nothing about time.

    $ pmo set TSK-1 sizing=fixed_duration > /dev/null
    $ pmo schedule --format tsv | cut -f 3,7,8
    title	start	finish
    Pull cable	2026-11-30	2026-12-11
