# What was decided, moved and signed stays

A control may keep a field: once it is there, and its condition held, another way leads on.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo set DEC-4 decision='Approved, from the reserve'
    cadup/decisions/DEC-004.yaml:1:1: error: DEC-004 is made: what was asked and decided does not change (decision) [decision-settled]
    [3]
    $ pmo set DEC-5 question='Does the test begin without the switch?'
    DEC-005  question Does integration test begin without the… > Does the test begin without the switch?
    $ pmo set TRF-1 amount=960
    cadup/transfers.yaml:1:1: error: TRF-001 was approved by SPO: what was moved does not change (amount) [transfer-settled]
    [3]
    $ pmo set TRF-1 approved_by= amount=960
    cadup/transfers.yaml:1:1: warning: TRF-001 lacks approved_by [incomplete]
    cadup/transfers.yaml:1:1: error: TRF-001 was approved by SPO: what was moved does not change (amount) [transfer-settled]
    cadup/transfers.yaml:1:1: error: TRF-001 was approved by SPO: what was moved does not change (approved_by) [transfer-settled]
    [3]
    $ pmo transfer void TRF-1 --note 'entered twice'
    TRF-001  open > void
    $ pmo set CON-1 value_original=529600 vendor=VEN-2
    cadup/contracts/CON-001.yaml:1:1: error: CON-001 is signed: its vendor and value stay as they were signed, amendments change them (vendor) [contract-settled]
    cadup/contracts/CON-001.yaml:1:1: error: CON-001 is signed: its vendor and value stay as they were signed, amendments change them (value_original) [contract-settled]
    [3]
    $ pmo schema transfer | tail -n 3
      transfer-settled          refuses  from=|to=|amount=|approved_by=: was
                                         approved by {approved_by}: what was moved
                                         does not change; when approved_by

A ceiling comes with an amendment; that it came at all is in the history.

    $ pmo set CON-2 ceiling=90000
    cadup/contracts/CON-002.yaml:13:10: warning: CON-002 is worth 165,000.00, over its ceiling of 90,000.00 [contract-over-ceiling]
    cadup/contracts/CON-002.yaml:1:1: error: CON-002 is signed: its ceiling changes with an amendment only (ceiling) [contract-ceiling-settled]
    [3]
    $ pmo set CON-2 amendments+='no=1 date=2026-11-20 amount=5000'
    CON-002  amendments + no=1 date=2026-11-20 amount=5,000.00
    cadup/contracts/CON-002.yaml:17:10: warning: CON-002 is worth 170,000.00, over its ceiling of 165,000.00 [contract-over-ceiling]
    $ pmo set CON-2 ceiling=320000
    CON-002  ceiling 165,000.00 > 320,000.00
    $ pmo log CON-1 | tail -n 1
    2026-07-27	PC	executed>active
    $ pmo set CON-1 ceiling=600000
    CON-001  ceiling none > 600,000.00
    $ pmo log CON-1 | tail -n 1
    2026-11-20	PC	ceiling none>600000.00

What may be corrected is tracked: with what it was, and by whom.

    $ pmo set PUR-2 vendor=VEN-1 po_no=77
    PUR-002  vendor VEN-003 > VEN-001, po_no PO-26-3302 > 77
    $ pmo set EXP-1 vendor=VEN-2 --note 'wrong vendor picked'
    EXP-001  vendor VEN-001 > VEN-002
    $ pmo set CHG-2 funding=vendor
    CHG-002  funding contingency > vendor
    $ pmo log PUR-2 EXP-1 CHG-2 --since today
    date	id	who	what
    2026-11-20	CHG-002	PC	funding contingency>vendor
    2026-11-20	EXP-001	PC	vendor VEN-001>VEN-002: wrong vendor picked
    2026-11-20	PUR-002	PC	po_no PO-26-3302>77
    2026-11-20	PUR-002	PC	vendor VEN-003>VEN-001

An own register does it the same way.

    $ sed -i "/^    layout: file/a\    controls:\n      permit-paid: {move: 'fee=', when: status = granted, message: 'is granted, its fee is paid'}" pmo.yaml
    $ pmo permit add Trench fee=1250 authority=County owner=PC due=2026-12-01
    PMT-003  Trench   PC   due Tue Dec 1
    $ pmo permit set PMT-3 fee=1300
    PMT-003  fee 1,250.00 > 1,300.00
    $ pmo permit grant PMT-3
    PMT-003  applied > granted, issued none > 2026-11-20
    $ pmo permit set PMT-3 fee=1400
    cadup/permits.yaml:28:1: error: PMT-003 is granted, its fee is paid (fee) [permit-paid]
    [3]
