# Speed, as ratios to other tools: `cmake --build build --target bench` (docs/benchmarks.md).
# As a test there is only a tiny run: generator and runner work, whatever the ratios are.
foreach(program generate measure empty plan)
	add_executable(bench_${program} bench/${program}.c)
	target_link_libraries(bench_${program} PRIVATE pmo_build)
endforeach()
add_executable(bench_schedule bench/schedule.c)
target_link_libraries(bench_schedule PRIVATE pmo_test)

if(TARGET pmo)
	set(bench ${CMAKE_CURRENT_SOURCE_DIR}/bench/run -b ${PROJECT_BINARY_DIR})
	set(programs bench_generate bench_measure bench_empty bench_plan bench_schedule)
	add_custom_target(bench
		COMMAND ${bench} || true
		DEPENDS pmo ${programs}
		USES_TERMINAL VERBATIM)
	pmo_add_test(bench/tiny ${bench} -t -n 1 -d ${PROJECT_BINARY_DIR}/bench-tiny 100)
endif()
