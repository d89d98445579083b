needs: git jq

# The trend from git, without reports

    $ git init -q p; cd p
    $ cat >project.yaml <<'END'
    > title: Move
    > start: 2026-08-03
    > END
    $ cat >plan.yaml <<'END'
    > TSK-001: {title: Pack, duration: 80d}
    > MS-001: {title: Moved, preds: [TSK-001]}
    > END
    $ commit() { git add .; GIT_COMMITTER_DATE="$1T12:00:00Z" git commit -q --date "$1T12:00:00Z" -m "$1"; }
    $ commit 2026-08-10
    $ sed -i 's/80d/84d/' plan.yaml; commit 2026-09-15
    $ sed -i 's/84d/90d/' plan.yaml; commit 2026-10-20

A milestone whose tasks have not started moves by itself, too.

    $ pmo milestone trend --history
    Move: milestone trend, as of Nov 20
    The plan at the ends of months.

    As of   MS-001
    Aug 31  Dec 21
    Sep 30  Jan 26 +26
    Oct 31  Mar 5 +28
    Nov 20  Mar 26 +15

    WBS     Milestone  Baseline  Expected      Slip  A day  Trend
    MS-001  Moved                Mar 26, 2027               sliding, 3 slips

    Slips in working days since the report before; A day: a working day since
    the first baseline.
    $ pmo milestone trend --history --format jsonl | jq -c '[.report, .as_of, .forecast, .slip, .sliding]'
    ["2026-08-31","2026-08-31","2026-12-21",null,true]
    ["2026-09-30","2026-09-30","2027-01-26",26,true]
    ["2026-10-31","2026-10-31","2027-03-05",28,true]
    ["now","2026-11-20","2027-03-26",15,true]

Reports say nothing here; and without git there is no history.

    $ pmo milestone trend
    Move: milestone trend, as of Nov 20
    Of all reports, and what is expected now.

    As of   Report  MS-001
    Nov 20  now     Mar 26

    WBS     Milestone  Baseline  Expected      Slip  A day  Trend
    MS-001  Moved                Mar 26, 2027

    Slips in working days since the report before; A day: a working day since
    the first baseline.
    $ rm -rf .git; pmo milestone trend --history
    Move: milestone trend, as of Nov 20
    git has no plan of the end of any month before.

    As of   MS-001
    Nov 20  Mar 26

    WBS     Milestone  Baseline  Expected      Slip  A day  Trend
    MS-001  Moved                Mar 26, 2027

    Slips in working days since the report before; A day: a working day since
    the first baseline.
