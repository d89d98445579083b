# All projects side by side

    $ pmo demo d > /dev/null; cd d
    $ pmo portfolio
    Fairmont County
    Portfolio
    =========
    as of Fri Nov 20, 2026

    3 projects: 1 red, 1 yellow, 1 green. 1 without a fresh report.

    Health
    ------
    Project  Overall  Scope  Sched  Cost  Risk    Done  Planned  Since last report
    BWCST    R        G      R      R     R     41.1 %   64.4 %  cost down, risk
                                                                 down
    CADUP    Y        Y      Y      G     Y     71.7 %   79.5 %  same
    NETREF   G        G      G      G     G     62.0 %   61.0 %  same

    Why
    - BWCST schedule R: 20.0 % late (+28 d), limit 10 %
    - BWCST cost R: forecast 11.5 % over budget, limit 10 %
    - BWCST risk R: risk of 20 or more: RSK-001 (score 20)
    - CADUP scope Y: waiting for the sponsor or the board: CHG-003, CHG-005
    - CADUP schedule Y: 8.3 % late (+15 d), limit 5 %
    - CADUP risk Y: critical: RSK-003 (score 16, above 15)

    Dates
    -----
    Project  Next          On            +/- d  Go-live planned  expected      +/- d
             milestone
    BWCST    Storage       Jan 11, 2027    +28  Jan 28, 2027     Mar 9, 2027     +28
             delivered
    CADUP    Build         Dec 8           +15  Feb 23, 2027     Mar 16, 2027    +15
             complete
    NETREF   Courthouse    Jan 15, 2027      0  Jan 15, 2027     Jan 15, 2027      0
             on the new
             network

    Money
    -----
    Project    Authorized        Budget      Forecast  Left over  Contingency
    BWCST      540,000.00    540,000.00    602,000.00    -11.5 %         0.00
    CADUP    1,200,000.00  1,113,600.00  1,128,860.00     -1.4 %    86,400.00
    NETREF     310,000.00    295,000.00    295,000.00      0.0 %    15,000.00
    Sum      2,050,000.00  1,948,600.00  2,025,860.00     -4.0 %   101,400.00

    To watch
    --------
    Project  Phase    P1 issues  Top risk  Decisions  Last report  Days  Stale
    BWCST    execute          0        20          0  Oct 16         24  stale
    CADUP    execute          1        16          1  Nov 13          5
    NETREF   execute          0         6          0  Oct 30         14

    Between projects
    ----------------

    People with more work than time
    - INF: 120 % of 100 % in the week of Dec 7 (BWCST, CADUP, NETREF)
    - NET: 230 % of 100 % in the week of Dec 7 (CADUP, NETREF); too much in 3 weeks
    - PC: 160 % of 100 % in the week of Dec 7 (CADUP, NETREF); too much in 2 weeks
    - QA: 200 % of 100 % in the week of Jan 4, 2027 (CADUP, NETREF)
    - WRT: 200 % of 100 % in the week of Jan 25, 2027 (CADUP, NETREF); too much in 3
      weeks

    Vendors on several projects
    - Harborlight Integration (VEN-002): BWCST, CADUP

    Releases close to each other
    - BWCST Go-live on Mar 9, 2027, CADUP Go-live on Mar 16, 2027: 5 d apart

    Freezes ahead
    - Dec 18, 2026 to Jan 4, 2027, no production change over the holidays: BWCST,
      CADUP, NETREF

The same for the upload: one row a project, every column.

    $ pmo portfolio --format csv
    project,name,sponsor,pm,top_risk,code,overall,scope,schedule,cost,risk,complete,planned,trend,next,date,variance,baseline,forecast,go_live_variance,authorized,budget,eac,vac,contingency,phase,critical_issues,top_score,decisions,reported,report_age,stale
    bwcst,Body-camera storage,SPO,PM,RSK-001,BWCST,R,G,R,R,R,41.1,64.4,"cost down, risk down",Storage delivered,2027-01-11,28,2027-01-28,2027-03-09,28,540000.00,540000.00,602000.00,-11.5,0.00,execute,0,20,0,2026-10-16,24,stale
    cadup,Computer-Aided Dispatch Upgrade,SPO,PM,RSK-003,CADUP,Y,Y,Y,G,Y,71.7,79.5,same,Build complete,2026-12-08,15,2027-02-23,2027-03-16,15,1200000.00,1113600.00,1128860.00,-1.4,86400.00,execute,1,16,1,2026-11-13,5,
    netref,Courthouse network refresh,CIO,PM,RSK-001,NETREF,G,G,G,G,G,62.0,61.0,same,Courthouse on the new network,2027-01-15,0,2027-01-15,2027-01-15,0,310000.00,295000.00,295000.00,0.0,15000.00,execute,0,6,0,2026-10-30,14,
    $ pmo portfolio -o p.csv; pmo portfolio --format csv | cmp - p.csv && echo same
    pmo: wrote p.csv: 3 rows
    same

A report for people has no script and no request in it, and its JSON is a tree.

    $ pmo portfolio --format html | grep -c '<script\|src=\|http:\|https:'
    0
    [1]
    $ pmo portfolio --format json | head -c 60
    {
      "format": 1,
      "report": "portfolio",
      "title": "Portfo (no newline)

A project without a plan, and one whose charter is broken, stay in the list and are told.

    $ mkdir new bad; printf 'title: New one\nstatus: draft\n' > new/project.yaml
    $ printf 'title: [\n' > bad/project.yaml
    $ pmo portfolio 2>/dev/null | sed -n '/^as of/,/^Why/p'
    as of Fri Nov 20, 2026

    ! bad: project.yaml cannot be read: pmo check

    5 projects: 1 red, 1 yellow, 1 green, 2 not rated or on hold. 3 without a fresh
    report.

    Health
    ------
    Project  Overall  Scope  Sched  Cost  Risk    Done  Planned  Since last report
    BWCST    R        G      R      R     R     41.1 %   64.4 %  cost down, risk
                                                                 down
    CADUP    Y        Y      Y      G     Y     71.7 %   79.5 %  same
    NETREF   G        G      G      G     G     62.0 %   61.0 %  same
    bad      N        N      N      N     N
    new      N        G      N      N     G

    Why

A project that is over is not in it.

    $ sed -i 's/^status: .*/status: closed/' netref/project.yaml; rm -r new bad
    $ pmo portfolio --format csv | cut -d, -f1
    project
    bwcst
    cadup
