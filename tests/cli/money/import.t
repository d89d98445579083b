# Expenses from payroll and finance

Labor comes from payroll once a month, as a file. What goes where is shown first.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-12-08 PMO_USER=PC PMO_PROJECT=cadup
    $ cat > payroll.csv <<'END'
    > Posting,Description,Account line,Posted,Net,Type
    > PR-2026-11B,"Labor, November, second half",BL-005,12/04/2026,"6,100.00",payroll
    > PR-2026-12A,"Labor, December to the 4th",BL-005,12/08/2026,"3,950.00",payroll
    > END
    $ pmo import payroll.csv --register expense Posting=external Description=title 'Account line=line' Posted=date Net=amount Type=kind --dates us --save payroll
    pmo: nothing is imported yet; add --yes to do it
    payroll.csv: 2 rows, commas, UTF-8; to expenses of cadup

    Column        First value                   Goes to   How
    Posting       PR-2026-11B                   external
    Description   Labor, November, second half  title
    Account line  BL-005                        line
    Posted        12/04/2026                    date      month before day (US)
    Net           6,100.00                      amount
    Type          payroll                       kind

    Adds 2, updates 0, unchanged 0; 0 problems.
    [2]
    $ pmo import payroll.csv --register expense Posting=external Description=title 'Account line=line' Posted=date Net=amount Type=kind --dates us --save payroll --yes | tail -n 2

    Added 2, updated 0, unchanged 0; 0 problems.
    $ pmo expense line=BL-005 'date>2026-11-20' --format csv
    id,title,date,amount,due,status
    EXP-018,"Labor, November, second half",2026-12-04,6100.00,,accrued
    EXP-019,"Labor, December to the 4th",2026-12-08,3950.00,,accrued

The same file again changes nothing; a corrected one changes what was corrected.

    $ pmo import payroll.csv --yes | tail -n 1
    Added 0, updated 0, unchanged 2; 0 problems.
    $ sed -i 's/3,950.00/3,970.00/' payroll.csv
    $ pmo import payroll.csv --yes | tail -n 4
    Net           6,100.00                      amount
    Type          payroll                       kind

    Added 0, updated 1, unchanged 1; 0 problems.
    $ pmo budget table BL-5 --format csv | grep EXP-01 | tail -n 3
    EXP-015,"Labor, November to the 20th",2026-11-20,paid,12100.00,actual
    EXP-018,"Labor, November, second half",2026-12-04,accrued,6100.00,actual
    EXP-019,"Labor, December to the 4th",2026-12-08,accrued,3970.00,actual
    $ pmo budget table --format csv id=BL-005
    id,title,original,current,actual,committed,etc,eac,vac
    BL-005,County labor,118000.00,118000.00,96970.00,0.00,39600.00,136570.00,-18570.00
