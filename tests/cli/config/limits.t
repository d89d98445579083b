# Limits: what rules apply, where it comes from, and what a refusal says

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo limits purchase.w
    name	value	unit	source	date	where	help
    purchase.written	50000.00	money	City of Charlotte, procurement questions	2026-11	share/pmo/limits/purchases.yaml:14	from here on, written quotes
    purchase.written_quotes	3	count	City of Charlotte, procurement questions	2026-11	share/pmo/limits/purchases.yaml:27	how many written quotes
    $ pmo limits capital
    name	value	unit	source	date	where	help
    capital_limit	5000.00	money	pmo.yaml		pmo.yaml:10	goods above this are assets

A part of a name does as well; a name that is none is told:

    $ pmo limits schedule | cut -f1,2
    name	value
    rag.schedule_yellow	5%
    rag.schedule_red	10%
    $ pmo limits rag.spi_rde
    pmo: there is no limit 'rag.spi_rde'; nearest is rag.spi_red
    [2]
    $ pmo limits banana
    pmo: there is no limit 'banana'; pmo limits lists all
    [2]

A jurisdiction brings its own figures, and one figure can be said alone:

    $ printf 'jurisdiction: north_carolina\n' >> pmo.yaml
    $ sed -i 's/^thresholds:/thresholds:\n  purchase.informal_quotes: 4/' pmo.yaml
    $ pmo limits purchase | cut -f1,2,4
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
    $ pmo limits purchase.informal_quotes
    name	value	unit	source	date	where	help
    purchase.informal_quotes	2	count	usual practice	2026-11	share/pmo/limits/purchases.yaml:22	how many quotes are several
    pmo.yaml:10:29: error: purchase.informal_quotes 'many', expected a figure such as 2 [config-value]
    [3]
    $ sed -i 's/^jurisdiction:.*/jurisdiction: atlantis/' pmo.yaml
    $ pmo limits purchase.formal
    name	value	unit	source	date	where	help
    purchase.formal	100000.00	money	City of Charlotte, procurement questions	2026-11	share/pmo/limits/purchases.yaml:18	above this, sealed bids or proposals
    pmo.yaml:49:15: error: jurisdiction 'atlantis', expected one of charlotte, federal, idaho, north_carolina, oklahoma, texas, wisconsin [config-value]
    pmo.yaml:10:29: error: purchase.informal_quotes 'many', expected a figure such as 2 [config-value]
    [3]
    $ sed -i -e '/^jurisdiction/d' -e '/many/d' pmo.yaml

So is a name that is none, and it has no effect:

    $ sed -i 's/^thresholds:/thresholds:\n  purchase.writen: 40000.00/' pmo.yaml
    $ pmo check pmo.yaml
    pmo.yaml:10:3: warning: there is no limit 'purchase.writen'; nothing of pmo asks for it [limit-unknown]
          purchase.writen: 40000.00
          ^
    hint: nearest is purchase.written
    0 errors, 1 warning
    $ sed -i '/writen/d' pmo.yaml
    $ pmo config --workspace thresholds.risk.low=5
    thresholds.risk.low = 5 in pmo.yaml   undo: pmo undo
    $ pmo limits risk.low
    name	value	unit	source	date	where	help
    risk.low	5	points	pmo.yaml		pmo.yaml:11	highest score of a low risk
    risk.low	4	points	usual practice	2026-11	share/pmo/limits/risk-bands.yaml:5	highest score of a low risk
    $ pmo undo
    took back: pmo config --workspace thresholds.risk.low=5   (2026-11-20 PC, 1 file)

