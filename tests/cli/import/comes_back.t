fixture: cadup

# A list that comes back weeks later

The list of all risks goes to somebody for comments. Its last column says what each record was.

    $ pmo export risks.csv --register risk
    pmo: risks.csv: risks, as csv
    $ head -1 risks.csv | tr , '\n' | tail -2
    confidential
    _rev

As it is, it changes nothing. Where its columns go is no news; a heading that somebody changed is.

    $ pmo import risks.csv --dry-run
    risks.csv: 5 rows, commas, UTF-8; to risks of cadup (by the file's name)

    A list of pmo's own: rows by their ids, 33 columns to the fields of their names;
    not read: score, band, external.

    Adds 0, updates 0, unchanged 5; 0 problems.
    $ sed '1s/,trigger,/,sign,/' risks.csv >renamed.csv; pmo import renamed.csv --register risk --dry-run | grep sign
    not read: score, band, sign, external.
    $ pmo import risks.csv --yes | tail -1
    Added 0, updated 0, unchanged 5; 0 problems.

Meanwhile two things change here: an owner, and the date of the next review.

    $ pmo risk set RSK-3 owner=PROC next_review=2026-12-15
    RSK-003  owner DSP > PROC, next_review 2026-11-24 > 2026-12-15

There a title changes, and the same owner, to somebody else.

    $ sed '/^RSK-003/ { s/dispatch backfill/backfill/; s/,DSP,/,NET,/; }' risks.csv > edited.csv
    $ pmo import edited.csv --register risk --dry-run | sed -n '/^Row/,$p'
    Row  ID       Field  Now                            Becomes
      2  RSK-003  title  Not enough dispatch backfill   Not enough backfill for
                         for training                   training

    Changed here and in the list since it was made (1); none of it is written:
    Row  ID       Field  Here  In the list
      2  RSK-003  owner  PROC  NET
    --theirs takes what the list says, --ours keeps what is here.

    Adds 0, updates 1, unchanged 4; 0 problems.
    1 value was changed here since the list was made and not in the list; that stays.

What only one side changed is merged; what both did waits for somebody to choose.

    $ pmo import edited.csv --register risk --yes | tail -8

    Changed here and in the list since it was made (1); none of it is written:
    Row  ID       Field  Here  In the list
      2  RSK-003  owner  PROC  NET
    --theirs takes what the list says, --ours keeps what is here.

    Added 0, updated 1, unchanged 4; 0 problems.
    1 value was changed here since the list was made and not in the list; that stays.
    $ pmo show RSK-3 | grep -E '^(RSK|owner|next_review)'
    RSK-003  Not enough backfill for training
    owner                  PROC  Priya Rocco
    next_review            2026-12-15

A script sees that something waits: the exit status is 1.

    $ pmo import edited.csv --register risk --yes >out
    [1]

Either side can be chosen.

    $ pmo import edited.csv --register risk --ours --yes | tail -3
    Added 0, updated 0, unchanged 5; 0 problems.
    1 value was changed here since the list was made and not in the list; that stays.
    1 value was changed on both sides; the one here stays.
    $ pmo import edited.csv --register risk --theirs --yes | tail -3
    Added 0, updated 1, unchanged 4; 0 problems.
    1 value was changed here since the list was made and not in the list; that stays.
    1 value was changed on both sides; the list's is taken.
    $ pmo show RSK-3 | grep '^owner'
    owner                  NET  Noel Teague
    $ pmo import edited.csv --register risk --theirs --ours
    pmo: --ours and --theirs are two answers to one question; say one
    [2]

A state that moved on here is not one to be refused.

    $ pmo risk watch RSK-2
    RSK-002  analysed > watch
    $ pmo import risks.csv --dry-run | tail -2
    Adds 0, updates 0, unchanged 5; 0 problems.
    4 values were changed here since the list was made and not in the list; that stays.

A list without that column is compared with what is there now: each difference is to be looked at.

    $ sed -n '1p; /^RSK-003/p' risks.csv | cut -d , -f 1-5 > plain.csv
    $ pmo import plain.csv --register risk --dry-run | sed -n '/^Row/,$p'
    Row  ID       Field  Now                            Becomes
      2  RSK-003  title  Not enough backfill for        Not enough dispatch backfill
                         training                       for training
      2  RSK-003  owner  NET                            DSP

    Adds 0, updates 1, unchanged 0; 0 problems.

Lists for programs have no such column.

    $ pmo risk --all --format csv | head -1
    id,title,score,band,owner,next_review,status
    $ pmo export --register risk --format json | grep -c '"_rev"'
    0
    [1]
