# Find

Every word must stand somewhere in the record; capitals and accents do not matter.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo find permit --format table
    ID       Register    Title                                            Field    Match
    TSK-014  task        Fiber link and switches                          history  ... not issued the permit
    CHK-011  checkin     Infrastructure, week ending Nov 20               lines    permit
    ISS-006  issue       Fiber permit held by the right-of-way office     title    Fiber permit held by the right-of-way office
    RSK-010  risk        Fiber permit holds back the recovery link        title    Fiber permit holds back the recovery link
    ACT-005  action      Call Public Works about the permit               title    ... Works about the permit
    ESC-002  escalation  Permit: who can move it                          title    Permit: who can move it
    MTG-007  meeting     Steering committee, November                     agenda   Fiber permit
    PUR-004  purchase    Fiber and UPS work                               history  ... waits for the permit
    LSN-002  lesson      Ask who reviews permits, and when they are away  title    Ask who reviews permits, and when they are away
    $ pmo find FIBER office --format ids
    ISS-006
    RSK-010
    LSN-002
    $ pmo find "fiber office" --format ids
    ISS-006
    RSK-010
    LSN-002
    $ pmo find rsk-003
    id	register	title	field	match
    RSK-003	risk	Not enough dispatch backfill for training	id	RSK-003
    ASM-005	assumption	Four dispatchers of the neighbor county for the classes	if_false	RSK-003
    ACT-002	action	Backfill priced for six classes	source	RSK-003
    ACT-011	action	Backfill roster for six classes	source	RSK-003
    NED-008	need	Backfill for six classes	risk_if_late	... with them (RSK-003).
    RPT-012	report	Monthly report, August	records	RSK-003
    RPT-021	report	Monthly report, October	records	RSK-003
    RPT-023	report	Status report, week ending Nov 13	records	RSK-003

Fields that pmo does not know are found, too, and what is closed or void.

    $ echo 'colour: café au lait' >>cadup/issues/ISS-002.yaml
    $ pmo find CAFE
    id	register	title	field	match
    ISS-002	issue	Vendor invoice lacked the order number	colour	café au lait

Nothing found is no fault.

    $ pmo find xyzzy --format table
    ID  Register  Title  Field  Match
    $ pmo find ' '
    pmo: find needs a word
    [2]
    $ pmo find
    pmo: too few words; this is how: pmo find TEXT... [--all-projects]
    [2]

With several projects all are searched, or the one that is meant.

    $ unset PMO_PROJECT
    $ pmo find courthouse
    id	register	title	field	match
    netref	project	Courthouse network refresh	title	Courthouse network refresh
    netref/MS-002	milestone	Courthouse on the new network	title	Courthouse on the new network
    $ pmo -p netref find courthouse
    id	register	title	field	match
    netref	project	Courthouse network refresh	title	Courthouse network refresh
    MS-002	milestone	Courthouse on the new network	title	Courthouse on the new network
    $ PMO_PROJECT=cadup pmo find courthouse --all-projects --format ids
    netref
    netref/MS-002
