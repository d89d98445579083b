needs: git

# Inside a repository

The file says how commands may commit by themselves; it does not switch that on.

    $ git init -q . && mkdir work && cd work
    $ pmo init "CAD upgrade" cadup >out
    $ grep -B 3 commit: pmo.yaml
    # calendar: fairmont           # calendars/fairmont.yaml has holidays

    # This folder is kept with git. With the next line each command commits what
    # it wrote; `commit: off`, or no line, leaves that to you.
    # commit: auto
