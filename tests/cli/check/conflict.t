# What git could not merge

The markers are named once, and the other records of the file are still there.

    $ pmo demo d >out; cd d/cadup
    $ printf '<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n' >issues/ISS-002.yaml
    $ sed -i 's/^  due: 2026-11-24$/<<<<<<< HEAD\n&\n=======\n  due: 2026-11-30\n>>>>>>> x/' actions.yaml
    $ pmo check issues
    cadup/issues/ISS-002.yaml:1:1: error: git could not merge this file: two versions stand in it [git-conflict]
        <<<<<<< HEAD
        ^
    hint: keep what is right between <<<<<<< and >>>>>>>, take the marker lines away, then git add it
    1 error, 0 warnings; 3 advice more with --all
    [1]
    $ pmo check actions.yaml --format tsv | cut -f 1-5
    path	line	column	severity	code
    cadup/actions.yaml	98	1	error	git-conflict
    cadup/actions.yaml	85	10	warning	owner-left
    cadup/actions.yaml	95	1	warning	incomplete
    $ pmo action list --all --format ids 2>&1 | head -n 3
    ACT-001
    ACT-002
    ACT-003

Two branches that took one number: both are shown.

    $ cd ../..; pmo demo e >out; cd e/cadup
    $ printf '\nACT-011:\n  title: Call the mayor\n  owner: PM\n  due: 2026-12-02\n' >>actions.yaml
    $ pmo check actions.yaml
    cadup/actions.yaml:89:1: error: there are two records ACT-011 [id-twice]
        ACT-011:
        ^
    hint: give one another number: pmo renumber FILE:LINE
    cadup/actions.yaml:115:1: error: there are two records ACT-011 [id-twice]
        ACT-011:
        ^
    hint: give one another number: pmo renumber FILE:LINE
    cadup/actions.yaml:85:10: warning: ACT-010 is open, its owner 'GIS' is departed [owner-left]
          owner: GIS
                 ^
    hint: pmo set ACT-010 owner=…
    2 errors, 1 warning
    [1]
