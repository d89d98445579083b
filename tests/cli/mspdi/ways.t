# Dates and lags as Project has them, and a file for Project 2007

Project keeps the date of a constraint whatever the links say, and counts a lag in the calendar of
the task that waits. A plan that depends on it says so in the project, once it is imported.

    $ export PMO_TODAY=2026-11-20
    $ pmo init office > /dev/null && cd office
    $ cat > ../vote.xml <<'END'
    > <Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion>
    >  <Title>Vote</Title><StartDate>2026-11-23T08:00:00</StartDate><CalendarUID>1</CalendarUID>
    >  <Calendars>
    >   <Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>
    >   <Calendar><UID>2</UID><Name>Nights</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>
    >    <WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay>
    >    <WeekDay><DayType>4</DayType><DayWorking>0</DayWorking></WeekDay>
    >    <WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay>
    >   </WeekDays></Calendar>
    >  </Calendars>
    >  <Tasks>
    >   <Task><UID>1</UID><ID>1</ID><Name>Order the switches</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT80H0M0S</Duration><DurationFormat>7</DurationFormat>
    >    <Start>2026-11-23T08:00:00</Start><Finish>2026-12-04T17:00:00</Finish></Task>
    >   <Task><UID>2</UID><ID>2</ID><Name>Council votes</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>
    >    <Start>2026-12-01T08:00:00</Start><Finish>2026-12-01T17:00:00</Finish>
    >    <ConstraintType>2</ConstraintType><ConstraintDate>2026-12-01T08:00:00</ConstraintDate>
    >    <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>
    >   <Task><UID>3</UID><ID>3</ID><Name>Cut over</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>
    >    <Start>2026-12-10T08:00:00</Start><Finish>2026-12-10T17:00:00</Finish>
    >    <CalendarUID>2</CalendarUID>
    >    <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>9600</LinkLag>
    >     <LagFormat>7</LagFormat></PredecessorLink></Task>
    >   <Task><UID>4</UID><ID>4</ID><Name>Party</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><Manual>1</Manual>
    >    <Start>2026-12-14T08:00:00</Start><Finish>2026-12-14T17:00:00</Finish></Task>
    >   <Task><UID>5</UID><ID>5</ID><Name>Dropped</Name><OutlineLevel>1</OutlineLevel>
    >    <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><Active>0</Active>
    >    <Start>2026-12-14T08:00:00</Start><Finish>2026-12-14T17:00:00</Finish>
    >    <PredecessorLink><PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink></Task>
    >  </Tasks>
    > </Project>
    > END
    $ pmo import ../vote.xml --yes 2>/dev/null | tail -2
    Scheduled as Project does it: hard_constraints and lag_calendar of the project.
    6 remarks about what these records lack: pmo check tells them.
    $ grep -E 'hard|lag' project.yaml
    hard_constraints: yes
    lag_calendar: successor
    $ pmo schedule --format tsv | cut -f 2,3,7,8
    office/plan.yaml:6:1: warning: 2 has to start on Dec 1 (hard), though Order the switches is ready Dec 4, 4 days too late [plan-hard-date]
    wbs	title	start	finish
    1	Order the switches	2026-11-23	2026-12-04
    2	Council votes	2026-12-01	2026-12-01
    3	Cut over	2026-12-10	2026-12-10
    4	Party	2026-12-14	2026-12-14
    $ pmo schedule --compare imported
    id	title	imported_start	imported_finish	start	finish	days	why
    $ pmo export ../back.xml
    pmo: ../back.xml: 5 tasks, 0 milestones, 3 links, 0 baselines.
         In Project: File > Open, type XML.
    pmo: Project will show the same dates.

Where somebody chose otherwise, that stays, and the export says what Project will make of it.

    $ pmo set project hard_constraints=no lag_calendar=project --by PC > /dev/null
    $ pmo import ../vote.xml --yes | head -3
    ../vote.xml: a plan of MS Project, 5 tasks, 0 milestones, 3 links
    Added 0, changed 0, cancelled 0, unchanged 7.
    $ grep -E 'hard|lag' project.yaml
    hard_constraints: no
    lag_calendar: project
    $ pmo export ../back.xml
    pmo: ../back.xml: 5 tasks, 0 milestones, 3 links, 0 baselines.
         In Project: File > Open, type XML.
    pmo: Project will show other dates for 2 tasks, and for 0 that follow:
    pmo:   links overrule its constraint here; Project keeps the date:
    pmo:     TSK-002
    pmo:   its lag counts other days here; in Project those of its calendar:
    pmo:     TSK-003

Project 2007 knows no tasks scheduled by hand and no inactive ones.

    $ pmo export ../old.xml --project-2007 2>&1 | head -4
    pmo: ../old.xml: 4 tasks, 0 milestones, 2 links, 0 baselines.
         In Project: File > Open, type XML.
    pmo: 1 task scheduled by hand: there with the constraint Must Start On.
    pmo: 1 inactive task: left out.
    $ grep -cE '<(Manual|Active|ManualStart)>' ../old.xml
    0
    [1]
    $ grep -A 20 '>Party<' ../old.xml | grep Constraint
    			<ConstraintType>2</ConstraintType>
    			<ConstraintDate>2026-12-14T08:00:00</ConstraintDate>
    $ pmo export plan.json --project-2007
    pmo: --project-2007 is for a plan: pmo export plan.xml --project-2007
    [2]
