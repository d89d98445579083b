needs: git

# Inside a repository

Commands commit what they write; the file says how to leave that to people.

    $ git init -q . && mkdir work && cd work
    $ pmo init "CAD upgrade" cadup >out
    $ grep -B 3 commit: pmo.yaml
    # calendar: fairmont           # calendars/fairmont.yaml has holidays

    # This folder is kept with git: each command commits just the files it wrote.
    # Take the line away, or write `commit: off`, to do that yourself.
    commit: auto
