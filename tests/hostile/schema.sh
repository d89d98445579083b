# A pmo.yaml from a stranger: too much of everything, expressions that never end, programs.
# shellcheck shell=sh disable=SC2154

repeat() { # COUNT TEXT
	awk -v count="$1" -v text="$2" 'BEGIN { while (count--) printf "%s", text }'
}

# A register with one derived field, and a filter and a check that compute the same.
computing() {
	printf 'format: 1\nfields:\n  risk:\n    bomb: {type: number, derive: "%s"}\n    seen: {type: number}\nfilters:\n  f: {register: risk, where: "%s"}\nchecks:\n  c: {register: risk, when: "%s", message: "{bomb}"}\n' \
		"$1" "$1" "$1" >pmo.yaml
	try risk --all -c id,bomb
	try check
	try risk f
	[ ${#1} -gt 100000 ] || try risk "$1"
	try schema risk
}

printf 'title: Old radios\nowner: NET\nimpact: 5\nprobability: 5\nseen: 9\n' >cadup/risks/RSK-001.yaml
computing "$(repeat 5000 '(')1$(repeat 5000 ')')"
computing "$(repeat 200000 '(')"
computing "impact$(repeat 20000 '*impact')"
computing "impact$(repeat 20000 ' + bomb')"
computing "$(repeat 20000 'not ')impact"
computing "$(repeat 20000 '-')1"
computing "$(repeat 3000 'if(impact,')1"
computing "bomb"
computing "bomb + 1"
computing "title ~ \\\"(a+)+\\\$\\\""
computing "title ~ \\\"$(repeat 20000 '(a*')\\\""
computing "title ~ \\\"$(repeat 5000 'a{1000}')\\\""
computing "9999999999999999999999 * 9999999999999999999999"
computing "1/0"
computing "seen / (seen - seen)"
computing "today + 999999999d"
computing "0001-01-01 - 9999d"
computing "sum(risk.impact) + count(risk)"
computing "owner.owner.owner.owner.name"
computing ""
computing ")"
computing "$(repeat 100000 'x')"

# Fields that are computed from each other.
{
	printf 'format: 1\nfields:\n  risk:\n    z0: {type: number, derive: "z15"}\n'
	awk 'BEGIN { for (i = 1; i < 16; i++) printf "    z%d: {type: number, derive: \"z%d + z%d + z%d\"}\n", i, i - 1, i - 1, i - 1 }'
} >pmo.yaml
readers
sed 's/"z15"/"impact"/' pmo.yaml >new && mv new pmo.yaml
try risk --all -c id,z15
try check
try show RSK-1

# Registers and fields by the thousand.
awk 'BEGIN { print "format: 1\nregisters:"; for (i = 0; i < 10000; i++) {
	n = i; name = ""; while (length(name) < 4) { name = name sprintf("%c", 97 + n % 26); n = int(n / 26) }
	printf "  r%s: {plural: r%ss, prefix: R%s, layout: file, fields: {a: {type: text}}, states: {on: {}}}\n", name, name, toupper(name) } }' >pmo.yaml
try risk --all
try check
try schema
try help
try raaaa add x
awk 'BEGIN { print "format: 1\nfields:\n  risk:"; for (i = 0; i < 100000; i++) printf "    f%d: {type: text, help: h}\n", i }' >pmo.yaml
try risk --all
try check
try show RSK-1 --format json
try set RSK-1 f99999=x

# Programs, and what else is not for a stranger to say.
for key in editor pager browser commands hooks hook command exec shell aliases alias program git include; do
	# shellcheck disable=SC2016 # as it stands
	printf 'format: 1\n%s: "%s %%s"\nconfig:\n  %s: "%s"\norganisation: "$(%s)"\n' \
		"$key" "$evil" "$key" "$evil" "$evil" >pmo.yaml
	try risk
	try edit RSK-1
	try config
	try check
	try risk add x
done
for value in -1 99999999999999999999 2 x '[1]' '{a: b}' '' '"\e[2J"'; do
	for key in format timezone currency organisation calendar commit thresholds levels filters \
		registers fields checks; do
		printf 'format: 1\n%s: %s\n' "$key" "$value" >pmo.yaml
		try check
		try risk --all
	done
	try set RSK-1 impact=2
	try config
done
for zone in ../../../../etc/passwd /dev/zero /etc/passwd "$(repeat 100000 A)" . '' :/dev/zero; do
	printf 'format: 1\ntimezone: "%s"\n' "$zone" >pmo.yaml
	try risk --all
	try check
	try config
done

# Values with ranges, choices and calendars without end.
mkdir -p calendars
printf 'format: 1\ncalendar: c\nfields:\n  risk:\n    n: {type: integer, min: -9999999999999999999, max: 9999999999999999999999}\n    c: {type: choice, of: [%sz]}\n' \
	"$(repeat 20000 'a, ')" >pmo.yaml
printf 'days: []\nholidays:\n  - 0001-01-01..9999-12-31\n  - 2026-11-20..2026-01-01\n' >calendars/c.yaml
try task --all
try check
try set ACT-1 due=+5d
try set TSK-1 duration=9999999d
try action --all
printf 'working: [mon]\nfreezes:\n%s' "$(repeat 50000 '  - 2026-01-01..2099-12-31
')" >calendars/c.yaml
try check
try set ACT-1 due=+500d
