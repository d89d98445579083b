fixture: cadup

# A register that exists only in pmo.yaml

It has everything that the built-in ones have.

    $ cd cadup
    $ pmo permit add "Trench at 5th Street" office="County roads" fee='$1,250' due='Dec 15'
    PRM-001  Trench at 5th Street   due Tue Dec 15
    $ pmo permit --columns +fee --format table
    ID       Title                 Owner  Due         Status        Fee
    PRM-001  Trench at 5th Street         2026-12-15  applied  1,250.00
    $ pmo permit show 1
    PRM-001  Trench at 5th Street
             applied since Nov 20 (0 d)

    office       County roads
    fee          1,250.00
    due          2026-12-15
    created      2026-11-20
    created_by   PC  Pat Coordinator

    next:    grant
    file:    cadup/permits.yaml
    $ pmo permit grant PRM-1 --note 'by letter'
    PRM-001  applied > granted
    $ pmo permit --count
    0
    $ cat permits.yaml
    PRM-001:
      title: Trench at 5th Street
      status: granted
      office: County roads
      fee: 1250.00
      due: 2026-12-15
      created: 2026-11-20
      created_by: PC
      history:
        - 2026-11-20 applied>granted PC: by letter
    $ pmo help permit
      pmo permit list [FILTER]...
      pmo permit show ID... [--refs]
      pmo permit add TITLE... [FIELD=VALUE]...
      pmo permit set ID... FIELD=VALUE... | --where EXPR FIELD=VALUE...
      pmo permit edit ID... | --where EXPR | --retry FILE

    permit: what other offices must grant

      kept in   permits.yaml of each project, one file for all

    Fields              type             needed
      office            text             yes      who grants it
      fee               money                     what it costs
      due               date                      when it is needed
      as everywhere     title, status, owner, links, tags, external, visibility,
                        confidential, attachments, created, created_by, notes,
                        history

    States
      applied           open    asked for
      granted           closed  it is there
      void              void    a wrong entry

    Moves
      applied > granted: grant; it was given

It keeps its name, also where pmo has a command of that name.

    $ cat >>../pmo.yaml <<'END'
    >   find: {plural: finds, prefix: FND, help: what was found in the ground}
    > END
    $ pmo find add "Old water main"
    FND-001  Old water main
    $ pmo find --format ids
    FND-001