A workspace has files of limits of its own, with their source and date. They are chosen by name,
and the later one overrules; what is asked by its whole name is explained:

    $ mkdir limits
    $ cat > limits/county.yaml << END
    > # What Fairmont County asks for beside the state.
    > source: Purchasing manual, chapter 4
    > as_of: 2026-07-01
    > limits:
    >   purchase.formal:
    >     value: 85000.00
    >     unit: money
    >     about: sealed bids from
    >   terms.days:
    >     value: 20d
    >     unit: working days
    >     source: Finance, memo of 2026-09-01
    >     as_of: 2026-09-01
    >   visits: 3
    > END
    $ pmo config --workspace 'limits=[north_carolina, county]'
    limits = [north_carolina, county] in pmo.yaml   undo: pmo undo
    $ pmo limits purchase.f
    name	value	unit	source	date	where	help
    purchase.formal	85000.00	money	Purchasing manual, chapter 4	2026-07-01	limits/county.yaml:5	sealed bids from
    $ pmo limits purchase.formal --format table
    purchase.formal  85000.00 (money)
    sealed bids from

    Holds       85000.00    limits/county.yaml:5
                            Purchasing manual, chapter 4, as of 2026-07-01
    Overruled   90000.00    share/pmo/limits/jurisdictions/north_carolina.yaml:18
                            N.C. General Statutes 143-129 and 143-131, as of 2026-11
                100000.00   share/pmo/limits/purchases.yaml:18
                            City of Charlotte, procurement questions, as of 2026-11
    Elsewhere   100000.00   share/pmo/limits/jurisdictions/charlotte.yaml:17
                            City of Charlotte, procurement questions, as of 2026-11
                350000.00   share/pmo/limits/jurisdictions/federal.yaml:18
                            FAR 2.101, as of 2025-10-01
    Applied by  purchase

    To say otherwise: pmo config --workspace thresholds.purchase.formal=VALUE
    $ pmo limits terms.d --format table
    Limit       Value  Unit          Source                       As of       Where                 What it is
    terms.days    20d  working days  Finance, memo of 2026-09-01  2026-09-01  limits/county.yaml:9  to pay after invoice and acceptance
    $ pmo limits visits
    name	value	unit	source	date	where	help
    visits	3	count	Purchasing manual, chapter 4	2026-07-01	limits/county.yaml:14	

What is wrong in a file is told at its place, by `check` and whenever a limit is asked for, and
costs no more than its row:

    $ cat >> limits/county.yaml << END
    >   risk.low: few
    >   purchase.writen: 40000.00
    >   terms.interest:
    >     value: 45cd
    >     unit: working days
    >     sorce: a memo
    > END
    $ pmo check limits/county.yaml
    limits/county.yaml:15:13: error: risk.low 'few', expected a figure such as 4 [limit-value]
          risk.low: few
                    ^
    limits/county.yaml:19:11: error: unit 'working days' is not that of terms.interest 45cd [limit-value]
            unit: working days
                  ^
    hint: expected calendar days
    limits/county.yaml:16:3: warning: there is no limit 'purchase.writen'; nothing of pmo asks for it [limit-unknown]
          purchase.writen: 40000.00
          ^
    hint: nearest is purchase.written
    limits/county.yaml:20:5: warning: 'sorce' is no key of a limit [config-key]
            sorce: a memo
            ^
    hint: nearest is source
    2 errors, 2 warnings
    [1]
    $ pmo limits terms 2> /dev/null | cut -f1-2
    name	value
    terms.days	20d
    terms.improper	10d
    terms.interest	45cd
    $ pmo -p cadup task list --limit 1 > /dev/null
    $ sed -i 's/county\]/county, state]/' pmo.yaml
    $ pmo limits risk.low
    name	value	unit	source	date	where	help
    risk.low	4	points	usual practice	2026-11	share/pmo/limits/risk-bands.yaml:5	highest score of a low risk
    limits/county.yaml:15:13: error: risk.low 'few', expected a figure such as 4 [limit-value]
    limits/county.yaml:16:3: warning: there is no limit 'purchase.writen'; nothing of pmo asks for it [limit-unknown]
    limits/county.yaml:20:5: warning: 'sorce' is no key of a limit [config-key]
    limits/county.yaml:19:11: error: unit 'working days' is not that of terms.interest 45cd [limit-value]
    pmo.yaml:48:34: error: limits 'state': there is no file limits/state.yaml [config-value]
    [3]
    $ ln -sf /etc/passwd limits/state.yaml
    $ pmo limits risk.low
    name	value	unit	source	date	where	help
    risk.low	4	points	usual practice	2026-11	share/pmo/limits/risk-bands.yaml:5	highest score of a low risk
    limits/county.yaml:15:13: error: risk.low 'few', expected a figure such as 4 [limit-value]
    limits/county.yaml:16:3: warning: there is no limit 'purchase.writen'; nothing of pmo asks for it [limit-unknown]
    limits/county.yaml:20:5: warning: 'sorce' is no key of a limit [config-key]
    limits/county.yaml:19:11: error: unit 'working days' is not that of terms.interest 45cd [limit-value]
    pmo.yaml:48:34: error: limits 'state': there is no file limits/state.yaml [config-value]
    [3]
    $ rm -r limits; sed -i '/^limits:/d' pmo.yaml

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
