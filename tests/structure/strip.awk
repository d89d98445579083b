# Prints C without comments and without what stands between quotes, line for
# line, so that the other tests see code only. Line comments are kept: they are
# a fault that tests/structure/banned.sh reports.
{
	line = $0
	out = ""
	while (line != "") {
		if (inside) {
			end = index(line, "*/")
			if (!end)
				break
			line = substr(line, end + 2)
			inside = 0
			continue
		}
		if (match(line, /\/\*|"|'/) == 0) {
			out = out line
			break
		}
		out = out substr(line, 1, RSTART - 1)
		if (RLENGTH == 2) {
			inside = 1
			line = substr(line, RSTART + 2)
			continue
		}
		quote = substr(line, RSTART, 1)
		line = substr(line, RSTART + 1)
		while (line != "" && substr(line, 1, 1) != quote)
			line = substr(line, substr(line, 1, 1) == "\\" ? 3 : 2)
		line = substr(line, 2)
		out = out quote quote
	}
	print out
}
