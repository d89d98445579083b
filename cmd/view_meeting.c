/* `pmo meeting feedback`: what people said of what they saw, and nobody has answered yet. */
#include "view_table.h"

const struct table_view view_meeting_feedback = {
	.command = VIEW_COMMAND("feedback", "feedback that wants an answer"),
	.where = "not void",
	.sort = "start id",
	.items = "feedback",
	.each = "not disposition",
	.columns = {
		{ .name = "meeting", .value = "id", .heading = "Meeting" },
		{ .name = "no", .heading = "No" },
		{ .name = "text", .heading = "Feedback", .wide = true },
		{ .name = "from", .heading = "From" },
		{ .name = "owner", .value = "chair", .heading = "Who answers" },
	},
};
