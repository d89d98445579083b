/* Inside the store: reading the log, see <pmo/log.h>. */
#ifndef STORE_LOG_H
#define STORE_LOG_H

#include "store/revision.h"
#include "store/workspace.h"

#include <pmo/log.h>

enum { LOG_BLOBS = 4 };

/* A blob that was read not long ago: a file's old text is the new one of the commit before. */
struct log_blob {
	struct pmo_arena arena;
	char id[GIT_ID];
	const char *bytes;
	size_t length;
};

struct log_reader {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	const struct pmo_record *record; /* only about this one; or NULL */
	struct pmo_log *log;
	struct revision *revision; /* HEAD, or what --at named */
	struct log_blob blobs[LOG_BLOBS];
	size_t next_blob, bytes_read;
	struct pmo_log_entry commit;   /* who, when, what about: of the entries to come */
	size_t first;                  /* where the entries of this commit begin, */
	size_t told, more;             /* how many changes are told, how many more there were; */
	size_t new_records, new_files; /* and what came with it */
};

/* A file before and after; NULL: it was, or is, not there. */
struct log_change {
	const char *path;
	const char *old_bytes, *new_bytes;
	size_t old_length, new_length;
};

/* Adds an entry for each record of the file that changed. */
PMO_CHECKED enum pmo_result log_tell_file(struct log_reader *reader,
					  const struct log_change *change);

/* Begins and ends a commit, or what is not committed: a flood of what is new becomes one entry. */
void log_begin(struct log_reader *reader, const struct pmo_log_entry *commit);
PMO_CHECKED enum pmo_result log_end(struct log_reader *reader);

/* A register whose records moved into one file, or out of it; path is that file's. */
PMO_CHECKED enum pmo_result log_tell_layout(struct log_reader *reader, const char *path,
					    bool to_file);

/* Files of the project, or the record's, that are not as the last commit has them. */
PMO_CHECKED enum pmo_result log_tell_uncommitted(struct log_reader *reader);

/*
 * Where the workspace keeps a register of its own, as people.yaml: the path of its file, or of
 * its folder; NULL: the table at that index is a project's.
 */
const char *log_shared_path(struct log_reader *reader, size_t index, bool is_file);

/* The bytes of a blob, for the next few calls; NULL for an id of zeros or one not there. */
PMO_CHECKED enum pmo_result log_read_blob(struct log_reader *reader, const char *id,
					  const char **bytes, size_t *length);

#endif
