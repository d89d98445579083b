fixture: cadup
needs: git

# Records in an editor

The record's own lines are edited; what changed is told.

    $ cd cadup; export TMPDIR=$HOME/tmp; mkdir $TMPDIR
    $ EDITOR="sed -i 's/^impact: 4/impact: 5/'" pmo edit RSK-3
    RSK-003  impact 4 > 5
    $ ls $TMPDIR

Nothing typed, nothing changed. An editor that fails changes nothing.

    $ EDITOR=true pmo edit RSK-3
    nothing changed
    $ EDITOR='cp /dev/null' pmo edit RSK-3
    nothing changed
    $ EDITOR=false pmo edit RSK-3
    pmo: the editor 'false' ended with 1, so nothing was changed
    [4]
    $ EDITOR=no-such-editor pmo edit RSK-3 2>&1 | grep ^pmo
    pmo: the editor 'no-such-editor' is not there; VISUAL or EDITOR says which to use

Several records stand under their ids.

    $ EDITOR="sed -i -e 's/owner: NET/owner: PC/' -e 'w seen'" pmo risk edit --where 'owner = NET'
    RSK-001  owner NET > PC
    RSK-004  owner NET > PC
    $ cat seen
    # Change what you like, save and close. A record taken away here stays as it is;
    # an empty file changes nothing.
    RSK-001:
      title: Radio console firmware is not certified in time
      status: identified
      owner: PC
      kind: threat
    RSK-004:
      title: County shares its fiber ring at no cost
      kind: opportunity
      status: analysed
      owner: PC
      probability: 2
      impact: 4

What cannot be accepted is kept, and can be gone on with.

    $ EDITOR="sed -i 's/^impact: 5/impact: many/'" pmo edit RSK-3 2>said; echo $?; head -n 1 said
    3
    cadup/risks/RSK-003.yaml:8:9: error: impact: 'many' is not a whole number (1..5) [value-type]
    $ EDITOR="sed -i 's/^impact: many/impact: 3/'" pmo edit --retry $TMPDIR/*/RSK-003.yaml
    RSK-003  impact 5 > 3
    $ ls $TMPDIR
    $ pmo edit --retry actions.yaml
    pmo: actions.yaml was not kept by `pmo edit`
    [2]

Somebody who changes the record meanwhile is not overwritten: other lines are merged, the
same lines are refused.

    $ cat >both <<'END'
    > #!/bin/sh
    > sed -i 's/^probability: 4/probability: 2/' "$1"
    > pmo set RSK-3 "$CHANGE"
    > END
    $ chmod +x both
    $ CHANGE=next_review=2026-11-23 EDITOR=./both pmo edit RSK-3
    RSK-003  next_review 2026-11-24 > 2026-11-23
    RSK-003  probability 4 > 2
    cadup/risks/RSK-003.yaml:15:23: warning: RSK-003 scores 8 after the response, 6 before [risk-residual-higher]
    $ grep -E '^(probability|next_review)' risks/RSK-003.yaml
    probability: 2   # HR confirmed 2026-11-02
    next_review: 2026-11-23
    $ sed -i 's/^probability: 2/probability: 4/' risks/RSK-003.yaml
    $ CHANGE=probability=5 EDITOR=./both pmo edit RSK-3 2>said; echo $?; head -n 1 said
    RSK-003  probability 4 > 5
    3
    pmo: cadup/RSK-003 was changed meanwhile in the same lines
    $ grep -E '^probability' risks/RSK-003.yaml
    probability: 5   # HR confirmed 2026-11-02
