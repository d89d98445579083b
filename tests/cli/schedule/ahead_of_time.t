# Facts that lie in the future

The warning marks the date that has not come, and says which.

    $ export PMO_TODAY=2026-11-20
    $ mkdir -p w/one; cd w; echo 'format: 1' > pmo.yaml
    $ cat > one/project.yaml <<'DONE'
    > title: One
    > start: 2026-11-02
    > DONE
    $ cat > one/plan.yaml <<'DONE'
    > TSK-001: {title: Order, duration: 10d, actual_start: 2026-11-02, actual_finish: 2026-12-01}
    > TSK-002:
    >   title: Install
    >   duration: 5d
    >   actual_start: 2026-11-23
    > DONE
    $ pmo check
    one/plan.yaml:1:81: warning: TSK-001 finished 2026-12-01, which is in the future [task-finish-in-future]
        l_start: 2026-11-02, actual_finish: 2026-12-01}
                                            ^
    one/plan.yaml:2:1: warning: TSK-002 lacks owner [incomplete]
        TSK-002:
        ^
    hint: pmo set TSK-002 FIELD=VALUE
    one/plan.yaml:5:17: warning: TSK-002 started 2026-11-23, which is in the future [task-start-in-future]
          actual_start: 2026-11-23
                        ^
    one/project.yaml:1:1: warning: one lacks agency, sponsor, pm, coordinator, phase, business_need, objectives, scope_in, scope_out, target_finish, budget_authorized, report_cadence, tolerance, calendar [incomplete]
        title: One
        ^
    hint: pmo set one FIELD=VALUE
    0 errors, 4 warnings
