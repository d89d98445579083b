/* Loading expat. */
#include "exchange/expat_late.h"

enum pmo_result expat_load(struct expat *expat)
{
	static const struct late_function functions[] = {
		LATE(struct expat, create, XML_ParserCreate),
		LATE(struct expat, release, XML_ParserFree),
		LATE(struct expat, set_data, XML_SetUserData),
		LATE(struct expat, on_elements, XML_SetElementHandler),
		LATE(struct expat, on_text, XML_SetCharacterDataHandler),
		LATE(struct expat, on_doctype, XML_SetStartDoctypeDeclHandler),
		LATE(struct expat, parse, XML_Parse),
		LATE(struct expat, stop, XML_StopParser),
		LATE(struct expat, error, XML_GetErrorCode),
		LATE(struct expat, error_text, XML_ErrorString),
		LATE(struct expat, offset, XML_GetCurrentByteIndex),
		{ 0 },
	};
	return late_load(PMO_EXPAT, functions, expat);
}
