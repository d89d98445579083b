# The outbox

Drafts wait in it until somebody sends them.

    $ pmo demo d > /dev/null; cd d
    $ export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo outbox
    name	subject
    $ pmo ask --due wed V2 INF > /dev/null
    $ pmo outbox
    name	subject
    2026-11-25-ask-cadup-chk-018	Computer-Aided Dispatch Upgrade: where do we stand? CHK-018, by Wed Nov 25
    2026-11-25-ask-cadup-chk-019	Computer-Aided Dispatch Upgrade: where do we stand? CHK-019, by Wed Nov 25
    $ pmo outbox nonsense --send
    pmo: there is no draft 'nonsense'; pmo outbox lists them
    [3]

A sendmail of our own writes down what it is given.

    $ mkdir bin; printf '#!/bin/sh\ncat >> mail.txt\n' > bin/sendmail; chmod +x bin/sendmail
    $ unset PMO_SENDMAIL
    $ PATH=$PWD/bin:$PATH pmo outbox 2026-11-25-ask-cadup-chk-018.eml --send
    sent  2026-11-25-ask-cadup-chk-018
    $ grep -c '^X-Unsent' mail.txt; grep '^To' mail.txt | tr -d '\r'
    0
    To: Ines Fowler <ines.fowler@fairmont.example>
    $ ls outbox outbox/sent
    outbox:
    2026-11-25-ask-cadup-chk-019.eml
    sent

    outbox/sent:
    2026-11-25-ask-cadup-chk-018.eml

What is sent is gone from the list, and is not sent again.

    $ PATH=$PWD/bin:$PATH pmo outbox 2026-11-25-ask-cadup-chk-018 --send
    pmo: there is no draft '2026-11-25-ask-cadup-chk-018'; pmo outbox lists them
    [3]
    $ pmo outbox | cut -f 1
    name
    2026-11-25-ask-cadup-chk-019

A sendmail that refuses gives the draft back.

    $ printf '#!/bin/sh\nexit 75\n' > bin/sendmail
    $ PATH=$PWD/bin:$PATH pmo outbox --send
    pmo: $HOME/d/bin/sendmail failed (status 75)
    pmo: the draft stays in outbox/2026-11-25-ask-cadup-chk-019.eml; to try again: pmo outbox --send
    [4]
    $ ls outbox outbox/sent
    outbox:
    2026-11-25-ask-cadup-chk-019.eml
    sent

    outbox/sent:
    2026-11-25-ask-cadup-chk-018.eml
