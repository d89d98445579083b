fixture: import

# People

First and last name make one name; who has no handle gets one. A person who is here already is
found by the address.

    $ pmo import staff.csv --register person --yes
    $ cat people.yaml

# Tabs and a byte order mark

The file's name says what the rows are.

    $ pmo import actions.tsv --yes
    $ cat cadup/actions.yaml
