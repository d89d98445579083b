fixture: cadup

# A whole workspace

Everything that the files say is one document. Its kind follows from the ending, and is said.

    $ pmo export ../all.json
    pmo: ../all.json: the whole workspace, 16 records, as json
    $ head -5 ../all.json
    {
      "pmo": {
        "format": 1,
        "export": 1
      },
    $ pmo export | cmp - ../all.json

In an empty folder it becomes a workspace that is exported to the same bytes.

    $ mkdir ../copy && cd ../copy && pmo import ../all.json
    ../all.json: a whole workspace, into this folder
      calendar: 1 new
      person: 4 new
      cadup project: 1 new
      cadup action: 3 new
      cadup issue: 1 new
      cadup risk: 5 new
      cadup task: 1 new
    Added 16, updated 0, unchanged 0.
    $ pmo export | cmp - ../all.json
    $ cat cadup/risks/RSK-001.yaml
    title: Radio console firmware is not certified in time
    status: identified
    kind: threat
    owner: NET
    $ ls
    cadup
    calendars
    people.yaml
    pmo.yaml

That is one command to take back.

    $ pmo undo && ls
    took back: pmo import ../all.json   (2026-11-20 PC, 12 files)

Nothing is written over, and a dry run writes nothing.

    $ mkdir cadup && pmo import ../all.json
    ../all.json: a whole workspace, into this folder
    error: cadup is there already [import-there]
    [3]
    $ rmdir cadup && pmo import ../all.json --dry-run | tail -1 && ls
    Adds 16, updates 0, unchanged 0.

A register goes into a table.

    $ cd "$HOME" && pmo export ../risks.csv --register risk
    pmo: ../risks.csv: risks, as csv
    $ head -1 ../risks.csv | cut -d, -f1-12
    id,title,score,band,owner,next_review,status,kind,category,cause,event,effect
    $ grep '^RSK-002' ../risks.csv | cut -d, -f1-14
    RSK-002,Terminals arrive late because the reseller changes its warehouse in the fall,9,medium,PROC,2026-11-18,analysed,,,,,,3,3
    $ grep -c '^RSK' ../risks.csv
    5

What cannot be is said.

    $ pmo export all.csv
    pmo: the whole workspace is exported as json or xlsx; as csv, one register: --register risk
    [2]
    $ pmo export all.doc
    pmo: all.doc: no format has that ending; say one: --format json
    [2]
    $ pmo export x.csv --register rsik
    pmo: there is no register 'rsik'; `pmo help registers` shows them
    [2]
    $ pmo export a.json -o b.json
    pmo: two files to write: a.json and b.json
    [2]
