/* pmo: the tool. What it can do stands in commands.c. */
#include "commands.h"
#include "register.h"

int main(int argc, char **argv)
{
	static const struct program program = {
		.commands = commands,
		.verbs = register_verbs,
		.start = &start_command,
		.find = register_row,
		.nearest = commands_nearest,
	};
	return cli_main(argc, argv, &program);
}
