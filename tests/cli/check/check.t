# Check

Errors and warnings by file and line; advice when asked for.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo check
    cadup/actions.yaml:85:10: warning: ACT-010 is open, its owner 'GIS' is departed [owner-left]
          owner: GIS
                 ^
    hint: pmo set ACT-010 owner=…
    cadup/permits.yaml:6:8: warning: PMT-001 was needed by 2026-11-13, 5 d ago [permit-late]
          due: 2026-11-13
               ^
    hint: escalate it, or agree on another date: pmo set ID due=DATE
    cadup/risks/RSK-004.yaml:4:8: warning: RSK-004 is open, its owner 'GIS' is departed [owner-left]
        owner: GIS
               ^
    hint: pmo set RSK-004 owner=…
    0 errors, 3 warnings; ?? advice more with --all (glob)
    $ pmo check --all | grep contract-ends
    cadup/contracts/CON-002.yaml:11:6: advice: CON-002 ends 2027-03-31 [contract-ends]
    $ printf 'title: x\nowner: P-99\nimpact: 9\n' >cadup/risks/RSK-050.yaml
    $ pmo check cadup/risks/RSK-050.yaml
    cadup/risks/RSK-050.yaml:2:8: error: owner 'P-99' is no person [ref-missing]
        owner: P-99
               ^
    cadup/risks/RSK-050.yaml:3:9: error: impact: '9' is not a whole number (1..5) [value-type]
        impact: 9
                ^
    cadup/risks/RSK-050.yaml:1:1: warning: RSK-050 lacks category, cause, event, effect, probability, next_review [incomplete]
        title: x
        ^
    hint: pmo set RSK-050 FIELD=VALUE
    2 errors, 1 warning
    [1]
    $ pmo check RSK-4
    cadup/risks/RSK-004.yaml:4:8: warning: RSK-004 is open, its owner 'GIS' is departed [owner-left]
        owner: GIS
               ^
    hint: pmo set RSK-004 owner=…
    0 errors, 1 warning
    $ cd cadup; pmo check risks --format tsv | cut -f 1,2,4,5; cd ..
    path	line	severity	code
    cadup/risks/RSK-050.yaml	2	error	ref-missing
    cadup/risks/RSK-050.yaml	3	error	value-type
    cadup/risks/RSK-004.yaml	4	warning	owner-left
    cadup/risks/RSK-050.yaml	1	warning	incomplete
    $ pmo check RSK-50 --format json
    [
      {
        "path": "cadup/risks/RSK-050.yaml",
        "line": 2,
        "column": 8,
        "severity": "error",
        "code": "ref-missing",
        "id": "RSK-050",
        "message": "owner 'P-99' is no person",
        "hint": null
      },
      {
        "path": "cadup/risks/RSK-050.yaml",
        "line": 3,
        "column": 9,
        "severity": "error",
        "code": "value-type",
        "id": "RSK-050",
        "message": "impact: '9' is not a whole number (1..5)",
        "hint": null
      },
      {
        "path": "cadup/risks/RSK-050.yaml",
        "line": 1,
        "column": 1,
        "severity": "warning",
        "code": "incomplete",
        "id": "RSK-050",
        "message": "RSK-050 lacks category, cause, event, effect, probability, next_review",
        "hint": "pmo set RSK-050 FIELD=VALUE"
      }
    ]
    [1]
    $ pmo check RSK-51
    error: there is no record 'RSK-51' [id-missing]
    [3]
