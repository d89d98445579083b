# Buying something, from the second quote to the paid invoice

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo purchase submit PUR-6
    error: PUR-006 cannot submit: it has 1 of the 2 quotes that 21,500.00 ask for (City of Charlotte, procurement questions): quotes+='VEN-… AMOUNT', or another method with its justification [move-refused]
    [3]
    $ pmo set PUR-6 quotes+='VEN-009 22900'
    PUR-006  quotes + VEN-009 22900.00
    $ pmo purchase submit PUR-6
    PUR-006  quoting > in_approval
    $ pmo purchase approve PUR-6
    error: PUR-006 cannot approve: nobody approved it by name: approvals+='PERSON approved' [move-refused]
    [3]
    $ pmo purchase approve PUR-6 approvals+='SPO approved'
    PUR-006  in_approval > approved, approvals + SPO approved

The line holds less than the order: the money comes first, and contingency only by a change.

    $ pmo purchase order PUR-6 vendor=VEN-011 po_no=PO-26-3460 po_amount=21500
    error: PUR-006 cannot order: the order of 21,500.00 is more than BL-008 has left, 20,000.00 of 20,000.00: move 1,500.00 there first: pmo change add "…", then pmo transfer add "…" to=BL-008 from=BL-… amount=… change=CHG-… [move-refused]
    [3]
    $ pmo transfer add "Security assessment" to=BL-8 from=BL-9 amount=1500
    cadup/transfers.yaml:1:1: error: TRF-002 takes 1,500.00 from the contingency, which is drawn by an approved change request only [transfer-unapproved]
    [3]
    $ pmo change add "More for the security assessment" description="Second assessor asked for more." justification="CJIS asks for it." impact_scope=none impact_days=0d impact_cost=1500 funding=contingency
    CHG-006  More for the security assessment
    $ pmo change submit CHG-6 && pmo change analyse CHG-6 && pmo change review CHG-6
    CHG-006  draft > submitted, submitted none > 2026-11-20, due none > 2026-12-08
    CHG-006  submitted > in_analysis
    CHG-006  in_analysis > in_review
    $ pmo change approve CHG-6 approvals+='PM approved' --by PM
    CHG-006  in_review > approved, approvals + PM approved, decided none > 2026-11-20
    $ pmo transfer add "Security assessment" to=BL-8 from=BL-9 amount=1500 change=CHG-6 approved_by=SPO
    TRF-002  Security assessment
    $ pmo budget table BL-8 --format csv
    id,title,date,status,amount,part
    BL-008,as granted,,,20000.00,current
    TRF-002,Security assessment,2026-11-20,open,1500.00,current
    BL-008,one quote of two,,,21500.00,etc
    $ pmo purchase order PUR-6 vendor=VEN-011 po_no=PO-26-3460 po_amount=21500
    PUR-006  approved > ordered, vendor none > VEN-011, po_no none > PO-26-3460, po_date none > 2026-11-20, po_amount none > 21,500.00
    $ pmo budget table id=BL-008 --format csv | cut -d , -f 1,4-
    id,current,actual,committed,etc,eac,vac
    BL-008,21500.00,0.00,21500.00,21500.00,43000.00,-21500.00

What is ordered is no longer to come; that estimate is a person's.

    $ pmo set BL-8 etc=
    BL-008  etc 21,500.00 > none
    $ pmo budget table id=BL-008 --format csv | cut -d , -f 1,4-
    id,current,actual,committed,etc,eac,vac
    BL-008,21500.00,0.00,21500.00,0.00,21500.00,0.00
    $ pmo purchase receive PUR-6 qty=1 --on 2027-01-08
    PUR-006  ordered > received, receipts + 2027-01-08 1
    $ export PMO_TODAY=2027-01-12
    $ pmo purchase invoice PUR-6 no=S-100 amount=21500
    PUR-006  received > invoiced, invoices + no=S-100 received=2027-01-12 amount=21,500.00
             order, receipt and invoice match: 21,500.00, to be paid by Feb 11
             then into the ledger:
               pmo expense add "Independent security assessment" source=PUR-006 line=BL-008 amount=21,500.00 invoice_no=S-100
    $ pmo expense add "Security assessment" source=PUR-6 line=BL-8 amount=21500 invoice_no=S-100 vendor=VEN-011
    EXP-018  Security assessment
    $ pmo purchase pay PUR-6
    PUR-006  invoiced > paid, invoices … amount=21,500.00 > … amount=21,500.00 paid=2027-01-12
    $ pmo budget table id=BL-008 --format csv | cut -d , -f 1,4-
    id,current,actual,committed,etc,eac,vac
    BL-008,21500.00,21500.00,0.00,0.00,21500.00,0.00

A credit memo settles the dispute over the workstations: what was over the order is taken off.

    $ pmo purchase PUR-2 | grep -E '^(match|invoiced)'
    invoiced       = 45,360.00
    match          = over_order
    $ pmo set PUR-2 invoices+='no=TCT-2607C received=2026-12-01 amount=-1260'
    PUR-002  invoices + no=TCT-2607C received=2026-12-01 amount=-1,260.00
    $ pmo purchase settle PUR-2 --note "credit memo TCT-2607C"
    PUR-002  disputed > invoiced
    $ pmo purchase PUR-2 | grep -E '^(match|invoiced)'
    invoiced       = 44,100.00
    match          = matches
    $ pmo expense add "Workstations, credit" kind=credit source=PUR-2 line=BL-3 amount=-1260 invoice_no=TCT-2607C vendor=VEN-3
    EXP-019  Workstations, credit
    $ pmo purchase pay PUR-2
    PUR-002  invoiced > paid, invoices … proper=yes > … proper=yes paid=2027-01-12, … amount=-1,260.00 > … amount=-1,260.00 paid=2027-01-12
    $ pmo budget table id=BL-003 --format csv | cut -d , -f 1,4-
    id,current,actual,committed,etc,eac,vac
    BL-003,187000.00,142600.00,44400.00,0.00,187000.00,0.00
