/*
 * Real disks that are too small: a file system in memory that has room for the old tree
 * and a few pages, or inodes, more; one more each time, until the command succeeds.
 */
#define _GNU_SOURCE /* unshare */
#include "strike.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { PAGE = 4096, STEPS_MAX = 2000 };

bool strike_has_disks(void)
{
	static int state = -1;
	if (state < 0)
		state = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
			mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
	return state == 1;
}

struct disk {
	const struct bench *bench;
	bool is_of_inodes;
};

/* The room for so much more than is there now; less than 0: all the room one may want. */
static void resize(const struct disk *disk, long more)
{
	struct statvfs now;
	const char *box = disk->bench->box;
	char options[80] = "size=256m,nr_inodes=100000";
	if (statvfs(box, &now) < 0)
		quit("%s: %s", box, strerror(errno));
	unsigned long pages = (unsigned long)(now.f_blocks - now.f_bfree);
	unsigned long inodes = (unsigned long)(now.f_files - now.f_ffree);
	if (more >= 0 && disk->is_of_inodes)
		snprintf(options, sizeof(options), "size=256m,nr_inodes=%lu",
			 inodes + (unsigned long)more);
	else if (more >= 0)
		snprintf(options, sizeof(options), "size=%lu,nr_inodes=100000",
			 (pages + (unsigned long)more) * PAGE);
	if (mount(NULL, box, NULL, MS_REMOUNT, options) < 0)
		quit("%s: %s: %s", box, options, strerror(errno));
}

static void let_go(void *context)
{
	resize(context, -1);
}

/* True when it was room enough. */
static bool try_disk(struct bench *bench, struct disk *disk, long more)
{
	char *what = text_of("a disk with room for %ld %s more", more,
			     disk->is_of_inodes ? "inodes" : "pages");
	if (mount("tmpfs", bench->box, "tmpfs", 0, "size=256m,nr_inodes=100000") < 0)
		quit("%s: %s", bench->box, strerror(errno));
	bench->prepared = true;
	shot_lay(&bench->old, bench->box);
	resize(disk, more);
	struct run run = bench_run(bench, NULL, NULL, OUTLET_KEPT);
	bench->prepared = false;
	struct verdict verdict = { .what = what, .let_go = let_go, .context = disk };
	bool is_enough = run.status == 0;
	bench_judge(bench, &run, &verdict);
	if (umount2(bench->box, MNT_DETACH) < 0)
		quit("%s: %s", bench->box, strerror(errno));
	free(what);
	return is_enough;
}

void strike_disk(struct bench *bench)
{
	for (int of_inodes = 0; of_inodes < 2; of_inodes++) {
		struct disk disk = { bench, of_inodes };
		for (long more = 1; more < STEPS_MAX; more += 1 + bench->every / 16)
			if (try_disk(bench, &disk, more))
				break;
	}
}
