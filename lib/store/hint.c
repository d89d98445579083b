/* Lines of .pmo/highest: number, what the folder looked like, prefix and folder. */
#include "store/hint.h"

#include "base/file.h"
#include "base/os.h"
#include "store/dotpmo.h"

#include <pmo/buffer.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOOK = 160, ROOM = 16 << 10 };

/* What identifies a folder in its state; false when it cannot be looked at. */
static bool look_at(const struct tree *tree, const char *folder, char look[LOOK])
{
	struct stat status;
	int fd = file_open_beneath(tree->root_fd, folder, O_RDONLY | O_DIRECTORY);
	bool is_seen = fd >= 0 && file_stat_open(fd, &status) == 0;
	if (fd >= 0)
		file_close(fd);
	if (!is_seen)
		return false;
	struct timespec modified = os_modified(&status), changed = os_changed(&status);
	snprintf(look, LOOK, "%llu:%llu:%lld.%09ld:%lld.%09ld", (unsigned long long)status.st_dev,
		 (unsigned long long)status.st_ino, (long long)modified.tv_sec,
		 (long)modified.tv_nsec, (long long)changed.tv_sec, (long)changed.tv_nsec);
	return true;
}

/* All of the file as a string; empty when there is none that can be read. */
static void read_lines(const struct tree *tree, char text[ROOM])
{
	size_t length = 0;
	struct stat status;
	int fd = tree->private_fd < 0
			 ? -1
			 : file_open(tree->private_fd, "highest", O_RDONLY | O_NONBLOCK, 0);
	if (fd >= 0 && file_stat_open(fd, &status) == 0 && S_ISREG(status.st_mode)) {
		ssize_t got = file_read(fd, text, ROOM - 1);
		length = got > 0 ? (size_t)got : 0;
	}
	if (fd >= 0)
		file_close(fd);
	text[length] = '\0';
}

/* The line's number when it is of this folder and prefix; *look is what stands behind it. */
static bool is_of(const char *line, const char *name, unsigned long *number, const char **look)
{
	char *behind;
	size_t length = strcspn(line, "\n");
	size_t own = strlen(name);
	*number = strtoul(line, &behind, 10);
	if (behind == line || *behind != ' ' || line[length] != '\n' || length <= own + 1 ||
	    strncmp(line + length - own, name, own) != 0 || line[length - own - 1] != ' ')
		return false;
	*look = behind + 1;
	return *look + strcspn(*look, " \n") == line + length - own - 1;
}

static bool name_line(const char *folder, const char *prefix, char name[TREE_PATH_LIMIT])
{
	int length = snprintf(name, TREE_PATH_LIMIT, "%s/%s", folder, prefix);
	return length > 0 && length < TREE_PATH_LIMIT && !strpbrk(name, " \n");
}

bool hint_recall(struct tree *tree, const char *folder, const char *prefix, unsigned long *number)
{
	char text[ROOM], name[TREE_PATH_LIMIT], now[LOOK];
	const char *look;
	read_lines(tree, text);
	if (!*text || tree->at || tree->pending || !name_line(folder, prefix, name) ||
	    !look_at(tree, folder, now))
		return false;
	for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
		if (is_of(line, name, number, &look))
			return strncmp(look, now, strlen(now)) == 0 && look[strlen(now)] == ' ';
	return false;
}

/* The line, and those of others that still have room. */
static void make_lines(const char *first, const char *name, const char *old, char text[ROOM])
{
	size_t length = (size_t)snprintf(text, ROOM, "%s", first);
	while (*old) {
		unsigned long number;
		const char *look;
		size_t line = strcspn(old, "\n");
		if (!old[line])
			break;
		if (!is_of(old, name, &number, &look) && length + line + 2 < ROOM) {
			memcpy(text + length, old, line + 1);
			length += line + 1;
		}
		old += line + 1;
	}
	text[length] = '\0';
}

void hint_keep(struct tree *tree, const char *folder, const char *prefix, unsigned long number)
{
	char old[ROOM], text[ROOM], name[TREE_PATH_LIMIT], now[LOOK],
		first[TREE_PATH_LIMIT + LOOK + 32];
	if (!name_line(folder, prefix, name) || !look_at(tree, folder, now))
		return;
	read_lines(tree, old);
	snprintf(first, sizeof(first), "%lu %s %s\n", number, now, name);
	make_lines(first, name, old, text);
	int fd = file_open(tree->tmp_fd, "part.highest", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd < 0)
		return;
	(void)file_set_mode(fd, dotpmo_file_mode(tree));
	bool is_written = file_write(fd, text, strlen(text)) == 0;
	is_written = file_close(fd) == 0 && is_written;
	if (!is_written ||
	    file_rename(tree->tmp_fd, "part.highest", tree->private_fd, "highest") < 0)
		dotpmo_discard(tree->tmp_fd, "part.highest");
}

void hint_drop(struct tree *tree)
{
	if (tree->private_fd >= 0)
		dotpmo_discard(tree->private_fd, "highest");
}
