# The morning screen

Friday, November 20. Thanksgiving and the day after are holidays; days are working days.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo today --format table
    CADUP  Fri Nov 20, 2026    Overall Y    go-live Mar 16, 2027 (+15 d)
    tasks 32/63    EAC +1.4 %    contingency 86,400.00
    LATE
    1  38 d  PUR-003  FLT  20 rugged terminals, promised Sep 28, now Dec 11
    2  33 d  DLV-011  V2   Records interface a…, Harborlight Integration  pmo ask V2
    3  33 d  TSK-031  V2   State message switc…, finish Oct 5, now Dec 8  pmo ask V2
    4   5 d  DLV-004  V1   Configured system, Meridian Dispatch Systems   pmo ask V1
    5   5 d  ISS-006  NET  Fiber permit held by the right-of-wa…  pmo escalate ISS-6
    6   5 d  MS-005   PM   Build complete, finish Nov 13, now Dec 8     pmo why MS-5
    7  16 d  TSK-026  V1   Reports and dashbo…, finish Oct 28, now Dec 1  pmo ask V1
       +16 more: pmo overdue
    TODAY     INQ-005 answer due · RSK-005 review · COM-002 to go out
    WAITING   DEC-005 SPO by Wed Nov 25 · DLV-012 our review INF by Wed Nov 25
              CHG-003 SPO by Wed Nov 25 · DOC-012 review TRN by Wed Nov 25
              DLV-005 our review DSP by Wed Dec 2 · CHG-005 PM by Wed Dec 2
    MONEY     EXP-003 52,000.00 due Sat Nov 21 · PUR-002 disputed by 1,260.00
              PUR-006 1 of 2 quotes
    AWAY      QA until Nov 27 (DSP stands in)
    EXPIRES   VEN-003 insurance Dec 31 · WVR-001 waiver Dec 31
              CON-002 ends 15 calendar days after go-live
    NEXT      Mon 23 ISS-008, ACT-014, check-in CHK-013, check-in CHK-014,
              agenda MTG-007 · Tue 24 ISS-005, review RSK-003, ACT-012,
              fix due DEF-006, estimate EST-003 · +10 more

The number opens the line.

    $ pmo today 4 | head -n 3
    DLV-004  Configured system
             in_progress   ! overdue

Programs get every line of every group.

    $ pmo today --format csv | head -n 6
    no,group,id,what,title,owner,due,days,next
    1,LATE,PUR-003,"promised Sep 28, now Dec 11",20 rugged terminals,FLT,2026-09-28,38,pmo show PUR-3
    2,LATE,DLV-011,Harborlight Integration,Records interface and state switch,V2,2026-10-05,33,pmo ask V2
    3,LATE,TSK-031,"finish Oct 5, now Dec 8",State message switch interface,V2,2026-10-05,33,pmo ask V2
    4,LATE,DLV-004,Meridian Dispatch Systems,Configured system,V1,2026-11-13,5,pmo ask V1
    5,LATE,ISS-006,now to level 2 (SPO),Fiber permit held by the right-of-way office,NET,2026-11-13,5,pmo escalate ISS-6
    $ pmo today --format json | head -n 14
    [
      {
        "no": 1,
        "group": "LATE",
        "id": "PUR-003",
        "what": "promised Sep 28, now Dec 11",
        "title": "20 rugged terminals",
        "owner": "FLT",
        "due": "2026-09-28",
        "days": 38,
        "next": "pmo show PUR-3"
      },
      {
        "no": 2,
    $ pmo today | cut -f2 | sort | uniq -c | sed 's/^ *//'
    1 AWAY
    3 EXPIRES
    23 LATE
    3 MONEY
    20 NEXT
    3 TODAY
    6 WAITING
    1 group

A number that is no line:

    $ pmo today 99999
    pmo: '99999' is no number of a line; `pmo today` shows them
    [2]
    $ pmo today x
    pmo: 'x' is no number of a line; `pmo today` shows them
    [2]

On the Monday after the holidays what was due on Wednesday is one day late.

    $ pmo today --as-of 2026-11-30 | grep -E 'DEC-005|ACT-013' | cut -f2,3,8
    LATE	DEC-005	1
    LATE	ACT-013	1

A project that is not there:

    $ pmo -p nowhere today
    error: there is no project 'nowhere' [project-missing]
    [3]

Several projects together: ids carry their project, the most serious come first.

    $ mkdir lab; printf 'title: Lab refresh\ncode: LAB\nstart: 2026-06-01\ncalendar: fairmont\n' > lab/project.yaml
    $ printf 'ACT-001:\n  title: Order cabling\n  owner: NET\n  due: 2026-11-06\n  priority: high\n' > lab/actions.yaml
    $ unset PMO_PROJECT; pmo today | cut -f1-3,6,8 | head -n 4
    no	group	id	owner	days
    1	LATE	cadup/PUR-003	FLT	38
    2	LATE	cadup/DLV-011	V2	33
    3	LATE	cadup/TSK-031	V2	33
    $ pmo today --all --format table | grep lab/
     4    9 d  lab/ACT-001    NET   Order cabling                 pmo -p lab ask NET
    $ pmo overdue | grep lab/ | cut -f1-6
    lab/ACT-001	due	Order cabling	NET	2026-11-06	9
    $ pmo -p lab today --format table
    LAB  Fri Nov 20, 2026
    LATE
    1  9 d  ACT-001  NET  Order cabling                                  pmo ask NET
    TODAY     None.
    WAITING   None.
    MONEY     None.
    AWAY      QA until Nov 27 (DSP stands in)
    EXPIRES   VEN-003 insurance Dec 31
    NEXT      Thu-Fri holiday
    $ pmo -p lab overdue --soon --by PM --format table
    None.
