fixture: import

# Saying where columns go

Semicolons, ISO-8859-1, line ends inside a cell, dates with the day first: all found out. The
rest can be said, a column's target and what a word means.

    $ pmo import redmine.csv --register issue
    $ pmo import redmine.csv --register issue Titre=title Sujet=- Priority:Haute=P2 --yes --save redmine
    $ cat cadup/issues/*

The mapping was kept. It is a plain file, and the next list with these columns uses it.

    $ cat imports/redmine.yaml
    $ pmo import redmine.csv --yes

One can name it, too; columns that are new or gone are told.

    $ printf '#;Titre;Extra\n9;Nouveau;x\n' > short.csv
    $ pmo import short.csv --mapping redmine --yes
    $ pmo import short.csv --mapping redmin --yes

What cannot be is said.

    $ pmo import redmine.csv --register issue Titel=title
    $ pmo import redmine.csv --register issue Titre=titel
    $ pmo import redmine.csv --register issue Titre=priority
    $ pmo import redmine.csv --register isue
    $ pmo import redmine.csv --register project
    $ pmo import redmine.csv --dates french
    $ printf 'a,b\n1,2\n' > ab.csv
    $ pmo import ab.csv --register action
    $ pmo import ab.csv
    $ pmo import missing.csv
