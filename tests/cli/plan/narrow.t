width: 60 terminal

# The plan on a narrow terminal

A sheet with broken lines could not be read back, so where it is too wide it is shown as a table.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo plan M5
    ^[[1mCode  Title           Duration  After            Owner  Done^[[0m
    M5    Build complete         -  4.9 4.10 5.2     PM
                                    5.3 5.4 5.5 5.8
    to change it: pmo plan edit; as a sheet: pmo plan >plan.txt
    $ pmo plan 5 --no-pager | wc -l
    9
    $ pmo plan 1
    ^[[1mCode  Title                     Duration  After  Owner  Done^[[0m
    1.1   Draft and sign charter          8d         PM     done
    1.2   Team, RACI and                  5d  1.1    PC     done
          stakeholder register
    1.3   Project management and         10d  1.2    PM     done
          communications plans
    1.4   Baseline schedule and           5d  1.3    PC     done
          budget
    to change it: pmo plan edit; as a sheet: pmo plan >plan.txt
    $ pmo plan 5 | cat
    code | title                                    | duration | after   | owner | done | id
    5.1  | Interface design specification           | 15d      | 2.3 4.2 | V2    | done | TSK-028
    5.2  | E911 ANI/ALI interface                   | 25d      | 5.1     | V2    | done | TSK-029
    5.3  | Records system interface                 | 20d      | 5.1     | V2    | done | TSK-030
    5.4  | State message switch interface           | 30d      | 5.1 2.5 | V2    | 45%  | TSK-031
    5.5  | Vehicle location and mobile interface    | 15d      | 5.3     | V2    | done | TSK-032
    5.6  | GIS data clean-up                        | 40d      | 4.4     | GIS   | done | TSK-033
    5.7  | Data conversion, mock 1                  | 10d      | 5.6 3.3 | V1    | done | TSK-034
    5.8  | Data conversion, mock 2 and reconciliation | 8d       | 5.7     | V1    | done | TSK-035
