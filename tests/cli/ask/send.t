needs: msmtp aiosmtpd python3

# Sending for real

A form goes through a mail server on this machine, by way of `sendmail -t`, and is read back by another
program.

    $ pmo demo office >/dev/null && cd office && export PMO_PROJECT=cadup
    $ mkdir bin mail
    $ cat >server.py <<'END'
    > import sys
    > from aiosmtpd.controller import Controller
    > class Keep:
    >     count = 0
    >     async def handle_DATA(self, server, session, envelope):
    >         Keep.count += 1
    >         with open('mail/%d.eml' % Keep.count, 'wb') as file:
    >             file.write(envelope.content)
    >         with open('mail/%d.to' % Keep.count, 'w') as file:
    >             file.write(' '.join(envelope.rcpt_tos))
    >         return '250 kept'
    > class Any(Controller):
    >     def _create_server(self):
    >         return self.loop.create_server(self._factory_invoker, host='127.0.0.1', port=0)
    >     def _trigger_server(self):
    >         self.port = self.server.sockets[0].getsockname()[1]
    >         super()._trigger_server()
    > server = Any(Keep(), hostname='127.0.0.1', port=1)
    > server.start()
    > with open('port.new', 'w') as file:
    >     file.write(str(server.port))
    > import os, time
    > os.rename('port.new', 'port')
    > for _ in range(300):
    >     if os.path.exists('stop'):
    >         break
    >     time.sleep(0.1)
    > server.stop()
    > END
    $ PATH=/usr/bin:$PATH python3 server.py >server.log 2>&1 & for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
    > do [ -e port ] || sleep 0.3; done
    $ cat >bin/sendmail <<END
    > #!/bin/sh
    > exec msmtp -C /dev/null --host=127.0.0.1 --port=$(cat port) --from=pc@example.org "\$@"
    > END
    $ chmod +x bin/sendmail; PATH=$PWD/bin:$PATH; unset PMO_SENDMAIL
    $ pmo person set V2 name='Victor Läng, "V2"' >/dev/null
    $ pmo ask V2 QA --due wed --send
    2 sent; QA is away until Nov 27: sent to DSP
      CHK-014  QA     6.2, ISS-008, MTG-006
      CHK-018  V2     5.4, DLV-011, DEF-006
    $ cat mail/1.to; echo
    dana.spencer@fairmont.example
    $ ls outbox outbox/sent
    outbox:
    sent

    outbox/sent:
    2026-11-25-ask-cadup-chk-014.eml
    2026-11-25-ask-cadup-chk-018.eml
    $ cat >read.py <<'END'
    > import email, email.policy, glob
    > for name in sorted(glob.glob('mail/*.eml')):
    >     mail = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
    >     print(mail['from'], '|', mail['to'], '|', mail['subject'], '|', mail['x-unsent'])
    >     text = mail.get_content()
    >     print([line for line in text.splitlines() if line.endswith(':')][:4], mail.defects)
    > END
    $ python3 read.py
    Pat Coordinator <pc@example.org> | Dana Spencer <dana.spencer@fairmont.example> | Computer-Aided Dispatch Upgrade: where do we stand? CHK-014, by Wed Nov 25 | None
    ['6.2 percent done:', '6.2 days left:', '6.2 note:', 'ISS-008 new date:'] []
    Pat Coordinator <pc@example.org> | "Victor Läng, \"V2\"" <victor.lang@harborlight.example> | Computer-Aided Dispatch Upgrade: where do we stand? CHK-018, by Wed Nov 25 | None
    ['5.4 percent done:', '5.4 days left:', '5.4 note:', 'DEF-006 new date:'] []

A second run sends nothing.

    $ pmo ask V2 QA --due wed --send
    2 asked before for Wed Nov 25, and not again
    $ ls mail; touch stop; wait
    1.eml
    1.to
    2.eml
    2.to
