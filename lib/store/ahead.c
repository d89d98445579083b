/*
 * One lock says whose a batch is; the bytes in it need none. A batch belongs to whoever
 * claimed it until it is ready, then to the caller, then, when the caller is through with
 * it, to the batch that is a whole ring later.
 */
#include "store/ahead.h"

#include "base/file.h"
#include "base/os.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	WORTH_IT = 128,   /* files; fewer are read before a thread has begun */
	BATCH = 16,       /* files; a lock for each of them would cost as much as it saves */
	ROOM = 64 << 10,  /* bytes of the files of a batch; what does not fit is the caller's */
	RING = 16,        /* batches that are read and not yet wanted, at most */
	SLOW = 2,         /* milliseconds for a batch */
	MOST_THREADS = 7, /* disks and servers answer so many at a time faster than one */
	SPARE_FILES = 8,  /* that the caller may open, besides one for each thread */
};

struct content {
	bool is_read;
	mode_t mode;
	uid_t owner;
	gid_t group;
	const char *bytes;
	size_t length;
};

struct batch {
	bool is_ready; /* under the lock */
	struct content files[BATCH];
	char bytes[ROOM]; /* one file behind the other: little room is touched */
};

struct ahead {
	int folder;
	const char *path;
	size_t path_length;
	struct tree_names names;
	size_t batches;
	struct pmo_arena *arena;

	/* The caller's own. */
	size_t next;    /* the name to come */
	size_t entered; /* batches that were waited for */
	pthread_t threads[MOST_THREADS];
	size_t thread_count;
	size_t most_threads;

	pthread_mutex_t lock;
	pthread_cond_t has_room, has_read;
	size_t claimed; /* batches that somebody began */
	size_t used_up; /* batches that the caller is through with */
	bool is_over;

	struct batch ring[RING];
};

static bool is_record(const struct tree_name *name)
{
	size_t length = strlen(name->name);
	return name->type == TREE_FILE && length > 5 &&
	       strcmp(name->name + length - 5, ".yaml") == 0;
}

/* Reads a whole file, if it fits. */
static bool read_file(int fd, char *bytes, size_t room, struct content *file)
{
	struct stat status;
	size_t length = 0;
	if (file_stat_open(fd, &status) < 0 || !S_ISREG(status.st_mode) ||
	    status.st_size >= (off_t)room)
		return false;
	if (!file_read_to_end(fd, &status, bytes, room, &length) || length == room)
		return false;
	file->bytes = bytes;
	file->length = length;
	file->mode = status.st_mode & 07777;
	file->owner = status.st_uid;
	file->group = status.st_gid;
	return true;
}

/* Runs in any thread. What fails is left to the caller, who has words for it. */
static void read_batch(const struct ahead *ahead, size_t number, struct batch *batch)
{
	size_t first = number * BATCH, used = 0;
	for (size_t i = 0; i < BATCH && first + i < ahead->names.count; i++) {
		const struct tree_name *name = &ahead->names.items[first + i];
		struct content *file = &batch->files[i];
		file->is_read = false;
		int fd = is_record(name) ? file_open_beneath(ahead->folder, name->name,
							     O_RDONLY | O_NONBLOCK)
					 : -1;
		if (fd < 0)
			continue;
		file->is_read = read_file(fd, batch->bytes + used, ROOM - used, file);
		used += file->is_read ? file->length : 0;
		file_close(fd);
	}
}

/* Reads the next batch that nobody has begun, if there is room for one. Called locked. */
static bool read_another(struct ahead *ahead)
{
	if (ahead->claimed == ahead->batches || ahead->claimed - ahead->used_up >= RING)
		return false;
	size_t number = ahead->claimed++;
	struct batch *batch = &ahead->ring[number % RING];
	pthread_mutex_unlock(&ahead->lock);
	read_batch(ahead, number, batch);
	pthread_mutex_lock(&ahead->lock);
	batch->is_ready = true;
	return true;
}

