# Why a date is what it is

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup

Whom and what go-live waits for, what a day would need, how much room there is. Without an id, go-live
is meant.

    $ pmo why MS-7 --format table
    Go-live is expected Mar 16, 2027, 3 weeks (15 working days) later than planned
    (Feb 23, 2027).

    State message switch interface (Harborlight Integration) will be ready Dec 8
    instead of Oct 5, and "System integration test, cycle 1" cannot start without
    it.

    What sets the date, step by step:
      M7   Go-live: Mar 16, 2027, after Cutover.
      8.6  Cutover (Luis Ortega): 2 days, Mar 15 to 16, 2027, after Go/no-go board.
      8.5  Go/no-go board (Marian Holt): 1 day, Mar 12, 2027, after Cutover dress
           rehearsal.
      8.4  Cutover dress rehearsal (Luis Ortega): 2 days, Mar 10 to 11, 2027, after
           "Pilot: one shift in parallel".
      8.3  Pilot: one shift in parallel (Dana Spencer): 10 days, Feb 24 to Mar 9,
           2027, after Dispatcher classes (6 sessions).
      7.5  Dispatcher classes (6 sessions) (Tess Romero): 15 days, Feb 3 to 23,
           2027, after User acceptance test.
      6.6  User acceptance test (Dana Spencer): 10 days, Jan 20 to Feb 2, 2027,
           after "Fixes and integration test, cycle 2".
      6.4  Fixes and integration test, cycle 2 (Quinn Abbott): 10 days, Jan 5 to 19,
           2027, after "System integration test, cycle 1". Skipped holiday: Jan 18.
      6.3  System integration test, cycle 1 (Quinn Abbott): 15 days, Dec 9 to Jan 4,
           2027, after Build complete. Skipped holidays: Dec 24, 25, 28 and Jan 1.
      M5   Build complete: Dec 8, after State message switch interface.
      5.4  State message switch interface (Harborlight Integration): under way since
           Aug 31, 45 % done; 10 days to go, Nov 23 to Dec 8. It began 5 days late,
           after CJIS addenda and vendor background checks (done Aug 25, 4 days
           late). Skipped holidays: Nov 26 and 27.

    One day earlier  State message switch interface takes 9 more days instead of 10,
                     or another step takes a day less. At most 3 days can be won
                     there; then Configuration walk-through (Dana Spencer) sets the
                     date.
    Room             None: each day of delay on this chain moves the end of the
                     project.
    --
    MS-007 < TSK-057 < TSK-056 < TSK-055 < TSK-054 < TSK-049 < TSK-041 < TSK-039 <
    TSK-038 < MS-005 < TSK-031
    $ pmo why --format table | head -n 2
    Go-live is expected Mar 16, 2027, 3 weeks (15 working days) later than planned
    (Feb 23, 2027).

A task with room, and one that is done.

    $ pmo why 3.6 --format table
    Mobile terminals delivered and mounted (Fay Lindqvist) will be done Jan 4, 2027,
    63 working days later than planned (Sep 28).

    What sets the date, step by step:
      3.6  Mobile terminals delivered and mounted (Fay Lindqvist): under way since
           Jul 27, 30 % done; 25 days to go, Nov 23 to Jan 4, 2027. Skipped
           holidays: Nov 26, 27, Dec 24, 25, 28 and Jan 1. In its way: Terminals
           late at the reseller.

    One day earlier  Mobile terminals delivered and mounted takes 24 more days
                     instead of 25.
    Room             35 days: it can end as late as Feb 23, 2027 without moving
                     anything.
    --
    TSK-015
    $ pmo why M3 --format table
    Test environment ready was reached Oct 2, 4 working days later than planned (Sep
    28).

    What sets the date, step by step:
      M3  Test environment ready: done Oct 2, 4 days later than planned (Sep 28),
          after Build test and production environments (done Oct 2, 4 days late).
    --
    MS-003

For programs, a row a step.

    $ pmo why 6.2 --format json
    [
      {
        "id": "TSK-037",
        "wbs": "6.2",
        "title": "Test cases written and traced",
        "start": "2026-09-30",
        "finish": "2026-11-30",
        "variance": 23,
        "total_float": 6,
        "why": "Test cases written and traced (Quinn Abbott): under way since Sep 30, 85 % done; 4 days to go, Nov 23 to Nov 30. It began 2 days late, after Test plan approved (done Sep 29, 2 days late). Skipped holidays: Nov 26 and 27."
      }
    ]
    $ pmo why M5 --format ids
    MS-005
    TSK-031
    $ pmo why RSK-3
    pmo: RSK-3 is no task or milestone: only those have dates to explain
    [2]
    $ pmo why 99.9
    error: there is no record '99.9' [id-missing]
    [3]
