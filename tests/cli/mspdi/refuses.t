fixture: mspdi

# What is no plan

    $ pmo init Tower tower >/dev/null
    $ printf '<!DOCTYPE Project><Project/>' >evil.xml; pmo import evil.xml --yes
    evil.xml:1:18: error: a document type (DOCTYPE) is not read [import-xml]
    [3]
    $ echo '<Project><Tasks>' >half.xml; pmo import half.xml --yes
    half.xml:2:1: error: this is no XML here: no element found [import-xml]
    [3]
    $ echo '<feed/>' >feed.xml; pmo import feed.xml --yes
    feed.xml:1:1: error: the document is a <feed>, not the <Project> that Project writes [import-xml]
    [3]
    $ pmo import plan.mpp
    pmo: plan.mpp: pmo cannot read .mpp files; in Project: File > Save As > XML, then pmo init --from plan.xml
    [2]
    $ pmo import plan.xml --register risk
    pmo: plan.xml: columns and their options go with a table, such as .csv
    [2]

# A plan that was made here

    $ pmo task add "Order steel" duration=5d >/dev/null
    $ pmo task add "Raise it" duration=3d preds=TSK-001 >/dev/null
    $ pmo milestone add "Tower stands" preds='TSK-002 FS+1d' >/dev/null
    $ pmo set project start=2026-11-23 >/dev/null
    $ pmo export tower.xml
    pmo: tower.xml: 2 tasks, 1 milestone, 2 links, 0 baselines.
         In Project: File > Open, type XML.
    pmo: Project will show the same dates.
    $ grep -c '<Task>' tower.xml
    4
    $ pmo import tower.xml --yes
    tower.xml: a plan of MS Project, 2 tasks, 1 milestone, 2 links
      ~ TSK-001  Order steel: uid - > 1
      ~ TSK-002  Raise it: uid - > 2
      ~ MS-001   Tower stands: uid - > 3
    Added 0, changed 3, cancelled 0, unchanged 0.
    New: 1 calendar.
    1 remark about what these records lack: pmo check tells them.
    $ pmo import tower.xml --yes | tail -n 1
    Added 0, changed 0, cancelled 0, unchanged 4.
