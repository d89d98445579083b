# Tasks that were scheduled by hand

A plan whose tasks have typed dates and no durations: what they take follows from the dates.

    $ pmo init office >/dev/null && cd office && export PMO_TODAY=2026-03-11
    $ cat >../hand.xml <<'END'
    > <?xml version="1.0" encoding="UTF-8"?>
    > <Project xmlns="http://schemas.microsoft.com/project">
    >  <Name>Move</Name><StartDate>2026-03-02T08:00:00</StartDate>
    >  <Tasks>
    >   <Task><UID>1</UID><ID>1</ID><Name>Move</Name><OutlineLevel>1</OutlineLevel>
    >    <Start>2026-03-02T08:00:00</Start><Finish>2026-03-20T17:00:00</Finish>
    >    <Manual>0</Manual><Summary>1</Summary></Task>
    >   <Task><UID>2</UID><ID>2</ID><Name>Pack</Name><OutlineLevel>2</OutlineLevel>
    >    <Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish>
    >    <ActualStart>2026-03-02T08:00:00</ActualStart>
    >    <ActualFinish>2026-03-06T17:00:00</ActualFinish>
    >    <Manual>1</Manual><PercentComplete>100</PercentComplete></Task>
    >   <Task><UID>3</UID><ID>3</ID><Name>Carry</Name><OutlineLevel>2</OutlineLevel>
    >    <Start>2026-03-09T08:00:00</Start><Finish>2026-03-20T17:00:00</Finish>
    >    <Manual>1</Manual><PercentComplete>0</PercentComplete></Task>
    >  </Tasks>
    > </Project>
    > END
    $ pmo import ../hand.xml --yes | head -4
    ../hand.xml: a plan of MS Project, 3 tasks, 0 milestones, 0 links
      + TSK-001  Move
      + TSK-002  Pack
      + TSK-003  Carry
    $ grep duration plan.yaml
      duration: 5d
      duration: 10d
    $ pmo schedule | cut -f2,3,5,7,8,16
    wbs	title	state	start	finish	critical
    1	Move	under_way	2026-03-02	2026-03-20	true
    1.1	Pack	done	2026-03-02	2026-03-06	false
    1.2	Carry	not_started	2026-03-09	2026-03-20	true

Codes of the outline name its tasks everywhere, though the file has none.

    $ pmo task progress 1.2 actual_start=2026-03-10 percent=10
    TSK-003  actual_start none > 2026-03-10, percent none > 10%
    $ pmo set 1.2 priority=700
    TSK-003  priority none > 700
    $ pmo show 1.9
    error: there is no record '1.9' [id-missing]
    [3]
    $ pmo show 1..2
    error: there is no record '1..2' [id-missing]
    [3]

The date is somebody's, and a longer duration does not move it.

    $ pmo why 1.2 --format table
    Carry will be done Mar 20. It is not in the baseline.

    What sets the date, step by step:
      1.2  Carry: under way since Mar 10, 10 % done; its end, Mar 20, was typed by
           hand.

    One day earlier  the date typed for Carry moves.
    Room             None: each day of delay on this chain moves the end of the
                     project.
    --
    TSK-003
    $ pmo what-if "1.2 duration=+10d" --format table

    Nothing else would move.
    Nothing was written.
    warning: '1.2 duration=+10d': the dates of TSK-003 are typed by hand and stay, whatever it takes; change planned_start or planned_finish [plan-change]

What was exported comes back as it went.

    $ pmo export ../back.xml >/dev/null 2>&1
    $ pmo import ../back.xml -n
    ../back.xml: a plan of MS Project, 3 tasks, 0 milestones, 0 links
    Adds 0, changes 0, cancels 0, unchanged 3.
