/*
 * Other programs, run with an argument vector and an environment of our choosing.
 *
 * Nothing goes through a shell and nothing is looked up: the program is an absolute path.
 * The program inherits no descriptor but the three standard ones, and its signals are as
 * at login. A program that ends while we still write to it is an error of the write,
 * never a signal.
 *
 * process_start is for a program that is talked to (git cat-file --batch), process_run for
 * one that is run to its end.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <pmo/buffer.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <sys/types.h>

struct process_call {
	const char *program;          /* absolute path */
	const char *const *words;     /* the program's name and its arguments, NULL-ended */
	const char *const *variables; /* its whole environment, NULL-ended */
};

struct process {
	pid_t id;
	int input, output, error; /* our ends of its standard streams; -1: /dev/null */
};

/* How a program ended. */
enum {
	PROCESS_KILLED = 128,    /* and the signal's number */
	PROCESS_NOT_FOUND = 127, /* there is no such program */
};

/* Starts it with pipes to its input and from its output; errors go nowhere. -1 and errno. */
int process_start(struct process *process, const struct process_call *call);

/* All of it or -1 and errno; EPIPE: the program reads no more. */
int process_write(struct process *process, const char *bytes, size_t length);

/* Up to size bytes, as many as there are by now; 0 at the end. -1 and errno. */
ssize_t process_read(struct process *process, char *bytes, size_t size);

/* Closes the pipes and waits until it is gone. -1 and errno when that cannot be known. */
int process_end(struct process *process, int *status);

struct process_exchange {
	const char *input; /* what it reads; NULL: nothing */
	size_t input_length;
	struct pmo_buffer *output, *error; /* what it writes; NULL: nobody reads it */
	int status;                        /* out */
};

/*
 * Runs it to its end. PMO_NOT_FOUND: there is no such program; PMO_IO with errno;
 * PMO_NO_MEMORY: an output is longer than its buffer's limit, or memory is out.
 */
PMO_CHECKED enum pmo_result process_run(const struct process_call *call,
					struct process_exchange *exchange);

#endif
