# Unit tests: one program a file. What the folder holds beside test_*.c is shared by all.
pkg_check_modules(CMOCKA IMPORTED_TARGET cmocka)
if(NOT CMOCKA_FOUND)
	message(WARNING "cmocka is missing: no unit tests")
	return()
endif()

file(GLOB tests CONFIGURE_DEPENDS unit/test_*.c)
file(GLOB shared CONFIGURE_DEPENDS unit/*.c)
list(REMOVE_ITEM shared ${tests})
foreach(source ${tests})
	cmake_path(GET source STEM program)
	string(REGEX REPLACE "^test_" "" module ${program})
	add_executable(unit_${module} ${source} ${shared})
	target_include_directories(unit_${module} PRIVATE unit)
	target_compile_definitions(unit_${module} PRIVATE TESTS_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
	target_link_libraries(unit_${module} PRIVATE pmo_test PkgConfig::CMOCKA)
	set_target_properties(unit_${module} PROPERTIES
		OUTPUT_NAME ${program}
		RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/unit)
	pmo_add_test(unit/${module} unit_${module})
endforeach()
