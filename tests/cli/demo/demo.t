# The demo

A folder of its own, with a project in it.

    $ pmo demo fairmont
    fairmont: the dispatch system of Fairmont County, as it stood on Nov 20, 2026

      cd fairmont
      export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup

      pmo today                    the morning screen: what is late, what waits
      pmo why go-live              why it moved, in sentences
      pmo gantt                    the plan as a chart
      pmo status                   the weekly report; -o week.docx, -o week.html
      pmo risk                     what may happen, the worst first
      pmo log ISS-6                how it came to that
      pmo + issue NET fri: TEXT    note something; pmo undo takes it back
      pmo check                    what does not fit together, and why

    README.txt there says what to look for. Every file is plain text: open one.
    $ ls fairmont fairmont/cadup/risks
    fairmont:
    README.txt
    bwcst
    cadup
    calendars
    netref
    people.yaml
    pmo.yaml
    vendors.yaml

    fairmont/cadup/risks:
    RSK-001.yaml
    RSK-002.yaml
    RSK-003.yaml
    RSK-004.yaml
    RSK-005.yaml
    RSK-006.yaml
    RSK-007.yaml
    RSK-008.yaml
    RSK-009.yaml
    RSK-010.yaml
    RSK-011.yaml
    RSK-012.yaml

It fits together, but for what README.txt names.

    $ cd fairmont; export PMO_PROJECT=cadup
    $ pmo check --as-of 2026-11-20
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
    $ grep -E 'owner-left|permit-late' README.txt
        ACT-010, RSK-004   their owner GIS left on 2026-11-13            [owner-left]
        PMT-001            the fiber permit was needed a week ago        [permit-late]

Every register that there is has something in it.

    $ for name in $(pmo schema | cut -f 1 | tail -n +2); do
    >     [ "$(pmo $name list --all --format ids | wc -l)" -gt 0 ] || echo "nothing in $name"
    > done

The evidence is what it was.

    $ grep -h -A 1 steering-vote cadup/changes/CHG-002.yaml | grep sha256
        sha256: 43af01771df3472e7f109aad73edbc1de19f298af8ba19fe18f89c21755d205e
    $ sha256sum cadup/files/CHG-002-steering-vote.txt
    43af01771df3472e7f109aad73edbc1de19f298af8ba19fe18f89c21755d205e  cadup/files/CHG-002-steering-vote.txt

What is not empty is left alone.

    $ cd ..
    $ pmo demo fairmont
    pmo: fairmont is not empty; the demo takes a folder of its own
    [3]
    $ mkdir empty; pmo demo empty | head -n 1
    empty: the dispatch system of Fairmont County, as it stood on Nov 20, 2026
    $ pmo demo nowhere/deep
    pmo: nowhere/deep cannot be made: No such file or directory
    [4]
