# Meetings with the agenda of their kind, one by one and in series

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo meeting add "Station alerting" kind=design_session start='Dec 3 13:00' chair=DSP invitees='DSP,FIR,V1'
    MTG-008  Station alerting   DSP   due Tue Dec 1
    $ pmo show MTG-8 | sed -n '/^start/,/^agenda_due/p'
    start             2026-12-03 13:00
    end               2026-12-03 16:00
    chair             DSP  Dana Spencer
    recorder          PC  Pat Coordinator
    invitees          1. DSP
                      2. FIR
                      3. V1
    agenda            1. 10 inform DSP Goals
                      2. 30 discuss DSP How it is done today
                      3. 60 discuss DSP Options
                      4. 40 decide DSP Decisions
                      5. 20 discuss DSP Open questions
                      6. 10 discuss DSP Data and reports
                      7. 10 inform DSP Next steps
    present         = 0
    agenda_due      = 2026-12-01
    $ pmo meeting add "Short one" kind=design_session start='Dec 4 13:00' end='Dec 4 14:00' chair=DSP
    MTG-009  Short one   DSP   due Wed Dec 2
    $ pmo show MTG-9 | grep -E 'min|agenda  |^slot'
    agenda            1. 3 inform DSP Goals
    minutes_due     = 2026-12-08
    slot            = 60min
    planned_minutes = 54

Holidays are left out, or moved:

    $ pmo meeting series "Friday call" every=fri 14:00 until=2027-01-01 kind=vendor chair=PM --dry-run
    would make 3 meetings (MTG-010 … MTG-012), each Fri, series Friday call
      Fri Nov 27 is Day after Thanksgiving: left out
      Fri Dec 25 is Christmas Day: left out
      Fri Jan 1, 2027 is New Year's Day: left out
    $ pmo meeting series "Friday call" every='fri 14:00' until=2027-01-01 kind=vendor chair=PM length=45m --move
    5 meetings (MTG-010 … MTG-014), each Fri, series Friday call
      Fri Nov 27 is Day after Thanksgiving: moved to Mon Nov 30
      Fri Dec 25 is Christmas Day: moved to Tue Dec 29
      Fri Jan 1, 2027 is New Year's Day: left out
    $ pmo meeting title~Friday --columns 'id start end series' --format tsv
    id	start	end	series
    MTG-010	2026-11-30 14:00	2026-11-30 14:45	Friday call
    MTG-011	2026-12-04 14:00	2026-12-04 14:45	Friday call
    MTG-012	2026-12-11 14:00	2026-12-11 14:45	Friday call
    MTG-013	2026-12-18 14:00	2026-12-18 14:45	Friday call
    MTG-014	2026-12-29 14:00	2026-12-29 14:45	Friday call
    $ pmo meeting series "Project status" every='2 tue 10:00' until=2026-12-31 kind=status
    3 meetings (MTG-015 … MTG-017), every 2 weeks on Tue, series status

    $ pmo meeting series "Friday call" every=someday until=2027-01-01
    pmo: every='someday': expected a weekday and a time, every='tue 14:00', or every='2 tue 14:00' for each second week
    [2]
    $ pmo meeting series "Friday call" every='fri 14:00'
    pmo: a title, every='tue 14:00' and until=DATE are wanted
    [2]
    $ pmo meeting series "Friday call" every='fri 25:00' until=2027-01-01
    pmo: every: '25:00' is no time such as 14:00
    [2]
    $ pmo meeting series "Friday call" every='fri 14:00' until=2037-01-01 --dry-run
    pmo: that is more than 120 meetings; an earlier until= is wanted
    [2]

Feedback wants an answer each:

    $ pmo meeting feedback --format table
    All feedback has its answer.
    $ printf 'FEEDBACK FIR: too loud\nFEEDBACK DSP: larger type\n' | pmo minutes MTG-5
    MTG-005  2 feedback items
      feedback   too loud                                        FIR
      feedback   larger type                                     DSP
    feedback wants an answer each: pmo meeting feedback
    $ pmo meeting feedback --format table
    Meeting  No  Feedback     From  Who answers  Held
    MTG-005   1  too loud     FIR   PM           2026-11-17
    MTG-005   2  larger type  DSP   PM           2026-11-17
    answer: pmo set MTG-005 feedback.1.disposition=later
            or accepted, rejected, issue, change
    $ pmo set MTG-5 feedback.1.disposition=later > /dev/null
    $ pmo meeting feedback --format tsv
    meeting	no	text	from	chair	held
    MTG-005	2	larger type	DSP	PM	2026-11-17
