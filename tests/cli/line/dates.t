fixture: cadup

# Dates as they are said

The same words everywhere, and what is kept is the date. Nov 20, 2026 is a Friday.

    $ cd cadup
    $ for d in 'next friday' 'this friday' 'next week' 'next month' 'in two weeks' 'dec 1st' 'in 2 weeks' 'in 3 days' 'in 10 working days' 'in a month' '2 weeks ago' 'a week ago' 'end of month' 'end of the week' 'eom' '+3d' 'fri' 'tomorrow'; do printf '%-20s' "$d"; pmo set ACT-4 due="$d" >/dev/null 2>out && sed -n '2,6s/^ *due: //p' actions.yaml || cat out; done
    next friday         2026-11-27
    this friday         2026-11-20
    next week           2026-11-27
    next month          2026-12-20
    in two weeks        2026-12-04
    dec 1st             2026-12-01
    in 2 weeks          2026-12-04
    in 3 days           2026-11-25
    in 10 working days  2026-12-08
    in a month          2026-12-20
    2 weeks ago         2026-11-06
    a week ago          2026-11-13
    end of month        2026-11-30
    end of the week     2026-11-20
    eom                 2026-11-30
    +3d                 2026-11-25
    fri                 2026-11-27
    tomorrow            2026-11-21
    $ pmo --as-of 'next friday' action | head -2
    id	title	owner	due	source	redated	status
    ACT-009	Credit memo for the first terminals	PROC	2026-11-13		0	open
    $ pmo action add 'Ask the county' owner=DSP due='in 2 weeks'
    ACT-012  Ask the county   DSP   due Fri Dec 4
    $ pmo + action DSP next friday: call the county
    ACT-013  call the county   DSP   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + issue NET in 3 days: permit held
    ISS-007  permit held   NET   due Wed Nov 25
             change: pmo set . due=…      undo: pmo undo
    $ pmo action start ACT-4 --on '2 days ago'; grep '2026-11-1[78] ' actions.yaml
    ACT-004  open > in_progress
        - 2026-11-18 open>in_progress PC

A day on which something happened is a past one: `wed` was two days ago, `fri` is today.

    $ pmo action finish ACT-4 --on Wednesday; grep 'in_progress>' actions.yaml
    ACT-004  in_progress > done, done_on none > 2026-11-18
        - 2026-11-18 in_progress>done PC
    $ pmo action finish ACT-9 --on fri; grep 'open>' actions.yaml
    ACT-009  open > done, done_on none > 2026-11-20
        - 2026-11-18 open>in_progress PC
        - 2026-11-20 open>done PC
    $ pmo action 'due<in 2 weeks' --format ids
    ACT-013
    $ pmo set ACT-4 due='next phase'
    argument:1:5: error: due: 'next phase' is not a date such as 2026-11-20, fri or +5d; `pmo help dates` shows them all [value-type]
    [3]
    $ pmo set ACT-4 due=11-30
    argument:1:5: error: due: '11-30' is not a date such as 2026-11-20, fri or +5d; is the month first, or the day? Say 11/30, Nov 30 or 30 Nov; `pmo help dates` shows all [value-type]
    [3]
    $ pmo action --as-of 'next phase'
    pmo: --as-of: 'next phase' is no date such as 2026-11-20 or fri; `pmo help dates` shows them all
    [2]
    $ pmo action --as-of 1.12.2026
    pmo: --as-of: '1.12.2026' is no date such as 2026-11-20 or fri; is the month first, or the day? Say 11/30, Nov 30 or 30 Nov; `pmo help dates` shows all
    [2]
