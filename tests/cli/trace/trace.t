# The auditor asks

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo trace CHG-2
    CADUP  Computer-Aided Dispatch Upgrade
    CHG-002  Fire station alerting
    ==============================
    as of Fri Nov 20, 2026

    9,600.00 for fire station alerting: asked Oct 12, decided Oct 21 (DEC-004),
    steering MTG-003 Oct 21 carried 5-0, from contingency (TRF-001) to BL-001,
    contract CON-001 amendment 1, baseline 2, deliverable DLV-014 due Dec 18.
    Evidence: 4 files, hashes match. Missing: nothing.

    What happened
    -------------
    Date    Record   Who  What
    Oct 12  CHG-002  FIR  asked for: Fire station alerting
    Oct 12  CHG-002  FIR  draft>submitted
    Oct 14  CHG-002  PC   submitted>in_analysis
    Oct 19  CHG-002  PM   approved
    Oct 19  CHG-002  PC   in_analysis>in_review
    Oct 21  CHG-002  SPO  approved, with the steering committee
    Oct 21  CHG-002  PC   in_review>approved: MTG-003, carried 5 to 0
    Oct 21  CHG-002  PC   approved>implemented
    Oct 21  CON-001       amendment 1 of 9,600.00
    Oct 21  BSL-002  SPO  baseline 2: fire station alerting, 9,600.00 from
                          contingency; no date moves
    Oct 21  TRF-001  SPO  9,600.00 moved from BL-009 to BL-001
    Oct 21  DEC-004  SPO  decided: Approved, from contingency.
    Oct 21  DEC-004  PC   pending>made
    Oct 21  MTG-003  FIR  motion carried 5-0: Approve CHG-002 for 9,600.00 from
                          contingency
    Oct 30  CHG-002  PC   implemented>closed

    Evidence
    --------
    File                           Record   Hash       What it is
    files/CHG-002-steering-vote.t  CHG-002  as it was  vote of the steering
    xt                                                 committee, 5 to 0
    files/CHG-002-quote.txt        CHG-002  as it was  offer of Meridian
    files/CON-001-amendment-1.txt  CON-001  as it was  signed by both
    files/MTG-003-minutes.txt      MTG-003  as it was  as approved

    Records of the chain
    --------------------
    - CHG-002 Fire station alerting (closed)
    - CON-001 CAD software and services (active)
    - BSL-002 Baseline 2 (approved)
    - TRF-001 Fire station alerting (open)
    - DEC-004 Fire station alerting (made)
    - MTG-002 Design session 1, call-taking (minutes_approved)
    - MTG-003 Steering committee, October (minutes_approved)
    - DLV-014 Station alerting (in_progress)

From either end of a chain.

    $ pmo trace RSK-1 | sed -n '6,9p'
    State message switch certification slot slips: seen Jul 7 as RSK-001, raised Oct
    12 as ISS-003, level 1 asked Oct 12 (ESC-003), level 2 asked Oct 13 (ESC-004),
    level 3 asked Oct 21 (ESC-001). Evidence: 1 file, its hash matches. Missing:
    nothing.
    $ pmo trace TRF-1 | sed -n '6,9p'
    Fire station alerting: asked Oct 12, decided Oct 21 (DEC-004), steering MTG-003
    Oct 21 carried 5-0, from contingency (TRF-001) to BL-001, contract CON-001
    amendment 1, baseline 2, deliverable DLV-014 due Dec 18. Evidence: 4 files,
    hashes match. Missing: nothing.

What is missing is named, and the exit status says so.

    $ echo more >> cadup/files/CHG-002-quote.txt
    $ rm cadup/files/MTG-003-minutes.txt
    $ pmo trace CHG-2 > out; echo $?; sed -n '9,11p' out; grep -E 'CHANGED|MISSING' out
    1
    Evidence: 4 files, 2 not as it was. Missing: files/CHG-002-quote.txt (CHG-002)
    is not what it was; files/MTG-003-minutes.txt (MTG-003) is not there.

    files/CHG-002-quote.txt        CHG-002  CHANGED    offer of Meridian
    files/MTG-003-minutes.txt      MTG-003  MISSING    as approved
    $ pmo trace XYZ-9
    error: there is no record 'XYZ-9' [id-missing]
    [3]

Of a purchase: what it costs, what its moves needed and is not there, and its papers.

    $ pmo trace PUR-2 | sed -n '6,9p'
    44,100.00 for console workstations: purchase PUR-002, 45,360.00 disputed
    (EXP-007). Evidence: 0 files. Missing: the quotes of PUR-002 as files; the order
    of PUR-002 as a file; the delivery note of PUR-002; the invoice of PUR-002 as a
    file.
    $ cd cadup; sed -i '/^po_no:/d' purchases/PUR-002.yaml
    $ printf 'attachments:\n  - {file: files/CHG-002-quote.txt, sha256: %.64s}\n' $(sha256sum < files/CHG-002-quote.txt | cut -c 1-64) >> purchases/PUR-002.yaml
    $ pmo trace PUR-2 | sed -n '6,9p'
    44,100.00 for console workstations: purchase PUR-002, 45,360.00 disputed
    (EXP-007). Evidence: 1 file, its hash matches. Missing: po_no of PUR-002 (is
    disputed without the number of its order).
