# A file for Project 2007 that comes back

Project 2007 has no tasks scheduled by hand. Theirs are dates that must be kept, with a duration
that leads to the finish, even where nobody typed one.

    $ export PMO_TODAY=2026-11-20
    $ pmo init office > /dev/null && cd office
    $ cat > ../vote.xml <<'DONE'
    > <Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion>
    >  <Title>Vote</Title><StartDate>2026-11-23T08:00:00</StartDate>
    >  <Tasks>
    >   <Task><UID>1</UID><ID>1</ID><Name>Survey</Name><OutlineLevel>1</OutlineLevel>
    >    <Manual>1</Manual>
    >    <Start>2026-11-23T08:00:00</Start><Finish>2026-12-04T17:00:00</Finish></Task>
    >   <Task><UID>2</UID><ID>2</ID><Name>Open day</Name><OutlineLevel>1</OutlineLevel>
    >    <Manual>1</Manual>
    >    <Start>2026-12-12T08:00:00</Start><Finish>2026-12-12T17:00:00</Finish></Task>
    >   <Task><UID>3</UID><ID>3</ID><Name>Dropped</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><Active>0</Active>
    >    <Start>2026-12-14T08:00:00</Start><Finish>2026-12-14T17:00:00</Finish></Task>
    >   <Task><UID>4</UID><ID>4</ID><Name>Vote</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>
    >    <Start>2026-12-07T08:00:00</Start><Finish>2026-12-07T17:00:00</Finish>
    >    <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>
    >    <PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink></Task>
    >  </Tasks>
    > </Project>
    > DONE
    $ pmo import ../vote.xml --yes 2>/dev/null | head -2
    ../vote.xml: a plan of MS Project, 4 tasks, 0 milestones, 2 links
      + TSK-001  Survey
    $ pmo export ../2007.xml --project-2007
    pmo: ../2007.xml: 3 tasks, 0 milestones, 1 link, 0 baselines.
         In Project: File > Open, type XML.
    pmo: 2 tasks scheduled by hand: there with the constraint Must Start On.
    pmo: 1 inactive task: left out.
    pmo: Project will show other dates for 1 task, and for 0 that follow:
    pmo:   typed on a day off: Project 2007 moves it to a working day:
    pmo:     TSK-002
    $ grep -E 'SaveVersion|<Name>|<Duration>|Constraint|Manual|Active' ../2007.xml
    	<SaveVersion>12</SaveVersion>
    	<Name>office</Name>
    			<Name>Survey</Name>
    			<Duration>PT80H0M0S</Duration>
    			<ConstraintType>2</ConstraintType>
    			<ConstraintDate>2026-11-23T08:00:00</ConstraintDate>
    			<Name>Open day</Name>
    			<Duration>PT8H0M0S</Duration>
    			<ConstraintType>2</ConstraintType>
    			<ConstraintDate>2026-12-12T08:00:00</ConstraintDate>
    			<Name>Vote</Name>
    			<Duration>PT8H0M0S</Duration>

It comes back as it was: nothing changes, and the plan that is kept stays the one with more in it.

    $ cp plan.yaml ../before.yaml; cp files/plan.mspdi.xml ../before.xml
    $ pmo import ../2007.xml --yes | tail -1
    Added 0, changed 0, cancelled 0, unchanged 3.
    $ cmp plan.yaml ../before.yaml && cmp files/plan.mspdi.xml ../before.xml

Somebody moves the survey there. It moves here, and stays scheduled by hand.

    $ sed -e 's/2026-11-23T/2026-11-30T/; s/2026-12-04T/2026-12-11T/' ../2007.xml > ../moved.xml
    $ pmo import ../moved.xml --yes
    ../moved.xml: a plan of MS Project, 3 tasks, 0 milestones, 1 link
      ~ TSK-001  Survey: planned_start 2026-11-23 > 2026-11-30, planned_finish 2026…
    Added 0, changed 1, cancelled 0, unchanged 2.
    $ sed -n '/TSK-001/,/^$/p' plan.yaml
    TSK-001:
      title: Survey
      duration: 10d
      by_hand: yes
      planned_start: 2026-11-30
      planned_finish: 2026-12-11
      uid: 1

      preds: [TSK-001, TSK-003]
      uid: 4
    $ pmo export ../again.xml --project-2007 > /dev/null 2>&1; pmo import ../again.xml --yes | tail -1
    Added 0, changed 0, cancelled 0, unchanged 3.
