# A folder or a file

Every record keeps its lines and comments, there and back.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup; cp -r . ../before
    $ pmo layout risk file --dry-run
    risks: 12 records from cadup/risks/ to cadup/risks.yaml
    nothing was written (--dry-run)
    $ pmo layout risk file
    risks: 12 records from cadup/risks/ to cadup/risks.yaml
    take it back: pmo undo
    $ sed -n '/^RSK-004/,/^  probability/p' cadup/risks.yaml
    RSK-004:
      title: Address data quality
      status: watch
      category: technical
      owner: GIS
      cause: two annexed areas were never surveyed
      event: addresses do not resolve after conversion
      effect: calls are sent to the wrong street
      probability: 2
    $ pmo check | tail -n 1
    0 errors, 3 warnings; ?? advice more with --all (glob)
    $ pmo layout risk folder
    risks: 12 records from cadup/risks.yaml to cadup/risks/
    take it back: pmo undo
    $ diff -r cadup ../before/cadup && echo the same
    the same

    $ pmo layout vendor folder; cat vendors/VEN-003.yaml
    vendors: 10 records from vendors.yaml to vendors/
    take it back: pmo undo
    # Cooperative contract; Purchasing holds the original.
    name: Tri-County Technology Supply
    status: active
    vendor_no: "091233"
    kind: hardware
    contacts: [V3]
    account_manager: V3
    certifications: [SBE]
    insurance_expires: 2026-12-31   # certificate asked for 2026-11-16
    ratings:
      - period: 2026-Q3
        quality: 4
        schedule: 2
        cost: 3
        management: 3
        compliance: 3
        comment: servers and workstations a week late each, terminals still out
        evidence: PUR-001, PUR-002, PUR-003
    $ pmo layout vendor file >out; diff vendors.yaml ../before/vendors.yaml && echo the same
    the same

Registers that share a file go together.

    $ pmo layout milestone folder
    tasks and milestones: 71 records from cadup/plan.yaml to cadup/plan/
    Their order in the file, which is the outline, is lost: it is by number now.
    take it back: pmo undo
    $ ls cadup/plan | wc -l; head -n 3 cadup/plan/TSK-005.yaml
    71
    # 2 Procurement

    title: Finalize CAD statement of work and DEDs
    $ pmo undo; diff -r cadup ../before/cadup && echo the same
    took back: pmo layout milestone folder   (2026-11-20 PC, 72 files)
    the same

What there is nothing to do for is said.

    $ pmo layout risk folder
    risks are in cadup/risks/ already
    $ pmo layout project file
    error: its file is the one record; there is nothing to convert [layout-refused]
    [3]
    $ pmo layout risk files
    pmo: 'files' is neither folder nor file
    [2]
    $ pmo layout rsik file
    pmo: there is no register 'rsik'; pmo schema lists them
    [2]

What would be left behind, or cannot be moved safely, stops it.

    $ echo notes >cadup/risks/README
    $ pmo layout risk file
    cadup/risks/README: error: this is no record, and would be left behind [layout-refused]
    [3]
    $ rm cadup/risks/README; printf 'title: x\nresponse: |\n  no line end' >cadup/risks/RSK-050.yaml
    $ pmo layout risk file
    cadup/risks/RSK-050.yaml:1:1: error: these lines cannot be indented without changing what they say [layout-refused]
    [3]
    $ printf 'title: [x\n' >cadup/risks/RSK-050.yaml
    $ pmo layout risk file
    cadup/risks/RSK-050.yaml:1:8: error: the list that begins here is not closed as expected [yaml-bracket]
    error: what cannot be read cannot be converted [layout-refused]
    [3]
    $ ls cadup/risks | wc -l
    13
