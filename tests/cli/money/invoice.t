# An invoice arrives

The fields of an invoice go with the move by their own names; the day it came is today unless it
is said. Nothing came of this order yet, so the invoice is held.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo purchase invoice PUR-3 no=INV-88 amount=44400.00
    PUR-003  invoices + no=INV-88 received=2026-11-20 amount=44,400.00
             held: 0 of 20 received (order 44,400.00 matches)
             pay after receipt, or return it as improper by Dec 8:
               pmo purchase return PUR-3 INV-88
    $ sed -n '/^invoices/,/^[a-h]/p' cadup/purchases/PUR-003.yaml
    invoices:
      - no: INV-88
        amount: 44400.00
        received: 2026-11-20
    notes:
      - 2026-11-12 PC: V3 says Dec 11, the maker ships from one plant
    history:
    $ pmo purchase PUR-3 | grep invoices -A 1
    invoices         1. no=INV-88 received=2026-11-20 amount=44,400.00
    ordered_qty    = 20

Its number behind the purchase names it; another number is none of its invoices.

    $ pmo purchase return PUR-3 INV-99 --note 'not ours'
    error: PUR-003: none of its invoices is meant; it has INV-88 [effect-refused]
    [3]
    $ pmo purchase return PUR-3 INV-88 --note 'nothing has come'
    PUR-003  invoices … amount=44,400.00 > … amount=44,400.00 returned=2026-11-20
    $ pmo purchase show PUR-3 --format json | grep returned
          "returned": "2026-11-20"

More than the order, then goods, then the right invoice:

    $ pmo purchase invoice PUR-3 no=INV-89 amount=45000
    PUR-003  invoices + no=INV-89 received=2026-11-20 amount=45,000.00
             does not match: order 44,400.00, invoiced 45,000.00; at most 222.00 may differ
             dispute it, or return it as improper by Dec 8:
               pmo purchase return PUR-3 INV-89
    $ pmo purchase receive PUR-3 qty=20
    PUR-003  ordered > received, receipts + 2026-11-20 20
    $ pmo purchase pay PUR-3
    error: PUR-003 cannot pay: order 44,400.00, receipt 20 of 20 and invoice 45,000.00 do not match (over_order); at most 222.00 may differ: correct the invoice, note the receipt, or dispute it [move-refused]
    [3]
    $ pmo purchase return PUR-3 INV-89 --note 'over the order'
    PUR-003  invoices … amount=45,000.00 > … amount=45,000.00 returned=2026-11-20
    $ pmo purchase invoice PUR-3 INV-90 amount=44400 --on 2026-11-19
    PUR-003  received > invoiced, invoices + no=INV-90 received=2026-11-19 amount=44,400.00
             order, receipt and invoice match: 44,400.00, to be paid by Dec 20
             then into the ledger:
               pmo expense add "20 rugged terminals" source=PUR-003 line=BL-003 amount=44,400.00 invoice_no=INV-90
    $ pmo purchase pay PUR-3
    PUR-003  invoiced > paid, invoices … amount=44,400.00 > … amount=44,400.00 paid=2026-11-20
    cadup/purchases/PUR-003.yaml:31:3: warning: PUR-003 is paid, and the ledger has 0.00 of 44,400.00 [purchase-unposted]
    $ pmo purchase PUR-3 --format json | grep -A 4 INV-90
          "no": "INV-90",
          "received": "2026-11-19",
          "amount": "44400.00",
          "paid": "2026-11-20"
        }
    $ pmo check --format tsv | cut -f 1,5- | grep unposted
    cadup/purchases/PUR-003.yaml	purchase-unposted	PUR-003	PUR-003 is paid, and the ledger has 0.00 of 44,400.00	pmo expense add "…" source=PUR-003 line=BL-003 amount=44,400.00
    $ pmo expense add "20 rugged terminals" source=PUR-3 line=BL-3 amount=44,400.00 invoice_no=INV-90
    EXP-018  20 rugged terminals
    $ pmo budget table --format csv id=BL-003
    id,title,original,current,actual,committed,etc,eac,vac
    BL-003,Hardware,187000.00,187000.00,188260.00,0.00,0.00,188260.00,-1260.00
    $ pmo check --format tsv | grep unposted
    [1]

What is wrong is said at its place, and nothing is written.

    $ pmo purchase invoice PUR-4 no=B1 amount=much
    argument:1:19: error: amount: 'much' is not an amount such as 12500.00 [value-type]
    [3]
    $ pmo purchase invoice PUR-4 no=B1 price=5
    argument:1:1: error: purchase has no field 'price' [field-unknown]
    [2]
    $ pmo purchase invoice PUR-4 received=yesterday amount=19375.00 no="Invoice 12, second half" --dry-run
    --- a/cadup/purchases/PUR-004.yaml
    +++ b/cadup/purchases/PUR-004.yaml
    @@ -1,5 +1,5 @@
     title: Fiber and UPS work
    -status: partially_received
    +status: invoiced
     owner: NET
     kind: services
     description: Fiber to the recovery site and a UPS for the console room.
    @@ -25,6 +25,9 @@
     receipts: [2026-08-19 1 FAC]
     invoices:
       - {no: BRF-2609, received: 2026-09-02, amount: 19375.00, qty: 1, proper: yes, approved: 2026-09-08, paid: 2026-10-01, paid_ref: W-87744}
    +  - no: Invoice 12, second half
    +    received: 2026-11-19
    +    amount: 19375.00
     history:
       - 2026-07-13 draft>requisitioned NET
       - 2026-07-14 requisitioned>quoting PC
    @@ -32,3 +35,4 @@
       - 2026-07-29 in_approval>approved PC
       - 2026-07-31 approved>ordered PROC
       - 2026-08-19 ordered>partially_received FAC: the fiber waits for the permit
    +  - 2026-11-20 partially_received>invoiced PC

The same with a register of your own: a move that needs a list takes its members.

    $ mkdir ../own && cd ../own && unset PMO_PROJECT
    $ pmo init "Grants" grants > /dev/null
    $ cat >> pmo.yaml <<'END'
    > registers:
    >   grant:
    >     prefix: GRA
    >     help: money from others
    >     fields:
    >       draws: {type: struct, list: true, members: {no: text, amount: money}}
    >     moves:
    >       draw: {from: open, to: open, needs: [draws], help: money was drawn}
    > END
    $ pmo grant add "Public safety grant"
    GRA-001  Public safety grant
    $ pmo grant draw GRA-1 no=D-1 amount=12000.00
    GRA-001  draws + no=D-1 amount=12,000.00
    $ pmo grant draw GRA-1 no=D-1 amount=12500.00
    GRA-001  draws no=D-1 amount=12,000.00 > no=D-1 amount=12,500.00
    $ pmo grant show GRA-1 | grep draws
    draws        1. no=D-1 amount=12,500.00
