/* The functions of expat that are used, loaded when they are needed (base/late.h). */
#ifndef EXCHANGE_EXPAT_LATE_H
#define EXCHANGE_EXPAT_LATE_H

#include "base/late.h"

#include <expat.h>

struct expat {
	__typeof__(&XML_ParserCreate) create;
	__typeof__(&XML_ParserFree) release;
	__typeof__(&XML_SetUserData) set_data;
	__typeof__(&XML_SetElementHandler) on_elements;
	__typeof__(&XML_SetCharacterDataHandler) on_text;
	__typeof__(&XML_SetStartDoctypeDeclHandler) on_doctype;
	__typeof__(&XML_Parse) parse;
	__typeof__(&XML_StopParser) stop;
	__typeof__(&XML_GetErrorCode) error;
	__typeof__(&XML_ErrorString) error_text;
	__typeof__(&XML_GetCurrentByteIndex) offset;
};

#define EXPAT_MISSING LATE_MISSING(PMO_EXPAT)

/* PMO_UNSUPPORTED: it is not there. */
PMO_CHECKED enum pmo_result expat_load(struct expat *expat);

#endif
