# Faults: the file layer and every writing command stopped and starved, and a crowd of
# processes. The tests run a sample; `tests/fault/run --all` tries every point.
# Needs strace; the scripts say so where there is none.
add_executable(commit_driver fault/commit_driver.c)
target_link_libraries(commit_driver PRIVATE pmo_test)
add_library(no_memory MODULE fault/no_memory.c)
target_link_libraries(no_memory PRIVATE pmo_build)
set_target_properties(no_memory PROPERTIES PREFIX "")

add_executable(command_faults fault/commands.c fault/scenario.c fault/bench.c fault/strike.c
	fault/strike_calls.c fault/strike_disk.c fault/box.c)
target_link_libraries(command_faults PRIVATE pmo_build)
add_executable(crowd fault/crowd.c fault/crowd_around.c fault/box.c)
target_link_libraries(crowd PRIVATE pmo_build)

# Sanitizers have an allocator of their own, and are slow: fewer points without it do.
if(PMO_SANITIZE OR PMO_FUZZ OR PMO_COVERAGE)
	set(every_file 61)
	set(every_command 997)
	set(library)
	set(starve)
else()
	set(every_file 7)
	set(every_command 131)
	set(library $<TARGET_FILE:no_memory>)
	set(starve --no-memory $<TARGET_FILE:no_memory>)
endif()

set(folder ${CMAKE_CURRENT_SOURCE_DIR}/fault)
pmo_add_test(fault/order ${folder}/order $<TARGET_FILE:commit_driver>)
pmo_add_test(fault/files ${folder}/files --every ${every_file} $<TARGET_FILE:commit_driver>
	${library} replace several undo first)
set_tests_properties(fault/files PROPERTIES TIMEOUT 600)

find_program(STRACE strace)
if(TARGET pmo)
	if(STRACE)
		pmo_add_test(fault/commands command_faults --every ${every_command}
			--pmo $<TARGET_FILE:pmo>
			--fixtures ${CMAKE_CURRENT_SOURCE_DIR}/fixtures ${starve})
	else()
		pmo_add_test(fault/commands sh -c "echo skipped, there is no strace; exit 77")
	endif()
	pmo_add_test(fault/ahead ${folder}/ahead $<TARGET_FILE:pmo>)
	pmo_add_test(fault/crowd crowd --workers 16 --rounds 8 --records 200 --pmo $<TARGET_FILE:pmo>)
	set_tests_properties(fault/commands fault/crowd PROPERTIES TIMEOUT 600)
endif()

# Leaks cannot be looked for in a program that is traced, and one that is killed has some.
if(PMO_SANITIZE)
	foreach(name order files ahead commands crowd)
		if(name MATCHES "order|files" OR TARGET pmo)
			set_tests_properties(fault/${name} PROPERTIES ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
		endif()
	endforeach()
endif()
