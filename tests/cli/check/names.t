# Names that nobody reads

    $ pmo demo d >out; cd d/cadup; rm permits.yaml actions.yaml risks/RSK-0*
    $ echo 'title: a' >risks/RSK-003.yaml; cp risks/RSK-003.yaml 'risks/RSK-003 (copy).yaml'
    $ cp risks/RSK-003.yaml risks/rsk-3.yml; cp risks/RSK-003.yaml risks/rsk-7.YML
    $ ln -s RSK-003.yaml risks/RSK-020.yaml; mkdir Issue; echo 'RSK-001: {title: b}' >risks.yaml
    $ pmo check . --format tsv | grep -E 'name|type|link|layout' | cut -f 1,4,5,7
    cadup/risks.yaml	error	layout-both	there is a folder cadup/risks too; only the folder is read
    cadup/risks/RSK-020.yaml	error	link	is a link or lies behind one
    cadup/Issue	warning	register-name	this is not read: issues stand in issues.yaml or in the folder issues
    cadup/risks/RSK-003 (copy).yaml	warning	file-name	this is not read: a record's file is called RSK-003.yaml
    cadup/risks/rsk-3.yml	warning	file-name	this is not read: a record's file is called RSK-003.yaml
    cadup/risks/rsk-7.YML	warning	file-name	this is not read: a record's file is called RSK-007.yaml

Only what has one answer is mended, and each is said.

    $ rm risks.yaml
    $ printf 'title: w\nresidual_p: 2  # kept\n' >risks/RSK-004.yaml
    $ pmo check --fix --dry-run | grep would
    would rename cadup/risks/rsk-7.YML to cadup/risks/RSK-007.yaml
    would mend cadup/risks/RSK-004.yaml:2: residual_p is called residual_probability now
    $ pmo check --fix | head -n 3
    renamed cadup/risks/rsk-7.YML to cadup/risks/RSK-007.yaml
    mended cadup/risks/RSK-004.yaml:2: residual_p is called residual_probability now
    take that back: pmo undo
    $ ls risks; cat risks/RSK-004.yaml
    RSK-003 (copy).yaml
    RSK-003.yaml
    RSK-004.yaml
    RSK-007.yaml
    RSK-020.yaml
    rsk-3.yml
    title: w
    residual_probability: 2  # kept
    $ pmo undo; ls risks
    took back: pmo check --fix   (2026-11-20 PC, 3 files)
    RSK-003 (copy).yaml
    RSK-003.yaml
    RSK-004.yaml
    RSK-020.yaml
    rsk-3.yml
    rsk-7.YML
