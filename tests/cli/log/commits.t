fixture: cadup
needs: git

# The log and git

What the records do not say themselves git knows: which fields changed, when, by whom, and what the
person wrote who committed it. Authors are shown by their handles.

    $ git init --quiet . && echo .cache > .gitignore
    $ git add . && GIT_COMMITTER_DATE='2026-11-01 12:00 -0500' git commit --quiet -m start
    $ pmo risk close 3 --on 2026-11-02 --note 'permit granted'
    RSK-003  active > closed
    $ pmo risk set 3 tags=cjis
    RSK-003  tags - training, - staffing, + cjis
    $ GIT_COMMITTER_DATE='2026-11-02 23:00 -0600' git commit --quiet -am 'after the meeting'
    $ pmo action set 4 due=2026-12-15
    ACT-004  due 2026-12-01 > 2026-12-15
    $ sed -i 's/title: Hire two/title: Hire three/' cadup/actions.yaml
    $ echo '# a remark' >> pmo.yaml
    $ GIT_COMMITTER_DATE='2026-11-03 12:00 -0600' GIT_AUTHOR_NAME='D. Park' GIT_AUTHOR_EMAIL=park@example.org \
    >     git commit --quiet -am 'three, not two'
    $ pmo action set 9 due=2026-12-20
    ACT-009  due 2026-11-13 > 2026-12-20
             due Sun Dec 20 is no working day; the working day before is Fri Dec 18
    $ pmo log RSK-3
    date	who	what	commit
    2026-07-06	PC	added: Not enough dispatch backfill for training	
    2026-08-20	PC	analysed>active: backfill priced	
    2026-11-02	PC	active>closed: permit granted	
    2026-11-02	PC	HR confirmed	
    2026-11-02	PC	tags +cjis -training -staffing (after the meeting)	3bbe1082e6
    $ pmo log ACT-4
    date	who	what	commit
    2026-11-01	PC	added: Hire two call takers from the county pool (start)	fc00c651e1
    2026-11-03	D. Park	title (three, not two)	7d89ee53ce
    2026-11-20	PC	due 2026-12-01>2026-12-15	
    $ pmo log ACT-9
    date	who	what	commit
    2026-11-01	PC	added: Credit memo for the first terminals (start)	fc00c651e1
    2026-11-20	PC	due 2026-11-13>2026-12-20	
    $ pmo log cadup
    date	who	what	commit
    2026-11-01	PC	added: CAD upgrade (start)	fc00c651e1
    $ pmo log --since 2026-11-02
    date	id	who	what	commit
    2026-11-20	ACT-009	PC	due 2026-11-13>2026-12-20	
    2026-11-20	ACT-004	PC	due 2026-12-01>2026-12-15	
    2026-11-06	ISS-006		added: Fiber permit held by right-of-way office	
    2026-11-03	ACT-004	D. Park	title (three, not two)	7d89ee53ce
    2026-11-02	RSK-003	PC	tags +cjis -training -staffing (after the meeting)	3bbe1082e6
    2026-11-02	RSK-003	PC	HR confirmed	
    2026-11-02	RSK-003	PC	active>closed: permit granted	

With --at the story ends there.

    $ pmo --at HEAD~1 log ACT-4
    date	who	what	commit
    2026-11-01	PC	added: Hire two call takers from the county pool (start)	fc00c651e1
    $ pmo --at HEAD~1 log ACT-9
    date	who	what	commit
    2026-11-01	PC	added: Credit memo for the first terminals (start)	fc00c651e1

A record keeps its story when its register becomes a file.

    $ git commit --quiet -am 'one more' && pmo layout risk file && git add . && git commit --quiet -m 'one file'
    risks: 5 records from cadup/risks/ to cadup/risks.yaml
    take it back: pmo undo
    $ pmo risk set 3 tags=ori && git commit --quiet -am 'ori, then'
    RSK-003  tags cjis > ori
    $ pmo log RSK-3 | tail -3
    2026-11-02	PC	tags +cjis -training -staffing (after the meeting)	3bbe1082e6
    2026-11-20	PC	layout: folder>file (one file)	df98150d0d
    2026-11-20	PC	tags +ori -cjis (ori, then)	70f339f776

A commit that adds many records is one line; of many changes it shows the first ones and counts the others.
A limit says how far back to look.

    $ for i in 1 2 3 4 5 6 7 8 9 11 12 13 14 15 16; do printf 'title: Issue %s\n' $i > cadup/issues/ISS-10$i.yaml; done
    $ git add . && GIT_COMMITTER_DATE='2026-11-21 12:00 -0600' git commit --quiet -m 'from the old list'
    $ pmo log --since 2026-11-21
    date	id	who	what	commit
    2026-11-21		PC	added: 15 records (from the old list)	e2e2404eb2
    $ sed -i 's/title: Issue/title: Old issue/' cadup/issues/ISS-10*.yaml && git add .
    $ GIT_COMMITTER_DATE='2026-11-22 12:00 -0600' git commit --quiet -m 'they are old'
    $ pmo log --since 2026-11-22 | cut -f 2- | tail -n 3
    ISS-105	PC	title Issue 5>Old issue 5 (they are old)	24144422c2
    ISS-106	PC	title Issue 6>Old issue 6 (they are old)	24144422c2
    	PC	and 3 more	24144422c2
    $ pmo log --limit 2 --format table
    Date        ID        Who  What                                        Commit
    2026-11-22  ISS-101   PC   title Issue 1>Old issue 1 (they are old)    24144422c2
    2026-11-22  ISS-1011  PC   title Issue 11>Old issue 11 (they are old)  24144422c2
    +20 more
