# Records that are written in every way YAML has

What they say stays, and so do their comments, line ends and order, there and back.

    $ mkdir w; cd w; pmo init W w >out; cd w; mkdir risks
    $ cat >risks/RSK-001.yaml <<'END'
    > # about the record
    > 
    > # more about it
    > title: "quoted: with colon"   # behind a value
    > tags: [a,   # in a list
    >   "b, c"]
    > links:
    > - ISS-001
    > -   ISS-002   # wide
    > response: |
    >   first line
    >     deeper
    > 
    >   # no comment, text
    > trigger: >-
    >   folded
    >   text
    > contingency: |2
    >     two more
    > effect: plain text
    >   that goes on
    > notes:
    >   - 2026-11-20 PC: a, b
    >   # before the next
    >   - 'it''s'
    > # at the end
    > END
    $ printf 'title: windows\r\ntags:\r\n  - one\r\n\r\n  - two  # c\r\n' >risks/RSK-002.yaml
    $ printf -- '---\ntitle: marked\n' >risks/RSK-003.yaml
    $ printf '{title: flow, tags: [x, y]}\n' >risks/RSK-004.yaml
    $ printf '# only a comment\n' >risks/RSK-005.yaml
    $ : >risks/RSK-006.yaml
    $ printf 'title: kept\nresponse: |+\n  text\n\n\n' >risks/RSK-007.yaml
    $ printf '\357\273\277title: marked at the start\n' >risks/RSK-008.yaml
    $ printf 'title: no line end' >risks/RSK-1000.yaml
    $ pmo risk list --all --format json >../json; cp -r risks ../before
    $ pmo layout risk file
    risks: 9 records from w/risks/ to w/risks.yaml
    take it back: pmo undo
    $ cat risks.yaml
    # about the record

    # more about it
    RSK-001:
      title: "quoted: with colon"   # behind a value
      tags: [a,   # in a list
        "b, c"]
      links:
      - ISS-001
      -   ISS-002   # wide
      response: |
        first line
          deeper

        # no comment, text
      trigger: >-
        folded
        text
      contingency: |2
          two more
      effect: plain text
        that goes on
      notes:
        - 2026-11-20 PC: a, b
        # before the next
        - 'it''s'
      # at the end

    RSK-002:^M
      title: windows^M
      tags:^M
        - one^M
    ^M
        - two  # c^M
    ^M
    RSK-003:
      title: marked

    RSK-004:
      {title: flow, tags: [x, y]}

    RSK-005:
      # only a comment

    RSK-006:

    RSK-007:
      title: kept
      response: |+
        text


    RSK-008:
      title: marked at the start

    RSK-1000:
      title: no line end
    $ pmo risk list --all --format json | diff - ../json
    $ pmo layout risk folder
    risks: 9 records from w/risks.yaml to w/risks/
    take it back: pmo undo
    $ pmo risk list --all --format json | diff - ../json
    $ diff -r risks ../before
    diff -r risks/RSK-003.yaml ../before/RSK-003.yaml
    0a1
    > --- (text)
    diff -r risks/RSK-008.yaml ../before/RSK-008.yaml
    1c1
    < title: marked at the start
    ---
    > ﻿title: marked at the start (text)
    diff -r risks/RSK-1000.yaml ../before/RSK-1000.yaml
    1c1
    < title: no line end
    ---
    > title: no line end (text)
    \ No newline at end of file
    [1]

A file that people wrote comes apart as well.

    $ pmo undo; pmo undo; rm -r risks
    took back: pmo layout risk folder   (2026-11-20 PC, 10 files)
    took back: pmo layout risk file   (2026-11-20 PC, 10 files)
    $ cat >risks.yaml <<'END'
    > # the register's own comment
    > 
    > RSK-001:   # behind the key
    >     title: four blanks
    >     response: |
    >         text
    >         more
    > 
    > # a headline
    > 
    > # above the second
    > RSK-002: {title: flow,
    >   tags: [a]}
    > RSK-003:
    > RSK-004:
    >   title: last
    >   # belongs to the last
    > # at the end
    > END
    $ cp risks.yaml ../file; pmo risk list --all --format json >../json
    $ pmo layout risk folder
    risks: 4 records from w/risks.yaml to w/risks/
    take it back: pmo undo
    $ head -n 20 risks/*
    ==> risks/RSK-001.yaml <==
    # the register's own comment

    # behind the key
    title: four blanks
    response: |
        text
        more

    ==> risks/RSK-002.yaml <==
    # a headline

    # above the second
    {title: flow,
    tags: [a]}

    ==> risks/RSK-003.yaml <==

    ==> risks/RSK-004.yaml <==
    title: last
    # belongs to the last
    # at the end
    $ pmo risk list --all --format json | diff - ../json

What is not a record stays a person's business.

    $ pmo undo; printf 'RSK5: {title: x}\n' >>risks.yaml
    took back: pmo layout risk folder   (2026-11-20 PC, 5 files)
    $ pmo layout risk folder
    w/risks.yaml:19:1: warning: 'RSK5' is no id of risks [id-unknown]
    w/risks.yaml:19:1: error: this is no record of the register [layout-refused]
    [3]
