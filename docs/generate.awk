# The pages commands.md and registers.md, and with page=manual the manual pages of all
# registers below the folder `out`; see docs/generate.
#
# Each line of the input has its kind before a tab: `list`, the table of all registers;
# `yaml`, a register in the language of pmo.yaml, always in block style, two blanks a level;
# `text`, the same for people, from which comes what is "as everywhere"; `json`, the JSON
# Schema of one register, from which comes what the common fields are; `example`, of man/examples.

BEGIN {
	FS = "\t"
	registers = 0
}

# The text of a YAML scalar as pmo writes it.
function plain(text) {
	if (text ~ /^'.*'$/) {
		text = substr(text, 2, length(text) - 2)
		gsub(/''/, "'", text)
	} else if (text ~ /^".*"$/) {
		text = substr(text, 2, length(text) - 2)
		gsub(/\\"/, "\"", text)
		gsub(/\\\\/, "\\", text)
	}
	return text
}

# One register more; a name stands alone at two blanks.
function begin_register(name) {
	register[++registers] = name
	fields[registers] = moves[registers] = states[registers] = rules[registers] = 0
	section = ""
}

function set(key, value) {
	last_list = key
	of[registers, key] = value
}

function append(value) {
	of[registers, last_list] = of[registers, last_list] \
		(of[registers, last_list] == "" ? "" : ", ") value
}

# A row of the section: its name stands at six blanks, or behind a dash there.
function begin_row(name) {
	count[registers, section]++
	row = section SUBSEP count[registers, section]
	set(row SUBSEP "name", name)
	depth = 0
}

# `key: value` at eight blanks or more: of the row, or of a member of it.
function take(indent, key, value) {
	if (section == "moves" && indent == 10) {
		last_list = row SUBSEP "sets"
		append(key " = " value)
		return
	}
	if (section == "fields" && indent >= 10 && (indent - 10) % 4 == 0) {
		# A member; its own keys stand two blanks deeper.
		depth = (indent - 6) / 4
		name_at[depth] = key
		begin_member()
		return
	}
	if (section == "fields")
		depth = (indent - 8) / 4
	set((depth ? member[depth] : row) SUBSEP key, value)
}

function begin_member(    i, name) {
	name = of[registers, row, "name"]
	for (i = 1; i <= depth; i++)
		name = name "." name_at[i]
	count[registers, section]++
	member[depth] = section SUBSEP count[registers, section]
	set(member[depth] SUBSEP "name", name)
	of[registers, member[depth], "member"] = 1
}

$1 == "list" && $2 != "name" { place[$2] = $7 }

$1 == "example" {
	examples++
	example[examples, "register"] = $2
	example[examples, "purpose"] = $3
	example[examples, "command"] = $4
}

$1 == "yaml" {
	line = substr($0, 6)
	match(line, /^ */)
	indent = RLENGTH
	line = substr(line, indent + 1)
	if (line ~ /^- [a-z_]+: / && indent == 6) {
		begin_row(plain(substr(line, index(line, ": ") + 2)))
		next
	}
	if (line ~ /^- /) {
		append(plain(substr(line, 3)))
		next
	}
	key = substr(line, 1, index(line, ":") - 1)
	value = plain(substr(line, length(key) + 3))
	key = plain(key)
	if (indent == 2) {
		begin_register(key)
	} else if (indent == 4) {
		section = key
		set("register" SUBSEP key, value)
	} else if (indent == 6) {
		begin_row(plain(key))
	} else if (indent >= 8) {
		take(indent, key, value)
	}
}

$1 == "text" && $2 ~ /^  as everywhere / {
	everywhere = 1
	sub(/^  as everywhere +/, "", $2)
	common[registers] = $2
	next
}

$1 == "text" && everywhere {
	if ($2 !~ /^                    /)
		everywhere = 0
	sub(/^ +/, "", $2)
	if (everywhere)
		common[registers] = common[registers] " " $2
}

