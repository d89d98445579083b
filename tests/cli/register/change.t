fixture: cadup
needs: patch

# Adding and changing

A title is enough; what was understood is echoed.

    $ cd cadup
    $ pmo risk add Council delays the vote
    RSK-006  Council delays the vote
    $ pmo action add "Call the reseller" owner=PROC due=+3d
    ACT-012  Call the reseller   PROC   due Wed Nov 25
    $ pmo risk add "Council = slow" impact=4 probability=2 owner=PC --dry-run
    --- a/cadup/risks/RSK-007.yaml
    +++ b/cadup/risks/RSK-007.yaml
    @@ -0,0 +1,7 @@
    +title: Council = slow
    +owner: PC
    +probability: 2
    +impact: 4
    +identified: 2026-11-20
    +created: 2026-11-20
    +created_by: PC
    $ pmo person add VX "Vera Xu" role=tester
    VX  Vera Xu
    $ pmo person VX --format json
    {
      "id": "VX",
      "register": "person",
      "status": "active",
      "name": "Vera Xu",
      "role": "tester",
      "derived": {
        "quadrant": "monitor",
        "away": false
      }
    }

Setting fields: comments, order and layout stay, one line changes.

    $ cp risks/RSK-003.yaml before
    $ pmo set RSK-3 probability=3
    RSK-003  probability 4 > 3
    $ diff before risks/RSK-003.yaml
    7c7
    < probability: 4   # HR confirmed 2026-11-02
    ---
    > probability: 3   # HR confirmed 2026-11-02 (text)
    24a25
    >   - 2026-11-20 probability 4>3 PC (text)
    [1]
    $ pmo set RSK-3 tags+=night
    RSK-003  tags + night
    $ pmo set RSK-3 tags-=staffing
    RSK-003  tags - staffing
    $ pmo set RSK-3 trigger=
    RSK-003  trigger fewer than six people sign up for a slot > none
    $ pmo set RSK-3 probability=3
    RSK-003  is so already

Several records are one change: all of them, or none.

    $ pmo set RSK-1 ACT-9 owner=PC
    RSK-001  owner NET > PC
    ACT-009  owner PROC > PC
    $ pmo risk set 1 99 owner=DSP
    error: there is no risk '99' [id-missing]
    [3]
    $ pmo show RSK-1 --format csv | grep owner
    RSK-001,owner,PC
    RSK-001,history,2026-11-20 owner NET>PC PC
    $ pmo risk set --where 'score > 5' owner=PC --dry-run
    --- a/cadup/risks/RSK-002.yaml
    +++ b/cadup/risks/RSK-002.yaml
    @@ -1,6 +1,8 @@
     title: Terminals arrive late because the reseller changes its warehouse in the fall
     status: analysed
    -owner: PROC
    +owner: PC
     probability: 3
     impact: 3
     next_review: 2026-11-18
    +history:
    +  - 2026-11-20 owner PROC>PC PC
    --- a/cadup/risks/RSK-003.yaml
    +++ b/cadup/risks/RSK-003.yaml
    @@ -1,6 +1,6 @@
     title: Not enough dispatch backfill for training
     status: active
    -owner: DSP
    +owner: PC
     cause: two retirements in the night shift
     event: training slots stay empty
     effect: go-live with untrained dispatchers
    @@ -22,3 +22,4 @@
     history:
       - 2026-08-20 analysed>active PC: backfill priced
       - 2026-11-20 probability 4>3 PC
    +  - 2026-11-20 owner DSP>PC PC
    --- a/cadup/risks/RSK-004.yaml
    +++ b/cadup/risks/RSK-004.yaml
    @@ -1,6 +1,8 @@
     title: County shares its fiber ring at no cost
     kind: opportunity
     status: analysed
    -owner: NET
    +owner: PC
     probability: 2
     impact: 4
    +history:
    +  - 2026-11-20 owner NET>PC PC
    $ pmo risk set --where 'score > 5' owner=PC
    RSK-002  owner PROC > PC
    RSK-003  owner DSP > PC
    RSK-004  owner NET > PC

What cannot be is refused, with the place.

    $ pmo set RSK-3 probability=7
    argument:1:13: error: probability: '7' is not a whole number (1..5) [value-type]
    [3]
    $ pmo set RSK-3 ownr=PC
    argument:1:1: error: risk has no field 'ownr' [field-unknown]
    [2]
    $ pmo set RSK-3 owner=P-99
    argument:1:7: error: owner 'P-99' is no person [ref-missing]
    [3]
    $ pmo set RSK-3 score=3
    argument:1:1: error: score is computed: probability * impact [field-fixed]
    [3]
    $ pmo set RSK-3
    pmo: what shall change? FIELD=VALUE, or FIELD= to take it away
    [2]
    $ pmo set owner=PC
    pmo: which record? its id comes first, such as RSK-3
    [2]
    $ pmo set RSK-3 owner=PC DSP
    pmo: 'DSP' is no FIELD=VALUE; ids come before them
    [2]

Links.

    $ pmo link RSK-3 ISS-6
    RSK-003  links + ISS-006
    $ pmo unlink RSK-3 ISS-6
    RSK-003  links - ISS-006

A project that already runs is taken as it is.

    $ pmo set project phase=close
    cadup  phase execute > closed
    $ pmo set project phase=close --as-imported
    cadup  is so already
    $ pmo show project --format csv | grep phase
    cadup,phase,closed
    cadup,history,2026-11-20 phase execute>closed PC
    $ pmo risk add "Old one" status=watch
    error: RSK-007 cannot watch: first 'analyse', and it needs probability, impact, owner [move-refused]
    [3]
    $ pmo risk add "Old one" status=watch --as-imported
    RSK-007  Old one

What `--dry-run` shows can be applied by patch.

    $ cd ..
    $ pmo -p cadup set ACT-9 DSP tags+=late --dry-run | patch -p1
    patching file cadup/actions.yaml
    patching file people.yaml
    $ pmo show ACT-9 DSP --format csv | grep tags
    ACT-009,tags,late
    DSP,tags,late
