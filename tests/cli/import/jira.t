fixture: import

# Issues of another tracker

Records begin in their first state and moves have their rules, so a list with other states
is refused until it is said that they count as they stand.

    $ pmo import jira.csv --register issue --yes | tail -1
    $ ls cadup

Headers that stand twice are columns of their own. People are found by handle, name and
address; who is nobody here is listed, and the name goes into a note.

    $ pmo import jira.csv --register issue --as-imported --yes
    $ cat cadup/issues/ISS-001.yaml
    $ cat cadup/issues/ISS-003.yaml

The id of the other system makes the second run an update. A state that moved on leaves its
line of history; a remark that is there is not made again.

    $ sed -i 's/CAD-101,Bug,In Progress/CAD-101,Bug,Done/' jira.csv
    $ pmo import jira.csv --register issue --as-imported --yes | tail -3
    $ tail -8 cadup/issues/ISS-001.yaml
