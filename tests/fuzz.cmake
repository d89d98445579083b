# Fuzz targets. Without PMO_FUZZ they are linked with a main that replays the
# corpus, so every build checks every input that ever mattered.
file(GLOB fuzz_targets CONFIGURE_DEPENDS fuzz/fuzz_*.c)
foreach(source ${fuzz_targets})
	cmake_path(GET source STEM program)
	string(REGEX REPLACE "^fuzz_" "" name ${program})
	add_executable(${program} ${source})
	target_link_libraries(${program} PRIVATE pmo_test)
	set_target_properties(${program} PROPERTIES
		RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/fuzz)
	set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
	if(PMO_FUZZ)
		target_link_options(${program} PRIVATE -fsanitize=fuzzer)
		pmo_add_test(fuzz/${name} ${program} -runs=0 ${corpus})
	else()
		target_sources(${program} PRIVATE fuzz/main.c)
		pmo_add_test(fuzz/${name} ${program} ${corpus})
	endif()
endforeach()
