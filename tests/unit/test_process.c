/* Running other programs: /bin/sh stands for them. */
#include "unit.h"

#include "base/os.h"
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const variables[] = { "PATH=/usr/bin:/bin", "COLOUR=green", NULL };

struct shell {
	const char *words[4];
	struct process_call call;
};

static const struct process_call *shell(struct shell *shell, const char *script)
{
	const char *words[] = { "sh", "-c", script, NULL };
	memcpy(shell->words, words, sizeof(words));
	shell->call = (struct process_call){ "/bin/sh", shell->words, variables };
	return &shell->call;
}

static void a_program_reads_writes_and_says_how_it_ended(void **state)
{
	static const struct {
		const char *script, *input, *output, *error;
		int status;
	} cases[] = {
		{ "cat", "some text", "some text", "", 0 },
		{ "cat", "", "", "", 0 },
		{ "echo out; echo err >&2; exit 3", NULL, "out\n", "err\n", 3 },
		{ "echo $COLOUR$HOME", NULL, "green\n", "", 0 },
		{ "cat; echo it ends", NULL, "it ends\n", "", 0 },
		{ "kill -9 $$", NULL, "", "", PROCESS_KILLED + 9 },
		{ "exec <&-; echo deaf", "nobody reads this", "deaf\n", "", 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct shell sh;
		struct pmo_buffer output, error;
		pmo_buffer_init(&output, 1 << 20);
		pmo_buffer_init(&error, 1 << 20);
		struct process_exchange exchange = { .input = cases[i].input,
						     .output = &output,
						     .error = &error };
		exchange.input_length = cases[i].input ? strlen(cases[i].input) : 0;
		assert_int_equal(process_run(shell(&sh, cases[i].script), &exchange), PMO_OK);
		assert_string_equal(output.data, cases[i].output);
		assert_string_equal(error.data, cases[i].error);
		assert_int_equal(exchange.status, cases[i].status);
		pmo_buffer_release(&output);
		pmo_buffer_release(&error);
	}
}

static void much_text_both_ways_locks_nobody_up(void **state)
{
	enum { MUCH = 3 << 20 };
	struct shell sh;
	struct pmo_buffer output, error;
	char *input = malloc(MUCH);
	(void)state;
	assert_non_null(input);
	if (access("/dev/stderr", W_OK) < 0) {
		print_message("skipped, there is no /dev/stderr\n");
		free(input);
		skip();
	}
	memset(input, 'x', MUCH);
	pmo_buffer_init(&output, 4 << 20);
	pmo_buffer_init(&error, 4 << 20);
	struct process_exchange exchange = {
		.input = input, .input_length = MUCH, .output = &output, .error = &error
	};
	assert_int_equal(process_run(shell(&sh, "tee /dev/stderr"), &exchange), PMO_OK);
	assert_int_equal(output.length, MUCH);
	assert_int_equal(error.length, MUCH);
	pmo_buffer_release(&output);
	pmo_buffer_release(&error);
	free(input);
}

static void an_answer_without_end_stops_at_the_limit(void **state)
{
	struct shell sh;
	struct pmo_buffer output;
	(void)state;
	pmo_buffer_init(&output, 1 << 20);
	struct process_exchange exchange = { .output = &output };
	assert_int_equal(process_run(shell(&sh, "yes"), &exchange), PMO_NO_MEMORY);
	pmo_buffer_release(&output);
}

static void a_program_that_is_not_there_is_not_found(void **state)
{
	static const char *const words[] = { "nothing", NULL };
	struct process_call call = { "/nowhere/nothing", words, variables };
	struct process_exchange exchange = { .input = NULL };
	(void)state;
	assert_int_equal(process_run(&call, &exchange), PMO_NOT_FOUND);
}

static void a_program_is_talked_to_line_by_line(void **state)
{
	struct shell sh;
	struct process process;
	char answer[16];
	int status;
	(void)state;
	assert_int_equal(
		process_start(&process, shell(&sh, "while read l; do echo \"<$l>\"; done")), 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(process_write(&process, "word\n", 5), 0);
		assert_int_equal(process_read(&process, answer, sizeof(answer)), 7);
		assert_memory_equal(answer, "<word>\n", 7);
	}
	assert_int_equal(process_end(&process, &status), 0);
	assert_int_equal(status, 0);
}

static void writing_to_a_program_that_ended_is_an_error_and_no_signal(void **state)
{
	struct shell sh;
	struct process process;
	sigset_t pending;
	char end;
	int status;
	(void)state;
	signal(SIGPIPE, SIG_DFL);
	assert_int_equal(process_start(&process, shell(&sh, "exit 0")), 0);
	assert_int_equal(process_read(&process, &end, 1), 0);
	/* Its ends of the pipes may go one after the other. */
	int written = 0;
	for (int i = 0; i < 500 && written == 0; i++) {
		written = process_write(&process, "hello", 5);
		if (written == 0)
			os_sleep(2);
	}
	assert_int_equal(written, -1);
	assert_int_equal(errno, EPIPE);
	assert_int_equal(sigpending(&pending), 0);
	assert_int_equal(sigismember(&pending, SIGPIPE), 0);
	assert_int_equal(process_end(&process, &status), 0);
}

static void no_descriptor_of_ours_and_no_ignored_signal_is_inherited(void **state)
{
	struct shell sh;
	struct pmo_buffer output;
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	(void)state;
	assert_true(fd > 2);
	char script[128];
	snprintf(script, sizeof(script),
		 "(: <&%d) 2>/dev/null && echo open; kill -PIPE $$; echo alive", fd);
	signal(SIGPIPE, SIG_IGN);
	pmo_buffer_init(&output, 1 << 20);
	struct process_exchange exchange = { .output = &output };
	assert_int_equal(process_run(shell(&sh, script), &exchange), PMO_OK);
	signal(SIGPIPE, SIG_DFL);
	assert_string_equal(output.data, "");
	assert_int_equal(exchange.status, PROCESS_KILLED + SIGPIPE);
	pmo_buffer_release(&output);
	close(fd);
}

static void it_works_when_our_standard_streams_are_closed(void **state)
{
	struct shell sh;
	struct pmo_buffer output;
	(void)state;
	int input = dup(STDIN_FILENO), error = dup(STDERR_FILENO);
	close(STDIN_FILENO);
	close(STDERR_FILENO);
	pmo_buffer_init(&output, 1 << 20);
	struct process_exchange exchange = { .input = "text",
					     .input_length = 4,
					     .output = &output };
	enum pmo_result result = process_run(shell(&sh, "cat"), &exchange);
	dup2(input, STDIN_FILENO);
	dup2(error, STDERR_FILENO);
	close(input);
	close(error);
	assert_int_equal(result, PMO_OK);
	assert_string_equal(output.data, "text");
	pmo_buffer_release(&output);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_program_reads_writes_and_says_how_it_ended),
		cmocka_unit_test(much_text_both_ways_locks_nobody_up),
		cmocka_unit_test(an_answer_without_end_stops_at_the_limit),
		cmocka_unit_test(a_program_that_is_not_there_is_not_found),
		cmocka_unit_test(a_program_is_talked_to_line_by_line),
		cmocka_unit_test(writing_to_a_program_that_ended_is_an_error_and_no_signal),
		cmocka_unit_test(no_descriptor_of_ours_and_no_ignored_signal_is_inherited),
		cmocka_unit_test(it_works_when_our_standard_streams_are_closed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
