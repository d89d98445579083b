# Unit and fault tests: one program a file. What these folders hold beside
# test_*.c is shared by all tests of the folder.
# jansson reads back the JSON that pmo writes.
pkg_check_modules(CMOCKA IMPORTED_TARGET cmocka jansson)
if(NOT CMOCKA_FOUND)
	message(WARNING "cmocka or jansson is missing: no unit tests")
	return()
endif()

foreach(kind unit fault)
	file(GLOB tests CONFIGURE_DEPENDS ${kind}/test_*.c)
	file(GLOB shared CONFIGURE_DEPENDS ${kind}/*.c)
	if(tests)
		list(REMOVE_ITEM shared ${tests})
	endif()
	foreach(source ${tests})
		cmake_path(GET source STEM program)
		string(REGEX REPLACE "^test_" "" module ${program})
		add_executable(${kind}_${module} ${source} ${shared})
		target_include_directories(${kind}_${module} PRIVATE unit)
		target_compile_definitions(${kind}_${module} PRIVATE
			TESTS_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
		target_link_libraries(${kind}_${module} PRIVATE pmo_test PkgConfig::CMOCKA)
		set_target_properties(${kind}_${module} PROPERTIES
			OUTPUT_NAME ${program}
			RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${kind})
		pmo_add_test(${kind}/${module} ${kind}_${module})
	endforeach()
endforeach()
