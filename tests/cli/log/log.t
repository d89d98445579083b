# Log

One record's story is told from the first day on.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo log ISS-6 --format table
    Date        Who  What
    2026-09-21  PC   added: Fiber permit held by the right-of-way office
    2026-09-22  PC   new>assessed
    2026-09-22  NET  assessed>in_progress
    2026-10-09  PC   due 2026-10-09>2026-10-30: the office asked for a traffic plan
    2026-10-30  PC   due 2026-10-30>2026-11-13: reviewer on leave
    2026-11-12  NET  two reviewers for the whole county, ours is back on the 16th
    2026-11-17  PC   no answer to the mail of the 16th

The project's begins with the latest.

    $ pmo log --limit 5 --format table
    Date        ID       Who  What
    2026-11-20  DOC-009  PC   0.2; V1 still checks steps 10 to 14 of CUT-001
    2026-11-20  LOG-042  PC   added: Harborlight called, test slot may move
    2026-11-20  CHK-017  PC   requested>received
    2026-11-20  CHK-012  PC   received>applied: 50 to 45 %, on the phone with V2
    2026-11-20  CHK-012  PC   requested>received
    +* more (glob)
    $ pmo log --since 2026-11-20
    date	id	who	what
    2026-11-20	DOC-009	PC	0.2; V1 still checks steps 10 to 14 of CUT-001
    2026-11-20	LOG-042	PC	added: Harborlight called, test slot may move
    2026-11-20	CHK-017	PC	requested>received
    2026-11-20	CHK-012	PC	received>applied: 50 to 45 %, on the phone with V2
    2026-11-20	CHK-012	PC	requested>received
    2026-11-20	CHK-010	PC	requested>received
    2026-11-20	TSK-031	V2	remaining 7d>10d from CHK-012
    2026-11-20	TSK-031	V2	percent 50>45 from CHK-012
    $ pmo log RSK-3 ACT-9 --limit 2 --format json
    [
      {
        "date": "2026-11-02",
        "id": "RSK-003",
        "who": "PC",
        "what": "HR confirmed four vacancies until spring"
      },
      {
        "date": "2026-11-02",
        "id": "RSK-003",
        "who": "PC",
        "what": "probability 3>4: vacancies confirmed"
      }
    ]

What a command does is in it.

    $ pmo set ISS-6 due=2026-12-04 --note 'promised by phone' >out
    $ pmo log ISS-6 | tail -n 1
    2026-11-20	PC	due 2026-11-13>2026-12-04: promised by phone
    $ pmo log ISS-99
    error: there is no record 'ISS-99' [id-missing]
    [3]

A line without a date comes first, as it stands.

    $ printf '%s\n' 'title: x' 'notes:' '  - no date here' '  - 2026-11-01 DSP: said so' \
    >     >cadup/issues/ISS-050.yaml
    $ pmo log ISS-50
    date	who	what
    		no date here
    2026-11-01	DSP	said so
