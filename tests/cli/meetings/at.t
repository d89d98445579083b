needs: git

# Meetings as they were

    $ pmo demo office > /dev/null && cd office && export PMO_PROJECT=cadup
    $ rm -rf .git; git init -q . && git add -A && GIT_COMMITTER_DATE=2026-11-20T09:00:00Z git commit -qm one
    $ pmo set MTG-7 purpose='Choose the order of tests.'; git commit -qam two
    MTG-007  purpose Decide on the order of tests. > Choose the order of tests.
    $ pmo agenda MTG-7 | grep -c 'Choose the order'
    1
    $ pmo --at HEAD~1 agenda MTG-7 | grep -c 'Choose the order'
    0
    [1]
    $ pmo --at HEAD~1 agenda steering --ics | grep '^DESCRIPTION'
    DESCRIPTION:Decide on the order of tests.^M
    $ pmo --at 2026-11-20 minutes MTG-5 --print | sed -n 1,4p
    CADUP  Computer-Aided Dispatch Upgrade
    Minutes: Project status
    =======================
    as of Fri Nov 20, 2026 · prepared by Pat Coordinator
    $ pmo --at HEAD minutes MTG-5 --format md | sed -n 1p
    # Minutes: Project status

What was then cannot be changed.

    $ pmo --at HEAD agenda MTG-7 --write
    pmo: --at looks at the past; what was then cannot be changed
    [2]
    $ pmo --at HEAD agenda MTG-7 --send
    pmo: --at looks at the past; what was then cannot be changed
    [2]
    $ pmo --at HEAD minutes MTG-5 < /dev/null
    pmo: --at looks at the past; its minutes are printed with --print
    [2]
    $ pmo --at HEAD minutes MTG-5 --send
    pmo: --at looks at the past; its minutes are printed with --print
    [2]
    $ pmo --at HEAD notice --send
    error: --at looks at the past; what was then cannot be changed [at-reads]
    [2]
    $ pmo --at HEAD escalate ISS-6 --send
    error: --at looks at the past; what was then cannot be changed [at-reads]
    [2]
    $ git status --short
