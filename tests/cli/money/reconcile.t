# Our expenses against the finance system

A file as the finance system exports it. An invoice may be posted in several rows; numbers are
compared by their letters and digits; rows without an invoice go by account and amount.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ cat > finance.csv <<'END'
    > Account,PO Number,Invoice No,Description,Posted,Amount
    > 5410-CAD,,MDS-2601,Meridian vendor plan,08/25/2026,"26,000.00"
    > 5410-CAD,,MDS 2602,Meridian licenses,08/25/2026,"$182,000.00"
    > 5415-INT,,HLI-2604,Harborlight design,09/15/2026,"33,000.00"
    > 5420-HW,PO-26-3301,TCT-2606,Servers,09/20/2026,"90,000.00"
    > 5420-HW,PO-26-3301,TCT-2606,Servers freight,09/20/2026,"8,500.00"
    > 5420-HW,PO-26-3302,TCT-2607,Workstations,10/05/2026,"45,360.00"
    > 5420-HW,PO-26-3302,TCT-2607,Credit memo,10/20/2026,"(1,260.00)"
    > 5425-NET,PO-26-3317,TCT-2608,Switches,08/12/2026,"7,250.00"
    > 5110-LAB,,,Payroll June,07/08/2026,"11,800.00"
    > 5110-LAB,,,Payroll July,08/07/2026,"14,200.00"
    > 5420-HW,PO-26-3399,TCT-2699,Cables,09/12/2026,612.40
    > END
    $ pmo budget reconcile finance.csv --where 'date < 2026-10-01' --format table
    ID       Row             Invoice   Order       Title                        Theirs       Ours  Difference  What
    Only theirs: 2
             line 9          TCT-2608  PO-26-3317  Switches                   7,250.00               7,250.00  theirs
             line 12         TCT-2699  PO-26-3399  Cables                       612.40                 612.40  theirs
    Sum                                                                       7,862.40               7,862.40

    Only ours: 3
    EXP-008                  TCT-2608  PO-26-3329  Switches                              7,250.00   -7,250.00  ours
    EXP-009                  BRF-2609  PO-26-3331  Fiber and UPS work, half             19,375.00  -19,375.00  ours
    EXP-012                                        Labor, August                        15,600.00  -15,600.00  ours
    Sum                                                                                 42,225.00  -42,225.00

    Amounts that differ: 1
    EXP-007  line 7, line 8  TCT-2607  PO-26-3302  Console workstations      44,100.00  45,360.00   -1,260.00  differs

    Agree: 6, 365,500.00. In all theirs 417,462.40, ours 453,085.00, difference -35,622.60.
    [1]
    $ pmo budget reconcile finance.csv --where 'line = BL-003' --format csv
    ours_id,theirs_line,invoice,order,text,theirs,ours,difference,part
    ,line 2,MDS-2601,,Meridian vendor plan,26000.00,,26000.00,theirs
    ,line 3,MDS 2602,,Meridian licenses,182000.00,,182000.00,theirs
    ,line 4,HLI-2604,,Harborlight design,33000.00,,33000.00,theirs
    ,line 9,TCT-2608,PO-26-3317,Switches,7250.00,,7250.00,theirs
    ,line 10,,,Payroll June,11800.00,,11800.00,theirs
    ,line 11,,,Payroll July,14200.00,,14200.00,theirs
    ,line 12,TCT-2699,PO-26-3399,Cables,612.40,,612.40,theirs
    EXP-007,"line 7, line 8",TCT-2607,PO-26-3302,Console workstations,44100.00,45360.00,-1260.00,differs
    [1]

Which column is what; another one can be named.

    $ pmo budget reconcile finance.csv --map
    order    PO Number
    invoice  Invoice No
    amount   Amount
    account  Account
    text     Description
    $ pmo budget reconcile finance.csv Posted=text --map | tail -n 1
    text     Posted
    $ pmo budget reconcile finance.csv Paid=amount
    pmo: the file has no column 'Paid'
    [2]
    $ pmo budget reconcile finance.csv Amount=total
    pmo: 'Amount=total': a column is order, invoice, amount, account or text
    [2]
    $ printf 'Vendor,Sum\nA,5\n' > odd.csv; pmo budget reconcile odd.csv
    pmo: no column is the amount; say which: COLUMN=amount
    [2]
    $ pmo budget reconcile odd.csv Sum=amount
    pmo: no column is the invoice or the order number; say which: COLUMN=invoice
    [2]

An amount that cannot be read would make the sums wrong.

    $ printf 'Invoice,Amount\nA1,5.00\nA2,"1.000,50"\nA3,x\n' > bad.csv; pmo budget reconcile bad.csv
    pmo: line 3: the amount '1.000,50' cannot be read; expected one such as 12,500.00
    pmo: line 4: the amount 'x' cannot be read; expected one such as 12,500.00
    [3]
    $ pmo budget reconcile none.csv
    pmo: none.csv cannot be read: No such file or directory
    [3]

Where all agrees the exit status is 0; the file only has to be the period's.

    $ printf 'Invoice,Amount\nMDS-2603,52000\n' > one.csv
    $ pmo budget reconcile one.csv --where 'invoice_no = MDS-2603' --format table
    ID  Row  Invoice  Order  Title  Theirs  Ours  Difference  What
    Only theirs: None.

    Only ours: None.

    Amounts that differ: None.

    Agree: 1, 52,000.00. In all theirs 52,000.00, ours 52,000.00, difference 0.00.
