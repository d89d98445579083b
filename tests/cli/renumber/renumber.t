# Another number

The record, and all that refers to it, in short forms too; words are listed and left.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup; cp -r . ../before
    $ pmo renumber TSK-31 99 --dry-run
    (--dry-run) TSK-031 is TSK-099 now, in cadup/plan.yaml
    9 references follow it:
      cadup/requirements.yaml:282  delivered_by: [TSK-099, DLV-011]
      cadup/requirements.yaml:292  delivered_by: [TSK-099, DLV-011]
      cadup/plan.yaml:434  preds: [TSK-026, TSK-027, TSK-029, TSK-030, TSK-099, TSK-032, TSK-035]
      cadup/estimates.yaml:4  for: TSK-099
      cadup/baselines/BSL-001.yaml:56  - {task: TSK-099, start: 2026-08-24, finish: 2026-10-05, duration: 30d, costs: [BL-002 24750.00, BL-005 2400.00]}
      cadup/baselines/BSL-002.yaml:57  - {task: TSK-099, start: 2026-08-24, finish: 2026-10-05, duration: 30d, costs: [BL-002 24750.00, BL-005 2400.00]}
      cadup/checkins/CHK-005.yaml:6  - {task: TSK-099, percent: 50, remaining: 7d, next: certification on Dec 3, confidence: low}
      cadup/checkins/CHK-012.yaml:7  - TSK-099 45% 10d
      cadup/issues/ISS-003.yaml:14  affects: [TSK-099, MS-005]
    $ diff -r cadup ../before/cadup && echo the same
    the same
    $ pmo renumber ISS-6
    ISS-006 is ISS-011 now, in cadup/issues/ISS-011.yaml
    8 references follow it:
      cadup/plan.yaml:168  blocked_by: [ISS-011]
      cadup/actions.yaml:26  source: ISS-011
      cadup/actions.yaml:45  source: ISS-011
      cadup/escalations/ESC-002.yaml:3  item: ISS-011
      cadup/meetings/MTG-007.yaml:17  - {topic: Fiber permit, minutes: 10, kind: discuss, lead: NET, ref: ISS-011}
      cadup/reports/RPT-016.yaml:31  - {ref: ISS-011, state: in_progress}
      cadup/reports/RPT-021.yaml:32  - {ref: ISS-011, state: in_progress}
      cadup/reports/RPT-023.yaml:33  - {ref: ISS-011, state: in_progress}
    take it back: pmo undo
    $ diff -r cadup ../before/cadup
    diff -r cadup/actions.yaml ../before/cadup/actions.yaml
    26c26
    <   source: ISS-011
    ---
    >   source: ISS-006 (text)
    45c45
    <   source: ISS-011
    ---
    >   source: ISS-006 (text)
    diff -r cadup/escalations/ESC-002.yaml ../before/cadup/escalations/ESC-002.yaml
    3c3
    < item: ISS-011
    ---
    > item: ISS-006 (text)
    Only in ../before/cadup/issues: ISS-006.yaml
    Only in cadup/issues: ISS-011.yaml
    diff -r cadup/meetings/MTG-007.yaml ../before/cadup/meetings/MTG-007.yaml
    17c17
    <   - {topic: Fiber permit, minutes: 10, kind: discuss, lead: NET, ref: ISS-011}
    ---
    >   - {topic: Fiber permit, minutes: 10, kind: discuss, lead: NET, ref: ISS-006} (text)
    diff -r cadup/plan.yaml ../before/cadup/plan.yaml
    168c168
    <   blocked_by: [ISS-011]
    ---
    >   blocked_by: [ISS-006] (text)
    diff -r cadup/reports/RPT-016.yaml ../before/cadup/reports/RPT-016.yaml
    31c31
    <   - {ref: ISS-011, state: in_progress}
    ---
    >   - {ref: ISS-006, state: in_progress} (text)
    diff -r cadup/reports/RPT-021.yaml ../before/cadup/reports/RPT-021.yaml
    32c32
    <   - {ref: ISS-011, state: in_progress}
    ---
    >   - {ref: ISS-006, state: in_progress} (text)
    diff -r cadup/reports/RPT-023.yaml ../before/cadup/reports/RPT-023.yaml
    33c33
    <   - {ref: ISS-011, state: in_progress}
    ---
    >   - {ref: ISS-006, state: in_progress} (text)
    [1]
    $ pmo check | tail -n 1
    0 errors, 3 warnings; ?? advice more with --all (glob)
    $ pmo undo; diff -r cadup ../before/cadup && echo the same
    took back: pmo renumber ISS-6   (2026-11-20 PC, 9 files)
    the same

The new number must be free, and of the register.

    $ pmo renumber ACT-9 10
    error: ACT-010 is there already [id-exists]
    [3]
    $ pmo renumber ACT-9 TSK-100
    error: 'TSK-100' is no id of actions [renumber-id]
    [2]
    $ pmo renumber DSP
    error: DSP is a handle, and handles stay [renumber-handle]
    [2]
    $ pmo renumber ACT-99
    error: there is no record 'ACT-99' [id-missing]
    [3]

Where two records have one id, each is reached by its line, and nobody's references change.

    $ printf '\nACT-011:\n  title: Call the mayor  # today\n  owner: PM\n  due: 2026-12-02\n' >>cadup/actions.yaml
    $ pmo renumber ACT-11
    cadup/actions.yaml:89:1: error: there are two records ACT-011 [id-twice]
    cadup/actions.yaml:115:1: error: there are two records ACT-011 [id-twice]
    error: there are two records ACT-011: which one is meant? [id-twice]
    [2]
    $ pmo renumber actions.yaml:115 --note 'two branches' 2>&1
    ACT-011 is ACT-015 now, in cadup/actions.yaml
    Two records had this id, and the files do not say which of them is meant here;
    nothing was changed, decide for each:
      cadup/risks/RSK-003.yaml:15  plan: [ACT-011]
    take it back: pmo undo
    $ tail -n 7 cadup/actions.yaml

    ACT-015:
      title: Call the mayor  # today
      owner: PM
      due: 2026-12-02
      history:
        - 2026-11-20 id ACT-011>ACT-015 PC: two branches
    $ pmo check cadup/actions.yaml | tail -n 1
    0 errors, 1 warning

A page of notes goes along, and never over another.

    $ echo 'GIS waits.' >cadup/meetings/MTG-005.md; echo other >cadup/meetings/MTG-021.md
    $ pmo renumber MTG-5 21
    error: cadup/meetings/MTG-021.md is there already [id-exists]
    [3]
    $ pmo renumber MTG-5 20 | head -1
    MTG-005 is MTG-020 now, in cadup/meetings/MTG-020.yaml
    $ ls cadup/meetings | tail -3; cat cadup/meetings/MTG-020.md
    MTG-020.md
    MTG-020.yaml
    MTG-021.md
    GIS waits.
    $ pmo undo; ls cadup/meetings | grep 5
    took back: pmo renumber MTG-5 20   (2026-11-20 PC, 5 files)
    MTG-005.md
    MTG-005.yaml
