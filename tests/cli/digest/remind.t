# What ends, 90, 60 and 30 days before

    $ pmo demo d > /dev/null; cd d
    $ pmo remind expiries
      41 cd  Dec 31        VEN-003          V3     insurance
      41 cd  Dec 31        cadup/WVR-001    SEC    waiver
      72 cd  Jan 31, 2027  cadup/PUR-006    SEC    offer ends
    $ pmo remind expiries --days 45
      41 cd  Dec 31        VEN-003          V3     insurance
      41 cd  Dec 31        cadup/WVR-001    SEC    waiver
    $ pmo remind expiries --mail
    3 drafts in outbox/
    $ pmo remind expiries --mail
    $ ls outbox
    remind-cadup-pur-006-2027-01-31-90-offer-ends-sec.eml
    remind-cadup-wvr-001-2026-12-31-60-waiver-sec.eml
    remind-workspace-ven-003-2026-12-31-60-insurance-v3.eml

At the next step they are told again, and only once.

    $ pmo --as-of 2026-12-05 remind expiries --mail
    3 drafts in outbox/
    $ pmo --as-of 2026-12-06 remind expiries --mail
    $ ls outbox | grep ven-003
    remind-workspace-ven-003-2026-12-31-30-insurance-v3.eml
    remind-workspace-ven-003-2026-12-31-60-insurance-v3.eml

    $ pmo remind expiries --days soon
    pmo: --days: 'soon' is no list of days, such as 90,60,30
    [2]
    $ pmo remind birthdays
    pmo: 'birthdays': there is only pmo remind expiries
    [2]
