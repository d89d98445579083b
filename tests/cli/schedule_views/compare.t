fixture: mspdi

# Our dates beside those of MS Project

    $ pmo init --from plan.xml >/dev/null
    $ pmo schedule --compare imported --format table
    Radio tower, as of Nov 20, beside the file that was imported
    4 of 4 tasks have the same dates.
    $ pmo set TSK-003 duration=12d
    TSK-003  duration 8d > 12d
    $ pmo schedule --compare imported --format table
    Radio tower, as of Nov 20, beside the file that was imported
    2 of 4 tasks have the same dates.

    WBS  Task          Start there  Finish there  Here    Here    Days  Why
    1.2  Foundation    Dec 3        Dec 14        Dec 3   Dec 18    +4  takes 12 d, not 8 d
    2    Tower stands  Dec 14       Dec 14        Dec 18  Dec 18    +4  follows 1.2
    $ pmo schedule --compare imported --format jsonl
    {"id":"TSK-003","title":"Foundation","imported_start":"2026-12-03","imported_finish":"2026-12-14","start":"2026-12-03","finish":"2026-12-18","days":4,"why":"takes 12 d, not 8 d"}
    {"id":"MS-001","title":"Tower stands","imported_start":"2026-12-14","imported_finish":"2026-12-14","start":"2026-12-18","finish":"2026-12-18","days":4,"why":"follows 1.2"}
    $ pmo schedule --compare yesterday
    pmo: --compare: 'yesterday' is not known; 'imported' is
    [2]

A plan that nobody imported.

    $ pmo demo demo >/dev/null
    $ pmo -C demo -p cadup schedule --compare imported
    pmo: cadup did not come from a file of MS Project: pmo import plan.xml
    [2]
