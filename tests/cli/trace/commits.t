needs: git

# Commits are part of the chain

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ git init -q && git add -A && git commit -qm start
    $ pmo risk occur RSK-2 > /dev/null && git add -A && git commit -qm 'ships in January'
    $ pmo trace ISS-11 | sed -n '/^Commits/,/^Records/p' | cut -c 12-


     Date    Who  Record   What
     Nov 20  PC   ISS-011  add Terminals late at the reseller
     Nov 20  PC   RSK-002  occur active>occurred, became none>ISS-011
     Nov 20  PC   RSK-002  add Terminals late at the reseller

    the chain
