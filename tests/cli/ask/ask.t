# Asking the team

The sample project, Friday, November 20. Each person who owes something by Wednesday gets one form.

    $ pmo demo office >/dev/null && cd office && export PMO_PROJECT=cadup
    $ pmo set TSK-31 percent=50 remaining=7d
    TSK-031  percent 45% > 50%, remaining 10d > 7d
    $ pmo ask --due wed
    13 drafts in outbox/ (open in any mail program); QA is away until Nov 27: sent to DSP
      CHK-018  DSP    ACT-011, ISS-005, RSK-003, ACT-012, MTG-006, MTG-007
      CHK-013  FLT    3.6, PUR-003
      CHK-019  INF    RSK-005, DLV-012
      CHK-020  NET    3.5, ISS-006, PMT-001
      CHK-021  OCM    COM-001
      CHK-022  PM     INQ-005, ACT-014, MTG-007
      CHK-023  PROC   ACT-009
      CHK-014  QA     6.2, ISS-008, MTG-006
      CHK-024  SEC    RSK-008, MTG-007
      CHK-025  TRN    DOC-012
      CHK-026  V1     4.7, 4.9, DLV-004, MTG-006
      CHK-027  V2     5.4, DLV-011, DEF-006
      CHK-028  WRT    EST-003

Quinn is away, so Dana is asked in his place. A form has a line for each answer, which says itself
what it is about.

    $ tr -d '\r' <outbox/2026-11-25-ask-cadup-chk-014.eml
    From: Pat Coordinator <pc@example.org>
    To: Dana Spencer <dana.spencer@fairmont.example>
    Subject: Computer-Aided Dispatch Upgrade: where do we stand? CHK-014, by Wed Nov 25
    Message-ID: <pmo.0b322a5c4ae7b7c44e3bb99f@example.org>
    X-Unsent: 1
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 7bit
    
    Hello Dana,
    
    Quinn Abbott is away until Nov 27, and you stand in: this is what waits
    there.
    
    Please reply to this by Wed Nov 25 and type your answers behind the
    colons. A line that you leave empty changes nothing. Short lines of your
    own do as well: "5.4 45 % 10 days left", "ACT-011 done".
    
    TASKS
    
    6.2 Test cases written and traced
      (now 85 %, 4 d left, expected to finish Nov 30, planned Oct 23)
    6.2 percent done:
    6.2 days left:
    6.2 note:
    
    ISSUES AND DEFECTS
    
    ISS-008 Test author on leave, cases 85 % written
      (due Nov 23)
    ISS-008 new date:
    ISS-008 note:
    
    MEETINGS: will you come? (yes, no, or who comes instead)
    
    MTG-006 Configuration walk-through
      (Tue Dec 1)
    MTG-006 coming:
    
    ANYTHING ELSE
    
    new issue:
    new risk:
    away from - to:
    
    Thank you, Pat Coordinator
    
    (CHK-014, please leave this line in)

A second run asks nobody twice. With a person or two it is theirs alone.

    $ pmo ask --due wed
    13 asked before for Wed Nov 25, and not again
    $ pmo ask V2 NET --due fri --dry-run
    2 drafts would be written to outbox/ (open in any mail program)
      CHK-020  NET    3.5, ISS-006, PMT-001
      CHK-027  V2     5.4, DLV-011, DEF-006
    $ pmo ask nobody
    pmo: 'nobody' is nobody in people.yaml
    [3]
    $ pmo ask --due yesterday
    pmo: --due: yesterday has passed
    [2]

Who has no mail program gets the form as text, or as a table for a spreadsheet.

    $ pmo ask PROC --due wed --format text
    Hello Priya,

    Please reply to this by Wed Nov 25 and type your answers behind the
    colons. A line that you leave empty changes nothing. Short lines of your
    own do as well: "5.4 45 % 10 days left", "ACT-011 done".

    ACTIONS

    ACT-009 Credit memo for PUR-002
      (due Nov 13, 5 d late)
    ACT-009 done:
    ACT-009 new date:
    ACT-009 note:

    ANYTHING ELSE

    new issue:
    new risk:
    away from - to:

    Thank you, Pat Coordinator

    (CHK-023, please leave this line in)
    $ pmo ask V2 --due wed --format csv | head -4
    checkin,person,id,title,now,question,answer
    CHK-027,V2,5.4,State message switch interface,"now 50 %, 7 d left, expected to finish Dec 3, planned Oct 5",percent done,
    CHK-027,V2,5.4,State message switch interface,"now 50 %, 7 d left, expected to finish Dec 3, planned Oct 5",days left,
    CHK-027,V2,5.4,State message switch interface,"now 50 %, 7 d left, expected to finish Dec 3, planned Oct 5",note,

What is confidential, or said to be internal, does not go to people outside.

    $ pmo set DEF-6 confidential=yes
    DEF-006  confidential none > yes
    $ pmo ask V2 --due tue --format text | grep -c DEF-006
    pmo: 1 of what V2 owes is confidential or internal and left out
    0
    [1]
