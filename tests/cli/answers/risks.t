# Risks: bands, expected cost, what is due for review

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo risk matrix --format table | grep '^critical'
    critical 1   high 3   medium 6   low 0   expected cost 49,350.00
    critical 0   high 0   medium 1   low 0   expected cost 11,100.00
    $ pmo risk --where 'not kind = opportunity' --columns id,score,band,residual_score,emv,next_review --sort -score,id
    id	score	band	residual_score	emv	next_review
    RSK-003	16	critical	8	10500.00	2026-11-24
    RSK-005	15	high	10	15000.00	2026-11-20
    RSK-002	12	high	6	2800.00	2026-11-30
    RSK-008	12	high	8	6000.00	2026-11-18
    RSK-009	9	medium	6	2500.00	2026-12-04
    RSK-004	8	medium	4	3000.00	2026-12-11
    RSK-006	8	medium		0.00	2026-12-18
    RSK-010	8	medium		1750.00	2026-12-01
    RSK-011	8	medium		6000.00	2026-12-18
    RSK-007	6	medium		1800.00	2026-12-18
    $ pmo risk matrix --format csv | head -n 4
    id,kind,probability,impact,score,band,title,owner,change
    RSK-003,threat,4,4,16,critical,Not enough dispatch backfill for training,DSP,same
    RSK-005,threat,3,5,15,high,Response time fails at peak load,INF,same
    RSK-002,threat,4,3,12,high,Terminals late at the reseller,FLT,
    $ pmo risk overdue --format ids
    RSK-008

The RAID log has them beside assumptions, issues, dependencies and decisions.

    $ pmo raid | cut -f1,2,4,6,7,8,9
    kind	id	owner	age	due	rating	status
    risk	RSK-003	DSP	94	2026-11-24	critical 16	active
    risk	RSK-005	INF	93	2026-11-20	high 15	active
    risk	RSK-008	SEC	91	2026-11-18	high 12	active
    risk	RSK-002	FLT	95	2026-11-30	high 12	active
    risk	RSK-009	OCM	90	2026-12-04	medium 9	active
    risk	RSK-012	PC	88	2026-12-15	medium 9	active
    risk	RSK-010	NET	89	2026-12-01	medium 8	active
    risk	RSK-004	GIS	93	2026-12-11	medium 8	watch
    risk	RSK-006	PM	92	2026-12-18	medium 8	watch
    risk	RSK-011	PM	88	2026-12-18	medium 8	watch
    risk	RSK-007	PM	92	2026-12-18	medium 6	watch
    assumption	ASM-003	PM			constraint	open
    assumption	ASM-006	PM			constraint	open
    issue	ISS-003	V2	28	2026-12-08	P1 level 3	escalated
    issue	ISS-008	QA	8	2026-11-23	P2 level 1	in_progress
    issue	ISS-005	DSP	6	2026-11-24	P2 level 1	in_progress
    issue	ISS-006	NET	43	2026-11-13	P3 level 1	in_progress
    issue	ISS-007	PM	18	2026-11-30	P3 level 1	waiting
    issue	ISS-010	PM	13	2026-12-01	P4 level 1	assessed
    issue	ISS-009	FLT	10	2026-12-04	P4 level 1	in_progress
    dependency	ASM-004	V2		2026-12-03	promised Dec 3	committed
    dependency	ASM-005	DSP		2026-12-11		open
    decision	DEC-005	SPO		2026-11-25		pending
    $ pmo raid --format table | grep -c '!'
    2
