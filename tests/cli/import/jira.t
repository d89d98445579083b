fixture: import

# Issues of another tracker

Records begin in their first state and moves have their rules, so a list with other states
is refused until it is said that they count as they stand.

    $ pmo import jira.csv --register issue --yes | tail -1
    jira.csv:2:43: warning: status 'In Progress': records begin as new, and moves have their rules [import-cell]
    error: 2 rows have states that only moves give; nothing is imported [import-state]
    Comment#2            24/Sep/25;dra…  note
    $ ls cadup
    project.yaml

Headers that stand twice are columns of their own. People are found by handle, name and
address; who is nobody here is listed, and the name goes into a note.

    $ pmo import jira.csv --register issue --as-imported --yes
    jira.csv: 3 rows, commas, UTF-8; to issues of cadup

    Column               First value     Goes to            How
    Summary              Fiber permit…   title
    Issue key            CAD-101         external
    Issue Type           Bug             -                  its values do not fit
                                                            type
    Status               In Progress     status             To Do: new, Done: closed
    Priority             High            priority_override  High: P2, Highest: P1,
                                                            Low: P4
    Assignee             Dana S. Park    owner
    Reporter             pat@county.ex…  raised_by
    Created              22/Sep/25 9:2…  raised             dates that read one way
    Due date             30/Nov/26 12:…  due                dates that read one way
    Labels               permit          tags
    Labels#2             cjis            tags
    Σ Original Estimate  28800           -                  no field of that name
    Description          The clerk wan…  description
    Comment              23/Sep/25;cal…  note
    Comment#2            24/Sep/25;dra…  note

    Added 3, updated 0, unchanged 0; 0 problems.
    Nobody here is called Jane Miller; their names go into notes.
    *about what these records lack: pmo check* (glob)
    $ cat cadup/issues/ISS-001.yaml
    title: Fiber permit held by the city
    status: in_progress
    owner: DSP
    due: 2026-11-30
    description: |-
      The clerk wants a new drawing.

      Second paragraph, with a comma and a "quote".
    raised_by: PC
    raised: 2025-09-22
    priority_override: P2
    tags: [permit, cjis]
    external: CAD-101
    created: 2026-11-20
    created_by: PC
    notes:
      - 2026-11-20 PC: 23/Sep/25;called the clerk
      - 2026-11-20 PC: 24/Sep/25;drawing sent
    $ cat cadup/issues/ISS-003.yaml
    title: Old dispatch map tiles
    status: closed
    raised_by: PC
    raised: 2025-09-24
    priority_override: P4
    external: CAD-103
    created: 2026-11-20
    created_by: PC
    notes:
      - 2026-11-20 import: owner Jane Miller
      - 2026-11-20 import: raised_by Jane Miller

The id of the other system makes the second run an update. A state that moved on leaves its
line of history; a remark that is there is not made again.

    $ sed -i 's/CAD-101,Bug,In Progress/CAD-101,Bug,Done/' jira.csv
    $ pmo import jira.csv --register issue --as-imported --yes | tail -3
    Added 0, updated 1, unchanged 2; 0 problems.
    Nobody here is called Jane Miller; their names go into notes.
    *about what these records lack: pmo check* (glob)
    $ tail -8 cadup/issues/ISS-001.yaml
    external: CAD-101
    created: 2026-11-20
    created_by: PC
    notes:
      - 2026-11-20 PC: 23/Sep/25;called the clerk
      - 2026-11-20 PC: 24/Sep/25;drawing sent
    history:
      - 2026-11-20 in_progress>closed PC
