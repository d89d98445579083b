fixture: cadup

# What stands before the colon

A person is a handle, a name that one person has, an address or `me`; a date may have `by`
in front of it; `next` is that day of the next week.

    $ cd cadup
    $ grep '  name:' ../people.yaml
      name: Dana Spencer
      name: Noel Teague
      name: Pat Coordinator
      name: Priya Rocco
    $ pmo + issue Dana tomorrow: kiosk is dark
    ISS-007  kiosk is dark   DSP   due Fri Nov 20 (Sat Nov 21 is no working day)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + issue Dana Spencer 11/26: kiosk is dark again
    ISS-008  kiosk is dark again   DSP   due Wed Nov 25 (Thu Nov 26 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + issue pc@example.org by friday: and again
    ISS-009  and again   PC   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + issue me next friday: look after it
    ISS-010  look after it   PC   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    $ pmo + issue: NET mon: a colon behind the register
    ISS-011  a colon behind the register   NET   due Mon Nov 23
             change: pmo set . due=…      undo: pmo undo
    $ pmo + action PROC due Dec 1: send the list
    ACT-012  send the list   PROC   due Tue Dec 1
             change: pmo set . due=…      undo: pmo undo

A word that is neither is told, the others count.

    $ pmo + issue NTE fri: typo in name
    ISS-012  typo in name   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    warning: 'NTE' before the colon is no person; nearest is NET [ref-missing]
    $ pmo + issue next phase NET: a word about nothing
    ISS-013  a word about nothing   NET
             change: pmo set . FIELD=VALUE      undo: pmo undo
    warning: 'next' before the colon is left out: it is no date, and NET is the owner [ref-missing]
    warning: 'phase' before the colon is left out: it is no date, and NET is the owner [ref-missing]
    $ pmo + issue Dana Petrov fri: another Dana
    ISS-014  another Dana   DSP   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    warning: 'Petrov' before the colon is left out: DSP is the owner [ref-missing]
    $ pmo + issue NET PROC fri: two people
    ISS-015  two people   NET   due Wed Nov 25 (Fri Nov 27 is a holiday)
             change: pmo set . due=…      undo: pmo undo
    warning: 'PROC' before the colon is left out: NET is the owner [ref-missing]
    $ pmo + issue the server room floods every fri: urgent
    ISS-016  the server room floods every fri: urgent
             change: pmo set . FIELD=VALUE      undo: pmo undo

A register that is misspelt makes a note; a note repeats what was heard.

    $ pmo + isue NET +3d: abc
    LOG-001  noted: isue NET +3d: abc
             is 'issue' meant?  then: pmo undo, and again
    $ pmo + isue abc
    LOG-002  noted: isue abc
    $ pmo + Harborlight called, the test slot may move to the week after next because their interface is late again
    LOG-003  noted: Harborlight called, the test slot may move to the week after ne…
    $ pmo + Fiber crew fri: stays a text
    LOG-004  noted: Fiber crew fri: stays a text

A day that nobody works moves to the day before, or is told when that would be in the past.

    $ pmo --as-of 2026-11-22 + issue NET yesterday: it was on Saturday
    ISS-017  it was on Saturday   NET   due Fri Nov 20 (Sat Nov 21 is no working day)
             change: pmo set . due=…      undo: pmo undo
    $ pmo --as-of 2026-11-21 + issue NET sun: the day before is in the past
    ISS-018  the day before is in the past   NET   due Sun Nov 22 (no working day)
             change: pmo set . due=…      undo: pmo undo
