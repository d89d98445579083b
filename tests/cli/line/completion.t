fixture: cadup
needs: bash

# Completion

    $ cd cadup
    $ pmo __complete -- ris
    risk
    $ pmo __complete -- risk cl
    close
    $ pmo __complete -- risk close RSK-00
    RSK-001
    RSK-002
    RSK-003
    RSK-004
    RSK-005
    $ pmo __complete -- risk set RSK-3 own
    owner=
    $ pmo __complete -- risk set RSK-3 owner=P
    owner=PC
    owner=PROC
    $ pmo __complete -- set RSK-3 str
    strategy=
    $ pmo __complete -- risk list --col
    --columns=
    --color=

Options before count, and so do the words that they take.

    $ pmo __complete -- -C .. -p ''
    cadup
    $ pmo __complete -- -C .. --project=c
    --project=cadup
    $ pmo __complete -- -C .. -p cadup show RSK-00
    RSK-001
    RSK-002
    RSK-003
    RSK-004
    RSK-005
    $ pmo __complete -- -C nowhere risk ''
    pmo: nowhere is no directory
    $ pmo __complete -- risk close RSK-3 --by=D
    --by=DSP
    $ pmo __complete -- risk list --format js
    json
    jsonl

An id of any register: its prefix first, handles at once.

    $ pmo __complete -- show DE
    DEF-
    DEC-
    $ pmo __complete -- show DS
    DSP
    $ pmo __complete -- rsk-00
    RSK-001
    RSK-002
    RSK-003
    RSK-004
    RSK-005
    $ pmo __complete -- set rsk-3 rsk-001
    RSK-001
    $ pmo __complete -- show cadup/rsk-003
    cadup/RSK-003

Words that a field may hold: its choices, the states, records.

    $ pmo __complete -- risk set RSK-3 status=i
    status=identified
    $ pmo __complete -- layout ris
    risk
    $ pmo __complete -- completion ''
    bash
    zsh
    fish

The script for bash gives the shell what it wants.

    $ cat >try.sh <<'END'
    > eval "$(pmo completion bash)"
    > for COMP_LINE in "$@"; do
    >     COMP_POINT=${#COMP_LINE}; _pmo; echo "${COMPREPLY[@]}"
    > done
    > END
    $ bash try.sh 'pmo ris' 'pmo risk cl' 'pmo set RSK-3 owner=P' 'pmo risk --so'
    risk
    close
    PC PROC
    --sort=
    $ pmo completion tcsh
    pmo: completion is there for bash, zsh and fish
    [2]
