# Find

Every word must stand somewhere in the record; capitals and accents do not matter.

    $ pmo demo d >out; cd d
    $ pmo find permit --format table
    ID       Register  Title                                         Field    Match
    TSK-014  task      Fiber link and switches                       history  ... not issued the permit
    ISS-006  issue     Fiber permit held by the right-of-way office  title    Fiber permit held by the right-of-way office
    RSK-010  risk      Fiber permit holds back the recovery link     title    Fiber permit holds back the recovery link
    ACT-005  action    Call Public Works about the permit            title    ... Works about the permit
    $ pmo find FIBER office --format ids
    ISS-006
    RSK-010
    $ pmo find "fiber office" --format ids
    ISS-006
    RSK-010
    $ pmo find rsk-003
    id	register	title	field	match
    RSK-003	risk	Not enough dispatch backfill for training	id	RSK-003
    ACT-002	action	Backfill priced for six classes	source	RSK-003
    ACT-011	action	Backfill roster for six classes	source	RSK-003

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

    $ pmo init "Courthouse network" netref >out
    $ pmo find courthouse
    id	register	title	field	match
    netref	project	Courthouse network	title	Courthouse network
    $ pmo -p netref find courthouse
    id	register	title	field	match
    netref	project	Courthouse network	title	Courthouse network
    $ pmo find courthouse --all-projects --format ids
    netref
