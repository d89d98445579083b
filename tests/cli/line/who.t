fixture: cadup
needs: git

# Who does it

Without PMO_USER and a configuration, git's e-mail is looked up in people.yaml.

    $ cd cadup; unset PMO_USER
    $ git config --global user.email stranger@example.org
    $ pmo risk close RSK-1
    error: who does this? 'close' is recorded with a name [who]
    [2]
    $ pmo risk mine
    pmo: whose? nobody knows who you are: set PMO_USER to your handle
    [2]
    $ pmo risk close RSK-1 --by NET
    RSK-001  identified > closed
    $ git config --global user.email pc@example.org
    $ pmo risk close RSK-2; tail -n 1 risks/RSK-002.yaml
    RSK-002  analysed > closed
      - 2026-11-20 analysed>closed PC

The user's own configuration says it, too.

    $ mkdir -p ~/.config/pmo; echo 'user: NET' >~/.config/pmo/config.yaml
    $ pmo risk --all mine --format ids
    RSK-004
    RSK-005
    RSK-001
