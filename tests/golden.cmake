# The reports of the demo, byte by byte, for two people who share no setting.
if(NOT TARGET pmo)
	return()
endif()

set(golden ${CMAKE_CURRENT_SOURCE_DIR}/golden/reports)
pmo_add_test(golden/reports ${golden} $<TARGET_FILE:pmo>)

# Writes what is printed now into tests/golden/reports.d; the diff is for review.
add_custom_target(update-golden
	COMMAND ${golden} $<TARGET_FILE:pmo> --update
	DEPENDS pmo VERBATIM)
