# Faults: the file layer stopped and starved at every point, one test a scenario.
# Needs strace; tests/fault/run says so where there is none.
add_executable(commit_driver fault/commit_driver.c)
target_link_libraries(commit_driver PRIVATE pmo_test)
add_library(no_memory MODULE fault/no_memory.c)
target_link_libraries(no_memory PRIVATE pmo_build)
set_target_properties(no_memory PROPERTIES PREFIX "")

# Sanitizers have an allocator of their own, and are slow: two scenarios without it do.
if(PMO_SANITIZE OR PMO_FUZZ OR PMO_COVERAGE)
	set(scenarios replace)
	set(library)
else()
	set(scenarios replace create remove several undo first plain)
	set(library $<TARGET_FILE:no_memory>)
endif()

foreach(scenario ${scenarios})
	pmo_add_test(fault/${scenario} ${CMAKE_CURRENT_SOURCE_DIR}/fault/run
		$<TARGET_FILE:commit_driver> ${library} ${scenario})
	set_tests_properties(fault/${scenario} PROPERTIES TIMEOUT 600)
endforeach()
pmo_add_test(fault/order ${CMAKE_CURRENT_SOURCE_DIR}/fault/order $<TARGET_FILE:commit_driver>)
