#!/bin/sh
# Includes go only downwards: a folder below lib is a layer, and a file may use
# its own layer and those below it. A public header belongs to the lowest layer
# that implements a part of it. Only lib/ydoc knows libyaml, only lib/store/ahead.c
# has threads; cmd knows only <pmo/...> and its own headers.
set -eu

# From the bottom to the top; layers of one number do not know each other.
rank='base=1 out=2 ydoc=3 record=4 registers=5 store=6 plan=7 practice=8 exchange=8 report=9'

list() {
	for folder; do
		[ ! -d "$folder" ] || find "$folder" -name '*.[ch]' | sort
	done
}

# public header -> each layer with a file of its name: csv.h has csv.c or csv_text.c
owners=$(mktemp)
trap 'rm -f "$owners"' EXIT
list include | sed -n 's|^include/pmo/\(.*\)\.h$|\1|p' | while read -r header; do
	list lib | sed -n "s,^lib/\\([a-z]*\\)/$header\\(_[a-z0-9_]*\\)*\\.c$,$header \\1,p"
done >"$owners"

# shellcheck disable=SC2046 # file names of the tree hold no blanks
awk -v ranks="$rank" -v owners="$owners" '
	BEGIN {
		count = split(ranks, pairs, " ")
		for (i = 1; i <= count; i++) {
			split(pairs[i], pair, "=")
			rank[pair[1]] = pair[2]
		}
		while ((getline line < owners) > 0) {
			split(line, pair, " ")
			if (!(pair[1] in owner) || rank[pair[2]] < rank[owner[pair[1]]])
				owner[pair[1]] = pair[2]
		}
	}
	function wrong(reason) {
		printf "%s:%d: %s: %s\n", FILENAME, FNR, $0, reason
		bad++
	}
	/^#[ \t]*include/ {
		split(FILENAME, part, "/")
		layer = part[1] == "lib" ? part[2] : part[1]
		name = $0
		gsub(/^[^"<]*["<]|[">].*$/, "", name)
		quoted = $0 ~ /"/
		slash = index(name, "/")
		folder = slash ? substr(name, 1, slash - 1) : ""
		if (name ~ /^yaml\.h$/ && layer != "ydoc")
			wrong("only lib/ydoc knows libyaml")
		if (name == "pthread.h" && FILENAME != "lib/store/ahead.c")
			wrong("only lib/store/ahead.c has threads")
		if (part[1] == "lib" && !(layer in rank))
			wrong("lib/" layer " is no layer")
		if (folder == "pmo" && part[1] == "lib") {
			header = substr(name, 5, length(name) - 6)
			target = header in owner ? owner[header] : ""
			if (target != "" && rank[target] > rank[layer])
				wrong("a header of lib/" target " is above lib/" layer)
		} else if (folder == "pmo" && part[1] == "include") {
			next
		} else if (part[1] == "include" && quoted) {
			wrong("a public header includes only public headers")
		} else if (quoted && part[1] == "lib" && folder != "" && folder != layer) {
			if (!(folder in rank))
				wrong(folder " is no layer")
			else if (rank[folder] >= rank[layer])
				wrong("lib/" folder " is not below lib/" layer)
			else if (layer == "registers")
				wrong("a register uses only public headers")
		} else if (quoted && part[1] == "cmd" && folder in rank) {
			wrong("a command uses only public headers")
		}
	}
	END { exit bad ? 1 : 0 }
' /dev/null $(list include lib cmd)
