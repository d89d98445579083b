# Config

What holds, and who said so.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo config
    key	value	from
    workspace	$HOME/d	pmo.yaml
    organisation	Fairmont County	pmo.yaml
    timezone	America/Chicago	pmo.yaml
    currency	USD	pmo.yaml
    calendar	fairmont	pmo.yaml
    commit	off	default
    thresholds.capital_limit	5000.00	pmo.yaml
    filters.hot	risk: open and score >= 12	pmo.yaml
    registers.permit	7 fields	pmo.yaml
    user	PC	PMO_USER
    editor	false	EDITOR
    pager	cat	PAGER
    sendmail	none	PMO_SENDMAIL
    color	auto	default
    $ pmo config timezone
    America/Chicago
    $ pmo config filters
    risk: open and score >= 12
    $ pmo config nothing
    pmo: nothing is said about 'nothing'; pmo config shows what is
    [2]

One's own settings go into one's own file, line by line.

    $ pmo config color=never
    color = never in $HOME/.config/pmo/config.yaml
    $ echo '# by hand' >>$HOME/.config/pmo/config.yaml
    $ pmo config user DSP
    user = DSP in $HOME/.config/pmo/config.yaml
    $ cat $HOME/.config/pmo/config.yaml
    color: never
    user: DSP
    # by hand
    $ unset PMO_USER; pmo config user; pmo config user=; pmo config user
    DSP
    user is no longer set in $HOME/.config/pmo/config.yaml
    [1]
    $ pmo config color=blue
    $HOME/.config/pmo/config.yaml:1:8: error: 'blue' is none of auto, always, never [config-value]
    [3]
    $ pmo config colour=never
    $HOME/.config/pmo/config.yaml:2:1: error: 'colour' is no key of the user's configuration [config-key]
    [2]
    $ pmo config user=DPS
    pmo: 'DPS' is no person of this workspace; nearest is DSP
    user = DPS in $HOME/.config/pmo/config.yaml
    $ cat $HOME/.config/pmo/config.yaml
    color: never
    user: DPS
    # by hand

What holds for everybody goes into pmo.yaml, and can be undone.

    $ cp pmo.yaml before
    $ pmo config timezone=America/Denver
    pmo: timezone holds for everybody: pmo config --workspace timezone=...
    [2]
    $ pmo config --workspace timezone=America/Denver --dry-run
    (--dry-run) timezone = America/Denver in pmo.yaml
    $ pmo config --workspace thresholds.capital_limit=10000.00
    thresholds.capital_limit = 10000.00 in pmo.yaml   undo: pmo undo
    $ diff before pmo.yaml
    10c10
    <   capital_limit: 5000.00   # Finance, memo of 2025-07-01
    ---
    >   capital_limit: 10000.00   # Finance, memo of 2025-07-01 (text)
    [1]
    $ pmo config --workspace filters.hot.where='score >= 15' >out; diff before pmo.yaml
    10c10
    <   capital_limit: 5000.00   # Finance, memo of 2025-07-01
    ---
    >   capital_limit: 10000.00   # Finance, memo of 2025-07-01 (text)
    15c15
    <     where: open and score >= 12
    ---
    >     where: score >= 15 (text)
    [1]
    $ pmo undo; pmo undo; diff before pmo.yaml
    took back: pmo config --workspace filters.hot.where=score >= 15   (2026-11-20 DPS, 1 file)
    took back: pmo config --workspace thresholds.capital_limit=10000.00   (2026-11-20 DPS, 1 file)
    $ pmo config --workspace currency=dollars
    pmo.yaml:5:11: error: currency 'dollars', expected a currency such as USD [config-value]
    [3]
    $ pmo config --workspace user=PC
    pmo: user is each person's own: pmo config user=...
    [2]
    $ pmo config --workspace timezone=America/Chicgao
    pmo: there is no time zone 'America/Chicgao'; one is America/Chicago
    [2]

Outside a workspace one's own settings are there all the same.

    $ mkdir ../out.d; cd ../out.d
    $ XDG_CONFIG_HOME=$HOME/xdg pmo config pager=more
    pager = more in $HOME/xdg/pmo/config.yaml
    $ cat $HOME/xdg/pmo/config.yaml
    pager: more
    $ pmo config --workspace currency=USD
    pmo: no project here; `pmo` alone says how to start
    [3]
