# Taking answers

    $ pmo demo office >/dev/null && cd office && export PMO_PROJECT=cadup
    $ pmo set TSK-31 percent=50 remaining=7d
    TSK-031  percent 45% > 50%, remaining 10d > 7d
    $ pmo ask V2 DSP QA --due wed
    3 drafts in outbox/ (open in any mail program); QA is away until Nov 27: sent to DSP
      CHK-018  DSP    ACT-011, ISS-005, RSK-003, ACT-012, MTG-006, MTG-007
      CHK-014  QA     6.2, ISS-008, MTG-006
      CHK-019  V2     5.4, DLV-011, DEF-006

Victor answers between the lines of the form, as his mail program quotes it, and in its old character
set.

    $ mkdir inbox
    $ cat >inbox/v2.eml <<'END'
    > From: Victor Lang <Victor.Lang@harborlight.example>
    > Subject: RE: where do we stand? CHK-019, by Wed Nov 25
    > Message-ID: <abc@harborlight.example>
    > Content-Type: text/plain; charset=iso-8859-1
    > Content-Transfer-Encoding: quoted-printable
    >
    > Pat,
    >
    > the state wants one message type done again =96 see below.
    > issue: the state asks for one more form
    >
    > On Fri, Nov 20, 2026 at 3:12 PM Pat Coordinator <pc@example.org> wrote:
    > > 5.4 State message switch interface
    > >   (now 50 %, 7 d left, expected to finish Dec 3, planned Oct 5)
    > > 5.4 percent done: 45
    > > 5.4 days left:
    > 10
    > > 5.4 note:
    > > 3.5 percent done: 100
    > END

Dana's program sends HTML; she writes lines of her own.

    $ cat >inbox/dsp.eml <<'END'
    > From: "Spencer, Dana" <dana.spencer@fairmont.example>
    > Subject: Re: where do we stand? CHK-018, by Wed Nov 25
    > Message-ID: <d1@fairmont.example>
    > Content-Type: text/html; charset=utf-8
    >
    > <html><head><style>p { color: red }</style></head><body><p>ACT-011 done Nov 18</p>
    > <p>ACT-012 by Nov&nbsp;30, two are sick</p><script>alert("ACT-012 done")</script>
    > <blockquote>MTG-006 coming: <b>yes</b></blockquote></body></html>
    > END
    $ pmo take inbox/*.eml
    pmo: nothing is changed yet; add --yes to do it
    DSP   MTG-006  comes
    DSP   ACT-011  done Nov 18
    DSP   ACT-012  due Nov 24 → Nov 30,  note: two are sick
    V2    new issue: the state asks for one more form
    V2    5.4  50 → 45 %,  7 → 10 days left
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    3.5 percent done  not taken, not asked of V2: 100
    No answer: FLT, QA (DSP)
    [2]

Nothing is changed before somebody agrees. What was not asked of the sender is not taken.

    $ pmo take inbox/*.eml --yes
    DSP   MTG-006  comes
    DSP   ACT-011  done Nov 18
    DSP   ACT-012  due Nov 24 → Nov 30,  note: two are sick
    V2    new issue: the state asks for one more form
    V2    5.4  50 → 45 %,  7 → 10 days left
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    3.5 percent done  not taken, not asked of V2: 100
    No answer: FLT, QA (DSP)
    7 changes from 2 check-ins applied      undo: pmo undo
    go-live moves +3 d: tell management with  pmo notice go-live
    [1]
    $ pmo show TSK-31 | grep -A9 history
    history        2026-10-16 remaining 15d>7d V2
                   2026-11-20 percent 50>45 from CHK-012
                   2026-11-20 remaining 7d>10d from CHK-012
                   2026-11-20 percent 45>50 PC
                   2026-11-20 remaining 10d>7d PC
                   2026-11-20 percent 50>45 V2: from CHK-019, taken in by PC
                   2026-11-20 remaining 7d>10d V2: from CHK-019, taken in by PC
    expected     = Aug 31 to Dec 8
    baseline     = Aug 24 to Oct 5 (+43 d)
    float        = 0 d, critical
    $ pmo show ISS-11 | head -3
    ISS-011  the state asks for one more form
             new since Nov 20 (0 d)
    $ pmo take inbox/*.eml --yes
    dsp.eml  not taken: taken before
    v2.eml  not taken: taken before
    No answer: FLT, QA (DSP)
    $ pmo undo
    took back: pmo take inbox/dsp.eml inbox/v2.eml --yes   (2026-11-20 PC, 6 files)

Others cannot answer, absence notes are no answers, and a text alone needs a name.

    $ cat >stranger.eml <<'END'
    > From: sam.whitfield@fairmont.example
    > Subject: CHK-019
    >
    > 5.4 percent done: 99
    > END
    $ cat >away.mbox <<'END'
    > From dana Mon Nov 23
    > From: dana.spencer@fairmont.example
    > Subject: Out of office: CHK-018
    > Auto-Submitted: auto-replied
    >
    > ACT-011 done
    >
    > From who Mon Nov 23
    > From: who@elsewhere.example
    >
    > 5.4 99%
    > END
    $ pmo take stranger.eml away.mbox --yes
    stranger.eml  not taken: CHK-019 was not asked of SEC
    away.mbox  not taken: an automatic reply
    away.mbox  not taken: nobody here is who@elsewhere.example (--from PERSON says
               who)
    No answer: FLT, QA (DSP)
    Asked today: DSP, V2
    [1]
    $ echo '5.4 60% 5d left' | pmo take - --dry-run
    standard input  not taken: nothing says whose answer it is; add --from PERSON
    No answer: FLT, QA (DSP)
    Asked today: DSP, V2
    [1]
    $ echo '5.4 60% 5d left' | pmo take - --from V2 --dry-run
    V2    5.4  50 → 60 %,  7 → 5 days left
               finish Dec 3 → Dec 1, no milestone moves
    No answer: FLT, QA (DSP)
    Asked today: DSP
    $ echo 'all is well' | pmo take - --from V2 --dry-run
    V2    no answer in it: read it yourself
    No answer: FLT, QA (DSP)
    Asked today: DSP
    $ printf '5.4 percent done: 145\n5.4 days left: =1+1\n5.4 finished: 2027-01-04\n' |
    > pmo take - --from V2 --dry-run
    V2    5.4 percent done  not taken, a percentage is between 0 and 100: 145
    V2    5.4 days left  not taken, no time such as 10 d: =1+1
    V2    5.4 finished  not taken, a day to come cannot have been: 2027-01-04
    No answer: FLT, QA (DSP)
    Asked today: DSP
    [1]

The table comes back from a spreadsheet.

    $ pmo ask V2 --due wed --format csv | sed '/percent done/s/$/55 %/; /days left/s/$/6/' >answers.csv
    $ pmo take answers.csv --yes
    V2    5.4  50 → 55 %,  7 → 6 days left
               finish Dec 3 → Dec 2, no milestone moves
    No answer: FLT, QA (DSP)
    Asked today: DSP
    2 changes from 1 check-in applied      undo: pmo undo
    $ pmo take answers.csv missing.eml
    pmo: missing.eml cannot be read: No such file or directory
    [3]
