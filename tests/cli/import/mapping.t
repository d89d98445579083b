fixture: import

# Saying where columns go

Semicolons, ISO-8859-1, line ends inside a cell, dates with the day first: all found out. The
rest can be said, a column's target and what a word means.

    $ pmo import redmine.csv --register issue
    pmo: nothing is imported yet; add --yes to do it
    redmine.csv: 2 rows, semicolons, ISO-8859-1; to issues of cadup

    Column       First value                Goes to            How
    #            7                          external
    Sujet        x                          -                  no field of that name
    Titre        Contrat signé              -                  no field of that name
    Priority     Normal                     priority_override  Normal: P3
    Assigned to  Noémie Torres              owner
    Due date     25/10/2026                 due                day before month
    Description  Première ligne  Deuxième…  description

    Adds 0, updates 0, unchanged 0, left out 2; 2 problems.
    redmine.csv:2:1: warning: a new record needs a title, and no column goes there; this row is left out [import-cell]
    redmine.csv:4:1: warning: a new record needs a title, and no column goes there; this row is left out [import-cell]
    [2]
    $ pmo import redmine.csv --register issue Titre=title Sujet=- Priority:Haute=P2 --yes --save redmine
    redmine.csv: 2 rows, semicolons, ISO-8859-1; to issues of cadup

    Column       First value                Goes to            How
    #            7                          external
    Sujet        x                          -
    Titre        Contrat signé              title
    Priority     Normal                     priority_override  Haute: P2, Normal: P3
    Assigned to  Noémie Torres              owner
    Due date     25/10/2026                 due                day before month
    Description  Première ligne  Deuxième…  description

    Added 2, updated 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ cat cadup/issues/*
    title: Contrat signé
    owner: NET
    due: 2026-10-25
    description: |-
      Première ligne
      Deuxième ligne
    raised_by: PC
    raised: 2026-11-20
    priority_override: P3
    external: "7"
    created: 2026-11-20
    created_by: PC
    title: Déménagement de la salle
    owner: NET
    due: 2026-04-03
    raised_by: PC
    raised: 2026-11-20
    priority_override: P2
    external: "8"
    created: 2026-11-20
    created_by: PC

The mapping was kept. It is a plain file, and the next list with these columns uses it.

    $ cat imports/redmine.yaml
    # How pmo import reads a list with these columns: COLUMN: FIELD, or note, external, keep, -
    register: issue
    dates: eu
    columns:
      '#': external
      Sujet: '-'
      Titre: title
      Priority:
        to: priority_override
        words:
          Haute: P2
          Normal: P3
      Assigned to: owner
      Due date: due
      Description: description
    $ pmo import redmine.csv --yes
    redmine.csv: 2 rows, semicolons, ISO-8859-1; to issues of cadup (by the saved mapping), mapping redmine

    Column       First value                Goes to            How
    #            7                          external
    Sujet        x                          -
    Titre        Contrat signé              title
    Priority     Normal                     priority_override  Haute: P2, Normal: P3
    Assigned to  Noémie Torres              owner
    Due date     25/10/2026                 due                day before month
    Description  Première ligne  Deuxième…  description

    Added 0, updated 0, unchanged 2; 0 problems.

One can name it, too; columns that are new or gone are told.

    $ printf '#;Titre;Extra\n9;Nouveau;x\n' > short.csv
    $ pmo import short.csv --mapping redmine --yes
    short.csv: 1 row, semicolons, UTF-8; to issues of cadup (by the saved mapping), mapping redmine

    Column  First value  Goes to   How
    #       9            external
    Titre   Nouveau      title
    Extra   x            -         the saved mapping does not know it

    Added 1, updated 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    imports/redmine.yaml:6:3: warning: the file has no column 'Sujet' any more [import-column]
    imports/redmine.yaml:8:3: warning: the file has no column 'Priority' any more [import-column]
    imports/redmine.yaml:13:3: warning: the file has no column 'Assigned to' any more [import-column]
    imports/redmine.yaml:14:3: warning: the file has no column 'Due date' any more [import-column]
    imports/redmine.yaml:15:3: warning: the file has no column 'Description' any more [import-column]
    $ pmo import short.csv --mapping redmin --yes
    error: there is no saved mapping 'redmin' [import-mapping]
    [3]

What cannot be is said.

    $ pmo import redmine.csv --register issue Titel=title
    error: the file has no column 'Titel' [import-column]
    [2]
    $ pmo import redmine.csv --register issue Titre=titel
    error: column 'Titre' cannot go to 'titel': there is no such field [import-target]
    [2]
    $ pmo import redmine.csv --register issue Titre=priority
    error: column 'Titre' cannot go to 'priority': it is computed here [import-target]
    [2]
    $ pmo import redmine.csv --register isue
    error: there is no register 'isue' [import-register]
    [2]
    $ pmo import redmine.csv --register project
    error: a project is no list [import-register]
    [2]
    $ pmo import redmine.csv --dates french
    pmo: --dates: 'french' is none of iso, us, eu
    [2]
    $ printf 'a,b\n1,2\n' > ab.csv
    $ pmo import ab.csv --register action
    ab.csv:1:1: error: no column goes to title; say which one does, such as 'a=title' (free: a, b) [import-title]
    [2]
    $ pmo import ab.csv
    error: what are the rows of ab.csv? [import-register]
    [2]
    $ pmo import missing.csv
    pmo: missing.csv cannot be read: No such file or directory
    [3]
