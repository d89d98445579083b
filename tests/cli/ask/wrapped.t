# Answers of several lines

    $ pmo demo office >/dev/null && cd office && export PMO_PROJECT=cadup
    $ pmo ask V2 --due wed >/dev/null

A remark goes on below, as it was typed or as a mail program broke it; the whole of it is shown.

    $ cat >long.txt <<'END'
    > > 5.4 percent done:
    > > 5.4 note: the state's test window moved;
    > > the second message type needs a new certificate
    > which we asked for on Monday
    > >
    > > DEF-006 Position jumps after a tunnel
    > >   (fix due, due Nov 24)
    > > DEF-006 new date: next friday
    > > DEF-006 note: waits for the vendor
    > > ACT-011 done
    > > new issue: the state asks for one more form that nobody has
    > > ever seen before
    > > Thank you
    > END
    $ pmo take long.txt --from V2 --dry-run
    V2    5.4  note: the state's test window moved; the second message type needs a
               new certificate which we asked for on Monday
    V2    DEF-006  due Nov 24 → Nov 27,  note: waits for the vendor
    V2    new issue: the state asks for one more form that nobody has ever seen
               before
    No answer: FLT, QA
    $ pmo take long.txt --from V2 --yes | tail -1
    4 changes from 1 check-in applied      undo: pmo undo
    $ pmo show TSK-31 | grep -A3 '^notes'
    notes          2026-11-20 V2: the state's test window moved; the second message
                   type needs a new certificate which we asked for on Monday
    history        2026-10-16 remaining 15d>7d V2
                   2026-11-20 percent 50>45 from CHK-012
