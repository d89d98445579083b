fixture: cadup

# Moving to another state

Each move is a verb, and names the fields it needs.

    $ cd cadup
    $ pmo risk analyse RSK-1
    error: RSK-001 cannot analyse: it needs probability, impact [move-refused]
    [3]
    $ pmo risk analyse RSK-1 probability=2 impact=5
    RSK-001  identified > analysed, probability none > 2, impact none > 5
    $ pmo risk close RSK-1 RSK-2 --note 'permit granted'
    RSK-001  analysed > closed
    RSK-002  analysed > closed
    $ tail -n 2 risks/RSK-001.yaml
      - 2026-11-20 analysed>closed PC: permit granted
    kind: threat
    $ pmo risk close RSK-1
    error: RSK-001 cannot close: it is closed [move-refused]
    [3]
    $ pmo risk reopen RSK-1
    error: RSK-001 cannot reopen: it needs a reason (--note) [move-refused]
    [3]
    $ pmo risk reopen RSK-1 --note 'revoked again' --on 2026-11-19 --by NET
    RSK-001  closed > active
    cadup/risks/RSK-001.yaml:1:1: warning: RSK-001 lacks category, cause, event, effect, strategy, response, trigger, next_review [incomplete]
    cadup/risks/RSK-001.yaml:1:1: warning: RSK-001 scores 10 and has no action with a date (10 asks for one) [risk-no-plan]
    $ tail -n 1 risks/RSK-001.yaml
    kind: threat

A wrong entry is void, never deleted, and needs a reason.

    $ pmo risk void RSK-4
    error: RSK-004 cannot void: it needs a reason (--note) [move-refused]
    [3]
    $ pmo risk void RSK-4 --note 'entered twice'
    RSK-004  analysed > void
    $ pmo risk --all --format ids
    RSK-003
    RSK-001
    RSK-002
    RSK-005

Evidence is kept with its hash.

    $ echo 'it is granted' >mail.txt
    $ pmo action finish ACT-9 --evidence mail.txt --dry-run
    --- a/cadup/actions.yaml
    +++ b/cadup/actions.yaml
    @@ -6,8 +6,15 @@
     
     ACT-009:
       title: Credit memo for the first terminals
    +  status: done
       owner: PROC
       due: 2026-11-13   # promised twice
    +  done_on: 2026-11-20
    +  attachments:
    +    - file: files/ACT-009-mail.txt
    +      sha256: 7628a1675caea33939517bd1158f34082dfa9527623d7b2c22c11e864b51f052
    +  history:
    +    - 2026-11-20 open>done PC
     
     ACT-011:
       title: Move the refresher course to January
    $ pmo risk retire RSK-3 --evidence missing.txt
    pmo: missing.txt cannot be read: No such file or directory
    [3]

A verb that a register does not have.

    $ pmo action submit ACT-9
    pmo: action has no verb 'submit'; there are start, block, unblock, finish, cancel, reopen, void, people, list, show, add, set and edit
    [2]
    $ pmo risk clsoe RSK-3
    pmo: risk has no verb 'clsoe'; the nearest is 'close': pmo risk close RSK-3
    [2]
