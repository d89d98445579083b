/*
 * The only file that asks for more than POSIX. Linux and macOS calls are used where
 * their headers are there; whatever is missing at run time falls back here or is
 * reported as unsupported.
 */
#define _GNU_SOURCE      1
#define _DARWIN_C_SOURCE 1
#include "os.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#if defined(SYS_openat2) && __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#define HAS_OPENAT2 1
#endif
#endif

/* As the kernel has them; older C libraries lack the names. */
enum { NOREPLACE = 1, EXCHANGE = 2 };

bool os_is_unsupported(int error)
{
	return error == ENOSYS || error == EINVAL || error == ENOTSUP || error == EOPNOTSUPP;
}

/* A folder was wanted where a link stands: say so the way openat2 does. */
static void explain_not_a_folder(int folder, const char *name)
{
	struct stat status;
	bool is_link =
		fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
	errno = is_link ? ELOOP : ENOTDIR;
}

/* One component of a path, which must be a plain name. */
static int open_component(int folder, const char *path, size_t length, int flags)
{
	char name[256];
	if (length == 0 || length >= sizeof(name)) {
		errno = length ? ENAMETOOLONG : ENOENT;
		return -1;
	}
	memcpy(name, path, length);
	name[length] = '\0';
	if (strcmp(name, "..") == 0) {
		errno = EXDEV;
		return -1;
	}
	int fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 && errno == ENOTDIR)
		explain_not_a_folder(folder, name);
	return fd;
}

int os_open_by_steps(int folder, const char *path, int flags)
{
	int at = folder;
	for (;;) {
		size_t length = strcspn(path, "/");
		bool is_last = path[length] == '\0';
		int next =
			open_component(at, path, length, is_last ? flags : O_RDONLY | O_DIRECTORY);
		int error = errno;
		if (at != folder)
			close(at);
		errno = error;
		if (is_last || next < 0)
			return next;
		at = next;
		path += length + 1;
	}
}

int os_open_beneath(int folder, const char *path, int flags)
{
#ifdef HAS_OPENAT2
	struct open_how how = { .flags = (unsigned)(flags | O_CLOEXEC),
				.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
	long fd = syscall(SYS_openat2, folder, path, &how, sizeof(how));
	/* EPERM: sandboxes that do not know the call; EAGAIN: a rename raced with "..". */
	if (fd >= 0 || !(errno == ENOSYS || errno == EPERM || errno == EAGAIN || errno == E2BIG))
		return (int)fd;
#endif
	return os_open_by_steps(folder, path, flags);
}

int os_lock_try(int fd)
{
	return flock(fd, LOCK_EX | LOCK_NB);
}

int os_rename_exchange(int from_folder, const char *from, int to_folder, const char *to)
{
#if defined(SYS_renameat2)
	return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, EXCHANGE);
#elif defined(RENAME_SWAP)
	return renameatx_np(from_folder, from, to_folder, to, RENAME_SWAP);
#else
	(void)from_folder, (void)from, (void)to_folder, (void)to;
	errno = ENOSYS;
	return -1;
#endif
}

int os_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to)
{
#if defined(SYS_renameat2)
	return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, NOREPLACE);
#elif defined(RENAME_EXCL)
	return renameatx_np(from_folder, from, to_folder, to, RENAME_EXCL);
#else
	(void)from_folder, (void)from, (void)to_folder, (void)to;
	errno = ENOSYS;
	return -1;
#endif
}

int os_sync(int fd)
{
#ifdef F_FULLFSYNC
	/* On macOS fsync leaves the data in the drive's cache. */
	if (fcntl(fd, F_FULLFSYNC) == 0)
		return 0;
#endif
	return fsync(fd);
}

int os_sync_filesystem(int fd)
{
#ifdef __linux__
	return syncfs(fd);
#else
	(void)fd;
	errno = ENOSYS;
	return -1;
#endif
}

mode_t os_entry_format(const struct dirent *entry)
{
#ifdef DT_UNKNOWN
	switch (entry->d_type) {
	case DT_REG:
		return S_IFREG;
	case DT_DIR:
		return S_IFDIR;
	case DT_LNK:
		return S_IFLNK;
	case DT_FIFO:
		return S_IFIFO;
	case DT_SOCK:
		return S_IFSOCK;
	case DT_CHR:
		return S_IFCHR;
	case DT_BLK:
		return S_IFBLK;
	default:
		return 0;
	}
#else
	(void)entry;
	return 0;
#endif
}

struct timespec os_modified(const struct stat *status)
{
#ifdef __APPLE__
	return status->st_mtimespec;
#else
	return status->st_mtim;
#endif
}

struct timespec os_changed(const struct stat *status)
{
#ifdef __APPLE__
	return status->st_ctimespec;
#else
	return status->st_ctim;
#endif
}

uint64_t os_milliseconds(void)
{
	struct timespec now;
	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return 0;
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void os_sleep(unsigned milliseconds)
{
	struct timespec pause = { milliseconds / 1000, (long)(milliseconds % 1000) * 1000000 };
	nanosleep(&pause, NULL);
}
