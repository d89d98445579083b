fixture: cadup
needs: git

# A repository that would run programs

Somebody sends a folder with a `.git` whose settings name programs. Whoever reads runs none of them.

    $ git init --quiet . && printf '* filter=evil diff=evil\n' > .gitattributes
    $ git add . && git commit --quiet -m start
    $ cat > evil <<'END'
    > #!/bin/sh
    > echo "$0 $*" >> "$HOME/ran"
    > cat
    > END
    $ chmod +x evil && mkdir hooks && for hook in post-index-change post-checkout pre-commit reference-transaction
    > do cp evil hooks/$hook; done
    $ for key in core.fsmonitor core.pager core.editor core.sshCommand core.gitProxy core.askPass gpg.program \
    >     diff.external diff.evil.command diff.evil.textconv filter.evil.clean filter.evil.smudge \
    >     filter.evil.process credential.helper pager.log pager.rev-list uploadpack.packObjectsHook \
    >     core.alternateRefsCommand interactive.diffFilter sequence.editor
    > do git config $key "$HOME/evil"; done
    $ git config core.hooksPath "$HOME/hooks" && git config log.showSignature true
    $ for word in cat-file rev-parse rev-list log; do git config alias.$word "!$HOME/evil"; done
    $ rm -f ran
    $ pmo --at HEAD risk list --format ids | wc -l
    4
    $ pmo --at 2026-11-21 risk list --format ids | wc -l
    4
    $ echo '# seen' >> cadup/risks/RSK-003.yaml
    $ pmo log --limit 3 --format tsv | wc -l
    4
    $ pmo log RSK-3 | wc -l
    5
    $ pmo log TSK-1 | wc -l
    2
    $ pmo risk list --where 'owner = me' --format ids
    $ cat ran
    cat: ran: No such file or directory
    [1]

Objects that are not there could be fetched, and fetching can run programs.

    $ blob=$(git rev-parse HEAD:cadup/risks/RSK-001.yaml)
    $ rm -f .git/objects/$(echo $blob | sed 's|^..|&/|')
    $ git config core.repositoryFormatVersion 1 && git config extensions.partialClone origin
    $ git config remote.origin.promisor true && git config protocol.ext.allow always
    $ git config remote.origin.url "ext::sh -c $HOME/evil% fetch"
    $ pmo --at HEAD risk show RSK-1
    RSK-001  (no title)
             identified

    its file cannot be read
    cadup/risks/RSK-001.yaml: error: this clone does not have its text of then [git-object]
    [3]
    $ git config remote.origin.url "file://$HOME" && git config remote.origin.uploadpack "$HOME/evil"
    $ pmo --at HEAD risk list --format ids | wc -l
    cadup/risks/RSK-001.yaml: error: this clone does not have its text of then [git-object]
    4
    $ cat ran
    cat: ran: No such file or directory
    [1]

A replaced object is not believed, and a variable that points at another repository is not followed.

    $ mkdir other && git init --quiet other
    $ GIT_DIR=other/.git pmo --at HEAD risk list --format ids | wc -l
    cadup/risks/RSK-001.yaml: error: this clone does not have its text of then [git-object]
    4
    $ git replace --force HEAD:people.yaml HEAD:pmo.yaml && pmo --at HEAD person list --format ids | sed 1q
    0000000000000000000000000000000000000000 7057e186492970ce5913867d16bd4be6dc7cbe3f refs/replace/f8abc39ffe65aa15dc13df94302a8575233eacdf
    0000000000000000000000000000000000000000 7057e186492970ce5913867d16bd4be6dc7cbe3f refs/replace/f8abc39ffe65aa15dc13df94302a8575233eacdf
    DSP

All this while git itself, asked for what changed, would have run it.

    $ git diff > diff 2>&1
    $ test -s ran && echo it ran
    it ran
