# The workspace as web pages

    $ pmo demo d > /dev/null; cd d
    $ pmo publish ../site
    51 pages for internal in ../site: 0 gone
    $ ls ../site ../site/cadup
    ../site:
    bwcst
    cadup
    index.html
    netref
    people
    pmo-publish.txt

    ../site/cadup:
    actions.html
    decisions.html
    index.html
    plan.html
    raid.html
    reports.html
    $ (cd ../site; find . -type f | sort | xargs cksum) > one; rm -r ../site
    $ pmo publish ../site > /dev/null; (cd ../site; find . -type f | sort | xargs cksum) | cmp - one && echo same
    same

Every link leads to a page, and none leads out.

    $ cd ../site; for f in $(find . -name '*.html'); do
    > for l in $(grep -o 'href="[^"]*"' $f | sed 's/^href="//;s/"$//'); do
    > case $l in '#'*|mailto:*) ;; *) test -f "$(dirname $f)/$l" || echo "$f: $l";; esac; done; done; cd ../d
    $ grep -l '<script\|src=\|href="http\|url(' -r ../site
    [1]

With -p only that project is in it; the pages of the others are taken away. PMO_PROJECT says
where somebody works, not what others are to see.

    $ pmo publish ../one -p cadup
    39 pages for internal in ../one: 0 gone
    $ ls ../one
    cadup
    index.html
    people
    pmo-publish.txt
    $ grep -l -r -i 'bwcst\|netref' ../one
    [1]
    $ PMO_PROJECT=cadup pmo publish ../one -n
    51 pages for internal in ../one (not written): 0 gone

A page that is gone is taken away; a file of somebody else stays.

    $ echo mine > ../site/mine.txt; rm -r netref
    $ pmo publish ../site
    45 pages for internal in ../site: 6 gone
    $ ls ../site
    bwcst
    cadup
    index.html
    mine.txt
    people
    pmo-publish.txt

A folder that is not its own is left alone.

    $ mkdir ../other; echo mine > ../other/mine.txt
    $ pmo publish ../other
    pmo: ../other holds other files and was not made by pmo publish; give it an empty or a new folder
    [3]

A list that was tampered with leads nowhere.

    $ echo keep > ../keep.html; printf '../keep.html\n/etc/keep.html\n' >> ../site/pmo-publish.txt
    $ pmo publish ../site; cat ../keep.html
    45 pages for internal in ../site: 0 gone
    keep

Outside sees what is let out, and nothing that is confidential.

    $ pmo publish ../public --audience public
    pmo: no project is for this audience; let one out with: pmo set project visibility=public
    [3]
    $ export PMO_PROJECT=cadup
    $ pmo set project visibility=public --note go > /dev/null; pmo set MS-7 visibility=public > /dev/null
    $ pmo set RSK-5 visibility=vendor > /dev/null; pmo set RSK-3 visibility=public confidential=yes > /dev/null
    $ pmo publish ../public --audience public; pmo publish ../vendor --audience vendor
    7 pages for public in ../public: 0 gone
    7 pages for vendor in ../vendor: 0 gone
    $ ls ../public
    cadup
    index.html
    pmo-publish.txt
    $ grep -l 'Go-live' -r ../public | sort
    ../public/cadup/index.html
    ../public/cadup/plan.html
    ../public/index.html
    $ grep -rl 'RSK-003\|MS-005\|1,200,000\|Ortega' ../public ../vendor
    [1]
    $ grep -rl 'RSK-005' ../public ../vendor
    ../vendor/cadup/raid.html
    $ pmo set project confidential=yes > /dev/null; pmo publish ../vendor --audience vendor
    pmo: no project is for this audience; let one out with: pmo set project visibility=vendor
    [3]
    $ pmo publish ../x --audience everybody
    pmo: --audience: 'everybody' is none of internal, vendor, public
    [2]
