# Baselines are taken, not typed

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo baseline add June
    pmo: it is empty; a baseline of the plan: pmo baseline take --reason TEXT
    BSL-003  June
    $ pmo baseline add June version=9 reason=restored --dry-run | head -5
    --- a/cadup/baselines/BSL-004.yaml
    +++ b/cadup/baselines/BSL-004.yaml
    @@ -0,0 +1,6 @@
    +title: June
    +version: 9
    $ pmo baseline take --reason June --change CHG-1 --dry-run | head -3
    --- a/cadup/baselines/BSL-004.yaml
    +++ b/cadup/baselines/BSL-004.yaml
    @@ -0,0 +1,341 @@
