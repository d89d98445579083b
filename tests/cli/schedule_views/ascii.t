width: 70 terminal

# The chart in plain characters, in 70 columns

    $ mkdir p; cat >p/project.yaml <<'END'
    > title: Move
    > start: 2026-11-02
    > END
    $ cat >p/plan.yaml <<'END'
    > TSK-001: {title: Office, kind: summary}
    > TSK-002: {title: Empty it, parent: TSK-001, duration: 12d, actual_start: 2026-11-02, percent: 50, remaining: 8d}
    > TSK-003: {title: "Paint it \"white\" \\ <b>&; #1`", parent: TSK-001, duration: 5d, preds: [TSK-002 SS+3d]}
    > TSK-004: {title: Wrong, duration: soon}
    > TSK-005: {title: After what is wrong, duration: 3d, preds: [TSK-004]}
    > TSK-006: {title: Carpet, duration: 2d, preds: [TSK-002]}
    > MS-001: {title: Moved, preds: [TSK-003, TSK-006]}
    > MS-002: {title: Begun, actual_finish: 2026-11-02}
    > END
    $ mkdir p/baselines; cat >p/baselines/BSL-001.yaml <<'END'
    > title: One
    > status: approved
    > version: 1
    > date: 2026-10-30
    > approved_by: PC
    > reason: first
    > tasks: [TSK-002 2026-11-02..2026-11-17, TSK-006 2026-11-18..2026-11-19]
    > milestones: [MS-001 2026-11-19]
    > END
    $ cd p

What is not sure is drawn so, and named above.

    $ pmo gantt --ascii --color never
    Move, as of Nov 20
    Not sure: 2 Wrong (TSK-004) duration 'soon' cannot be read

                                         Nov 2026
                                         2      9      16     23     30
    1 Office                          *! ##########_____+_______________
      1.1 Empty it                    *! ###############+===============
      1.2 Paint it "white" \ <b>&; .. ~       ::     ::    |::-----::
    2 Wrong                                   ::     ::    |::?    ::
    3 After what is wrong                     ::     ::    |::???  ::
    4 Carpet                          *!      ::     ::  ..|::     ::   ==
    5 Moved                           *!      ::     ::   .|::     ::    o
    6 Begun                              x    ::     ::    |::     ::

    : day off  | today  . baseline  _ summary  - to do  = critical
    # done  ? not sure  + baseline finish  o milestone  x reached
    * critical  ~ nearly  ! late
    $ pmo gantt --ascii --color never TSK-001 --from 2026-11-09 --to 2026-11-22
    Move, as of Nov 20
    Not sure: 2 Wrong (TSK-004) duration 'soon' cannot be read

                                Nov 2026
                                9  10 11 12 13 14 15 16 17 18 19 20 21 22
    1 Office                 *! <########_________________+______________>
      1.1 Empty it           *! <#######################==+==============>
      1.2 Paint it "white".. ~                 ::::::              |::::::

    : day off  | today  _ summary  = critical  # done  + baseline finish
    < goes on
    * critical  ~ nearly  ! late

Titles that could end a text are escaped.

    $ pmo network TSK-003 --dot
    digraph plan {
      rankdir=LR;
      node [shape=box, fontname="sans-serif"];
      n1 [label="1.1 Empty it\nDec 2, float 0 d", penwidth=3, color="#b4451c"];
      n2 [label="1.2 Paint it \"white\" \\ <b>&; #1`\nNov 27, float 5 d"];
      n6 [label="5 Moved\nDec 4, float 0 d", shape=hexagon, penwidth=3, color="#b4451c"];
      n1 -> n2 [label="SS+3d"];
      n2 -> n6;
    }
    plan.yaml:4:1: warning: 2 duration 'soon' cannot be read [plan-fault]
        TSK-004: {title: Wrong, duration: soon}
        ^
    $ pmo network TSK-003 --mermaid
    flowchart LR
      n1["1.1 Empty it<br/>Dec 2, float 0 d"]:::critical
      n2["1.2 Paint it #34;white#34; #92; #60;b#62;#38;#59; #35;1#96;<br/>Nov 27, float 5 d"]
      n6{{"5 Moved<br/>Dec 4, float 0 d"}}:::critical
      n1 -->|"SS+3d"| n2
      n2 --> n6
      classDef critical stroke:#b4451c,stroke-width:3px
      classDef done fill:#e3e7ec
    plan.yaml:4:1: warning: 2 duration 'soon' cannot be read [plan-fault]
        TSK-004: {title: Wrong, duration: soon}
        ^
