# Limits: what rules apply, where it comes from, and what a refusal says

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo limits purchase.w
    name	value	source	date	help
    purchase.written	50000.00	City of Charlotte, procurement questions	2026-11	from here on, written quotes
    purchase.written_quotes	3	City of Charlotte, procurement questions	2026-11	how many written quotes
    $ pmo limits capital
    name	value	source	date	help
    capital_limit	5000.00	pmo.yaml		goods above this are assets

A jurisdiction brings its own figures, and one figure can be said alone:

    $ printf 'jurisdiction: north_carolina\n' >> pmo.yaml
    $ sed -i 's/^thresholds:/thresholds:\n  purchase.informal_quotes: 4/' pmo.yaml
    $ pmo limits purchase | cut -f1-3
    name	value	source
    purchase.informal	30000.00	N.C. General Statutes 143-129 and 143-131
    purchase.informal_services	30000.00	N.C. General Statutes 143-129 and 143-131
    purchase.written	90000.00	N.C. General Statutes 143-129 and 143-131
    purchase.formal	90000.00	N.C. General Statutes 143-129 and 143-131
    purchase.informal_quotes	4	pmo.yaml
    purchase.written_quotes	3	City of Charlotte, procurement questions
    purchase.split_window	90cd	usual practice

What is no figure is told, and the usual one holds:

    $ sed -i 's/quotes: 4/quotes: many/' pmo.yaml
    $ pmo limits purchase.informal_q
    name	value	source	date	help
    purchase.informal_quotes	2	usual practice		how many quotes are several
    pmo.yaml:10:29: error: purchase.informal_quotes 'many', expected a figure such as 2 [config-value]
    [3]
    $ sed -i 's/^jurisdiction:.*/jurisdiction: atlantis/' pmo.yaml
    $ pmo limits purchase.formal
    name	value	source	date	help
    purchase.formal	100000.00	City of Charlotte, procurement questions	2026-11	above this, sealed bids or proposals
    pmo.yaml:49:15: error: jurisdiction 'atlantis', expected one of charlotte, north_carolina, idaho, oklahoma, federal [config-value]
    pmo.yaml:10:29: error: purchase.informal_quotes 'many', expected a figure such as 2 [config-value]
    [3]
    $ sed -i -e '/^jurisdiction/d' -e '/many/d' pmo.yaml

A refusal names the figure, its source and what would satisfy it:

    $ pmo purchase submit PUR-6
    error: PUR-006 cannot submit: it has 1 of the 2 quotes that 21,500.00 ask for (City of Charlotte, procurement questions): quotes+='VEN-… AMOUNT', or another method with its justification [move-refused]
    [3]
    $ pmo purchase submit PUR-6 quotes+='VEN-003 22900.00'
    PUR-006  quoting > in_approval, quotes + VEN-003 22900.00
    $ pmo purchase approve PUR-6 approvals+='SPO approved'
    PUR-006  in_approval > approved, approvals + SPO approved
    $ pmo purchase order PUR-6 vendor=VEN-011 po_no=PO-1 po_amount=21500.00
    error: PUR-006 cannot order: the order of 21,500.00 is more than BL-008 has left, 20,000.00 of 20,000.00: move 1,500.00 there first: pmo change add "…", then pmo transfer add "…" to=BL-008 from=BL-… amount=… change=CHG-… [move-refused]
    [3]

Contingency is drawn by an approved change request only:

    $ pmo transfer add assessment from=BL-009 to=BL-008 amount=1500.00 approved_by=SPO
    cadup/transfers.yaml:1:1: error: TRF-002 takes 1,500.00 from the contingency, which is drawn by an approved change request only [transfer-unapproved]
    [3]

Lower levels approve first, and the charter says whose level is which:

    $ pmo change review CHG-5 impact_scope='four reports'
    CHG-005  submitted > in_review
    $ pmo change approve CHG-5 approvals+='SPO approved'
    error: CHG-005 cannot approve: it needs level 2, lower levels first; still to approve: PM: pmo set CHG-005 approvals+='PM approved' [move-refused]
    [3]
    $ pmo set CHG-5 approvals+='PM approved' > /dev/null
    $ pmo change approve CHG-5 approvals+='SPO approved'
    CHG-005  in_review > approved, approvals + SPO approved, decided none > 2026-11-20

Only its acceptor accepts, or who acts for them:

    $ pmo deliverable accept DLV-12
    error: DLV-012 cannot accept: only its acceptor INF accepts it, in writing: accepted_by=INF, and --evidence FILE keeps the letter [move-refused]
    [3]
