fixture: cadup
needs: pmo-export-xlsx unzip

# Lists as workbooks

Every list and view takes a file that ends in .xlsx. The same list gives the same bytes.

    $ pmo risk -o risks.xlsx
    pmo: wrote risks.xlsx: 4 rows
    $ pmo risk --format xlsx | cmp - risks.xlsx

The head of the page and the day, the frozen line, the filter, and dates that are dates:

    $ unzip -p risks.xlsx xl/worksheets/sheet1.xml > sheet.xml
    $ for what in '<pane[^>]*>' '<autoFilter[^>]*>' '<oddHeader>.*</oddHeader>' \
    > '<pageSetup[^>]*>' '<v>46350</v>'; do grep -o "$what" sheet.xml; done
    <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>
    <autoFilter ref="A1:H5"/>
    <oddHeader>&amp;LCAD upgrade: risks&amp;RAs of Nov 20, 2026</oddHeader>
    <pageSetup fitToHeight="0" orientation="landscape"/>
    <v>46350</v>
    $ unzip -p risks.xlsx xl/workbook.xml | grep -o '<sheet [^>]*>'
    <sheet name="Risks" sheetId="1" r:id="rId1"/>
    $ unzip -p risks.xlsx docProps/core.xml | grep -o '<dcterms:created.*</dcterms:created>'
    <dcterms:created xsi:type="dcterms:W3CDTF">2026-11-20T00:00:00Z</dcterms:created>

What begins like a formula stays a text, and so does what looks like a link.

    $ pmo risk add '=HYPERLINK("http://x.example","click")' >out 2>&1
    $ pmo risk -o risks.xlsx
    pmo: wrote risks.xlsx: 5 rows
    $ unzip -p risks.xlsx xl/sharedStrings.xml | grep -o '=HYPERLINK[^<]*'
    =HYPERLINK("http://x.example","click")
    $ unzip -p risks.xlsx xl/worksheets/sheet1.xml | grep -c '<f>'
    0
    [1]

Groups become a column, by which one can filter.

    $ pmo risk -a --group status -o grouped.xlsx
    pmo: wrote grouped.xlsx: 6 rows
    $ unzip -p grouped.xlsx xl/sharedStrings.xml | grep -o '<t>Group</t>'
    <t>Group</t>

The whole project: a sheet a register.

    $ pmo export all.xlsx
    pmo: all.xlsx: 6 registers, a sheet each, as xlsx
    $ unzip -p all.xlsx xl/workbook.xml | grep -o '<sheet name="[^"]*"'
    <sheet name="People"
    <sheet name="Calendars"
    <sheet name="Tasks"
    <sheet name="Issues"
    <sheet name="Risks"
    <sheet name="Actions"

What is no table is none in Excel either.

    $ pmo export --format xlsx --register nothing
    pmo: there is no register 'nothing'; `pmo help registers` shows them
    [2]

# CSV for Excel

Without a mark Excel takes UTF-8 for something else.

    $ pmo risk --format csv --excel | head -c 3 | od -An -tx1
     ef bb bf
    $ pmo risk --format json --excel
    pmo: --excel goes with csv: -o FILE.csv --excel
    [2]

Where one writes 86400,00, Excel takes commas for decimals and semicolons for the ends of cells.

    $ pmo demo money > /dev/null; cd money; export PMO_PROJECT=cadup
    $ pmo budget --format csv --semicolon | head -3
    id;title;current;actual;available
    BL-001;CAD software and vendor;529600,00;260000,00;0,00
    BL-002;Interface integration;165000,00;74250,00;0,00
    $ pmo task --all -c wbs,title --limit 2 --format csv --semicolon
    wbs;title
    1.1;Draft and sign charter
    1.2;Team, RACI and stakeholder register
    $ pmo export --register budget --format csv --semicolon --excel | head -c 3 | od -An -tx1
     ef bb bf
    $ pmo budget -o budget.csv --semicolon && tail -1 budget.csv
    pmo: wrote budget.csv: 9 rows
    BL-009;Contingency;86400,00;0,00;86400,00
    $ pmo risk --semicolon
    pmo: --semicolon goes with csv: -o FILE.csv --semicolon
    [2]
