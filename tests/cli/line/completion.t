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
