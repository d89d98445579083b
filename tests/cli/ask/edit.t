needs: python3

# Answers edited before they are applied

On a terminal `pmo take` asks. With `e` the changes open in the editor, a line each; what is left of them
is shown, and asked about, again.

    $ pmo demo office >/dev/null && cd office && export PMO_PROJECT=cadup
    $ pmo set TSK-31 percent=50 remaining=7d > /dev/null; pmo ask V2 --due wed > /dev/null
    $ cat >v2.eml <<'END'
    > From: Victor Lang <Victor.Lang@harborlight.example>
    > Subject: RE: where do we stand? CHK-018, by Wed Nov 25
    > Message-ID: <abc@harborlight.example>
    >
    > 5.4 percent done: 45
    > 5.4 days left: 10
    > 5.4 note: all hands are on it
    > issue: the state asks for one more form
    > END
    $ cat >says.py <<'END'
    > import os, pty, sys
    > child, terminal = pty.fork()
    > if child == 0:
    >     os.execvp('pmo', ['pmo', '--color', 'never', 'take', 'v2.eml'])
    > seen, answers = b'', sys.argv[1:]
    > while True:
    >     try:
    >         piece = os.read(terminal, 4096)
    >     except OSError:
    >         break
    >     seen += piece
    >     if seen.endswith(b'[y/n/e] ') and answers and piece:
    >         os.write(terminal, answers.pop(0).encode() + b'\n')
    > sys.stdout.write(seen.decode().replace('\r', ''))
    > os.waitpid(child, 0)
    > END
    $ printf '#!/bin/sh\ncp "$1" shown; sed -i "s/percent=45/percent=60/; /^new_issue/d" "$1"\n' > editor
    $ chmod +x editor; EDITOR=./editor; export EDITOR; unset VISUAL
    $ python3 says.py e n
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    No answer: FLT, QA
    Apply? [y/n/e] e
    V2    5.4  50 → 60 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    No answer: FLT, QA
    Apply? [y/n/e] n
    Nothing is changed.
    $ cat shown
    # What the answers change. Take lines out, or change what stands after the
    # equals sign; only what somebody was asked can be changed.

    [CHK-018] V2, v2.eml
    TSK-031 percent=45
    TSK-031 remaining=10d
    TSK-031 note=all hands are on it
    new_issue=the state asks for one more form

Only what somebody was asked can be changed; what cannot be read is told, and the question stands.

    $ printf '#!/bin/sh\necho "TSK-026 percent=99" >> "$1"\n' > editor; python3 says.py e n
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    No answer: FLT, QA
    Apply? [y/n/e] e
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    V2    4.9 percent done  not taken, not asked of V2: 99
    No answer: FLT, QA
    Apply? [y/n/e] n
    Nothing is changed.
    $ printf '#!/bin/sh\necho "TSK-031 owner=PC" >> "$1"\n' > editor; python3 says.py e n
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    No answer: FLT, QA
    Apply? [y/n/e] e
    pmo: line 9: 'owner' is no question about TSK-031; nothing of it is taken, e
         opens it again
    Apply? [y/n/e] n
    Nothing is changed.
    $ printf '#!/bin/sh\nexit 1\n' > editor; python3 says.py e n
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    No answer: FLT, QA
    Apply? [y/n/e] e
    pmo: the editor './editor' ended with 1, so nothing was changed
    Apply? [y/n/e] n
    Nothing is changed.
    $ printf '#!/bin/sh\nrm "$1"\n' > editor; python3 says.py e n | tail -n 2
    Apply? [y/n/e] n
    Nothing is changed.
    $ printf '#!/bin/sh\nprintf "\\0" > "$1"\n' > editor; python3 says.py e n | tail -n 2
    Apply? [y/n/e] n
    Nothing is changed.

Then it is applied.

    $ printf '#!/bin/sh\nsed -i "s/percent=45/percent=60/; /^new_issue/d" "$1"\n' > editor; python3 says.py e y
    V2    5.4  50 → 45 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    V2    new issue: the state asks for one more form
    No answer: FLT, QA
    Apply? [y/n/e] e
    V2    5.4  50 → 60 %,  7 → 10 days left,  note: all hands are on it
               Build complete Dec 3 → Dec 8,  go-live +3 d
    No answer: FLT, QA
    Apply? [y/n/e] y
    3 changes from 1 check-in applied      undo: pmo undo
    go-live moves +3 d: tell management with  pmo notice go-live
    $ pmo show TSK-31 | grep -E '^ *(percent|remaining) '
    percent        60%
    remaining      10d
    $ pmo show TSK-31 | grep 'from CHK-018'
                   2026-11-20 percent 50>60 V2: from CHK-018, taken in by PC
                   2026-11-20 remaining 7d>10d V2: from CHK-018, taken in by PC
