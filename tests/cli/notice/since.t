needs: git

# Since another day

A date or a revision is read from git and scheduled again.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ git init -q && git add -A && git commit -qm start && git tag before
    $ pmo set 5.4 remaining=15d > /dev/null
    $ pmo notice go-live --since before | head -n 1
    Go-live moves from Mar 16 to Mar 23, 2027 (1 week, 5 working days).
    $ pmo notice go-live --since before | tail -n 2
    TSK-031 > MS-005 > TSK-038 > … > MS-007; since revision before; report RPT-023
    said Mar 3.
    $ pmo notice go-live --since nonsense
    error: --at 'nonsense' is no revision that git knows here, and no date [revision-missing]
    [3]
