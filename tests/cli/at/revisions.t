fixture: cadup
needs: git

# The project as it was

`--at` answers any reading command from a commit: by its name, or by a date.

    $ git init --quiet . && echo .cache > .gitignore && git add . && GIT_COMMITTER_DATE='2026-10-01 12:00 -0500' git commit --quiet -m start
    $ pmo risk set 3 impact=2 --on 2026-10-30
    RSK-003  impact 4 > 2
    $ pmo risk add 'Fog on the mountain' --on 2026-10-30
    RSK-006  Fog on the mountain
    $ git add . && GIT_COMMITTER_DATE='2026-10-30 23:30 -0500' git commit --quiet -m 'late that day' && git tag review
    $ pmo risk set 3 impact=5 --on 2026-11-10
    RSK-003  impact 2 > 5
    $ git add . && GIT_COMMITTER_DATE='2026-11-10 09:00 -0600' git commit --quiet -m more
    $ pmo risk set 3 probability=1 --on 2026-11-12
    RSK-003  probability 4 > 1
    cadup/risks/RSK-003.yaml:15:23: warning: RSK-003 scores 8 after the response, 5 before [risk-residual-higher]

The files say what holds now, a commit what held then.

    $ pmo risk list --where 'owner = DSP' --columns 'id probability impact score'
    id	probability	impact	score
    RSK-003	1	5	5
    $ pmo --at HEAD risk list --where 'owner = DSP' --columns 'id probability impact score'
    id	probability	impact	score
    RSK-003	4	5	20
    $ pmo --at review risk list --where 'owner = DSP' --columns 'id probability impact score'
    id	probability	impact	score
    RSK-003	4	2	8
    $ pmo risk list --at HEAD~2 --format ids
    RSK-003
    RSK-002
    RSK-004
    RSK-001

A date means the last commit by the end of that day in the zone of pmo.yaml: 23:30 in Chicago is the
next day in London.

    $ pmo --at 2026-10-30 risk show RSK-6 | sed 1q
    RSK-006  Fog on the mountain
    $ pmo --at 2026-10-29 risk show RSK-6
    error: there is no risk 'RSK-6' [id-missing]
    [3]
    $ pmo --at 'Oct 30 2026' risk list --format ids | wc -l
    5

Words for dates are counted from today; what git knows by that name comes first.

    $ pmo --at -10d risk list --where 'owner = DSP' --columns 'id impact'
    id	impact
    RSK-003	2
    $ git branch yesterday HEAD~2
    $ pmo --at yesterday risk list --where 'owner = DSP' --columns 'id impact'
    id	impact
    RSK-003	4

As-of is that day, or the commit's; what is typed comes before it.

    $ pmo --at 2026-10-30 risk show 3 | sed -n 2p
             active since Aug 20 (51 d)
    $ pmo --at review risk show 3 | sed -n 2p
             active since Aug 20 (51 d)
    $ pmo --at review --as-of 2026-11-03 risk show 3 | sed -n 2p
             active since Aug 20 (53 d)

Every command that reads can be asked.

    $ pmo --at HEAD~2 find fog
    id	register	title	field	match
    $ pmo --at HEAD find fog
    id	register	title	field	match
    RSK-006	risk	Fog on the mountain	title	Fog on the mountain
    $ pmo --at HEAD~2 show ISS-6 | sed 1q
    ISS-006  Fiber permit held by right-of-way office
    $ pmo --at HEAD~2 check | tail -1
    0 errors, 11 warnings; 3 advice more with --all

What was then cannot be changed.

    $ pmo --at HEAD risk close 3 --note x
    pmo: --at looks at the past; what was then cannot be changed
    [2]
    $ pmo --at HEAD risk set 3 impact=1 --dry-run
    pmo: --at looks at the past; what was then cannot be changed
    [2]
    $ pmo --at HEAD undo
    pmo: --at looks at the past; what was then cannot be changed
    [2]

The past has only what git was given: RSK-003 as it is now was never committed, and reading left no trace.

    $ git status --short
     M cadup/risks/RSK-003.yaml
