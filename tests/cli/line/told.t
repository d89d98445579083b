fixture: cadup

# What is told

Files that were written, on standard error.

    $ cd cadup
    $ pmo risk -o risks.csv
    pmo: wrote risks.csv: 4 rows
    $ pmo find fiber -o found.md
    pmo: wrote found.md: 2 rows
    $ pmo export --register risk -o all.csv
    pmo: all.csv: risks, as csv

Who I am, and notes.

    $ pmo show me | head -2
    PC  Pat Coordinator
        active
    $ PMO_USER= pmo show me
    pmo: who is that? nobody knows who you are: set PMO_USER to your handle
    [2]
    $ pmo set ACT-4 --note 'called again'
    pmo: --note says why something changes; to keep a line: pmo set ACT-4 notes+='called again'
    [2]
    $ pmo set ACT-4 notes+='called again'
    ACT-004  notes + 2026-11-20 PC: called again

Commands that other programs have.

    $ pmo dashboard
    pmo: there is no command 'dashboard'; `pmo` alone says where things stand
    [2]

Topics.

    $ pmo help dates
    Dates are typed as you say them, and kept as 2026-11-20.

      today  tomorrow  yesterday
      fri  friday                    the next one after today
      next fri  this fri  last fri   of next week, of this one, the latest past
      +5d  -3d                       working days from today
      +5cd  +2w  +3m  +1y            calendar days, weeks, months, years
      in 2 weeks  in two weeks       also days (working ones), calendar days
      3 days ago  a week ago         the same backwards
      next week  next month          a week, a month from today
      eow  eom  eoq  eoy             end of the week (Friday), month, quarter, year
      end of month                   the same
      12/1  12/1/26  Dec 1  1 Dec    the next such day, or of that year
      Dec 1st  1st of December       the same
      2026-12-01

    The same words count in options, fields, pmo +, minutes and replies; weeks begin
    on Monday. 12-1 and 1.12. are refused: which of them is the month?
    Holidays are those of the workspace's calendar. A due date on a day that nobody
    works is told; pmo + moves it to the working day before.
    --as-of DATE answers as if today were that day.
    $ pmo help fields | wc -l
    14
    $ pmo help filter | head -3
    Words behind a register filter its list; all of them must hold.

      pmo risk owner=DSP             a value; owner=DSP,NET either of them
    $ pmo help moves | head -3
    A record moves from state to state by verbs; each register has its own.

      pmo help action                its states and verbs, and what they need
    $ pmo help money | head -3
    Money is exact, in the workspace's one currency, and kept as 12500.00.

      estimate=12500  12,500  $12,500.00
    $ pmo help money | awk 'length > 80'
