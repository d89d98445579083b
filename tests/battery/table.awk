# What the battery needs of `pmo schema REGISTER --format yaml`, a line each:
#   handles | states NAME KIND | move VERB FROM TO NEEDS | field NAME TYPE LIST DERIVED
function plain(text) {
	gsub(/^['"]|['"]$/, "", text)
	return text
}
function flush() {
	if (section == "moves" && name != "")
		print "move\t" name "\t" of["from"] "\t" of["to"] "\t" of["needs"]
	if (section == "fields" && name != "")
		print "field\t" name "\t" of["type"] "\t" (of["list"] == "true") "\t" (of["derive"] != "")
	if (section == "states" && name != "")
		print "state\t" name "\t" of["kind"]
	name = ""
	delete of
}
{
	match($0, /^ */)
	indent = RLENGTH
	line = substr($0, indent + 1)
	key = line
	sub(/:.*/, "", key)
	value = line
	sub(/^[^:]*: ?/, "", value)
}
indent == 4 {
	flush()
	section = key
	if (key == "handles" && value == "true")
		print "handles"
	if (key == "title")
		print "title\t" value
	next
}
indent == 6 {
	flush()
	if (line ~ /^- /) {
		sub(/^- /, "", key)
		name = plain(value)
	} else {
		name = plain(key)
	}
	next
}
indent == 8 { of[key] = plain(value) }
END { flush() }
