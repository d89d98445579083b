/* Every built-in register, in the order in which help and exports list them. */
#include "registers.h"

const struct pmo_register *const pmo_registers[] = {
	&register_project, &register_person, &register_task,     &register_milestone,
	&register_issue,   &register_risk,   &register_action,   &register_note,
	&register_meeting, &register_vendor, &register_purchase, NULL,
};
