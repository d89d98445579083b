/*
 * `pmo completion SHELL`: the script that makes the shell ask `pmo __complete` (complete.c)
 * for candidates. Those that end in `=` or `-` go on, so no blank comes behind them; where
 * there are none, the shell offers files.
 */
#include "commands.h"

#include <string.h>

struct script {
	const char *shell, *text;
};

static const struct script scripts[] = {
	/* readline takes what is before a `=` as a word of its own. */
	{ "bash", "_pmo() {\n"
		  "\tlocal IFS=$' \\t\\n' line=${COMP_LINE:0:COMP_POINT} words found\n"
		  "\tread -ra words <<<\"$line\"\n"
		  "\tcase $line in *[[:space:]]) words+=('') ;; esac\n"
		  "\tIFS=$'\\n'\n"
		  "\tfound=($(pmo __complete -- \"${words[@]:1}\" 2>/dev/null))\n"
		  "\tcase ${words[${#words[@]}-1]} in *=*) found=(\"${found[@]#*=}\") ;; esac\n"
		  "\tCOMPREPLY=(\"${found[@]}\")\n"
		  "\tcase ${found[0]} in *[=-]) compopt -o nospace 2>/dev/null ;; esac\n"
		  "}\n"
		  "complete -o default -F _pmo pmo\n" },
	/* Read by hand it is made known; found in the path of functions, it is called. */
	{ "zsh", "#compdef pmo\n"
		 "_pmo() {\n"
		 "\tlocal -a found\n"
		 "\tfound=(${(f)\"$(pmo __complete -- \"${(@)words[2,CURRENT-1]}\" \"$PREFIX\" "
		 "2>/dev/null)\"})\n"
		 "\tif (( ! $#found )); then\n"
		 "\t\t_files\n"
		 "\t\treturn\n"
		 "\tfi\n"
		 "\tcompadd -M 'm:{a-z}={A-Z}' -S '' -- ${(M)found:#*[=-]}\n"
		 "\tcompadd -M 'm:{a-z}={A-Z}' -- ${found:#*[=-]}\n"
		 "}\n"
		 "if [[ ${funcstack[1]} = _pmo ]]; then\n"
		 "\t_pmo \"$@\"\n"
		 "else\n"
		 "\tcompdef _pmo pmo\n"
		 "fi\n" },
	{ "fish", "function __pmo_complete\n"
		  "\tset -l words (commandline -opc)\n"
		  "\tset -l word (commandline -ct)\n"
		  "\tset -l found (pmo __complete -- $words[2..-1] \"$word\" 2>/dev/null)\n"
		  "\tif test (count $found) -gt 0\n"
		  "\t\tprintf '%s\\n' $found\n"
		  "\telse\n"
		  "\t\t__fish_complete_path $word\n"
		  "\tend\n"
		  "end\n"
		  "complete -c pmo -f -a '(__pmo_complete)'\n" },
	{ 0 },
};

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	for (const struct script *script = scripts; script->shell; script++)
		if (strcmp(script->shell, argv[0]) == 0) {
			pmo_buffer_add_text(&cli->out, script->text);
			return PMO_OK;
		}
	return cli_usage("completion is there for bash, zsh and fish");
}

const struct command completion_command = {
	.name = "completion",
	.summary = "for your shell: eval \"$(pmo completion bash)\"",
	.group = GROUP_HELP,
	.min = 1,
	.max = 1,
	.usage = "bash | zsh | fish",
	.run = run,
};
