# What was paid leaves a trace when it changes

    $ pmo demo d > /dev/null; cd d; export PMO_PROJECT=cadup

A paid invoice changes with a reason, and its history says from what to what.

    $ pmo set PUR-1 invoices.1.amount=98400.00
    error: PUR-001: invoices.1 is paid and changes with a reason only [item-settled]
    [3]
    $ pmo set PUR-1 invoices=
    error: PUR-001: invoices.1 is paid and changes with a reason only [item-settled]
    [3]
    $ pmo set PUR-1 invoices.1.amount=98400.00 --note 'typed wrong' 2> /dev/null
    PUR-001  invoices … amount=98,500.00 qty=7 proper=yes appro… > … amount=98,400.00 qty=7 proper=yes appro…
    $ pmo set PUR-1 receipts.1.qty=6 2> /dev/null
    PUR-001  receipts … qty=7 by=INF assets=AST-001, AST-002, A… > … qty=6 by=INF assets=AST-001, AST-002, A…
    $ pmo log PUR-1 | tail -2
    2026-11-20	PC	invoices.1.amount 98500.00>98400.00: typed wrong
    2026-11-20	PC	receipts.1.qty 7>6

Approvals, too; the state of the change began when it moved.

    $ pmo set CHG-3 approvals.2.decision=rejected > /dev/null
    $ pmo log CHG-3 | tail -1
    2026-11-20	PC	approvals.2.decision pending>rejected
    $ pmo show CHG-3 | sed -n 2p
             in_review since Nov 10 (7 d)

A risk that is being worked on is closed with a reason.

    $ pmo risk close RSK-3
    error: RSK-003 cannot close: it needs a reason (--note) [move-refused]
    [3]
    $ pmo risk close RSK-3 --note 'two call takers hired'
    RSK-003  active > closed

The same approval a second time is told.

    $ pmo set PUR-4 approvals+='PM approved'
    PUR-004  approvals + PM approved
    cadup/purchases/PUR-004.yaml:19:12: warning: PUR-004 has two approvals of the same person [purchase-approved-twice]
