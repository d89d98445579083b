# The organization's mail domains

`mail_domains` of `pmo.yaml` says which addresses are inside. Without it, it is the domain that most of the
team and the sponsors have.

    $ pmo demo d > /dev/null; cd d; export PMO_PROJECT=cadup
    $ pmo config --workspace mail_domains='[fairmont.example, example.org]'
    mail_domains = [fairmont.example, example.org] in pmo.yaml   undo: pmo undo
    $ pmo config mail_domains
    fairmont.example example.org
    $ pmo config --workspace mail_domains=pc@city.gov
    pmo.yaml:48:15: error: mail_domains 'pc@city.gov', expected domains such as city.gov [config-value]
    [3]
    $ pmo notice --send | sed -n 1,2p
    MS-007  notice for Marian Holt, Luis Ortega
             draft in outbox/2026-11-20-notice-ms-007.eml

Who reads mail elsewhere is outside, whoever they are: nothing that is internal goes there.

    $ pmo person set SPO email=marian@mail.example
    SPO  email marian.holt@fairmont.example > marian@mail.example
    $ pmo --as-of 2026-11-21 notice --send
    pmo: SPO is outside, and MS-007 is not for people outside; what decides: type and email of SPO, mail_domains in pmo.yaml, visibility of MS-007
    [3]
    $ pmo escalate ISS-6 --send
    pmo: SPO is outside, and ISS-006 is not for people outside; what decides: type and email of SPO, mail_domains in pmo.yaml, visibility of ISS-006
    [3]
    $ pmo digest SPO --mail
    1 draft in outbox/
    $ grep -c 'ISS-006' outbox/*digest*spo.eml
    0
    [1]
    $ ls outbox
    2026-11-20-digest-cadup-spo.eml
    2026-11-20-notice-ms-007.eml

Forms follow the same rule: what is confidential or marked internal stays out of them.

    $ pmo set DLV-11 visibility=internal > /dev/null; pmo ask V2 --due wed
    pmo: 1 of what V2 owes is confidential or internal and left out
    1 draft in outbox/ (open in any mail program)
      CHK-018  V2     5.4, DEF-006
