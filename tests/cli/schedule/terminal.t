width: 80 terminal

# The schedule on a terminal

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo schedule --open
    Computer-Aided Dispatch Upgrade, as of Nov 20
    Finish Apr 23, 2027 (+15 d).  Go-live Mar 16, 2027 (+15 d).

    ^[[1mWBS   Task                         Done  Start         Finish         Var  Float^[[0m
    ^[[31m3.5   Fiber link and switches       60%  Jul 27        Dec 10        !+70     58^[[0m
    ^[[31m3.6   Mobile terminals delivered…   30%  Jul 27        Jan 4, 2027   !+63     35^[[0m
    ^[[31m4.7   Build configuration           90%  Oct 5         Nov 30        !+12     ~3^[[0m
    ^[[31m4.9   Reports and dashboards        60%  Oct 19        Dec 1         !+21     ~5^[[0m
    ^[[31m4.10  Configuration walk-through         Dec 1         Dec 3         !+12     ~3^[[0m
    ^[[31m5.4   State message switch inter…   45%  Aug 31        Dec 8         !+43     *0^[[0m
    ^[[31mM5    Build complete                     Dec 8         Dec 8         !+15     *0^[[0m
    ^[[31m6.2   Test cases written and tra…   85%  Sep 30        Nov 30        !+23      6^[[0m
    ^[[33m6.3   System integration test, c…        Dec 9         Jan 4, 2027    +15     *0^[[0m
    ^[[33m6.4   Fixes and integration test…        Jan 5, 2027   Jan 19, 2027   +15     *0^[[0m
    6.5   Performance and failover t…        Jan 20, 2027  Jan 26, 2027   +15     17
    ^[[33m6.6   User acceptance test               Jan 20, 2027  Feb 2, 2027    +15     *0^[[0m
    6.7   UAT fixes and retest               Feb 3, 2027   Feb 11, 2027   +15     ~5
    6.8   Test summary report and si…        Feb 12, 2027  Feb 16, 2027   +15     ~5
    6.9   Independent security asses…        Jan 20, 2027  Feb 2, 2027    +15     27
    M6    User acceptance signed             Feb 16, 2027  Feb 16, 2027   +15     ~5
    7.3   Job aids and help documents        Dec 4         Jan 6, 2027    +12     13
    7.4   Train-the-trainer                  Jan 7, 2027   Jan 13, 2027   +12     13
    ^[[33m7.5   Dispatcher classes (6 sess…        Feb 3, 2027   Feb 23, 2027   +15     *0^[[0m
    7.6   Supervisor and administrat…        Jan 14, 2027  Jan 21, 2027   +12     23
    7.7   Announcements and publicity        Feb 3, 2027   Feb 16, 2027   +15     17
    ^[[31m8.1   Cutover plan and runbook           Dec 1         Dec 16        !+23     39^[[0m
    ^[[31m8.2   Pilot scheduling and parti…        Dec 17        Dec 23        !+23     39^[[0m
    ^[[33m8.3   Pilot: one shift in parall…        Feb 24, 2027  Mar 9, 2027    +15     *0^[[0m
    ^[[33m8.4   Cutover dress rehearsal            Mar 10, 2027  Mar 11, 2027   +15     *0^[[0m
    ^[[33m8.5   Go/no-go board                     Mar 12, 2027  Mar 12, 2027   +15     *0^[[0m
    ^[[33m8.6   Cutover                            Mar 15, 2027  Mar 16, 2027   +15     *0^[[0m
    ^[[33mM7    Go-live                            Mar 16, 2027  Mar 16, 2027   +15     *0^[[0m
    9.1   Operations manual and supp…        Jan 20, 2027  Feb 9, 2027    +15     37
    9.2   Knowledge transfer to serv…        Feb 10, 2027  Feb 19, 2027   +15     37
    ^[[33m9.3   Hypercare                          Mar 17, 2027  Apr 14, 2027   +15     *0^[[0m
    ^[[33m9.4   Handover to operations sig…        Apr 15, 2027  Apr 16, 2027   +15     *0^[[0m
    ^[[33m9.5   Lessons learned and closeo…        Apr 19, 2027  Apr 23, 2027   +15     *0^[[0m
    ^[[33m9.6   Final acceptance and contr…        Apr 19, 2027  Apr 23, 2027   +15     *0^[[0m
    ^[[33mM8    Project closed                     Apr 23, 2027  Apr 23, 2027   +15     *0^[[0m

    * critical  ~ nearly  ! late  Var, Float: working days
