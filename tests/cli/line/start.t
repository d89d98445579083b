# Beginning

Outside a workspace, `pmo` says how to start, and names only commands that exist.

    $ pmo
    No project here.
    ...
      From MS Project:   pmo init --from plan.xml
      From nothing:      pmo init "CAD upgrade"
    ...
      Commands:          pmo help
    $ pmo risk
    pmo: no project here; `pmo` alone says how to start
    [3]
    $ pmo --version
    pmo 0.1.0 (workspace format 1, JSON format 1)

Inside one it says where things stand.

    $ cp -R $FIXTURES/cadup .; cd cadup/cadup
    $ pmo
    CAD upgrade  Fri Nov 20, 2026
    Overdue:    1 of   1 issues            pmo issue overdue
    Overdue:    1 of   4 risks             pmo risk overdue
    Overdue:    1 of   2 actions           pmo action overdue
    Open:     1 task, 1 issue, 4 risks, 2 actions
    Next: pmo + TEXT notes something, pmo help shows the rest

`pmo help` shows commands by the moment in which one wants them.

    $ pmo help
    Start
    ...
    Capture
    ...
      pmo +                 note something; + issue NET fri: text
    ...
    Look
    ...
      pmo show              any record by its id, `.` the last one
    ...
    Change
    ...
    Help
    ...
    $ pmo help registers
      register       ids   what it holds
      project        PRJ   charters: purpose, scope, money, authority
    ...
      permit         PRM   what other offices must grant
    $ pmo help version
    pmo version
      which pmo this is

      -C, --directory DIR      begin in that folder
      -p, --project PROJECT    which project is meant
          --as-of DATE         answer as if today were that day
          --at REV|DATE        answer from that git revision, or the end of that day
          --color WHEN         auto, always or never
          --no-pager           never page long answers
          --version            which pmo this is
    $ pmo help rsik
    pmo: there is no command or register 'rsik'; the nearest is risk
    [2]
    $ pmo shwo RSK-3
    pmo: there is no command 'shwo'; the nearest is 'show'
    [2]
