fixture: cadup

# What was meant

Assignments and verbs behind an id.

    $ cd cadup
    $ pmo issue ISS-5 due=fri
    pmo: to change it: pmo issue set ISS-5 due=fri
    [2]
    $ pmo ISS-5 due=fri
    pmo: to change it: pmo issue set ISS-5 due=fri
    [2]
    $ pmo ACT-4 done
    pmo: the verb comes first: pmo action finish ACT-4
    [2]
    $ pmo ACT-4 delete
    pmo: the verb comes first: pmo action void ACT-4 --note WHY
    [2]
    $ pmo action ACT-4 whatever
    pmo: action has no verb 'whatever'; there are start, block, unblock, finish, cancel, reopen, void, people, list, show, add, set and edit
    [2]
    $ pmo action finish ACT-4 done by phone
    pmo: 'done' is no id; as a note: --note "done by phone"
    [2]
    $ pmo action set ACT-4 to be done owner=NET
    pmo: 'to' is no id; as a note: --note "to be done"
    [2]

States, and what other programs call it.

    $ pmo action done 4
    pmo: action has no verb 'done'; the nearest is 'finish': pmo action finish 4
    [2]
    $ pmo action complete ACT-4
    pmo: action has no verb 'complete'; the nearest is 'finish': pmo action finish ACT-4
    [2]
    $ pmo action close ACT-4
    pmo: action has no verb 'close'; the nearest is 'finish': pmo action finish ACT-4
    [2]
    $ pmo action delete ACT-4
    pmo: action has no verb 'delete'; the nearest is 'void': pmo action void ACT-4 --note WHY
    [2]
    $ pmo action assign ACT-4 DSP
    pmo: action has no verb 'assign'; the nearest is 'set': pmo action set ACT-4 owner=DSP
    [2]
    $ pmo action analyze ACT-4
    pmo: action has no verb 'analyze'; there are start, block, unblock, finish, cancel, reopen, void, people, list, show, add, set and edit
    [2]
    $ pmo risk analyze RSK-1
    pmo: risk has no verb 'analyze'; the nearest is 'analyse': pmo risk analyse RSK-1
    [2]
    $ pmo risk mitigate RSK-1
    pmo: risk has no verb 'mitigate'; there are analyse, activate, watch, occur, close, retire, reopen, void, matrix, list, show, add, set and edit
    [2]

Without an id such a word is a filter.

    $ pmo action done --count
    0

A due date that nobody works on is told.

    $ pmo set ACT-4 due=2026-11-26
    ACT-004  due 2026-12-01 > 2026-11-26
             due Thu Nov 26 is a holiday (Thanksgiving Day); the working day before
             is Wed Nov 25
    $ pmo set ACT-4 note=x
    argument:1:1: error: action has no field 'note' [field-unknown]
    [2]
    $ pmo set ACT-4 due=2026-12-05 owner=NET
    ACT-004  owner DSP > NET, due 2026-11-26 > 2026-12-05
             due Sat Dec 5 is no working day; the working day before is Fri Dec 4
    $ pmo set ACT-4 owner=DSP
    ACT-004  owner NET > DSP
    $ pmo action add Call the county due=2026-11-27
    ACT-012  Call the county   due Fri Nov 27
             due Fri Nov 27 is a holiday (Day after Thanksgiving); the working day
             before is Wed Nov 25

Of a list only what came, went or changed is shown.

    $ pmo set ACT-4 tags+=north tags+=south tags+=west
    ACT-004  tags + north, + south, + west
    $ pmo set ACT-4 tags-=south tags-=west
    ACT-004  tags - south, - west
    $ pmo set ACT-4 description='The county pool has a list of call takers who have worked in other counties before'
    ACT-004  description none > The county pool has a list of call take…
    $ pmo set ACT-4 description='The county pool has a list of call takers who have worked in other cities before'
    ACT-004  description … counties before > … cities before
