fixture: import

# People

First and last name make one name; who has no handle gets one. A person who is here already is
found by the address.

    $ pmo import staff.csv --register person --yes
    staff.csv: 3 rows, commas, UTF-8; to people

    Column      First value                 Goes to  How
    First name  Jane                        name
    Last name   Miller                      name
    E-mail      jane.miller@county.example  email
    Department  Dispatch                    org
    Phone       555-0101                    phone

    Added 2, updated 1, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ cat people.yaml
    PC:
      name: Pat Coordinator
      email: pat@county.example

    DSP:
      name: Dana S. Park
      email: dana.park@county.example

    NET:
      name: Noémie Torres
      org: Network
      email: N.Torres@county.example
      phone: 555-0102

    jmiller:
      name: Jane Miller
      org: Dispatch
      email: jane.miller@county.example
      phone: 555-0101

    jnunez:
      name: José Ángel Núñez
      org: IT
      email: jose@county.example
      phone: 555-0103

# Tabs and a byte order mark

The file's name says what the rows are.

    $ pmo import actions.tsv --yes
    actions.tsv: 2 rows, tabs, UTF-8; to actions of cadup (by the file's name)

    Column  First value         Goes to  How
    Title   Order the consoles  title
    Owner   DSP                 owner
    Due     2026-12-01          due      dates that read one way

    Added 2, updated 0, unchanged 0; 0 problems.
    $ cat cadup/actions.yaml
    ACT-001:
      title: Order the consoles
      owner: DSP
      due: 2026-12-01
      created: 2026-11-20
      created_by: PC

    ACT-002:
      title: Book the hall
      owner: PC
      due: 2026-12-02
      created: 2026-11-20
      created_by: PC
