# One word for sending

`--send` is the same everywhere: the letter is written into `outbox/` and handed to sendmail.

    $ pmo demo office > /dev/null && cd office && export PMO_PROJECT=cadup
    $ mkdir bin; printf '#!/bin/sh\ncat >> mail.txt\n' > bin/sendmail; chmod +x bin/sendmail
    $ export PMO_SENDMAIL=$PWD/bin/sendmail
    $ pmo agenda steering --send
    MTG-007  agenda and invitation for 6 people: sent
    $ pmo minutes MTG-5 --send
    MTG-005  minutes for 9 people: sent
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega: sent
    DOC-013 keeps the text, CML-007 says that it went out
    $ pmo escalate ISS-6 --send
    ISS-006  Marian Holt, level 2: sent
    ESC-011  its clock runs; the answer:
             pmo escalation resolve ESC-011 response=… agreed=DATE
    $ pmo digest --mail --send
    2 sent
    $ grep '^Subject' mail.txt | tr -d '\r'
    Subject: Agenda: Steering committee, November, Wed Nov 25, 10:00 to 11:00
    Subject: Minutes: Project status, Tue Nov 17, 10:00 to 10:45
    Subject: Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days)
    Subject: Your help is needed: Fiber permit held by the right-of-way office
    Subject: [CADUP] Week of Nov 16: Y | go-live Mar 16, 2027 (+15 d) | 22 overdue
    Subject: [CADUP] Week of Nov 16: Y | go-live Mar 16, 2027 (+15 d) | 22 overdue
    $ grep -c '^X-Unsent' mail.txt
    0
    [1]
    $ ls outbox outbox/sent
    outbox:
    sent

    outbox/sent:
    2026-11-20-agenda-cadup-mtg-007-1.eml
    2026-11-20-digest-cadup-project-pc.eml
    2026-11-20-digest-cadup-project-pm.eml
    2026-11-20-escalate-iss-006-2.eml
    2026-11-20-minutes-cadup-mtg-005.eml
    2026-11-20-notice-ms-007.eml

A second run finds them, and sends nothing twice.

    $ pmo agenda steering --send
    MTG-007  agenda and invitation for 6 people: sent before, not again
    $ pmo minutes MTG-5 --send
    MTG-005  minutes for 9 people: sent before, not again
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega: sent before, not again
    $ pmo digest --mail --send
    $ grep -c '^Subject' mail.txt
    6

Without sendmail the letter stays a draft, the command says so, and all else is done.

    $ cd ..; pmo demo other > /dev/null && cd other; export PMO_SENDMAIL=none
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega
             draft in outbox/2026-11-20-notice-ms-007.eml
    DOC-013 keeps the text, CML-007 says that it went out
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo digest --mail --send
    No sendmail here: 2 drafts left in outbox/; open them in your mail program.
    $ pmo outbox --send
    pmo: no sendmail here: open outbox/2026-11-20-digest-cadup-project-pc.eml in your mail program
    [4]

With one at hand the same command sends what was left, and keeps nothing twice.

    $ export PMO_SENDMAIL=$HOME/office/bin/sendmail
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega: sent
    $ pmo document list --where 'title ~ "Notice"' --format ids
    DOC-013

A sendmail that fails leaves the draft, and what the letter is about stands: it is said what to do.

    $ printf '#!/bin/sh\necho "no route to host" >&2\nexit 75\n' > bad; chmod +x bad
    $ PMO_SENDMAIL="$PWD/bad -v" pmo escalate ISS-6 --send
    no route to host
    pmo: $HOME/other/bad failed (status 75)
    pmo: the draft stays in outbox/2026-11-20-escalate-iss-006-2.eml; to try again: pmo outbox --send
    ISS-006  Marian Holt, level 2: draft in outbox/2026-11-20-escalate-iss-006-2.eml
    ESC-011  its clock runs; the answer:
             pmo escalation resolve ESC-011 response=… agreed=DATE
    [4]
    $ PMO_SENDMAIL=$PWD/nowhere pmo outbox --send
    pmo: $HOME/other/nowhere cannot be run; PMO_SENDMAIL, or pmo config sendmail=, says what sends mail
    pmo: the draft stays in outbox/2026-11-20-digest-cadup-project-pc.eml; to try again: pmo outbox --send
    [4]
    $ pmo outbox --send
    sent  2026-11-20-digest-cadup-project-pc
    sent  2026-11-20-digest-cadup-project-pm
    sent  2026-11-20-escalate-iss-006-2

What sends mail is each person's own choice, never the workspace's.

    $ pmo config --workspace sendmail=/bin/sh
    pmo: sendmail is each person's own: pmo config sendmail=...
    [2]
    $ cp pmo.yaml kept; printf 'sendmail: /bin/sh\n' >> pmo.yaml; pmo outbox
    name	subject
    pmo.yaml:48:1: error: 'sendmail': a program to run is never taken from the workspace [config-personal]
    $ mv kept pmo.yaml; unset PMO_SENDMAIL; pmo config sendmail=none; pmo config sendmail
    sendmail = none in $HOME/.config/pmo/config.yaml
    none
    $ pmo today --mail coordinator --send
    No sendmail here: the draft is left in outbox/; open it in your mail program.

Nor is a letter sent that its program did not read, whatever that says of itself.

    $ cd ..; pmo demo third > /dev/null && cd third; mkdir -p outbox
    $ printf '#!/bin/sh\nexec <&-\nexit 0\n' > deaf; chmod +x deaf
    $ { printf 'From: a@example.org\r\nTo: b@example.org\r\nSubject: long\r\n\r\n'
    > yes 'a line of many' | head -20000; } > outbox/long.eml
    $ PMO_SENDMAIL=$PWD/deaf pmo outbox --send
    pmo: $HOME/third/deaf did not read the whole message
    pmo: the draft stays in outbox/long.eml; to try again: pmo outbox --send
    [4]
    $ ls outbox
    long.eml
    sent
