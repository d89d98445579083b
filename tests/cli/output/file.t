fixture: cadup
needs: strace

# A file of -o

It appears when it is complete. A file that is there is replaced, and keeps its mode.

    $ pmo risk --all --format csv -o risks.csv
    pmo: wrote risks.csv: 5 rows
    $ ls -d risks.csv*; wc -l < risks.csv
    risks.csv
    6
    $ chmod 600 risks.csv && echo old > risks.csv
    $ pmo risk --all --format csv -o risks.csv
    pmo: wrote risks.csv: 5 rows
    $ ls -l risks.csv* | cut -c 1-10; wc -l < risks.csv
    -rw-------
    6

Killed before that, or without room for it, there is the old file. Nothing is beside it where
the file system has files without names, as nearly all have.

    $ rm risks.csv; export ASAN_OPTIONS=detect_leaks=0
    $ strace -f -qq -e trace=fsync -e inject=fsync:signal=KILL:when=1 -o /dev/null pmo risk --all -o risks.csv >/dev/null 2>&1
    [137]
    $ ls risks.csv 2>/dev/null
    [2]
    $ ls risks.csv.* 2>/dev/null | wc -l
    [01] (re)
    $ rm -f risks.csv.*; echo old > risks.csv
    $ strace -f -qq -e trace=fsync -e inject=fsync:signal=KILL:when=1 -o /dev/null pmo risk --all -o risks.csv >/dev/null 2>&1
    [137]
    $ rm -f risks.csv.*; cat risks.csv
    old
    $ strace -f -qq -e trace=fsync -e inject=fsync:error=ENOSPC -o /dev/null pmo risk --all -o risks.csv
    pmo: risks.csv cannot be written: No space left on device
    [4]
    $ ls -d risks.csv*; cat risks.csv
    risks.csv
    old

Where files must have a name from the first byte on, it works as well.

    $ strace -f -qq -e trace=linkat -e inject=linkat:error=EPERM -o /dev/null pmo risk --all --format csv -o risks.csv
    pmo: wrote risks.csv: 5 rows
    $ ls -d risks.csv*; wc -l < risks.csv
    risks.csv
    6
    $ pmo risk --all -o none/risks.csv
    pmo: none/risks.csv cannot be written: No such file or directory
    [4]

Whoever reads the messages and leaves early does not cost the file.

    $ (sleep 0.3; pmo export all.json; echo $? >status) 2>&1 | true; cat status; wc -l <all.json
    0
    221
    $ (sleep 0.3; pmo risk --all -o all.csv; echo $? >status) 2>&1 | true; cat status; wc -l <all.csv
    0
    6
    $ (sleep 0.3; pmo export cadup/plan.xml; echo $? >status) 2>&1 | true; cat status; tail -c 11 cadup/plan.xml
    0
    </Project>
    $ (sleep 0.3; pmo risk add 'A pipe that breaks'; echo $? >status) | true; cat status; pmo find breaks
    141
    id	register	title	field	match
    RSK-006	risk	A pipe that breaks	title	A pipe that breaks

A list that nobody reads ends without a word.

    $ (sleep 0.3; pmo risk --all; echo $? >status) | true; cat status
    141
