fixture: cadup

# What is printed, and where

A pipe gets tab-separated values; the same answer in other formats.

    $ cd cadup
    $ pmo action
    id	title	owner	due	source	redated	status
    ACT-009	Credit memo for the first terminals	PROC	2026-11-13		0	open
    ACT-004	Hire two call takers from the county pool	DSP	2026-12-01		0	open
    $ pmo action --format table
    ID       Title                                      Owner  Due           Source  Redated  Status
    ACT-009  Credit memo for the first terminals        PROC   2026-11-13 !                0  open
    ACT-004  Hire two call takers from the county pool  DSP    2026-12-01                  0  open
    $ pmo action --format csv
    id,title,owner,due,source,redated,status
    ACT-009,Credit memo for the first terminals,PROC,2026-11-13,,0,open
    ACT-004,Hire two call takers from the county pool,DSP,2026-12-01,,0,open
    $ pmo action --format json
    [
      {
        "id": "ACT-009",
        "title": "Credit memo for the first terminals",
        "owner": "PROC",
        "due": "2026-11-13",
        "source": null,
        "redated": 0,
        "status": "open"
      },
      {
        "id": "ACT-004",
        "title": "Hire two call takers from the county pool",
        "owner": "DSP",
        "due": "2026-12-01",
        "source": null,
        "redated": 0,
        "status": "open"
      }
    ]
    $ pmo action --format jsonl
    {"id":"ACT-009","title":"Credit memo for the first terminals","owner":"PROC","due":"2026-11-13","source":null,"redated":0,"status":"open"}
    {"id":"ACT-004","title":"Hire two call takers from the county pool","owner":"DSP","due":"2026-12-01","source":null,"redated":0,"status":"open"}
    $ pmo action --format yaml
    - id: ACT-009
      title: Credit memo for the first terminals
      owner: PROC
      due: '2026-11-13'
      source: null
      redated: 0
      status: open
    - id: ACT-004
      title: Hire two call takers from the county pool
      owner: DSP
      due: '2026-12-01'
      source: null
      redated: 0
      status: open
    $ pmo action --format md
    **CAD upgrade: actions**

    | ID | Title | Owner | Due | Source | Redated | Status |
    |---|---|---|---|---|--:|---|
    | ACT-009 | Credit memo for the first terminals | PROC | 2026-11-13 ! |  | 0 | open |
    | ACT-004 | Hire two call takers from the county pool | DSP | 2026-12-01 |  | 0 | open |
    $ pmo action --format ids
    ACT-009
    ACT-004

A file takes the format of its ending.

    $ pmo action -o list.csv; cat list.csv
    pmo: wrote list.csv: 2 rows
    id,title,owner,due,source,redated,status
    ACT-009,Credit memo for the first terminals,PROC,2026-11-13,,0,open
    ACT-004,Hire two call takers from the county pool,DSP,2026-12-01,,0,open
    $ pmo action -o list
    pmo: -o list: its ending says no format; add --format
    [2]
    $ pmo action -o missing/list.csv
    pmo: missing/list.csv cannot be written: No such file or directory
    [4]

A failed write is never a silent success.

    $ pmo action >&-
    pmo: standard output cannot be written: Bad file descriptor
    [4]
    $ pmo action >/dev/full
    pmo: standard output cannot be written: No space left on device
    [4]

The bytes are the same in any locale.

    $ pmo show RSK-3 --format json >here; LC_ALL=C pmo show RSK-3 --format json | cmp - here
