# Invitations: drafted, changed, called off

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo agenda MTG-7 --ics | tr -d '\r'
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//pmo//meetings//EN
    METHOD:REQUEST
    BEGIN:VTIMEZONE
    TZID:America/Chicago
    BEGIN:DAYLIGHT
    DTSTART:20250309T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
    TZOFFSETFROM:-0600
    TZOFFSETTO:-0500
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20251102T020000
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
    TZOFFSETFROM:-0500
    TZOFFSETTO:-0600
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:mtg-007.cadup@fairmont-county.pmo.invalid
    SEQUENCE:0
    DTSTAMP:20261120T000000Z
    DTSTART;TZID=America/Chicago:20261125T100000
    DTEND;TZID=America/Chicago:20261125T110000
    SUMMARY:Steering committee\, November
    LOCATION:Room 210
    DESCRIPTION:Decide on the order of tests.
    ORGANIZER;CN="Pat Coordinator":mailto:pc@example.org
    ATTENDEE;CN="Marian Holt";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
     RUE:mailto:marian.holt@fairmont.example
    ATTENDEE;CN="Dana Spencer";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
     TRUE:mailto:dana.spencer@fairmont.example
    ATTENDEE;CN="Fiona Reyes";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
     RUE:mailto:fiona.reyes@fairmont.example
    ATTENDEE;CN="Sam Whitfield";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP
     =TRUE:mailto:sam.whitfield@fairmont.example
    ATTENDEE;CN="Luis Ortega";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
     RUE:mailto:luis.ortega@fairmont.example
    ATTENDEE;CN="Cora Ibarra";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
     RUE:mailto:cora.ibarra@fairmont.example
    STATUS:CONFIRMED
    END:VEVENT
    END:VCALENDAR
    $ pmo agenda steering --send
    MTG-007  agenda and invitation for 6 people
             draft in outbox/2026-11-20-agenda-cadup-mtg-007-1.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo agenda steering --send
    MTG-007  agenda and invitation for 6 people
             draft in outbox/2026-11-20-agenda-cadup-mtg-007-1.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo show MTG-7 | sed -n 2p
             agenda_sent since Nov 20 (0 d)

A new time is the same event with a higher number; called off is a message, too:

    $ event() { pmo agenda MTG-7 --ics | tr -d '\r' | sed '/^BEGIN:VTIMEZONE/,/^END:VTIMEZONE/d' | grep -E '^(METHOD|UID|SEQUENCE|DTSTART|STATUS)'; }
    $ pmo set MTG-7 start='2026-11-25 13:00' end='2026-11-25 14:00' > /dev/null
    $ event
    METHOD:REQUEST
    UID:mtg-007.cadup@fairmont-county.pmo.invalid
    SEQUENCE:2
    DTSTART;TZID=America/Chicago:20261125T130000
    STATUS:CONFIRMED
    $ pmo agenda MTG-7 --send
    MTG-007  agenda and invitation for 6 people
             draft in outbox/2026-11-20-agenda-cadup-mtg-007-2.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo meeting cancel MTG-7 --note 'sponsor is away'
    MTG-007  agenda_sent > cancelled
    $ event
    METHOD:CANCEL
    UID:mtg-007.cadup@fairmont-county.pmo.invalid
    SEQUENCE:3
    DTSTART;TZID=America/Chicago:20261125T130000
    STATUS:CANCELLED
    $ pmo agenda MTG-7 --send
    MTG-007  cancellation for 6 people
             draft in outbox/2026-11-20-agenda-cadup-mtg-007-3.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ grep -c 'method=CANCEL' outbox/*mtg-007-3.eml
    1

A meeting keeps its hour over the change of the clocks, and a zone of its own where it names one:

    $ pmo set MTG-6 start='2027-07-01 09:00' end='2027-07-01 12:00' > /dev/null
    $ pmo agenda MTG-6 --ics | tr -d '\r' | grep -E '^DT(START|END);'
    DTSTART;TZID=America/Chicago:20270701T090000
    DTEND;TZID=America/Chicago:20270701T120000
    $ pmo set MTG-6 start='2027-07-01 09:00 America/Phoenix' end='2027-07-01 10:00 America/Denver' > /dev/null
    $ pmo agenda MTG-6 --ics | tr -d '\r' | grep -E '^DT(START|END);|^TZ'
    TZID:America/Phoenix
    TZOFFSETFROM:-0700
    TZOFFSETTO:-0700
    DTSTART;TZID=America/Phoenix:20270701T090000
    DTEND;TZID=America/Phoenix:20270701T090000
    $ pmo set MTG-6 start='2027-07-01 09:00' end='2027-07-01 12:00' > /dev/null

A confidential meeting does not go outside, and vendors read of nothing that is internal:

    $ pmo agenda MTG-6 --send
    MTG-006  agenda and invitation for 5 people
             draft in outbox/2026-11-20-agenda-cadup-mtg-006-4.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ grep -c PUR-003 outbox/*mtg-006*.eml
    0
    [1]
    $ pmo set MTG-6 confidential=yes > /dev/null
    $ PMO_TODAY=2026-11-21 pmo agenda MTG-6 --send
    MTG-006  agenda and invitation for 4 people
             draft in outbox/2026-11-21-agenda-cadup-mtg-006-4.eml
    left out: V1 (outside, and this is confidential)
    No sendmail here: the draft is left in outbox/; open it in your mail program.
