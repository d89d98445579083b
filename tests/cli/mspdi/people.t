fixture: mspdi

# People of a plan

Into a project that is there, people come only when that is said.

    $ pmo init "Radio tower" tower >/dev/null; pmo person add PC "Pat Coordinator" >/dev/null
    $ pmo import plan.xml --dry-run
    plan.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
      + TSK-001  Site
      + TSK-002  Permit
      + TSK-003  Foundation
      + MS-001   Tower stands
    Adds 4, changes 0, cancels 0, unchanged 0.
    New: 1 baseline, 1 calendar.
    Nobody here is called Dana S. Park.
    Their assignments stay in the kept file; --create-people makes people of them.
    4 remarks about what these records lack: pmo check will tell them.
    $ pmo import plan.xml --create-people --yes | tail -n 2
    New: 1 baseline, 1 calendar, 1 person.
    4 remarks about what these records lack: pmo check tells them.
    $ pmo person list --columns id,name
    id	name
    PC	Pat Coordinator
    dpark	Dana S. Park
    $ pmo show TSK-002 | grep -e assignees -e owner
    owner       dpark  Dana S. Park
    assignees   1. dpark 50%

Somebody who is known by name or handle is not made twice.

    $ pmo undo | tail -n 1
    took back: pmo import plan.xml --create-people --yes   (2026-11-20 PC, 6 files)
    $ pmo person add DSP "Dana Park" >/dev/null
    $ pmo import plan.xml --yes | tail -n 2
    New: 1 baseline, 1 calendar.
    3 remarks about what these records lack: pmo check tells them.
    $ pmo show TSK-002 | grep -e assignees -e owner
    owner       DSP  Dana Park
    assignees   1. DSP 50%
