fixture: cadup

# Showing a record

    $ cd cadup
    $ pmo risk show RSK-3
    RSK-003  Not enough dispatch backfill for training
             active since Aug 20 (65 d)

    owner                  DSP  Dana Spencer
    cause                  two retirements in the night shift
    event                  training slots stay empty
    effect                 go-live with untrained dispatchers
    probability            4
    impact                 4
    score                = 16
    band                 = critical
    strategy               mitigate
    response               Hire two temporary call takers from the county pool and
                           move the refresher course to January, so that each shift
                           can send people.
    plan                   ACT-004  Hire two call takers from the county pool
                           ACT-011  Move the refresher course to January (done)
    trigger                fewer than six people sign up for a slot
    residual_probability   2
    residual_impact        4
    residual_score       = 8
    next_review            2026-11-24
    tags                   training, staffing
    created                2026-07-06
    created_by             PC  Pat Coordinator
    notes                  2026-11-02 PC: HR confirmed
    history                2026-08-20 analysed>active PC: backfill priced

    missing: category
    next:    watch, occur, close (needs --note), retire
    file:    cadup/risks/RSK-003.yaml

Ids are lenient, and `.` is the record last shown in this terminal.

    $ pmo risk 4
    RSK-004  County shares its fiber ring at no cost
             analysed

    kind          opportunity
    owner         NET  Noel Teague
    probability   2
    impact        4
    score       = 8
    band        = medium

    missing: category, cause, event, effect, next_review
    next:    activate (needs strategy, response, next_review), watch (needs
             next_review), occur, close, retire
    file:    cadup/risks/RSK-004.yaml
    $ pmo show .
    RSK-004  County shares its fiber ring at no cost
             analysed

    kind          opportunity
    owner         NET  Noel Teague
    probability   2
    impact        4
    score       = 8
    band        = medium

    missing: category, cause, event, effect, next_review
    next:    activate (needs strategy, response, next_review), watch (needs
             next_review), occur, close, retire
    file:    cadup/risks/RSK-004.yaml
    $ pmo rsk4 --format ids
    RSK-004
    $ pmo show ACT-9 PC --format ids
    ACT-009
    PC
    $ pmo task 5.4 --format ids
    TSK-001

What it still needs is said, and what refers to it.

    $ pmo show RSK-1 --refs
    RSK-001  Radio console firmware is not certified in time
             identified

    kind       threat
    owner      NET  Noel Teague
    band     = unrated

    missing: category, cause, event, effect, probability, impact, next_review
    next:    analyse (needs probability, impact), occur, close, retire
    file:    cadup/risks/RSK-001.yaml
    referred to by
      ISS-006  from_risk    Fiber permit held by right-of-way office

For programs.

    $ pmo show RSK-4 --format json
    {
      "id": "RSK-004",
      "register": "risk",
      "title": "County shares its fiber ring at no cost",
      "status": "analysed",
      "kind": "opportunity",
      "owner": "NET",
      "probability": 2,
      "impact": 4,
      "derived": {
        "score": 8,
        "band": "medium"
      }
    }
    $ pmo show RSK-4 --format yaml
    id: RSK-004
    register: risk
    title: County shares its fiber ring at no cost
    status: analysed
    kind: opportunity
    owner: NET
    probability: 2
    impact: 4
    derived:
      score: 8
      band: medium
    $ pmo show RSK-4 ACT-4 --format csv
    id,field,value
    RSK-004,title,County shares its fiber ring at no cost
    RSK-004,status,analysed
    RSK-004,kind,opportunity
    RSK-004,owner,NET
    RSK-004,probability,2
    RSK-004,impact,4
    RSK-004,score,8
    RSK-004,band,medium
    ACT-004,title,Hire two call takers from the county pool
    ACT-004,owner,DSP
    ACT-004,due,2026-12-01
    ACT-004,redated,0

What is not there.

    $ pmo show RSK-99
    error: there is no record 'RSK-99' [id-missing]
    [3]
    $ pmo risk 99
    error: there is no risk '99' [id-missing]
    [3]
