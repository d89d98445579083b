fixture: cadup

# Capture in one line

During a call: register, owner, date, and the text behind the colon. A due date on a day
nobody works moves to the working day before.

    $ cd cadup
    $ pmo + issue NET fri: fiber permit held
    ISS-007  fiber permit held   NET   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + Harborlight called, test slot may move
    LOG-001  noted: Harborlight called, test slot may move
    $ pmo set . due=mon
    LOG-001  due none > 2026-11-23
    $ pmo + action sat PROC: call the reseller
    ACT-012  call the reseller   PROC   due Fri Nov 20 (Sat Nov 21 is no working day)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + ACT Dec 1: send the list
    ACT-013  send the list   due Tue Dec 1
             change: pmo set . due=…      undo: pmo undo

A colon behind something else belongs to the text.

    $ pmo + call at 5: nothing new
    LOG-002  noted: call at 5: nothing new
    $ pmo show . --format csv | grep title
    LOG-002,title,call at 5: nothing new
    $ pmo + issue NET fri:
    pmo: a few words are wanted behind the colon
    [2]
    $ pmo +
    pmo: too few words; this is how: pmo + [REGISTER] [OWNER] [DATE]: TEXT | TEXT
    [2]

The last record added is `.`, in this terminal only.

    $ pmo + issue NET: one more
    ISS-008  one more   NET
             change: pmo set . FIELD=VALUE      undo: pmo undo
    $ pmo show . --format ids
    ISS-008
    $ PMO_TTY=another pmo show .
    pmo: '.' is the record last shown or added in this terminal; there is none yet
    [2]
