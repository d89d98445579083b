fixture: import

# A list of risks from a spreadsheet

What goes where is shown first. Words become numbers, the review date decides that this file
has the month first. In a script nothing happens without `--yes`.

    $ pmo import risks.csv
    pmo: nothing is imported yet; add --yes to do it
    risks.csv: 3 rows, commas, UTF-8; to risks of cadup (by the file's name)

    Column       First value                 Goes to      How
    Ref          R-1                         external
    Risk Title   Not enough dispatch backf…  title
    Likelihood   High                        probability  High: 4, 30%: 2, Low: 2
    Impact       4 - Major                   impact       4 - Major: 4, Very High:
                                                          5, Medium: 3
    Risk Owner   DSP                         owner
    Review date  12/01/2026                  next_review  month before day (US)
    Category     Resource                    category
    Mitigation   Hire two retirees           response

    Adds 3, updates 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    [2]
    $ ls cadup
    project.yaml
    $ pmo import risks.csv --yes
    risks.csv: 3 rows, commas, UTF-8; to risks of cadup (by the file's name)

    Column       First value                 Goes to      How
    Ref          R-1                         external
    Risk Title   Not enough dispatch backf…  title
    Likelihood   High                        probability  High: 4, 30%: 2, Low: 2
    Impact       4 - Major                   impact       4 - Major: 4, Very High:
                                                          5, Medium: 3
    Risk Owner   DSP                         owner
    Review date  12/01/2026                  next_review  month before day (US)
    Category     Resource                    category
    Mitigation   Hire two retirees           response

    Added 3, updated 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)

A second run has nothing to do, and writes nothing: not even an entry for undo.

    $ cp -r cadup/risks before
    $ pmo import risks.csv --yes | tail -1
    Added 0, updated 0, unchanged 3; 0 problems.
    $ diff -r cadup/risks before && pmo undo --list | wc -l
    2

The other system goes on. Only what differs is touched: what people wrote here stays.

    $ sed -i 's/^owner: PC/owner: PC   # since Monday/' cadup/risks/RSK-002.yaml
    $ sed -i 's/30%,Very High,PC/50%,Very High,PC/' risks.csv
    $ echo 'R-4,Fuel shortage,Low,Low,DSP,12/15/2026,Cost,' >> risks.csv
    $ pmo import risks.csv --yes | tail -2
    Added 1, updated 1, unchanged 2; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ cat cadup/risks/RSK-002.yaml
    title: Vendor loses its lead engineer
    category: vendor
    owner: PC   # since Monday
    probability: 3
    impact: 5
    identified: 2026-11-20
    next_review: 2026-12-13
    external: R-2
    created: 2026-11-20
    created_by: PC
    history:
      - 2026-11-20 probability 2>3 PC
    $ ls cadup/risks
    RSK-001.yaml
    RSK-002.yaml
    RSK-003.yaml
    RSK-004.yaml

One import is one command to take back.

    $ pmo undo > /dev/null && ls cadup/risks
    RSK-001.yaml
    RSK-002.yaml
    RSK-003.yaml
