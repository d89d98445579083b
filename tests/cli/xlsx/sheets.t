fixture: cadup

# Which sheet is meant

A workbook with several sheets wants to know which; hidden ones are named.

    $ cp "$FIXTURES/xlsx/office.xlsx" .
    $ pmo import office.xlsx --dry-run
    office.xlsx: error: the workbook has several sheets: Read me, Risks, Empty, Open points; hidden: Lists [import-sheet]
    [2]
    $ pmo import office.xlsx --sheet Plans --dry-run
    office.xlsx: error: there is no sheet 'Plans'; there are: Read me, Risks, Empty, Open points; hidden: Lists [import-sheet]
    [3]

A sheet with a register's name is that register's list; lines of a title above the table and the
empty column beside it are passed over. A message names the cell.

    $ pmo import office.xlsx --sheet Risks --dry-run
    office.xlsx: 3 rows, sheet Risks; to risks of cadup (by the sheet's name)

    Column       First value     Goes to      How
    Ref          R-1             external
    Risk Title   Terminals late  title
    Likelihood   High            probability  High: 4, Low: 2
    Impact       4 - Major       impact       4 - Major: 4, Medium: 3
    Risk Owner   NET             owner
    Review date  2026-12-01      next_review  dates that read one way

    Adds 3, updates 0, unchanged 0; 0 problems.
    3 remarks about what these records lack: pmo check will tell them.
    office.xlsx, sheet Risks: warning: 1 formula has no stored value and counts as empty, first G8; saving the file in Excel stores them [xlsx-cells]
    $ pmo import office.xlsx --sheet 'open points' --register action --yes
    office.xlsx: 1 row, sheet Open points; to actions of cadup

    Column  First value      Goes to  How
    Title   Call the bureau  title
    Due     2026-11-27       due      dates that read one way

    Added 1, updated 0, unchanged 0; 0 problems.
    1 remark about what these records lack: pmo check tells them.
    $ pmo import actions.csv --sheet Risks
    pmo: actions.csv cannot be read: No such file or directory
    [3]

# What is no workbook of today

    $ cp "$FIXTURES/xlsx/office.ods" "$FIXTURES/xlsx/office.xls" .
    $ pmo import office.ods --register risk
    office.ods: error: this is an OpenDocument file, not a workbook of Excel [xlsx-kind]
    [3]
    $ pmo import office.xls --register risk
    office.xls: error: this is a workbook of the old kind (.xls) [xlsx-kind]
    [3]
    $ printf '\320\317\021\340 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0' > secret.xlsx
    $ pmo import secret.xlsx --register risk
    secret.xlsx: error: the workbook is protected by a password [xlsx-password]
    [3]
