fixture: cadup
needs: pmo-export-xlsx unzip

# A list that goes to Excel and comes back

`edited.xlsx` is the list of risks as pmo wrote it, edited and saved in LibreOffice: an owner, a
review date, an owner taken away, and a row typed below. What would change is shown, row by row,
before anything does.

    $ pmo risk -a -c id,title,probability,impact,owner,next_review,tags,status -o risks.xlsx
    pmo: wrote risks.xlsx: 5 rows
    $ cp "$FIXTURES/xlsx/edited.xlsx" edited.xlsx
    $ pmo import edited.xlsx --register risk
    pmo: nothing is imported yet; add --yes to do it
    edited.xlsx: 6 rows, sheet Risks; to risks of cadup

    Column       First value                 Goes to      How
    ID           RSK-003                     external     our own ids: finds its
                                                          record
    Title        Not enough dispatch backf…  title
    Probability  4                           probability
    Impact       4                           impact
    Owner        NET                         owner
    Review       2026-11-24                  next_review  dates that read one way
    Tags         training, staffing          tags         a list, split at ','
    Status       active                      status

    Row  ID       Field        Now         Becomes
      2  RSK-003  owner        DSP         NET
      3  RSK-002  next_review  2026-11-18  2026-12-04
      7  RSK-006  (new)        -           Generator fails its load test

    Adds 1, updates 2, unchanged 3; 0 problems.
    1 cell says less than the record has, which is kept; --clear takes it away.
    1 remark about what these records lack: pmo check will tell them.
    [2]

The list as it was exported changes nothing.

    $ pmo import risks.xlsx | tail -1
    pmo: nothing is imported yet; add --yes to do it
    Adds 0, updates 0, unchanged 5; 0 problems.

Only what differs is written, a line of the file each.

    $ cp -R cadup/risks .was
    $ pmo import edited.xlsx --register risk --yes | tail -4

    Added 1, updated 2, unchanged 3; 0 problems.
    1 cell says less than the record has, which is kept; --clear takes it away.
    1 remark about what these records lack: pmo check tells them.
    $ diff -r .was cadup/risks
    diff -r .was/RSK-002.yaml cadup/risks/RSK-002.yaml
    6c6,8
    < next_review: 2026-11-18
    ---
    > next_review: 2026-12-04 (text)
    > history: (text)
    >   - 2026-11-20 next_review 2026-11-18>2026-12-04 PC (text)
    diff -r .was/RSK-003.yaml cadup/risks/RSK-003.yaml
    3c3
    < owner: DSP
    ---
    > owner: NET (text)
    24a25
    >   - 2026-11-20 owner DSP>NET PC (text)
    Only in cadup/risks: RSK-006.yaml
    [1]

A cell that was emptied takes its value away only where that is said.

    $ pmo import edited.xlsx --register risk --clear --dry-run | tail -6
    Status       active                      status

    Row  ID       Field  Now  Becomes
      4  RSK-004  owner  NET  -

    Adds 0, updates 1, unchanged 5; 0 problems.
    $ pmo undo
    took back: pmo import edited.xlsx --register risk --yes   (2026-11-20 PC, 3 files)
    $ diff -r .was cadup/risks

# States change by moves

    $ pmo import "$FIXTURES/xlsx/states.xlsx" --register risk --dry-run 2>&1 | tail -4 |
    > sed "s:$FIXTURES/::"
    Status       closed                      status
    xlsx/states.xlsx: H2: warning: status 'closed': RSK-003 is active, and states change by moves: pmo risk close RSK-003 [import-cell]
    xlsx/states.xlsx: H3: warning: status 'parked': there is no such state; 'Status:parked=STATE' says which it is [import-cell]
    error: 2 rows have states that only moves give; nothing is imported [import-state]

Words may be said to mean a state, but only one that there is.

    $ pmo import "$FIXTURES/xlsx/states.xlsx" --register risk Status:parked=wathc
    error: 'Status:parked=wathc': 'wathc' is no state [import-word]
    [2]
    $ pmo import "$FIXTURES/xlsx/states.xlsx" --register risk --as-imported --dry-run |
    > tail -8
    Status       closed                      status

    Row  ID       Field   Now     Becomes
      2  RSK-003  status  active  closed
      3  RSK-002  notes   -       2026-11-20 import: status parked

    Adds 0, updates 2, unchanged 3; 0 problems.
    No state here is called parked; that goes into notes. 'COLUMN:WORD=STATE' gives it a meaning.

# What changed here meanwhile

The last column of the list, hidden and gray, says what each record was when the list was made. So
what was changed here since then is not taken back by a list that does not know it.

    $ unzip -p risks.xlsx xl/worksheets/sheet1.xml | grep -o '<col [^>]*hidden[^>]*>' | grep -c .
    1
    $ pmo risk set RSK-3 owner=PROC
    RSK-003  owner DSP > PROC
    $ pmo import risks.xlsx --dry-run | tail -2
    Adds 0, updates 0, unchanged 5; 0 problems.
    1 value was changed here since the list was made and not in the list; that stays.

A list without that column is compared with what is there now: what would be lost shows.

    $ pmo import edited.xlsx --register risk --dry-run | grep RSK-003
    ID           RSK-003                     external     our own ids: finds its
      2  RSK-003  owner        PROC        NET
