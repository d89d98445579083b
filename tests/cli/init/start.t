# A first project

One command makes a workspace and a charter, and says what to do next.

    $ mkdir work; cd work
    $ pmo init "CAD upgrade" cadup
    made  pmo.yaml
    made  cadup/project.yaml

    Next  pmo person add PC "YOUR NAME"     you; then all who belong to it
          pmo edit project                  the charter, in your editor
          pmo + TEXT                        what you hear, in one line

    Take it back: pmo undo
    $ find . -type f -not -path './.pmo/*' | sort
    ./cadup/project.yaml
    ./pmo.yaml
    $ cat pmo.yaml
    # What holds for all projects here. A line that begins with # says
    # nothing; take the # away to say it. pmo schema lists the registers.
    format: 1
    # organisation: Fairmont County
    # timezone: America/Chicago   # of times without one
    # currency: USD
    # calendar: fairmont           # calendars/fairmont.yaml has holidays

    # What counts here: limits and authority differ from place to place.
    # limits: [county]             # limits/county.yaml; pmo limits shows what holds
    # thresholds:
    #   capital_limit: 5000.00

    # Words of your own for those that reports use.
    # labels:
    #   yellow: Amber

    # Lists that you ask for often: pmo risk @hot
    # filters:
    #   hot: {register: risk, where: score >= 12, sort: -score}

    # Fields that you want on records beyond those pmo knows.
    # fields:
    #   risk:
    #     district: {type: choice, choices: [north, south]}
    $ cat cadup/project.yaml
    # The charter. pmo schema project explains every field.
    title: CAD upgrade
    coordinator: PC
    phase: initiate

    # Who decides and who delivers, by handle:  pmo person add SPO "NAME"
    # sponsor: SPO
    # pm: PM

    # start: 2026-06-01
    # target_finish: 2027-04-02
    # budget_authorized: 1200000.00
    # tolerance: {schedule: 10d, cost: 5}
    # business_need: one sentence that a newspaper could print
    # scope_in:
    #   - what belongs to it
    # scope_out:
    #   - what does not

What it made is a workspace that works, and goes away again as one piece.

    $ pmo check | tail -n 1
    0 errors, 1 warning
    $ pmo undo --list
    number	date	by	files	command
    1	2026-11-20	PC	2	init CAD upgrade cadup
    $ pmo undo
    took back: pmo init CAD upgrade cadup   (2026-11-20 PC, 2 files)
    $ find . -type f -not -path './.pmo/*'
    $ pmo undo
    pmo: no project here; `pmo` alone says how to start
    [3]

Without a handle it is made of the title; a title is quoted where YAML wants that.

    $ pmo init "Body cameras: storage, phase 2 of the plan"
    made  pmo.yaml
    made  body-cameras-storage/project.yaml

    Next  pmo person add PC "YOUR NAME"     you; then all who belong to it
          pmo edit project                  the charter, in your editor
          pmo + TEXT                        what you hear, in one line

    Take it back: pmo undo
    $ head -n 2 body-cameras-storage/project.yaml
    # The charter. pmo schema project explains every field.
    title: 'Body cameras: storage, phase 2 of the plan'

A second project joins the workspace, from any folder of it.

    $ cd body-cameras-storage
    $ pmo init "Courthouse network" netref
    made  netref/project.yaml
          in $HOME/work

    Next  pmo -p netref edit project        the charter, in your editor
          pmo person list                   who is known here already
          pmo -p netref + TEXT              what you hear, in one line

    Take it back: pmo undo
    $ ls ..
    body-cameras-storage
    netref
    pmo.yaml