static void *work(void *data)
{
	struct ahead *ahead = data;
	pthread_mutex_lock(&ahead->lock);
	while (!ahead->is_over && ahead->claimed < ahead->batches) {
		if (read_another(ahead))
			pthread_cond_signal(&ahead->has_read);
		else
			pthread_cond_wait(&ahead->has_room, &ahead->lock);
	}
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

/* Signals are for the thread that knows what to do with them. */
static void add_thread(struct ahead *ahead)
{
	sigset_t all, before;
	sigfillset(&all);
	if (ahead->thread_count == ahead->most_threads ||
	    pthread_sigmask(SIG_SETMASK, &all, &before) != 0)
		return;
	if (pthread_create(&ahead->threads[ahead->thread_count], NULL, work, ahead) == 0)
		ahead->thread_count++;
	else
		ahead->most_threads = ahead->thread_count;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/*
 * Waits for the next batch, and reads others meanwhile. What is in memory comes in a tenth
 * of a millisecond; when it takes longer, the disk or a server is asked, and more threads ask
 * more of it at a time.
 */
static void enter_batch(struct ahead *ahead)
{
	size_t number = ahead->entered++;
	struct batch *batch = &ahead->ring[number % RING];
	uint64_t start = ahead->thread_count < ahead->most_threads ? os_milliseconds() : 0;
	if (!number)
		add_thread(ahead);
	pthread_mutex_lock(&ahead->lock);
	ahead->used_up = number;
	bool is_behind = !batch->is_ready;
	/* Waking them for each batch would cost more than what they do in it. */
	if (is_behind || ahead->claimed - ahead->used_up <= RING / 2)
		pthread_cond_broadcast(&ahead->has_room);
	while (!batch->is_ready)
		if (!read_another(ahead))
			pthread_cond_wait(&ahead->has_read, &ahead->lock);
	batch->is_ready = false;
	pthread_mutex_unlock(&ahead->lock);
	if (is_behind && ahead->thread_count < ahead->most_threads &&
	    os_milliseconds() - start >= SLOW)
		add_thread(ahead);
}

static bool init_lock(struct ahead *ahead)
{
	if (pthread_mutex_init(&ahead->lock, NULL) != 0)
		return false;
	if (pthread_cond_init(&ahead->has_room, NULL) == 0) {
		if (pthread_cond_init(&ahead->has_read, NULL) == 0)
			return true;
		pthread_cond_destroy(&ahead->has_room);
	}
	pthread_mutex_destroy(&ahead->lock);
	return false;
}

/* A thread must not hold what the caller needs to open a file itself. */
static bool may_open_more(int folder)
{
	long most = sysconf(_SC_OPEN_MAX);
	return folder >= 0 && (most < 0 || folder + MOST_THREADS + SPARE_FILES < most);
}

struct ahead *ahead_begin(const struct tree *tree, const char *folder,
			  const struct tree_names *names)
{
	/* A journal or a revision has its own way to the bytes. */
	if (names->count < WORTH_IT || tree->pending || tree->at)
		return NULL;
	struct ahead *ahead = calloc(1, sizeof(*ahead));
	if (!ahead)
		return NULL;
	ahead->path = folder;
	ahead->path_length = strlen(folder);
	ahead->names = *names;
	ahead->batches = (names->count + BATCH - 1) / BATCH;
	ahead->arena = tree->arena;
	ahead->most_threads = MOST_THREADS;
	ahead->folder = file_open_beneath(tree->root_fd, folder, O_RDONLY | O_DIRECTORY);
	if (may_open_more(ahead->folder) && init_lock(ahead))
		return ahead;
	if (ahead->folder >= 0)
		file_close(ahead->folder);
	free(ahead);
	return NULL;
}

void ahead_end(struct ahead *ahead)
{
	if (!ahead)
		return;
	pthread_mutex_lock(&ahead->lock);
	ahead->is_over = true;
	pthread_cond_broadcast(&ahead->has_room);
	pthread_mutex_unlock(&ahead->lock);
	for (size_t i = 0; i < ahead->thread_count; i++)
		pthread_join(ahead->threads[i], NULL);
	pthread_cond_destroy(&ahead->has_read);
	pthread_cond_destroy(&ahead->has_room);
	pthread_mutex_destroy(&ahead->lock);
	file_close(ahead->folder);
	free(ahead);
}

/* Where the path stands among the names to come; false when it does not. */
static bool find_name(struct ahead *ahead, const char *path)
{
	if (strncmp(path, ahead->path, ahead->path_length) != 0 || path[ahead->path_length] != '/')
		return false;
	const char *name = path + ahead->path_length + 1;
	size_t next = ahead->next;
	int order = -1;
	while (next < ahead->names.count &&
	       (order = strcmp(ahead->names.items[next].name, name)) < 0)
		next++;
	if (order == 0)
		ahead->next = next;
	return order == 0;
}

enum pmo_result ahead_take(struct ahead *ahead, const char *path, size_t limit,
			   struct tree_file *file)
{
	if (!find_name(ahead, path))
		return PMO_NOT_FOUND;
	size_t number = ahead->next / BATCH;
	while (ahead->entered <= number)
		enter_batch(ahead);
	const struct content *got = &ahead->ring[number % RING].files[ahead->next % BATCH];
	if (!got->is_read || got->length > limit)
		return PMO_NOT_FOUND;
	char *bytes = pmo_arena_copy(ahead->arena, got->bytes, got->length);
	if (!bytes)
		return PMO_NO_MEMORY;
	*file = (struct tree_file){ path, bytes, got->length, got->mode, got->owner, got->group };
	return PMO_OK;
}
