# Schema

All registers, those of pmo.yaml at the end.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo schema --format table | head -n 4
    Register       Plural          Prefix  Scope      Layout  Where                        What it is
    project        projects                project    single  PROJECT/project.yaml         charters: purpose, scope, money, authority
    person         people                  workspace  file    people.yaml                  people and stakeholders, by handle
    raci           raci            RACI    project    file    PROJECT/raci.yaml            who does, answers for, is asked and is told
    $ pmo schema | tail -n 1
    permit	permits	PMT	project	file	PROJECT/permits.yaml	permits that we wait for
    $ pmo schema --format json | head -n 10
    [
      {
        "name": "project",
        "plural": "projects",
        "prefix": null,
        "scope": "project",
        "layout": "single",
        "where": "PROJECT/project.yaml",
        "help": "charters: purpose, scope, money, authority"
      },

One register, for a person and for programs.

    $ pmo schema permit
    permit: permits that we wait for

      kept in   permits.yaml of each project, one file for all
      listed    id title authority owner due status
      sorted by due id

    Fields              type             needed
      authority         text             yes      who grants it
      owner             person           yes      who asks for it
      due               date             yes      when we need it
      applied           date                      when it was asked for; begins as
                                                  today
      fee               money                     what it costs
      issued            date                      when it was granted
      tasks             list of task              what waits for it
    ...

    States
      applied           open
      granted           closed
      refused           closed
      void              void    a wrong entry

    Moves
      applied > granted: grant; it is here
      applied > refused: refuse (needs note); they said no

    Rules
      permit-late               warning  was needed by {due}, {days(due, today)} d
                                         ago; when open and due < today
    $ pmo schema permits --format yaml | head -n 5
    registers:
      permit:
        plural: permits
        prefix: PMT
        help: permits that we wait for
    $ pmo schema PMT --format json-schema | head -n 5
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "permits",
      "description": "permits that we wait for",
      "type": "object",
    $ pmo schema risk --format xlsx
    pmo: --format: 'xlsx' is none of text, yaml, json, json-schema
    [2]
    $ pmo schema rsik
    pmo: there is no register 'rsik'; the nearest is 'risk'
    [2]
