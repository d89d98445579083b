fixture: cadup
needs: git

# What a project shares with others

People and vendors are the workspace's. What changes in their files is told in the log of the
project, too; a level that an issue got is told by its short name.

    $ git init --quiet . && echo .cache > .gitignore && echo 'commit: auto' >> pmo.yaml
    $ git add . && GIT_COMMITTER_DATE='2026-11-01 12:00 -0500' git commit --quiet -m start
    $ pmo set NET phone=555-0100
    NET  phone none > 555-0100
    $ pmo issue escalate 6 escalation_level=2
    ISS-006  waiting > escalated, escalation_level none > 2, escalated_on none > 2026-11-20
    $ sed -i 's/^  name: Dana.*/&, Jr./' people.yaml
    $ git log -2 --format=%s
    ISS-006 escalate: waiting>escalated, level none>2
    NET set: phone none>555-0100
    $ pmo log --since 2026-11-20
    date	id	who	what	commit
    2026-11-20	DSP		name Dana Spencer>Dana Spencer, Jr.	not committed
    2026-11-20	ISS-006	PC	escalate: level none>2	898dd9fedd
    2026-11-20	NET	PC	phone none>555-0100	8f544fd37e
    2026-11-20	ISS-006	PC	waiting>escalated	
    $ git commit --quiet -am 'a promotion'
    $ pmo log DSP | tail -n 1
    2026-11-20	PC	name Dana Spencer>Dana Spencer, Jr. (a promotion)	adf818b1e3
    $ pmo log --since 2026-11-20
    date	id	who	what	commit
    2026-11-20	DSP	PC	name Dana Spencer>Dana Spencer, Jr. (a promotion)	adf818b1e3
    2026-11-20	ISS-006	PC	escalate: level none>2	898dd9fedd
    2026-11-20	NET	PC	phone none>555-0100	8f544fd37e
    2026-11-20	ISS-006	PC	waiting>escalated	

Another project's files are not.

    $ mkdir bwc && printf 'title: Body cameras\nstatus: active\n' > bwc/project.yaml && git add . && git commit --quiet -m 'a new project'
    $ pmo -p cadup log --since 2026-11-20 | grep -c Body
    0
    [1]
    $ pmo -p bwc log --since 2026-11-20 | grep -e Body -e phone
    2026-11-20	bwc	PC	added: Body cameras (a new project)	fe99285bc8
    2026-11-20	NET	PC	phone none>555-0100	8f544fd37e
