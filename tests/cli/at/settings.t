needs: git

# With the settings of then

A workspace in a folder of a larger repository, whose pmo.yaml changed since.

    $ mkdir -p city/it/cadup/risks && cd city && git init --quiet .
    $ cat > it/pmo.yaml <<'END'
    > format: 1
    > registers:
    >   permit: {plural: permits, prefix: PRM, layout: file, fields: {office: {type: text}}}
    > END
    $ printf 'title: CAD upgrade\n' > it/cadup/project.yaml
    $ printf 'PRM-001:\n  title: Crossing the river\n  office: Army Corps\n' > it/cadup/permits.yaml
    $ printf 'title: Fog\n' > it/cadup/risks/RSK-001.yaml
    $ git add . && git commit --quiet -m 'with permits'
    $ printf 'format: 1\n' > it/pmo.yaml && rm it/cadup/permits.yaml && mkdir it/wan
    $ printf 'title: WAN\n' > it/wan/project.yaml
    $ git add . && git commit --quiet -m 'without, and one more project'

    $ cd it
    $ pmo permit list
    pmo: there is no command 'permit'; `pmo help` shows those there are
    [2]
    $ pmo --at HEAD~1 permit list --format tsv
    id	title	owner	status
    PRM-001	Crossing the river		open
    $ pmo --at HEAD~1 show PRM-1 | sed 1q
    PRM-001  Crossing the river

There was one project then, and there are two now.

    $ pmo risk list
    error: which project is meant? [project-unclear]
    [2]
    $ pmo --at HEAD~1 risk list --format ids
    RSK-001

From inside a project, and from outside the repository, it is the same.

    $ (cd cadup/risks && pmo --at HEAD~1 permit list --format ids)
    PRM-001
    $ (cd / && pmo -C ~/city/it --at HEAD~1 permit list --format ids)
    PRM-001

A register may have been a file then, and be a folder now.

    $ pmo -p cadup layout risk file
    risks: 1 record from cadup/risks/ to cadup/risks.yaml
    take it back: pmo undo
    $ git add . && git commit --quiet -m 'one file'
    $ pmo -p cadup --at HEAD~1 risk list --format ids
    RSK-001
    $ pmo -p cadup --at HEAD risk show 1 | tail -1
    file:    cadup/risks.yaml

One file was a whole workspace, before there was a pmo.yaml.

    $ mkdir ~/one && cd ~/one && git init --quiet . && printf 'title: Small\n' > project.yaml
    $ printf 'RSK-001:\n  title: Rain\n' > risks.yaml
    $ git add . && git commit --quiet -m small
    $ mkdir small && git mv *.yaml small && printf 'format: 1\n' > pmo.yaml
    $ git add . && git commit --quiet -m larger
    $ pmo risk list --format ids
    RSK-001
    $ pmo --at HEAD~1 risk list --format ids
    RSK-001
