fixture: cadup

# The risk matrix

    $ cd cadup
    $ pmo risk matrix --format table
    Threats, probability (P) by impact (I)
       +--------------+--------------+--------------+--------------+--------------+
    P5 |M             |H             |H             |C             |C             |
       +--------------+--------------+--------------+--------------+--------------+
    P4 |L             |M             |H             |C RSK-003     |C             |
       +--------------+--------------+--------------+--------------+--------------+
    P3 |L             |M             |M RSK-002     |H             |H             |
       +--------------+--------------+--------------+--------------+--------------+
    P2 |L             |L             |M             |M             |H             |
       +--------------+--------------+--------------+--------------+--------------+
    P1 |L             |L             |L             |L             |M             |
       +--------------+--------------+--------------+--------------+--------------+
        I1             I2             I3             I4             I5
    critical 1   high 0   medium 1   low 0   not rated 1

    ID       Kind    P  I  Score  Band      Title                              Owner
    RSK-003  threat  4  4     16  critical  Not enough dispatch backfill for   DSP
                                            training
    RSK-002  threat  3  3      9  medium    Terminals arrive late because the  PROC
                                            reseller changes its warehouse in
                                            the fall
    RSK-001  threat                         Radio console firmware is not      NET
                                            certified in time

    Opportunities, probability (P) by impact (I)
       +--------------+--------------+--------------+--------------+--------------+
    P5 |M             |H             |H             |C             |C             |
       +--------------+--------------+--------------+--------------+--------------+
    P4 |L             |M             |H             |C             |C             |
       +--------------+--------------+--------------+--------------+--------------+
    P3 |L             |M             |M             |H             |H             |
       +--------------+--------------+--------------+--------------+--------------+
    P2 |L             |L             |M             |M RSK-004     |H             |
       +--------------+--------------+--------------+--------------+--------------+
    P1 |L             |L             |L             |L             |M             |
       +--------------+--------------+--------------+--------------+--------------+
        I1             I2             I3             I4             I5
    critical 0   high 0   medium 1   low 0

    ID       Kind         P  I  Score  Band    Title                           Owner
    RSK-004  opportunity  2  4      8  medium  County shares its fiber ring    NET
                                               at no cost
    $ pmo risk matrix --residual --format csv
    id,kind,probability,impact,score,band,title,owner
    RSK-003,threat,2,4,8,medium,Not enough dispatch backfill for training,DSP
    RSK-001,threat,,,,,Radio console firmware is not certified in time,NET
    RSK-002,threat,,,,,Terminals arrive late because the reseller changes its warehouse in the fall,PROC
    RSK-004,opportunity,,,,,County shares its fiber ring at no cost,NET
    $ pmo risk matrix --format json | head -n 12
    [
      {
        "id": "RSK-003",
        "kind": "threat",
        "probability": 4,
        "impact": 4,
        "score": 16,
        "band": "critical",
        "title": "Not enough dispatch backfill for training",
        "owner": "DSP"
      },
      {
