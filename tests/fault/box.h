/*
 * A box: a scratch folder with a home, a place for temporary files and a workspace, in
 * which programs run with a fixed environment; and shots, which are all that stands in it.
 *
 *     BOX/home    $HOME
 *     BOX/tmp     $TMPDIR
 *     BOX/ws      the workspace, where programs run
 *
 * Nothing here can fail quietly: what goes wrong with the box itself ends the program.
 */
#ifndef FAULT_BOX_H
#define FAULT_BOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct entry {
	char *path; /* below the box */
	bool is_folder;
	char *bytes;
	size_t length;
	mode_t mode;
};

struct shot {
	struct entry *items; /* by path */
	size_t count, capacity;
};

void shot_take(struct shot *shot, const char *folder);

/* Makes the folder be what the shot says. */
void shot_lay(const struct shot *shot, const char *folder);

void shot_release(struct shot *shot);

/* The first path of the one that `is_asked` and that the other has not alike; or NULL. */
const char *shot_difference(const struct shot *one, const struct shot *other,
			    bool (*is_asked)(const char *path, bool is_extra));

enum { OUTPUT_MAX = 1 << 20 };

/* Where standard output goes. */
enum outlet { OUTLET_KEPT, OUTLET_FULL, OUTLET_CLOSED, OUTLET_BROKEN_PIPE };

struct run {
	const char *const *argv; /* NULL-ended; the first is a path */
	const char *folder;	 /* where it runs */
	const char *box;	 /* whose home and tmp it has */
	const char *const *set;	 /* more variables, "NAME=VALUE", NULL-ended; or NULL */
	enum outlet outlet;
	int milliseconds; /* then it is killed and has hung; 0: 30 s */
	/* Results. */
	int status;  /* exit status; 128 and the signal's number */
	bool hung;
	char *output; /* with standard error after it; to be freed */
};

void run_program(struct run *run);

/* Ends the program with a message. */
void quit(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

void *must_have(void *memory);
char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));
void remove_all(const char *path);
void make_folder(const char *path);

/* A new folder, on a disk of memory where there is one. */
char *make_scratch(void);

#endif
