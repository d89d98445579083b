# Ids in expressions

Beside a reference an id is what it is on the command line: in any form, or its number alone where
the reference leads to one register.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ for id in TR-003 TR-3 tr-3 tr3 3 '"tr-3"'; do pmo defect --all --format ids --where "test_run = $id"; done
    DEF-003
    DEF-003
    DEF-003
    DEF-003
    DEF-003
    DEF-003
    $ pmo defect --all --format ids --where 'test_run in [1, TR-2] and severity != "S3"'
    DEF-001
    DEF-002
    $ pmo defect --all --format ids --where 'test_run != 3 and test_run'
    DEF-001
    DEF-002
    $ pmo defect --all --format ids test_run=3
    DEF-003
    $ pmo milestone --all --format ids --where 'preds = 5.4'
    MS-005
    $ pmo milestone --all --format ids --where 'preds = tsk31 or preds = 4.9'
    MS-005
    $ pmo action --format ids --where 'owner = V2 or owner = "DSP"'
    ACT-011
    ACT-012

An id that nobody has is told; an empty list would say that nothing refers to it.

    $ pmo defect --all --format ids --where 'test_run = TR-999'
    error: there is no testrun 'TR-999' [id-missing]
    [3]
    $ pmo defect --all --format ids test_run=999
    error: there is no testrun '999' [id-missing]
    [3]

Elsewhere such words are text.

    $ pmo defect --all --format ids --where 'title ~ "TR-999" or title = "3"'
