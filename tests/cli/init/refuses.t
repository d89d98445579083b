# What init does not do

It needs a title, and a handle that can be one.

    $ mkdir work; cd work
    $ pmo init
    pmo: a project needs a title: pmo init "CAD upgrade" [cadup]
    [2]
    $ pmo init "???"
    error: no handle can be made of this title [handle]
    [2]
    $ pmo init People
    error: 'people' cannot be the project's handle [handle]
    [2]
    $ pmo init Risks RSK-3
    error: 'RSK-3' cannot be the project's handle [handle]
    [2]
    $ ls -A

It never writes over anything, whatever the capitals.

    $ pmo init Network netref >out; wc -l <netref/project.yaml
    18
    $ echo '# mine' >>netref/project.yaml
    $ pmo init "Network again" NetRef
    error: netref is there already [project-exists]
    [3]
    $ tail -n 1 netref/project.yaml
    # mine
    $ mkdir bwcst; echo 'a note' >bwcst/note.txt
    $ pmo init "Body cameras" bwcst >out; ls bwcst
    note.txt
    project.yaml

A project that is a workspace by itself has no room for another.

    $ mkdir ../one; cd ../one; echo 'title: One' >project.yaml
    $ pmo init Another
    error: this workspace is one project: its project.yaml stands at the top [one-project]
    [3]

A plan of MS Project must be there, as XML.

    $ pmo init --from plan.mpp
    pmo: plan.mpp: pmo cannot read .mpp files; in Project: File > Save As > XML, then pmo init --from plan.xml
    [2]
    $ pmo init --from plan.xml
    ...
    [3]
    $ echo '<html/>' >page.xml; pmo init --from page.xml
    ...
    [3]
    $ printf 'id,title\n1,A\n' >list.csv; pmo init --from list.csv
    pmo: list.csv: this is no plan that MS Project saved as XML; a list goes in with: pmo import list.csv
    [2]
