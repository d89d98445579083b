fixture: cadup
needs: git

# The log and git

What the records do not say themselves git knows: which fields changed, when, by whom, and what the
person wrote who committed it. Authors are shown by their handles.

    $ git init --quiet . && echo .cache > .gitignore
    $ printf '  email: pc@example.org\n' > mail && sed -i '/^PC:/r mail' people.yaml && rm mail
    $ git add . && GIT_COMMITTER_DATE='2026-11-01 12:00 -0500' git commit --quiet -m start
    $ pmo risk close 3 --on 2026-11-02 --note 'permit granted'
    RSK-003  active > closed
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ pmo risk set 3 tags=cjis
    RSK-003  tags - training
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ GIT_COMMITTER_DATE='2026-11-02 23:00 -0600' git commit --quiet -am 'after the meeting'
    $ pmo action set 4 due=2026-12-15
    ACT-004  due 2026-12-01 > 2026-12-15
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ sed -i 's/title: Hire two/title: Hire three/' cadup/actions.yaml
    $ echo '# a remark' >> pmo.yaml
    $ GIT_COMMITTER_DATE='2026-11-03 12:00 -0600' GIT_AUTHOR_NAME='D. Park' GIT_AUTHOR_EMAIL=park@example.org \
    >     git commit --quiet -am 'three, not two'
    $ pmo action set 9 due=2026-12-20
    ACT-009  due 2026-11-13 > 2026-12-20
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ pmo log RSK-3
    date	who	what
    2026-07-06	PC	added: Not enough dispatch backfill for training
    2026-08-20	PC	analysed>active: backfill priced
    2026-11-02	PC	active>closed: permit granted
    2026-11-02	PC	HR confirmed
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo log ACT-4
    date	who	what	commit
    2026-11-01	PC	added: Hire two call takers from the county pool (start)	f813338552
    2026-11-03	D. Park	title, due 2026-12-01>2026-12-15 (three, not two)	daeba5b6ef
    2026-11-20	PC	due 2026-12-01>2026-12-15	
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo log ACT-9
    date	who	what	commit
    2026-11-01	PC	added: Credit memo for the first terminals (start)	f813338552
    2026-11-20	PC	due 2026-11-13>2026-12-20	
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo log cadup
    date	who	what	commit
    2026-11-01	PC	added: CAD upgrade (start)	f813338552
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo log --since 2026-11-02
    date	id	who	what	commit
    2026-11-20	ACT-009	PC	due 2026-11-13>2026-12-20	
    2026-11-20	ACT-004	PC	due 2026-12-01>2026-12-15	
    2026-11-06	ISS-006		added: Fiber permit held by right-of-way office	
    2026-11-03	ACT-004	D. Park	title, due 2026-12-01>2026-12-15 (three, not two)	daeba5b6ef
    2026-11-02	RSK-003	PC	HR confirmed	
    2026-11-02	RSK-003	PC	active>closed: permit granted	
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]

With --at the story ends there.

    $ pmo --at HEAD~1 log ACT-4
    date	who	what	commit
    2026-11-01	PC	added: Hire two call takers from the county pool (start)	f813338552
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo --at HEAD~1 log ACT-9
    date	who	what	commit
    2026-11-01	PC	added: Credit memo for the first terminals (start)	f813338552
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]

A record keeps its story when its register becomes a file.

    $ git commit --quiet -am 'one more' && pmo layout risk file && git add . && git commit --quiet -m 'one file'
    risks: 5 records from cadup/risks/ to cadup/risks.yaml
    take it back: pmo undo
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ pmo risk set 3 tags=ori && git commit --quiet -am 'ori, then'
    RSK-003  tags cjis > ori
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    $ pmo log RSK-3 | tail -3
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    2026-11-20	PC	remove: Not enough dispatch backfill for training (one file)	7823c18587
    2026-11-20	PC	added: Not enough dispatch backfill for training (one file)	7823c18587
    2026-11-20	PC	tags +ori -cjis (ori, then)	dcc91f6338

A commit with many files shows the first ones and counts the others; a limit says how far back to look.

    $ for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do printf 'title: Issue %s\n' $i > cadup/issues/ISS-1$i.yaml; done
    $ git add . && GIT_COMMITTER_DATE='2026-11-21 12:00 -0600' git commit --quiet -m 'from the old list'
    $ pmo log --since 2026-11-21
    date	id	who	what	commit
    2026-11-21	cadup/issues/ISS-11.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21	ISS-110	PC	added: Issue 10 (from the old list)	cb2ff4d530
    2026-11-21	ISS-111	PC	added: Issue 11 (from the old list)	cb2ff4d530
    2026-11-21	ISS-112	PC	added: Issue 12 (from the old list)	cb2ff4d530
    2026-11-21	ISS-113	PC	added: Issue 13 (from the old list)	cb2ff4d530
    2026-11-21	ISS-114	PC	added: Issue 14 (from the old list)	cb2ff4d530
    2026-11-21	ISS-115	PC	added: Issue 15 (from the old list)	cb2ff4d530
    2026-11-21	cadup/issues/ISS-12.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21	cadup/issues/ISS-13.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21	cadup/issues/ISS-14.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21	cadup/issues/ISS-15.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21	cadup/issues/ISS-16.yaml	PC	edit (from the old list)	cb2ff4d530
    2026-11-21		PC	and 3 more	cb2ff4d530
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
    $ pmo log --limit 2 --format table
    Date        ID                        Who  What                                 Commit
    2026-11-21  cadup/issues/ISS-11.yaml  PC   edit (from the old list)             cb2ff4d530
    2026-11-21  ISS-110                   PC   added: Issue 10 (from the old list)  cb2ff4d530
    +20 more
    people.yaml:13:3: error: 'email' stands here twice; only the first one counts [yaml-duplicate-key]
    [3]
