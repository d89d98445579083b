/* What is beside the workers of a crowd: the workspace, a hand that edits, git. */
#ifndef FAULT_CROWD_AROUND_H
#define FAULT_CROWD_AROUND_H

#include <stdbool.h>
#include <sys/types.h>

/* A workspace with so many risks; the last one is the hand's. */
void around_make(const char *workspace, long records);

/* Processes that work until they are killed. Hand: appends lines to a record in place. */
pid_t around_start_hand(const char *workspace, long record, const char *count_path);
pid_t around_start_git(const char *workspace);

void around_stop(pid_t process);

/* Whether all lines that the hand wrote are in the file, in their order. */
bool around_hand_is_kept(const char *workspace, long record, const char *count_path);

/* Whether git can commit now and finds nothing wrong with itself. */
bool around_git_is_sound(const char *workspace);

#endif
