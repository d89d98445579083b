# Baselines are taken, not typed

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo baseline add June
    pmo: a baseline is taken of the plan: pmo baseline take --reason TEXT
    [2]
    $ pmo baseline add June version=9 reason=restored --dry-run | head -5
    --- a/cadup/baselines/BSL-003.yaml
    +++ b/cadup/baselines/BSL-003.yaml
    @@ -0,0 +1,6 @@
    +title: June
    +version: 9
    $ pmo baseline take --reason June --change CHG-1 --dry-run | head -3
    --- a/cadup/baselines/BSL-003.yaml
    +++ b/cadup/baselines/BSL-003.yaml
    @@ -0,0 +1,341 @@
