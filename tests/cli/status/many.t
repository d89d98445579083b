# Dates that have passed, areas without a color, and plans with many milestones

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=netref

An area without a color is no green one.

    $ mv netref/budget.yaml budget.yaml
    $ pmo status 2> /dev/null | grep -A 1 '^Overall  '
    Overall          G     G         G         same   all that are rated are green;
                                                      not rated: cost
    $ mv budget.yaml netref/budget.yaml

A date that somebody typed and that has passed is no date to come.

    $ pmo milestone add Signed acceptance=x owner=PM forecast=2026-11-10 basis=typed > /dev/null
    $ pmo status 2> /dev/null | grep -A 2 '^Will target'
    Will target dates be missed?
                            Yes: 1 of 3 milestones to come should have been reached
                            by now.
    $ pmo status 2> /dev/null | grep ' Signed .*missed' | tr -s ' '
    25 Signed Nov 10 missed

The color of the schedule counts it as late, by the days that have gone by. A task that is dated by
hand counts when it has no room left.

    $ pmo status 2> /dev/null | grep -A 1 '^Schedule '
    Schedule         G     Y         Y         down   the date typed for MS-004
                                                      passed 7 d ago, limit 5 d
    $ pmo task add "Sign the lease" owner=PM duration=1d by_hand=yes planned_finish=2026-11-06 > /dev/null
    $ pmo status 2> /dev/null | grep -A 1 '^Schedule '
    Schedule         G     Y         Y         down   the date typed for MS-004
                                                      passed 7 d ago, limit 5 d
    $ pmo task set . deadline=2026-11-09 > /dev/null
    $ pmo status 2> /dev/null | grep -A 1 '^Schedule '
    Schedule         G     Y         Y         down   the date typed for TSK-022
                                                      passed 9 d ago, limit 5 d

Of many milestones those are shown that a reader asks about; the others are counted.

    $ pmo status 2> /dev/null | sed -n '/^Milestones$/,/^Deviations/p' | grep -c more
    0
    [1]
    $ for i in $(seq 1 50); do printf '\nMS-%s:\n  title: Step %s\n  owner: PM\n  acceptance: x\n  forecast: 2027-06-01\n  basis: typed\n' $((200 + i)) $i; done >> netref/plan.yaml
    $ pmo status 2> /dev/null | sed -n '/^Milestones$/,/^Deviations/p' | tr -s ' '
    Milestones
    ----------
    No Milestone Original Baseline Forecast +/- d Since Status
    M2 Courthouse Jan 15, 2027 Jan 15, 2027 Jan 15, 2027 +0 planned
     on the new
     network
    25 Signed Nov 10 missed

    52 more: pmo milestone

    Deviations since the last report
