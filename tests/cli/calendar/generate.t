# Holidays by rule, as dates to look at and to keep

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC
    $ pmo calendar generate us_federal 2026
    us_federal, 2026 to 2026
    Source: 5 U.S.C. 6103(a), (b); Executive Order 11582, as of 2021-06-17

    2026-01-01  Thu  New Year's Day
    2026-01-19  Mon  Martin Luther King Jr. Day
    2026-02-16  Mon  Washington's Birthday
    2026-05-25  Mon  Memorial Day
    2026-06-19  Fri  Juneteenth
    2026-07-03  Fri  Independence Day, observed
    2026-09-07  Mon  Labor Day
    2026-10-12  Mon  Columbus Day
    2026-11-11  Wed  Veterans Day
    2026-11-26  Thu  Thanksgiving Day
    2026-12-25  Fri  Christmas Day

    To keep them: pmo calendar generate us_federal 2026..2026 --into NAME

A holiday on a weekend is moved beside another one, never onto it. Oklahoma's statute gives two
days at Christmas whatever weekday it is, North Carolina's three.

    $ pmo calendar generate oklahoma 2026..2034 | grep -e -12-2
    2026-12-24  Thu  Day beside Christmas
    2026-12-25  Fri  Christmas Day
    2027-12-23  Thu  Christmas Day, observed
    2027-12-24  Fri  Day beside Christmas
    2028-12-25  Mon  Christmas Day
    2028-12-26  Tue  Day beside Christmas, observed
    2029-12-24  Mon  Day beside Christmas
    2029-12-25  Tue  Christmas Day
    2030-12-24  Tue  Day beside Christmas
    2030-12-25  Wed  Christmas Day
    2031-12-24  Wed  Day beside Christmas
    2031-12-25  Thu  Christmas Day
    2032-12-23  Thu  Christmas Day, observed
    2032-12-24  Fri  Day beside Christmas
    2033-12-26  Mon  Day after Christmas
    2033-12-27  Tue  Christmas Day, observed
    2034-12-25  Mon  Christmas Day
    2034-12-26  Tue  Day beside Christmas, observed
    $ pmo calendar generate north_carolina 2021..2027 | grep -e -12-2
    2021-12-23  Thu  Christmas Day, observed
    2021-12-24  Fri  Christmas Eve
    2021-12-27  Mon  Day after Christmas, observed
    2022-12-23  Fri  Christmas Eve, observed
    2022-12-26  Mon  Day after Christmas
    2022-12-27  Tue  Christmas Day, observed
    2023-12-25  Mon  Christmas Day
    2023-12-26  Tue  Day after Christmas
    2023-12-27  Wed  Christmas Eve, observed
    2024-12-24  Tue  Christmas Eve
    2024-12-25  Wed  Christmas Day
    2024-12-26  Thu  Day after Christmas
    2025-12-24  Wed  Christmas Eve
    2025-12-25  Thu  Christmas Day
    2025-12-26  Fri  Day after Christmas
    2026-12-24  Thu  Christmas Eve
    2026-12-25  Fri  Christmas Day
    2026-12-28  Mon  Day after Christmas, observed
    2027-12-23  Thu  Christmas Day, observed
    2027-12-24  Fri  Christmas Eve
    2027-12-27  Mon  Day after Christmas, observed

Texas moves none.

    $ pmo calendar generate texas 2027 | grep -e -12-
    2027-12-24  Fri  Christmas Eve
    2027-12-25  Sat  Christmas Day
    2027-12-26  Sun  Day after Christmas

Rules of one's own stand in the workspace; what says no day is told at its place.

    $ mkdir holidays
    $ cat > holidays/county.yaml << END
    > source: Resolution 2025-14
    > as_of: 2025-10-07
    > holidays:
    >   Founders' Day: 2nd Tue Oct
    >   Leap Day: Feb 29
    >   Bridge day: Dec 31 on Mon|Fri
    > END
    $ pmo calendar generate county 2027..2028
    county, 2027 to 2028
    Source: Resolution 2025-14, as of 2025-10-07

    2027-10-12  Tue  Founders' Day
    2027-12-31  Fri  Bridge day
    2028-02-29  Tue  Leap Day
    2028-10-10  Tue  Founders' Day

    To keep them: pmo calendar generate county 2027..2028 --into NAME
    $ printf '  Some day: Dec 24 on Someday\n  Other day: Feb 30\n' >> holidays/county.yaml
    $ pmo calendar generate county 2027
    $HOME/d/holidays/county.yaml:7:13: error: this says no day; expected Jul 4, 3rd Mon Jan, last Mon May, Easter -2, 4th Thu Nov +1, Dec 26 on Mon [holiday-rule]
    $HOME/d/holidays/county.yaml:8:14: error: this says no day; expected Jul 4, 3rd Mon Jan, last Mon May, Easter -2, 4th Thu Nov +1, Dec 26 on Mon [holiday-rule]
    [3]
    $ pmo calendar generate atlantis 2027
    pmo: no rules are called 'atlantis'; there are us_federal, oklahoma, north_carolina, texas, and your own in holidays/NAME.yaml
    [2]

The dates are kept with the calendar, where orders of each year are added by hand.

    $ pmo calendar generate us_federal 2029 --into fairmont | tail -2

    11 added to fairmont   undo: pmo undo
    $ pmo calendar generate us_federal 2029 --into fairmont | tail -4
    2029-11-22  Thu  Thanksgiving Day   (there already)
    2029-12-25  Tue  Christmas Day   (there already)

    0 added to fairmont
