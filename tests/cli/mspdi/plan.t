fixture: mspdi

# A plan of MS Project

It becomes a project of its own, with its calendar, its people and its baseline.

    $ pmo init --from plan.xml
    plan.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
      + TSK-001  Site
      + TSK-002  Permit
      + TSK-003  Foundation
      + MS-001   Tower stands
    Added 4, changed 0, cancelled 0, unchanged 0.
    New: 1 baseline, 1 calendar, 1 person.
    5 remarks about what these records lack: pmo check tells them.

    Next  pmo -p radio-tower task list      the plan
          pmo -p radio-tower check          what the records lack
          pmo -p radio-tower edit project   the charter, in your editor
    $ pmo task list --all
    id	wbs	title	owner	duration	percent	state
    TSK-001		Site				not_started
    TSK-002		Permit	dpark	5d		not_started
    TSK-003		Foundation		8d		not_started
    $ cat radio-tower/plan.yaml
    TSK-001:
      title: Site
      kind: summary
      uid: 7

    TSK-002:
      title: Permit
      parent: TSK-001
      owner: dpark
      duration: 5d
      effort: 20h
      deadline: 2026-12-04
      assignees: [dpark 50%]
      uid: 3
      notes:
        - 2026-11-20 import: County asks for two drawings.

    TSK-003:
      title: Foundation
      parent: TSK-001
      duration: 8d
      preds: [TSK-002 FS+2d]
      constraint: snet 2026-12-02
      uid: 4

    MS-001:
      title: Tower stands
      preds: [TSK-003]
      uid: 5
    $ cat calendars/*.yaml people.yaml
    name: Standard
    holidays: [2026-11-26 Thanksgiving]
    uid: 1
    PC:
      name: PC

    dpark:
      name: Dana S. Park
    $ cat radio-tower/baselines/BSL-001.yaml
    title: MS Project baseline 0
    status: approved
    version: 1
    date: 2026-11-20
    reason: Baseline 0 of plan.xml, as imported
    approved_by: PC
    tasks: [TSK-002 2026-11-20..2026-11-27 5d]
    external: MS Project baseline 0
    created: 2026-11-20
    created_by: PC
    $ sed -n '/^attachments/,/note/p' radio-tower/project.yaml
    attachments:
      - file: files/plan.mspdi.xml
        sha256: bc2f9f7cc2ea5301081b80c86dc99a710c89f71a26acb749f141500d70cc88e7
        note: the plan of MS Project, as imported

Taken in again, it changes nothing.

    $ pmo import plan.xml --yes
    plan.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
    Added 0, changed 0, cancelled 0, unchanged 5.

What changed in Project since then comes in; what was changed here stays.

    $ pmo set TSK-002 title='Building permit' duration=6d | tail -n 1
    TSK-002  title Permit > Building permit, duration 5d > 6d
    $ sed -e 's/PT64H0M0S/PT80H0M0S/' -e 's/Tower stands/Tower up/' plan.xml >later.xml
    $ pmo import later.xml
    pmo: nothing is imported yet; add --yes to do it
    later.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
      ~ TSK-003  Foundation: duration 8d > 10d
      ~ MS-001   Tower stands: title Tower stands > Tower up
    Adds 0, changes 2, cancels 0, unchanged 3.
    [2]
    $ pmo import later.xml --yes
    later.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
      ~ TSK-003  Foundation: duration 8d > 10d
      ~ MS-001   Tower stands: title Tower stands > Tower up
    Added 0, changed 2, cancelled 0, unchanged 3.
    $ pmo import later.xml --yes | tail -n 1
    Added 0, changed 0, cancelled 0, unchanged 5.

Where both changed one value, Project's is taken, and told.

    $ pmo set TSK-003 duration=9d | tail -n 1
    TSK-003  duration 10d > 9d
    $ sed 's/PT80H0M0S/PT88H0M0S/' later.xml >last.xml
    $ pmo import last.xml --yes
    last.xml: a plan of MS Project, 3 tasks, 1 milestone, 2 links, 1 baseline
      ! TSK-003  Foundation: duration 9d > 11d
    Added 0, changed 1, cancelled 0, unchanged 4.
    ! 1 value changed here and in Project; Project's is taken.

A task that is gone there is cancelled here.

    $ sed -e '/<Task><UID>5</,/<\/Task>/d' last.xml >short.xml
    $ pmo import short.xml --dry-run
    short.xml: a plan of MS Project, 3 tasks, 0 milestones, 1 link, 1 baseline
      - MS-001   Tower up
    Adds 0, changes 0, cancels 1, unchanged 4.
    $ pmo import short.xml --yes | tail -n 2
      - MS-001   Tower up
    Added 0, changed 0, cancelled 1, unchanged 4.
    $ pmo show MS-001 | grep -A 1 -e status -e history
    history    2026-11-20 planned>cancelled PC

What pmo does not know goes back as it was.

    $ pmo export back.xml 2>&1 | sed -n 1,2p
    pmo: back.xml: 3 tasks, 0 milestones, 1 link, 1 baseline.
         In Project: File > Open, type XML.
    $ grep -A 3 188743731 back.xml | grep -e Alias -e Value
    			<Alias>Cost center</Alias>
    				<Value>4410</Value>
    $ grep -c -e '<Name>Building permit' -e '<ResourceUID>2' back.xml
    2
    $ pmo import back.xml --yes | tail -n 1
    Added 0, changed 0, cancelled 0, unchanged 4.
