fixture: cadup

# Damaged files

A bad value is shown as it is written and takes no part; its record can be mended.

    $ cd cadup
    $ printf 'title: Two\nprobability: high\nimpact: 2\n' >risks/RSK-002.yaml
    $ pmo risk --columns id,probability,score --format table
    ID       Probability  Score
    RSK-003            4     16
    RSK-004            2      8
    RSK-001
    RSK-002       high ?
    warning: 1 value cannot be read and is left out; `pmo check` says where [bad-values]
    $ pmo risk --columns id,probability --format json --limit 1 --sort id --where 'id = RSK-002'
    [
      {
        "id": "RSK-002",
        "probability": null
      }
    ]
    warning: 1 value cannot be read and is left out; `pmo check` says where [bad-values]
    $ pmo show RSK-2
    RSK-002  Two
             identified

    probability   high   (cannot be read)
    impact        2
    band        = unrated

    missing: category, owner, cause, event, effect, next_review
    next:    analyse (needs probability, owner), occur, close, retire
    file:    cadup/risks/RSK-002.yaml
    $ pmo set RSK-2 probability=2
    RSK-002  probability high > 2

A file that cannot be read hides no other, and the answer says so: exit 3.

    $ printf 'title: x\n  bad: [\n' >risks/RSK-002.yaml
    $ pmo risk --format ids
    RSK-003
    RSK-004
    RSK-001
    RSK-002
    cadup/risks/RSK-002.yaml:2:6: error: a second ': ' in this value, or a wrong indentation [yaml-colon]
    [3]
    $ pmo show RSK-2
    RSK-002  (no title)
             identified

    its file cannot be read
    cadup/risks/RSK-002.yaml:2:6: error: a second ': ' in this value, or a wrong indentation [yaml-colon]
    [3]
    $ pmo set RSK-3 impact=3
    RSK-003  impact 4 > 3
    $ pmo set RSK-2 impact=3
    cadup/risks/RSK-002.yaml:2:6: error: a second ': ' in this value, or a wrong indentation [yaml-colon]
    error: RSK-002 cannot be changed: cadup/risks/RSK-002.yaml has a fault [unreadable]
    [3]
