# The lines of docs/crontab, each of them twice on one day

Each line is a command of cron; what they write they write once.

    $ pmo demo d > /dev/null; export PMO_DATA=$HOME/d
    $ pmo help > /dev/null; doc=$(dirname "$FIXTURES")/../docs/crontab; test -f "$doc" && echo found
    found
    $ sed -n 's|/srv/www/projects|'"$HOME"'/www|; s/^[0-9*][0-9*,-]*\( *[0-9*][0-9*,-]*\)\{4\} *//p' "$doc" > lines
    $ grep -c '' lines
    7
    $ runs() { while read -r line; do echo "> ${line#pmo -C \"\$PMO_DATA\" }"; sh -c "$line" < /dev/null; echo "exit $?"; done < lines; }
    $ runs 2>&1 | grep -v '^[a-z]*/.*warning\|^ \|^$' | sed 's|'"$HOME"'|HOME|'
    > today --mail coordinator --quiet-if-empty (text)
    1 draft in outbox/
    exit 0
    > -p cadup ask --due thu (text)
    13 drafts in outbox/ (open in any mail program); QA is away until Nov 27: sent to DSP
    exit 0
    > digest --mail --per-person --quiet-if-empty (text)
    22 drafts in outbox/
    exit 0
    > -p cadup escalate --due --draft (text)
    ISS-006  Marian Holt, level 2: draft in outbox/2026-11-20-escalate-iss-006-2.eml
    exit 0
    > remind expiries --days 90,60,30 --mail (text)
    3 drafts in outbox/
    exit 0
    > publish HOME/www (text)
    51 pages for internal in HOME/www: 0 gone
    exit 0
    > check --strict (text)
    hint: pmo set ACT-010 owner=…
    hint: escalate it, or agree on another date: pmo set ID due=DATE
    hint: pmo set RSK-004 owner=…
    0 errors, 3 warnings; 38 advice more with --all
    exit 1
    $ (cd d; find . -path ./.pmo -prune -o -type f -print | sort | xargs cksum) > one
    $ runs > second 2>&1
    $ (cd d; find . -path ./.pmo -prune -o -type f -print | sort | xargs cksum) | cmp - one && echo unchanged
    unchanged
    $ grep -c 'drafts in outbox' second
    0
    [1]