$1 == "json" && $2 ~ /^    "[a-z_]+": [{]$/ {
	split($2, part, "\"")
	property = part[2]
	properties[++property_count] = property
}

$1 == "json" && $2 ~ /^      "description": / {
	text = $2
	sub(/^ +"description": "/, "", text)
	sub(/",?$/, "", text)
	described[property] = text
}

function get(r, kind, i, key) {
	return of[r, kind, i, key]
}

# Text in a cell of a table.
function cell(text) {
	gsub(/\|/, "\\|", text)
	gsub(/</, "\\&lt;", text)
	gsub(/\*/, "\\*", text)
	return text
}

# The same as code.
function code(text) {
	gsub(/\|/, "\\|", text)
	return text == "" ? "" : "`" text "`"
}

function words(text, mark,    part, n, i, all) {
	n = split(text, part, /[ |,]+/)
	for (i = 1; i <= n; i++)
		all = all (i > 1 ? ", " : "") mark part[i] mark
	return all
}

function has_field(r, name,    i) {
	for (i = 1; i <= count[r, "fields"]; i++)
		if (get(r, "fields", i, "name") == name)
			return 1
	return index(", " common[r] ", ", ", " name ", ") > 0
}

# Which field is the title, the owner, the due date: said, or the one of that name.
function role(r, name,    said) {
	said = of[r, "register", name]
	if (said == "" && has_field(r, name))
		said = name
	return code(said)
}

function ids(r) {
	return of[r, "register", "handles"] == "true" ? "names" : of[r, "register", "prefix"]
}

function state_list(r,    i, all) {
	if (!count[r, "states"])
		return "open, (closed)"
	for (i = 1; i <= count[r, "states"]; i++) {
		all = all (i > 1 ? ", " : "")
		if (get(r, "states", i, "kind") == "open")
			all = all get(r, "states", i, "name")
		else
			all = all "(" get(r, "states", i, "name") ")"
	}
	return all
}

function commands(    r, i) {
	print "<!-- Written by docs/generate; changes made here are lost. -->"
	print "# Registers and their verbs"
	print ""
	print "One word is a register, and one more says what to do with it: `pmo risk close RSK-7`."
	print "The plural and the prefix are understood, too. Every register has these verbs; their"
	print "manual page is pmo-register(1):"
	print ""
	print "| verb | what it does |"
	print "|---|---|"
	print "| `pmo risk`, `pmo risk list` | what is open; filters are words or `--where` |"
	print "| `pmo risk show` | all that is known of a record |"
	print "| `pmo risk add` | a new record; a title is enough |"
	print "| `pmo risk set` | changes fields |"
	print "| `pmo risk edit` | opens records in your editor |"
	print "| `pmo risk void` | a wrong entry; needs a note. Nothing is deleted |"
	print ""
	print "## Registers"
	print ""
	print "States in parentheses count as done with; `void` is a state of all of them. A place in"
	print "a folder means one file a record. `title`, `owner` and `due` work everywhere, whatever"
	print "the field is called. What each register holds: [registers.md](registers.md)."
	print ""
	print "| register | plural | prefix | scope | layout | place | title | owner | due | states |"
	print "|---|---|---|---|---|---|---|---|---|---|"
	for (r = 1; r <= registers; r++)
		print "| [" register[r] "](#" register[r] ") | " of[r, "register", "plural"] " | " \
			ids(r) " | " of[r, "register", "scope"] " | " of[r, "register", "layout"] \
			" | " code(place[register[r]]) " | " role(r, "title") " | " \
			role(r, "owner") " | " role(r, "due") " | " state_list(r) " |"
	print ""
	print "## Moves"
	print ""
	print "A move is a verb that changes the state. What it needs must be there already or be"
	print "given with the command, `FIELD=VALUE`; `note` is given with `--note`. Where a step or"
	print "two lie between, `pmo` takes them when nothing on the way is missing."
	for (r = 1; r <= registers; r++)
		print_moves(r)
}

function print_moves(r,    i) {
	print ""
	print "### " register[r]
	print ""
	if (!count[r, "moves"]) {
		print "No moves besides `void`."
		return
	}
	print "| verb | from | to | needs | what it means |"
	print "|---|---|---|---|---|"
	for (i = 1; i <= count[r, "moves"]; i++)
		print "| `" get(r, "moves", i, "name") "` | " \
			(get(r, "moves", i, "from") == "*" ? "any" : words(get(r, "moves", i, "from"), "")) \
			" | " get(r, "moves", i, "to") " | " \
			(get(r, "moves", i, "needs") == "" ? "" : words(get(r, "moves", i, "needs"), "`")) \
			" | " cell(get(r, "moves", i, "help")) guard(r, i) " |"
}

function guard(r, i,    text, c) {
	if (get(r, "moves", i, "refusal") != "")
		text = ". Control: " cell(get(r, "moves", i, "refusal"))
	else if (get(r, "moves", i, "guard") != "")
		text = ". Only when " code(get(r, "moves", i, "guard"))
	for (c = 1; c <= count[r, "controls"]; c++)
		if (index("|" get(r, "controls", c, "move") "|", "|" get(r, "moves", i, "name") "|"))
			text = text ". Control: `" get(r, "controls", c, "name") "`"
	return text
}

function type_of(r, i,    text, kind) {
	kind = get(r, "fields", i, "type")
	text = get(r, "fields", i, "list") == "true" ? "list of " : ""
	if (kind == "ref" && get(r, "fields", i, "to") != "")
		text = text words(get(r, "fields", i, "to"), "")
	else
		text = text kind
	if (get(r, "fields", i, "range") != "")
		text = text " " get(r, "fields", i, "range")
	return cell(text)
}

function needed(r, i) {
	if (get(r, "fields", i, "when") != "")
		return "when " code(get(r, "fields", i, "when"))
	return get(r, "fields", i, "needed") == "true" ? "yes" : ""
}

function remarks(r, i,    text) {
	text = cell(get(r, "fields", i, "help"))
	if (get(r, "fields", i, "choices") != "")
		text = text "; one of " words(get(r, "fields", i, "choices"), "`")
	if (get(r, "fields", i, "brief") != "")
		text = text "; short form " code(get(r, "fields", i, "brief"))
	if (get(r, "fields", i, "start") != "")
		text = text "; begins as " code(get(r, "fields", i, "start"))
	if (get(r, "fields", i, "was") != "")
		text = text "; once called " words(get(r, "fields", i, "was"), "`")
	return text
}

function where(r,    name, scope) {
	name = code(place[register[r]])
	scope = of[r, "register", "scope"]
	if (of[r, "register", "layout"] == "single")
		return name ", which is the record."
	if (of[r, "register", "layout"] == "file")
		return name ", one file for all."
	return name ", a file a record."
}

function print_register(r,    i, derived) {
	print ""
	print "## " register[r]
	print ""
	print toupper(substr(of[r, "register", "help"], 1, 1)) \
		cell(substr(of[r, "register", "help"], 2)) "."
	print ""
	print "Kept in " where(r) " Ids: " \
		(ids(r) == "names" ? "names that people choose" : ids(r) "-001") \
		". States and verbs: [commands.md](commands.md#" register[r] ")."
	if (of[r, "register", "done"] != "")
		print "Counts as closed, too, when " code(of[r, "register", "done"]) "."
	if (of[r, "register", "columns"] != "")
		print "Listed: " words(of[r, "register", "columns"], "`") \
			(of[r, "register", "sort"] == "" ? "" : \
			"; by " words(of[r, "register", "sort"], "`")) "."
	print ""
	print "| field | type | needed | what it is |"
	print "|---|---|---|---|"
	for (i = 1; i <= count[r, "fields"]; i++) {
		if (get(r, "fields", i, "derive") != "") {
			derived++
			continue
		}
		print "| `" get(r, "fields", i, "name") "` | " type_of(r, i) " | " needed(r, i) " | " \
			remarks(r, i) " |"
	}
	print "| as everywhere | | | " words(common[r], "`") " |"
	if (derived)
		print_derived(r)
	if (count[r, "rules"])
		print_rules(r)
	if (count[r, "controls"])
		print_controls(r)
}

function print_controls(r,    i) {
	print ""
	print "| control | refuses | message | when |"
	print "|---|---|---|---|"
	for (i = 1; i <= count[r, "controls"]; i++)
		print "| `" get(r, "controls", i, "name") "` | " \
			cell(get(r, "controls", i, "move")) " | " \
			cell(get(r, "controls", i, "message")) \
			(get(r, "controls", i, "hint") == "" ? "" : "; hint: " cell(get(r, "controls", i, "hint"))) \
			" | " code(get(r, "controls", i, "when")) " |"
}

function print_derived(r,    i) {
	print ""
	print "| derived | type | what it is | computed as |"
	print "|---|---|---|---|"
	for (i = 1; i <= count[r, "fields"]; i++)
		if (get(r, "fields", i, "derive") != "")
			print "| `" get(r, "fields", i, "name") "` | " type_of(r, i) " | " \
				remarks(r, i) " | " code(get(r, "fields", i, "derive")) " |"
}

function print_rules(r,    i) {
	print ""
	print "| rule | severity | message | fires when |"
	print "|---|---|---|---|"
	for (i = 1; i <= count[r, "rules"]; i++)
		print "| `" get(r, "rules", i, "name") "` | " get(r, "rules", i, "severity") " | " \
			cell(get(r, "rules", i, "message")) \
			(get(r, "rules", i, "hint") == "" ? "" : "; hint: " cell(get(r, "rules", i, "hint"))) \
			" | " code(get(r, "rules", i, "when")) " |"
}

function is_own(name,    i) {
	for (i = 1; i <= count[risk_index(), "fields"]; i++)
		if (get(risk_index(), "fields", i, "name") == name)
			return 1
	return 0
}

function risk_index(    r) {
	for (r = 1; r <= registers; r++)
		if (register[r] == "risk")
			return r
	return 0
}

function registers_page(    r, i) {
	print "<!-- Written by docs/generate; changes made here are lost. -->"
	print "# What the registers hold"
	print ""
	print "`pmo schema REGISTER` says the same, with the fields and registers of your own"
	print "workspace. *Needed* is what a complete record has; a title is enough to begin with."
	print "Derived values are computed whenever they are asked for and never stored. Rules are"
	print "what `pmo check` says beyond broken files and references; advice comes with `--all`."
	print "Expressions are explained in pmo-expressions(7), types in [formats.md](formats.md)."
	print ""
	print "## Every register"
	print ""
	print "These fields stand in nearly every register; \"as everywhere\" below names which."
	print ""
	print "| field | what it is |"
	print "|---|---|"
	for (i = 1; i <= property_count; i++)
		if (!is_own(properties[i]))
			print "| `" properties[i] "` | " cell(described[properties[i]]) " |"
	for (r = 1; r <= registers; r++)
		print_register(r)
}

# A line of a manual page: what begins like a macro and what mandoc would take for an escape
# is disarmed; a sentence is a line.
function roff(text) {
	gsub(/\\/, "\\e", text)
	gsub(/—/, "\\(em", text)
	if (text ~ /^[.']/)
		text = "\\&" text
	return text
}

# A word behind a macro: quoted, so that nothing in it is taken for one.
function word(text) {
	gsub(/\\/, "\\e", text)
	gsub(/"/, "\"\"", text)
	return "\"" text "\""
}

function capital(text) {
	return toupper(substr(text, 1, 1)) substr(text, 2)
}

# A line of text is broken at a blank before it is too long; macros stay as they are.
function put(text,    at) {
	while (length(text) > 78 && text !~ /^[.]/ && match(substr(text, 1, 78), /.* /)) {
		at = RLENGTH
		print substr(text, 1, at - 1) > file
		text = substr(text, at + 1)
		if (text ~ /^[.']/)
			text = "\\&" text
	}
	print text > file
}

function manual_moves(r,    i, needs) {
	put(".Ss Verbs")
	if (!count[r, "moves"]) {
		put("Besides those of every register there are none.")
		return
	}
	put(".Bl -tag -width Ds")
	for (i = 1; i <= count[r, "moves"]; i++) {
		put(".It Cm " get(r, "moves", i, "name") " Ar ID ...")
		put(roff(capital(get(r, "moves", i, "help"))) ".")
		put("From " (get(r, "moves", i, "from") == "*" ? "any state" : \
			words(get(r, "moves", i, "from"), "")) " to " get(r, "moves", i, "to") ".")
		needs = get(r, "moves", i, "needs")
		if (needs != "")
			put("It needs " words(needs, "") ".")
	}
	put(".El")
}

function manual_fields(r, derived, title,    i, any, type) {
	for (i = 1; i <= count[r, "fields"]; i++)
		any = any || (get(r, "fields", i, "derive") != "") == derived
	if (!any)
		return
	put(".Ss " title)
	put(".Bl -tag -width Ds")
	for (i = 1; i <= count[r, "fields"]; i++) {
		if ((get(r, "fields", i, "derive") != "") != derived)
			continue
		type = type_of(r, i)
		gsub(/\\/, "", type)
		put(".It Va " word(get(r, "fields", i, "name")))
		put(roff(capital(get(r, "fields", i, "help"))) ";")
		put(roff(type) (get(r, "fields", i, "needed") == "true" ? ", needed" : "") ".")
		if (get(r, "fields", i, "choices") != "")
			put("One of " words(get(r, "fields", i, "choices"), "") ".")
	}
	put(".El")
}

function manual_rules(r,    i) {
	if (!count[r, "rules"] && !count[r, "controls"])
		return
	put(".Ss Rules")
	put("What refuses a verb is a control; the others are told by")
	put(".Xr pmo-check 1 .")
	put(".Bl -tag -width Ds")
	for (i = 1; i <= count[r, "controls"]; i++) {
		put(".It Li " get(r, "controls", i, "name"))
		put("Refuses " words(get(r, "controls", i, "move"), "") ":")
		put(roff(get(r, "controls", i, "message")) ".")
	}
	for (i = 1; i <= count[r, "rules"]; i++) {
		put(".It Li " get(r, "rules", i, "name"))
		put(capital(get(r, "rules", i, "severity")) ": a record that")
		put(roff(get(r, "rules", i, "message")) ".")
	}
	put(".El")
}

function manual_examples(r,    i, any) {
	for (i = 1; i <= examples; i++) {
		if (example[i, "register"] != register[r])
			continue
		if (!any++)
			put(".Sh EXAMPLES")
		else
			put(".Pp")
		put(roff(example[i, "purpose"]) ":")
		put(".Bd -literal -offset indent")
		print roff(example[i, "command"]) > file
		put(".Ed")
	}
}

function manual(r) {
	file = out "/pmo-" register[r] ".1"
	put(".\\\" Written by docs/generate; changes made here are lost.")
	put(".Dd November 22, 2026")
	put(".Dt PMO-" toupper(register[r]) " 1")
	put(".Os")
	put(".Sh NAME")
	put(".Nm pmo-" register[r])
	put(".Nd " roff(of[r, "register", "help"]))
	put(".Sh SYNOPSIS")
	put(".Nm pmo " register[r])
	put(".Op Ar VERB")
	put(".Op Ar ID ... | Ar FILTER ...")
	put(".Op Ar FIELD Ns = Ns Ar VALUE ...")
	put(".Sh DESCRIPTION")
	put(roff(capital(of[r, "register", "help"])) ".")
	put("They are kept in")
	put(".Pa " place[register[r]] (place[register[r]] ~ /,$/ ? "" : " ."))
	put((ids(r) == "names" ? "Ids are names that people choose" : \
		"Ids are " ids(r) "-001 and so on") ".")
	put("States, with those in parentheses that count as done:")
	put(state_list(r) ".")
	put(".Pp")
	put("Listing, adding, changing and showing are the same in every register:")
	put(".Xr pmo-register 1 .")
	manual_moves(r)
	manual_fields(r, 0, "Fields")
	manual_fields(r, 1, "Computed values")
	manual_rules(r)
	manual_examples(r)
	put(".Sh SEE ALSO")
	put(".Xr pmo 1 ,")
	put(".Xr pmo-check 1 ,")
	put(".Xr pmo-register 1 ,")
	put(".Xr pmo-expressions 7")
	close(file)
}

END {
	if (page == "commands")
		commands()
	else if (page == "registers")
		registers_page()
	else
		for (r = 1; r <= registers; r++)
			manual(r)
}
