# What every register can do, driven by its own table: see tests/battery/run.
if(NOT TARGET pmo)
	return()
endif()

# Thousands of starts: with sanitizers it would take longer than everything else.
if(PMO_SANITIZE)
	return()
endif()
pmo_add_test(battery ${CMAKE_CURRENT_SOURCE_DIR}/battery/run $<TARGET_FILE:pmo>)
set_tests_properties(battery PROPERTIES TIMEOUT 1200)
