fixture: cadup

# Decimal commas

Where one writes 1.234,56, the list has semicolons, too.

    $ printf '%s\n' 'title;exposure_cost;exposure_days' 'Roof leaks;1.234,56;2,5d' \
    > 'Door jams;12.500;3d' > eu.csv
    $ pmo import eu.csv --register risk --yes --save eu
    eu.csv: 2 rows, semicolons, UTF-8; to risks of cadup

    Column         First value  Goes to        How
    title          Roof leaks   title
    exposure_cost  1.234,56     exposure_cost  decimal commas
    exposure_days  2,5d         exposure_days  bare numbers are days; decimal commas

    Added 2, updated 0, unchanged 0; 0 problems.
    2 remarks about what these records lack: pmo check tells them.
    $ pmo risk -c title,exposure_cost,exposure_days exposure_cost\>0
    title	exposure_cost	exposure_days
    Roof leaks	1234.56	2.5d
    Door jams	12500.00	3d
    $ cat imports/eu.yaml
    # How pmo import reads a list with these columns: COLUMN: FIELD, or note, external, keep, -
    register: risk
    columns:
      title: title
      exposure_cost:
        to: exposure_cost
        decimal: comma
      exposure_days:
        to: exposure_days
        unit: d
        decimal: comma

Nothing of this file says what its point is, so nothing is guessed.

    $ printf '%s\n' 'title;exposure_cost' 'Lamp flickers;12.500' > doubt.csv
    $ pmo import doubt.csv --register risk --yes
    doubt.csv:2:15: error: '12.500' in column 'exposure_cost' may be 12.500 (--decimal point) or 12500 (--decimal comma); say which [import-decimal]
    [2]
    $ pmo import doubt.csv --register risk --decimal comma --dry-run
    doubt.csv: 1 row, semicolons, UTF-8; to risks of cadup

    Column         First value    Goes to        How
    title          Lamp flickers  title
    exposure_cost  12.500         exposure_cost  decimal commas

    Adds 1, updates 0, unchanged 0; 0 problems.
    1 remark about what these records lack: pmo check will tell them.
    $ pmo import doubt.csv --register risk --decimal both
    pmo: --decimal: 'both' is none of comma, point
    [2]

Numbers that tell it themselves need no option, even side by side.

    $ printf '%s\n' 'title,exposure_cost' 'A,"1,234.50"' 'B,"1.234,50"' 'C,"12,345,678"' > both.csv
    $ pmo import both.csv --register risk --yes --save both | tail -2 | head -1
    Added 3, updated 0, unchanged 0; 0 problems.
    $ tail -n +3 imports/both.yaml
    columns:
      title: title
      exposure_cost: exposure_cost
    $ pmo risk -c title,exposure_cost exposure_cost\>0 | tail -3
    A	1234.50
    B	1234.50
    C	12345678.00
