width: 80 terminal

# The first screen

Nothing is wider than the terminal, and what is found in no record is said.

    $ pmo
    No project here.
      Look around:       pmo demo ~/demo
      From a list:       pmo import raid.csv
      From MS Project:   pmo init --from plan.xml
      From nothing:      pmo init "CAD upgrade"
      A running project: any of these, then
                         pmo set project phase=execute --as-imported
      Commands:          pmo help
    $ pmo init "Computer aided dispatch and records management replacement, countywide" a-project-of-a-rather-long-handle >out
    $ cd a-project*; cd ..; ls; pmo init "Courthouse network" netref >out
    a-project-of-a-rather-long-handle  out	pmo.yaml
    $ pmo
      a-project-of-a-rather-long-ha… Computer aided dispatch and records management…
      netref                         Courthouse network
    Which one: pmo -p PROJECT, or go into its folder
    $ pmo find courthouse
    ^[[1mID      Register  Title               Field  Match^[[0m
    netref  project   Courthouse network  title  Courthouse network
    $ pmo find xyzzy
    nothing found

A title with a sign in it.

    $ export NO_COLOR=1; cd netref
    $ pmo risk add "a=b"
    argument:1:1: error: risk has no field 'a' [field-unknown]
        a=b
        ^
    hint: as a title: pmo risk add title='a=b'
    [2]
    $ pmo risk add title='a=b'
    RSK-001  a=b
    $ pmo + isse NET fri: text
    LOG-001  noted: isse NET fri: text
             is 'issue' meant?  then: pmo undo, and again
    $ pmo + issue NTE fri: nobody is recorded yet
    ISS-001  nobody is recorded yet   NTE   due Fri Nov 27
             change: pmo set . due=…      undo: pmo undo
