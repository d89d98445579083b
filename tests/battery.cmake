# What every register can do, driven by its own table: see tests/battery/run.
if(NOT TARGET pmo)
	return()
endif()

pmo_add_test(battery ${CMAKE_CURRENT_SOURCE_DIR}/battery/run $<TARGET_FILE:pmo>)
set_tests_properties(battery PROPERTIES TIMEOUT 1200)
