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
    >   - 2026-11-20 PC: a: b
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
    $ cat risks.yaml
    $ pmo risk list --all --format json | diff - ../json
    $ pmo layout risk folder
    $ pmo risk list --all --format json | diff - ../json
    $ diff -r risks ../before

A file that people wrote comes apart as well.

    $ pmo undo; pmo undo; rm -r risks
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
    $ head -n 20 risks/*
    $ pmo risk list --all --format json | diff - ../json

What is not a record stays a person's business.

    $ pmo undo; printf 'RSK5: {title: x}\n' >>risks.yaml
    $ pmo layout risk folder
