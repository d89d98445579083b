fixture: cadup

# Records of an own register that stay as they were

`fixed` names the states in which fields do not change any more, as in the registers that are built in.

    $ sed -i 's/^    layout: file/&\n    fixed: granted/' pmo.yaml; cd cadup
    $ pmo permit add 'Trench at 5th Street' office=County fee=1250
    PRM-001  Trench at 5th Street
    $ pmo permit set PRM-1 fee=1300
    PRM-001  fee 1,250.00 > 1,300.00
    $ pmo permit grant PRM-1
    PRM-001  applied > granted
    $ pmo permit set PRM-1 fee=1400
    cadup/permits.yaml:1:1: error: PRM-001 is granted: its fee does not change any more [record-fixed]
    [3]
    $ pmo set PRM-1 notes+='the sign is up'
    PRM-001  notes + 2026-11-20 PC: the sign is up
    $ pmo permit set PRM-1 fee=1400 2>&1 | head -1; pmo show PRM-1 --format json | grep '"fee"'
    cadup/permits.yaml:1:1: error: PRM-001 is granted: its fee does not change any more [record-fixed]
      "fee": "1300.00",
    $ pmo schema permit --format yaml | grep -n fixed
    8:    fixed: granted

A state that is not there is told.

    $ sed -i 's/fixed: granted/fixed: granted|paid/' ../pmo.yaml; pmo check 2>&1 | grep -A2 pmo.yaml
    pmo.yaml:16:12: error: 'paid' is no state of permit [config-value]
            fixed: granted|paid
                   ^
    $ printf '  report:\n    fixed: sent\n' >>../pmo.yaml; sed -i 's/granted|paid/granted/' ../pmo.yaml; tail -3 ../pmo.yaml; pmo check 2>&1 | grep -A2 pmo.yaml
          grant: {from: applied, to: granted, help: it was given}
      report:
        fixed: sent
    pmo.yaml:27:5: error: report is built in and keeps its 'fixed' [config-taken]
            fixed: sent
            ^
